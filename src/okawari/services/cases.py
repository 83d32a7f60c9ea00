"""The cases of everything that is kept, each with its plan."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from okawari.domain.case import Case
from okawari.domain.facts import Fact, PersonSaid
from okawari.domain.fold import fold
from okawari.domain.matching.expectations import Share
from okawari.domain.plan import Plan, Sighting
from okawari.domain.refund import Asked
from okawari.domain.scanned import parcel_numbers
from okawari.services.rescue import plan_case
from okawari.services.witnesses import seen_on_statements
from okawari.store import answers, facts, money, orders
from okawari.store.engine import Store, Transaction
from okawari.store.orders import Subject, subject_of

SUBJECTS_AT_ONCE = 500
"""How many orders are fetched by one query: databases limit its parameters."""


def list_cases(store: Store, asked: Asked, *, limit: int | None = None, offset: int = 0) -> tuple[Plan, ...]:
    """Return the plans of all orders, the one that was last spoken of first.

    A mail that needs the person and names no order counts as an order of its own; `limit` counts order numbers.
    """
    with store.reading() as transaction:
        return plans_of(transaction, orders.newest(transaction, limit, offset), asked)


def get_case(store: Store, order: str, asked: Asked) -> tuple[Plan, ...]:
    """Return the plan of the order: none where it is not known, several where merchants use the same number.

    What `asked` leaves open is filled from what the person said before.
    """
    with store.reading() as transaction:
        return plans_of(transaction, [Subject(order)], asked) if order else ()


def answers_about(store: Store, merchant: str | None, order: str, asked: Asked) -> Asked:
    """Return `asked`, with what it leaves open filled from what the person said of the order."""
    with store.reading() as transaction:
        return _with_answers(asked, merchant, answers.about(transaction, [Subject(order)]))


def remember_answers(store: Store, said: Iterable[Fact], said_at: datetime) -> None:
    """Keep what the person said: `PersonSaid`, or any other fact for an order without a mail."""
    with store.writing() as transaction:
        answers.add(transaction, said, said_at)


def plans_of(transaction: Transaction, subjects: Sequence[Subject], asked: Asked) -> tuple[Plan, ...]:
    """Return the plans of the subjects' cases, with what the person said and what accounts show."""
    plans: list[Plan] = []
    for start in range(0, len(subjects), SUBJECTS_AT_ONCE):
        said: dict[Subject, list[Fact]] = {subject: [] for subject in subjects[start : start + SUBJECTS_AT_ONCE]}
        for fact in (*facts.about(transaction, list(said)), *answers.about(transaction, list(said))):
            said[subject_of(fact)].append(fact)
        numbers = [subject.order for subject, about in said.items() if about]
        for fact in seen_on_statements(transaction, numbers):
            said[subject_of(fact)].append(fact)
        scans = _scans(transaction, [fact for about in said.values() for fact in about])
        for about in said.values():
            about.extend(scan for number in parcel_numbers(about) for scan in scans.get(number, ()))
        shown = money.about(transaction, numbers)
        plans.extend(
            plan_case(case, _with_answers(asked, case.merchant, about), _of(case, shown))
            for about in said.values()
            for case in fold(about)
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


def _of(case: Case, shown: Mapping[Share, Sighting]) -> dict[str, Sighting]:
    """Return what accounts show of a case's shares, by their names."""
    return {
        share.leg: sighting
        for share, sighting in shown.items()
        if (share.merchant, share.order) == (case.merchant, case.order)
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
