"""Facts: what each kept mail said about each order, in the order in which the mail says it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sqlalchemy import delete, insert, select

from okawari.domain.facts import Fact
from okawari.store.codec import fact_from_json
from okawari.store.engine import Transaction
from okawari.store.found import FoundMail
from okawari.store.orders import Subject, among
from okawari.store.schema import facts


def add(transaction: Transaction, mails: Iterable[FoundMail]) -> None:
    """Keep the facts of mails that are kept and have none yet."""
    rows = [
        {
            "household": transaction.household,
            "evidence": mail.sha256,
            "position": position,
            "merchant": fact.merchant,
            "order_number": fact.order,
            "at": fact.at,
            "kind": fact.kind,
            "payload": fact.payload,
        }
        for mail in mails
        for position, fact in enumerate(mail.facts)
    ]
    if rows:
        transaction.connection.execute(insert(facts), rows)


def replace(transaction: Transaction, mail: FoundMail) -> None:
    """Put the facts of a kept mail in the place of those it had."""
    mine = (facts.c.household == transaction.household, facts.c.evidence == mail.sha256)
    transaction.connection.execute(delete(facts).where(*mine))
    add(transaction, [mail])


def about(transaction: Transaction, subjects: Sequence[Subject]) -> tuple[Fact, ...]:
    """Return what kept mails say of the subjects, the earliest first, undated ones last."""
    query = (
        select(facts.c.kind, facts.c.payload)
        .where(facts.c.household == transaction.household, among(facts, subjects))
        .order_by(facts.c.at.is_(None), facts.c.at, facts.c.evidence, facts.c.position)
    )
    return tuple(fact_from_json(kind, payload) for kind, payload in transaction.connection.execute(query))
