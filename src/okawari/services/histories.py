"""What the kept records of a shop know of the person's orders, so that a mail about any other order can say so."""

from __future__ import annotations

from dataclasses import replace
from itertools import chain, groupby
from operator import itemgetter

from okawari.domain.judge import Trust
from okawari.domain.order_history import histories_of
from okawari.services import keeping_exports
from okawari.store import facts
from okawari.store.engine import Store


def with_histories(store: Store, trust: Trust) -> Trust:
    """Return the trust with the orders of every kept export; each covers the days from its first order to its last."""
    with store.reading() as transaction:
        placed = facts.placed_in(transaction, keeping_exports.KIND)
        by_export = (histories_of(row[1:] for row in rows) for _, rows in groupby(placed, key=itemgetter(0)))
        return replace(trust, histories=tuple(chain.from_iterable(by_export)))
