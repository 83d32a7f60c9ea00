"""A Paidy refund against bills: the next ones shrink, the rest is carried over."""

from __future__ import annotations

from collections.abc import Sequence

from okawari.domain.money import Money


def set_off(bills: Sequence[Money], refund: Money) -> tuple[tuple[Money, ...], Money]:
    """Return the bills after the refund was taken off, in order, and what is left of it for later bills.

    No bill falls below zero and no cash is paid out. Source: REF-AMZ-PAIDY-01 and -02. ValueError on mixed currencies.
    """
    left, shrunk = refund, []
    for bill in bills:
        taken = min(bill, left)
        shrunk.append(bill - taken)
        left = left - taken
    return tuple(shrunk), left
