"""The shopper's own record over everything that is kept."""

from __future__ import annotations

from datetime import date

from okawari.domain.own_record import CancellingSeller, OwnRecord
from okawari.domain.own_record import own_record as record_of
from okawari.domain.refund import Asked
from okawari.services.cases import list_cases, plans_of
from okawari.sources import registry
from okawari.store import orders
from okawari.store.engine import Store


def own_record(store: Store, on: date, year: int | None = None) -> OwnRecord:
    """Return who cancelled on whom, over all years or in one."""
    return record_of(list_cases(store, Asked(on=on)), registry.merchants(), year)


def cancelling_sellers(store: Store, on: date) -> tuple[CancellingSeller, ...]:
    """Return the sellers who cancelled on the shopper, the most frequent first."""
    with store.reading() as transaction:
        plans = plans_of(transaction, orders.with_facts(transaction, ("cancel_notified",)), Asked(on=on))
    return record_of(plans, registry.merchants()).sellers
