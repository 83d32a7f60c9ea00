"""Open a figure to the rule behind it."""

from __future__ import annotations

from okawari.domain.rule_card import RuleCard, conflict_card, rule_card
from okawari.rules.loader import conflicts, rule, sources


def card_of(rule_id: str) -> RuleCard | None:
    """Return the card of a rule (`REF-AMZ-CARD-01`) or of a settled conflict (`ART-04`); None where there is none."""
    settled = conflicts() if rule_id.startswith("ART-") else {}
    if rule_id in settled:
        return conflict_card(rule_id, settled[rule_id], sources())
    found = rule(rule_id)
    return rule_card(found, sources()) if found else None
