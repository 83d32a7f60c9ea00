"""The mails inside files, folders, archives and standard input, one by one."""

from __future__ import annotations

import os
import stat
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import BufferedReader, BytesIO
from pathlib import Path
from typing import IO, Final, NamedTuple

from okawari.domain.problem import Problem
from okawari.reading.mail import limits
from okawari.reading.mail.archive import MEMBER_ERRORS, ArchiveProblem, members, problem_code
from okawari.reading.mail.bombs import attached_bombs
from okawari.reading.mail.mbox import split_mbox
from okawari.reading.mail.sniff import Content, content_of
from okawari.reading.streams import Readable, Replayed

STDIN: Final = "-"
_IN_MEMORY: Final = 16 * 1024 * 1024

# Files that lie beside mails in folders and exports; in a folder they are passed over, not reported.
_COMPANIONS: Final = (
    ".html .htm .css .js .json .csv .tsv .xml .pdf .png .jpg .jpeg .gif .webp .svg .ico .ics .vcf .md .toml .yaml .yml "
    ".xls .xlsx .doc .docx .ppt .pptx .mp3 .mp4 .mov .msf .dat .db .sqlite .ini .log .py .sh"
)


class RawMail(NamedTuple):  # as `MboxMail`
    """The bytes of one mail and the name it is shown by (`inbox.mbox#3` for the third mail of an mbox).

    `raw` holds no more than `limits.MAIL_BYTES`, the start of a mail that is larger; `sha256` is "" where nobody needed it yet.
    """

    file: str
    raw: bytes
    sha256: str = ""


@dataclass(frozen=True, slots=True)
class Unreadable:
    """Something on the way that holds no mail, with the problem that says why."""

    file: str
    problem: Problem


def raw_mails(paths: Sequence[str]) -> Iterator[RawMail | Unreadable]:
    """Yield every mail below `paths`, in the order given, and what could not be read in its place.

    A path is a mail (.eml, .emlx), an mbox, a Maildir, a folder (with its subfolders, by name), a zip of these, or `-`
    for standard input. Nothing is raised, and no more is in memory than one mail. After a mail that is a file of its own
    stand the zips attached to it that are bombs.
    """
    for path in paths:
        if path == STDIN:
            yield from _contents(sys.stdin.buffer, STDIN)
        else:
            yield from _path(Path(path), shown(path))


def mails_inside(raw: bytes, name: str) -> Iterator[RawMail | Unreadable]:
    """Yield the mails of one file that is in memory, as `raw_mails` does."""
    yield from _contents(BytesIO(raw), name)


def shown(path: str | Path) -> str:
    """Return a path as text that can be printed and stored, whatever bytes its name has."""
    return "".join(letter if letter.isprintable() else "\ufffd" for letter in str(path))


def _path(path: Path, name: str, *, named: bool = True) -> Iterator[RawMail | Unreadable]:
    """Yield the mails of a path; a pipe is only read where the person named it, as in `read <(decrypt box)`."""
    try:
        kind = path.stat().st_mode
        if stat.S_ISDIR(kind):
            yield from _folder(path, name)
        elif stat.S_ISREG(kind) or (named and stat.S_ISFIFO(kind)):
            with path.open("rb") as stream:
                yield from _contents(stream, name)
        else:
            yield _unreadable(name, "not_a_file")
    except FileNotFoundError:
        yield _unreadable(name, "file_missing")
    except PermissionError:
        yield _unreadable(name, "file_forbidden")
    except (OSError, ValueError) as error:
        yield _unreadable(name, "file_unreadable", str(error))


def _folder(folder: Path, name: str) -> Iterator[RawMail | Unreadable]:
    found = False
    refused: list[OSError] = []
    for path in _files(folder, refused):
        for item in _path(path, f"{name.rstrip('/')}/{shown(path.relative_to(folder))}", named=False):
            if _is_companion(item):
                continue
            found = True
            yield item
    for error in refused:
        yield _unreadable(shown(str(error.filename)), "file_forbidden")
    if not found and not refused:
        yield _unreadable(name, "folder_without_mail")


def _files(folder: Path, refused: list[OSError]) -> Iterator[Path]:
    """Yield the files below a folder by name; of a Maildir, `cur` and `new`. Hidden ones are left out."""
    for here, folders, files in os.walk(folder, onerror=refused.append):
        is_maildir = {"cur", "new"} <= set(folders)
        folders[:] = sorted(
            name
            for name in folders
            if not (is_maildir and name == "tmp") and (not name.startswith(".") or _is_maildir(Path(here, name)))
        )
        if not is_maildir:
            yield from (Path(here, name) for name in sorted(files) if not name.startswith("."))


def _is_maildir(folder: Path) -> bool:
    return (folder / "cur").is_dir() and (folder / "new").is_dir()


def _is_companion(item: RawMail | Unreadable) -> bool:
    is_other = isinstance(item, Unreadable) and item.problem.code in {"not_a_mail", "file_empty"}
    return is_other and Path(item.file).suffix.lower() in _COMPANIONS.split()


def _contents(stream: Readable, name: str, archives: int = limits.ARCHIVES) -> Iterator[RawMail | Unreadable]:
    """Yield the mails of one file; a zip in a stream that cannot be read twice is put aside first."""
    start = stream.read(limits.SNIFFED_BYTES)
    content = content_of(start, name)
    if content is Content.MBOX:
        for number, mail in enumerate(split_mbox(Replayed(start, stream)), start=1):
            yield RawMail(f"{name}#{number}", mail.raw)
    elif content is Content.ZIP and archives == 0:
        yield _unreadable(name, "zip_too_deep")
    elif content is Content.ZIP and isinstance(stream, BufferedReader) and stream.seekable():
        yield from _zip(stream, name, archives - 1)
    elif content is Content.ZIP:
        with tempfile.SpooledTemporaryFile(_IN_MEMORY) as kept:
            kept.write(start)
            while block := stream.read(limits.SNIFFED_BYTES):
                kept.write(block)
            yield from _zip(kept, name, archives - 1)
    else:
        one = _one(start, stream, content, name)
        yield one
        if isinstance(one, RawMail):
            yield from (Unreadable(name, problem) for problem in attached_bombs(one.raw, name))


def _one(start: bytes, stream: Readable, content: Content, name: str) -> RawMail | Unreadable:
    """Return the one mail of a file whose start was read."""
    if content is Content.EML:
        return RawMail(name, (start + stream.read(limits.MAIL_BYTES - len(start)))[: limits.MAIL_BYTES])
    if content is Content.EMLX:
        length, _, rest = start.partition(b"\n")
        return RawMail(name, (rest + stream.read(limits.MAIL_BYTES))[: min(int(length), limits.MAIL_BYTES)])
    return _unreadable(name, content.value)


def _zip(stream: IO[bytes], name: str, archives: int) -> Iterator[RawMail | Unreadable]:
    found = False
    for member in members(stream):
        inside = f"{name}/{member.name}".rstrip("/")
        if isinstance(member, ArchiveProblem):
            items: Iterator[RawMail | Unreadable] = iter([_unreadable(inside, member.code, member.detail)])
        else:
            items = _contents(member, inside, archives)
        try:
            for item in items:
                if not _is_companion(item):
                    found = True
                    yield item
        except MEMBER_ERRORS as error:
            found = True
            yield _unreadable(inside, problem_code(error), str(error))
    if not found:
        yield _unreadable(name, "folder_without_mail")


def _unreadable(name: str, code: str, detail: str = "") -> Unreadable:
    return Unreadable(name, Problem(code, name, detail))
