"""Keep mails, exports and statements: each once, with the facts it tells, in transactions that hold whole batches or nothing."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from itertools import islice

from okawari.domain.authenticity import Verdict
from okawari.domain.judge import Trust
from okawari.domain.message import MessageKind
from okawari.reading.mail.gate import Gate
from okawari.reading.mail.intake import STDIN, RawMail, Unreadable, raw_mails, shown
from okawari.services.fulfilling import settle
from okawari.services.histories import with_histories
from okawari.services.keeping_exports import KeptExport, keep_export
from okawari.services.keeping_statements import keep_statements, why_no_statement
from okawari.services.processes import Processes, in_turn
from okawari.services.reading_mails import read_mails
from okawari.services.unreadable import remember_unreadable
from okawari.sources import registry
from okawari.store import evidence, orders
from okawari.store.engine import Store
from okawari.store.found import FoundMail

BATCH_MAILS = 50
BATCH_BYTES = 2 * 1024 * 1024
BATCH_PASSED_OVER = 5_000
KEPT_TOGETHER = 4
"""Batches in one transaction: what a commit costs hardly depends on how much it keeps."""
NO_MAIL = frozenset({"folder_without_mail", "not_a_mail"})
"""Problems of files that hold no mail; where they hold an export they need none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportReport:
    """What an import did.

    `mails` is how many were looked at: `added` of them are new, `known` were kept before or are copies of one that is,
    `passed_over` have nothing to do with orders (only in mailboxes, folders and archives).
    `exports` is how many exports of a shop's records there were, `exports_added` how many of them are new; `statements`
    and `statements_added` are the same for statements, `statement_lines_added` how many of their lines no file told before.
    `facts` is how many new mails and exports tell, `orders` what new mails speak of, in their order; of the exports whose digests
    are `exports_told` the store knows (`orders_told`). `unreadable` is what held none of these.
    """

    mails: int = 0
    added: int = 0
    known: int = 0
    passed_over: int = 0
    facts: int = 0
    orders: tuple[str, ...] = ()
    exports: int = 0
    exports_told: tuple[str, ...] = ()
    statements: int = 0
    statements_added: int = 0
    statement_lines_added: int = 0
    unreadable: tuple[Unreadable, ...] = ()

    @property
    def exports_added(self) -> int:
        """How many of the exports are new."""
        return len(self.exports_told)


Progress = Callable[[ImportReport], None]


def import_paths(
    paths: Sequence[str], store: Store, trust: Trust, progress: Progress = lambda _report: None
) -> ImportReport:
    """Keep the mails, exports and statements below `paths`; `progress` gets the numbers so far after each few batches.

    A mail that is a file of its own is always kept. Of mailboxes, folders and archives only mails are read that can
    matter for an order (`reading.mail.gate`), and advertising that names no order is not kept.
    """
    named = frozenset(paths)
    gate = Gate(registry.brands())
    batches = _batches(raw_mails(paths), lambda mail: mail.file in named or gate.passes(mail.raw))
    keeping = _Keeping(store, lambda found: found.source in named or not _advertises(found))
    # Exports come first: the mails are judged by the orders that these know.
    exports = tuple(_keep_exports(paths, store))
    report = _with_exports(keeping.run(batches, trust, progress), exports)
    for path in paths:
        if path != STDIN:
            report = _with_statements(report, path, store)
            progress(report)
    remember_unreadable(store, map(shown, paths), report.unreadable, datetime.now(UTC))
    return report


def orders_told(store: Store, report: ImportReport) -> Iterator[str]:
    """Yield the numbers of the orders that new mails speak of, then those of the exports alone, one by one."""
    yield from report.orders
    mailed = frozenset(report.orders)
    with store.reading() as transaction:
        yield from (order for order in orders.numbers_in(transaction, report.exports_told) if order not in mailed)


def import_bytes(files: Iterable[tuple[str, bytes]], store: Store, trust: Trust) -> ImportReport:
    """Keep mails given as (name, bytes), as a browser sends them."""
    batches = _batches((RawMail(name, raw) for name, raw in files), lambda _mail: True)
    return _Keeping(store, lambda _found: True).run(batches, trust, lambda _report: None)


def _keep_exports(paths: Sequence[str], store: Store) -> Iterator[tuple[str, KeptExport]]:
    for path in paths:
        name = shown(path)
        if path != STDIN and (kept := keep_export(path, name, store)):
            yield name, kept


def _with_exports(report: ImportReport, exports: Iterable[tuple[str, KeptExport]]) -> ImportReport:
    """Return the report with the exports, which hold no mail and need none."""
    for name, kept in exports:
        others = tuple(item for item in report.unreadable if item.file != name or item.problem.code not in NO_MAIL)
        report = replace(
            report,
            exports=report.exports + 1,
            exports_told=(*report.exports_told, *([kept.sha256] if kept.is_new else ())),
            facts=report.facts + kept.facts,
            unreadable=(*others, *(Unreadable(problem.where, problem) for problem in kept.problems)),
        )
    return report


def _with_statements(report: ImportReport, path: str, store: Store) -> ImportReport:
    """Return the report with the statements at or below a path; a table that is none says why, in the words of tables."""
    unreadable = list(report.unreadable)
    for kept in keep_statements(path, store):
        unreadable = [item for item in unreadable if not _misses_mail(item, kept.file)]
        if isinstance(kept, Unreadable):
            unreadable.append(kept)
            continue
        unreadable += [Unreadable(problem.where, problem) for problem in kept.problems]
        report = replace(
            report,
            statements=report.statements + 1,
            statements_added=report.statements_added + kept.is_new,
            statement_lines_added=report.statement_lines_added + kept.lines_added,
        )
    missing = [item for item in unreadable if _misses_mail(item, shown(path)) and item.file == shown(path)]
    if missing and (why := why_no_statement(path, store)):
        unreadable = [*(item for item in unreadable if item not in missing), *why]
    return replace(report, unreadable=tuple(unreadable))


def _misses_mail(item: Unreadable, file: str) -> bool:
    """Return whether the problem is only that a file, or what it lies in, holds no mail."""
    return item.problem.code in NO_MAIL and (item.file == file or file.startswith(f"{item.file}/"))


@dataclass(slots=True)
class _Batch:
    """Mails to read, how many they are, and what was met on the way to them."""

    mails: list[RawMail] = field(default_factory=list)
    count: int = 0
    bytes: int = 0
    passed_over: int = 0
    unreadable: list[Unreadable] = field(default_factory=list)

    def full(self) -> bool:
        return self.count >= BATCH_MAILS or self.bytes >= BATCH_BYTES or self.passed_over >= BATCH_PASSED_OVER


def _batches(found: Iterable[RawMail | Unreadable], matters: Callable[[RawMail], bool]) -> Iterator[_Batch]:
    batch = _Batch()
    for item in found:
        if isinstance(item, Unreadable):
            batch.unreadable.append(item)
        elif matters(item):
            batch.mails.append(item)
            batch.count += 1
            batch.bytes += len(item.raw)
        else:
            batch.passed_over += 1
        if batch.full():
            yield batch
            batch = _Batch()
    yield batch


class _Keeping:
    """One import on its way: what is being read, and the numbers so far."""

    def __init__(self, store: Store, keeps: Callable[[FoundMail], bool]) -> None:
        self._store = store
        self._keeps = keeps
        self._report = ImportReport()
        self._orders: dict[str, None] = {}
        self._unreadable: list[Unreadable] = []
        with store.reading() as transaction:
            self._began_empty = not evidence.last_kept(transaction, evidence.Wanted(), 1)

    def run(self, batches: Iterable[_Batch], trust: Trust, progress: Progress) -> ImportReport:
        """Read and keep every batch, in their order, so that the same mails always leave the same store."""
        with Processes() as processes:
            read = in_turn(self._begun(batches, trust, processes))
            while together := list(islice(read, KEPT_TOGETHER)):
                self._keep(together)
                progress(self._report)
        settle(self._store, datetime.now(UTC))
        if self._report.added:
            from okawari.services.seeking import mails_came  # an export alone needs nothing of it

            mails_came(self._store, datetime.now(UTC))
        return replace(self._report, orders=tuple(self._orders), unreadable=tuple(self._unreadable))

    def _begun(
        self, batches: Iterable[_Batch], trust: Trust, processes: Processes
    ) -> Iterator[tuple[_Batch, Future[tuple[FoundMail, ...]]]]:
        judging: Trust | None = None
        for batch in batches:
            mails = self._unknown(batch.mails)
            batch.mails = []
            if mails and judging is None:  # what a large export knows takes time to look up
                judging = with_histories(self._store, trust)
            processes.expect(sum(len(mail.raw) for mail in mails))
            yield batch, processes.do(read_mails, mails, judging or trust)

    def _unknown(self, mails: Sequence[RawMail]) -> list[RawMail]:
        told = [mail._replace(sha256=hashlib.sha256(mail.raw).hexdigest()) for mail in mails]
        if self._began_empty:  # then only what comes twice in this import can be known, which is found when it is kept
            return told
        with self._store.reading() as transaction:
            known = evidence.known(transaction, [mail.sha256 for mail in told])
        return [mail for mail in told if mail.sha256 not in known]

    def _keep(self, together: Sequence[tuple[_Batch, Sequence[FoundMail]]]) -> None:
        found = [mail for _, mails in together for mail in mails]
        count = sum(batch.count for batch, _ in together)
        passed_over = sum(batch.passed_over for batch, _ in together)
        worth = [mail for mail in found if self._keeps(mail)]
        with self._store.writing() as transaction:
            added = evidence.add(transaction, worth, datetime.now(UTC))
        left_out = len(found) - len(worth)
        self._report = ImportReport(
            mails=self._report.mails + count + passed_over,
            added=self._report.added + len(added),
            known=self._report.known + count - left_out - len(added),
            passed_over=self._report.passed_over + passed_over + left_out,
            facts=self._report.facts + sum(len(mail.facts) for mail in added),
        )
        self._orders.update(dict.fromkeys(fact.order for mail in added for fact in mail.facts if fact.order))
        self._unreadable += [item for batch, _ in together for item in batch.unreadable]


def worth_keeping(found: Iterable[FoundMail]) -> tuple[FoundMail, ...]:
    """Return the mails of a whole mailbox that are kept: all but advertising that names no order."""
    return tuple(mail for mail in found if not _advertises(mail))


def _advertises(found: FoundMail) -> bool:
    return found.kind == MessageKind.PROMOTION and not found.facts and found.verdict != Verdict.PHISHING
