"""The document `okawari.read/1`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from okawari.contract import values
from okawari.contract.json_text import json_text
from okawari.contract.values import Document
from okawari.domain.message import (
    Cancel,
    CardStage,
    CardUse,
    MessageKind,
    MessageReading,
    Refund,
    Renumbering,
    Understanding,
)
from okawari.domain.money import total

SCHEMA = "okawari.read/1"
_WITH_CANCEL = frozenset({MessageKind.CANCELLED, MessageKind.PARTIALLY_CANCELLED, MessageKind.CANCEL_REQUESTED})


def read_document(readings: Iterable[MessageReading], locale: str) -> Document:
    """Return the document of `okawari read`, its texts in the language."""
    return {"schema": SCHEMA, "messages": [message(reading, locale) for reading in readings]}


def read_document_text(readings: Iterable[MessageReading], locale: str) -> Iterator[str]:
    """Yield the document as pieces of JSON text, one message at a time, so that a huge mailbox is never held whole."""
    yield f'{{"schema": "{SCHEMA}", "messages": ['
    for number, reading in enumerate(readings):
        yield ("," if number else "") + "\n" + json_text(message(reading, locale))
    yield "\n]}\n"


def message(reading: MessageReading, locale: str) -> Document:
    """Return one message of the document."""
    said = reading.understood
    sellers = {part.seller for part in said.orders}
    return {
        "file": reading.file,
        "message_id": reading.message_id or None,
        "date": values.moment(reading.date),
        "subject": reading.subject,
        "merchant": said.merchant,
        "kind": said.kind.value,
        "authenticity": values.authenticity(reading.authenticity),
        "order_numbers": list(dict.fromkeys(part.number for part in said.orders if part.number)),
        "items": values.items(item for part in said.orders for item in part.items),
        "total": _total(said),
        "payment_methods": values.payments(payment for part in said.orders for payment in part.payments),
        "seller": sellers.pop() if len(sellers) == 1 else None,
        "parcels": values.parcels(said.parcels),
        "parcel_event": said.event.value if said.event else None,
        "card_uses": [_card_use(use) for use in said.uses],
        "cancel": _cancel(said.cancel or Cancel()) if said.kind in _WITH_CANCEL else None,
        "refund": _refund(said.refund) if said.refund else None,
        "renumbering": _renumbering(said.renumbering) if said.renumbering else None,
        "problems": values.problems((*reading.problems, *said.problems), locale),
    }


def _card_use(use: CardUse) -> Document:
    return {
        "amount": values.money(use.amount),
        "on": values.day(use.on),
        "at": values.moment(use.at),
        "merchant": use.merchant,
        "stage": use.stage.value,
    }


def _total(said: Understanding) -> Document | None:
    """Return the sum over all orders, or over all that a card paid, null where one of them is not known."""
    paid = [use.amount for use in said.uses if use.stage is not CardStage.REVERSED]
    totals = [part.total for part in said.orders] or paid
    known = [amount for amount in totals if amount is not None]
    return values.money(total(known)) if len(known) == len(totals) else None


def _cancel(cancel: Cancel) -> Document:
    return {"by": cancel.by.value, "cause": cancel.cause.value, "wording": cancel.wording}


def _renumbering(said: Renumbering) -> Document:
    return {"kind": said.kind.value, "old": list(said.old), "new": list(said.new)}


def _refund(refund: Refund) -> Document | None:
    if refund.amount is None and refund.date is None and not refund.destination_wording:
        return None
    return {
        "amount": values.money(refund.amount),
        "destination_wording": refund.destination_wording,
        "date": values.day(refund.date),
    }
