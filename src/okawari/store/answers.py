"""What the person said about an order: kept beside the mails, and by no reading again replaced."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime

from sqlalchemy import delete, insert, select

from okawari.domain.facts import Fact
from okawari.store.codec import fact_from_json, fact_kind, fact_to_json
from okawari.store.engine import Transaction
from okawari.store.orders import Subject, among
from okawari.store.schema import answers


def add(transaction: Transaction, said: Iterable[Fact], said_at: datetime) -> None:
    """Keep what the person said; nothing that was said before is lost."""
    rows = [
        {
            "household": transaction.household,
            "merchant": fact.merchant or "",
            "order_number": fact.order,
            "said_at": said_at,
            "kind": fact_kind(fact),
            "payload": fact_to_json(fact),
        }
        for fact in said
    ]
    if rows:
        transaction.connection.execute(insert(answers), rows)


def about(transaction: Transaction, subjects: Sequence[Subject]) -> tuple[Fact, ...]:
    """Return what the person said of the subjects, the latest answer last."""
    query = (
        select(answers.c.kind, answers.c.payload)
        .where(answers.c.household == transaction.household, among(answers, subjects))
        .order_by(answers.c.said_at, answers.c.id)
    )
    return tuple(fact_from_json(kind, payload) for kind, payload in transaction.connection.execute(query))


def forget(transaction: Transaction, subjects: Sequence[Subject], kind: str, meant: Callable[[Fact], bool]) -> int:
    """Delete what the person said by mistake: the answers of a kind that are `meant`; return how many there were."""
    query = select(answers.c.id, answers.c.payload).where(
        answers.c.household == transaction.household, among(answers, subjects), answers.c.kind == kind
    )
    wrong = [id_ for id_, said in transaction.connection.execute(query).all() if meant(fact_from_json(kind, said))]
    if wrong:
        transaction.connection.execute(delete(answers).where(answers.c.id.in_(wrong)))
    return len(wrong)
