"""Shares of money as a page shows them."""

from __future__ import annotations

from dataclasses import dataclass

from okawari.domain.phrase import Phrase, phrase
from okawari.domain.plan import OWN_WORD, Candidate, Plan, RefundLeg
from okawari.domain.refund.wording import look_phrase, place_of
from okawari.domain.returns import comes_back
from okawari.i18n.money import candidate_text, refused_text, seen_text
from okawari.web.views.date_bar import DateBar, date_bar
from okawari.web.views.grounds import GroundsView, grounds_of_leg
from okawari.web.views.state import State, state_of_leg
from okawari.web.words import Words

UNKNOWN_METHOD = "unknown"


@dataclass(frozen=True, slots=True)
class CandidateView:
    """A question whether rows are a share's money; `id` says which, in a form."""

    id: str
    question: str
    yes: str
    no: str


@dataclass(frozen=True, slots=True)
class AnswersView:
    """What the person can say of one share by one tap.

    `seen` says how it is known to be back ("" where it is not) and `seen_id` names that, to be refused; `own_word` names that the
    person saw it elsewhere ("" where there is nothing to see); `candidates` are rows
    that may be it, `refused` (name and words) those that are not, and `refused_title` says how many.
    """

    leg: str
    seen: str
    seen_id: str
    own_word: str
    candidates: tuple[CandidateView, ...]
    refused: tuple[tuple[str, str], ...]
    refused_title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LegView:
    """One share: how it was paid (if that is `known`), how much, where it goes, when, on what grounds, and what may hold instead."""

    known: bool
    method: str
    amount: str
    destination: str
    state: State
    when: str
    look: str
    returns: bool
    bar: DateBar | None
    texts: tuple[str, ...]
    condition: str
    action: str
    ask: str
    grounds: GroundsView | None
    answers: AnswersView
    or_else: tuple[LegView, ...] = ()


def leg_views(plan: Plan, words: Words) -> tuple[LegView, ...]:
    """Return the shares of a plan."""
    return tuple(_leg(leg, words) for leg in plan.refunds)


def _leg(leg: RefundLeg, words: Words) -> LegView:
    said = (leg.statement_hint, *leg.notes)
    return LegView(
        known=leg.method != UNKNOWN_METHOD,
        method=method_shown(leg, words),
        amount=words.money(leg.amount) if leg.amount else words("amount_unknown"),
        destination=words.known(f"refunds.to_{leg.destination}", "not_known"),
        state=state_of_leg(leg, words.today),
        when="" if leg.seen or leg.said_back else _when(leg, words),
        look=look_shown(leg, words),
        returns=comes_back(leg),
        bar=None if leg.seen or leg.said_back else date_bar(leg, words.today),
        texts=tuple(dict.fromkeys(words.say(text) for text in said if text)) if not leg.seen else (),
        condition=_said(leg.condition, words),
        action="" if leg.seen else _said(leg.action, words),
        ask="" if leg.seen else _said(leg.ask, words),
        grounds=grounds_of_leg(leg, words),
        answers=answers_view(leg, words),
        or_else=() if leg.seen else tuple(_leg(other, words) for other in leg.or_else),
    )


def answers_view(leg: RefundLeg, words: Words) -> AnswersView:
    """Return what the person can say of a share."""
    return AnswersView(
        leg=leg.name,
        seen=seen_text(leg.seen, words.locale) if leg.seen else "",
        seen_id=leg.seen.candidate.name if leg.seen else "",
        own_word="" if leg.seen or not comes_back(leg) or not place_of(leg) else OWN_WORD.name,
        candidates=tuple(_candidate(one, words) for one in leg.candidates),
        refused=tuple((one.name, refused_text(one, words.locale)) for one in leg.refused),
        refused_title=words.words("money.refused", count=len(leg.refused)),
    )


def look_shown(leg: RefundLeg, words: Words) -> str:
    """Return where and from when a share can be seen, "" where it was seen or never comes."""
    return "" if leg.seen else _said(look_phrase(leg), words)


def _candidate(candidate: Candidate, words: Words) -> CandidateView:
    of = "" if candidate.rows else "_account"
    return CandidateView(
        candidate.name,
        candidate_text(candidate, words.locale),
        words.say(phrase(f"money.yes{of}")),
        words.say(phrase(f"money.no{of}")),
    )


def method_shown(leg: RefundLeg, words: Words) -> str:
    """Return the name of a share's way of paying, with its kind."""
    if leg.method == UNKNOWN_METHOD:
        return words("paid_unknown")
    name = words.method(leg.method)
    if not leg.kind:
        return name
    return words("method_of_kind", method=name, kind=words.known(f"web.kind_{leg.kind}", "kind_other"))


def _when(leg: RefundLeg, words: Words) -> str:
    if not comes_back(leg):
        return ""
    if leg.latest is None:
        return words("when_unknown")
    if leg.typical and words.today <= leg.typical < leg.latest:
        return words(
            "when_typical", day=words.day(leg.typical), left=words.left(leg.typical), latest=words.day(leg.latest)
        )
    return words("when_latest", day=words.day(leg.latest), left=words.left(leg.latest))


def _said(phrase: Phrase | None, words: Words) -> str:
    return words.say(phrase) if phrase else ""
