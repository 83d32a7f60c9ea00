"""What stands behind a figure: its rule, in words for a person, with sources, dates and grade."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from okawari.domain.phrase import Phrase, phrase
from okawari.domain.rule import Rule, Source, Timing


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceNote:
    """One source of a rule: its name, where it is found, the date it shows in words, and its own grade in a word."""

    id: str
    title: Phrase
    where: str
    date: Phrase
    evidence: Phrase


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleCard:
    """A rule for a person: `evidence`, `confidence` and `basis` are words for its grades, None where it has no timing.

    `span` says how long it takes and what it is counted from; `settled` what the article says and how the difference was
    settled, for the rules of a conflict (`ART-…`).
    """

    id: str
    title: Phrase
    evidence: Phrase | None = None
    confidence: Phrase | None = None
    span: Phrase | None = None
    basis: Phrase | None = None
    settled: Phrase | None = None
    sources: tuple[SourceNote, ...] = ()
    as_of: date | None = None


def rule_card(rule: Rule, sources: Mapping[str, Source]) -> RuleCard:
    """Return the card of a rule; `sources` are all sources by id."""
    return RuleCard(
        id=rule.id,
        title=phrase(f"rules.{rule.id}_title"),
        evidence=phrase(f"rules.evidence_{rule.evidence}"),
        confidence=phrase(f"rules.confidence_{rule.confidence}"),
        span=_span(rule.time) if rule.time else None,
        basis=phrase(f"rules.basis_{rule.time.basis}") if rule.time else None,
        sources=_notes(rule.sources, sources),
        as_of=rule.as_of,
    )


def conflict_card(article_id: str, source_ids: tuple[str, ...], sources: Mapping[str, Source]) -> RuleCard:
    """Return the card of a conflict between the article and other sources, and how it was settled."""
    return RuleCard(
        id=article_id,
        title=phrase(f"rules.{article_id}_article"),
        settled=phrase(f"rules.{article_id}_settled"),
        sources=_notes(source_ids, sources),
    )


def _span(time: Timing) -> Phrase:
    unit, count_from = phrase(f"rules.unit_{time.unit}"), phrase(f"rules.from_{time.count_from}")
    if time.min == time.max:
        return phrase("rules.span_exact", count=time.max, unit=unit, count_from=count_from)
    return phrase("rules.span", first=time.min, last=time.max, typical=time.typical, unit=unit, count_from=count_from)


def _notes(ids: tuple[str, ...], sources: Mapping[str, Source]) -> tuple[SourceNote, ...]:
    return tuple(
        SourceNote(
            id=found.id,
            title=phrase(f"sources.{found.id}"),
            where=found.where,
            date=phrase("rules.source_date", date=found.date) if found.date else phrase("rules.source_undated"),
            evidence=phrase(f"rules.evidence_{found.evidence}"),
        )
        for found in (sources[source_id] for source_id in ids)
    )
