"""`okawari backup` and `okawari restore` on the command line."""

import json

import pytest
from jsonschema import Draft202012Validator

from okawari.contract.schemas import schema_text
from tests.cli.test_keeping import mails, okawari

__all__ = ["mails", "okawari"]
VALID = Draft202012Validator(json.loads(schema_text("backup")))


@pytest.fixture
def file(tmp_path):
    return str(tmp_path / "kept.zip")


def test_a_backup_comes_back(okawari, mails, file):
    okawari("import", *mails)
    cases = okawari("cases", "--json").stdout
    written = json.loads(okawari("backup", file, "--json").stdout)
    VALID.validate(written)
    assert {"name": "evidence", "rows": 3} in written["tables"]
    restored = json.loads(okawari("restore", file, "--replace", "--json").stdout)
    VALID.validate(restored)
    assert restored["tables"] == written["tables"]
    assert okawari("cases", "--json").stdout == cases


def test_what_cannot_be_done_is_said_in_one_line(okawari, mails, file, tmp_path):
    okawari("import", *mails)
    okawari("backup", file)
    (tmp_path / "cut.zip").write_bytes((tmp_path / "kept.zip").read_bytes()[:-30])
    for arguments in (
        ("backup", file),
        ("restore", file),
        ("restore", str(tmp_path / "cut.zip"), "--replace"),
        ("restore", str(tmp_path / "none.zip"), "--replace"),
        ("restore", str(tmp_path), "--replace"),
        ("restore", mails[0], "--replace"),
    ):
        done = okawari(*arguments)
        assert (done.exit_code, done.stdout, done.stderr.count("\n")) == (2, "", 1), arguments
        assert done.stderr.startswith(arguments[1])
    assert len(json.loads(okawari("cases", "--json").stdout)["cases"]) == 2
