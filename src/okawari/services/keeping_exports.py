"""Keep exports of a shop's records: the bytes of each once, with the facts that it tells."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from itertools import chain
from typing import IO

from okawari.domain.export_facts import BY_THE_PERSON
from okawari.domain.facts import Provenance
from okawari.domain.problem import Problem
from okawari.reading.bundle import digest_of, tables_in
from okawari.reading.mail.intake import shown
from okawari.services.exports import export_in
from okawari.services.processes import Processes, in_turn
from okawari.services.reading_exports import facts_in
from okawari.sources.amazon_export.export import READER, VERSION, Sheaf, Shelf
from okawari.sources.amazon_export.rows import Problems
from okawari.store import evidence, facts
from okawari.store.engine import Store, Transaction
from okawari.store.found import FoundFact, FoundMail, found_file, pack_file

KIND = "order_export"
_QUICKLY_KEPT = 128 * 1024 * 1024
"""Our own choice: bytes of an export that are kept in half of the time that others wait for a database, on a slow machine too."""


@dataclass(frozen=True, slots=True)
class KeptExport:
    """An export that is kept now: its digest, how many facts are new, and what could not be read in it."""

    sha256: str
    is_new: bool
    facts: int = 0
    problems: tuple[Problem, ...] = ()


def keep_export(path: str, source: str, store: Store) -> KeptExport | None:
    """Keep the export at or below `path` under the name `source`; None where there is none.

    One that is kept already is not read again. It is kept whole or not at all, and its facts pass one by one, so that
    memory holds none; the store tells its orders.
    """
    found = export_in(path)
    if found is None:
        return None
    bundled, paths = found
    with bundled:
        digest = digest_of(bundled)
        with store.reading() as transaction:
            if evidence.known(transaction, [digest]):
                return KeptExport(digest, is_new=False)
            is_empty = not evidence.last_kept(transaction, evidence.Wanted(), 1)
        row = _row(digest, source)._replace(packed=pack_file(bundled), size=bundled.tell())
        with store.filling() if is_empty and row.size <= _QUICKLY_KEPT else store.writing() as transaction:
            if not evidence.add(transaction, [row], datetime.now(UTC)):  # another import was quicker
                return KeptExport(digest, is_new=False)
            told = _tell(transaction, bundled, digest, source)
    return KeptExport(
        digest, is_new=True, facts=told.facts, problems=tuple(_at_home(told.problems, source, paths, shown(path)))
    )


def _at_home(problems: Iterable[Problem], source: str, paths: Mapping[str, str], root: str) -> Iterator[Problem]:
    """Yield the problems with the paths that the person knows in the place of those in the bundle."""
    for problem in problems:
        inside = problem.where.removeprefix(f"{source}/")
        home = next((name for name in paths if inside == name or inside.startswith(f"{name}:")), None)
        if home is not None:
            inside = paths[home].replace(root, source, 1) + inside[len(home) :]
        yield replace(problem, where=inside) if home is not None else problem


def read_export_again(transaction: Transaction, digest: str, source: str, raw: bytes) -> None:
    """Replace the facts of a kept export by what its reader says now."""
    evidence.read_again(transaction, _row(digest, source))
    _tell(transaction, io.BytesIO(raw), digest, source)


@dataclass(slots=True)
class _Told:
    """What an export told, counted as it passes."""

    merchants: set[str] = field(default_factory=set)
    facts: int = 0
    problems: tuple[Problem, ...] = ()

    def count(self, passing: tuple[Shelf, tuple[Sequence[tuple[object, ...]], Problems]]) -> Sequence[FoundFact]:
        shelf, (plain, problems) = passing
        found = [FoundFact._make(one) for one in plain]
        shelf.problems.add_all(problems)
        self.facts += len(found)
        self.merchants.update(fact.merchant for fact in found)
        return found


def _tell(transaction: Transaction, bundled: IO[bytes], digest: str, source: str) -> _Told:
    """Keep the facts of an export that is kept and has none."""
    provenance = Provenance(
        evidence=digest, file=source, reader=READER, reader_version=VERSION, authenticity=BY_THE_PERSON
    )
    told = _Told()
    with Processes() as processes:
        if processes.expect(bundled.seek(0, io.SEEK_END)):
            # Nothing to read, but the process loads what it needs while the tables are opened here.
            processes.do(facts_in, Sheaf("", (), ()), provenance)
        shelf = Shelf(tables_in(bundled, source))
        begun = ((shelf, processes.do(facts_in, sheaf, provenance)) for sheaf in shelf.sheaves())
        facts.add_told(transaction, digest, chain.from_iterable(map(told.count, in_turn(begun))))
    told.problems = shelf.problems.all()
    if len(told.merchants) == 1:
        evidence.name_merchant(transaction, digest, *told.merchants)
    return told


def _row(digest: str, source: str) -> FoundMail:
    return found_file(
        b"",
        digest,
        source=source,
        kind=KIND,
        merchant=None,
        verdict=BY_THE_PERSON.verdict,
        reader=(READER, VERSION),
        facts=(),
    )
