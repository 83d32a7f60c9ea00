"""The shopper's own record over everything that is kept."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from okawari.domain.message import CauseCode
from okawari.domain.own_record import CancellingSeller, OwnRecord
from okawari.domain.own_record import own_record as record_of
from okawari.domain.plan import Plan
from okawari.domain.refund import Asked
from okawari.services.cases import list_cases, plans_of
from okawari.services.seen_offers import SeenOffers
from okawari.sources import registry
from okawari.store import orders
from okawari.store.engine import Store, Transaction


def own_record(store: Store, on: date, year: int | None = None) -> OwnRecord:
    """Return who cancelled on whom, over all years or in one."""
    plans = list_cases(store, Asked(on=on))
    with store.reading() as transaction:
        return record_of(_with_again(transaction, plans), registry.merchants(), year)


def cancelling_sellers(store: Store, on: date) -> tuple[CancellingSeller, ...]:
    """Return the sellers who cancelled on the shopper, the most frequent first."""
    with store.reading() as transaction:
        plans = plans_of(transaction, orders.with_facts(transaction, ("cancel_notified",)), Asked(on=on))
        return record_of(_with_again(transaction, plans), registry.merchants()).sellers


def _with_again(transaction: Transaction, plans: Iterable[Plan]) -> Iterator[Plan]:
    """Yield the plans, those of things that a seller did not have with whether they were on sale again."""
    seen = SeenOffers(transaction)
    for plan in plans:
        out_of_stock = plan.case.seller and plan.case.cancel and plan.case.cancel.cause is CauseCode.STOCKOUT
        yield replace(plan, case=seen.with_again(plan.case)) if out_of_stock else plan
