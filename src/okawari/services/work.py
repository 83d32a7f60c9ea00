"""What jobs do, kind by kind: each piece is kept before the next begins."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from functools import partial

from okawari.domain.japan_time import JAPAN
from okawari.services.following import match_money
from okawari.services.jobs import JobKind, Jobs, Progress, Work
from okawari.services.mailbox_import import Looked, import_mailbox
from okawari.services.mailboxes import MailAccess, due, get
from okawari.services.tracking import TrackingAccess, look_up_due
from okawari.services.uploads import Uploads


def kinds_of_work(
    access: MailAccess, jobs: Jobs, uploads: Uploads, *, pause: float, tracking: TrackingAccess
) -> Mapping[JobKind, Work]:
    """Return how each kind of job is done; watched mailboxes are looked into every `pause` seconds."""

    def read_mailbox(name: str) -> Iterator[Progress]:
        if get(access, name) is None:  # forgotten while the job waited
            return
        looked = Looked()
        for looked in import_mailbox(access, name):
            yield asdict(looked)
        if looked.added:
            find_money()

    def read_upload(upload: str) -> Iterator[Progress]:
        yield from uploads.take_in(access.household, upload)
        find_money()

    def find_money() -> None:
        match_money(access.household.store, access.now().astimezone(JAPAN).date())

    def look_round(_subject: str) -> Iterator[Progress]:
        names = [mailbox.account.name for mailbox in due(access, pause)]
        for name in names:
            jobs.enqueue(JobKind.MAILBOX_WATCH, name)
        yield {"due": len(names)}

    return {
        JobKind.PARCELS: partial(_look_parcels_up, tracking),
        JobKind.MAILBOX_IMPORT: read_mailbox,
        JobKind.MAILBOX_WATCH: read_mailbox,
        JobKind.UPLOAD_IMPORT: read_upload,
        JobKind.ROUND: look_round,
    }


def _look_parcels_up(tracking: TrackingAccess, _subject: str) -> Iterator[Progress]:
    for number, _ in enumerate(look_up_due(tracking), 1):
        yield {"looked": number}


@dataclass(frozen=True, slots=True)
class Background:
    """What pages need to hand in work that takes long: the mailboxes, the jobs, and where files wait for theirs."""

    access: MailAccess
    jobs: Jobs
    uploads: Uploads
