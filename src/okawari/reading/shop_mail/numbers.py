"""Order numbers and totals that a label names."""

from __future__ import annotations

import re

from okawari.domain.merchant import Merchant
from okawari.domain.money import Money
from okawari.reading.amounts import money_in
from okawari.reading.labels import labelled
from okawari.reading.shop_mail.wordings import statements
from okawari.reading.standing import above_closing

ORDER_LABEL = (
    r"(?:ご?注文(?:管理|受付)?|受注|ご?発注|お?取引|オーダー|伝票兼注文)\s?(?:番号|ID|ＩＤ|No\.?|NO\.?|№)"
    r"|注番|ご?注文\s?[#＃](?=\s?\d)|[Oo]rder\s(?:[Nn]umber|[Nn]o\.?|ID|#)|Order#"
)
_RESERVATION_LABEL = r"(?:ご?予約(?:受付)?|(?<!わせ)(?<!合せ)受付)\s?(?:番号|ID|No\.?|№)"
_RESERVED = re.compile(_RESERVATION_LABEL)
_GOODS_TO_COME = re.compile(
    r"商品|発売|再販|新刊|刊行|[入出]荷|お品|ご予約の?品|問屋|メーカー|ご注文|予約[^。\n]{0,40}お届け"
)
_RESERVED_ELSE = re.compile(
    r"宿泊|チェックイン|来店|来院|診[察療]|搭乗|乗車|乗船|座席|号車|人数|公演|開演|施術|入場|レンタカー|レストラン|会場"
)
_TRADE_LABEL = r"商品\s?ID|オークション\s?ID"
_TRADE = re.compile(r"[a-z]\d{8,14}")
DIGITS = r"(?P<number>[A-Za-z0-9](?>[A-Za-z0-9_-]{2,39}))(?![A-Za-z0-9_@-]|\.[A-Za-z0-9])"
_NUMBER = re.compile(rf"[\s\"“「『\[［【(（#:：]{{0,4}}{DIGITS}")
_IN_A_SENTENCE = re.compile(
    rf"(?:{ORDER_LABEL}|ご?注文[（(](?:番号|[Nn][Oo]\.?|№))(?:は|が)?[ \u3000]{{0,4}}[:：]?[ \u3000]{{0,4}}[\"“「『【\[［(（]?[ \u3000]{{0,2}}"
    rf"{DIGITS}"
)
_BESIDE_ORDER = re.compile(
    r"(?<![A-Za-z0-9_-])(?P<number>(?=[A-Za-z_-]{0,8}\d{3})[A-Za-z0-9](?>[A-Za-z0-9_-]{3,39}))[」』】]?[ \u3000]?の[ \u3000]?(?:ご注文|ご予約|お取引)"
    r"|^[ \t]*[#＃](?P<alone>\d{4,12})[ \t]*$"
    r"|(?:\b(?:your|for|the|with|of|regarding) [Oo]rder|^[ \t]*Order) (?P<english>(?=[A-Z_-]{0,8}\d{3})[A-Z0-9](?>[A-Z0-9_-]{3,39}))(?![A-Za-z0-9_@-])",
    re.MULTILINE,
)
"""A number without a label, right beside the word order or alone on its line. Three digits behind a few letters at most, so that no word or count is one."""
_WIDE = (
    {wide: wide - 0xFEE0 for wide in range(0xFF01, 0xFF5F)} | {ord(dash): "-" for dash in "−‐‑–"} | {ord("御"): "ご"}
)
_APART = re.compile(r"[、,，/／ \u3000と]+")
_DATE = re.compile(r"(?:19|20)\d{2}-\d{2}-\d{2}")

_TOTAL_LABELS = (
    r"総合計|お?支払い?(?:合計|総額)(?:金額)?|ご?請求(?:合計)?(?:金額|額)|お?支払い?金額(?:合計)?|決済(?:総額|金額)|クレジット決済額",
    r"ご?注文(?:金額)?(?:の)?合計(?:金額|額)?|合計(?:金額|額)|総額|お?買い?上げ(?:合計)?金額|[Oo]rder [Tt]otal|[Gg]rand [Tt]otal",
    r"合計|ご?注文金額|Total",
)


def order_numbers(subject: str, text: str, merchant: Merchant | None, own: re.Pattern[str] | None) -> tuple[str, ...]:
    """Return the order numbers of the form `own`, else those that a label names, else those beside the word order, in order.

    On a market of single things the thing's id is the order's.
    """
    narrow = text.translate(_WIDE)
    if own and (
        sure := tuple(dict.fromkeys(match[0] for match in own.finditer(f"{subject.translate(_WIDE)}\n{narrow}")))
    ):
        return sure
    label = rf"{ORDER_LABEL}|{_RESERVATION_LABEL}" if _reserves_goods(subject, narrow) else ORDER_LABEL
    values = (said.value for said in labelled(narrow, label))
    found = [number for value in values for number in listed(value) or (_number(value),) if number]
    named = _IN_A_SENTENCE.finditer(f"{subject}\n{narrow}")
    found += [match["number"] for match in named if is_plausible(match["number"])]
    if not found:
        beside = (
            match["number"] or match["alone"] or match["english"]
            for match in _BESIDE_ORDER.finditer(f"{subject}\n{narrow}")
        )
        found = [number for number in beside if is_plausible(number)]
    if merchant and merchant.marketplace:
        trades = (_number(said.value) for said in labelled(text, _TRADE_LABEL))
        found += [trade for trade in trades if trade and _TRADE.fullmatch(trade)]
    return tuple(dict.fromkeys(found))


def total(text: str, currency: str) -> Money | None:
    """Return what is to be paid: the amount of the most telling label; None where that label has several."""
    text = text.replace("御", "ご")
    for label in _TOTAL_LABELS:
        amounts = {money for said in labelled(text, rf"(?:{label})") if (money := money_in(said.value, currency))}
        if amounts:
            return amounts.pop() if len(amounts) == 1 else None
    return None


def _reserves_goods(subject: str, text: str) -> bool:
    """Return whether what is reserved are goods of a shop: rooms, seats and appointments have such numbers too.

    Goods of which the shop only tells everybody, below its letter or within, are not those of this number.
    """
    if not _RESERVED.search(text) or _RESERVED_ELSE.search(f"{subject}\n{text}"):
        return False
    return any(map(_GOODS_TO_COME.search, (subject, *statements(above_closing(text)[0]))))


def listed(value: str) -> tuple[str, ...]:
    """Return the numbers of a value that is nothing but numbers; none where it holds anything else."""
    named = tuple(one.strip("「」[]［］【】()（）") for one in _APART.split(value.strip()) if one)
    return named if all(re.fullmatch(DIGITS, one) and is_plausible(one) for one in named) else ()


def _number(value: str) -> str | None:
    found = _NUMBER.match(value)
    return found["number"] if found and is_plausible(found["number"]) else None


def is_plausible(number: str) -> bool:
    """Return whether a word can be an order number: it has a digit and is no date."""
    return any(sign.isdigit() for sign in number) and not _DATE.fullmatch(number)
