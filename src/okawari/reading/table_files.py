"""The CSV files inside files, folders and archives, one by one."""

from __future__ import annotations

import sys
import tempfile
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Final

from okawari.domain.problem import Problem
from okawari.reading.mail.archive import MEMBER_ERRORS, ArchiveProblem, members, problem_code
from okawari.reading.mail.intake import STDIN, Unreadable, shown
from okawari.reading.streams import Readable

_IN_MEMORY: Final = 16 * 1024 * 1024
_BLOCK: Final = 256 * 1024
_NESTED: Final = 1
"""Archives inside the archive that are opened; those inside these are not."""


@dataclass(frozen=True, slots=True)
class TableFile:
    """One CSV file, to be read before the next is asked for. `asked` tells that the person named this very file."""

    file: str
    stream: Readable
    asked: bool = False

    @property
    def base_name(self) -> str:
        """The file's own name in lower case, without its folders."""
        return self.file.rpartition("/")[2].lower()


def table_files(paths: Sequence[str]) -> Iterator[TableFile | Unreadable]:
    """Yield the CSV files below `paths`, in the order given, and what could not be opened in its place.

    A path is a CSV, a folder (with its subfolders, by name) or a zip, which may hold further zips. Other files there are
    passed over; `-` is standard input. Nothing is raised; reading a stream may raise one of `MEMBER_ERRORS` or OSError.
    """
    for path in paths:
        if path == STDIN:
            yield TableFile(STDIN, sys.stdin.buffer, asked=True)
        else:
            yield from _path(Path(path), shown(path), asked=True)


def tables_in_zip(stream: IO[bytes], name: str) -> Iterator[TableFile | Unreadable]:
    """Yield the CSV files of a zip that is shown as `name`."""
    return _zip(stream, name, _NESTED)


def _path(path: Path, name: str, *, asked: bool) -> Iterator[TableFile | Unreadable]:
    try:
        if path.is_dir():
            yield from _or_none(_folder(path, name), name)
            return
        with path.open("rb") as stream:
            if (zipfile.is_zipfile(stream) and not _is_spreadsheet(stream)) or name.lower().endswith(".zip"):
                stream.seek(0)
                yield from _or_none(_zip(stream, name, _NESTED), name)
            else:
                stream.seek(0)
                yield TableFile(name, stream, asked)
    except FileNotFoundError:
        yield Unreadable(name, Problem("file_missing", name))
    except PermissionError:
        yield Unreadable(name, Problem("file_forbidden", name))
    except (OSError, ValueError) as error:
        yield Unreadable(name, Problem("file_unreadable", name, str(error)))


def _folder(folder: Path, name: str) -> Iterator[TableFile | Unreadable]:
    for found in sorted(folder.rglob("*")):
        inside = f"{name.rstrip('/')}/{shown(found.relative_to(folder))}"
        if found.is_file() and _is_wanted(inside):
            yield from _path(found, inside, asked=False)


def _or_none(found: Iterator[TableFile | Unreadable], name: str) -> Iterator[TableFile | Unreadable]:
    empty = True
    for item in found:
        empty = False
        yield item
    if empty:
        yield Unreadable(name, Problem("folder_without_table", name))


def _zip(stream: IO[bytes], name: str, nested: int) -> Iterator[TableFile | Unreadable]:
    for member in members(stream):
        inside = f"{name}/{member.name}".rstrip("/")
        if isinstance(member, ArchiveProblem):
            if not member.name or _is_wanted(inside):
                yield Unreadable(inside, Problem(member.code, inside, member.detail))
        elif inside.lower().endswith(".csv"):
            yield TableFile(inside, member)
        elif inside.lower().endswith(".zip"):
            yield from _inner_zip(member, inside, nested)


def _inner_zip(member: Readable, name: str, nested: int) -> Iterator[TableFile | Unreadable]:
    if nested == 0:
        yield Unreadable(name, Problem("zip_too_deep", name))
        return
    with tempfile.SpooledTemporaryFile(_IN_MEMORY) as kept:
        try:
            while block := member.read(_BLOCK):
                kept.write(block)
        except MEMBER_ERRORS as error:
            yield Unreadable(name, Problem(problem_code(error), name, str(error)))
            return
        yield from _zip(kept, name, nested - 1)


def _is_spreadsheet(stream: IO[bytes]) -> bool:
    """Return whether a zip is what Excel saves, whatever its name says; reading it as a table says so."""
    stream.seek(0)
    return b"[Content_Types].xml" in stream.read(_BLOCK)


def _is_wanted(name: str) -> bool:
    return name.lower().endswith((".csv", ".zip"))
