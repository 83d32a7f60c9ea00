"""How the order was paid, as far as the mail says it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from okawari.domain.message import PaymentPart
from okawari.domain.money import Money
from okawari.reading.payments import UNKNOWN, payment_method
from okawari.sources.amazon_jp.blocks import blocks
from okawari.sources.amazon_jp.lines import amount_in, is_amount, plain

_LABEL = r"お?支払い?(?:い)?方法|お?支払方法"
_PAID_WITH = re.compile(r"(?P<way>\S.*?)での?お支払い額[ \u3000]*[:：][ \u3000]*(?P<amount>\S.*)")
_DEDUCTED = re.compile(
    r"(?P<way>\S.*?)[ \u3000]*[:：][ \u3000]*[-−－▲](?P<amount>[ \u3000]*(?:[￥¥\\].*|\S.*(?:円|JPY)))"
)
_OTHER_LABEL = re.compile(
    r"(?:ご?請求|お届け|ご?注文|配送|発送|商品|小計|合計|割引|プロモーション|領収|カスタマー|Amazon\.co\.jp).*"
)
_SEPARATED = re.compile(r"[、,+＋]|および|及び|ならびに")


def payments_in(lines: Sequence[str]) -> tuple[PaymentPart, ...]:
    """Return the ways of paying of one order, each with its share where that is given."""
    parts: dict[str, PaymentPart] = {}
    for part in (*_labelled(lines), *_paid_with(lines), *_deducted(lines)):
        known = parts.get(part.method)
        if known is None or (known.amount is None and part.amount is not None):
            parts[part.method] = part
    return tuple(parts.values())


def _labelled(lines: Sequence[str]) -> Iterator[PaymentPart]:
    """Yield the ways behind the label and on the lines that follow it at once."""
    for block in blocks(lines, _LABEL):
        for at, line in enumerate(block):
            if _OTHER_LABEL.fullmatch(plain(line)):
                break
            parts = list(_ways(line))
            if at and all(part.method == UNKNOWN for part in parts):
                break
            yield from parts


def _ways(text: str) -> Iterator[PaymentPart]:
    """Yield the ways that a line names: one with its amount, or several that the line lists."""
    way, amount = _way_and_amount(text)
    listed = [name.strip() for name in _SEPARATED.split(way) if name.strip()]
    methods = [payment_method(name) for name in listed]
    if len(listed) > 1 and amount is None and UNKNOWN not in methods:
        yield from (PaymentPart(method=method, wording=name) for method, name in zip(methods, listed, strict=True))
    elif way:
        yield PaymentPart(method=payment_method(way), amount=amount, wording=way)


def _way_and_amount(text: str) -> tuple[str, Money | None]:
    way, colon, behind = text.replace("：", ":").rpartition(":")
    if colon and is_amount(behind):
        return text[: len(way)].strip(), amount_in(behind)
    return text.strip(), None


def _paid_with(lines: Sequence[str]) -> Iterator[PaymentPart]:
    for line in lines:
        found = _PAID_WITH.fullmatch(line.strip()) if "支払" in line else None
        if found is not None:
            yield PaymentPart(
                method=payment_method(found["way"]), amount=amount_in(found["amount"]), wording=found["way"]
            )


def _deducted(lines: Sequence[str]) -> Iterator[PaymentPart]:
    """Yield what was taken off the sum because it was paid by gift card or points."""
    for line in lines:
        found = _DEDUCTED.fullmatch(line.strip()) if ":" in line or "：" in line else None
        if found is None or payment_method(found["way"]) not in {"amazon_gift_balance", "amazon_points"}:
            continue
        amount = amount_in(found["amount"])
        if amount is not None and amount.amount:
            yield PaymentPart(method=payment_method(found["way"]), amount=amount, wording=found["way"])
