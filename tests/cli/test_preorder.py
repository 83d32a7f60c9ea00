"""`okawari preorder`: second reservations, the release and prices, by command."""

import json
from datetime import date, datetime

import pytest
from jsonschema import Draft202012Validator
from typer.testing import CliRunner

from okawari.cli.main import app
from okawari.contract.schemas import schema_text
from okawari.domain.japan_time import JAPAN
from okawari.services.cases import remember_answers
from okawari.settings import read_settings
from okawari.wiring import open_store
from tests.domain import say
from tests.shop_server import product

ORDER = say.ORDER


@pytest.fixture
def kept(monkeypatch, tmp_path):
    """An order at Amazon.co.jp that was placed on 20 November 2026."""
    monkeypatch.setenv("OKAWARI_DATA_DIR", str(tmp_path))
    game = say.item("謎解きゲーム 限定版", 6980)
    fact = say.placed(game)
    part = say.part(game, ordered_on=date(2026, 11, 20))
    placed = type(fact)(merchant="amazon_jp", order=ORDER, at=fact.at, provenance=fact.provenance, part=part)
    remember_answers(open_store(read_settings()), [placed], datetime.now(JAPAN))


def run(*words):
    return CliRunner().invoke(app, ["preorder", ORDER, *words])


def document(*words):
    done = run(*words, "--json")
    assert done.exit_code == 0, done.stderr
    found = json.loads(done.stdout)
    Draft202012Validator(json.loads(schema_text("preorder"))).validate(found)
    return found


@pytest.mark.usefixtures("kept")
def test_what_is_noted_is_one_valid_document():
    assert document()["guarantees"] == []
    released = document("--release", "2099-12-10")
    assert (released["release_on"], released["guarantees"][0]["kept"]) == ("2099-12-10", "unknown")
    seen = document("--price-seen", "6,480円")["guarantees"][0]
    assert (seen["kept"], seen["lowest"]["amount"], seen["ground"]) == ("to_come", "6480", "person")
    spared = document("--spare", "ヨドバシ", "--number", "72249", "--cancel-by", "2099-12-01")["reservations"]
    assert spared == [{"shop": "ヨドバシ", "number": "72249", "cancel_by": "2099-12-01", "standing": "held"}]
    ended = document("--spare", "ヨドバシ", "--number", "72249", "--standing", "cancelled")["reservations"]
    assert [one["standing"] for one in ended] == ["cancelled"]
    assert "ヨドバシ" in run("--lang", "en").stdout


@pytest.mark.usefixtures("kept")
def test_a_saved_page_shows_the_price_where_amazon_sells_the_thing(tmp_path):
    document("--release", "2099-12-10")
    page = tmp_path / "page.html"

    def saved(title, price, seller):
        page.write_bytes(product("予約受付中", price, seller).replace("水筒 K-500W".encode(), title.encode()))
        return str(page)

    seen = document("--page", saved("謎解きゲーム 限定版", 6380, "Amazon.co.jp"))["guarantees"][0]
    assert (seen["lowest"]["amount"], seen["ground"]) == ("6380", "page")
    for title, seller in (
        ("まったく別の辞典", "Amazon.co.jp"),
        ("謎解きゲーム 限定版", "星空商店"),
        ("謎解きゲーム 限定版", ""),
    ):
        refused = run("--page", saved(title, 100, seller), "--lang", "en")
        assert (refused.exit_code, len(refused.stderr.strip().splitlines())) == (2, 1)
    assert document()["guarantees"][0]["lowest"]["amount"] == "6380"


@pytest.mark.parametrize(
    "words",
    [
        ("--release", "someday"),
        ("--spare", "ヨドバシ", "--standing", "lost"),
        ("--spare", "ヨドバシ", "--cancel-by", "12/1"),
        ("--price-seen", "たくさん"),
        ("--price-seen", "100", "--on", "2099-01-01"),
        ("--price-seen", "100", "--item", "ない"),
        ("--page", "/no/such/page.html"),
    ],
)
@pytest.mark.usefixtures("kept")
def test_what_cannot_be_used_is_one_line(words):
    done = run(*words)
    assert (done.exit_code, done.stdout, len(done.stderr.strip().splitlines())) == (2, "", 1)


@pytest.mark.usefixtures("kept")
def test_without_an_order_all_that_is_awaited_is_listed():
    def everything():
        done = CliRunner().invoke(app, ["preorder", "--json"])
        found = json.loads(done.stdout)
        Draft202012Validator(json.loads(schema_text("preorders"))).validate(found)
        return [one["order"] for one in found["preorders"]]

    assert everything() == []
    assert "待っている予約も、予備の予約もありません。" in CliRunner().invoke(app, ["preorder"]).stdout
    run("--spare", "ヨドバシ", "--cancel-by", "2099-12-01")
    assert everything() == [ORDER]
    listed = CliRunner().invoke(app, ["preorder"]).stdout
    assert ORDER in listed
    assert "「ヨドバシ」の予約：予約中" in listed
    run("--spare", "ヨドバシ", "--standing", "cancelled")
    assert everything() == []
    run("--release", "2099-12-10")
    assert everything() == [ORDER]
    run("--release", "2020-12-10")
    assert everything() == []
    refused = CliRunner().invoke(app, ["preorder", "--spare", "ヨドバシ"])
    assert (refused.exit_code, "注文番号" in refused.stderr) == (2, True)
