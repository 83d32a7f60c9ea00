"""Shares of money as a page shows them."""

from __future__ import annotations

from dataclasses import dataclass

from okawari.domain.phrase import Phrase, phrase
from okawari.domain.plan import Candidate, Plan, RefundLeg
from okawari.domain.returns import NO_RETURN
from okawari.i18n.money import candidate_text, seen_text
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


@dataclass(frozen=True, slots=True, kw_only=True)
class LegView:
    """One share: how it was paid (if that is `known`), how much, where it goes, when, on what grounds, and what may hold instead.

    `seen` says how it is known to be back, "" where it is not; `candidates` are rows that may be it.
    """

    name: str

    known: bool
    method: str
    amount: str
    destination: str
    state: State
    when: str
    returns: bool
    bar: DateBar | None
    texts: tuple[str, ...]
    condition: str
    action: str
    ask: str
    grounds: GroundsView | None
    seen: str = ""
    candidates: tuple[CandidateView, ...] = ()
    or_else: tuple[LegView, ...] = ()


def leg_views(plan: Plan, words: Words) -> tuple[LegView, ...]:
    """Return the shares of a plan."""
    return tuple(_leg(leg, words) for leg in plan.refunds)


def _leg(leg: RefundLeg, words: Words) -> LegView:
    said = (leg.statement_hint, *leg.notes)
    return LegView(
        name=leg.name,
        known=leg.method != UNKNOWN_METHOD,
        method=method_shown(leg, words),
        amount=words.money(leg.amount) if leg.amount else words("amount_unknown"),
        destination=words.known(f"refunds.to_{leg.destination}", "not_known"),
        state=state_of_leg(leg, words.today),
        when="" if leg.seen else _when(leg, words),
        returns=leg.destination not in NO_RETURN,
        bar=None if leg.seen else date_bar(leg, words.today),
        texts=tuple(dict.fromkeys(words.say(text) for text in said if text)) if not leg.seen else (),
        condition=_said(leg.condition, words),
        action="" if leg.seen else _said(leg.action, words),
        ask="" if leg.seen else _said(leg.ask, words),
        grounds=grounds_of_leg(leg, words),
        seen=seen_text(leg.seen, words.locale) if leg.seen else "",
        candidates=tuple(_candidate(one, words) for one in leg.candidates),
        or_else=() if leg.seen else tuple(_leg(other, words) for other in leg.or_else),
    )


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
    if leg.destination in NO_RETURN:
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
