"""Read what a shop hands out of its records, and make evidence of it."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Iterator, Sequence

from okawari.domain.export import ExportedOrder, ExportedRefund
from okawari.domain.export_facts import BY_THE_PERSON, order_facts, refund_facts
from okawari.domain.facts import Fact, Provenance
from okawari.domain.problem import Problem
from okawari.reading.bundle import bundle, tables_in
from okawari.reading.mail.archive import MEMBER_ERRORS
from okawari.reading.table_files import TableFile, table_files
from okawari.sources.amazon_export.export import READER, VERSION, is_known_table, read_export
from okawari.store.found import FoundMail, found_file

KIND = "order_export"
TABLE_BYTES = 256 * 1024 * 1024
_BLOCK = 1024 * 1024


def read_exports(paths: Sequence[str]) -> Iterator[ExportedOrder | ExportedRefund | Problem]:
    """Yield the orders in the files, folders and archives, then the refunds, then the problems."""
    return read_export(table_files(paths))


def export_in(path: str) -> bytes | None:
    """Return the tables of an export at or below `path`, bundled; None where there is none."""
    tables = [
        (found.base_name, raw)
        for found in table_files([path])
        if isinstance(found, TableFile) and (raw := _known_table(found)) is not None
    ]
    return bundle(tables) if tables else None


def found_export(source: str, raw: bytes) -> tuple[FoundMail, tuple[Problem, ...]]:
    """Return a bundle with what it says, ready to be kept, and what could not be read in it."""
    digest = hashlib.sha256(raw).hexdigest()
    provenance = Provenance(
        evidence=digest, file=source, reader=READER, reader_version=VERSION, authenticity=BY_THE_PERSON
    )
    facts: list[Fact] = []
    refunds: list[ExportedRefund] = []
    problems: list[Problem] = []
    for one in read_export(tables_in(raw, source)):
        match one:
            case ExportedOrder():
                facts += order_facts(one, provenance)
            case ExportedRefund():
                refunds.append(one)
            case Problem():
                problems.append(one)
    facts += refund_facts(refunds, provenance)
    merchants = {fact.merchant for fact in facts}
    found = found_file(
        raw,
        digest,
        source=source,
        kind=KIND,
        merchant=merchants.pop() if len(merchants) == 1 else None,
        verdict=BY_THE_PERSON.verdict,
        reader=(READER, VERSION),
        facts=facts,
    )
    return found, tuple(problems)


def _known_table(found: TableFile) -> bytes | None:
    """Return the bytes of a table that belongs to an export, None for any other file and for one that is too large."""
    kept = io.BytesIO()
    try:
        while kept.tell() <= TABLE_BYTES and (block := found.stream.read(_BLOCK)):
            # Its first rows tell; mailboxes and other large files need not be read to their end.
            if kept.tell() == 0 and not is_known_table(found.base_name, block[: block.rfind(b"\n") + 1] or block):
                return None
            kept.write(block)
    except MEMBER_ERRORS:
        return None
    raw = kept.getvalue()
    return raw if 0 < len(raw) <= TABLE_BYTES else None
