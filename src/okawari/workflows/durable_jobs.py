"""The `Jobs` of `services.jobs`, kept by DBOS: handed in and looked at from any process."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from dbos import DBOSClient, DBOSPortableJSONSerializer, WorkflowStatus

from okawari.services.jobs import Job, JobKind, JobState
from okawari.workflows.engine import APPLICATION, BEAT, JOB, PROGRESS, QUEUE, SCHEMA, VERSION, JobDatabase

_STATES = {
    "ENQUEUED": JobState.WAITING,
    "DELAYED": JobState.WAITING,
    "PENDING": JobState.RUNNING,
    "SUCCESS": JobState.DONE,
    "CANCELLED": JobState.STOPPED,
}
_LOOKED_AT = 10
"""How many rows are looked at for one that is asked for: jobs of other kinds lie between."""


class DurableJobs:
    """Jobs in the engine's database."""

    def __init__(self, database: JobDatabase) -> None:
        """Open the database, whose tables are made where they are missing."""
        database.prepare()
        self._client = DBOSClient(
            system_database_url=database.url,
            dbos_system_schema=SCHEMA,
            serializer=DBOSPortableJSONSerializer(),
            application_name=APPLICATION,
        )

    def enqueue(self, kind: JobKind, subject: str) -> str:
        """Have work done for a subject, once at a time."""
        # A mailbox is read by one job, whoever asked for it.
        of_mailbox = kind in {JobKind.MAILBOX_IMPORT, JobKind.MAILBOX_WATCH}
        handle: Any = self._client.enqueue(
            {
                "workflow_name": JOB,
                "queue_name": QUEUE,
                "app_version": VERSION,
                "deduplication_id": f"{'mailbox' if of_mailbox else kind}/{subject}",
                "duplication_policy": "return-existing",
            },
            kind.value,
            subject,
        )
        return str(handle.get_workflow_id())

    def get(self, job: str) -> Job | None:
        """Return a job."""
        found = self._client.list_workflows(workflow_ids=[job], name=JOB)
        return self._job(found[0]) if found else None

    def newest(self, kinds: frozenset[JobKind], limit: int) -> tuple[Job, ...]:
        """Return jobs of these kinds, the last begun first."""
        found = self._client.list_workflows(name=JOB, sort_desc=True, limit=limit * _LOOKED_AT)
        mine = [status for status in found if _asked(status)[0] in kinds]
        return tuple(self._job(status) for status in mine[:limit])

    def cancel(self, job: str) -> None:
        """Stop a job after the piece that it is doing."""
        self._client.cancel_workflow(job)

    def resume(self, job: str) -> str:
        """Go on with a job: one that was stopped as itself, one that broke off as a new one; return its id."""
        known = self.get(job)
        if known and known.state is JobState.STOPPED:
            self._client.resume_workflow(job, queue_name=QUEUE)
        elif known and known.state is JobState.FAILED:
            return self.enqueue(JobKind(known.kind), known.subject)
        return job

    def schedule(self, kind: JobKind, cron: str) -> None:
        """Have work without a subject done again and again."""
        self._client.apply_schedules(
            [
                {
                    "schedule_name": kind.value,
                    "workflow_name": BEAT,
                    "workflow_class_name": None,
                    "schedule": cron,
                    "context": kind.value,
                    "automatic_backfill": False,
                    "cron_timezone": "Asia/Tokyo",
                    "queue_name": QUEUE,
                }
            ]
        )

    def left_by(self, executors: frozenset[str]) -> tuple[str, ...]:
        """Return the jobs that executors have in hand."""
        found = self._client.list_workflows(status="PENDING", load_input=False, load_output=False)
        return tuple(status.workflow_id for status in found if status.executor_id in executors)

    def executors(self) -> frozenset[str]:
        """Return the names of executors that have jobs in hand."""
        found = self._client.list_workflows(status="PENDING", load_input=False, load_output=False)
        return frozenset(status.executor_id for status in found if status.executor_id)

    def take_over(self, job: str) -> None:
        """Put a job that nobody does any more back into the queue."""
        self._client.resume_workflow(job, queue_name=QUEUE)

    def delete_older(self, name: str, than: datetime) -> int:
        """Delete the rows of workflows of a name that ended before a moment; return how many."""
        ended = ["SUCCESS", "ERROR", "CANCELLED", "MAX_RECOVERY_ATTEMPTS_EXCEEDED"]
        found = self._client.list_workflows(
            name=name, status=ended, end_time=than.isoformat(), load_input=False, load_output=False
        )
        old = [status.workflow_id for status in found]
        if old:
            self._client.delete_workflows(old)
        return len(old)

    def close(self) -> None:
        """Give back the connections."""
        self._client.destroy()

    def _job(self, status: WorkflowStatus) -> Job:
        kind, subject = _asked(status)
        state = _STATES.get(status.status, JobState.FAILED)
        outcome = status.output if isinstance(status.output, dict) else {}
        trouble = (
            outcome.get("trouble", "") if state is JobState.DONE else "" if state in _STATES.values() else "unexpected"
        )
        progress = self._client.get_event(status.workflow_id, PROGRESS, 0)
        return Job(
            id=status.workflow_id,
            kind=kind,
            subject=subject,
            state=JobState.FAILED if trouble else state,
            begun_at=datetime.fromtimestamp((status.created_at or 0) / 1000, UTC),
            progress=progress if isinstance(progress, dict) else {},
            trouble=trouble,
            detail=outcome.get("detail", ""),
        )


def _asked(status: WorkflowStatus) -> tuple[str, str]:
    """Return the kind and the subject that a job was handed in with."""
    given: Any = status.input or {}
    arguments = given.get("args", ())
    return (str(arguments[0]), str(arguments[1])) if len(arguments) == 2 else ("", "")
