"""What points, coupons and vouchers took off a price, and what is left for the way of paying that was chosen."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from okawari.domain.message import OrderPart, PaymentPart, Understanding
from okawari.domain.money import Money, total, yen
from okawari.domain.paid import sum_of
from okawari.domain.payment import KINDS
from okawari.reading.amounts import money_in
from okawari.reading.labels import labelled
from okawari.reading.payments import UNKNOWN, payment_method
from okawari.reading.shop_mail.items import read_items

_POINTS_LABEL = r"(?:期間限定|通常)?[ぁ-んァ-ヶー一-龠A-Za-z]{0,12}ポイント(?:の)?ご?利用(?:額|分|数|ポイント)?|ご?利用ポイント(?:数|額)?"
_COUPON_LABEL = (
    r"(?:ショップ|ストア|楽天|サンキュー|送料)?クーポン(?:の?ご?利用|割引|値引き?)?(?:額|金額)?|ご?利用クーポン(?:額)?"
)
_VOUCHER_LABEL = r"(?:PayPay)?商品券(?:ご?利用)?(?:額)?"
_EXTRA_LABEL = r"(?:配)?送料(?:合計)?|(?:代引き?|決済|支払い?)?手数料|ラッピング(?:料金?|代金?)"
_LIMITED = re.compile(r"期間限定")
_NOT_USED = re.compile(r"なし|無し|未使用|利用しない|ありません")
_FREE = re.compile(r"無料|込み?$|なし")
_POINTS = re.compile(
    r"[-−▲△]? ?P? ?(\d[\d,]{0,9}) ?\(?(?:ポイント|points?|pts?|p)?\)?(?: ?(?:利用|使用))?", re.IGNORECASE
)


def with_taken_off(understood: Understanding, text: str, *, points: str, vouchers: str = UNKNOWN) -> Understanding:
    """Return what was understood with what points, coupons and vouchers paid in the mail's only order.

    `points` and `vouchers` are the METHOD words of what this shop calls ポイント and 商品券. The chosen way of paying gets
    the total as its amount where items, shipping and what was taken off add up to it; else its amount stays unknown.
    """
    if len(understood.orders) != 1:
        return understood
    (order,) = understood.orders
    said = read_items(text)[1]
    parts = tuple(_parts(said, points, vouchers))
    if not parts:
        return understood
    methods = {part.method for part in parts if part.method != UNKNOWN}
    chosen = tuple(part for part in order.payments if part.method not in methods)
    return replace(understood, orders=(replace(order, payments=(*_settled(chosen, parts, order, said), *parts)),))


def _parts(text: str, points: str, vouchers: str) -> Iterator[PaymentPart]:
    seen: set[tuple[str, str]] = set()
    for label, bare in ((_POINTS_LABEL, points), (_COUPON_LABEL, "coupon"), (_VOUCHER_LABEL, vouchers)):
        for said in labelled(text, rf"(?:{label})"):
            named = payment_method(said.label)
            method = bare if named == UNKNOWN else named
            worth = _worth(said.value)
            if worth is not None and worth.amount == 0:
                continue
            if said.value and not _NOT_USED.search(said.value) and (said.label, said.value) not in seen:
                seen.add((said.label, said.value))
                yield PaymentPart(method=method, amount=worth, kind=_kind(said.label, method), wording=said.label)


def _kind(label: str, method: str) -> str | None:
    return "limited" if _LIMITED.search(label) and "limited" in KINDS.get(method, ()) else None


def _worth(value: str) -> Money | None:
    """Return what was taken off, without its sign; a point pays one yen in the shops that are read here."""
    found = _POINTS.fullmatch(unicodedata.normalize("NFKC", value).strip())
    if found:
        return yen(int(found[1].replace(",", "")))
    money = money_in(value)
    return Money(abs(money.amount)) if money else None


def _settled(
    chosen: tuple[PaymentPart, ...], parts: tuple[PaymentPart, ...], order: OrderPart, text: str
) -> tuple[PaymentPart, ...]:
    off = total([part.amount for part in parts if part.amount is not None])
    lines, extras = sum_of(order.items), _extras(text)
    open_ways = [part for part in chosen if part.amount is None]
    known = off is not None and all(part.amount is not None for part in parts)
    if len(chosen) != 1 or not open_ways or not known or lines is None or extras is None or order.total is None:
        return chosen
    if off is None or not order.total.amount or lines + extras != order.total + off:
        return chosen
    return (replace(chosen[0], amount=order.total),)


def _extras(text: str) -> Money | None:
    """Return shipping and fees together, None where one of them is not clear."""
    sums = {said.label: _extra(said.value) for said in labelled(text, rf"(?:{_EXTRA_LABEL})") if said.value}
    known = [amount for amount in sums.values() if amount is not None]
    if len(known) != len(sums):
        return None
    return total(known) or Money(Decimal(0))


def _extra(value: str) -> Money | None:
    return Money(Decimal(0)) if _FREE.search(value) else money_in(value)
