"""End the watches of dead orders whose thing the person has again."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime

from okawari.domain.case import Case
from okawari.domain.facts import CancelNotified, GotBy, OrderPlaced
from okawari.domain.japan_time import japan_day
from okawari.domain.message import Item
from okawari.domain.preorder import Reservation
from okawari.domain.preorder import Standing as Held
from okawari.domain.refund import Asked
from okawari.domain.shop_code import without_shop_code
from okawari.domain.told import got_again
from okawari.domain.watch.fulfilment import Fulfils, fulfils, later_orders
from okawari.domain.watch.watch import Lead, Standing, Watch
from okawari.store import answers, facts, watches
from okawari.store.codec import KIND_OF
from okawari.store.engine import Store, Transaction
from okawari.store.orders import Subject
from okawari.store.watches import KeptWatch

_KINDS = (KIND_OF[OrderPlaced], KIND_OF[CancelNotified])


def settle(store: Store, now: datetime) -> None:
    """End the watches whose thing a later order is for, and note which orders the person is to be asked about."""
    with store.reading() as transaction:
        if not watches.for_orders(transaction):
            return
    with store.writing() as transaction:
        settle_these(transaction, watches.for_orders(transaction), now)


def settle_these(transaction: Transaction, listed: Sequence[KeptWatch], now: datetime) -> frozenset[str]:
    """Do what `settle` does for some watches of orders, and return the ids of all that ended."""
    ended: set[str] = set()
    if not listed:
        return frozenset()
    said = facts.since(transaction, _KINDS, min(_since(kept.watch) for kept in listed))
    for kept in listed if said else ():
        case = _case(transaction, kept.watch, now)
        if case is None or kept.watch.id in ended:
            continue
        leads = list(kept.watch.leads)
        for placed in later_orders(said, _since(kept.watch), case.numbers):
            wanted = things_of(case, kept.watch)
            found = next((one for item in wanted if (one := fulfils(item, placed))), None)
            if found is None or any(lead.refused and lead.number == placed.order for lead in leads):
                continue
            if found[0] is Fulfils.SURELY and len(wanted) == 1:
                ended |= _end(transaction, kept, GotBy.ORDER, now, number=placed.order)
                break
            leads.append(Lead(number=placed.order, title=without_shop_code(found[1].title)))
        else:
            _ask(transaction, kept.watch, leads)
    return frozenset(ended)


def secured(store: Store, case: Case, reservation: Reservation, now: datetime) -> None:
    """End the watches of a case whose thing comes by a second reservation; of several things the person is asked which."""
    if reservation.standing is not Held.SECURED:
        return
    with store.writing() as transaction:
        mine = [kept for kept in watches.for_orders(transaction) if _is_of(kept.watch, case)]
        ended: set[str] = set()
        for kept in mine:
            if kept.watch.id in ended:
                continue
            if len(gone_of(case)) == 1:
                ended |= _end(
                    transaction, kept, GotBy.RESERVATION, now, number=reservation.number, shop=reservation.shop
                )
            else:
                lead = Lead(number=reservation.number, shop=reservation.shop, by_order=False)
                _ask(transaction, kept.watch, [*kept.watch.leads, lead])


def bought(transaction: Transaction, kept: KeptWatch, now: datetime) -> None:
    """End a watch, and the others of the same thing, since the person says that they have it."""
    _end(transaction, kept, GotBy.PERSON, now)


def answer(store: Store, id_: str, key: str, now: datetime, *, is_it: bool) -> bool:
    """Keep whether an order or reservation that was asked about is for the thing; return whether there was that question."""
    with store.writing() as transaction:
        kept = watches.get(transaction, id_)
        lead = next((one for one in kept.watch.open_leads if one.key == key), None) if kept else None
        if kept is None or lead is None or not kept.open:
            return False
        if is_it:
            by = GotBy.ORDER if lead.by_order else GotBy.RESERVATION
            _end(transaction, kept, by, now, number=lead.number, shop=lead.shop)
            return True
        for one in _of_same_thing(transaction, kept):
            leads = tuple(replace(old, refused=old.refused or old.key == key) for old in one.watch.leads)
            watches.change(transaction, replace(one.watch, leads=leads))
        return True


def gone_of(case: Case) -> tuple[Item, ...]:
    """Return the things of a case that did not come."""
    return case.cancelled_items or case.items


def things_of(case: Case, watch: Watch) -> tuple[Item, ...]:
    """Return the things that a watch of a case may be for: one, where that is known."""
    gone = gone_of(case)
    return tuple(item for item in gone if item.title == watch.item)[:1] or gone


def _end(
    transaction: Transaction, kept: KeptWatch, by: GotBy, now: datetime, *, number: str = "", shop: str = ""
) -> frozenset[str]:
    """End the watches of one thing, and tell on the timeline of its order why."""
    watch = kept.watch
    now_kept = watches.get(transaction, watch.id)
    if now_kept is None or now_kept.standing is Standing.FULFILLED:  # told already: on the timeline it stands once
        return frozenset({watch.id})
    same = _of_same_thing(transaction, kept)
    for one in same:
        watches.stand(transaction, one, Standing.FULFILLED, now)
        if one.watch.leads:
            watches.change(transaction, replace(one.watch, leads=()))
    if watch.order:
        item = without_shop_code(watch.item) or kept.title or watch.url
        told = got_again(watch.merchant or None, watch.order, now, by, item, number=number, shop=shop)
        answers.add(transaction, [told], now)
    return frozenset(one.watch.id for one in same)


def _of_same_thing(transaction: Transaction, kept: KeptWatch) -> tuple[KeptWatch, ...]:
    """Return the watch with the others of its order that have not ended and are for the same thing."""
    watch = kept.watch
    if not watch.order or not watch.item:
        return (kept,)
    others = (one for one in watches.for_orders(transaction) if one.watch.id != watch.id)
    same = (watch.merchant, watch.order, watch.item)
    return (kept, *(one for one in others if (one.watch.merchant, one.watch.order, one.watch.item) == same))


def _ask(transaction: Transaction, watch: Watch, leads: Iterable[Lead]) -> None:
    known = {lead.key: lead for lead in watch.leads}
    told = tuple({lead.key: known.get(lead.key, lead) for lead in leads}.values())
    if told != watch.leads:
        watches.change(transaction, replace(watch, leads=told))


def _case(transaction: Transaction, watch: Watch, now: datetime) -> Case | None:
    from okawari.services.cases import plans_of  # an import that finds no watch starts without it

    plans = plans_of(transaction, [Subject(watch.order)], Asked(on=japan_day(now)))
    return next((plan.case for plan in plans if _is_of(watch, plan.case)), None)


def _is_of(watch: Watch, case: Case) -> bool:
    return watch.merchant == (case.merchant or "") and watch.order in case.numbers


def _since(watch: Watch) -> datetime:
    return watch.resumed_at or watch.added_at
