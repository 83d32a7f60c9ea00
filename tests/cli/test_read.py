"""`okawari read`."""

import json

import pytest
from typer.testing import CliRunner

from okawari.cli.main import app
from tests.contract.shape import check

from .mails import CANCELLED, FORGED, PRIVATE


def run(*arguments, stdin=None):
    return CliRunner().invoke(app, ["read", *map(str, arguments)], input=stdin)


@pytest.fixture
def folder(tmp_path):
    for name, raw in (("cancelled", CANCELLED), ("forged", FORGED), ("private", PRIVATE)):
        (tmp_path / f"{name}.eml").write_bytes(raw)
    return tmp_path


def test_one_document_in_the_order_given(folder):
    paths = [folder / f"{name}.eml" for name in ("private", "cancelled", "forged")]
    done = run(*paths, "--json")
    document = json.loads(done.stdout)
    check("read", document)
    assert [message["file"] for message in document["messages"]] == [str(path) for path in paths]
    assert [message["kind"] for message in document["messages"]][:2] == ["other", "cancelled"]
    assert (done.exit_code, done.stderr) == (0, "")


def test_a_forged_mail_is_told_and_is_no_error(folder):
    done = run(folder / "forged.eml", "--json")
    assert json.loads(done.stdout)["messages"][0]["authenticity"]["verdict"] == "phishing"
    assert done.exit_code == 0


def test_a_mail_as_a_letter(folder):
    done = run(folder / "cancelled.eml")
    assert "キャンセルの知らせ" in done.stdout
    assert "1,010円" in done.stdout
    assert "cancellation" in run(folder / "cancelled.eml", "--lang", "en").stdout


def test_a_language_that_there_is_not(folder):
    done = run(folder / "cancelled.eml", "--lang", "fr", "--json")
    assert (done.exit_code, done.stdout, len(done.stderr.splitlines())) == (2, "", 1)


def test_controls_in_a_mail_do_not_reach_the_terminal(tmp_path):
    path = tmp_path / "odd.eml"
    path.write_bytes(CANCELLED.replace(b"Subject: ", b"Subject: \x1b[31m[bold]x[/bold] "))
    done = run(path)
    assert "\x1b[31m" not in done.stdout
    assert "[bold]x[/bold]" in done.stdout
