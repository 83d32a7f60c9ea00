"""What to do next, in order, with the days that matter and the words to send."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import timedelta

from okawari.domain.advice.cancelled import after_cancel, after_refund
from okawari.domain.advice.conflicts import settled_conflicts
from okawari.domain.advice.phishing import after_phishing
from okawari.domain.advice.preorders import NOTHING_MOVES, about_preorder
from okawari.domain.advice.scene import Advice, Scene
from okawari.domain.advice.seller import answer_seller
from okawari.domain.advice.waiting import while_waiting
from okawari.domain.authenticity import Verdict
from okawari.domain.case import Case, CaseState
from okawari.domain.contact import Party, first_with
from okawari.domain.guarantee import chargeback_at, claim_window
from okawari.domain.japan_time import japan_day
from okawari.domain.merchant import Merchant
from okawari.domain.parcel_number import fails_check
from okawari.domain.phrase import Phrase, phrase
from okawari.domain.plan import CauseFinding, Deadline, RefundLeg, Step
from okawari.domain.preorder import Standing
from okawari.domain.refund import Asked
from okawari.domain.rule import Rule
from okawari.domain.told import is_told
from okawari.domain.tracking.finding import Trace
from okawari.domain.tracking.trace import contradiction_ends
from okawari.domain.wait import wait_of

__all__ = ["Advice", "advise"]

_DISPUTABLE = ("original_card", "original_bank_account_or_card_balance")
_DECIDE_DISPUTE = timedelta(days=100)  # NET-ESC-01: well before the networks' 120 days
_OVER = (CaseState.CANCELLED, CaseState.REFUND_PENDING, CaseState.REFUNDED)


def advise(
    case: Case,
    cause: CauseFinding,
    refunds: Sequence[RefundLeg],
    *,
    asked: Asked,
    merchants: Mapping[str, Merchant],
    marketplace: Sequence[Rule],
    parcels: Sequence[Rule],
    carriers: Sequence[Rule] = (),
    shut: Collection[str] = (),
    traces: Sequence[Trace] = (),
) -> Advice:
    """Return what the shopper does now and later about this case, the most urgent first.

    `marketplace` and `parcels` are the rules of these domains: they date the mall's guarantee, and how long one waits for
    a contradiction to settle. `carriers` are those of the domain `tracking`, which tell false numbers; `shut` are carriers
    whose record nobody can look up. `traces` are what is known of the parcels.
    """
    settles = contradiction_ends(case, parcels)
    window = claim_window(case, marketplace, first_with(case.contacts, Party.SELLER))
    scene = Scene(
        case=case,
        cause=cause,
        refunds=tuple(refunds),
        asked=asked,
        merchant=merchants.get(case.merchant or ""),
        traces=tuple(traces),
        false_numbers=frozenset(parcel.number for parcel in case.parcels if fails_check(parcel, carriers)),
        shut=frozenset(shut),
        settles_on=japan_day(settles) if settles else None,
        window=window,
        wait=wait_of(case, window),
    )
    steps = tuple(_steps(scene))
    return Advice(
        steps=steps,
        deadlines=tuple(sorted(_deadlines(scene), key=lambda deadline: deadline.on)),
        unknowns=(*_unknowns(scene), *_unknown_round(scene)),
        wait=scene.wait,
        conflicts=settled_conflicts(scene, steps),
    )


def _steps(scene: Scene) -> Iterator[Step]:
    case = scene.case
    if case.authenticity.verdict is Verdict.PHISHING:
        yield from after_phishing(scene)
    elif case.state is CaseState.REFUNDED:
        yield from after_refund(scene)
    elif case.state in _OVER or (case.partial and case.state is not CaseState.CONTRADICTORY):
        yield from after_cancel(scene)
    elif case.shop_waits:
        yield from answer_seller(scene)
    else:
        yield from while_waiting(scene)
        yield from about_preorder(scene)


def _deadlines(scene: Scene) -> Iterator[Deadline]:
    if not scene.nothing_paid and scene.case.state not in {CaseState.DELIVERED, CaseState.REFUNDED}:
        yield from scene.window
    yield from _days_of_preorder(scene)
    for leg in (leg for leg in scene.refunds if not leg.seen):
        if leg.remind_on:
            yield Deadline(what="look_for_refund", on=leg.remind_on, rule=leg.rule, leg=leg.name)
        if leg.overdue_on:
            yield Deadline(what="refund_overdue", on=leg.overdue_on, rule=leg.rule, leg=leg.name)
        if leg.destination in _DISPUTABLE and leg.counted_from and not chargeback_at(scene.case):
            decide_on = leg.counted_from + _DECIDE_DISPUTE
            yield Deadline(what="decide_chargeback", on=decide_on, rule="NET-ESC-01", leg=leg.name)


def _days_of_preorder(scene: Scene) -> Iterator[Deadline]:
    case = scene.case
    if case.authenticity.verdict is Verdict.PHISHING:
        return
    if case.release_on and case.state in NOTHING_MOVES:
        yield Deadline(what="release", on=case.release_on)
    for one in case.reservations:
        if one.standing is Standing.HELD and one.cancel_by:
            yield Deadline(what="spare_cancel_by", on=one.cancel_by)
    if scene.wait and scene.wait.decide_by:
        yield Deadline(what="decide_wait", on=scene.wait.decide_by, rule=scene.wait.rule)


def _unknowns(scene: Scene) -> Iterator[Phrase]:
    case = scene.case
    if case.authenticity.verdict is Verdict.PHISHING:
        return
    sent = not (is_told(case.authenticity) or case.authenticity.own_file)
    if case.authenticity.verdict is Verdict.UNPROVEN and sent:
        yield phrase("unknowns.authenticity", place=scene.place)
    if not scene.number:
        yield phrase("unknowns.order", place=scene.place)
    if case.state in _OVER or case.partial:
        if any(leg.method == "unknown" for leg in scene.refunds):
            yield phrase("unknowns.payment")
        if scene.card_capture_unknown:
            yield phrase("unknowns.captured")
        if case.amount_due is None and not scene.nothing_paid:
            yield phrase("unknowns.amount")
        elif any(leg.amount is None for leg in scene.refunds):
            yield phrase("unknowns.shares")
        if case.cancelled_at is None:
            yield phrase("unknowns.cancel_day")


def _unknown_round(scene: Scene) -> Iterator[Phrase]:
    loss = scene.case.round_loss
    if loss and loss.open and scene.case.authenticity.verdict is not Verdict.PHISHING:
        yield phrase(f"unknowns.round_{loss.open}", rule="MKT-COLLATERAL-01")
