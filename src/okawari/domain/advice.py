"""What to do next, in order, with the words to send."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from okawari.domain.case import Case
from okawari.domain.merchant import Merchant
from okawari.domain.phrase import Bilingual, Phrase, phrase
from okawari.domain.plan import CauseFinding, Deadline, RefundLeg, Step
from okawari.domain.refund import Asked
from okawari.domain.rule import Rule


@dataclass(frozen=True, slots=True, kw_only=True)
class Advice:
    """Steps in order, days that matter, what is not known, what is lost, and which article conflicts were settled."""

    steps: tuple[Step, ...]
    deadlines: tuple[Deadline, ...] = ()
    unknowns: tuple[Phrase, ...] = ()
    lost: tuple[Phrase, ...] = ()
    conflicts: tuple[str, ...] = ()


def advise(
    case: Case,
    cause: CauseFinding,
    refunds: Sequence[RefundLeg],
    asked: Asked,
    merchants: Mapping[str, Merchant],
    rules: Sequence[Rule],
) -> Advice:
    """Return what the shopper does now and later about this case."""
    merchant = merchants.get(case.merchant or "")
    place = Bilingual(merchant.check_place_ja, merchant.check_place_en) if merchant else ""
    return Advice(steps=(Step(code="check_history", text=phrase("steps.check_history", place=place)),))
