"""`okawari serve` and `okawari demo`, as programs."""

import os
import re
import signal
import subprocess
import sys
import urllib.error
import urllib.request

import pytest

REFUSED = ["0.0.0.0", "::", "192.168.0.2", "example.jp"]


def run(*arguments, folder):
    return subprocess.Popen(
        [sys.executable, "-m", "okawari", *arguments],
        env={**os.environ, "OKAWARI_DATA_DIR": str(folder / "data"), "OKAWARI_LANGUAGE": "ja", "TMPDIR": str(folder)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def address_of(program):
    """Where it says it listens."""
    for line in program.stderr:
        if found := re.search(r"http://\S+/", line):
            return found[0]
    raise AssertionError(program.stdout.read())


def page(url):
    with urllib.request.urlopen(url, timeout=10) as answer:
        return answer.read().decode()


@pytest.mark.parametrize("host", REFUSED)
def test_an_address_that_others_reach_is_one_line_and_exit_2(host, tmp_path):
    with run("serve", "--host", host, folder=tmp_path) as program:
        out, err = program.communicate(timeout=30)
    assert program.returncode == 2
    assert out == ""
    assert len(err.strip().splitlines()) == 1
    assert host in err


def test_the_demo_prints_a_plan_and_leaves_nothing(tmp_path):
    with run("demo", "--no-serve", "--on", "2026-11-24", folder=tmp_path) as program:
        out, _ = program.communicate(timeout=60)
    assert program.returncode == 0
    assert "在庫切れのためキャンセル" in out
    assert list(tmp_path.iterdir()) == []


@pytest.mark.slow
@pytest.mark.parametrize("ended_by", [signal.SIGINT, signal.SIGTERM])
@pytest.mark.parametrize("command", [["serve"], ["demo"]])
def test_it_serves_until_it_is_ended(command, ended_by, tmp_path):
    with run(*command, "--port", "18765", folder=tmp_path) as program:
        url = address_of(program)
        try:
            assert "おかわり" in page(url)
            with run("serve", "--port", "18765", folder=tmp_path) as second:
                other = address_of(second)
                assert "おかわり" in page(other)
                second.send_signal(signal.SIGINT)
                assert second.wait(timeout=20) == 0
            assert other != url
            foreign = urllib.request.Request(url, headers={"Host": "evil.example:18765"})
            with pytest.raises(urllib.error.HTTPError, match="421"):
                urllib.request.urlopen(foreign, timeout=10)
        finally:
            program.send_signal(ended_by)
        _, err = program.communicate(timeout=20)
    assert program.returncode == 0
    assert "Traceback" not in err
    assert list(tmp_path.glob("okawari-demo-*")) == []
