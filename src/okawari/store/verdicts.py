"""The last verdicts of each watched page: what was seen, why, and the bytes that were read."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import Integer, bindparam, delete, select

from okawari.domain.watch.verdict import Verdict
from okawari.store.codec import from_json, to_json
from okawari.store.engine import Transaction
from okawari.store.found import pack, unpack
from okawari.store.kept_text import storable, utc_text
from okawari.store.rows import insert_rows
from okawari.store.watching_schema import page_verdicts

MOST_KEPT = 3
"""Our own choice: the state, the one before, and what led there; a page of a shop takes 68 kB of the disk each on average."""
MOST_BYTES = 2_000_000
"""Our own choice: pages of shops have some hundred kB; what is larger is mostly data of scripts behind the product."""


class Snapshot(NamedTuple):
    """The bytes that were read, packed: the first `kept` of `size`, the SHA-256 of all, the character set that the server declared."""

    packed: bytes
    kept: int
    size: int
    body: str
    charset: str


class KeptVerdict(NamedTuple):
    """A verdict with what is kept of its page: the first `kept` of `size` bytes, whose SHA-256 is `body`."""

    verdict: Verdict
    kept: int
    size: int
    body: str


class NewVerdict(NamedTuple):
    """A verdict on its way into the store; `lasting` tells whether those before may stay, as the terms of the site let them."""

    page: str
    verdict: Verdict
    snapshot: Snapshot
    lasting: bool


def snapshot(raw: bytes, body: str, charset: str) -> Snapshot:
    """Return what is kept of a page's bytes; `body` is their SHA-256, `charset` what the server declared."""
    kept = raw[:MOST_BYTES]
    return Snapshot(pack(kept), len(kept), len(raw), body, charset)


def keep(transaction: Transaction, new: Sequence[NewVerdict]) -> None:
    """Keep verdicts, at most one of a page, and let those go that are too many.

    Of those that showed nothing only the last one stays, so that a captcha that comes and goes never drives out the grounds
    of what is shown.
    """
    if not new:
        return
    where = [{"of_household": transaction.household, "of_page": one.page} for one in new]
    unseen = [its for its, one in zip(where, new, strict=True) if one.verdict.seen.trouble]
    if unseen:
        transaction.connection.execute(_DROP_UNSEEN, unseen)
    insert_rows(transaction, page_verdicts, [_row(transaction.household, one) for one in new], _AGAIN)
    most = [its | {"more": _most(one) - 1} for its, one in zip(where, new, strict=True)]
    transaction.connection.execute(_DROP_OLDER, most)


def _most(new: NewVerdict) -> int:
    """Return how many stay: where no past may be kept the one that is shown, beside a last look that showed nothing."""
    if new.lasting:
        return MOST_KEPT
    return 2 if new.verdict.seen.trouble else 1


def _row(household: str, new: NewVerdict) -> tuple[object, ...]:
    seen, read = new.verdict.seen, new.snapshot
    return (
        household,
        new.page,
        utc_text(seen.at),
        storable(seen.trouble),
        to_json(new.verdict),
        storable(read.charset),
        read.body,
        read.size,
        read.kept,
        read.packed,
    )


_MINE = (page_verdicts.c.household == bindparam("of_household")) & (page_verdicts.c.page == bindparam("of_page"))
_DROP_UNSEEN = delete(page_verdicts).where(_MINE, page_verdicts.c.trouble != "")
_DROP_OLDER = delete(page_verdicts).where(
    _MINE,
    page_verdicts.c.at
    < select(page_verdicts.c.at)
    .where(_MINE)
    .order_by(page_verdicts.c.at.desc())
    .limit(1)
    .offset(bindparam("more", type_=Integer))
    .scalar_subquery(),
)
_AGAIN = "ON CONFLICT (household, page, at) DO UPDATE SET " + ", ".join(
    f"{column.name} = excluded.{column.name}" for column in page_verdicts.c if not column.primary_key
)


def forget(transaction: Transaction, page: str) -> bool:
    """Delete the verdicts of a page with the bytes that were read; return whether there were any."""
    mine = {"of_household": transaction.household, "of_page": page}
    return transaction.connection.execute(delete(page_verdicts).where(_MINE), mine).rowcount > 0


def of_page(transaction: Transaction, page: str) -> tuple[KeptVerdict, ...]:
    """Return the verdicts of a page that are kept, the last first."""
    shown = page_verdicts.c.payload, page_verdicts.c.kept, page_verdicts.c.size, page_verdicts.c.body
    query = select(*shown).where(_MINE).order_by(page_verdicts.c.at.desc())
    rows = transaction.connection.execute(query, {"of_household": transaction.household, "of_page": page})
    return tuple(KeptVerdict(from_json(Verdict, payload), *rest) for payload, *rest in rows)


def bytes_read(transaction: Transaction, page: str, at: datetime) -> tuple[bytes, str] | None:
    """Return the bytes that a verdict was read from, as far as they are kept, and the character set that the server declared."""
    query = select(page_verdicts.c.packed, page_verdicts.c.charset).where(_MINE, page_verdicts.c.at == at)
    found = transaction.connection.execute(query, {"of_household": transaction.household, "of_page": page}).first()
    return (unpack(found.packed), found.charset) if found else None
