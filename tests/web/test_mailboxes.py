"""Connecting a mailbox on a page, and following what it imports."""

import io
import zipfile
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from fastapi.testclient import TestClient

from okawari.domain.mailbox import Trouble
from okawari.errors import MailboxError
from okawari.services import mailboxes
from okawari.services.jobs import Job, JobKind, JobState
from okawari.services.uploads import Uploads
from okawari.services.work import Background, kinds_of_work
from okawari.web.app import create_app
from tests.mail_server import PASSWORD, USER, running_mail_server
from tests.mailboxes import mail_access
from tests.mails import order_mail
from tests.tracking_services import tracking_access
from tests.web.conftest import HOST, MANNERS, NOW
from tests.web.markup import Page


class JobsAtHand:
    """Jobs that nobody does until the test says so."""

    def __init__(self):
        self.all = {}

    def enqueue(self, kind, subject):
        job = f"job-{len(self.all)}"
        begun = datetime(2026, 11, 24, 2, tzinfo=UTC)
        self.all[job] = Job(id=job, kind=kind.value, subject=subject, state=JobState.WAITING, begun_at=begun)
        return job

    def get(self, job):
        return self.all.get(job)

    def newest(self, kinds, limit):
        return tuple(job for job in reversed(self.all.values()) if job.kind in kinds)[:limit]

    def put(self, job, **changes):
        self.all[job] = replace(self.all[job], **changes)

    def cancel(self, job):
        self.put(job, state=JobState.STOPPED)

    def resume(self, job):
        self.put(job, state=JobState.WAITING)
        return job


@pytest.fixture(scope="module")
def mail_server():
    with running_mail_server() as server:
        yield server


@pytest.fixture
def background(household, tmp_path):
    return Background(mail_access(household.store, tmp_path), JobsAtHand(), Uploads(tmp_path / "uploads"))


@pytest.fixture(params=["ja", "en"])
def browser(request, household, background):
    site = create_app(household, [HOST], now=lambda: NOW, background=background)
    with TestClient(site, base_url=f"http://{HOST}", headers=MANNERS) as client:
        client.cookies.set("okawari_language", request.param)
        yield client


def form(server, **changes):
    given = {
        "provider": "other",
        "user": USER,
        "password": PASSWORD,
        "host": "127.0.0.1",
        "port": str(server.port),
        "security": "plain",
        "login": "password",
        "watch": "yes",
    }
    return given | changes


def test_a_mailbox_is_connected_and_its_first_import_handed_in(browser, background, mail_server):
    assert 'href="/mailboxes/new"' in browser.get("/mailboxes").text
    assert Page(browser.get("/mailboxes/new").text).faults == []
    answer = browser.post("/mailboxes", data=form(mail_server), follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (303, "/jobs/job-0")
    (mailbox,) = mailboxes.every(background.access)
    assert (mailbox.account.name, mailbox.watched) == (USER, True)
    page = browser.get("/mailboxes").text
    assert USER in page
    assert Page(page).faults == []


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"password": "ちがう"}, "password"),
        ({"password": ""}, "password"),
        ({"user": " "}, "user"),
        ({"host": ""}, "host"),
        ({"host": "imap.example.jp"}, "security"),
        ({"security": "rot13"}, "security"),
        ({"port": "1"}, "user"),
        ({"provider": "outlook"}, "refresh_token"),
        ({"provider": "gmail", "login": "oauth2"}, "refresh_token"),
        ({"provider": "nobody"}, "provider"),
    ],
)
def test_what_is_wrong_stands_at_its_field(browser, background, mail_server, changes, field):
    answer = browser.post("/mailboxes", data=form(mail_server, **changes))
    assert answer.status_code == 422
    assert f'id="{field}-error"' in answer.text
    assert Page(answer.text).faults == []
    assert PASSWORD not in answer.text
    assert "ちがう" not in answer.text
    assert mailboxes.every(background.access) == ()
    assert background.access.secrets.names() == ()


def test_a_mailbox_is_checked_watched_read_and_forgotten(browser, background, mail_server):
    browser.post("/mailboxes", data=form(mail_server))
    assert browser.post("/mailboxes/check", data={"name": USER}).status_code == 200
    browser.post("/mailboxes/unwatch", data={"name": USER})
    assert mailboxes.get(background.access, USER).watched is False
    assert browser.post("/mailboxes/import", data={"name": USER}, follow_redirects=False).status_code == 303
    browser.post("/mailboxes/forget", data={"name": USER})
    assert mailboxes.every(background.access) == ()
    assert browser.post("/mailboxes/check", data={"name": USER}).status_code == 404
    assert browser.post("/mailboxes/burn", data={"name": USER}).status_code == 404


def test_trouble_stands_beside_the_mailbox_with_what_to_do(browser, background, mail_server):
    browser.post("/mailboxes", data=form(mail_server))
    mailboxes.keep_trouble(background.access, USER, MailboxError(Trouble.THROTTLED, "<b>slow</b>"))
    page = browser.get("/mailboxes").text
    assert Page(page).faults == []
    assert "&lt;b&gt;slow" in page
    assert "field__error" in page


@pytest.mark.parametrize(
    ("changes", "button"),
    [
        ({"state": JobState.WAITING}, "stop"),
        ({"state": JobState.RUNNING, "progress": {"looked": 20, "mails": 100, "read": 3, "added": 2}}, "stop"),
        ({"state": JobState.STOPPED}, "resume"),
        ({"state": JobState.FAILED, "trouble": "connection_lost", "detail": "BYE"}, "resume"),
        ({"state": JobState.FAILED, "trouble": "unexpected"}, "resume"),
        ({"state": JobState.DONE, "progress": {"looked": 100, "mails": 100, "read": 3, "added": 2}}, None),
    ],
)
def test_a_job_shows_how_far_it_is_and_what_can_be_done(browser, background, changes, button):
    job = background.jobs.enqueue(JobKind.MAILBOX_IMPORT, USER)
    background.jobs.put(job, **changes)
    page = browser.get(f"/jobs/{job}").text
    assert Page(page).faults == []
    assert [what for what in ("stop", "resume") if f'action="/jobs/{job}/{what}"' in page] == (
        [button] if button else []
    )
    assert ('http-equiv="refresh"' in page) is changes["state"].is_open
    if button:
        browser.post(f"/jobs/{job}/{button}")
        assert background.jobs.get(job).state is (JobState.STOPPED if button == "stop" else JobState.WAITING)
    assert Page(browser.get("/mailboxes").text).faults == []


def test_a_large_upload_becomes_a_job_that_reads_every_file(browser, background):
    large = order_mail(1) + b"\n" * (5 * 1024 * 1024)
    files = [("mails", ("a.eml", large)), ("mails", ("b.eml", order_mail(2)))]
    answer = browser.post("/mails", files=files, follow_redirects=False)
    assert answer.headers["location"] == "/jobs/job-0"
    looks = tracking_access(background.access.household.store, background.uploads.folder.parent, None)
    work = kinds_of_work(background.access, background.jobs, background.uploads, pause=60, tracking=looks)
    work = work[JobKind.UPLOAD_IMPORT]
    subject = background.jobs.get("job-0").subject
    progress = list(work(subject))
    assert (progress[-1]["done"], progress[-1]["orders"], progress[-1]["unreadable"]) == (2, 2, 0)
    assert list(work(subject)) == []
    assert list(background.uploads.folder.iterdir()) == []
    for number, name in ((0, "a.eml"), (1, "b.eml")):
        background.jobs.put("job-0", state=JobState.RUNNING, progress=progress[number])
        page = browser.get("/jobs/job-0").text
        assert Page(page).faults == []
        assert name in page
        assert (f'value="{number}"' in page) is (number > 0)  # with nothing done yet the bar shows no share
    background.jobs.put("job-0", state=JobState.DONE, progress=progress[-1])
    assert "b.eml" not in browser.get("/jobs/job-0").text


def test_a_small_archive_of_a_large_file_becomes_a_job(browser):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.eml", order_mail(1) + b"\n" * (5 * 1024 * 1024))

    answer = browser.post("/mails", files=[("mails", ("a.zip", packed.getvalue()))], follow_redirects=False)

    assert answer.headers["location"] == "/jobs/job-0"


def test_without_a_background_there_are_no_mailboxes(demo):
    assert demo.get("/mailboxes").status_code == 404
    assert "/mailboxes" not in demo.get("/").text
