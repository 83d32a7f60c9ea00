"""The cases of everything that is kept, each with its plan."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime, time, timedelta

from okawari.domain.again import AMAZON_ITSELF
from okawari.domain.belief import joins
from okawari.domain.case import Case
from okawari.domain.facts import Fact, PersonSaid
from okawari.domain.fold import fold
from okawari.domain.identifiers import identifiers
from okawari.domain.matching.expectations import Share
from okawari.domain.plan import Plan, Sighting
from okawari.domain.preorder import SeenPrice
from okawari.domain.price_guarantee import price_guarantees, prices_of
from okawari.domain.refund import Asked
from okawari.domain.renumbering import groups_of, without_sums_of_parts
from okawari.domain.round_loss import round_loss
from okawari.domain.scanned import parcel_numbers
from okawari.domain.tracking.look import Tracked
from okawari.domain.tracking.trace import record_facts
from okawari.rules.loader import rules
from okawari.services.rescue import plan_case
from okawari.services.seen_offers import SeenOffers
from okawari.services.witnesses import seen_on_statements
from okawari.store import answers, choices, facts, history, money, orders, tracked
from okawari.store.engine import Store, Transaction
from okawari.store.orders import Subject, subject_of
from okawari.store.watched_pages import page_key

AMAZON_OFFER = f"https://www.amazon.co.jp/dp/{{asin}}#{AMAZON_ITSELF}"
"""The address under which the past of Amazon's own price of a thing is kept."""
HOME = "home.prefecture"
"""The choice that names the prefecture that goods go to."""
_AROUND = timedelta(days=2)
"""A day in Japan begins before the one in UTC, and a confirmation may come on the day after the order."""
SUBJECTS_AT_ONCE = 500
"""How many orders are fetched by one query: databases limit its parameters."""


def list_cases(store: Store, asked: Asked, *, limit: int | None = None, offset: int = 0) -> tuple[Plan, ...]:
    """Return the plans of all orders, the one that was last spoken of first.

    A mail that needs the person and names no order counts as an order of its own, and so do orders that renumbering
    has joined; `limit` counts these.
    """
    with store.reading() as transaction:
        groups = _renumbered(transaction)
        subjects = orders.newest(transaction, limit, offset, without=_spoken_of_before(transaction, groups))
        return plans_of(transaction, subjects, asked, groups)


def get_case(store: Store, order: str, asked: Asked) -> tuple[Plan, ...]:
    """Return the plan of the order: none where it is not known, several where merchants use the same number.

    A number that was split, merged or changed finds the order that it belongs to.
    What `asked` leaves open is filled from what the person said before.
    """
    with store.reading() as transaction:
        seen = SeenOffers(transaction)

        def look_around(case: Case) -> Case:
            return _with_round(transaction, seen.with_market(seen.with_again(case), asked.on), asked)

        plans = plans_of(transaction, [Subject(order)], asked, look_around=look_around) if order else ()
    return tuple(plan for plan in plans if order in plan.case.numbers)


def answers_about(store: Store, merchant: str | None, order: str, asked: Asked) -> Asked:
    """Return `asked`, with what it leaves open filled from what the person said of the order."""
    with store.reading() as transaction:
        subjects = _with_joined(Subject(order), _renumbered(transaction))
        said = (*facts.about(transaction, subjects), *answers.about(transaction, subjects))
        return _with_answers(asked, merchant, without_sums_of_parts(said, order))


def remember_answers(store: Store, said: Iterable[Fact], said_at: datetime) -> None:
    """Keep what the person said: `PersonSaid`, or any other fact for an order without a mail."""
    with store.writing() as transaction:
        answers.add(transaction, said, said_at)


_Groups = Mapping[str, tuple[str, ...]]


def _renumbered(transaction: Transaction) -> _Groups:
    """Return for each number that was renumbered all that may belong to it; `fold` says which do."""
    return groups_of(fact.renumbering.numbers for fact in facts.renumbered(transaction) if joins(fact))


def _spoken_of_before(transaction: Transaction, groups: _Groups) -> tuple[str, ...]:
    """Return the numbers that do not stand for their group in a list: all but the one that was last spoken of."""
    heads: dict[tuple[str, ...], str] = {}
    for subject in orders.newest(transaction, only=groups) if groups else ():
        heads.setdefault(groups[subject.order], subject.order)
    return tuple(number for number, group in groups.items() if heads.get(group) != number)


def _with_joined(subject: Subject, groups: _Groups) -> list[Subject]:
    return [Subject(number) for number in groups.get(subject.order, ())] or [subject]


def plans_of(
    transaction: Transaction,
    subjects: Sequence[Subject],
    asked: Asked,
    groups: _Groups | None = None,
    *,
    look_around: Callable[[Case], Case] | None = None,
) -> tuple[Plan, ...]:
    """Return the plans of the subjects' cases, with what the person said and what accounts show.

    Numbers that renumbering has joined are one case, however many of them are asked for. `look_around` adds to a
    case what other things that are kept tell of it: that is for one case, not for long lists.
    """
    groups = _renumbered(transaction) if groups is None else groups
    first: dict[object, Subject] = {}
    for subject in subjects:
        first.setdefault(groups.get(subject.order, subject), subject)
    subjects = tuple(first.values())
    home = choices.every(transaction).get(HOME, "")
    plans: list[Plan] = []
    for start in range(0, len(subjects), SUBJECTS_AT_ONCE):
        said: dict[Subject, list[Fact]] = {subject: [] for subject in subjects[start : start + SUBJECTS_AT_ONCE]}
        homes = {one: subject for subject in said for one in _with_joined(subject, groups)}
        for fact in (*facts.about(transaction, list(homes)), *answers.about(transaction, list(homes))):
            said[homes[subject_of(fact)]].append(fact)
        numbers = [one.order for one, home in homes.items() if said[home]]
        shown = money.about(transaction, numbers)
        refused = {key for one in shown.values() for candidate in one.refused for key in candidate.keys}
        for fact in seen_on_statements(transaction, numbers, refused):
            said[homes[subject_of(fact)]].append(fact)
        scans = _scans(transaction, [fact for about in said.values() for fact in about])
        for about in said.values():
            about.extend(scan for number in parcel_numbers(about) for scan in scans.get(number, ()))
        looked_up = _looked_up(transaction, [fact for about in said.values() for fact in about])
        for about in said.values():
            own = [one for number in parcel_numbers(about) for one in looked_up.get(number, ())]
            about.extend(record_facts(own, home))
        followed = [one for listed in looked_up.values() for one in listed]
        plans.extend(
            plan_case(
                look_around(case) if look_around else case,
                _with_answers(asked, case.merchant, without_sums_of_parts(about, case.order)),
                _of(case, shown),
                followed,
                home,
            )
            for about in said.values()
            for case in (_with_prices(transaction, case) for case in fold(about))
        )
    return tuple(plans)


def _scans(transaction: Transaction, said: Sequence[Fact]) -> dict[str, list[Fact]]:
    """Return what carriers said of the parcels that the facts name, by the parcel's number."""
    numbers = parcel_numbers(said)
    found: dict[str, list[Fact]] = {}
    for start in range(0, len(numbers), SUBJECTS_AT_ONCE):
        for scan in facts.scans(transaction, numbers[start : start + SUBJECTS_AT_ONCE]):
            for number in parcel_numbers([scan]):
                found.setdefault(number, []).append(scan)
    return found


def _looked_up(transaction: Transaction, said: Sequence[Fact]) -> dict[str, list[Tracked]]:
    """Return what looks at the parcels that the facts name showed, by the parcel's number."""
    numbers = parcel_numbers(said)
    found: dict[str, list[Tracked]] = {}
    for start in range(0, len(numbers), SUBJECTS_AT_ONCE):
        for one in tracked.about(transaction, numbers[start : start + SUBJECTS_AT_ONCE]):
            found.setdefault(one.parcel.number, []).append(one)
    return found


def _with_round(transaction: Transaction, case: Case, asked: Asked) -> Case:
    """Return a cancelled case with what its cancel costs the other orders of a round of the Rakuten marathon."""
    loss = round_loss(case, _in_round(transaction, asked), asked.race, rules("points"))
    return replace(case, round_loss=loss) if loss else case


def _in_round(transaction: Transaction, asked: Asked) -> Iterator[Case]:
    """Yield the orders that mails of the round's days confirm, or that the person told of."""
    if asked.race is None:
        return
    begun, over = (datetime.combine(day, time(), UTC) for day in (asked.race.first_day, asked.race.last_day))
    found = orders.with_facts(transaction, (facts.ORDER_PLACED,), begun - _AROUND, over + _AROUND)
    for plan in plans_of(transaction, found, Asked(on=asked.on)):
        yield plan.case


def _with_prices(transaction: Transaction, case: Case) -> Case:
    """Return a preorder at Amazon.co.jp with the prices that a kept past of Amazon's own offer shows for its window."""
    found: list[SeenPrice] = []
    for item, one in zip(case.items, price_guarantees(case), strict=False):
        asin = next((number.value for number in identifiers(item.title, item.identifiers) if number.kind == "asin"), "")
        if asin and one.since:
            past = history.of_page(transaction, page_key(AMAZON_OFFER.format(asin=asin)))
            found += prices_of(item, past, one.since, one.until)
    return replace(case, prices_seen=(*case.prices_seen, *found)) if found else case


def _of(case: Case, shown: Mapping[Share, Sighting]) -> dict[str, Sighting]:
    """Return what accounts show of a case's shares, by their names."""
    return {
        share.leg: sighting
        for share, sighting in shown.items()
        if share.merchant == case.merchant and share.order in case.numbers
    }


def _with_answers(asked: Asked, merchant: str | None, said: Iterable[Fact]) -> Asked:
    """Fill what `asked` leaves open from what the person said of the merchant's order, the latest answer first."""
    answered = [fact for fact in said if isinstance(fact, PersonSaid) and fact.merchant in {None, merchant}]
    for fact in reversed(answered):
        asked = replace(
            asked,
            paid_by=asked.paid_by or fact.paid_by,
            captured=fact.captured if asked.captured is None else asked.captured,
            card=asked.card or fact.card,
            issuer=asked.issuer or fact.issuer,
        )
    return asked
