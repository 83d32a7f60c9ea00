"""A job whose worker is killed goes on after the next start: nothing is lost, no mail is read twice."""

import signal

import pytest

from okawari.services.jobs import JobKind, JobState
from okawari.workflows.names import Name
from tests.mail_server import USER
from tests.mails import order_mail
from tests.services.test_importing import contents
from tests.workflows.conftest import wait_until

MAILS = 500


@pytest.mark.slow
def test_a_mailbox_import_goes_on_after_a_kill(access, jobs, mail_server, start_worker):
    mail_server.put(order_mail(number) for number in range(MAILS))
    job = jobs.enqueue(JobKind.MAILBOX_IMPORT, USER)
    worker = start_worker()
    wait_until(lambda: jobs.get(job).progress.get("read", 0) > 0, "the first batch", every_s=0.02)
    worker.send_signal(signal.SIGKILL)
    worker.wait()
    kept = len(contents(access.household.store)[0])
    assert 0 < kept < MAILS
    assert jobs.get(job).state is JobState.RUNNING
    start_worker()
    wait_until(lambda: jobs.get(job).state is JobState.DONE, "the end")
    evidence, facts = contents(access.household.store)
    assert len(evidence) == len(facts) == MAILS
    assert jobs.get(job).progress["read"] == MAILS - kept


@pytest.mark.slow
def test_a_worker_takes_over_what_another_left(settings, access, jobs, mail_server, start_worker):
    mail_server.put(order_mail(number) for number in range(MAILS))
    job = jobs.enqueue(JobKind.MAILBOX_IMPORT, USER)
    own = Name.taken(settings.data_dir, "worker")  # so that the one to be killed gets the second name
    worker = start_worker()
    wait_until(lambda: jobs.get(job).progress.get("read", 0) > 0, "the first batch", every_s=0.02)
    worker.send_signal(signal.SIGKILL)
    worker.wait()
    (left,) = jobs.executors()
    assert left != own.text
    own.give_back()
    start_worker()
    wait_until(lambda: jobs.get(job).state is JobState.DONE, "the end")
    assert len(contents(access.household.store)[0]) == MAILS
