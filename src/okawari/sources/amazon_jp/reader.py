"""What a mail of Amazon.co.jp says."""

from __future__ import annotations

import re
from decimal import Decimal

from okawari.domain.mail import Mail
from okawari.domain.merchant import Merchant
from okawari.domain.message import (
    Cancel,
    CancelBy,
    CauseCode,
    Item,
    MessageKind,
    OrderPart,
    Understanding,
)
from okawari.domain.money import Money

_ORDER = re.compile(r"\b(?:\d{3}|D01)-\d{7}-\d{7}\b")
_ITEM = re.compile(r"^\* (?P<title>.+)\n\s+数量[:：]\s*(?P<quantity>\d+)\n\s+(?P<price>[\d,]+) JPY", re.MULTILINE)
_TOTAL = re.compile(r"^合計\n\s*(?P<amount>[\d,]+) JPY", re.MULTILINE)
_CANCELLED = re.compile(r"キャンセル(?:され|し|いたし)ました")
_STOCKOUT = re.compile(r"[^。\n]*(?:在庫切れ|在庫がない|入荷の見込み|欠品|完売|調達でき|入荷でき)[^。\n]*。?")


def read(mail: Mail, merchant: Merchant) -> Understanding | None:
    """Return what the mail says, or None where it is none of this shop's."""
    body = f"{mail.subject}\n{mail.text}"
    numbers = tuple(dict.fromkeys(_ORDER.findall(body)))
    items = tuple(
        Item(
            title=match["title"].strip(),
            quantity=int(match["quantity"]),
            price=_yen(match["price"]),
            line_total=_yen(match["price"]).times(int(match["quantity"])),
        )
        for match in _ITEM.finditer(mail.text)
    )
    total = _TOTAL.search(mail.text)
    parts = tuple(
        OrderPart(number=number, items=items, total=_yen(total["amount"]) if total else None) for number in numbers
    )
    if _CANCELLED.search(body):
        stockout = _STOCKOUT.search(mail.text)
        cause = CauseCode.STOCKOUT if stockout else CauseCode.UNKNOWN
        cancel = Cancel(by=CancelBy.SHOP, cause=cause, wording=stockout[0].strip() if stockout else "")
        return Understanding(merchant=merchant.id, kind=MessageKind.CANCELLED, orders=parts, cancel=cancel)
    kind = MessageKind.ORDER_PLACED if "注文済み" in body else MessageKind.OTHER
    return Understanding(merchant=merchant.id, kind=kind, orders=parts)


def _yen(text: str) -> Money:
    return Money(Decimal(text.replace(",", "")))
