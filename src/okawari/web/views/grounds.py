"""What a figure rests on, as a page opens it: rule, source, date and grade."""

from __future__ import annotations

from dataclasses import dataclass, replace

from okawari.domain.plan import RefundLeg
from okawari.domain.rule_card import RuleCard
from okawari.services.rule_cards import card_of
from okawari.web.words import Words


@dataclass(frozen=True, slots=True)
class SourceView:
    """Where a rule was read, when, and how good a source it is."""

    title: str
    where: str
    date: str
    grade: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GroundsView:
    """A rule's id and name, its grade, how its days were reckoned, and its sources; `settled` for a conflict."""

    rule: str
    title: str
    grade: str
    reckoned: tuple[str, ...]
    settled: str
    sources: tuple[SourceView, ...]
    as_of: str


def grounds_of_rule(rule_id: str | None, words: Words) -> GroundsView | None:
    """Return the grounds of a rule or a settled conflict, None where it is not known."""
    card = card_of(rule_id) if rule_id else None
    if card is None:
        return None
    return GroundsView(
        rule=card.id,
        title=words.say(card.title),
        grade=_grade(card, words),
        reckoned=tuple(words.say(said) for said in (card.span, card.basis) if said),
        settled=words.say(card.settled) if card.settled else "",
        sources=tuple(
            SourceView(
                words.say(note.title),
                note.where if "." in note.where else "",
                words.say(note.date),
                words.say(note.evidence),
            )
            for note in card.sources
        ),
        as_of=words.day(card.as_of) if card.as_of else "",
    )


def grounds_of_leg(leg: RefundLeg, words: Words) -> GroundsView | None:
    """Return the grounds of a share, with the day from which its own days were counted."""
    grounds = grounds_of_rule(leg.rule, words)
    if grounds is None or leg.counted_from is None or leg.latest is None:
        return grounds
    counted = "counted_from" if leg.counted_from_known else "counted_from_nearest"
    return replace(grounds, reckoned=(words(counted, day=words.day(leg.counted_from)), *grounds.reckoned))


def _grade(card: RuleCard, words: Words) -> str:
    if card.evidence is None or card.confidence is None:
        return ""
    return words("grounds_grade_value", grade=words.say(card.evidence), confidence=words.say(card.confidence))
