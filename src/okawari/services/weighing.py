"""What a look at a page is weighed by: the effective price, its risk, and the past of the offer."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import jpholiday

from okawari.domain.candidate import Candidate
from okawari.domain.history import History, lowest_price, median_price, minute_of, reaches_back
from okawari.domain.japan_time import japan_day
from okawari.domain.money import Money, yen
from okawari.domain.price.effective import Price
from okawari.domain.profile import Profile
from okawari.domain.ranking import alone
from okawari.domain.risk import Risk
from okawari.domain.watch.watch import Alert, AlertKind, Observation, Watch, Yardstick
from okawari.reading.page.delivery import promise_in
from okawari.services.ranking import named, setting

LOWEST_NEEDS = timedelta(days=30)
"""How far a past must reach back before its lowest price means anything."""

_GROUNDS_TOLD = 2
_NO_PURCHASE = frozenset({AlertKind.CANNOT_SEE, AlertKind.EXPIRED})


def yardstick(watch: Watch, seen: Observation, past: History, profile: Profile) -> Yardstick:
    """Return what the look is weighed by for a person, as far as the watch asks for it; `past` ends before the look."""
    now = minute_of(seen.at)
    found = _weighed(watch.url, seen, profile) if watch.effective else None
    effective = _yen(found[0].sure) if found else None
    asks = watch.earlier_days and seen.delivery
    promise = promise_in(seen.delivery, japan_day(seen.at), jpholiday.is_holiday) if asks else None
    if not watch.asks_for_past:
        return Yardstick(effective=effective, promise=promise)
    days = timedelta(days=watch.drop_days) if watch.drop_percent else timedelta()
    begun = now - max(days, LOWEST_NEEDS if watch.lowest else days) // timedelta(minutes=1)
    window = past.since(now - days // timedelta(minutes=1)) if days else past
    return Yardstick(
        effective=effective,
        median=median_price(window) if days else None,
        lowest=lowest_price(past),
        promise=promise,
        short=not reaches_back(past, begun),
    )


def with_price_and_risk(alert: Alert, seen: Observation, profile: Profile) -> Alert:
    """Return an alert of something to buy with its effective price for a person and what speaks against the offer."""
    found = _weighed(alert.url, seen, profile) if alert.kind not in _NO_PURCHASE and alert.price else None
    if found is None:
        return alert
    price, risk = found
    return replace(
        alert,
        effective=_yen(price.sure),
        effective_best=_yen(price.best),
        risk=risk.level.value,
        risk_grounds=tuple((ground.code, ground.found) for ground in risk.grounds[:_GROUNDS_TOLD]),
    )


def _yen(amount: int | None) -> Money | None:
    return yen(amount) if amount is not None else None


def _weighed(url: str, seen: Observation, profile: Profile) -> tuple[Price, Risk] | None:
    if seen.price is None or seen.price.currency != "JPY":
        return None
    offer = Candidate(
        title=seen.title,
        seller=seen.seller or "",
        url=url,
        price=seen.price,
        tax_included=seen.tax_included,
        shipping=seen.shipping,
        points=seen.points,
        availability=seen.availability,
        condition=seen.condition,
    )
    return alone(named(offer), setting(profile, japan_day(seen.at)))
