"""Orders as the browser extension アマゾン注文履歴フィルタ writes them: rows of goods, and rows that stand for the whole order."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime

from okawari.domain.export import CardCharge, ExportedLine, ExportedOrder, ExportedShipment, ExportState
from okawari.domain.japan_time import JAPAN, japan_day
from okawari.domain.message import Item, PaymentPart
from okawari.domain.money import Money, total
from okawari.reading.payments import payment_method
from okawari.sources.amazon_export.rows import Row, one_version

_CURRENCY = "JPY"
_WHOLE, _CHARGE, _DISCOUNT, _POINTS = "（注文全体）", "（クレジットカードへの請求）", "（割引）", "（Amazonポイント）"
_FOR_THE_ORDER = re.compile(r"（[^（）]{1,30}）")
_SHIPPED = re.compile(r"(\d{4})年(\d{1,2})月(\d{1,2})日に発送済み")
_DIGITAL = re.compile(r"デジタル注文.*")
_WAITING = "未発送の商品"
_SELLER = re.compile(r"販売\s*[:：]\s*(?P<seller>.+?)\s*(?:コンディション\s*[:：].*)?")
_ASIN = re.compile(r"/(?:dp|gp/product)/(?P<asin>[A-Z0-9]{10})(?:[/?]|$)")


def listed_order_of(number: str, told: Sequence[Row]) -> ExportedOrder:
    """Return the order that the rows list; what the shop took off or added stands in rows of its own."""
    rows = one_version(told, lambda row: (row["title"], row["unit"]), lambda row: bool(_shipped_on(row)))
    goods = [row for row in rows if not _FOR_THE_ORDER.fullmatch(row["title"] or "")]
    apart = [row for row in rows if row not in goods]
    sellers = {_seller(row) for row in goods}
    shipments = _shipments(goods)
    return ExportedOrder(
        file=rows[0].file,
        number=number,
        merchant="amazon_jp",
        state=_state(goods, shipments),
        ordered_at=next((at for row in rows if (at := row.moment("date"))), None),
        lines=tuple(ExportedLine(item=_item(row)) for row in goods),
        total=_total(goods, apart),
        payments=_payments(rows, apart),
        seller=sellers.pop() if len(sellers) == 1 else None,
        shipments=shipments,
        charges=_charges(rows),
        digital=bool(goods) and all(_DIGITAL.fullmatch(row["status"] or "") for row in goods),
    )


def _item(row: Row) -> Item:
    price, quantity = row.money("unit", _CURRENCY), row.quantity("quantity")
    subtotal = row.money("subtotal", _CURRENCY)
    whole = price.times(quantity) if price is not None and quantity is not None else None
    found = _ASIN.search(row["url"] or "")
    return Item(
        title=row["title"] or "",
        quantity=quantity,
        price=price,
        line_total=subtotal if subtotal == whole else None,  # older lists write the whole order's subtotal there
        identifiers=(("asin", found["asin"]),) if found else (),
    )


def _total(goods: Sequence[Row], apart: Sequence[Row]) -> Money | None:
    """Return what the order cost, points included.

    Without a row for the whole order, a list that billed less than the total does not say whether a discount or points
    made the difference: then None.
    """
    whole = [row for row in apart if row["title"] == _WHOLE]
    said = {row.money("total", _CURRENCY) for row in (whole or goods)} - {None}
    if len(said) != 1:
        return None
    price = said.pop()
    discounts = [_taken_off(row) for row in apart if row["title"] == _DISCOUNT]
    known = [amount for amount in (price, *discounts) if amount is not None]
    if not whole and {row.money("billed", _CURRENCY) for row in goods} - {None, price}:
        return None
    return total(known) if len(known) == 1 + len(discounts) else None


def _payments(rows: Sequence[Row], apart: Sequence[Row]) -> tuple[PaymentPart, ...]:
    cards = dict.fromkeys(row["card"] for row in rows if row["card"])
    charged = total([charge.amount for charge in _charges(rows)])
    parts = []
    if charged is not None or cards:
        wording = next(iter(cards), "") if len(cards) <= 1 else ""
        method = payment_method(wording) if wording else "credit_card"
        parts.append(PaymentPart(method=method, amount=charged, wording=wording or ""))
    points = [amount for row in apart if row["title"] == _POINTS and (amount := _taken_off(row))]
    used = total(points)
    if used is not None:
        parts.append(PaymentPart(method="amazon_points", amount=Money(abs(used.amount), _CURRENCY), wording=_POINTS))
    return tuple(parts)


def _charges(rows: Sequence[Row]) -> tuple[CardCharge, ...]:
    """Return the charges of the card; a list without rows for them writes one on each row of goods."""
    own = [row for row in rows if row["title"] == _CHARGE]
    found = []
    for row in own or rows:
        amount, at = row.money("charged", _CURRENCY), row.moment("charged_on")
        if amount is not None:
            found.append(CardCharge(on=japan_day(at) if at else None, amount=amount))
    return tuple(found) if own else tuple(dict.fromkeys(found))


def _taken_off(row: Row) -> Money | None:
    """Return the amount of a row that takes something off; it has stood in either of two columns."""
    return row.money("total", _CURRENCY) or row.money("subtotal", _CURRENCY)


def _shipments(goods: Sequence[Row]) -> tuple[ExportedShipment, ...]:
    titles: dict[datetime, dict[str, None]] = {}
    for row in goods:
        at = _shipped_on(row)
        if at is not None:
            titles.setdefault(at, {}).update({row["title"] or "": None})
    return tuple(ExportedShipment(at=at, titles=tuple(titles[at])) for at in sorted(titles))


def _shipped_on(row: Row) -> datetime | None:
    found = _SHIPPED.fullmatch(row["status"] or "")
    if found is None:
        return None
    year, month, day = (int(part) for part in found.groups())
    try:
        return datetime(year, month, day, 12, tzinfo=JAPAN)
    except ValueError:
        return None


def _state(goods: Sequence[Row], shipments: Sequence[ExportedShipment]) -> ExportState:
    if shipments:
        return ExportState.SHIPPED
    waiting = bool(goods) and all(row["status"] == _WAITING for row in goods)
    return ExportState.ORDERED if waiting else ExportState.UNKNOWN


def _seller(row: Row) -> str | None:
    found = _SELLER.fullmatch((row["note"] or "").strip())
    return found["seller"] if found else None
