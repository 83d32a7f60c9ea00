"""Mailboxes, how far each folder was looked through, and which of their mails were read."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Table, delete, select, update
from sqlalchemy.dialects import postgresql, sqlite

from okawari.domain.mailbox import Account, Login, Mailbox, Security, Trouble
from okawari.store.engine import Transaction
from okawari.store.schema import mailbox_folders, mailbox_mails, mailboxes

_OF_THE_ACCOUNT = ("name", "user", "host", "port", "security", "login", "provider")


@dataclass(frozen=True, slots=True)
class Span:
    """The UIDs of a folder that were looked at, from `first` to `last`, none where `last` is below `first`."""

    uid_validity: int
    first: int
    last: int


def add(transaction: Transaction, account: Account) -> None:
    """Keep a mailbox, or change where it is; what was read of it stays known, unless it is now another's."""
    old = get(transaction, account.name)
    if old and (old.account.host, old.account.user) != (account.host, account.user):
        _delete_of(transaction, (mailbox_folders, mailbox_mails), account.name)
    where = {**asdict(account), "security": account.security.value, "login": account.login.value}
    fresh = {"watched": old.watched if old else False, "looked_at": None, **_at_peace()}
    _upsert(transaction, mailboxes, {**where, **fresh}, ("household", "name"))


def get(transaction: Transaction, name: str) -> Mailbox | None:
    """Return a mailbox, None where none has that name."""
    return next(iter(_listed(transaction, mailboxes.c.name == name)), None)


def every(transaction: Transaction) -> tuple[Mailbox, ...]:
    """Return all mailboxes by their names."""
    return _listed(transaction, mailboxes.c.name.is_not(None))


def watch(transaction: Transaction, name: str, *, watched: bool) -> None:
    """Say whether new mails are to be looked for from now on."""
    _change(transaction, name, watched=watched)


def was_looked_at(transaction: Transaction, name: str, at: datetime) -> None:
    """Keep that a mailbox was read to its end."""
    _change(transaction, name, looked_at=at, **_at_peace())


def is_well(transaction: Transaction, name: str) -> None:
    """Keep that a mailbox can be opened: it is looked into when its turn comes."""
    _change(transaction, name, **_at_peace())


def has_trouble(
    transaction: Transaction, name: str, trouble: Trouble, *, detail: str, failures: int, next_try_at: datetime | None
) -> None:
    """Keep why a mailbox could not be read, how often in a row, and when to try again."""
    _change(transaction, name, trouble=trouble.value, detail=detail, failures=failures, next_try_at=next_try_at)


def forget(transaction: Transaction, name: str) -> bool:
    """Delete a mailbox and what is known of its folders, not the mails kept from it; return whether there was one."""
    _delete_of(transaction, (mailbox_folders, mailbox_mails), name)
    mine = (mailboxes.c.household == transaction.household, mailboxes.c.name == name)
    return transaction.connection.execute(delete(mailboxes).where(*mine)).rowcount > 0


def span(transaction: Transaction, name: str, folder: bytes) -> Span | None:
    """Return which UIDs of a folder were looked at, None where none were."""
    query = select(mailbox_folders.c.uid_validity, mailbox_folders.c.first_uid, mailbox_folders.c.last_uid).where(
        *_folder(transaction, name, folder)
    )
    row = transaction.connection.execute(query).one_or_none()
    return Span(*row) if row else None


def looked_through(transaction: Transaction, name: str, folder: bytes, looked: Span) -> None:
    """Keep that UIDs were looked at, beside those already known of the same validity; of another, these alone count.

    A span that does not touch the known one is not kept: what lies between was not looked at. That happens where two
    imports run at once, until the later one gets down to the other.
    """
    known = span(transaction, name, folder)
    if known and known.uid_validity == looked.uid_validity:
        if looked.first > known.last + 1 or looked.last < known.first - 1:
            return
        looked = Span(looked.uid_validity, min(known.first, looked.first), max(known.last, looked.last))
    row = {
        "mailbox": name,
        "folder": folder,
        "uid_validity": looked.uid_validity,
        "first_uid": looked.first,
        "last_uid": looked.last,
    }
    _upsert(transaction, mailbox_folders, row, ("household", "mailbox", "folder"))


def look_again(transaction: Transaction, name: str) -> None:
    """Forget how far the folders were looked through; mails that were read stay known."""
    _delete_of(transaction, (mailbox_folders,), name)


def read_before(transaction: Transaction, mails: Sequence[str]) -> set[str]:
    """Return those of the mails (by `header_key`) that were read from any mailbox of the household."""
    query = select(mailbox_mails.c.mail).where(
        mailbox_mails.c.household == transaction.household, mailbox_mails.c.mail.in_(mails)
    )
    return set(transaction.connection.execute(query).scalars())


def were_read(transaction: Transaction, name: str, mails: Iterable[str]) -> None:
    """Keep that the mails were read from this mailbox."""
    rows = [{"household": transaction.household, "mail": mail, "mailbox": name} for mail in dict.fromkeys(mails)]
    if rows:
        transaction.connection.execute(_insert(transaction, mailbox_mails).on_conflict_do_nothing(), rows)


def _at_peace() -> dict[str, Any]:
    return {"trouble": "", "detail": "", "failures": 0, "next_try_at": None}


def _folder(transaction: Transaction, name: str, folder: bytes) -> tuple[ColumnElement[bool], ...]:
    table = mailbox_folders.c
    return (table.household == transaction.household, table.mailbox == name, table.folder == folder)


def _change(transaction: Transaction, name: str, **values: Any) -> None:
    mine = (mailboxes.c.household == transaction.household, mailboxes.c.name == name)
    transaction.connection.execute(update(mailboxes).where(*mine).values(**values))


def _delete_of(transaction: Transaction, tables: Iterable[Table], name: str) -> None:
    for table in tables:
        mine = (table.c.household == transaction.household, table.c.mailbox == name)
        transaction.connection.execute(delete(table).where(*mine))


def _insert(transaction: Transaction, table: Table) -> Any:
    dialect = postgresql if transaction.connection.dialect.name == "postgresql" else sqlite
    return dialect.insert(table)


def _upsert(transaction: Transaction, table: Table, row: dict[str, Any], key: Sequence[str]) -> None:
    changed = {name: value for name, value in row.items() if name not in key}
    statement = _insert(transaction, table).values(household=transaction.household, **row)
    transaction.connection.execute(statement.on_conflict_do_update(index_elements=key, set_=changed))


def _listed(transaction: Transaction, condition: ColumnElement[bool]) -> tuple[Mailbox, ...]:
    query = (
        select(mailboxes).where(mailboxes.c.household == transaction.household, condition).order_by(mailboxes.c.name)
    )
    return tuple(_mailbox(dict(row)) for row in transaction.connection.execute(query).mappings())


def _mailbox(row: dict[str, Any]) -> Mailbox:
    where = {name: row[name] for name in _OF_THE_ACCOUNT}
    account = Account(**{**where, "security": Security(row["security"]), "login": Login(row["login"])})
    return Mailbox(
        account=account,
        watched=row["watched"],
        looked_at=row["looked_at"],
        trouble=Trouble(row["trouble"]) if row["trouble"] else None,
        detail=row["detail"],
        failures=row["failures"],
        next_try_at=row["next_try_at"],
    )
