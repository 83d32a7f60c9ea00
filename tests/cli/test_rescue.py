"""`okawari rescue`: from mails, from options, from questions."""

import json
from unittest.mock import patch

import pytest
from typer.testing import CliRunner

from okawari.cli.main import app
from tests.contract.shape import check

from .mails import CANCELLED, FORGED, PRIVATE

TOLD = ("--shop", "Amazon", "--what", "cancelled_stockout", "--when", "2026-11-23", "--amount", "1,010円")


def run(*arguments, stdin=None):
    return CliRunner().invoke(app, ["rescue", *map(str, arguments)], input=stdin)


@pytest.fixture
def cancelled(tmp_path):
    path = tmp_path / "cancelled.eml"
    path.write_bytes(CANCELLED)
    return path


def cases(done):
    document = json.loads(done.stdout)
    check("rescue", document)
    return document["cases"]


def test_a_plan_from_a_mail(cancelled):
    done = run(cancelled, "--paid-by", "amazon_gift_balance", "--on", "2026-11-23", "--json")
    (case,) = cases(done)
    assert (case["order"], case["state"], case["cause"]["code"]) == ("250-1234567-1234567", "cancelled", "stockout")
    (leg,) = case["refunds"]
    assert (leg["rule"], leg["amount"]["amount"], leg["latest"]) == ("REF-AMZ-GIFT-01", "1010", "2026-11-25")


def test_what_is_not_known_asks_for_the_person(cancelled):
    done = run(cancelled, "--on", "2026-11-23", "--json")
    (case,) = cases(done)
    assert "payment" in [unknown["code"] for unknown in case["unknowns"]]
    assert [leg["method"] for leg in case["refunds"]] == ["unknown"]
    assert done.exit_code == 1


def test_a_forged_mail_promises_nothing(tmp_path):
    path = tmp_path / "forged.eml"
    path.write_bytes(FORGED)
    done = run(path, "--paid-by", "credit_card", "--json")
    (case,) = cases(done)
    assert (case["authenticity"]["verdict"], case["refunds"], done.exit_code) == ("phishing", [], 1)


def test_a_mail_about_no_order(tmp_path):
    path = tmp_path / "private.eml"
    path.write_bytes(PRIVATE)
    done = run(path, "--json")
    assert (cases(done), done.exit_code, len(done.stderr.splitlines())) == ([], 1, 1)


def test_split_payments_and_a_card_cycle(cancelled):
    card = ("--captured", "yes", "--card-closing", "末", "--card-payment", "27", "--issuer", "rakuten_card")
    split = ("--paid-by", "amazon_gift_balance=500", "--paid-by", "credit_card")
    (case,) = cases(run(cancelled, *split, *card, "--on", "2026-11-23", "--json"))
    assert {leg["method"]: leg["amount"]["amount"] for leg in case["refunds"]} == {
        "amazon_gift_balance": "500",
        "credit_card": "510",
    }


@pytest.mark.parametrize(
    "wrong",
    [
        ("--paid-by", "gold"),
        ("--paid-by", "credit_card:gold"),
        ("--paid-by", "rakuten_points:limited@2026-02-30"),
        ("--captured", "maybe"),
        ("--on", "2026-02-30"),
        ("--on", "yesterday"),
        ("--card-closing", "15"),
        ("--card-closing", "32", "--card-payment", "10"),
        ("--lang", "fr"),
        ("--shop", "Amazon"),
    ],
)
def test_unusable_options_are_one_line(cancelled, wrong):
    done = run(cancelled, *wrong, "--json")
    assert (done.exit_code, done.stdout) == (2, "")
    assert len(done.stderr.splitlines()) == 1


def test_the_same_plan_without_a_mail(cancelled):
    paid = ("--paid-by", "amazon_gift_balance", "--on", "2026-11-23", "--json")
    (mailed,), (told,) = cases(run(cancelled, *paid)), cases(run(*TOLD, "--title", "解熱鎮痛薬 24錠", *paid))
    for key in ("merchant", "state", "refunds", "elsewhere", "amount_due", "cancelled_items"):
        assert told[key] == mailed[key], key
    assert told["order"].startswith("told-")


def test_only_who_got_a_mail_is_told_not_to_follow_its_links(cancelled):
    assert "メールのリンクは開かず" in run(cancelled).stdout
    told = run(*TOLD, "--title", "解熱鎮痛薬 24錠").stdout
    assert "メール" not in told.partition("お金\n")[0].partition("いますること")[2]
    assert "楽天市場  https://" in told


@pytest.mark.parametrize(
    "wrong",
    [
        ("--what", "cancelled"),
        ("--shop", "Amazon"),
        ("--shop", "Amazon", "--what", "eaten"),
        ("--shop", "Amazon", "--what", "cancelled", "--when", "today"),
        ("--shop", "Amazon", "--what", "cancelled", "--amount", "lots"),
        ("--shop", "Amazon", "--what", "cancelled", "--amount", "1e99999"),
        (),
    ],
)
def test_answers_that_cannot_be_used_are_one_line(wrong):
    done = run(*wrong, "--json")
    assert (done.exit_code, done.stdout) == (2, "")
    assert len(done.stderr.splitlines()) == 1


def test_a_shop_that_is_not_listed_has_a_plan_too():
    (case,) = cases(run("--shop", "まちの電器店", "--what", "cancelled_stockout", "--paid-by", "credit_card", "--json"))
    assert (case["merchant"], case["state"]) == (None, "cancelled")


def test_the_questions_are_asked_on_a_terminal():
    typed = "アマゾン\n\n1\n2026-11-23\n4\n1010\n解熱鎮痛薬\n"
    with patch("okawari.cli.rescue.on_terminal", return_value=True):
        done = run("--on", "2026-11-24", "--json", stdin=typed)
    (case,) = cases(done)
    assert (case["merchant"], case["cause"]["code"], case["amount_due"]["amount"]) == ("amazon_jp", "stockout", "1010")
    assert [leg["method"] for leg in case["refunds"]] == ["amazon_gift_balance"]
    assert "どこで買いましたか" in done.stderr


def test_the_plan_as_a_letter(cancelled):
    japanese = run(cancelled, "--paid-by", "amazon_gift_balance", "--on", "2026-11-23").stdout
    for words in (
        "「解熱鎮痛薬 24錠」は、在庫切れのためキャンセルされました。",
        "1,010円",
        "いますること",
        "ほかで探す",
        "11月25日(水)",
        "お世話になっております",
    ):
        assert words in japanese, words
    english = run(cancelled, "--paid-by", "amazon_gift_balance", "--on", "2026-11-23", "--lang", "en").stdout
    for words in ("was cancelled because it is out of stock.", "¥1,010", "What to do now", "Wed 25 Nov"):
        assert words in english, words


def test_a_way_of_paying_may_be_named_as_shops_name_it(cancelled):
    named, coded = (
        run(cancelled, "--paid-by", one, "--on", "2026-11-23", "--json").stdout
        for one in ("クレジットカード", "credit_card")
    )
    assert named == coded


def test_a_name_that_several_ways_share_lists_just_these(cancelled):
    done = run(cancelled, "--paid-by", "PayPay")
    assert done.exit_code == 2
    assert "paypay_balance, paypay_points" in done.stderr
    assert "credit_card," not in done.stderr
