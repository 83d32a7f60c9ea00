"""The rules of `rules/data`, read once."""

from __future__ import annotations

from functools import cache
from importlib import resources
from typing import Any

import yaml

from okawari.domain.rule import Rule, Timing

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@cache
def rules(domain: str) -> tuple[Rule, ...]:
    """Return the rules of one domain (`refund`, `marketplace`, …), in the order of their file."""
    text = (resources.files("okawari.rules") / "data" / f"{domain}.yaml").read_text(encoding="utf-8")
    document = yaml.load(text, Loader=_Loader)  # noqa: S506 - the safe loader, in C where there is one
    return tuple(_rule(entry, domain) for entry in document["rules"])


def _rule(entry: dict[str, Any], domain: str) -> Rule:
    when = {key: tuple(value) if isinstance(value, list) else value for key, value in entry["when"].items()}
    timing = Timing(**entry["time"]) if entry.get("time") else None
    return Rule(
        id=entry["id"],
        title=entry["title"],
        domain=domain,
        when=when,
        then=entry["then"],
        time=timing,
        sources=tuple(entry.get("sources", ())),
        source_dates=entry.get("source_dates", {}),
        evidence=entry["evidence"],
        confidence=entry["confidence"],
        notes=entry.get("notes", ""),
    )
