"""Work that outlives a request and a crash: what it is asked for, how far it is, and what can be done about it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Protocol

Progress = Mapping[str, str | int]
"""Numbers and names that a page shows, as plain JSON."""

Work = Callable[[str], Iterator[Progress]]
"""Does a kind of work for a subject in pieces, yielding how far it is after each.

What a piece did is kept before the next begins, so work that is begun anew goes on where it ended.
"""


class JobKind(StrEnum):
    """What jobs are for."""

    MAILBOX_IMPORT = "mailbox_import"
    MAILBOX_WATCH = "mailbox_watch"
    UPLOAD_IMPORT = "upload_import"
    PARCELS = "parcels"
    ROUND = "round"
    UPKEEP = "upkeep"


class JobState(StrEnum):
    """Where a job stands."""

    WAITING = "waiting"
    RUNNING = "running"
    DONE = "done"
    STOPPED = "stopped"
    FAILED = "failed"

    @property
    def is_open(self) -> bool:
        """Whether something may still happen by itself."""
        return self in {JobState.WAITING, JobState.RUNNING}


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """A job: `trouble` and `detail` say why it failed, in the words of `domain.mailbox.Trouble` where those fit."""

    id: str
    kind: str
    subject: str
    state: JobState
    begun_at: datetime
    progress: Progress = field(default_factory=dict)
    trouble: str = ""
    detail: str = ""


class Jobs(Protocol):
    """Where jobs are handed in; a worker, in this process or another, does them."""

    def enqueue(self, kind: JobKind, subject: str) -> str:
        """Have work done for a subject; return the job's id, that of the one in hand where the same is being done."""
        ...

    def get(self, job: str) -> Job | None:
        """Return a job, None where there is none of that id."""
        ...

    def newest(self, kinds: frozenset[JobKind], limit: int) -> tuple[Job, ...]:
        """Return jobs of these kinds, the last begun first."""
        ...

    def cancel(self, job: str) -> None:
        """Stop a job after the piece that it is doing."""
        ...

    def resume(self, job: str) -> str:
        """Go on with a job that was stopped or broke off; return its id, a new one where it broke off."""
        ...

    def schedule(self, kind: JobKind, cron: str) -> None:
        """Have work without a subject done again and again (`cron` with seconds, in Japan's time)."""
        ...

    def close(self) -> None:
        """Give back the connections."""
        ...
