"""Orders of goods: one row for each shipped item, which repeats what belongs to the shipment and to the order."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from datetime import datetime
from typing import TypeVar

from okawari.domain.export import ExportedLine, ExportedOrder, ExportedShipment, ExportState
from okawari.domain.message import Item, Parcel, PaymentPart
from okawari.domain.money import Money, total
from okawari.sources.amazon_export.cells import joined
from okawari.sources.amazon_export.marketplaces import merchant_of, parcel_of, payments_of
from okawari.sources.amazon_export.rows import Row, one_version

ThingT = TypeVar("ThingT")
_OPEN = frozenset({"authorized", "new", "pending", "open", "unshipped"})


def order_of(number: str, told: Sequence[Row], replaces: str | None) -> ExportedOrder:
    """Return the order that the rows speak of.

    Only `Total Amount` is the line's own; subtotals and shipping of a shipment stand on each of its rows and are never
    summed.
    """
    rows = one_version(told, _same_item, _is_settled)
    lines = tuple([_line(row) for row in rows])
    shipments = _shipments(rows)
    first = rows[0]
    return ExportedOrder(
        file=first.file,
        number=number,
        merchant=merchant_of(first["website"], first["currency"]),
        state=_state(rows, [row for row, line in zip(rows, lines, strict=True) if not line.cancelled], shipments),
        ordered_at=next((at for row in rows if (at := row.moment("date"))), None),
        lines=lines,
        total=sum_of([line.item.line_total for line in lines]),
        payments=_payments(rows),
        shipments=shipments,
        replaces=replaces,
    )


def sum_of(amounts: Sequence[Money | None]) -> Money | None:
    """Return the sum, None where one of the amounts is not known."""
    known = [amount for amount in amounts if amount is not None]
    return total(known) if len(known) == len(amounts) else None


def is_cancelled(row: Row) -> bool:
    """Return whether the row's order status says that it was cancelled."""
    return (row["status"] or "").casefold() in {"cancelled", "canceled"}


def _line(row: Row) -> ExportedLine:
    asin = row["asin"]
    item = Item(
        title=row["title"] or "",
        quantity=row.quantity("quantity"),
        price=row.money_of_two("unit", "tax"),
        line_total=row.money("total"),
        identifiers=(("asin", asin),) if asin else (),
    )
    return ExportedLine(item=item, cancelled=is_cancelled(row))


def _shipments(rows: Sequence[Row]) -> tuple[ExportedShipment, ...]:
    """Return one shipment for each moment at which something left; a cell may hold several, joined by "and"."""
    together: dict[tuple[str, str | None], list[Row]] = {}
    for row in rows:
        if (shipped := row["shipped"]) is not None:
            together.setdefault((shipped, row["carrier"]), []).append(row)
    left: dict[datetime, tuple[list[Parcel], list[str]]] = {}
    for (shipped, carrier), alike in together.items():
        moments, carriers = alike[0].moments(joined(shipped)), joined(carrier)
        for index, at in enumerate(moments):
            parcels, titles = left.setdefault(at, ([], []))
            mine = carriers[index : index + 1] if len(carriers) == len(moments) else carriers
            parcels += [parcel for wording in mine if (parcel := parcel_of(wording))]
            titles += [row["title"] or "" for row in alike]
    return tuple(
        [
            ExportedShipment(at=at, parcels=_once(parcels), titles=_once(titles))
            for at, (parcels, titles) in sorted(left.items())
        ]
    )


def _once(listed: Sequence[ThingT]) -> tuple[ThingT, ...]:
    return tuple(dict.fromkeys(listed)) if len(listed) > 1 else tuple(listed)


def _payments(rows: Sequence[Row]) -> tuple[PaymentPart, ...]:
    return _once([part for cell in dict.fromkeys([row["payment"] for row in rows]) for part in payments_of(cell)])


def _state(rows: Sequence[Row], alive: Sequence[Row], shipments: Sequence[ExportedShipment]) -> ExportState:
    """Return the state of an order of which the rows `alive` are not cancelled."""
    if not alive:
        return ExportState.CANCELLED
    if shipments or any("shipped" in (row["shipment_status"] or "").casefold().split() for row in rows):
        return ExportState.SHIPPED
    statuses = {(row["status"] or "").casefold() for row in alive}
    return ExportState.ORDERED if statuses <= _OPEN else ExportState.UNKNOWN


def _same_item(row: Row) -> Hashable:
    unit = (row["unit"] or "").replace(",", "").strip("'")
    return row["asin"] or row["title"], unit


def _is_settled(row: Row) -> bool:
    return is_cancelled(row) or row["shipped"] is not None
