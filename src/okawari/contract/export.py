"""The document `okawari.export/1`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from okawari.contract import values
from okawari.contract.json_text import json_text
from okawari.contract.values import Document
from okawari.domain.export import ExportedLine, ExportedOrder, ExportedRefund, ExportedShipment
from okawari.domain.japan_time import in_japan, japan_day
from okawari.domain.problem import Problem

SCHEMA = "okawari.export/1"
_LISTS = ("orders", "refunds", "problems")


def export_document_text(found: Iterable[ExportedOrder | ExportedRefund | Problem], locale: str) -> Iterator[str]:
    """Yield the document as pieces of JSON text; what is found must come as orders, then refunds, then problems."""
    yield f'{{"schema": "{SCHEMA}", "orders": ['
    at, separator = 0, "\n"
    for one in found:
        name, entry = _entry(one, locale)
        while _LISTS[at] != name:
            at, separator = at + 1, "\n"
            yield f'\n], "{_LISTS[at]}": ['
        yield separator + json_text(entry)
        separator = ",\n"
    yield "".join(f'\n], "{name}": [' for name in _LISTS[at + 1 :]) + "\n]}\n"


def _entry(one: ExportedOrder | ExportedRefund | Problem, locale: str) -> tuple[str, Document]:
    match one:
        case ExportedOrder():
            return "orders", order(one)
        case ExportedRefund():
            return "refunds", refund(one)
        case Problem():
            return "problems", values.problems([one], locale)[0]


def order(found: ExportedOrder) -> Document:
    """Return one order of the document."""
    at = in_japan(found.ordered_at) if found.ordered_at else None
    parcels = dict.fromkeys(parcel for shipment in found.shipments for parcel in shipment.parcels)
    return {
        "file": found.file,
        "order": found.number,
        "merchant": found.merchant,
        "state": found.state.value,
        "ordered_at": values.moment(at),
        "ordered_on": values.day(at.date() if at else None),
        "items": [_line(line) for line in found.lines],
        "total": values.money(found.total),
        "payment_methods": values.payments(found.payments),
        "seller": found.seller,
        "shipments": [_shipment(shipment) for shipment in found.shipments],
        "parcels": values.parcels(parcels),
        "charges": [{"date": values.day(one.on), "amount": values.money(one.amount)} for one in found.charges],
        "replaces": found.replaces,
        "digital": found.digital,
    }


def refund(found: ExportedRefund) -> Document:
    """Return one refund of the document."""
    return {
        "file": found.file,
        "order": found.order,
        "merchant": found.merchant,
        "amount": values.money(found.amount),
        "date": values.day(japan_day(found.at) if found.at else None),
        "refunded_at": values.moment(in_japan(found.at) if found.at else None),
        "reason": found.reason or None,
        "completed": found.completed,
    }


def _line(line: ExportedLine) -> Document:
    asin = next((value for kind, value in line.item.identifiers if kind == "asin"), None)
    return values.item(line.item) | {"asin": asin, "cancelled": line.cancelled}


def _shipment(shipment: ExportedShipment) -> Document:
    at = in_japan(shipment.at)
    return {
        "shipped_at": values.moment(at),
        "shipped_on": values.day(at.date()),
        "parcels": values.parcels(shipment.parcels),
        "titles": list(shipment.titles),
    }
