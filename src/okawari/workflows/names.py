"""Names of workers: the same after each start, and never borne by two processes at once.

The engine gives a worker back what it had in hand by its name, and loses jobs where two bear the same one. A lock on a file
says that a name is taken; the system lets go of it when the process ends, however it ended.
"""

from __future__ import annotations

import re
import socket
from dataclasses import dataclass
from pathlib import Path

from filelock import FileLock, Timeout

_FOLDER = "workers"
_MOST = 64


@dataclass(frozen=True, slots=True)
class Name:
    """A name that this process has: `HOST.ROLE.NUMBER`."""

    text: str
    folder: Path
    lock: FileLock

    @classmethod
    def taken(cls, folder: Path, role: str) -> Name:
        """Return the first free name of a role on this machine."""
        place = folder / _FOLDER
        place.mkdir(mode=0o700, parents=True, exist_ok=True)
        for number in range(1, _MOST + 1):
            text = f"{_host()}.{role}.{number}"
            lock = FileLock(place / f"{text}.lock")
            try:
                lock.acquire(timeout=0)
            except Timeout:
                continue
            return cls(text, place, lock)
        raise RuntimeError(f"{_MOST} workers run already")

    def is_gone(self, other: str) -> bool:
        """Return whether nobody bears another name of this machine; of other machines that cannot be known."""
        if other == self.text or not re.fullmatch(rf"{re.escape(_host())}\.[a-z]+\.\d+", other):
            return False
        try:
            with FileLock(self.folder / f"{other}.lock").acquire(timeout=0):
                return True
        except Timeout:
            return False

    def give_back(self) -> None:
        """Let others have the name."""
        self.lock.release()


def _host() -> str:
    return re.sub(r"[^A-Za-z0-9-]", "-", socket.gethostname())[:40] or "host"
