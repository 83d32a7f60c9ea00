"""The daily digest as the programs send it by themselves, to a service on this machine."""

import json
import os
import subprocess
import sys
import threading
import time
from datetime import date, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from typer.testing import CliRunner

from okawari import wiring
from okawari.cli.main import app
from okawari.domain.judge import Trust
from okawari.domain.payment import parse_paid_by
from okawari.domain.refund import Asked
from okawari.domain.told import answer_about
from okawari.services import alerting
from okawari.services.cases import get_case
from okawari.services.household import Household
from okawari.services.telling import keep_answer
from okawari.settings import read_settings
from okawari.wiring import open_store
from tests.contract.shape import check
from tests.mails import order_mail, order_number

# the program with its clock stopped at a moment
PROGRAM = """
import sys
from datetime import datetime
from okawari import wiring

class Stopped(datetime):
    @classmethod
    def now(cls, tz=None):
        return datetime.fromisoformat(sys.argv[1]).astimezone(tz)

wiring.datetime = Stopped
from okawari.cli.main import app
app(sys.argv[2:], standalone_mode=False)
"""
OVERDUE = "2027-01-15T08:00:00+09:00"


@pytest.fixture
def sink():
    """A web service that notes what is posted."""

    class Answers(BaseHTTPRequestHandler):
        def do_POST(self):
            sink.posted.append(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
            self.send_response(200)
            self.end_headers()

        def log_message(self, *_):
            pass

    sink = ThreadingHTTPServer(("127.0.0.1", 0), Answers)
    sink.posted = []
    threading.Thread(target=sink.serve_forever, args=(0.02,), daemon=True).start()
    yield sink
    sink.shutdown()
    sink.server_close()


@pytest.fixture
def okawari(tmp_path, monkeypatch, sink):
    """The commands over an order that was cancelled on 2 November, with the sink as a channel."""
    monkeypatch.setenv("OKAWARI_DATA_DIR", str(tmp_path / "data"))
    monkeypatch.setenv("OKAWARI_KEY_PLACE", "file")
    monkeypatch.setenv("OKAWARI_LANGUAGE", "ja")

    def run(*arguments):
        return CliRunner().invoke(app, arguments, catch_exceptions=False)

    for cancelled in (False, True):
        (tmp_path / f"{cancelled}.eml").write_bytes(order_mail(1, cancelled=cancelled))
    run("import", str(tmp_path / "False.eml"), str(tmp_path / "True.eml"))
    store = open_store(read_settings())
    (plan,) = get_case(store, order_number(1), Asked(on=date(2027, 1, 15)))
    now = datetime.fromisoformat(OVERDUE)
    said = answer_about(plan.case, now, paid_by=(parse_paid_by("credit_card"),), captured=True)
    keep_answer(Household(store, Trust()), said, now)
    store.close()
    assert run("alerts", "channel", "add", "sink", f"json://127.0.0.1:{sink.server_port}").exit_code == 0
    return run


def program(*arguments, at=OVERDUE):
    return subprocess.Popen(
        [sys.executable, "-c", PROGRAM, at, *arguments], env=dict(os.environ), stdout=-1, stderr=-1, text=True
    )


def until(holds, seconds=180):
    """Wait; two programs need ten seconds of processor to begin, which on a busy machine take minutes."""
    give_up = time.monotonic() + seconds
    while not holds() and time.monotonic() < give_up:
        time.sleep(0.05)
    assert holds()


def it_is_noted():
    """Whether it is kept that the digest went out: one killed before that sends it again, by the same id."""
    store = open_store(read_settings())
    noted = [sent_at for told in alerting.alerts(store) for _, sent_at, _ in told.sent]
    store.close()
    return all(noted)


@pytest.mark.slow
@pytest.mark.usefixtures("okawari")
def test_the_pages_and_workers_send_one_digest_also_after_a_kill(sink):
    running = [program("serve", "--port", "0"), program("work")]
    try:
        until(lambda: sink.posted and it_is_noted())
        running[0].kill()
        running[0].communicate()  # only then is it gone, and what it had in hand another's
        running.append(program("work"))
        running[-1].stderr.readline()
        time.sleep(3)
    finally:
        for one in running:
            one.kill()
            one.communicate()
    (message,) = sink.posted
    assert message["title"] == "1月15日(金)のお知らせ"
    assert "Amazon.co.jpの返金1,001円が遅れています" in message["message"]


@pytest.mark.usefixtures("okawari")
def test_before_its_time_nothing_is_sent(sink):
    with program("work", at="2027-01-15T07:59:00+09:00") as early:
        early.stderr.readline()
        time.sleep(2)
        early.kill()
    assert sink.posted == []


def test_it_can_be_sent_at_once_and_only_once(okawari, sink, monkeypatch):
    class Stopped(datetime):
        @classmethod
        def now(cls, tz=None):
            return datetime.fromisoformat(OVERDUE).astimezone(tz)

    monkeypatch.setattr(wiring, "datetime", Stopped)
    first = okawari("due", "--send", "--json")
    check("due", json.loads(first.stdout))
    assert [alarm["order"] for alarm in json.loads(first.stdout)["alarms"]] == [order_number(1)]
    assert first.exit_code == 1
    again = okawari("due", "--send")
    assert (again.exit_code, again.stdout) == (0, "")
    assert "もう作ってある" in again.stderr
    assert len(sink.posted) == 1


def test_it_is_always_the_digest_of_today(okawari):
    done = okawari("due", "--send", "--on", "2027-01-15")
    assert done.exit_code == 2
    assert len(done.stderr.strip().splitlines()) == 1
