"""The shopper's own record over everything that is kept."""

from __future__ import annotations

from datetime import date

from okawari.domain.own_record import OwnRecord
from okawari.domain.own_record import own_record as record_of
from okawari.domain.refund import Asked
from okawari.services.cases import list_cases
from okawari.sources import registry
from okawari.store.engine import Store


def own_record(store: Store, on: date, year: int | None = None) -> OwnRecord:
    """Return who cancelled on whom, over all years or in one."""
    return record_of(list_cases(store, Asked(on=on)), registry.merchants(), year)
