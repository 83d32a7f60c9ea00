"""`okawari substitute`: what a shop offers instead, told by the person."""

import json

import pytest
from typer.testing import CliRunner

from okawari.cli.main import app
from tests.contract.shape import check
from tests.mails import order_mail, order_number

ORDER = order_number(1)


@pytest.fixture
def okawari(database_url, monkeypatch, tmp_path):
    monkeypatch.setenv("OKAWARI_DATABASE_URL", database_url)

    def run(*arguments):
        return CliRunner().invoke(app, arguments, catch_exceptions=False)

    (tmp_path / "1.eml").write_bytes(order_mail(1))
    run("import", str(tmp_path / "1.eml"))
    return run


def test_it_is_kept_and_held_against_the_order(okawari):
    done = okawari("substitute", ORDER, "--title", "品物1 レッド", "--price", "1,201円", "--json")
    document = json.loads(done.stdout)
    check("rescue", document)
    found = document["cases"][0]["substitute"]
    assert (found["title"], found["ordered"], found["dearer_by"]["amount"]) == ("品物1 レッド", "品物1", "200")
    again = " ".join(okawari("case", ORDER, "--lang", "en").stdout.split())
    assert "200 more than what you ordered" in again


@pytest.mark.parametrize(
    "wrong", [("--title", " "), ("--title", "品物", "--price", "-5"), ("--title", "品物", "--price", "千円")]
)
def test_what_cannot_be_used_is_told_in_one_line(okawari, wrong):
    done = okawari("substitute", ORDER, *wrong)
    assert (done.exit_code, done.stderr.count("\n")) == (2, 1)
    assert json.loads(okawari("case", ORDER, "--json").stdout)["cases"][0]["substitute"] is None
