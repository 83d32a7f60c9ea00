"""Files that the person added to a case, by the SHA-256 of their bytes."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import ColumnElement, delete, insert, select

from okawari.domain.attachment import Attachment, Media
from okawari.store.engine import Transaction
from okawari.store.found import pack, unpack
from okawari.store.schema import attachments


def add(transaction: Transaction, merchant: str | None, order: str, one: Attachment, raw: bytes) -> None:
    """Keep a file of an order that has none of these bytes yet."""
    row = {
        "household": transaction.household,
        "merchant": merchant or "",
        "order_number": order,
        "sha256": one.sha256,
        "name": one.name,
        "media": one.media.value,
        "size": one.size,
        "added_at": one.added_at,
        "packed": pack(raw),
    }
    transaction.connection.execute(insert(attachments), row)


def of_orders(transaction: Transaction, merchant: str | None, orders: Sequence[str]) -> tuple[Attachment, ...]:
    """Return the files of a merchant's orders, the first added first."""
    columns = attachments.c
    query = (
        select(columns.sha256, columns.name, columns.media, columns.size, columns.added_at)
        .where(*_mine(transaction, merchant, orders))
        .order_by(columns.added_at, columns.sha256)
    )
    rows = transaction.connection.execute(query).mappings()
    found = (Attachment(**{**row, "media": Media(row["media"])}) for row in rows)
    return tuple({one.sha256: one for one in reversed(tuple(found))}.values())[::-1]


def raw(transaction: Transaction, merchant: str | None, orders: Sequence[str], digest: str) -> bytes | None:
    """Return the bytes of a file of these orders, as they came."""
    query = select(attachments.c.packed).where(*_mine(transaction, merchant, orders), attachments.c.sha256 == digest)
    packed = transaction.connection.execute(query.limit(1)).scalar()
    return unpack(packed) if packed is not None else None


def remove(transaction: Transaction, merchant: str | None, orders: Sequence[str], digest: str) -> bool:
    """Delete a file of these orders; return whether it was kept."""
    mine = (*_mine(transaction, merchant, orders), attachments.c.sha256 == digest)
    return transaction.connection.execute(delete(attachments).where(*mine)).rowcount > 0


def _mine(transaction: Transaction, merchant: str | None, orders: Sequence[str]) -> tuple[ColumnElement[bool], ...]:
    return (
        attachments.c.household == transaction.household,
        attachments.c.merchant == (merchant or ""),
        attachments.c.order_number.in_(orders),
    )
