"""`okawari evidence` on the command line."""

import json

import pytest
from jsonschema import Draft202012Validator

from okawari.contract.schemas import schema_text
from tests.cli.test_keeping import mails, okawari
from tests.contract.shape import check
from tests.mails import order_number

__all__ = ["mails", "okawari"]
VALID = Draft202012Validator(json.loads(schema_text("evidence")))


def listed(okawari, *arguments):
    document = json.loads(okawari("evidence", "list", "--json", *arguments).stdout)
    VALID.validate(document)
    return document


def test_list_and_show_say_what_came_in(okawari, mails, tmp_path):
    okawari("import", *mails, str(tmp_path / "none.eml"))
    document = listed(okawari)
    assert (document["total"], document["unreadable_total"]) == (3, 1)
    assert document["unreadable"][0]["file"] == str(tmp_path / "none.eml")
    assert {number for piece in document["evidence"] for number in piece["order_numbers"]} == {
        order_number(1),
        order_number(2),
    }
    assert listed(okawari, "--kind", "cancelled")["total"] == 1
    assert listed(okawari, "--merchant", "-")["total"] == 0
    assert listed(okawari, "--page", "2")["evidence"] == []
    piece = document["evidence"][0]
    shown = json.loads(okawari("evidence", "show", piece["id"][:6], "--json").stdout)
    VALID.validate(shown)
    assert shown["evidence"] == [{**piece, "facts": 1}]


def test_people_read_lines(okawari, mails, tmp_path):
    okawari("import", *mails, str(tmp_path / "none.eml"))
    done = okawari("evidence", "list")
    assert len(done.stdout.splitlines()) == 3
    assert "キャンセルの知らせ" in done.stdout
    assert done.stderr.count("\n") == 1
    assert "none.eml" in okawari("evidence", "list", "--unread").stdout
    assert "order_placed" not in okawari("evidence", "show", done.stdout.split("\t")[0]).stdout


def test_again_and_forget(okawari, mails):
    okawari("import", *mails)
    (piece,) = listed(okawari, "--kind", "cancelled")["evidence"]
    assert json.loads(okawari("evidence", "again", piece["id"], "--json").stdout)["mails"] == 1
    asked = okawari("evidence", "forget", piece["id"])
    assert (asked.exit_code, asked.stderr.count("\n")) == (2, 1)
    gone = json.loads(okawari("evidence", "forget", piece["id"], "--yes", "--json").stdout)
    assert gone == {"schema": "okawari.forgotten/1", "id": piece["id"], "facts": 1}
    check("forgotten", gone)
    assert listed(okawari)["total"] == 2
    missing = okawari("evidence", "show", piece["id"])
    assert (missing.exit_code, missing.stdout, missing.stderr.count("\n")) == (2, "", 1)


@pytest.mark.parametrize(
    ("option", "given", "known"), [("--kind", "x", "order_export"), ("--merchant", "nosuch", "amazon_jp")]
)
def test_a_kind_or_merchant_that_there_is_not_is_told_with_those_that_there_are(okawari, mails, option, given, known):
    okawari("import", *mails)
    refused = okawari("evidence", "list", option, given)
    assert (refused.exit_code, refused.stdout) == (2, "")
    assert option in refused.stderr
    assert known in refused.stderr
    assert okawari("evidence", "list", "--kind", "restock").exit_code == 0
    assert "この条件の記録はありません" in okawari("evidence", "list", "--merchant", "rakuten").stderr
