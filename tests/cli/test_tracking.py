"""`okawari tracking` and `okawari parcel --look`: off until the person switches it on."""

import json

import pytest
from jsonschema import Draft202012Validator
from typer.testing import CliRunner

from okawari import wiring
from okawari.cli.main import app
from okawari.contract.schemas import schema_text
from tests.services.test_tracking import DONE, NUMBER, PICKED
from tests.tracking_services import serving, tracking_access, yamato_page


@pytest.fixture
def server(monkeypatch, tmp_path):
    monkeypatch.setenv("OKAWARI_DATA_DIR", str(tmp_path))
    monkeypatch.setenv("OKAWARI_KEY_PLACE", "file")
    with serving(monkeypatch) as server:
        monkeypatch.setattr(
            wiring,
            "tracking_access",
            lambda settings: tracking_access(wiring.open_store(settings), settings.data_dir, server),
        )
        yield server


def run(*words):
    return CliRunner().invoke(app, list(words))


def valid(name, done):
    document = json.loads(done.stdout)
    Draft202012Validator(json.loads(schema_text(name))).validate(document)
    return document


def test_nobody_is_asked_until_it_is_switched_on(server):
    done = run("parcel", NUMBER, "--look")
    assert (done.exit_code, server.asked) == (2, [])
    assert "okawari tracking on yamato" in done.stderr
    assert run("tracking", "on").exit_code == 2
    assert run("tracking", "on", "pigeon").exit_code == 2
    assert not any(one["on"] for one in valid("tracking", run("tracking", "list", "--json"))["trackers"])


def test_a_look_is_one_valid_document(server):
    assert valid("tracking", run("tracking", "home", "東京都", "--json"))["prefecture"] == "東京都"
    assert run("tracking", "home", "東京").exit_code == 2
    chosen = valid("tracking", run("tracking", "on", "yamato", "--json"))
    assert [one["id"] for one in chosen["trackers"] if one["on"]] == ["yamato"]
    server.answers["/yamato"] = yamato_page(NUMBER, "配達完了", PICKED, DONE)
    looked = valid("parcel", run("parcel", NUMBER, "--carrier", "yamato", "--look", "--json"))["tracked"]
    assert (looked["closed"], looked["told"]["scans"][1]["at"]) == ("delivered", "2026-11-20T09:12:00+09:00")
    assert "新宿センター" in run("parcel", NUMBER, "--carrier", "yamato", "--look").stdout
    assert len(server.asked) == 1
    assert valid("tracking", run("tracking", "off", "--json"))["trackers"][0]["on"] is False


def test_what_could_not_be_seen_needs_the_person(server):
    run("tracking", "on", "yamato")
    server.answers["/yamato"] = 429
    done = run("parcel", NUMBER, "--carrier", "yamato", "--look", "--lang", "en")
    assert done.exit_code == 1
    assert "too many requests" in done.stdout
    assert "never held against the seller" in done.stdout
