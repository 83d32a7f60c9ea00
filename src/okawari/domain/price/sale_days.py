"""The next days on which a mall gives more points, as far as its rules tell them."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date, timedelta
from typing import Any, Final, NamedTuple

from okawari.domain.price.benefit import in_force
from okawari.domain.rule import Rule

_AHEAD: Final = 14
"""Days that are looked ahead: our own choice."""
RESERVES_NOTHING: Final = "MKT-CART-01"


class SaleDay(NamedTuple):
    """The next day of a benefit in a mall, and whether it wants an entry first."""

    mall: str
    benefit: str
    rule: str
    on: date
    entry: bool


def sale_days(points: Sequence[Rule], malls: Collection[str], on: date) -> tuple[SaleDay, ...]:
    """Return the next day of each benefit that comes on fixed days, the nearest first.

    `points` are the rules of this domain. Sales whose dates a mall announces each time are not known, so not told.
    """
    found = []
    for rule in points:
        then: Mapping[str, Any] = rule.then
        mall = str(rule.when.get("platform", ""))
        if (
            mall not in malls
            or "benefit" not in rule.when
            or "base" not in then
            or not {"days", "weekday"} & then.keys()
        ):
            continue
        days = (on + timedelta(days=ahead) for ahead in range(_AHEAD))
        nearest = next((day for day in days if _is_day(then, day) and in_force(then, day)), None)
        if nearest is not None:
            found.append(SaleDay(mall, str(rule.when["benefit"]), rule.id, nearest, bool(then.get("entry"))))
    return tuple(sorted(found, key=lambda one: (one.on, one.mall)))


def _is_day(then: Mapping[str, Any], day: date) -> bool:
    return day.day in then.get("days", (day.day,)) and day.weekday() == then.get("weekday", day.weekday())
