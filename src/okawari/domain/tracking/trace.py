"""What the looks at an order's parcels say of it: how far each is, and what does not fit what the mails claim."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, timedelta

from okawari.domain.authenticity import Authenticity, Reason, Verdict
from okawari.domain.belief import instant
from okawari.domain.case import Case, TimelineEntry
from okawari.domain.facts import ParcelScanned, Provenance
from okawari.domain.japan_time import japan_day
from okawari.domain.message import Parcel, ParcelEvent
from okawari.domain.phrase import phrase
from okawari.domain.rule import Rule
from okawari.domain.scanned import same_parcel
from okawari.domain.tracking.finding import Finding, Trace, begun_at, place_of
from okawari.domain.tracking.look import Look, Outcome, Tracked

_DOMESTIC = frozenset(
    {"yamato", "sagawa", "japanpost_domestic", "japanpost_registered", "seino", "fukuyama", "unknown"}
)
_HOUR = timedelta(hours=1)


_BY_VERDICT = {
    "normal": Finding.NOT_YET,
    "watch": Finding.LOOK_AGAIN,
    "ask": Finding.ASK_SENDER,
    "gather": Finding.GATHER,
}
_HELD_UP = frozenset({ParcelEvent.EXCEPTION, ParcelEvent.FAILED_ATTEMPT, ParcelEvent.HELD})


def record_facts(tracked: Iterable[Tracked], home: str = "") -> Iterator[ParcelScanned]:
    """Yield the lines of the records that were looked up, as what the carrier said of the parcels.

    The record of a parcel that was delivered in another prefecture than `home` ("" where nobody told) is left out: it may
    be somebody else's.
    """
    for one in tracked:
        look = one.told
        if look is None or _elsewhere(look, home):
            continue
        begun = begun_at(look)
        for scan in look.scans:
            yield ParcelScanned(
                merchant=None,
                order="",
                at=scan.at or look.at,
                provenance=Provenance(
                    evidence="",
                    file="",
                    reader=look.tracker,
                    reader_version=1,
                    authenticity=Authenticity(Verdict.GENUINE, (Reason("looked_up"),)),
                ),
                event=scan.event,
                parcel=one.parcel,
                wording=scan.wording,
                place=place_of(scan),
                since=begun,
            )


def traces(case: Case, tracked: Sequence[Tracked], rules: Sequence[Rule], home: str = "") -> tuple[Trace, ...]:
    """Return what is known of each parcel of a case that was looked up; `rules` are those of the domain `parcels`."""
    by_id = {rule.id: rule for rule in rules}
    found = ((parcel, _of(parcel, tracked)) for parcel in case.parcels)
    return tuple(_trace(case, one, by_id, home) for _, one in found if one)


def with_looks(timeline: Iterable[TimelineEntry], followed: Iterable[Trace]) -> tuple[TimelineEntry, ...]:
    """Return a timeline with the last look at each parcel, and the last that saw its record."""
    lines = list(timeline)
    for one in followed:
        looks = {look.at: look for look in (one.tracked.told, one.tracked.last) if look}
        for look in looks.values():
            carrier = phrase(f"carriers.{one.parcel.carrier}")
            outcome = phrase(f"parcels.outcome_{look.outcome}")
            what = phrase("timeline.looked_up", carrier=carrier, number=one.parcel.number, outcome=outcome)
            lines.append(TimelineEntry(at=look.at, what=what, evidence="", file="", believed=True))
    return tuple(sorted(lines, key=lambda line: instant(line.at)))


def contradiction_ends(case: Case, rules: Iterable[Rule]) -> datetime | None:
    """Return until when it makes sense to wait where an order is shipped and cancelled at once. TRK-CONTRA-01."""
    waits = next((rule for rule in rules if rule.id == "TRK-CONTRA-01"), None)
    said = [at for at in (case.shipped_at, case.cancelled_at) if at]
    if waits is None or not said:
        return None
    return max(said, key=lambda at: at.timestamp()) + timedelta(hours=int(str(waits.then["wait_hours"])))


def _of(parcel: Parcel, tracked: Sequence[Tracked]) -> Tracked | None:
    return next((one for one in tracked if same_parcel(parcel, one.parcel)), None)


def _trace(case: Case, tracked: Tracked, rules: dict[str, Rule], home: str) -> Trace:
    look = tracked.told
    if look is None:
        return Trace(tracked=tracked, finding=Finding.NOT_SEEN)
    if look.outcome is Outcome.NOT_REGISTERED:
        return _unregistered(case, tracked, look, rules)
    if look.outcome is Outcome.BAD_NUMBER:
        return Trace(tracked=tracked, finding=Finding.BAD_NUMBER)
    scan = look.scans[-1] if look.scans else None
    return Trace(tracked=tracked, finding=_of_record(look, case.placed_on, home), scan=scan)


def _of_record(look: Look, placed_on: date | None, home: str) -> Finding:
    begun = begun_at(look)
    if placed_on and begun and japan_day(begun) < placed_on:
        return Finding.OTHER_PARCEL
    if _elsewhere(look, home):
        return Finding.DELIVERED_ELSEWHERE
    if look.outcome is Outcome.ANNOUNCED:
        return Finding.ANNOUNCED
    events = [scan.event for scan in look.scans]
    if ParcelEvent.RETURNED in events:
        return Finding.RETURNED
    if ParcelEvent.DELIVERED in events:
        return Finding.DELIVERED
    return Finding.HELD_UP if events and events[-1] in _HELD_UP else Finding.MOVING


def _elsewhere(look: Look, home: str) -> bool:
    delivered = [scan for scan in look.scans if scan.event is ParcelEvent.DELIVERED]
    return bool(home and delivered and delivered[-1].prefecture and delivered[-1].prefecture != home)


def _unregistered(case: Case, tracked: Tracked, look: Look, rules: dict[str, Rule]) -> Trace:
    """Return what a number that is not registered means, counted from the shop's notice to the look."""
    if case.shipped_at is None:
        return Trace(tracked=tracked, finding=Finding.NOT_YET)
    hours = max(0, int((look.at - case.shipped_at) / _HOUR))
    carrier = tracked.parcel.carrier
    lives: object = rules["TRK-UNREG-06"].then["days"]
    days = lives.get(carrier) if isinstance(lives, dict) else None
    if days is not None and hours > int(days) * 24:
        return Trace(tracked=tracked, finding=Finding.TOO_OLD, rule="TRK-UNREG-06", hours=hours)
    abroad = rules["TRK-UNREG-05"]
    if carrier not in _DOMESTIC and hours < int(str(abroad.then["to_hours"])):
        return Trace(tracked=tracked, finding=Finding.LOOK_AGAIN, rule=abroad.id, hours=hours)
    for rule in rules.values():
        if rule.when["topic"] == "unregistered" and _covers(rule, hours):
            finding = _BY_VERDICT[str(rule.then["verdict"])]
            return Trace(tracked=tracked, finding=finding, rule=rule.id, hours=hours)
    return Trace(tracked=tracked, finding=Finding.NOT_YET, hours=hours)


def _covers(rule: Rule, hours: int) -> bool:
    until = rule.then.get("to_hours")
    return int(str(rule.then["from_hours"])) <= hours and (until is None or hours < int(str(until)))
