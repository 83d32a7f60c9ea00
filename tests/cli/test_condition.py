"""`okawari condition`: a minimum that a dead order counted towards, told by the person."""

import json

import pytest
from typer.testing import CliRunner

from okawari.cli.main import app
from tests.contract.shape import check
from tests.mails import order_mail, order_number

ORDER = order_number(1)
TOLD = ("condition", ORDER, "--for", "coupon", "--name", "秋")


@pytest.fixture
def okawari(database_url, monkeypatch, tmp_path):
    monkeypatch.setenv("OKAWARI_DATABASE_URL", database_url)

    def run(*arguments):
        return CliRunner().invoke(app, arguments, catch_exceptions=False)

    for cancelled in (False, True):
        (tmp_path / f"{cancelled}.eml").write_bytes(order_mail(1, cancelled=cancelled))
    run("import", str(tmp_path))
    return run


def conditions(okawari):
    document = json.loads(okawari("case", ORDER, "--json").stdout)
    check("rescue", document)
    (case,) = document["cases"]
    found = [(part, one) for part in ("lost", "unaffected", "unknowns") for one in case[part]]
    return {(part, one["code"]): one["text"] for part, one in found if one["code"].startswith("condition_")}, case


def test_it_is_reckoned_asked_for_and_taken_back(okawari):
    done = okawari(*TOLD, "--from", "5,000円", "--left", "4500", "--worth", "500", "--json")
    check("rescue", json.loads(done.stdout))
    found, case = conditions(okawari)
    assert "500円足りない" in found["lost", "condition_broken"]
    (step,) = [one for one in case["next_steps"] if one["code"] == "ask_condition"]
    assert "クーポンの値引き（秋）" in json.dumps(step["draft"], ensure_ascii=False)
    okawari(*TOLD, "--from", "5000", "--left", "5000")
    assert list(conditions(okawari)[0]) == [("unaffected", "condition_kept")]
    okawari(*TOLD, "--from", "5000")
    assert list(conditions(okawari)[0]) == [("unknowns", "condition_open")]
    okawari(*TOLD, "--remove")
    assert conditions(okawari)[0] == {}


@pytest.mark.parametrize(
    "wrong",
    [
        ("--for", "gift", "--from", "100"),
        ("--for", "coupon"),
        ("--for", "coupon", "--from", "0"),
        ("--for", "coupon", "--from", "-5"),
        ("--for", "coupon", "--from", "100", "--left", "千円"),
        ("--for", "coupon", "--remove"),
    ],
)
def test_what_cannot_be_used_is_told_in_one_line(okawari, wrong):
    done = okawari("condition", ORDER, *wrong)
    assert (done.exit_code, done.stderr.count("\n")) == (2, 1)
    assert conditions(okawari)[0] == {}
