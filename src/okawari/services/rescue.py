"""Plan the rescue of every order that the evidence speaks of."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from types import MappingProxyType

import jpholiday

from okawari.domain.advice import advise
from okawari.domain.case import Case, CaseState
from okawari.domain.cause import find_cause
from okawari.domain.collateral import collateral_of
from okawari.domain.elsewhere import search_links
from okawari.domain.facts import Fact
from okawari.domain.fold import fold
from okawari.domain.message import Item
from okawari.domain.owed import settle
from okawari.domain.plan import Plan, Sighting
from okawari.domain.price_guarantee import price_guarantees
from okawari.domain.refund import Asked, losses_of, plan_refunds
from okawari.domain.refund.acknowledge import acknowledge
from okawari.domain.tracking.look import Tracked
from okawari.domain.tracking.trace import traces, with_looks
from okawari.rules.loader import rules
from okawari.sources import registry
from okawari.sources.trackers import shut_carriers

NOTHING_SEEN: Mapping[str, Sighting] = MappingProxyType({})


def plan_facts(facts: Iterable[Fact], asked: Asked) -> tuple[Plan, ...]:
    """Return a plan for each order in the facts, as of the day `asked.on`.

    Shares of money named for several orders at once belong to nobody knows which: their sums are then left open.
    """
    cases = fold(facts)
    owing = sum(case.cancelled_at is not None or case.partial for case in cases)
    asked = asked if owing < 2 else replace(asked, paid_by=tuple(replace(one, amount=None) for one in asked.paid_by))
    return tuple(plan_case(case, asked) for case in cases)


def plan_case(
    case: Case,
    asked: Asked,
    sightings: Mapping[str, Sighting] = NOTHING_SEEN,
    tracked: Sequence[Tracked] = (),
    home: str = "",
) -> Plan:
    """Return the plan for one case; `sightings` say by the name of its share what accounts show of the money.

    `tracked` are looks at its parcels, among others; `home` is the prefecture that goods go to, where it is known.
    """
    case = settle(case, asked.paid_by)
    cause = find_cause(case, registry.merchants().get(case.merchant or ""))
    due = plan_refunds(case, asked, rules("refund") + rules("payment-network"), jpholiday.is_holiday)
    case, refunds = acknowledge(case, due, sightings)
    followed = traces(case, tracked, rules("parcels"), home)
    if followed:
        case = replace(case, timeline=with_looks(case.timeline, followed))
    advice = advise(
        case,
        cause,
        refunds,
        asked=asked,
        merchants=registry.merchants(),
        marketplace=rules("marketplace"),
        parcels=rules("parcels"),
        carriers=rules("tracking"),
        shut=shut_carriers(),
        traces=followed,
    )
    collateral = collateral_of(case, rules("shipping"))
    return Plan(
        case=case,
        on=asked.on,
        cause=cause,
        refunds=refunds,
        deadlines=advice.deadlines,
        steps=advice.steps,
        elsewhere=search_links(_wanted(case, asked.on)),
        unknowns=(*advice.unknowns, *collateral.unknown),
        lost=(*losses_of(case, refunds, rules("refund")), *collateral.lost),
        unaffected=collateral.unaffected,
        conflicts=advice.conflicts,
        traces=followed,
        guarantees=price_guarantees(case),
        wait=advice.wait,
    )


def _wanted(case: Case, on: date) -> tuple[Item, ...]:
    """Return what the shopper may have to get elsewhere: nothing where the order goes its way."""
    late = case.state is CaseState.ORDERED and case.delivery_latest is not None and case.delivery_latest < on
    instead = (case.substitute.item,) if case.substitute else ()
    if case.cancelled_items:
        return case.cancelled_items
    calm = case.state in {CaseState.ORDERED, CaseState.DELIVERED, CaseState.REFUND_PENDING, CaseState.REFUNDED}
    return () if calm and not late and not case.shop_waits else (*case.items, *instead)
