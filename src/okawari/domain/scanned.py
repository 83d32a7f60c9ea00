"""Which order a carrier's words are about: a carrier names a parcel, and a shop's mail says whose it is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

from okawari.domain.belief import instant, is_forged
from okawari.domain.facts import Fact, OrderPlaced, ParcelScanned, ShipmentNotified
from okawari.domain.japan_time import japan_day
from okawari.domain.message import Item, Parcel

LIFE_OF_A_NUMBER = timedelta(days=90)
"""Carriers drop a number after 60 to 90 days and give it out again later. Source: TRK-UNREG-06."""
_UNKNOWN = "unknown"


def scans_of(said: Sequence[Fact], scans: Iterable[ParcelScanned]) -> Iterator[ParcelScanned]:
    """Yield the scans of parcels that were named in what was said of one order, as facts of that order.

    A parcel is the same where number and carrier are (a carrier that is not known may be any), within the time that a
    number lives. A record that was looked up and begins before the day of the order is of another parcel: numbers are
    given out again. Forged mails name no parcels.
    """
    placed = placed_on(said)
    sent = [fact for fact in said if isinstance(fact, ShipmentNotified) and fact.parcels and not is_forged(fact)]
    for scan in scans:
        if placed and scan.since and japan_day(scan.since) < placed:
            continue
        homes = [fact for fact in sent if _carries(fact, scan)]
        if homes and not is_forged(scan):
            items: tuple[Item, ...] = tuple(dict.fromkeys(item for fact in homes for item in fact.part.items))
            yield replace(scan, merchant=homes[0].merchant, order=homes[0].order, carried=items)


def placed_on(said: Iterable[Fact]) -> date | None:
    """Return the day of the order as the shop tells it; None where only a pasted text, or nobody, does."""
    placed = [fact for fact in said if isinstance(fact, OrderPlaced) and not is_forged(fact)]
    named = [fact.part.ordered_on for fact in placed if fact.part.ordered_on]
    mailed = [japan_day(fact.at) for fact in placed if fact.at and not fact.provenance.pasted]
    return min(named or mailed, default=None)


def parcel_numbers(facts: Iterable[Fact]) -> tuple[str, ...]:
    """Return the numbers of the parcels that shops and carriers name in the facts, each once."""
    numbers: dict[str, None] = {}
    for fact in facts:
        if isinstance(fact, ShipmentNotified):
            for parcel in fact.parcels:
                numbers[parcel.number] = None
        elif isinstance(fact, ParcelScanned):
            numbers[fact.parcel.number] = None
    return tuple(numbers)


def _carries(shipment: ShipmentNotified, scan: ParcelScanned) -> bool:
    near = None in (shipment.at, scan.at) or abs(instant(scan.at) - instant(shipment.at)) <= LIFE_OF_A_NUMBER
    return near and any(same_parcel(parcel, scan.parcel) for parcel in shipment.parcels)


def same_parcel(one: Parcel, other: Parcel) -> bool:
    """Return whether two names are of one parcel; a carrier that is not known may be any."""
    return one.number == other.number and (one.carrier == other.carrier or _UNKNOWN in {one.carrier, other.carrier})
