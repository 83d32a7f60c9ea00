import json

import pytest
from jsonschema import Draft202012Validator
from typer.testing import CliRunner

from okawari.cli.main import app
from okawari.contract.schemas import schema_text

VPASS = "星野　花　様,4980-****-****-****,三井住友カード\n2026/10/3,星空商店,2400,1,1,2400,\n2026/10/9,星空商店,-400,1,1,-400,\n"


def run(*words):
    return CliRunner().invoke(app, [str(word) for word in words])


def test_a_statement_is_one_valid_document(tmp_path):
    file = tmp_path / "vpass.csv"
    file.write_text(VPASS, encoding="cp932")
    done = run("statement", file, "--json")
    document = json.loads(done.stdout)
    Draft202012Validator(json.loads(schema_text("statement"))).validate(document)
    assert done.exit_code == 0
    assert [(row["kind"], row["amount"]["amount"]) for row in document["rows"]] == [
        ("charge", "2400"),
        ("refund", "400"),
    ]


def test_a_file_of_unknown_layout_is_told_and_the_rest_is_read(tmp_path):
    file, odd = tmp_path / "vpass.csv", tmp_path / "odd.csv"
    file.write_text(VPASS, encoding="cp932")
    odd.write_text("いつ,どこ,いくら\n", encoding="utf-8")
    done = run("statement", odd, file, "--json")
    assert done.exit_code == 2
    assert len(json.loads(done.stdout)["rows"]) == 2
    assert done.stderr.count("\n") == 1
    assert "見出しに覚えのない明細" in done.stderr


def test_a_statement_is_readable_for_people(tmp_path):
    file = tmp_path / "vpass.csv"
    file.write_text(VPASS, encoding="cp932")
    assert "2026年10月9日(金)  返金  400円  星空商店" in run("statement", file).stdout


@pytest.mark.parametrize(
    ("number", "valid"), [("1234-5678-9013", True), ("405548424887", False), ("DA1234567890", None)]
)
def test_a_parcel_number_is_one_valid_document(number, valid):
    done = run("parcel", number, "--json")
    document = json.loads(done.stdout)
    Draft202012Validator(json.loads(schema_text("parcel"))).validate(document)
    assert (done.exit_code, document["valid"]) == (0, valid)


def test_a_carrier_that_does_not_exist_is_one_line():
    done = run("parcel", "123456789013", "--carrier", "pigeon")
    assert done.exit_code == 2
    assert done.stderr.count("\n") == 1
    assert "pigeon" in done.stderr


def test_a_parcel_number_is_explained_to_people():
    done = run("parcel", "123456789013", "--lang", "en")
    assert "one in seven" in done.stdout.lower()
    assert "Yamato" in done.stdout
