"""Ways of paying as shops name them, in the words of `domain.payment.METHODS`."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

UNKNOWN = "unknown"

_WORDINGS: tuple[tuple[str, str], ...] = (
    (r"ゴールドポイントカード・?(?:プラス|\+)", "credit_card"),
    (r"ゴールドポイント", "yodobashi_points"),
    (r"amazonポイント", "amazon_points"),
    (r"amazonギフト|アマゾンギフト|ギフト(?:カード|券)残高", "amazon_gift_balance"),
    (r"楽天(?:スーパー)?ポイント", "rakuten_points"),
    (r"メルカリポイント", "mercari_points"),
    (r"dポイント", "d_points"),
    (r"paypayポイント", "paypay_points"),
    (r"paypay商品券", "paypay_voucher"),
    (r"paypayカード", "paypay_card"),
    (r"paypay銀行", "paypay_bank_balance"),
    (r"paypay(?:クレジット|あと払い)", "paypay_credit"),
    (r"paypay(?:残高|マネー)", "paypay_balance"),
    (r"メルペイ(?:スマート払い|あと払い)", "merpay_later"),
    (r"メルペイ残高|メルカリ残高", "merpay_balance"),
    (r"paidy|ペイディ", "paidy"),
    (r"famipay|ファミペイ", "famipay"),
    (r"ビットコイン|bitcoin", "bitcoin"),
    (r"d払い|ドコモ(?:払い|ケータイ払い)|ドコモのケータイ払い", "carrier_docomo"),
    (r"auかんたん決済|au/uq ?mobileかんたん|auまとめて支払い", "carrier_au"),
    (r"ソフトバンク(?:まとめて支払い|ケータイ支払い)|ワイモバイルまとめて支払い", "carrier_softbank"),
    (r"代金引換|代引|着払い|cash on delivery", "cash_on_delivery"),
    (r"np後払い|コンビニ後払い|後払い\(コンビニ\)", "convenience_pay_later"),
    (r"セブン-?イレブン.{0,4}前払", "seven_eleven_prepaid"),
    (r"コンビニ", "convenience_store"),
    (r"pay-?easy|ペイジー", "atm_payeasy"),
    (r"ネットバンキング", "net_banking"),
    (r"電子マネー", "e_money_prepaid"),
    (r"銀行振込|銀行振り込み|郵便振替", "bank_transfer_prepaid"),
    (r"デビット|debit", "debit_card"),
    (r"プリペイドカード|prepaid card", "prepaid_card"),
    (r"クーポン|割引券", "coupon"),
    (
        r"クレジット|credit ?card|\bvisa\b|master ?card|\bjcb\b|american express|アメリカン・?エキスプレス|\bamex\b|ダイナース|diners",
        "credit_card",
    ),
)
_COMPILED = tuple((re.compile(pattern), method) for pattern, method in _WORDINGS)


@lru_cache(1024)  # a shop writes the same few in all its mails
def payment_method(wording: str) -> str:
    """Return the METHOD that a wording names, `unknown` where it names none or leaves it open.

    Left open are wallets that pay from several pockets (PayPay alone, Amazon Pay, 楽天ペイ) and a bare "後払い".
    """
    plain = _plain(wording)
    return next((method for pattern, method in _COMPILED if pattern.search(plain)), UNKNOWN)


def payment_methods(wording: str) -> tuple[str, ...]:
    """Return every METHOD that a wording names, each once; a part of a longer name (Amazonポイント) is none of its own."""
    plain, found = _plain(wording), []
    for pattern, method in _COMPILED:
        plain, times = pattern.subn("|", plain)
        if times and method not in found:
            found.append(method)
    return tuple(found)


def _plain(wording: str) -> str:
    return re.sub(
        r"[ \u3000](?=[^\x00-\x7f])|(?<=[^\x00-\x7f])[ \u3000]", "", unicodedata.normalize("NFKC", wording)
    ).lower()
