"""Dated rules of the world, and which of them fits a situation."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

RuleValue = str | int | float | bool | None
EVIDENCE_ORDER = ("official", "mirror", "vendor", "secondary", "article", "none")
CONFIDENCE_ORDER = ("high", "medium", "low", "none")


@dataclass(frozen=True, slots=True, kw_only=True)
class Timing:
    """How long something takes: `unit` is minute, hour, day, business_day or month; `count_from` names the event.

    `basis` is cited, derived or assumption; `remind_after_days` and `overdue_after_days` are our own choice.
    """

    unit: str
    min: int
    typical: int
    max: int
    count_from: str
    basis: str
    remind_after_days: int | None = None
    overdue_after_days: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Where a rule was read: its id, title, place, date as the page shows it ("" for none) and grade."""

    id: str
    title: str
    where: str
    date: str
    evidence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One rule: `when` holds match keys (a scalar equals, a tuple is any of), `then` what follows.

    `as_of` is the day on which it was written down.
    """

    id: str
    title: str
    domain: str
    when: Mapping[str, RuleValue | tuple[RuleValue, ...]]
    then: Mapping[str, object]
    time: Timing | None = None
    sources: tuple[str, ...] = ()
    evidence: str = "none"
    confidence: str = "none"
    notes: str = ""
    as_of: date | None = None


def best_match(rules: Iterable[Rule], situation: Mapping[str, RuleValue]) -> Rule | None:
    """Return the rule that fits most specifically, or None.

    A rule fits when each of its keys is known in `situation` and equal, or among its values; "any" fits everything.
    Most matched keys win ("any" matches nothing in particular and does not count); ties go to the better evidence,
    then the higher confidence, then the earlier rule.
    """
    fitting = [rule for rule in rules if _fits(rule, situation)]
    return min(
        fitting,
        key=lambda rule: (
            -sum(wanted != "any" for wanted in rule.when.values()),
            EVIDENCE_ORDER.index(rule.evidence),
            CONFIDENCE_ORDER.index(rule.confidence),
        ),
        default=None,
    )


def _fits(rule: Rule, situation: Mapping[str, RuleValue]) -> bool:
    return all(wanted == "any" or _holds(wanted, situation.get(key)) for key, wanted in rule.when.items())


def _holds(wanted: RuleValue | tuple[RuleValue, ...], found: RuleValue) -> bool:
    if found is None:
        return False
    return found in wanted if isinstance(wanted, tuple) else found == wanted
