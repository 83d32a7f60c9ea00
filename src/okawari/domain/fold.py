"""Facts into cases: where each order stands.

The cases depend on what was said, not on the order in which the evidence came in, nor on how often.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import TypeVar

from okawari.domain.authenticity import Authenticity, Verdict
from okawari.domain.belief import Weighed, distinct, instant, is_own, verdict, weakest, weigh
from okawari.domain.bought import bought, charged_items
from okawari.domain.case import Again, Case, CaseState, SaidBack
from okawari.domain.facts import (
    CardUsed,
    ConditionTold,
    Contacted,
    DelayNotified,
    Fact,
    GotAgain,
    OfferedAgain,
    OrderPlaced,
    OrderRenumbered,
    ParcelScanned,
    PersonSaid,
    PriceSeen,
    RefundIssued,
    ReservedElsewhere,
    SubstituteOffered,
    SubstituteTold,
)
from okawari.domain.japan_time import japan_day
from okawari.domain.message import Cancel, CancelBy, CauseCode, Item, Refund
from okawari.domain.owed import owed
from okawari.domain.preorder import Promise
from okawari.domain.problem import Problem
from okawari.domain.record import Record, last, record_of
from okawari.domain.renumbering import Story, groups_of, tell_together
from okawari.domain.same_thing.order_line import same_title
from okawari.domain.scanned import placed_on, scans_of
from okawari.domain.standing import deliveries, standing, unsettled
from okawari.domain.substitute import Substitute, substitute_for
from okawari.domain.timeline import timeline
from okawari.domain.witnesses import reconcile

ValueT = TypeVar("ValueT")
_BY_PERSON = PersonSaid | Contacted | ReservedElsewhere | PriceSeen | SubstituteTold | ConditionTold | GotAgain
_Key = tuple[str | None, str, str]


def fold(facts: Iterable[Fact]) -> tuple[Case, ...]:
    """Return one case for each order, the one that was first spoken of first.

    Facts without a merchant join the order of the same number where only one merchant has it. Facts without an order
    number make a case for each piece of evidence: the wrong order would be worse than two cases. What a carrier says of a
    parcel belongs to the orders whose shop named the parcel; without one it makes no case, and nor does a use of a card.
    Orders whose numbers the shop split, merged or changed are one case. An order of which nothing is told but that its
    goods are on sale again makes none.
    """
    groups: dict[_Key, list[Fact]] = {}
    scans: list[ParcelScanned] = []
    for fact in distinct(facts):
        if isinstance(fact, CardUsed):
            continue
        if isinstance(fact, ParcelScanned):
            scans.append(fact)
            continue
        evidence = "" if fact.order else fact.provenance.evidence
        groups.setdefault((fact.merchant, fact.order, evidence), []).append(fact)
    joined = _adopt(groups)
    with_scans = {key: distinct((*said, *scans_of(said, scans))) for key, said in joined.items()}
    told = {key: said for key, said in with_scans.items() if not all(isinstance(one, OfferedAgain) for one in said)}
    return tuple(_case(merchant, story) for merchant, story in _stories(told))


def _stories(said: Mapping[_Key, Sequence[Fact]]) -> Iterator[tuple[str | None, Story]]:
    """Yield each order's story, the numbers that belong together as one."""
    stories: dict[_Key, Story] = {}
    links: list[list[_Key]] = []
    for key, facts in said.items():
        weighed = weigh(facts)
        stories[key] = Story(order=key[1], weighed=weighed, believed=weighed.believed)
        renumbered = (fact.renumbering for fact in weighed.believed if isinstance(fact, OrderRenumbered))
        links += [[(key[0], number, "") for number in one.numbers] for one in renumbered]
    groups = groups_of(links)
    place = {key: number for number, key in enumerate(stories)}
    told: set[_Key] = set()
    for key, story in stories.items():
        if key not in told:
            group = sorted(place.keys() & groups.get(key, ()), key=place.__getitem__)
            told.update(group)
            yield key[0], tell_together([stories[one] for one in group]) if len(group) > 1 else story


def _adopt(groups: Mapping[_Key, list[Fact]]) -> dict[_Key, tuple[Fact, ...]]:
    homes: dict[str, list[_Key]] = {}
    for key in groups:
        if key[0] is not None and key[1]:
            homes.setdefault(key[1], []).append(key)
    joined: dict[_Key, list[Fact]] = {}
    for key, said in groups.items():
        home = homes.get(key[1], []) if key[0] is None else []
        joined.setdefault(home[0] if len(home) == 1 else key, []).extend(said)
    merged = {key: distinct(said) for key, said in joined.items()}
    return dict(sorted(merged.items(), key=lambda entry: (instant(entry[1][0].at), entry[0][0] or "", *entry[0][1:])))


def _case(merchant: str | None, story: Story) -> Case:
    weighed = story.weighed
    record, differences = reconcile(record_of(story.believed))
    placed = bought(record)
    due = owed(placed, record.cancels, record.refunds)
    state = standing(record, due.items, due.amount, partial=due.partial)
    request, parts = last(record.requests), record.parts
    shop_asks = request is not None and request.cancel.by is CancelBy.SHOP
    choice = last([fact for fact in record.messages if fact.asks_choice])
    cannot = last([fact for fact in record.messages if fact.cannot_supply])
    return Case(
        merchant=merchant,
        order=story.order,
        other_orders=story.others,
        state=state,
        authenticity=_authenticity(state, record, weighed),
        items=placed.items,
        cancelled_items=due.items,
        charged_items=charged_items(record, placed.items),
        total=placed.total,
        amount_due=due.amount,
        payments=placed.payments,
        seller=_latest(part.seller for part in parts),
        shipped_by=_latest(part.shipped_by for part in parts),
        ordered_on=_latest(part.ordered_on for part in parts) or _day(_first(record.placed)),
        placed_on=placed_on(story.believed),
        cancelled_at=_first(record.cancels),
        cancelled_last=_first(record.cancels[::-1]),
        cancel=_cancel(record),
        partial=due.partial,
        refunds=_announcements(record),
        refund_issued_on=_issued_on(record.refunds),
        said_back=tuple(_said_back(record.refunds, Verdict.GENUINE)),
        claimed_back=tuple(_said_back(record.refunds, Verdict.UNPROVEN)),
        shipped_at=_first(record.shipments),
        delivered_at=_first(deliveries(record)),
        delivery_latest=_latest(part.delivery_latest for part in parts),
        release_on=_latest(part.release_on for part in parts),
        parcels=tuple(dict.fromkeys(parcel for fact in record.shipments for parcel in fact.parcels)),
        captured=_captured(record),
        paid_by=_latest(fact.paid_by or None for fact in record.told) or (),
        issuer=_latest(fact.issuer for fact in record.told),
        seller_asks_cancel=shop_asks and unsettled(request, record),
        seller_asks_choice=unsettled(choice, record),
        cannot_supply=unsettled(cannot, record),
        message_open=unsettled(last([fact for fact in record.messages if not fact.is_clear]), record),
        substitute_offered=unsettled(last(record.substitutes), record),
        substitute=_substitute(record, placed.items),
        asked_to_cancel=_asked_to_cancel(record),
        offered_again=_offered_again(record, due.items or placed.items),
        payment_failed=unsettled(last(record.failures), record),
        payment_failed_before=bool(record.failures),
        not_arrived=state is CaseState.SHIPPED and any(fact.not_arrived for fact in record.told),
        contacts=record.contacts,
        reservations=record.reservations,
        prices_seen=record.prices_seen,
        conditions=record.conditions,
        promises=(*map(_promise, record.placed), *map(_promise, record.delays)),
        placed_promises=len(record.placed),
        witnesses=record.witnesses,
        timeline=tuple(timeline(weighed)),
        problems=(*due.problems, *differences, *story.problems, *_problems(record, weighed)),
    )


def _promise(fact: OrderPlaced | DelayNotified) -> Promise:
    return Promise(said_at=fact.at, by=fact.part.delivery_latest or fact.part.release_on)


def _authenticity(state: CaseState, record: Record, weighed: Weighed) -> Authenticity:
    """Return that of the least proven mail on which the plan rests: the confirmation, and what made the state."""
    if not weighed.believed and not weighed.set_aside:
        return weakest(weighed.forged) or Authenticity(Verdict.UNPROVEN)
    resting: tuple[Fact, ...] = record.placed
    scans = tuple(fact for fact in record.scans if fact.provenance.evidence)  # a look of ours proves no mail
    match state:
        case CaseState.SHIPPED | CaseState.DELIVERED:
            resting += (*record.shipments, *scans)
        case CaseState.CANCELLING:
            resting += record.requests
        case CaseState.CANCELLED | CaseState.REFUND_PENDING | CaseState.REFUNDED:
            resting += (*record.cancels, *record.refunds)
        case CaseState.CONTRADICTORY:
            resting += (*record.shipments, *scans, *record.requests, *record.cancels, *record.refunds)
        case _:
            resting += tuple(fact for fact in weighed.believed if not isinstance(fact, _BY_PERSON))
    return weakest(resting or weighed.believed) or Authenticity(Verdict.UNPROVEN)


def _cancel(record: Record) -> Cancel | None:
    """Return who cancelled and why: the latest cancel that gives a cause, else the latest that says anything; else what is asked for."""
    done = [fact.cancel for fact in reversed(record.cancels)] or [fact.cancel for fact in reversed(record.requests)]
    done = done or [fact.cannot_supply for fact in reversed(record.messages) if fact.cannot_supply]
    telling = [cancel for cancel in done if cancel != Cancel()] or done
    return next(
        (cancel for cancel in telling if cancel.cause is not CauseCode.UNKNOWN), telling[0] if telling else None
    )


def _asked_to_cancel(record: Record) -> bool:
    """Return whether the buyer cancelled after the shop had asked for it: at its request, not by a wish of their own."""
    asked = [instant(fact.at) for fact in record.requests if fact.cancel.by is CancelBy.SHOP]
    done = [instant(fact.at) for fact in record.cancels if fact.cancel.by is CancelBy.BUYER]
    return bool(asked and done) and min(asked) <= max(done)


def _offered_again(record: Record, gone: Sequence[Item]) -> Again | None:
    """Return the latest word after the cancel that what was cancelled is on sale again."""
    ended = _first(record.cancels)
    after = [(one.at, one) for one in record.offered_again if ended and one.at and instant(one.at) > instant(ended)]
    if not after:
        return None
    at, offer = after[-1]
    pairs = [(old, new) for old in gone for new in offer.part.items if same_title(old.title, new.title)]
    old, new = pairs[0] if len(pairs) == 1 else (None, None)
    return Again(at=at, then=old.price if old else None, now=new.price if new else None)


def _substitute(record: Record, items: Sequence[Item]) -> Substitute | None:
    """Return what is offered instead, by the latest word that names it, while the offer stands.

    What the person tells of after the order has ended stands too: it is another purchase.
    """
    offered = _latest(one.item if isinstance(one, SubstituteTold) else one.offered for one in record.substitutes)
    latest, ended = last(record.substitutes), last(record.cancels)
    told_since = isinstance(latest, SubstituteTold) and ended is not None and instant(latest.at) > instant(ended.at)
    return substitute_for(items, offered) if offered and (told_since or unsettled(latest, record)) else None


def _announcements(record: Record) -> tuple[Refund, ...]:
    in_cancels = tuple(fact.refund for fact in record.cancels if fact.refund is not None)
    return in_cancels + tuple(fact.refund for fact in record.refunds)


def _captured(record: Record) -> bool | None:
    """Return whether the payment was taken: by the person's word, else the shop's, else since goods or money moved."""
    said = _latest(fact.captured for fact in record.told)
    if said is not None:
        return said
    moved = bool(record.shipments or record.refunds)
    charged = _latest(fact.refund.charged for fact in record.cancels if fact.refund)
    if charged is None:
        return moved or None
    return None if moved and not charged else charged


def _problems(record: Record, weighed: Weighed) -> Iterator[Problem]:
    for fact in weighed.forged if weighed.believed else ():
        yield Problem("phishing_about_order", where=fact.provenance.file)
    for fact in weighed.set_aside:
        if isinstance(fact, OrderRenumbered):
            others = [number for number in fact.renumbering.numbers if number != fact.order]
            yield Problem("renumbering_unproven", where=fact.provenance.file, detail=", ".join(others))
        else:
            yield Problem("unproven_set_aside", where=fact.provenance.file)
    ended = _first(record.cancels)
    offered = (fact for fact in record.substitutes if isinstance(fact, SubstituteOffered))
    alive = (*record.placed, *record.delays, *offered, *record.failures)
    if ended is not None and any(fact.at is not None and instant(fact.at) > instant(ended) for fact in alive):
        yield Problem("alive_after_cancel")


def _issued_on(refunds: Sequence[RefundIssued]) -> date | None:
    return _latest(fact.refund.date or _day(fact.at) for fact in refunds)


def _said_back(refunds: Sequence[RefundIssued], proof: Verdict) -> Iterator[SaidBack]:
    """Yield what mails so far proven say went back, apart from each other: a stranger's word must not quiet the watch over money."""
    for fact in refunds:
        day = fact.refund.date or _day(fact.at)
        if day is not None and verdict(fact) is proof and not is_own(fact):
            yield from (SaidBack(part, day) for part in fact.refund.parts)


def _first(facts: Sequence[Fact]) -> datetime | None:
    return next((fact.at for fact in facts if fact.at is not None), None)


def _day(at: datetime | None) -> date | None:
    return japan_day(at) if at is not None else None


def _latest(values: Iterable[ValueT | None]) -> ValueT | None:
    known = [value for value in values if value is not None]
    return known[-1] if known else None
