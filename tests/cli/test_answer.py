"""`okawari answer`: what the page's forms keep, by the command line."""

import json

import pytest
from typer.testing import CliRunner

from okawari.cli.main import app
from tests.contract.shape import check
from tests.mails import order_mail, order_number

ORDER, OTHER = order_number(1), order_number(2)
STATEMENT = (
    "利用日,利用店名・商品名,利用者,支払方法,利用金額,支払手数料,支払総額,11月支払金額,12月繰越残高,新規サイン\n"
    "2026/11/10,AMAZON.CO.JP,本人,1回払い,-1001,0,-1001,-1001,0,*\n"
)


@pytest.fixture
def okawari(database_url, monkeypatch, tmp_path):
    monkeypatch.setenv("OKAWARI_DATABASE_URL", database_url)

    def run(*arguments):
        return CliRunner().invoke(app, arguments, catch_exceptions=False)

    def mail(number, *, cancelled):
        return order_mail(number, cancelled=cancelled).replace(b"1002", b"1001")

    for number in (1, 2):
        for cancelled in (False, True):
            (tmp_path / f"{number}{cancelled}.eml").write_bytes(mail(number, cancelled=cancelled))
    (tmp_path / "card.csv").write_text(STATEMENT)
    run("import", str(tmp_path))
    return run


def share(okawari, order=ORDER):
    listed = json.loads(okawari("money", "--json").stdout)
    check("money", listed)
    return next(one for one in listed["shares"] if one["order"] == order)


def test_how_it_was_paid_is_kept(okawari):
    done = okawari("answer", ORDER, "--paid-by", "credit_card", "--captured", "yes", "--json")
    check("rescue", json.loads(done.stdout))
    assert share(okawari)["method"] == "credit_card"


def test_a_question_is_asked_and_answered_by_its_id(okawari):
    (question,) = share(okawari)["candidates"]
    assert question["id"] in okawari("money").stdout
    okawari("answer", ORDER, "--is", question["id"])
    assert (share(okawari)["standing"], share(okawari)["seen"]["ground"]) == ("returned", "person")
    assert share(okawari, OTHER)["standing"] != "returned"


def test_a_row_that_is_not_one_orders_money_is_still_asked_about_for_the_other(okawari):
    (question,) = share(okawari)["candidates"]
    okawari("answer", OTHER, "--is-not", question["id"])
    assert [one["id"] for one in share(okawari)["candidates"]] == [question["id"]]
    assert [one["id"] for one in share(okawari, OTHER)["refused"]] == [question["id"]]


def test_what_was_refused_is_listed_and_taken_back_by_its_id(okawari):
    (question,) = share(okawari)["candidates"]
    okawari("answer", ORDER, "--is-not", question["id"])
    assert [one["id"] for one in share(okawari)["refused"]] == [question["id"]]
    assert f"  {question['id']}" in okawari("money").stdout
    okawari("answer", ORDER, "--take-back", question["id"])
    assert (share(okawari)["refused"], [one["id"] for one in share(okawari)["candidates"]]) == ([], [question["id"]])


def test_the_money_was_seen(okawari):
    okawari("answer", ORDER, "--seen")
    assert share(okawari)["standing"] == "returned"


@pytest.mark.parametrize(
    "wrong",
    [
        (),
        ("--seen", "--total", "1001"),
        ("--is", "a", "--is-not", "b"),
        ("--is", "0" * 16),
        ("--take-back", "0" * 16),
        ("--total", "-5"),
    ],
)
def test_what_cannot_be_used_is_told_in_one_line_and_changes_nothing(okawari, wrong):
    before = share(okawari)
    done = okawari("answer", ORDER, *wrong)
    assert (done.exit_code, done.stderr.count("\n")) == (2, 1)
    assert share(okawari) == before


def test_a_story_without_a_mail_is_kept_where_that_is_wished(okawari, tmp_path):
    story = ("--shop", "yodobashi", "--what", "cancelled_stockout", "--when", "2026-11-20", "--order", "7311848204")
    okawari("rescue", *story)
    assert okawari("case", "7311848204").exit_code == 2
    okawari("rescue", *story, "--keep")
    assert "7311848204" in okawari("case", "7311848204").stdout
    assert okawari("rescue", str(tmp_path), "--keep").exit_code == 2


def test_a_row_of_a_card_that_did_not_pay_is_not_the_money(okawari):
    okawari("answer", ORDER, "--paid-by", "credit_card", "--issuer", "rakuten_card")
    assert len(share(okawari)["candidates"]) == 1
    okawari("answer", ORDER, "--issuer", "smbc_vpass")
    assert (share(okawari)["candidates"], share(okawari)["seen"]) == ([], None)


def test_a_card_that_nobody_knows_is_named_and_changes_no_day(okawari):
    done = okawari("case", ORDER, "--paid-by", "credit_card", "--issuer", "moon_card", "--lang", "en", "--json")
    assert "unknown card issuer moon_card" in done.stderr
    usual = okawari("case", ORDER, "--paid-by", "credit_card", "--lang", "en", "--json")
    assert json.loads(done.stdout) == json.loads(usual.stdout)
    assert usual.stderr == ""


def test_one_share_of_a_split_payment_is_seen_alone(okawari):
    okawari("answer", ORDER, "--paid-by", "credit_card=701", "--paid-by", "amazon_points=300", "--captured", "yes")
    done = okawari("answer", ORDER, "--seen", "--share", "amazon_points", "--json")
    (case,) = json.loads(done.stdout)["cases"]
    assert {leg["method"]: bool(leg["seen"]) for leg in case["refunds"]} == {
        "credit_card": False,
        "amazon_points": True,
    }


def test_a_share_that_the_order_has_not_is_refused(okawari):
    okawari("answer", ORDER, "--paid-by", "credit_card", "--captured", "yes")
    for wrong in (("--seen", "--share", "paidy"), ("--paid-by", "credit_card", "--share", "paidy")):
        done = okawari("answer", ORDER, *wrong)
        assert done.exit_code == 2
        assert "--share" in done.output


def test_the_letter_says_where_and_from_when_to_look(okawari):
    done = okawari("answer", ORDER, "--paid-by", "paidy:bill_unpaid", "--lang", "ja")
    assert "確かめる場所：ペイディの利用履歴（アプリまたはMyPaidy）（" in done.output.replace("\n", "").replace(" ", "")
