"""Everything that is kept in one file, and back into any database.

The file is a zip: `TABLE.jsonl` for each table, a row a line, and `manifest.json` with their columns, numbers of rows and
SHA-256. A row is a JSON array; bytes stand as {"base64": …}.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import zipfile
from base64 import b64decode, b64encode
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import IO, Any

from okawari.errors import BackupError
from okawari.reading.mail.archive import MEMBER_ERRORS
from okawari.store import dump
from okawari.store.engine import Store, writing_connection
from okawari.store.upgrade import NEWEST

FORMAT = "okawari-backup/1"
MANIFEST = "manifest.json"
_MANIFEST_BYTES = 1024 * 1024
_ROW_BYTES = 1024 * 1024 * 1024
_REVISION = re.compile(r"(?!0000)\d{4}")
_WRONG = (*MEMBER_ERRORS, ValueError, TypeError, KeyError, AttributeError, RecursionError)


@dataclass(frozen=True, slots=True, kw_only=True)
class Backup:
    """What a backup holds: (table, number of rows), and the tables that were left out since they hold secrets."""

    tables: tuple[tuple[str, int], ...]
    left_out: tuple[str, ...] = ()


def back_up(store: Store, path: Path, written_at: datetime, *, with_secrets: bool = False) -> Backup:
    """Write everything that is kept to a new file for its owner alone; BackupError where that cannot be.

    The file bears its name only once it is whole. The store may be in use: the file holds one moment of it.
    """
    if path.exists():
        raise BackupError("exists")
    part = path.with_name(f"{path.name}.part")
    try:
        with os.fdopen(os.open(part, os.O_RDWR | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
            written = _write(store, file, written_at, with_secrets=with_secrets)
            file.flush()
            os.fsync(file.fileno())
        part.rename(path)
    except OSError as error:
        raise BackupError("unreachable", str(error.strerror or error)) from None
    finally:
        part.unlink(missing_ok=True)
    return written


def restore(store: Store, path: Path, *, replace: bool = False) -> Backup:
    """Put what a backup holds into the store, wholly or not at all; BackupError where that cannot be.

    A store that keeps anything is refused, unless all of that is to be replaced.
    """
    try:
        archive = zipfile.ZipFile(path)
    except FileNotFoundError as error:
        raise BackupError("unreachable", str(error.strerror)) from None
    except MEMBER_ERRORS:
        raise BackupError("damaged") from None
    with archive, writing_connection(store.engine) as connection:
        with _damaged():
            manifest = _manifest(archive)
        if not replace and not dump.is_empty(connection):
            raise BackupError("not_empty")
        tables = dump.begin(connection, manifest.revision)
        with _damaged():
            if {table.name for table in manifest.tables} | set(manifest.left_out) != tables.keys():
                raise ValueError("other tables")
            for table in manifest.tables:
                if list(table.columns) != [column.name for column in tables[table.name].columns]:
                    raise ValueError("other columns")
                dump.put(connection, tables[table.name], _rows(archive, table))
        dump.end(connection)
    return Backup(tables=tuple((one.name, one.rows) for one in manifest.tables), left_out=manifest.left_out)


@dataclass(frozen=True, slots=True)
class _Table:
    name: str
    columns: tuple[str, ...]
    rows: int
    sha256: str


@dataclass(frozen=True, slots=True)
class _Manifest:
    revision: str
    tables: tuple[_Table, ...]
    left_out: tuple[str, ...]


def _write(store: Store, file: IO[bytes], written_at: datetime, *, with_secrets: bool) -> Backup:
    secret = frozenset() if with_secrets else dump.secret_tables()
    with store.snapshot() as connection, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        tables = dump.tables(connection)
        written = [
            {
                "name": name,
                "columns": [column.name for column in table.columns],
                **_write_rows(archive, name, dump.rows(connection, table)),
            }
            for name, table in tables.items()
            if name not in secret
        ]
        left_out = tuple(name for name in tables if name in secret)
        manifest = {
            "format": FORMAT,
            "revision": NEWEST,
            "written_at": written_at.isoformat(),
            "tables": written,
            "left_out": left_out,
        }
        archive.writestr(MANIFEST, json.dumps(manifest, indent=1))
    return Backup(tables=tuple((table["name"], table["rows"]) for table in written), left_out=left_out)


def _write_rows(archive: zipfile.ZipFile, name: str, rows: Iterable[dump.Row]) -> dict[str, Any]:
    digest = hashlib.sha256()
    count = 0
    with archive.open(f"{name}.jsonl", "w", force_zip64=True) as member:
        for row in rows:
            line = json.dumps(row, default=_in_base64, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"
            digest.update(line)
            member.write(line)
            count += 1
    return {"rows": count, "sha256": digest.hexdigest()}


def _in_base64(value: object) -> dict[str, str]:
    if not isinstance(value, bytes):
        raise TypeError(f"no backup holds a {type(value).__name__}")
    return {"base64": b64encode(value).decode("ascii")}


def _manifest(archive: zipfile.ZipFile) -> _Manifest:
    with archive.open(MANIFEST) as member:
        given = json.loads(member.read(_MANIFEST_BYTES))
    revision = str(given["revision"])
    if _REVISION.fullmatch(revision) is None:
        raise ValueError("no revision")
    if revision > NEWEST or given["format"] != FORMAT:
        raise BackupError("newer")
    tables = tuple(
        _Table(str(one["name"]), tuple(one["columns"]), int(one["rows"]), str(one["sha256"])) for one in given["tables"]
    )
    return _Manifest(revision, tables, tuple(map(str, given["left_out"])))


def _rows(archive: zipfile.ZipFile, table: _Table) -> Iterator[dump.Row]:
    """Yield the rows of a table; ValueError at the end where they are not those that were written."""
    digest = hashlib.sha256()
    count = 0
    with archive.open(f"{table.name}.jsonl") as member:
        while line := member.readline(_ROW_BYTES):
            digest.update(line)
            count += 1
            yield tuple(_value(value) for value in json.loads(line))
    if (count, digest.hexdigest()) != (table.rows, table.sha256):
        raise ValueError("other rows")


def _value(given: Any) -> dump.Value:
    if isinstance(given, dict):
        return b64decode(given["base64"], validate=True)
    if given is None or isinstance(given, str | int | float):
        return given
    raise ValueError("no value of a row")


@contextmanager
def _damaged() -> Iterator[None]:
    try:
        yield
    except _WRONG:
        raise BackupError("damaged") from None
