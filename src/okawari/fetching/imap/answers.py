"""What servers answer, taken apart: lists of folders, and mails with their numbers, sizes and bytes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from imap_tools.imap_utf7 import utf7_decode

_FOLDER = re.compile(rb"\((?P<flags>[^)]*)\) (?:NIL|\"(?:\\.|[^\"\\])*\") (?P<name>.*)", re.DOTALL)
_UID = re.compile(rb"\bUID (\d{1,10})\b")
_SIZE = re.compile(rb"\bRFC822\.SIZE (\d{1,12})\b")
_NOT_READ = frozenset(
    {"\\noselect", "\\nonexistent", "\\junk", "\\trash", "\\drafts", "\\sent", "\\flagged", "\\important"}
)


@dataclass(frozen=True, slots=True)
class Folder:
    """A folder: its name as the server writes it, the same in letters, and its flags in lower case (RFC 6154)."""

    wire: bytes
    name: str
    flags: frozenset[str]


@dataclass(frozen=True, slots=True)
class Fetched:
    """A mail, or its header, as it was fetched; `size` is that of the whole mail, 0 where it was not asked for."""

    uid: int
    size: int
    raw: bytes


Answer = Sequence[bytes | tuple[bytes, bytes] | None]
"""As imaplib gives it: a part that holds a literal is a tuple of what stands before it and the literal."""


def folders(answer: Answer) -> tuple[Folder, ...]:
    """Return the folders of a LIST; what cannot be understood is left out."""
    return tuple(folder for part in answer if part and (folder := _folder(part)))


def worth_reading(found: Sequence[Folder]) -> tuple[Folder, ...]:
    """Return the folders to read: the one that holds all mails where there is one, as each label is a folder at Gmail.

    Otherwise all of them but junk, bin, drafts, sent mails and views of other folders, by their special-use flags.
    """
    everything = [folder for folder in found if "\\all" in folder.flags and "\\noselect" not in folder.flags]
    return tuple(everything[:1] or (folder for folder in found if not folder.flags & _NOT_READ))


def fetched(answer: Answer) -> Iterator[Fetched]:
    """Yield the mails of a FETCH; answers without bytes or UID (flags that changed meanwhile) are left out.

    ValueError where a literal ends elsewhere than it was said to.
    """
    parts = [part for part in answer if part is not None]
    for at, part in enumerate(parts):
        if not isinstance(part, tuple):
            continue
        after = parts[at + 1] if at + 1 < len(parts) else b""
        if not isinstance(after, bytes) or not after.rstrip().endswith(b")"):
            raise ValueError("a literal of another size than was said")
        about = part[0] + b" " + after
        uid, size = _UID.search(about), _SIZE.search(about)
        if uid:
            yield Fetched(int(uid[1]), int(size[1]) if size else 0, part[1])


def _folder(part: bytes | tuple[bytes, bytes]) -> Folder | None:
    if isinstance(part, tuple):  # a name that is sent as a literal
        match = _FOLDER.match(part[0])
        wire = part[1]
    else:
        match = _FOLDER.match(part)
        wire = _unquoted(match["name"]) if match else b""
    if match is None or not wire:
        return None
    flags = frozenset(match["flags"].decode("ascii", "replace").lower().split())
    return Folder(wire, _in_letters(wire), flags)


def _unquoted(name: bytes) -> bytes:
    name = name.strip()
    if len(name) >= 2 and name.startswith(b'"') and name.endswith(b'"'):
        return re.sub(rb"\\(.)", rb"\1", name[1:-1])
    return name


def _in_letters(wire: bytes) -> str:
    """Return a name out of modified UTF-7, or as it stands where it is none (servers with UTF8=ACCEPT, or broken)."""
    try:
        text = utf7_decode(wire) if wire.isascii() else wire.decode("utf-8")
    except ValueError:
        text = wire.decode("utf-8", "replace")
    return "".join(char if char.isprintable() else "\ufffd" for char in text)
