"""Reading the rule files."""

import pytest

from okawari.rules import loader
from okawari.rules.loader import rule, rules, sources


def test_a_rule_is_found_by_its_id_in_whatever_file():
    found = rule("MKT-ATOZ-04")
    assert found is not None
    assert (found.domain, found.time.max) == ("marketplace", 90)


@pytest.mark.parametrize("rule_id", ["REF-NOBODY-99", "XYZ-1", ""])
def test_an_unknown_id_is_no_rule(rule_id):
    assert rule(rule_id) is None


def test_a_file_is_read_once_and_only_when_asked_for():
    assert rules("refund") is rules("refund")
    assert sources()["S-DOCOMO-0915"].evidence == "official"


def test_an_unknown_key_is_refused(monkeypatch):
    entry = {"id": "S-X", "title": "t", "where": "w", "date": "", "evidence": "official", "grade": "good"}
    monkeypatch.setattr(loader, "_document", lambda _: {"sources": [entry]})
    with pytest.raises(TypeError, match="grade"):
        loader.sources.__wrapped__()
