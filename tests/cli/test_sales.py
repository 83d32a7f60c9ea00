"""`okawari sales`: one valid document, text in both languages, and a round from the person's own profile."""

import json

import pytest
from typer.testing import CliRunner

from okawari.cli.main import app
from tests.contract.shape import check


def run(*words):
    return CliRunner().invoke(app, ["sales", *words])


@pytest.mark.parametrize("locale", ["ja", "en"])
def test_the_document_and_the_text_tell_days_and_moves(locale):
    done = run("--on", "2026-11-29", "--lang", locale, "--json")
    document = json.loads(done.stdout)
    check("sales", document)
    assert {one["rule"] for one in document["sales"]} <= {one["id"] for one in document["rules"]}
    assert len(document["moves"]) == 6
    text = run("--on", "2026-11-29", "--lang", locale).stdout
    assert "--burst 2026-12-01T00:00" in text
    assert all(one["text"].rpartition(": ")[2] in text for one in document["sales"])


def test_the_marathon_of_the_profile_stands_with_its_moment(tmp_path):
    own = tmp_path / "profile.toml"
    own.write_text("[rakuten]\nmarathon = {from = 2026-12-04, until = 2026-12-11}\n", encoding="utf-8")
    assert "--burst 2026-12-04T20:00" in run("--on", "2026-11-29", "--profile", str(own)).stdout
    own.write_text("x", encoding="utf-8")
    assert run("--profile", str(own)).exit_code == 2
