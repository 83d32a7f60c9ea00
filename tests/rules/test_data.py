"""The rule files: what every entry must have."""

from datetime import date

import pytest

from okawari.domain.rule import CONFIDENCE_ORDER, EVIDENCE_ORDER, Rule, Timing
from okawari.rules.loader import DOMAINS, conflicts, rules, sources

RULES = [rule for domain in DOMAINS.values() for rule in rules(domain)]
UNITS = ("minute", "hour", "day", "business_day", "month")
BASES = ("cited", "derived", "assumption", "worst_of_parts")


def timing_faults(time: Timing) -> list[str]:
    """What is wrong with a timing; empty for a sound one."""
    faults = []
    if time.unit not in UNITS:
        faults.append("unit")
    if time.basis not in BASES:
        faults.append("basis")
    if not 0 <= time.min <= time.typical <= time.max:
        faults.append("order")
    if (time.remind_after_days is None) != (time.overdue_after_days is None) and time.unit != "hour":
        faults.append("reminder")
    if time.overdue_after_days is not None and time.remind_after_days is not None:
        if time.remind_after_days > time.overdue_after_days:
            faults.append("reminder after overdue")
        per_day = {"minute": 1 / 1440, "hour": 1 / 24, "day": 1, "business_day": 1.4, "month": 30}
        if time.max * per_day[time.unit] > time.overdue_after_days:
            faults.append("overdue inside the window")
    return faults


def test_ids_are_unique_and_in_the_file_of_their_prefix():
    ids = [rule.id for rule in RULES]
    assert len(ids) == len(set(ids)) > 100
    assert [rule.id for rule in RULES if DOMAINS[rule.id.partition("-")[0]] != rule.domain] == []


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_every_rule_is_whole(rule: Rule):
    assert rule.title
    assert rule.when
    assert rule.evidence in EVIDENCE_ORDER
    assert rule.confidence in CONFIDENCE_ORDER
    assert (rule.sources == ()) == (rule.evidence == "none")
    assert set(rule.sources) <= set(sources())
    assert isinstance(rule.as_of, date)
    if rule.time:
        assert timing_faults(rule.time) == []
    if rule.evidence == "none":
        assert rule.time is None


def test_a_faulty_timing_is_found():
    sound = {"unit": "day", "min": 0, "typical": 1, "max": 5, "count_from": "cancel_date", "basis": "cited"}
    assert timing_faults(Timing(**sound)) == []
    assert timing_faults(Timing(**(sound | {"typical": 6}))) == ["order"]
    assert timing_faults(Timing(**(sound | {"unit": "week"}))) == ["unit"]
    assert timing_faults(Timing(**sound, remind_after_days=3, overdue_after_days=4)) == ["overdue inside the window"]


def test_every_source_is_named_by_a_rule_or_a_conflict():
    named = {source for rule in RULES for source in rule.sources}
    named |= {source for listed in conflicts().values() for source in listed}
    assert set(sources()) == named


def test_sources_have_a_place_and_a_grade():
    grades = {*EVIDENCE_ORDER, "self"}
    assert [source.id for source in sources().values() if not source.where or source.evidence not in grades] == []
