"""Parcels of a case, and who can be asked about them, as pages show them."""

from __future__ import annotations

from dataclasses import dataclass

from okawari.domain.message import Parcel
from okawari.domain.plan import Plan
from okawari.domain.tracking.finding import Finding
from okawari.i18n.tracking import look_line, scan_line
from okawari.services.tracking import Choice, tracker_names
from okawari.web.views.grounds import GroundsView, grounds_of_rule
from okawari.web.views.state import State
from okawari.web.words import Words

_STATES = {
    Finding.DELIVERED: State.DONE,
    Finding.MOVING: State.PLANNED,
    Finding.ANNOUNCED: State.PLANNED,
    Finding.NOT_YET: State.PLANNED,
    Finding.LOOK_AGAIN: State.PLANNED,
} | dict.fromkeys((Finding.ASK_SENDER, Finding.GATHER, Finding.RETURNED, Finding.HELD_UP), State.LATE)


@dataclass(frozen=True, slots=True, kw_only=True)
class ParcelView:
    """One parcel: its carrier and number, how it stands, and what looks showed; `scan` is the record's last line."""

    carrier: str
    number: str
    state: State
    outcome: str
    scan: str
    before: str
    note: str
    next: str
    grounds: GroundsView | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ChoiceView:
    """Somebody who can be asked: the name of the field, and what a person should know before."""

    field: str
    name: str
    on: bool
    notes: tuple[str, ...]


def parcel_views(plan: Plan, words: Words) -> tuple[ParcelView, ...]:
    """Return the parcels of a case in the order in which they were told of."""
    return tuple(_parcel(plan, parcel, words) for parcel in plan.case.parcels)


def _parcel(plan: Plan, parcel: Parcel, words: Words) -> ParcelView:
    trace = next((one for one in plan.traces if one.parcel.number == parcel.number), None)
    carrier = words.words(f"carriers.{parcel.carrier}")
    last = trace.tracked.last if trace else None
    if trace is None or last is None:
        never = words.words("parcels.never_looked")
        return ParcelView(
            carrier=carrier,
            number=parcel.number,
            state=State.UNKNOWN,
            outcome=never,
            scan="",
            before="",
            note="",
            next="",
            grounds=None,
        )
    tracked, told = trace.tracked, trace.tracked.told
    names = tracker_names(words.locale)
    again = words.words("parcels.next_at", when=tracked.next_at) if tracked.next_at else ""
    return ParcelView(
        carrier=carrier,
        number=parcel.number,
        state=_STATES.get(trace.finding, State.UNKNOWN),
        outcome=look_line(last, words.locale, names),
        scan=scan_line(trace.scan, words.locale) if trace.scan else "",
        before=look_line(told, words.locale, names) if told and told != last else "",
        note="" if last.outcome.is_told else words.words("parcels.not_against"),
        next=words.words(f"parcels.closed_{tracked.closed}") if tracked.closed else again,
        grounds=grounds_of_rule(trace.rule, words),
    )


def choice_view(choice: Choice, words: Words) -> ChoiceView:
    """Return somebody who can be asked."""
    terms, japanese = choice.terms, words.locale == "ja"
    notes = [terms.notice_ja if japanese else terms.notice_en]
    if terms.suspended_since:
        notes.append(words.words("parcels.suspended_note", day=terms.suspended_since))
    if terms.keys:
        notes.append(words.words("parcels.key_needed", names=", ".join(terms.keys)))
    return ChoiceView(
        field=f"on.{terms.id}",
        name=terms.name_ja if japanese else terms.name_en,
        on=choice.on,
        notes=tuple(note for note in notes if note),
    )
