"""Jobs: handed in, looked at, stopped and gone on with, on both databases."""

import signal

import pytest

from okawari.services import mailboxes
from okawari.services.jobs import JobKind, JobState
from tests.mail_server import USER
from tests.mails import order_mail
from tests.services.test_importing import contents
from tests.workflows.conftest import wait_until

IMPORTS = frozenset({JobKind.MAILBOX_IMPORT, JobKind.UPLOAD_IMPORT})


def test_a_job_waits_until_a_worker_comes_and_is_handed_in_once(jobs):
    job = jobs.enqueue(JobKind.MAILBOX_IMPORT, USER)
    assert jobs.enqueue(JobKind.MAILBOX_IMPORT, USER) == job
    assert jobs.enqueue(JobKind.MAILBOX_WATCH, USER) == job
    other = jobs.enqueue(JobKind.MAILBOX_IMPORT, "taro@example.jp")
    assert [one.id for one in jobs.newest(IMPORTS, 10)] == [other, job]
    assert (jobs.get(job).state, jobs.get(job).subject) == (JobState.WAITING, USER)
    jobs.cancel(job)
    assert jobs.get(job).state is JobState.STOPPED
    jobs.resume(job)
    assert jobs.get(job).state is JobState.WAITING
    assert jobs.get("no-such-job") is None


@pytest.mark.slow
def test_a_job_is_stopped_and_goes_on(access, jobs, mail_server, start_worker):
    mail_server.put(order_mail(number) for number in range(700))
    worker = start_worker()
    job = jobs.enqueue(JobKind.MAILBOX_IMPORT, USER)
    wait_until(lambda: jobs.get(job).progress.get("read", 0) > 0, "the first batch", every_s=0.02)
    jobs.cancel(job)
    assert jobs.get(job).state is JobState.STOPPED
    jobs.resume(job)
    wait_until(lambda: jobs.get(job).state is JobState.DONE, "the end")
    assert len(contents(access.household.store)[0]) == 700
    worker.send_signal(signal.SIGTERM)
    worker.communicate(timeout=30)
    assert worker.returncode == 0


@pytest.mark.slow
def test_trouble_is_told_by_the_job_and_kept_beside_the_mailbox(access, jobs, mail_server, start_worker):
    from dataclasses import replace

    wrong = replace(mail_server.credentials, password="ちがう")
    mailboxes.add(access, mail_server.account, wrong, watched=True)
    job = jobs.enqueue(JobKind.MAILBOX_IMPORT, USER)
    worker = start_worker()
    wait_until(lambda: jobs.get(job).state is JobState.FAILED, "the failure")
    assert jobs.get(job).trouble == "wrong_password"
    assert mailboxes.get(access, USER).failures == 1
    mailboxes.add(access, mail_server.account, mail_server.credentials, watched=False)
    mail_server.put([order_mail(1)])
    jobs.resume(job)
    wait_until(lambda: contents(access.household.store)[0], "the mail")
    worker.terminate()
    said = worker.communicate(timeout=30)[1].decode()
    assert "ちがう" not in said
    assert "DBOS" not in said


@pytest.mark.slow
def test_a_worker_that_ends_amid_a_job_says_nothing_and_leaves_it_to_the_next(access, jobs, mail_server, start_worker):
    mail_server.put([order_mail(1)])
    job = jobs.enqueue(JobKind.MAILBOX_IMPORT, USER)
    worker = start_worker()
    wait_until(lambda: contents(access.household.store)[0], "the mail", every_s=0.001)
    worker.terminate()
    assert "Traceback" not in worker.communicate(timeout=30)[1].decode()
    assert worker.returncode == 0
    start_worker()
    wait_until(lambda: jobs.get(job).state is JobState.DONE, "the end")
    assert len(contents(access.household.store)[0]) == 1


@pytest.mark.slow
def test_a_watched_mailbox_is_read_when_its_server_tells_of_a_mail(access, mail_server, start_worker):
    mailboxes.watch(access, USER, watched=True)
    start_worker()
    wait_until(lambda: mailboxes.get(access, USER).looked_at, "the first look, by the minute's round")
    mail_server.put([order_mail(1)])
    wait_until(lambda: contents(access.household.store)[0], "the mail")
