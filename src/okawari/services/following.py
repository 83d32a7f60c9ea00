"""Follow the money: look for all that is owed among the rows of all accounts, and raise what is due."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta

import jpholiday

from okawari.domain.account import AccountKind
from okawari.domain.alarms import Alarm, alarms_of, due
from okawari.domain.case import Case
from okawari.domain.facts import RefundSeen
from okawari.domain.japan_time import JAPAN
from okawari.domain.matching import Charge, Covered, Ground, Hold, Matched, Row, look_for_charges, match_ledger
from okawari.domain.matching.expectations import Outlook, Share, outlook_of, price_of
from okawari.domain.matching.lines import Numbered, covered, rows_and_charges
from okawari.domain.matching.payee import Payees
from okawari.domain.matching.payer import ask_about_others, rows_of_others
from okawari.domain.plan import OWN_WORD, Candidate, Plan, RefundLeg, Seen, SeenRow, Sighting
from okawari.domain.refund import Asked
from okawari.domain.returns import Returns, returns_of
from okawari.services.cases import get_case, list_cases, plans_of
from okawari.services.shops import card_families
from okawari.services.statement_layouts import known_layouts
from okawari.sources import registry
from okawari.sources.amazon_jp import gift_balance
from okawari.store import alarms, answers, money, orders, statement_lines
from okawari.store.codec import KIND_OF
from okawari.store.engine import Store, Transaction
from okawari.store.money import Recognised
from okawari.store.orders import Subject

_OWING = ("cancel_notified", "refund_issued")
_ALIVE = ("order_placed", "shipment_notified")
_BEFORE = timedelta(days=60)


def match_money(store: Store, on: date) -> int:
    """Look anew for the money of every order on every account; return how many shares of it were found."""
    with store.writing() as transaction:
        told = money.answers(transaction)
        money.put(transaction, {})
        # Without any account there is nothing to plan for, however many orders a mailbox holds.
        owing = orders.with_facts(transaction, _OWING) if told or statement_lines.are_kept(transaction) else ()
        plans = plans_of(transaction, owing, Asked(on=on))
        said = _standing(told, plans)
        found = _with_refused(_found(transaction, plans, said), said)
        money.put(transaction, found)
    return sum(one.seen is not None for one in found.values())


def money_overview(store: Store, on: date) -> Returns:
    """Return all the money on its way back."""
    with store.reading() as transaction:
        return returns_of(plans_of(transaction, orders.with_facts(transaction, _OWING), Asked(on=on)), on)


def recognise(store: Store, share: Share, candidate: Candidate, *, is_it: bool | None, now: datetime) -> None:
    """Keep the person's answer whether rows are a share of money, or take it back (`is_it` None), and look again.

    A candidate without rows and account is the person's own word that all the money is there, `OWN_WORD` that the share
    is; that it is not takes the word back.
    """
    is_it = None if candidate == OWN_WORD and not is_it else is_it
    today = now.astimezone(JAPAN).date()
    plans = [plan for plan in get_case(store, share.order, Asked(on=today)) if plan.case.merchant == share.merchant]
    due = next((leg.amount for plan in plans for leg in plan.refunds if leg.name == share.leg), None)
    answer = Recognised(keys=candidate.keys, rows=candidate.rows, account=candidate.account, is_it=is_it, due=due)
    with store.writing() as transaction:
        if candidate == Candidate():
            subjects = [Subject(number) for plan in plans for number in plan.case.numbers]
            answers.forget(transaction, subjects, KIND_OF[RefundSeen], lambda _: True)
        else:
            money.answer(transaction, share, answer, now)
    match_money(store, today)


def answered(plan: Plan, name: str, leg: str = "") -> tuple[Share, Candidate] | None:
    """Return what goes by this name among what a plan asks, found and refused (of one leg where given), None where nothing does."""
    for one in plan.refunds:
        for candidate in one.answerable if leg in {"", one.name} else ():
            if candidate.name == name and plan.case.merchant:
                return Share(plan.case.merchant, plan.case.order, one.name), candidate
    return None


def raise_due(store: Store, on: date) -> tuple[Alarm, ...]:
    """Return the alarms of this day, and remember them: none is raised twice."""
    planned = scheduled(store, on)
    with store.writing() as transaction:
        new = due(planned, on, alarms.raised(transaction))
        alarms.add(transaction, new, on)
    return new


def scheduled(store: Store, on: date) -> tuple[Alarm, ...]:
    """Return every alarm of the plans of today, past ones too."""
    plans = list_cases(store, Asked(on=on))
    return tuple(alarm for plan in plans for alarm in alarms_of(plan, jpholiday.is_holiday))


def _standing(told: Iterable[tuple[Share, Recognised]], plans: Iterable[Plan]) -> dict[Share, tuple[Recognised, ...]]:
    """Return the answers that stand, by their share: of the same rows the latest, and the latest of all last.

    A share goes by the number that its order has by now.
    """
    now_called = {(plan.case.merchant, number): plan.case.order for plan in plans for number in plan.case.numbers}
    found: defaultdict[Share, dict[object, Recognised]] = defaultdict(dict)
    for share, one in told:
        order = now_called.get((share.merchant, share.order), share.order)
        of_share, rows = found[replace(share, order=order)], (one.keys, one.account)
        of_share.pop(rows, None)
        if one.is_it is not None:
            of_share[rows] = one
    return {share: tuple(standing.values()) for share, standing in found.items()}


def _found(
    transaction: Transaction, plans: Sequence[Plan], said: Mapping[Share, tuple[Recognised, ...]]
) -> dict[Share, Sighting]:
    confirmed = {share: one for share, listed in said.items() for one in listed if one.is_it}
    refused = {
        share: frozenset(key for one in listed if not one.is_it for key in one.keys) for share, listed in said.items()
    }
    found = {
        share: Sighting(seen=Seen(ground=_ground(one), rows=one.rows, keys=one.keys, account=one.account))
        for share, one in confirmed.items()
    }
    looked_for = [_without(plan, confirmed) for plan in plans]
    waiting = {_share(plan, leg) for plan in looked_for for leg in plan.refunds}
    parts = {share: one for share, one in confirmed.items() if share in waiting}
    found = {share: one for share, one in found.items() if share not in parts}
    span = _span(outlook_of(looked_for, (), refused))
    if span is None:
        return found
    lines = _lines(transaction, *span)
    if not lines:
        return found
    taken = {key for listed in said.values() for one in listed if one.is_it for key in one.keys}
    kinds = _kinds(transaction)
    outlook = outlook_of(looked_for, _alive(transaction, *span), _with_other_cards(looked_for, refused, lines))
    payees = Payees(registry.merchants().values())
    rows, charges = rows_and_charges([line for key, line in lines.items() if key not in taken], payees.of, kinds)
    doubted = frozenset[str]().union(*refused.values())
    cards = [row for row in rows if kinds.get(lines[row.key].line.source, AccountKind.CARD) is AccountKind.CARD]
    own = {row.account for one in confirmed.values() for row in one.rows}
    spans = [span for span in covered(lines.values(), kinds) if span.account not in own]
    strange = _of_others(outlook, looked_for, cards, charges, spans)
    matched = match_ledger(
        [
            one if payees.are_told_of(outlook.shares[one.key].merchant) else replace(one, unnamed=True)
            for one in outlook.expected
        ],
        [replace(row, doubted=row.doubted or row.key in doubted) for row in rows if row.key not in strange],
        [replace(bill, doubted=bill.key in doubted) for bill in charges],
        outlook.prices,
    )
    matched = ask_about_others(matched, strange)
    found |= _with_parts(_sightings(matched, outlook, lines, doubted), parts)
    for share, sighting in _holds(outlook, charges, lines, kinds, said).items():
        found.setdefault(share, sighting)
    return found


def _ground(said: Recognised) -> str:
    if said.rows:
        return "person"
    return "own_word" if said.account == OWN_WORD.account else "no_charge"


def _of_others(
    outlook: Outlook,
    plans: Iterable[Plan],
    cards: Sequence[Row],
    charges: Iterable[Charge],
    spans: Iterable[Covered],
) -> dict[str, tuple[str, ...]]:
    """Return the rows of cards that did not pay, with whose money they may be; a household book is no card."""
    cases = {(plan.case.merchant, plan.case.order): plan.case for plan in plans}
    known = {key: cases[one.merchant, one.order] for key, one in outlook.shares.items()}
    prices = {key: price for key, case in known.items() if (price := price_of(case, case.ordered_on))}
    return rows_of_others(outlook.expected, prices, cards, charges, spans)


def _with_refused(
    found: Mapping[Share, Sighting], said: Mapping[Share, tuple[Recognised, ...]]
) -> dict[Share, Sighting]:
    with_them = dict(found)
    for share, listed in said.items():
        refused = [Candidate(keys=one.keys, rows=one.rows, account=one.account) for one in listed if not one.is_it]
        if refused:
            with_them[share] = replace(found.get(share, Sighting()), refused=tuple(refused))
    return with_them


def _with_other_cards(
    plans: Iterable[Plan], refused: Mapping[Share, frozenset[str]], lines: Mapping[str, Numbered]
) -> dict[Share, frozenset[str]]:
    """Return `refused` with the rows of cards that did not pay, for shares whose card's issuer the person has named."""
    families = card_families()
    others: dict[str, frozenset[str]] = {}
    found = dict(refused)
    for plan in plans:
        case = plan.case
        if case.issuer is None or case.issuer not in families:
            continue
        if case.issuer not in others:
            strange = families.keys() - families[case.issuer]
            others[case.issuer] = frozenset(key for key, one in lines.items() if one.line.source in strange)
        for leg in plan.refunds:
            if leg.method == "credit_card":
                share = _share(plan, leg)
                mine = found.get(share)
                found[share] = mine | others[case.issuer] if mine else others[case.issuer]
    return found


def _without(plan: Plan, confirmed: Mapping[Share, Recognised]) -> Plan:
    """Return the plan without what the person has recognised: of a share that has grown since, only the rest is looked for."""
    left = ((leg, confirmed.get(_share(plan, leg))) for leg in plan.refunds)
    return replace(plan, refunds=tuple(rest for leg, one in left if (rest := _rest(leg, one)) is not None))


def _rest(leg: RefundLeg, one: Recognised | None) -> RefundLeg | None:
    """Return the share without what was recognised, None where that is all of it."""
    if one is None:
        return leg
    if one.due is None:
        return None
    if leg.amount is None:
        return leg
    grown = leg.amount.currency == one.due.currency and leg.amount.amount > one.due.amount
    return replace(leg, amount=leg.amount - one.due) if grown else None


def _with_parts(found: Mapping[Share, Sighting], parts: Mapping[Share, Recognised]) -> dict[Share, Sighting]:
    """Return what was found of the rest of shares together with the rows that the person recognised before."""
    whole = dict(found)
    for share, one in parts.items():
        seen = found[share].seen if share in found else None
        if seen:
            both = replace(seen, ground=Ground.SUM_OF_ROWS.value, rows=(*one.rows, *seen.rows))
            whole[share] = Sighting(seen=both)
    return whole


def _share(plan: Plan, leg: RefundLeg) -> Share:
    return Share(plan.case.merchant or "", plan.case.order, leg.name)


def _span(outlook: Outlook) -> tuple[date, date] | None:
    days = [(one.earliest, one.latest) for one in outlook.expected]
    days += [(one.ordered_on, one.gone_by) for one in outlook.held]
    return (min(first for first, _ in days) - _BEFORE, max(last for _, last in days)) if days else None


def _lines(transaction: Transaction, first: date, last: date) -> dict[str, Numbered]:
    kept = statement_lines.between(transaction, first, last)
    return {one.key: Numbered(one.key, one.line) for one in kept}


def _alive(transaction: Transaction, first: date, last: date) -> list[Case]:
    since, until = (datetime.combine(day, time.min, JAPAN) for day in (first, last + timedelta(days=1)))
    placed = orders.with_facts(transaction, _ALIVE, since, until)
    return [plan.case for plan in plans_of(transaction, placed, Asked(on=last))]


def _kinds(transaction: Transaction) -> dict[str, AccountKind]:
    kinds = {
        name: layout.account
        for layout in known_layouts(transaction)
        for name in (layout.source, *dict(layout.by_card).values())
    }
    return kinds | {gift_balance.SOURCE: AccountKind.BALANCE}


def _sightings(
    matched: Matched, outlook: Outlook, lines: Mapping[str, Numbered], doubted: frozenset[str]
) -> dict[Share, Sighting]:
    found: dict[Share, Sighting] = {}
    for match in matched.matches:
        shares = [outlook.shares[key] for key in match.expected]
        for share in shares:
            others = tuple(dict.fromkeys(other.order for other in shares if other.order != share.order))
            rows = _rows(match.rows, lines)
            of_one_order = match.ground is Ground.SUM_OF_ORDERS and not others
            ground = Ground.SUM_OF_SHARES if of_one_order else match.ground
            seen = Seen(ground=ground.value, rows=rows, together_with=others, keys=match.rows)
            found.setdefault(share, Sighting(seen=seen))
    for question in matched.questions:
        choices = tuple(
            Candidate(keys=keys, rows=_rows(keys, lines), doubted=not doubted.isdisjoint(keys))
            for keys in question.choices
        )
        share = outlook.shares[question.expected]
        so_far = found.get(share, Sighting())
        if so_far.seen is None:
            found[share] = Sighting(candidates=(*so_far.candidates, *choices))
    return found


def _holds(
    outlook: Outlook,
    charges: Sequence[Charge],
    lines: Mapping[str, Numbered],
    kinds: Mapping[str, AccountKind],
    said: Mapping[Share, tuple[Recognised, ...]],
) -> dict[Share, Sighting]:
    """Return of each held payment the accounts whose closed statements hold no charge: which one paid, the person knows."""
    spans = covered(lines.values(), kinds)
    found: dict[Share, Sighting] = {}
    accounts = sorted({span.account for span in spans})
    for account in accounts:
        looked = look_for_charges(
            [replace(one, account=account) for one in outlook.held], charges, outlook.prices, spans
        )
        for key, (hold, _) in looked.items():
            share = outlook.shares[key]
            refused = any(one.account == account and not one.is_it for one in said.get(share, ()))
            if hold is Hold.GONE and not refused:
                so_far = found.get(share, Sighting())
                found[share] = Sighting(candidates=(*so_far.candidates, Candidate(account=account)))
    return found


def _rows(keys: Iterable[str], lines: Mapping[str, Numbered]) -> tuple[SeenRow, ...]:
    return tuple(
        SeenRow(account=lines[key].account, wording=line.merchant, on=line.on, amount=line.amount)
        for key in keys
        if (line := lines[key].line)
    )
