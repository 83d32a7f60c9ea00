"""Read what a shop hands out of its records."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import IO

from okawari.domain.export import ExportedOrder, ExportedRefund
from okawari.domain.problem import Problem
from okawari.reading.bundle import bundle, private_file
from okawari.reading.mail.archive import MEMBER_ERRORS
from okawari.reading.table_files import TableFile, table_files
from okawari.sources.amazon_export.export import is_known_table, read_export

TABLE_BYTES = 256 * 1024 * 1024
_BLOCK = 1024 * 1024


def read_exports(paths: Sequence[str]) -> Iterator[ExportedOrder | ExportedRefund | Problem]:
    """Yield the orders in the files, folders and archives, then the refunds, then the problems."""
    return read_export(table_files(paths))


def export_in(path: str) -> tuple[IO[bytes], dict[str, str]] | None:
    """Return the tables of an export at or below `path`, bundled, with the path of each; None where there is none."""
    tables = [
        (found.base_name, found.file, table)
        for found in table_files([path])
        if isinstance(found, TableFile) and (table := _known_table(found)) is not None
    ]
    return bundle(tables) if tables else None


def _known_table(found: TableFile) -> IO[bytes] | None:
    """Return a copy of a table that belongs to an export, None for any other file and for one that is too large."""
    kept = private_file()
    try:
        while kept.tell() <= TABLE_BYTES and (block := found.stream.read(_BLOCK)):
            # Its first rows tell; mailboxes and other large files need not be read to their end.
            if kept.tell() == 0 and not is_known_table(found.base_name, block[: block.rfind(b"\n") + 1] or block):
                return None
            kept.write(block)
    except MEMBER_ERRORS:
        return None
    return kept if 0 < kept.tell() <= TABLE_BYTES else None
