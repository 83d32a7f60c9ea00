"""Digital orders: several rows for each item, one for each part of its price."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence

from okawari.domain.export import ExportedLine, ExportedOrder, ExportState
from okawari.domain.message import Item
from okawari.domain.money import Money
from okawari.sources.amazon_export.marketplaces import merchant_of
from okawari.sources.amazon_export.orders import is_cancelled, sum_of
from okawari.sources.amazon_export.rows import Row, one_version


def digital_order_of(number: str, told: Sequence[Row]) -> ExportedOrder:
    """Return the order: price, tax and coupons of an item are rows of their own, which together are its price."""
    rows = one_version(told, lambda row: (_item_key(row), row["component"], row["offer"]), lambda _row: False)
    items: dict[Hashable, list[Row]] = {}
    for row in rows:
        items.setdefault(_item_key(row), []).append(row)
    lines = tuple(_line(parts) for parts in items.values())
    sellers = {row["seller"] for row in rows}
    first = rows[0]
    return ExportedOrder(
        file=first.file,
        number=number,
        merchant=merchant_of(_website(first), first["currency"]),
        state=ExportState.CANCELLED if all(line.cancelled for line in lines) else ExportState.UNKNOWN,
        ordered_at=next((at for row in rows if (at := row.moment("date"))), None),
        lines=lines,
        total=sum_of([line.item.line_total for line in lines]),
        seller=sellers.pop() if len(sellers) == 1 else None,
        digital=True,
    )


def older_digital_order_of(
    number: str, packets: Sequence[Row], titles: Sequence[Row], amounts: Mapping[str, Sequence[Row]]
) -> ExportedOrder:
    """Return an order whose date, titles and amounts stand in three tables, joined by its number and its packets."""
    named = {row["packet"]: row for row in packets if row["packet"]}
    paid = [_money(amounts[packet]) for packet in named if packet and amounts.get(packet)]
    whole = sum_of(paid) if len(paid) == len(named) and paid else None
    goods = {row["asin"] or row["title"]: row for row in titles}
    lines = tuple(
        ExportedLine(
            item=Item(
                title=row["title"] or "",
                line_total=whole if len(goods) == 1 else None,
                identifiers=(("asin", row["asin"]),) if row["asin"] else (),
            )
        )
        for row in goods.values()
    )
    return ExportedOrder(
        file=packets[0].file,
        number=number,
        merchant=merchant_of(None, whole.currency if whole else None),
        state=ExportState.UNKNOWN,
        ordered_at=next((at for row in packets if (at := row.moment("date"))), None),
        lines=lines,
        total=whole,
        digital=True,
    )


def _line(rows: Sequence[Row]) -> ExportedLine:
    first = rows[0]
    item = Item(
        title=first["title"] or "",
        line_total=_money(rows),
        identifiers=(("asin", first["asin"]),) if first["asin"] else (),
    )
    return ExportedLine(item=item, cancelled=all(is_cancelled(row) for row in rows))


def _money(rows: Sequence[Row]) -> Money | None:
    return sum_of([row.money("amount") for row in rows])


def _item_key(row: Row) -> Hashable:
    return row["item"] or row["asin"] or row["title"]


def _website(row: Row) -> str | None:
    """Return the website where the column holds one: older exports write an internal number there."""
    said = row["website"]
    return said if said and "." in said else None
