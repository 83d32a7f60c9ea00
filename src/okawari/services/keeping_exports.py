"""Keep exports of a shop's records: the bytes of each once, with the facts that it tells."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from itertools import groupby
from typing import IO

from okawari.domain.export import ExportedOrder, ExportedRefund
from okawari.domain.export_facts import BY_THE_PERSON, order_facts, refund_facts
from okawari.domain.facts import Fact, Provenance
from okawari.domain.problem import Problem
from okawari.reading.bundle import digest_of, tables_in
from okawari.reading.mail.intake import shown
from okawari.services.exports import export_in
from okawari.sources.amazon_export.export import READER, VERSION, read_export
from okawari.store import evidence, facts
from okawari.store.engine import Store, Transaction
from okawari.store.found import FoundMail, found_fact, found_file, pack_file

KIND = "order_export"


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
        row = replace(_row(digest, source), packed=pack_file(bundled), size=bundled.tell())
        with store.writing() as transaction:
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
    problems: list[Problem] = field(default_factory=list)

    def count(self, passing: Iterable[Fact]) -> Iterator[Fact]:
        for fact in passing:
            self.facts += 1
            self.merchants.add(fact.merchant or "")
            yield fact


def _tell(transaction: Transaction, bundled: IO[bytes], digest: str, source: str) -> _Told:
    """Keep the facts of an export that is kept and has none."""
    provenance = Provenance(
        evidence=digest, file=source, reader=READER, reader_version=VERSION, authenticity=BY_THE_PERSON
    )
    told = _Told()
    passing = told.count(_facts(bundled, provenance, told.problems))
    facts.add_told(transaction, digest, map(found_fact, passing))
    if len(told.merchants) == 1:
        evidence.name_merchant(transaction, digest, *told.merchants)
    return told


def _facts(bundled: IO[bytes], provenance: Provenance, problems: list[Problem]) -> Iterator[Fact]:
    """Yield what the orders tell, then the refunds; add what could not be read to `problems`."""
    for kind, some in groupby(read_export(tables_in(bundled, provenance.file)), key=type):
        if kind is ExportedOrder:
            for order in some:
                yield from order_facts(order, provenance)  # type: ignore[arg-type]
        elif kind is ExportedRefund:
            yield from refund_facts(some, provenance)  # type: ignore[arg-type]
        else:
            problems += some  # type: ignore[arg-type]


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
