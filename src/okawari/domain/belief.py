"""Which facts a case may rest on: each said once, in the order of time, and not those that a forger could have written."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from functools import total_ordering

from okawari.domain.authenticity import Authenticity, Verdict
from okawari.domain.facts import (
    CancelNotified,
    CancelRequested,
    CardUsed,
    ConditionTold,
    Contacted,
    DelayNotified,
    Fact,
    GotAgain,
    OfferedAgain,
    OrderPlaced,
    OrderRenumbered,
    ParcelScanned,
    PaymentFailed,
    PersonSaid,
    PhishingReceived,
    PriceSeen,
    Provenance,
    RefundIssued,
    RefundSeen,
    ReservedElsewhere,
    SellerWrote,
    ShipmentNotified,
    SubstituteOffered,
    SubstituteTold,
)
from okawari.domain.japan_time import in_japan
from okawari.domain.statement_facts import StatementLineSeen

_RANK = {Verdict.GENUINE: 0, Verdict.UNPROVEN: 1, Verdict.PHISHING: 2}
_LIFE = (
    OrderPlaced,
    OrderRenumbered,
    PaymentFailed,
    DelayNotified,
    SellerWrote,
    SubstituteOffered,
    CancelRequested,
    ShipmentNotified,
    ParcelScanned,
    CancelNotified,
    RefundIssued,
    CardUsed,
    RefundSeen,
    StatementLineSeen,
    OfferedAgain,
    PersonSaid,
    Contacted,
    ReservedElsewhere,
    PriceSeen,
    SubstituteTold,
    ConditionTold,
    GotAgain,
    PhishingReceived,
)
_DATED = ConditionTold | Contacted | ReservedElsewhere | SubstituteTold | GotAgain
"""What a person may say again in the same words at another time, and mean it anew."""
_NOWHERE = Provenance(evidence="", file="", reader="", reader_version=0, authenticity=Authenticity(Verdict.UNPROVEN))
_NEVER = datetime.max.replace(tzinfo=UTC)
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Weighed:
    """The facts of one order: `believed` make the case, `set_aside` and `forged` are only shown."""

    believed: tuple[Fact, ...]
    set_aside: tuple[Fact, ...]
    forged: tuple[Fact, ...]


def instant(at: datetime | None) -> datetime:
    """Return a time that compares: one without a zone is Japan's, none at all comes last."""
    if at is None:
        return _NEVER
    return in_japan(at)


def distinct(facts: Iterable[Fact]) -> tuple[Fact, ...]:
    """Return the facts in the order of time, what was said twice in the same words (a copy, a forward) only once.

    Of copies the best proven one stays, then the earliest. Where no order is named, only words of the same minute are
    copies: two orders of one shop can die of the same words.
    """
    kept: dict[object, Fact] = {}
    for fact in sorted(facts, key=_trust_then_time):
        kept.setdefault(_content(fact), fact)
    return in_order(kept.values())


def in_order(facts: Iterable[Fact]) -> tuple[Fact, ...]:
    """Return the facts in the order of time; at one time in the order of an order's life."""
    return tuple(sorted(facts, key=_time_then_life))


def weigh(facts: Sequence[Fact]) -> Weighed:
    """Sort the facts of one order by what they may do to the case.

    Forged ones change nothing. Where a genuine mail tells the same kind of thing, unproven ones of that kind are set
    aside: nobody can bend what a genuine mail said. The person's own files stand beside the mails. That orders have new
    numbers is believed of a genuine mail only: else a stranger could put two orders together.
    """
    forged = tuple(fact for fact in facts if is_forged(fact))
    honest = [fact for fact in facts if not is_forged(fact)]
    proven = {_kind(fact) for fact in honest if verdict(fact) is Verdict.GENUINE}
    doubted = [fact for fact in honest if verdict(fact) is Verdict.UNPROVEN and not is_own(fact)]
    aside = [fact for fact in doubted if _kind(fact) in proven]
    aside += [fact for fact in honest if isinstance(fact, OrderRenumbered) and not joins(fact)]
    return Weighed(tuple(fact for fact in honest if fact not in aside), in_order(dict.fromkeys(aside)), forged)


def joins(fact: OrderRenumbered) -> bool:
    """Return whether the numbers may be taken for one order: only the shop's own proven mail says so, no seller's."""
    judged = fact.provenance.authenticity
    return judged.verdict is Verdict.GENUINE and all(reason.code != "relayed" for reason in judged.reasons)


def weakest(facts: Iterable[Fact]) -> Authenticity | None:
    """Return the authenticity of the least proven of the facts, the earliest of equals; None for no facts.

    The person's own files only count where there is no mail: they make none of them less genuine.
    """
    listed = list(facts)
    mails = [fact for fact in listed if not is_own(fact)]
    by_weight = sorted(mails or listed, key=lambda fact: (-_RANK[verdict(fact)], _time_then_life(fact)))
    return by_weight[0].provenance.authenticity if by_weight else None


def is_forged(fact: Fact) -> bool:
    """Return whether the fact comes from a mail that was taken for phishing."""
    return isinstance(fact, PhishingReceived) or verdict(fact) is Verdict.PHISHING


def is_own(fact: Fact) -> bool:
    """Return whether the fact comes from a file that the person fetched from the shop."""
    return fact.provenance.authenticity.own_file


def verdict(fact: Fact) -> Verdict:
    """Return what was judged of the evidence that the fact was read from."""
    return fact.provenance.authenticity.verdict


def _kind(fact: Fact) -> tuple[type[Fact], str]:
    if isinstance(fact, ParcelScanned):
        return type(fact), f"{fact.event} {fact.parcel.number}"
    return type(fact), fact.kind.value if isinstance(fact, ShipmentNotified | DelayNotified) else ""


def _content(fact: Fact) -> object:
    minute = (
        None if fact.order and not isinstance(fact, _DATED) else (instant(fact.at) - _EPOCH) // timedelta(minutes=1)
    )
    return type(fact), minute, replace(fact, at=None, provenance=_NOWHERE)


def _trust_then_time(fact: Fact) -> tuple[object, ...]:
    return (_RANK[verdict(fact)], *_time_then_life(fact))


def _time_then_life(fact: Fact) -> tuple[object, ...]:
    provenance = fact.provenance
    return instant(fact.at), _LIFE.index(type(fact)), provenance.evidence, provenance.file, _LastResort(fact)


@total_ordering
@dataclass(frozen=True, slots=True, eq=False)
class _LastResort:
    """Orders facts of one mail that time and kind do not tell apart; writing a fact out is slow, so only then."""

    fact: Fact

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _LastResort) and repr(self.fact) == repr(other.fact)

    def __lt__(self, other: _LastResort) -> bool:
        return repr(self.fact) < repr(other.fact)

    def __hash__(self) -> int:
        return hash(self.fact)
