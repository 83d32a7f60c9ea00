"""What jobs do, kind by kind: each piece is kept before the next begins."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import asdict

from okawari.services.jobs import JobKind, Jobs, Progress, Work
from okawari.services.mailbox_import import import_mailbox
from okawari.services.mailboxes import MailAccess, due, get
from okawari.services.uploads import Uploads


def kinds_of_work(access: MailAccess, jobs: Jobs, uploads: Uploads, pause: float) -> Mapping[JobKind, Work]:
    """Return how each kind of job is done; watched mailboxes are looked into every `pause` seconds."""

    def read_mailbox(name: str) -> Iterator[Progress]:
        if get(access, name) is None:  # forgotten while the job waited
            return
        for looked in import_mailbox(access, name):
            yield asdict(looked)

    def look_round(_subject: str) -> Iterator[Progress]:
        names = [mailbox.account.name for mailbox in due(access, pause)]
        for name in names:
            jobs.enqueue(JobKind.MAILBOX_WATCH, name)
        yield {"due": len(names)}

    return {
        JobKind.MAILBOX_IMPORT: read_mailbox,
        JobKind.MAILBOX_WATCH: read_mailbox,
        JobKind.UPLOAD_IMPORT: lambda upload: uploads.take_in(access.household, upload),
        JobKind.ROUND: look_round,
    }
