"""What searches and feeds found already: each find is told once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from sqlalchemy import insert, select, update

from okawari.domain.watch.seek import Find
from okawari.store.codec import from_json, to_json
from okawari.store.engine import Transaction
from okawari.store.watching_schema import watch_finds


def known(transaction: Transaction, watch: str) -> Mapping[str, Find | None]:
    """Return the keys of everything that a watch found, each with the find where it still waits to be told."""
    query = select(watch_finds.c.find, watch_finds.c.waiting).where(
        watch_finds.c.household == transaction.household, watch_finds.c.watch == watch
    )
    rows = transaction.connection.execute(query)
    return {find: from_json(Find, waiting) if waiting else None for find, waiting in rows}


def keep(transaction: Transaction, watch: str, finds: Iterable[Find], *, waiting: bool) -> None:
    """Keep that a watch found something, which waits to be told, or does no more."""
    rows = [
        {
            "household": transaction.household,
            "watch": watch,
            "find": find.key,
            "waiting": to_json(find) if waiting else None,
        }
        for find in finds
    ]
    if rows:
        transaction.connection.execute(insert(watch_finds), rows)


def were_told(transaction: Transaction, watch: str) -> None:
    """Keep that nothing of a watch waits any more."""
    mine = (watch_finds.c.household == transaction.household, watch_finds.c.watch == watch)
    waits = watch_finds.c.waiting.is_not(None)
    transaction.connection.execute(update(watch_finds).where(*mine, waits).values(waiting=None))
