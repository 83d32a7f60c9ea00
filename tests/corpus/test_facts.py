"""Our rules carry the same facts as the collected ones, where those lie beside the checkout."""

import os
import tomllib
from pathlib import Path

import pytest
import yaml

from okawari.rules.loader import DOMAINS, conflicts, rules, sources

CORPUS = Path(os.environ.get("OKAWARI_CORPUS", Path(__file__).parents[3] / "shared" / "corpus"))
FACTS = CORPUS.parent / "facts"
OPEN_DOMAINS = ("points", "import")
"""Domains whose rules are the steps of a sum: sources were found for more of them, and `when` names the step."""
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


@pytest.mark.parametrize("domain", [domain for domain in DOMAINS.values() if (FACTS / f"{domain}.yaml").is_file()])
def test_rules_carry_the_collected_facts(domain):
    theirs = {entry["id"]: as_read(entry) for entry in collected(domain)["rules"]}
    ours = {rule.id: as_kept(rule) for rule in rules(domain)}
    assert [rule_id for rule_id in theirs if differs(theirs[rule_id], ours.get(rule_id), domain)] == []
    found_since = ours.keys() - theirs.keys()
    assert all(ours[rule_id]["sources"] for rule_id in found_since)
    assert found_since == set() or domain in OPEN_DOMAINS


def differs(theirs, ours, domain):
    """Whether a rule lost or bent a fact. Where rules are steps of a sum, `when` names the step and not the situation."""
    if ours is None:
        return True
    same = [name for name in theirs if name != "sources" and (name != "when" or domain not in OPEN_DOMAINS)]
    return any(ours[name] != theirs[name] for name in same) or not set(theirs["sources"]) <= set(ours["sources"])


def test_sources_have_the_collected_grades():
    theirs = {entry["id"]: entry["evidence"] for entry in collected("sources")["sources"]}
    ours = {source.id: source.evidence for source in sources().values()}
    assert {name: grade for name, grade in ours.items() if theirs.get(name, grade) != grade} == {}


def test_conflicts_are_the_collected_ones():
    theirs = {entry["id"]: tuple(entry["sources"]) for entry in collected("article-conflicts")["items"]}
    assert dict(conflicts()) == theirs


def test_every_collected_example_is_tried_by_its_name():
    folder = Path(__file__).parents[1] / "rules"
    ours = [tomllib.loads((folder / f"{name}_vectors.toml").read_text(encoding="utf-8")) for name in ("price", "money")]
    assert {entry["id"] for entry in collected("test-vectors")["vectors"]} == ours[0].keys() | ours[1].keys()
