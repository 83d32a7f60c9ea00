"""Which looks a watch sleeps through: told from a few values, without the watch itself."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from okawari.domain.money import Money
from okawari.domain.offer import Availability
from okawari.domain.watch.judge import BLIND_LOOKS, CLEARLY_ABOVE, MISSES_TO_REARM
from okawari.domain.watch.watch import Observation, Watch, WatchState


@dataclass(frozen=True, slots=True)
class Doze:
    """A watch that more of the same leaves as it stands: more matches where it has `matched`, else more clear misses.

    `limit` is the highest price that matches, or that is no clear miss; None where no price decides. `preorder` takes a
    preorder for stock, `until` is the last day of the watch.
    """

    matched: bool
    limit: Money | None = None
    preorder: bool = False
    until: date | None = None

    def through(self, seen: Observation, today: date) -> bool:
        """Tell whether the look changes nothing; False where only the watch itself can say."""
        stock, price, limit = seen.availability, seen.price, self.limit
        if seen.trouble or stock is Availability.UNKNOWN or (self.until and today > self.until):
            return False
        had = stock.is_at_hand or (self.preorder and stock is Availability.PREORDER)
        if limit is None:
            return had is self.matched
        if price is None or price.currency != limit.currency or price.amount <= 0:
            return not (had or self.matched)
        if self.matched:
            return had and price.amount <= limit.amount
        return not had or price.amount > limit.amount


def doze(watch: Watch, state: WatchState) -> Doze | None:
    """Return which looks a watch sleeps through as it stands; None where each look is to be judged."""
    if watch.burst_at or watch.earlier_days or state.seeing < BLIND_LOOKS or state.first_price is None:
        return None
    if state.misses >= MISSES_TO_REARM:
        above = Money(watch.price.amount * CLEARLY_ABOVE, watch.price.currency) if watch.price else None
        return Doze(matched=False, limit=above, preorder=watch.preorder, until=watch.until)
    asks_more = (
        watch.seller or watch.appears or watch.condition or watch.effective or watch.drop_percent or watch.lowest
    )
    if state.armed or state.misses or asks_more:
        return None
    return Doze(matched=True, limit=watch.price, preorder=watch.preorder, until=watch.until)
