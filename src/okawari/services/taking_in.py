"""Take in what a person hands over by hand, and say which orders it speaks of."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path

from okawari.reading.mail.intake import RawMail, Unreadable, raw_mails
from okawari.reading.mail.pasted import wrap_pasted
from okawari.reading.mail.same import same_mail_key
from okawari.services.household import Household
from okawari.services.importing import NO_MAIL, import_bytes
from okawari.services.keeping_exports import keep_export
from okawari.services.keeping_statements import KeptStatement, keep_statements, why_no_statement
from okawari.services.statements import UNKNOWN_LAYOUT, is_known_statement
from okawari.services.unreadable import remember_unreadable
from okawari.store import evidence, orders
from okawari.store.orders import OrderKey

MAILS_AT_ONCE = 500
"""How many mails are looked up by one query: databases limit its parameters."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenIn:
    """What was handed over: the orders it speaks of, the mails that name none and the statements (by SHA-256), the rest."""

    orders: tuple[OrderKey, ...] = ()
    silent: tuple[str, ...] = ()
    statements: tuple[str, ...] = ()
    unreadable: tuple[Unreadable, ...] = ()


def take_in_files(household: Household, files: Sequence[tuple[str, bytes]]) -> TakenIn:
    """Keep the mails, exports and statements in files (.eml, .mbox, .zip, .csv) given as (name, bytes).

    What is kept already changes nothing. A table of no known layout is kept too: the person can tell its layout.
    """
    mails: list[RawMail] = []
    unreadable: list[Unreadable] = []
    listed: dict[OrderKey, None] = {}
    statements: list[str] = []
    # Containers are read as files, the one way that mailboxes and archives are opened; the names stay those given.
    with tempfile.TemporaryDirectory(prefix="okawari-") as folder:
        for number, (name, content) in enumerate(files):
            path = Path(folder) / f"{number}{Path(name).suffix.lower()[:8]}"
            path.write_bytes(content)
            kept = keep_export(str(path), name, household.store)
            if kept is not None:
                with household.store.reading() as transaction:
                    listed |= dict.fromkeys(orders.spoken_of_in(transaction, [kept.sha256])[kept.sha256])
                unreadable += [Unreadable(problem.where, problem) for problem in kept.problems]
            told = list(keep_statements(str(path), household.store, name, also_unknown=kept is None))
            statements += [one.sha256 for one in told if isinstance(one, KeptStatement)]
            unreadable += _problems_of(told)
            is_other = kept is not None or bool(told)
            for found in raw_mails([str(path)]) if all(one.file != name for one in told) else ():
                named = _named(found, str(path), name)
                if isinstance(named, RawMail):
                    mails.append(named)
                elif not is_other or named.problem.code not in NO_MAIL:
                    unreadable += why_no_statement(str(path), household.store, name) or [named]
    remember_unreadable(household.store, (name for name, _ in files), unreadable, datetime.now(UTC))
    taken = _keep(household, mails, tuple(unreadable))
    return replace(
        taken, orders=tuple(dict.fromkeys((*taken.orders, *listed))), statements=tuple(dict.fromkeys(statements))
    )


def take_in_text(household: Household, text: str, received_on: date) -> TakenIn:
    """Keep the text of a mail, or of the history of a gift balance, that a person pasted; what a mail says stays unproven."""
    if is_known_statement(text.encode(), "", ()):
        return take_in_files(household, [("", text.encode())])
    raw = wrap_pasted(text, received_on)
    return _keep(household, [RawMail("", raw)], ())


def _problems_of(told: Sequence[KeptStatement | Unreadable]) -> list[Unreadable]:
    """Return what could not be read; that a layout is not known is asked on the statement's own page."""
    found = [one for one in told if isinstance(one, Unreadable)]
    rows = [problem for one in told if isinstance(one, KeptStatement) for problem in one.problems]
    return found + [Unreadable(problem.where, problem) for problem in rows if problem.code not in UNKNOWN_LAYOUT]


def _named(found: RawMail | Unreadable, path: str, name: str) -> RawMail | Unreadable:
    file = found.file.replace(path, name, 1)
    if isinstance(found, RawMail):
        return found._replace(file=file)
    return replace(found, file=file, problem=replace(found.problem, where=found.problem.where.replace(path, name, 1)))


def _keep(household: Household, mails: Sequence[RawMail], unreadable: tuple[Unreadable, ...]) -> TakenIn:
    import_bytes(((mail.file, mail.raw) for mail in mails), household.store, household.trust)
    spoken_of: dict[str, tuple[OrderKey, ...]] = {}
    with household.store.reading() as transaction:
        for start in range(0, len(mails), MAILS_AT_ONCE):
            same = [same_mail_key(mail.raw) for mail in mails[start : start + MAILS_AT_ONCE]]
            spoken_of |= orders.spoken_of_in(transaction, evidence.kept_as(transaction, same))
    return TakenIn(
        orders=tuple(dict.fromkeys(key for keys in spoken_of.values() for key in keys if key.order)),
        silent=tuple(digest for digest, keys in spoken_of.items() if not any(key.order for key in keys)),
        unreadable=unreadable,
    )
