"""`okawari offers` and `okawari key`: useful without keys, and never telling one."""

import json

import pytest
from typer.testing import CliRunner

from okawari.cli.main import app
from okawari.fetching.api import ApiGate
from tests.contract.shape import check
from tests.price_services import JAN, KEYS, serving


@pytest.fixture
def run(tmp_path, monkeypatch):
    monkeypatch.setenv("OKAWARI_DATA_DIR", str(tmp_path))
    monkeypatch.setenv("OKAWARI_KEY_PLACE", "file")
    told = []

    def run(*arguments, given=None):
        result = CliRunner().invoke(app, arguments, input=given)
        told.append(result.output)
        return result

    yield run
    assert not [value for value in KEYS.values() if value in "".join(told)]


@pytest.fixture
def services(monkeypatch):
    with serving(monkeypatch) as server:
        gate = ApiGate(trusted=[("127.0.0.1", server.server_port)])
        monkeypatch.setattr("okawari.fetching.api.ApiGate", lambda: gate)
        yield server


def set_all(run):
    for name, value in KEYS.items():
        assert run("key", "set", name, given=f"{value}\n").exit_code == 0


def test_without_keys_the_searches_to_open_are_named(run, services):
    result = run("offers", "ソニー WH-1000XM5", "--lang", "en")
    assert result.exit_code == 1
    assert "yahoo_shopping.client_id" in result.output
    assert "https://www.yodobashi.com/?word=WH-1000XM5" in result.output
    assert services.asked == []


@pytest.mark.usefixtures("services")
def test_offers_go_straight_into_the_ranking(run, tmp_path):
    set_all(run)
    malls = [part for mall in ("rakuten", "yahoo_shopping", "keepa") for part in ("--mall", mall)]
    result = run("offers", "ソニー WH-1000XM5 ブラック", "--jan", JAN, *malls, "--json")
    assert result.exit_code == 0, result.output
    document = json.loads(result.stdout)
    check("offers", document)
    assert {one["id"]: one["count"] for one in document["sources"]} == {"rakuten": 1, "yahoo_shopping": 1, "keepa": 2}
    (tmp_path / "offers.json").write_text(result.stdout, encoding="utf-8")
    ranked = json.loads(run("rank", str(tmp_path / "offers.json"), "--json").stdout)
    assert {one["price"]["amount"] for one in ranked["offers"]} == {"46200", "45800", "49500", "35200"}
    assert ranked["buy"]["position"] is not None
    shown = run("rank", str(tmp_path / "offers.json"), "--lang", "en").stdout.splitlines()
    assert {"Keepa https://keepa.com/", "Supported by Rakuten Developers https://developers.rakuten.com/"} <= set(shown)
    assert "   https://store.shopping.yahoo.co.jp/mihon/wh1000.html" in shown
    assert all("seen on" in line for line in shown if line.endswith("in stock") or "· in stock ·" in line)


@pytest.mark.usefixtures("services")
def test_offers_that_are_too_old_are_not_ranked(run, tmp_path):
    set_all(run)
    document = json.loads(run("offers", "--jan", JAN, "--json").stdout)
    document["offers"][0]["fresh_until"] = "2026-01-01T00:00:00+00:00"
    (tmp_path / "offers.json").write_text(json.dumps(document), encoding="utf-8")
    result = run("rank", str(tmp_path / "offers.json"), "--json")
    (offer,) = json.loads(result.stdout)["offers"]
    assert (offer["price"], offer["rank"]) == (None, None)
    assert "offer_stale" in [problem["code"] for problem in offer["problems"]]


def test_a_failing_service_is_one_line_and_stops_no_other(run, services):
    set_all(run)
    services.answers["rakuten"] = []
    result = run("offers", "--jan", JAN, "--mall", "rakuten", "--mall", "keepa", "--lang", "en")
    assert result.exit_code == 0
    assert "The answer of Rakuten Ichiba could not be read" in result.output
    assert "A2MIHON" in result.output


@pytest.mark.usefixtures("services")
@pytest.mark.parametrize("arguments", [[], ["--jan", "4548736132611"], ["x", "--mall", "amazon"]])
def test_what_cannot_be_asked_is_one_line(run, arguments):
    result = run("offers", *arguments, "--lang", "en")
    assert result.exit_code == 2
    assert len(result.output.strip().splitlines()) == 1


def test_keys_are_listed_by_name_and_forgotten(run, tmp_path):
    set_all(run)
    document = json.loads(run("key", "list", "--json").stdout)
    check("key", document)
    assert {key["name"] for key in document["keys"] if key["kept"]} == KEYS.keys()
    assert not [value for value in KEYS.values() if value.encode() in (tmp_path / "okawari.db").read_bytes()]
    assert run("key", "forget", "keepa.key").exit_code == 0
    assert run("key", "forget", "keepa.key").exit_code == 2
    assert {"name": "keepa.key", "kept": False} in json.loads(run("key", "list", "--json").stdout)["keys"]


@pytest.mark.parametrize(("name", "given"), [("amazon.key", "x\n"), ("keepa.key", "\n"), ("keepa.key", "キー\n")])
def test_a_key_that_cannot_be_kept_is_refused_in_one_line(run, name, given):
    result = run("key", "set", name, given=given)
    assert result.exit_code == 2
    assert len(result.output.strip().splitlines()) == 1


def test_the_key_to_the_secrets_is_changed_and_they_stay(run, tmp_path):
    name = next(iter(KEYS))
    run("key", "set", name, given=f"{KEYS[name]}\n")
    old = (tmp_path / "secret.key").read_text()
    done = run("key", "rotate", "--json")
    check("key", json.loads(done.stdout))
    assert {"name": name, "kept": True} in json.loads(done.stdout)["keys"]
    assert (tmp_path / "secret.key").read_text() != old
    assert "新しい鍵" in run("key", "rotate").stdout
    (tmp_path / "secret.key").write_text(old)
    refused = run("key", "rotate")
    assert (refused.exit_code, refused.stderr.count("\n")) == (2, 1)
    assert old in (tmp_path / "secret.key").read_text()


@pytest.mark.parametrize(
    ("typed", "mall", "query"),
    [
        ("B09Y2MYL5C", "keepa", {"asin": "B09Y2MYL5C"}),
        (f" {JAN[:6]} {JAN[6:]}", "yahoo_shopping", {"jan_code": JAN}),
        ("978-4-471-75090-9", "rakuten_books", {"isbn": "9784471750909"}),
    ],
)
def test_a_number_typed_in_the_place_of_a_name_is_looked_up_as_such(run, services, typed, mall, query):
    set_all(run)
    assert run("offers", typed, "--mall", mall).exit_code == 0
    assert services.asked[0][1].items() >= query.items()


@pytest.mark.usefixtures("services")
def test_services_malls_and_numbers_are_called_by_name(run):
    set_all(run)
    said = run("offers", "やかん", "--mall", "keepa", "--mall", "amazon_creators").output
    assert "Amazon（Keepa） は番号（JAN, ISBN, ASIN）があるときだけ" in said
    assert "Amazon（Creators API） は番号（ASIN）があるときだけ" in said
    assert "  価格.com  https://kakaku.com/" in said
