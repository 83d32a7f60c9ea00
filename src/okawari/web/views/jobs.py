"""A job as a page shows it."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote

from okawari.domain.mailbox import Trouble
from okawari.i18n.troubles import trouble_words
from okawari.services.jobs import Job, JobKind, JobState
from okawari.web.words import Words

SHOWN = frozenset({JobKind.MAILBOX_IMPORT, JobKind.UPLOAD_IMPORT})
"""Jobs that a person asked for; rounds and watches run unseen."""

_ICONS = {
    JobState.WAITING: "planned",
    JobState.RUNNING: "planned",
    JobState.DONE: "done",
    JobState.STOPPED: "unknown",
    JobState.FAILED: "late",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class JobView:
    """Words and numbers; `most` is 0 where nobody knows how much there is, or nothing of it is done yet."""

    path: str
    title: str
    icon: str
    state: str
    reading: str
    said: str
    done: int
    most: int
    begun: str
    trouble: str
    is_open: bool
    can_go_on: bool
    is_mailbox: bool


def job_path(job: str) -> str:
    """Return the address of a job."""
    return f"/jobs/{quote(job, safe='')}"


def job_view(job: Job, words: Words) -> JobView:
    """Return what a page shows of a job."""
    is_mailbox = job.kind == JobKind.MAILBOX_IMPORT
    names = ("looked", "mails", "read", "added") if is_mailbox else ("done", "files", "orders", "unreadable")
    numbers = {name: _number(job, name) for name in names}
    done, most = numbers[names[0]], numbers[names[1]]
    reading = job.progress.get("file") if job.state.is_open else None
    return JobView(
        path=job_path(job.id),
        title=words.words(f"mailboxes.job_{job.kind}", subject=job.subject),
        icon=_ICONS[job.state],
        state=words.words(f"mailboxes.job_{job.state}"),
        reading=words.words("mailboxes.job_reading", file=reading, number=done + 1, files=most) if reading else "",
        said=words.words(f"mailboxes.said_{job.kind}", **numbers) if most and (done or not reading) else "",
        done=min(done, most),
        most=most if done or not reading else 0,
        begun=words.moment(job.begun_at),
        trouble=_trouble(job, words),
        is_open=job.state.is_open,
        can_go_on=job.state in {JobState.STOPPED, JobState.FAILED},
        is_mailbox=is_mailbox,
    )


def _trouble(job: Job, words: Words) -> str:
    if not job.trouble:
        return ""
    if job.trouble not in set(Trouble):
        return words.words("mailboxes.job_unexpected")
    what, mend = trouble_words(Trouble(job.trouble), job.detail, "", words.locale)
    return words.words("mailboxes.state_trouble", what=what, mend=mend)


def _number(job: Job, name: str) -> int:
    value = job.progress.get(name, 0)
    return value if isinstance(value, int) else 0
