"""The files of a zip, streamed, with bombs, passwords and odd names disarmed. Nothing is ever unpacked to a path."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import IO, Final

from okawari.reading.streams import Readable

MEMBERS: Final = 200_000
"""Files that one archive may hold."""

TOTAL_BYTES: Final = 64 * 1024**3
"""Of all its files together, unpacked: a mailbox of decades."""

RATIO: Final = 200
"""How many times larger than packed a file may get; mail packs to a tenth."""

FREE_BYTES: Final = 8 * 1024 * 1024
"""Of one file, unpacked, before its ratio is looked at."""

INNER: Final = 64
"""Our own choice: zips inside one that is attached to a mail; with each depth half as many are left."""

_ENCRYPTED: Final = 0x1
_UTF8_NAME: Final = 0x800
_BROKEN: Final = (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, ValueError)


class BombError(Exception):
    """A file grew beyond what a mail can."""


MEMBER_ERRORS: Final = (BombError, *_BROKEN)
"""What reading a member may raise."""


@dataclass(frozen=True, slots=True)
class ArchiveProblem:
    """A file of the archive, or with name "" the archive, that cannot be read; `code` says why."""

    name: str
    code: str
    detail: str = ""


def problem_code(error: Exception) -> str:
    """Return the problem code of one of `MEMBER_ERRORS`."""
    return "zip_bomb" if isinstance(error, BombError) else "zip_broken"


def members(stream: IO[bytes]) -> Iterator[Member | ArchiveProblem]:
    """Yield the files of a zip in its order, hidden ones left out, each to be read before the next is asked for."""
    try:
        archive = zipfile.ZipFile(stream)
        listed = archive.infolist()
    except _BROKEN as error:
        yield ArchiveProblem("", "zip_broken", str(error))
        return
    if len(listed) > MEMBERS:
        yield ArchiveProblem("", "zip_bomb", str(len(listed)))
        return
    left = _Allowance(TOTAL_BYTES)
    with archive:
        for entry in listed:
            name = _name(entry)
            if entry.is_dir() or _is_hidden(name):
                continue
            if entry.flag_bits & _ENCRYPTED:
                yield ArchiveProblem(name, "zip_encrypted")
                continue
            if entry.file_size > _most(entry.compress_size):
                yield ArchiveProblem(name, "zip_bomb")
                continue
            try:
                with archive.open(entry) as unpacked:
                    yield Member(name, unpacked, entry.compress_size, left)
            except _BROKEN as error:
                yield ArchiveProblem(name, "zip_broken", str(error))
            if left.bytes <= 0:
                yield ArchiveProblem("", "zip_bomb")
                return


@dataclass(slots=True)
class _Allowance:
    bytes: int


class Member:
    """One file of an archive while it is unpacked; it refuses to grow beyond what its packed size can hold."""

    def __init__(self, name: str, unpacked: Readable, packed: int, left: _Allowance) -> None:
        self.name = name
        self._unpacked = unpacked
        self._most = _most(packed)
        self._given = 0
        self._left = left

    def read(self, size: int, /) -> bytes:
        """Return the next bytes, none at the end; one of `MEMBER_ERRORS` where that fails."""
        block = self._unpacked.read(size)
        self._given += len(block)
        self._left.bytes -= len(block)
        if self._given > self._most or self._left.bytes <= 0:
            raise BombError
        return block


def is_bomb(stream: IO[bytes], left: int = INNER) -> bool:
    """Return whether a zip, or one inside it, says that it grows beyond what a file can; what it holds is not unpacked."""
    for member in members(stream):
        if isinstance(member, ArchiveProblem):
            if member.code == "zip_bomb":
                return True
        elif member.name.lower().endswith(".zip"):
            left -= 1
            if left < 0:
                return True
            try:
                inner = member.read(FREE_BYTES)
            except MEMBER_ERRORS as error:
                if isinstance(error, BombError):
                    return True
            else:
                if is_bomb(BytesIO(inner), left // 2):
                    return True
    return False


def _most(packed: int) -> int:
    return max(FREE_BYTES, packed * RATIO)


def _name(entry: zipfile.ZipInfo) -> str:
    """Return an entry's name to show: decoded as Japanese Windows writes it where it does not say UTF-8, printable, relative."""
    name = entry.filename
    if not entry.flag_bits & _UTF8_NAME:
        try:
            name = name.encode("cp437").decode("cp932")
        except UnicodeError:
            name = entry.filename
    steps = [step for step in name.replace("\\", "/").split("/") if step not in {"", ".", ".."}]
    return "".join(letter if letter.isprintable() else "\ufffd" for letter in "/".join(steps))[:500]


def _is_hidden(name: str) -> bool:
    return any(step.startswith(".") or step == "__MACOSX" for step in name.split("/"))
