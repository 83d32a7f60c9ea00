"""Lines of statements, each once however many downloads hold it, and the files they were read from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache, lru_cache
from typing import Any

from sqlalchemy import Row, Select, delete, func, insert, select
from sqlalchemy.dialects import postgresql, sqlite

from okawari.domain.money import Money
from okawari.domain.statement import LineKind, StatementLine
from okawari.store.engine import Transaction
from okawari.store.found import STATEMENT, pack, unpack
from okawari.store.kept_text import storable
from okawari.store.schema import evidence, evidence_pieces, statement_lines

Said = tuple[str, str, str, str, int, str]
KeptRow = tuple[str, str, str, str, str, int, str, int, str, str, str, int]
_COLUMNS = [column.name for column in statement_lines.c]


@dataclass(frozen=True, slots=True)
class KeptLine:
    """A kept line; `evidence` is the digest of the file that told it first, `ordinal` counts equal lines of that file from 0."""

    line: StatementLine
    evidence: str
    ordinal: int

    @property
    def key(self) -> str:
        """What the line is known by, whichever file tells it."""
        line = self.line
        said = (line.source, line.card, line.on, line.merchant, line.amount.plain(), line.kind, self.ordinal)
        return "|".join(str(part) for part in said)


@dataclass(frozen=True, slots=True)
class KeptFile:
    """A kept statement: its digest, its name, and its size in bytes."""

    sha256: str
    source: str
    size: int


def add_pieces(transaction: Transaction, digest: str, pieces: Iterable[bytes]) -> None:
    """Keep the bytes of a file that is kept."""
    for number, piece in enumerate(pieces):
        row = {"household": transaction.household, "evidence": digest, "number": number, "packed": pack(piece)}
        transaction.connection.execute(insert(evidence_pieces), row)


def pieces(transaction: Transaction, digest: str) -> Iterator[bytes]:
    """Yield the bytes of a kept file, one piece after the other."""
    numbers = (
        select(evidence_pieces.c.number)
        .where(evidence_pieces.c.household == transaction.household, evidence_pieces.c.evidence == digest)
        .order_by(evidence_pieces.c.number)
    )
    for number in transaction.connection.execute(numbers).scalars().all():
        one = select(evidence_pieces.c.packed).where(
            evidence_pieces.c.household == transaction.household,
            evidence_pieces.c.evidence == digest,
            evidence_pieces.c.number == number,
        )
        yield unpack(transaction.connection.execute(one).scalar_one())


def said_by(line: StatementLine) -> Said:
    """Return what a line says, as it is kept: its source, card, day, merchant, amount and kind; equal ones say the same."""
    return (
        storable(line.source),
        line.card and storable(line.card),
        _day(line.on),
        storable(line.merchant),
        int(line.amount.amount),
        str(line.kind),
    )


_day = lru_cache(maxsize=4096)(date.isoformat)


def row_of(household: str, digest: str, line: StatementLine, said: Said, ordinal: int) -> KeptRow:
    """Return a line, with what it says and its ordinal, as `add` keeps it."""
    note, order = line.note, line.order
    return (household, *said, ordinal, note and storable(note), order and storable(order), digest, line.row)


def add(transaction: Transaction, rows: Sequence[KeptRow]) -> None:
    """Keep lines; those that are kept already change nothing."""
    connection = transaction.connection
    if connection.dialect.name == "postgresql":
        named = [dict(zip(_COLUMNS, row, strict=True)) for row in rows]
        connection.execute(postgresql.insert(statement_lines).on_conflict_do_nothing(), named)
    else:  # past the library's own handling of each value, which takes longer than all the rest
        connection.exec_driver_sql(_insert(), rows)


@contextmanager
def indexed_afterwards(transaction: Transaction) -> Iterator[None]:
    """Keep the block's lines without the indexes that only find them, and make these at its end.

    That is quicker than line by line where there are no lines yet; where there are, or on PostgreSQL, whose other
    readers would have to wait, nothing changes. Where the block fails, the transaction must be given up.
    """
    connection = transaction.connection
    any_line = select(statement_lines.c.row).limit(1)
    if connection.dialect.name != "sqlite" or connection.execute(any_line).first() is not None:
        yield
        return
    indexes = sorted(statement_lines.indexes, key=lambda index: str(index.name))
    for index in indexes:
        index.drop(connection)
    yield
    for index in indexes:
        index.create(connection)


@cache
def _insert() -> str:
    statement = sqlite.insert(statement_lines).on_conflict_do_nothing()
    return str(statement.compile(dialect=sqlite.dialect(), column_keys=_COLUMNS))


def count(transaction: Transaction, digest: str) -> int:
    """Return how many lines the file was the first to tell."""
    query = select(func.count()).where(
        statement_lines.c.household == transaction.household, statement_lines.c.evidence == digest
    )
    return transaction.connection.execute(query).scalar_one()


def forget_all(transaction: Transaction) -> None:
    """Delete every line; the files stay, to be read again."""
    transaction.connection.execute(delete(statement_lines).where(statement_lines.c.household == transaction.household))


def are_kept(transaction: Transaction) -> bool:
    """Return whether there are any lines."""
    query = select(statement_lines.c.evidence).where(statement_lines.c.household == transaction.household).limit(1)
    return transaction.connection.execute(query).first() is not None


def between(
    transaction: Transaction,
    first: date,
    last: date,
    *,
    source: str | None = None,
    amounts: Sequence[Decimal] = (),
) -> Iterator[KeptLine]:
    """Yield the lines of a period, both days included, by day; only those of a source, or of the amounts, where given."""
    query = _lines().where(
        statement_lines.c.household == transaction.household,
        statement_lines.c.day.between(first.isoformat(), last.isoformat()),
    )
    if source is not None:
        query = query.where(statement_lines.c.source == source)
    if amounts:
        query = query.where(statement_lines.c.amount.in_([int(amount) for amount in amounts]))
    yield from _found(transaction, query)


def naming(transaction: Transaction, orders: Sequence[str]) -> Iterator[KeptLine]:
    """Yield the lines that name one of the orders themselves."""
    named = [order for order in orders if order]
    yield from _found(
        transaction,
        _lines().where(
            statement_lines.c.household == transaction.household,
            statement_lines.c.order_number != "",
            statement_lines.c.order_number.in_(named),
        ),
    )


def first_told_by(transaction: Transaction, digest: str, limit: int) -> tuple[KeptLine, ...]:
    """Return lines that the file was the first to tell, by day."""
    query = _lines().where(statement_lines.c.household == transaction.household, statement_lines.c.evidence == digest)
    return tuple(_found(transaction, query.limit(limit)))


def files(transaction: Transaction, *, unread: bool = False) -> tuple[KeptFile, ...]:
    """Return the kept statements, the first kept first; only those that were the first to tell no line where `unread`."""
    query = (
        select(evidence.c.sha256, evidence.c.source, evidence.c.size)
        .where(evidence.c.household == transaction.household, evidence.c.kind == STATEMENT)
        .order_by(evidence.c.imported_at, evidence.c.sha256)
    )
    if unread:
        told = select(statement_lines.c.evidence).where(
            statement_lines.c.household == evidence.c.household, statement_lines.c.evidence == evidence.c.sha256
        )
        query = query.where(~told.exists())
    return tuple(KeptFile(*row) for row in transaction.connection.execute(query))


def _lines() -> Select[Any]:
    return select(statement_lines, evidence.c.source.label("file")).join(
        evidence,
        (evidence.c.household == statement_lines.c.household) & (evidence.c.sha256 == statement_lines.c.evidence),
    )


def _found(transaction: Transaction, query: Select[Any]) -> Iterator[KeptLine]:
    ordered = query.order_by(statement_lines.c.day, statement_lines.c.source, statement_lines.c.row)
    return (_kept(row) for row in transaction.connection.execute(ordered.execution_options(yield_per=1000)))


def _kept(row: Row[Any]) -> KeptLine:
    line = StatementLine(
        on=date.fromisoformat(row.day),
        merchant=row.merchant,
        amount=Money(Decimal(row.amount)),
        kind=LineKind(row.kind),
        source=row.source,
        file=row.file,
        row=row.row,
        note=row.note,
        card=row.card,
        order=row.order_number,
    )
    return KeptLine(line, row.evidence, row.ordinal)
