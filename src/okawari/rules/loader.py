"""The rules of `rules/data`, read once and only as far as they are asked for."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cache
from importlib import resources
from typing import Any

import yaml

from okawari.domain.rule import Rule, Source, Timing

DOMAINS = {
    "REF": "refund",
    "NET": "payment-network",
    "MKT": "marketplace",
    "PHI": "phishing",
    "LAW": "law",
    "PTS": "points",
    "IMP": "import",
    "SHP": "shipping",
    "SAL": "sales",
    "TRK": "parcels",
}
"""The file that holds the rules of each prefix of an id."""

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@cache
def rules(domain: str) -> tuple[Rule, ...]:
    """Return the rules of one domain (`refund`, `marketplace`, …), in the order of their file."""
    document = _document(domain)
    return tuple(_rule(entry, domain, document["compiled"]) for entry in document["rules"])


def rule(rule_id: str) -> Rule | None:
    """Return a rule by its id, whatever its domain; None where there is none."""
    domain = DOMAINS.get(rule_id.partition("-")[0])
    return next((rule for rule in rules(domain) if rule.id == rule_id), None) if domain else None


@cache
def sources() -> Mapping[str, Source]:
    """Return every source that a rule names, by its id."""
    return {entry["id"]: Source(**entry) for entry in _document("sources")["sources"]}


@cache
def conflicts() -> Mapping[str, tuple[str, ...]]:
    """Return the ids of the settled conflicts between the article and other sources, each with its source ids."""
    return {entry["id"]: tuple(entry["sources"]) for entry in _document("article-conflicts")["conflicts"]}


def _document(name: str) -> dict[str, Any]:
    text = (resources.files("okawari.rules") / "data" / f"{name}.yaml").read_text(encoding="utf-8")
    document: dict[str, Any] = yaml.load(text, Loader=_Loader)  # noqa: S506 - the safe loader, in C where there is one
    return document


def _rule(entry: dict[str, Any], domain: str, as_of: date) -> Rule:
    when = {key: tuple(value) if isinstance(value, list) else value for key, value in entry["when"].items()}
    return Rule(
        id=entry["id"],
        title=entry["title"],
        domain=domain,
        when=when,
        then=entry["then"],
        time=Timing(**entry["time"]) if "time" in entry else None,
        sources=tuple(entry["sources"]),
        evidence=entry["evidence"],
        confidence=entry["confidence"],
        notes=entry.get("notes", ""),
        as_of=as_of,
    )
