"""`okawari redact` on the command line."""

import json

import pytest
from jsonschema import Draft202012Validator
from typer.testing import CliRunner

from okawari.cli.main import app
from okawari.contract.schemas import schema_text
from okawari.domain.redaction import Personal
from okawari.i18n import has
from tests.mails import order_mail, order_number


def okawari(*arguments):
    return CliRunner().invoke(app, arguments, catch_exceptions=False)


@pytest.fixture
def mail(tmp_path):
    path = tmp_path / "order.eml"
    path.write_bytes(order_mail(1))
    return path


def test_a_copy_is_written_and_the_screen_says_what_was_replaced(mail, tmp_path):
    done = okawari("redact", str(mail))
    copy = (tmp_path / "order.redacted.eml").read_bytes()
    assert order_number(1).encode() not in copy
    assert b"hanako@" not in copy
    assert "注文番号" in done.stdout
    assert order_number(1) not in done.stdout
    assert (done.exit_code, "確かめてほしい所" in done.stdout) == (1, True)


def test_the_document_holds_no_original(mail, tmp_path):
    done = okawari("redact", str(mail), "--out", str(tmp_path / "copy.eml"), "--json")
    document = json.loads(done.stdout)
    Draft202012Validator(json.loads(schema_text("redact"))).validate(document)
    assert {one["kind"] for one in document["changes"]} >= {"order", "mail"}
    assert order_number(1) not in done.stdout


def test_every_kind_has_words():
    assert [kind for kind in Personal if not has(f"redaction.kind_{kind}")] == []


def test_what_cannot_be_done_is_said_in_one_line(mail, tmp_path):
    (tmp_path / "empty.eml").write_bytes(b"")
    for arguments in (
        ("redact", str(tmp_path / "none.eml")),
        ("redact", str(tmp_path)),
        ("redact", str(tmp_path / "empty.eml")),
        ("redact", str(mail), "--out", str(mail)),
    ):
        done = okawari(*arguments)
        assert (done.exit_code, done.stdout, done.stderr.count("\n")) == (2, "", 1), arguments
    assert mail.read_bytes() == order_mail(1)
