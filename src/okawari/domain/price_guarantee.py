"""Amazon's price guarantee for preorders: the lowest price seen in its window against what was charged. MKT-PRE-01."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from okawari.domain.authenticity import Verdict
from okawari.domain.case import Case, CaseState
from okawari.domain.guarantee import is_mall
from okawari.domain.history import History, moment_of
from okawari.domain.japan_time import japan_day
from okawari.domain.message import Item
from okawari.domain.money import Money
from okawari.domain.preorder import SeenPrice
from okawari.domain.same_thing.order_line import same_title

RULE = "MKT-PRE-01"
_OVER = frozenset({CaseState.CANCELLED, CaseState.REFUND_PENDING, CaseState.REFUNDED, CaseState.CANCELLING})


class Kept(StrEnum):
    """How the guarantee stands: `LOWER`: charged more than the lowest price seen; `TO_COME`: not charged yet."""

    LOWER = "lower"
    TO_COME = "to_come"
    KEPT = "kept"
    UNKNOWN = "unknown"
    NOT_COVERED = "not_covered"
    ENDED = "ended"


@dataclass(frozen=True, slots=True, kw_only=True)
class PriceGuarantee:
    """The guarantee of one thing: its window, what was charged for it and the lowest price that was seen meanwhile.

    `until` is the earlier of shipping and release, the last day that counts. Unless `charge_known`, `charged` is what was
    asked when the order was placed. `outside` counts prices that were seen on other days.
    """

    item: str
    kept: Kept
    since: date | None
    until: date
    charged: Money | None = None
    charge_known: bool = False
    lowest: SeenPrice | None = None
    outside: int = 0

    @property
    def difference(self) -> Money | None:
        """What should come back, where it was charged too much."""
        if self.kept is not Kept.LOWER or self.charged is None or self.lowest is None:
            return None
        return Money(self.charged.amount - self.lowest.price.amount, self.charged.currency)


def price_guarantees(case: Case) -> tuple[PriceGuarantee, ...]:
    """Return how the guarantee stands for each thing of a preorder at Amazon.co.jp; none for any other order.

    Whether a page bore the mark of the guarantee, no mail tells: the person is to look.
    """
    if case.merchant != "amazon_jp" or case.release_on is None or case.authenticity.verdict is Verdict.PHISHING:
        return ()
    if case.ordered_on and case.ordered_on >= case.release_on:
        return ()
    return tuple(_guarantees(case, case.release_on))


def prices_of(item: Item, past: History, since: date, until: date) -> Iterator[SeenPrice]:
    """Yield the prices in yen that the past of Amazon's own offer shows for the days of a window."""
    for point, end in past.spans():
        price = point.state.price if point.state else None
        first, last = japan_day(point.at), japan_day(moment_of(end))
        if price and price.currency == "JPY" and first <= until and last >= since:
            yield SeenPrice(price=price, on=max(first, since), item=item.title, ground="history")


def _guarantees(case: Case, release: date) -> Iterator[PriceGuarantee]:
    until = min(release, japan_day(case.shipped_at)) if case.shipped_at else release
    for item in case.items:
        paid = next((one.price for one in case.charged_items if same_title(one.title, item.title)), None)
        known = PriceGuarantee(
            item=item.title,
            kept=Kept.UNKNOWN,
            since=case.ordered_on,
            until=until,
            charged=paid or item.price,
            charge_known=paid is not None,
            outside=sum(not (case.ordered_on or until) <= one.on <= until for one in _seen_of(case, item)),
        )
        if case.seller and not is_mall(case.seller):
            yield replace(known, kept=Kept.NOT_COVERED)
        elif case.state in _OVER:
            yield replace(known, kept=Kept.ENDED)
        else:
            yield _judged(case, known, _lowest(case, item, known))


def _judged(case: Case, known: PriceGuarantee, lowest: SeenPrice | None) -> PriceGuarantee:
    if lowest is None or known.charged is None or lowest.price.currency != known.charged.currency:
        return known
    if lowest.price.amount >= known.charged.amount:
        return replace(known, kept=Kept.KEPT, lowest=lowest)
    return replace(known, kept=Kept.LOWER if case.shipped_at else Kept.TO_COME, lowest=lowest)


def _seen_of(case: Case, item: Item) -> Iterator[SeenPrice]:
    alone = len(case.items) == 1
    return (one for one in case.prices_seen if one.item == item.title or (alone and not one.item))


def _lowest(case: Case, item: Item, known: PriceGuarantee) -> SeenPrice | None:
    """Return the lowest price that was seen of the thing in its window; None without a window or a price."""
    if known.since is None:
        return None
    seen = [one for one in _seen_of(case, item) if known.since <= one.on <= known.until]
    return min(seen, key=lambda one: (one.price.amount, one.on), default=None)
