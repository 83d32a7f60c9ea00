"""Our rules carry the same facts as the collected ones, where those lie beside the checkout."""

import os
from pathlib import Path

import pytest
import yaml

from okawari.rules.loader import DOMAINS, conflicts, rules, sources

CORPUS = Path(os.environ.get("OKAWARI_CORPUS", Path(__file__).parents[3] / "shared" / "corpus"))
FACTS = CORPUS.parent / "facts"
OURS = ("destination", "alternative", "fallback", "allocation", "new_expiry_days", "item_refund")

pytestmark = [
    pytest.mark.corpus,
    pytest.mark.skipif(not FACTS.is_dir(), reason=f"no collected facts at {FACTS}"),
]


def collected(name):
    return yaml.load((FACTS / f"{name}.yaml").read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)


def as_read(entry):
    """A collected entry with the parts that must be the same in ours."""
    return {
        "when": {key: tuple(value) if isinstance(value, list) else value for key, value in entry["when"].items()},
        "then": {key: entry["then"][key] for key in OURS if key in entry["then"]},
        "time": entry["time"],
        "sources": tuple(entry["sources"]),
        "evidence": entry["evidence"],
        "confidence": entry["confidence"],
    }


def as_kept(rule):
    time = rule.time and {name: getattr(rule.time, name) for name in rule.time.__dataclass_fields__}
    return {
        "when": dict(rule.when),
        "then": {key: rule.then[key] for key in OURS if key in rule.then},
        "time": time and {name: value for name, value in time.items() if value is not None},
        "sources": rule.sources,
        "evidence": rule.evidence,
        "confidence": rule.confidence,
    }


@pytest.mark.parametrize("domain", DOMAINS.values())
def test_rules_carry_the_collected_facts(domain):
    theirs = {entry["id"]: as_read(entry) for entry in collected(domain)["rules"]}
    ours = {rule.id: as_kept(rule) for rule in rules(domain)}
    differ = [rule_id for rule_id in theirs.keys() | ours.keys() if theirs.get(rule_id) != ours.get(rule_id)]
    assert differ == []


def test_sources_are_the_collected_ones():
    theirs = {entry["id"]: entry["evidence"] for entry in collected("sources")["sources"]}
    assert {source.id: source.evidence for source in sources().values()}.items() <= theirs.items()


def test_conflicts_are_the_collected_ones():
    theirs = {entry["id"]: tuple(entry["sources"]) for entry in collected("article-conflicts")["items"]}
    assert dict(conflicts()) == theirs
