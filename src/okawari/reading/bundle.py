"""Several tables as one piece of evidence: the same tables are the same bytes, however they came packed."""

from __future__ import annotations

import hashlib
import io
import shutil
import tempfile
import zipfile
from collections.abc import Iterable, Iterator
from operator import itemgetter
from typing import IO

from okawari.reading.mail.intake import Unreadable
from okawari.reading.table_files import TableFile, tables_in_zip

_START = b"PK\x03\x04"
_DATE = (1980, 1, 1, 0, 0, 0)
_PIECE = 1024 * 1024
_IN_MEMORY = 1024 * 1024


def bundle(tables: Iterable[tuple[str, str, IO[bytes]]]) -> tuple[IO[bytes], dict[str, str]]:
    """Return the tables, given as (base name, path, file), as a zip that depends on names and bytes alone; a table twice stands once.

    They are stored unpacked: what a packer writes changes with its version. The files are closed. With the zip comes the
    path of each table by its name there.
    """
    named: dict[tuple[str, str], tuple[str, IO[bytes]]] = {}
    for name, path, table in tables:
        _, twice = named.setdefault((name, digest_of(table)), (path, table))
        if twice is not table:
            table.close()
    packed = private_file()
    paths: dict[str, str] = {}
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_STORED) as archive:
        for number, ((name, _), (path, table)) in enumerate(sorted(named.items(), key=itemgetter(0))):
            entry = zipfile.ZipInfo(f"{number}/{name}", _DATE)
            paths[entry.filename] = path
            entry.file_size = table.seek(0, io.SEEK_END)
            table.seek(0)
            with table, archive.open(entry, "w") as stored:
                shutil.copyfileobj(table, stored, _PIECE)
    return packed, paths


def private_file() -> IO[bytes]:
    """Return an empty file of this process: in memory while it is small, then on disk."""
    return tempfile.SpooledTemporaryFile(_IN_MEMORY)


def digest_of(file: IO[bytes]) -> str:
    """Return the SHA-256 of a whole file."""
    file.seek(0)
    digest = hashlib.sha256()
    while piece := file.read(_PIECE):
        digest.update(piece)
    return digest.hexdigest()


def is_bundle(raw: bytes) -> bool:
    """Return whether kept evidence is a bundle; no mail begins like one."""
    return raw.startswith(_START)


def tables_in(bundled: IO[bytes], name: str) -> Iterator[TableFile | Unreadable]:
    """Yield the tables of a bundle, which is shown as `name`."""
    return tables_in_zip(bundled, name)
