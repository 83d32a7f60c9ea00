"""Which doors are open to a shopper whose goods or money stay away: by the mall, who sold and who shipped."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from okawari.domain.case import Case, CaseState
from okawari.domain.contact import Party, first_with
from okawari.domain.guarantee import chargeback_at, claim_window, is_by_seller
from okawari.domain.japan_time import japan_day
from okawari.domain.merchant import Merchant
from okawari.domain.money import Money
from okawari.domain.order_history import is_digital
from okawari.domain.phrase import Phrase, phrase
from okawari.domain.plan import Plan
from okawari.domain.rule import Rule
from okawari.domain.told import is_stand_in


class Way(StrEnum):
    """To whom one turns; the words stand under `claims.way_<value>`."""

    SHOP = "shop"
    CUSTOMER_SERVICE = "customer_service"
    A_TO_Z = "a_to_z"
    ANSHIN = "anshin"
    YAHOO_NONARRIVAL = "yahoo_nonarrival"
    MALL = "mall"


class Stand(StrEnum):
    """Whether a door is open today; the words stand under `claims.stand_<value>`.

    `settled`: the money has come, and nothing is left to claim. `unknown`: nobody confirmed the conditions, or a fact lacks.
    """

    OPEN = "open"
    WAIT = "wait"
    CLOSED = "closed"
    EXCLUDED = "excluded"
    SETTLED = "settled"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Door:
    """One way to turn to: from and until which day (None: not known, or no such day), up to how much, under what rules."""

    way: Way
    stand: Stand
    opens: date | None = None
    closes: date | None = None
    cap: Money | None = None
    rules: tuple[str, ...] = ()
    notes: tuple[Phrase, ...] = ()


def doors_of(plan: Plan, rules: Sequence[Rule], merchant: Merchant | None = None) -> tuple[Door, ...]:
    """Return the doors for a case on the day of its plan, in the order in which one tries them.

    A shop that is no mall has its own door only. `rules` are those of the domain `marketplace`. Source: MKT-ATOZ-01 to -07, MKT-RAK-ANSHIN-01, MKT-YS-NONARRIVAL-01.
    """
    by_id = {rule.id: rule for rule in rules}
    match plan.case.merchant:
        case "amazon_jp":
            return tuple(_amazon(plan, by_id))
        case "rakuten":
            return (_shop(plan), _anshin(plan, by_id))
        case "yahoo_shopping":
            return (_shop(plan), _unconfirmed(plan, Way.YAHOO_NONARRIVAL, "MKT-YS-NONARRIVAL-01"))
        case _ if merchant and not merchant.marketplace:
            return (_shop(plan),)
        case _:
            return (_shop(plan), _unconfirmed(plan, Way.MALL))


def lacks_of(plan: Plan) -> tuple[str, ...]:
    """Return what a claim still lacks: `order`, `seller`, `shipped_by`, `delivery_latest`, `contact`, `payment`, `amount`."""
    case = plan.case
    marketplace = case.merchant == "amazon_jp" and not is_digital(case.order)
    by_seller = is_by_seller(case)
    asked = any(one.party in {Party.SELLER, Party.SHOP, Party.PLATFORM} for one in case.contacts)
    lacking = {
        "order": not case.order or is_stand_in(case.order),
        "seller": marketplace and not case.seller,
        "shipped_by": marketplace and by_seller and not case.shipped_by,
        "delivery_latest": marketplace and by_seller and case.delivery_latest is None,
        "contact": first_with(case.contacts, Party.SELLER) is None if by_seller and marketplace else not asked,
        "payment": not case.payments and not case.paid_by and all(leg.method == "unknown" for leg in plan.refunds),
        "amount": case.amount_due is None and case.total is None,
    }
    return tuple(code for code, lacks in lacking.items() if lacks)


def _amazon(plan: Plan, by_id: Mapping[str, Rule]) -> Iterator[Door]:
    case = plan.case
    if not case.seller:
        notes = (phrase("claims.note_who_sold"),)
        yield Door(
            way=Way.CUSTOMER_SERVICE, stand=_or_settled(plan, Stand.UNKNOWN), rules=("MKT-ATOZ-01",), notes=notes
        )
        yield Door(way=Way.A_TO_Z, stand=_or_settled(plan, Stand.UNKNOWN), rules=("MKT-ATOZ-01",), notes=notes)
    elif not is_by_seller(case):
        yield Door(way=Way.CUSTOMER_SERVICE, stand=_or_settled(plan, Stand.OPEN), rules=("MKT-ATOZ-01",))
    elif is_digital(case.order):
        yield Door(way=Way.CUSTOMER_SERVICE, stand=_or_settled(plan, Stand.OPEN))
        excluded, why = _or_settled(plan, Stand.EXCLUDED), (phrase("claims.note_digital"),)
        yield Door(way=Way.A_TO_Z, stand=excluded, rules=("MKT-ATOZ-06",), notes=why)
    else:
        yield _a_to_z(plan, by_id)


def _a_to_z(plan: Plan, by_id: Mapping[str, Rule]) -> Door:
    case = plan.case
    messaged_at = first_with(case.contacts, Party.SELLER)
    days = {one.what: one.on for one in claim_window(case, tuple(by_id.values()), messaged_at)}
    closes, waited, opened = (days.get(f"atoz_{what}") for what in ("closes", "claim_from", "opens"))
    opens = max(waited, opened) if waited and opened else None
    cap = _cap(by_id["MKT-ATOZ-07"])
    notes = [phrase("claims.note_chargeback"), phrase("claims.note_digital")]
    if messaged_at is None:
        notes.insert(0, phrase("claims.note_write_first"))
    if not case.shipped_by:
        notes.insert(0, phrase("claims.note_who_shipped"))
    if (
        cap
        and (amount := case.amount_due or case.total)
        and amount.currency == cap.currency
        and amount.amount > cap.amount
    ):
        notes.append(phrase("claims.note_over_cap", amount=amount))
    disputed = chargeback_at(case)
    if disputed:
        notes = [phrase("claims.note_closed_by_chargeback", day=japan_day(disputed))]
        stand = Stand.CLOSED
    elif closes is None:
        stand = Stand.UNKNOWN
    elif plan.on > closes:
        stand = Stand.CLOSED
    elif opens is None or plan.on < opens:
        stand = Stand.WAIT
    else:
        stand = Stand.OPEN if case.shipped_by else Stand.UNKNOWN
    rules = tuple(f"MKT-ATOZ-0{number}" for number in range(1, 8))
    return Door(
        way=Way.A_TO_Z,
        stand=_or_settled(plan, stand),
        opens=opens,
        closes=closes,
        cap=cap,
        rules=rules,
        notes=tuple(notes),
    )


def _anshin(plan: Plan, by_id: Mapping[str, Rule]) -> Door:
    rule = by_id["MKT-RAK-ANSHIN-01"]
    closes = next((one.on for one in claim_window(plan.case, (rule,)) if one.what == "anshin_closes"), None)
    stand = Stand.UNKNOWN if closes is None else Stand.CLOSED if plan.on > closes else Stand.OPEN
    times = rule.then.get("times_per_year")
    notes = [phrase("claims.note_conditions_unread")]
    if isinstance(times, int):
        notes.insert(0, phrase("claims.note_times", times=times))
    return Door(
        way=Way.ANSHIN,
        stand=_or_settled(plan, stand),
        closes=closes,
        cap=_cap(rule),
        rules=(rule.id,),
        notes=tuple(notes),
    )


def _shop(plan: Plan) -> Door:
    return Door(way=Way.SHOP, stand=_or_settled(plan, Stand.OPEN))


def _unconfirmed(plan: Plan, way: Way, *rules: str) -> Door:
    note = phrase("claims.note_unconfirmed")
    return Door(way=way, stand=_or_settled(plan, Stand.UNKNOWN), rules=rules, notes=(note,))


def _or_settled(plan: Plan, stand: Stand) -> Stand:
    return Stand.SETTLED if _all_back(plan) else stand


def _all_back(plan: Plan) -> bool:
    case: Case = plan.case
    if case.state is CaseState.REFUNDED:
        return True
    return case.cancelled_at is not None and bool(plan.refunds) and all(leg.seen for leg in plan.refunds)


def _cap(rule: Rule) -> Money | None:
    most = rule.then.get("max_yen")
    return Money(Decimal(most)) if isinstance(most, int) else None
