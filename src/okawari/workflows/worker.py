"""Does the jobs: a worker in this process, which others may run beside it."""

from __future__ import annotations

import logging
from collections.abc import Iterator, Mapping
from contextlib import closing
from datetime import UTC, datetime, timedelta
from typing import Any

from dbos import DBOS, DBOSPortableJSONSerializer

from okawari.errors import MailboxError
from okawari.services.jobs import JobKind, Progress, Work
from okawari.workflows.durable_jobs import DurableJobs
from okawari.workflows.engine import (
    APPLICATION,
    BEAT,
    JOB,
    JOBS_AT_ONCE,
    POLL_S,
    PROGRESS,
    QUEUE,
    SCHEMA,
    VERSION,
    JobDatabase,
    hush_at_the_end,
)
from okawari.workflows.names import Name
from okawari.workflows.watching import Watching

_log = logging.getLogger(__name__)
_SCHEDULER_POLL_S = 5.0
_JOBS_KEPT = timedelta(days=30)
_BEATS_KEPT = timedelta(hours=1)


class Worker:
    """One worker a process: the engine is a singleton."""

    def __init__(
        self, database: JobDatabase, jobs: DurableJobs, work: Mapping[JobKind, Work], watching: Watching, role: str
    ) -> None:
        """Prepare to do the kinds of `work` under a name of the role (`web`, `worker`) that no other process has."""
        self._database = database
        self._jobs = jobs
        self._work = {**work, JobKind.UPKEEP: self.upkeep}
        self._watching = watching
        self._role = role
        self._name: Name | None = None

    def start(self) -> None:
        """Take a name, go on with what was left under it and by others that are gone, and wait for jobs."""
        self._name = Name.taken(self._database.folder, self._role)
        DBOS(
            config={
                "name": APPLICATION,
                "system_database_url": self._database.url,
                "dbos_system_schema": SCHEMA,
                "application_version": VERSION,
                "executor_id": self._name.text,
                "serializer": DBOSPortableJSONSerializer(),
                "log_level": "ERROR",
                "scheduler_polling_interval_sec": _SCHEDULER_POLL_S,
            }
        )
        self._register()
        DBOS.launch()
        DBOS.register_queue(QUEUE, worker_concurrency=JOBS_AT_ONCE, polling_interval_sec=POLL_S)
        self._jobs.schedule(JobKind.ROUND, "0 * * * * *")
        self._jobs.schedule(JobKind.PARCELS, "45 */10 * * * *")
        self._jobs.schedule(JobKind.UPKEEP, "30 */5 * * * *")
        self._jobs.enqueue(JobKind.ROUND, "")
        self.take_over()
        self._watching.start(self._name.folder)

    def upkeep(self, _subject: str) -> Iterator[Progress]:
        """Take over what others left, and delete rows of jobs that ended long ago, of beats that ended just now."""
        now = datetime.now(UTC)
        taken = self.take_over()
        deleted = self._jobs.delete_older(JOB, now - _JOBS_KEPT) + self._jobs.delete_older(BEAT, now - _BEATS_KEPT)
        yield {"taken_over": taken, "deleted": deleted}

    def stop(self) -> None:
        """End; jobs in hand go on with the next start."""
        self._watching.stop()
        hush_at_the_end()
        DBOS.destroy(destroy_registry=True)
        if self._name:
            self._name.give_back()

    def take_over(self) -> int:
        """Put jobs back into the queue whose workers on this machine are gone; return how many."""
        assert self._name
        gone = frozenset(name for name in self._jobs.executors() if self._name.is_gone(name))
        left = self._jobs.left_by(gone)
        for job in left:
            self._jobs.take_over(job)
        return len(left)

    def _register(self) -> None:
        @DBOS.workflow(name=JOB)
        def job(kind: str, subject: str) -> Progress:
            return self._do(kind, subject)

        @DBOS.workflow(name=BEAT)
        def beat(_at: datetime, kind: Any) -> Progress:
            return self._do(str(kind), "")

    def _do(self, kind: str, subject: str) -> Progress:
        """Do a job piece by piece: each is a durable step, between which it can be stopped."""
        with closing(_pieces(self._work[JobKind(kind)], subject)) as pieces:
            while True:
                progress: Progress = DBOS.run_step({"name": "piece"}, lambda: next(pieces))
                if "ended" in progress:
                    return progress
                DBOS.set_event(PROGRESS, dict(progress))


def _pieces(work: Work, subject: str) -> Any:
    """Yield the progress of work and at last how it ended, with the trouble that a person can be told."""
    try:
        yield from work(subject)
    except MailboxError as error:
        yield {"ended": 1, "trouble": error.trouble.value, "detail": error.detail}
    except Exception:  # noqa: BLE001 - told as the job's trouble, and in the log
        _log.exception("a job broke off: %s", subject)
        yield {"ended": 1, "trouble": "unexpected", "detail": ""}
    else:
        yield {"ended": 1}
