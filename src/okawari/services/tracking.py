"""Look parcels up: whom the person lets us ask, what each answered, and when it may be asked again."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from okawari.domain.case import CaseState
from okawari.domain.japan_time import japan_day
from okawari.domain.message import Parcel
from okawari.domain.parcel_number import plain_number
from okawari.domain.prefectures import PREFECTURES
from okawari.domain.refund import Asked
from okawari.domain.tracking.look import FOLLOWED_FOR, Look, Outcome, Tracked
from okawari.domain.tracking.tracker import Answer, Ask, Asking, LookedFor, NotSeenError, Tracker, TrackerTerms
from okawari.fetching.addresses import PageUnavailableError
from okawari.fetching.api import ApiGate, ApiRequest, ApiUnavailableError
from okawari.fetching.pages import PageGate
from okawari.services.cases import HOME, plans_of
from okawari.services.offers import key_of
from okawari.services.parcels import examine_parcel
from okawari.sources.trackers import shut_carriers, trackers
from okawari.store import choices, orders, tracked
from okawari.store.engine import Store, Transaction
from okawari.store.sealing import UnreadableSecretError
from okawari.store.secrets import Secrets

AT_ONCE = 50
"""How many parcels one round looks up."""
_ON = "tracker."
_OPEN = frozenset({CaseState.SHIPPED, CaseState.CONTRADICTORY, CaseState.CANCELLING})
_STATUS = {401: Outcome.BLOCKED, 403: Outcome.BLOCKED, 429: Outcome.THROTTLED, 451: Outcome.BLOCKED}
_PAGE_TROUBLES = {
    "too_slow": Outcome.TIMEOUT,
    "robots": Outcome.ROBOTS,
    "robots_unknown": Outcome.NO_ANSWER,
    "terms": Outcome.ROBOTS,
    "no_answer": Outcome.NO_ANSWER,
    "no_such_host": Outcome.NO_ANSWER,
}
_API_TROUBLES = {
    "api_throttled": Outcome.THROTTLED,
    "api_forbidden": Outcome.KEY_REFUSED,
    "api_failing": Outcome.NO_ANSWER,
    "api_slow": Outcome.TIMEOUT,
    "api_no_answer": Outcome.NO_ANSWER,
    "api_refused": Outcome.PAGE_CHANGED,
}
_NOTHING_TOLD = (Outcome.NOT_REGISTERED, Outcome.BAD_NUMBER)


@dataclass(frozen=True, slots=True)
class TrackingAccess:
    """What a look needs: the store, the gates, the keys, the clock, and how to wait between two requests to one tracker."""

    store: Store
    pages: PageGate
    api: ApiGate
    secrets: Secrets
    now: Callable[[], datetime]
    sleep: Callable[[float], None] = time.sleep
    asked_at: dict[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Choice:
    """A tracker, and whether the person lets us ask it."""

    terms: TrackerTerms
    on: bool


def chosen(store: Store) -> tuple[Choice, ...]:
    """Return every tracker with whether it is asked; none is to begin with."""
    with store.reading() as transaction:
        made = choices.every(transaction)
    return tuple(Choice(one.terms, made.get(_ON + name) == "on") for name, one in trackers().items())


def tracker_names(locale: str) -> dict[str, str]:
    """Return the names of all trackers by their ids, in Japanese (`ja`) or English."""
    return {name: one.terms.name_ja if locale == "ja" else one.terms.name_en for name, one in trackers().items()}


def choose(store: Store, name: str, *, on: bool) -> None:
    """Keep whether a tracker is asked."""
    with store.writing() as transaction:
        choices.put(transaction, _ON + name, "on" if on else "")


def home(store: Store) -> str:
    """Return the prefecture that goods go to, "" where the person did not tell."""
    with store.reading() as transaction:
        return choices.every(transaction).get(HOME, "")


def live_in(store: Store, prefecture: str) -> bool:
    """Keep the prefecture that goods go to, "" forgets it; return whether it is the name of one."""
    if prefecture and prefecture not in PREFECTURES:
        return False
    with store.writing() as transaction:
        choices.put(transaction, HOME, prefecture)
    return True


def look_up(access: TrackingAccess, number: str, carrier: str | None = None) -> tuple[Tracked, bool]:
    """Return a parcel as it stands, and whether it was looked up now: not where the last look was too short a time ago."""
    parcel = _named(access.store, number, carrier)
    with access.store.writing() as transaction:
        claimed = tracked.claim(transaction, parcel, access.now())
    if claimed is None:
        return kept(access.store, [parcel.number], parcel.carrier)[0], False
    return _looked(access, claimed), True


def look_up_due(access: TrackingAccess) -> Iterator[Tracked]:
    """Look up the parcels of open orders that are due, and yield each as it then stands."""
    if not any(choice.on for choice in chosen(access.store)):
        return
    now = access.now()
    with access.store.writing() as transaction:
        parcels = _open_parcels(transaction, now)
        tracked.follow(transaction, parcels, now)
        claimed = tracked.claim_due(transaction, parcels, now, AT_ONCE)
    for one in claimed:
        yield _looked(access, one)


def kept(store: Store, numbers: Sequence[str], carrier: str = "") -> tuple[Tracked, ...]:
    """Return what is kept of parcels, of one carrier where it is named."""
    with store.reading() as transaction:
        found = tracked.about(transaction, numbers)
    return tuple(one for one in found if carrier in {"", one.parcel.carrier})


def _named(store: Store, number: str, carrier: str | None) -> Parcel:
    """Return the parcel of a number: of the carrier given, else of the one that an order or the number's form names."""
    plain = plain_number(number)
    if carrier:
        return Parcel(carrier=carrier, number=plain)
    known = kept(store, [plain])
    carriers = {one.parcel.carrier for one in known} or set(examine_parcel(plain).carriers)
    return Parcel(carrier=carriers.pop() if len(carriers) == 1 else "unknown", number=plain)


def _open_parcels(transaction: Transaction, now: datetime) -> tuple[Parcel, ...]:
    """Return the parcels of orders that are under way, whose shop told of them lately."""
    lately = orders.with_facts(transaction, ("shipment_notified",), now - FOLLOWED_FOR, now + timedelta(days=1))
    plans = plans_of(transaction, lately, Asked(on=japan_day(now)))
    cases = [plan.case for plan in plans if plan.case.state in _OPEN]
    fresh = [case for case in cases if case.shipped_at is None or now - case.shipped_at <= FOLLOWED_FOR]
    return tuple(dict.fromkeys(parcel for case in fresh for parcel in case.parcels))


def _looked(access: TrackingAccess, before: Tracked) -> Tracked:
    after = before.after(_look(access, before.parcel))
    with access.store.writing() as transaction:
        tracked.keep(transaction, after)
    return after


def _look(access: TrackingAccess, parcel: Parcel) -> Look:
    """Return the first look that saw the record; else the last that did not, by those who know the parcel best."""
    on = {choice.terms.id for choice in chosen(access.store) if choice.on}
    asked = [one for name, one in trackers().items() if name in on and _knows(one.terms, parcel)]
    look = _unasked(access, parcel)
    for tracker in asked:
        look = _look_by(access, tracker, parcel)
        if look.outcome.is_told:
            break
    return look


def _knows(terms: TrackerTerms, parcel: Parcel) -> bool:
    """Return whether a tracker may know the parcel; where nobody named its carrier, each that its number fits."""
    fitting = examine_parcel(parcel.number).carriers if parcel.carrier == "unknown" else (parcel.carrier,)
    return not terms.carriers or any(carrier in terms.carriers for carrier in fitting)


def _unasked(access: TrackingAccess, parcel: Parcel) -> Look:
    shut = [
        one.terms for one in trackers().values() if parcel.carrier in one.terms.carriers and one.terms.suspended_since
    ]
    outcome = Outcome.SUSPENDED if shut else Outcome.NOBODY_ASKED
    return Look(at=access.now(), tracker=shut[0].id if shut else "", outcome=outcome)


def _look_by(access: TrackingAccess, tracker: Tracker, parcel: Parcel) -> Look:
    terms, now = tracker.terms, access.now()

    def failed(outcome: Outcome, detail: str = "") -> Look:
        return Look(at=now, tracker=terms.id, outcome=outcome, detail=detail)

    try:
        found = {name: key_of(access.secrets, name) for name in terms.keys}
    except UnreadableSecretError:
        return failed(Outcome.NO_KEY)
    keys = {name: value for name, value in found.items() if value}
    if len(keys) < len(terms.keys):
        return failed(Outcome.NO_KEY)
    try:
        seen = tracker.look(LookedFor(parcel=parcel, now=now, words=terms.words, keys=keys), _ask(access, terms))
    except NotSeenError as error:
        return failed(error.outcome, error.detail)
    if seen.outcome in _NOTHING_TOLD:
        if _is_shut(parcel):
            return failed(Outcome.SUSPENDED)
        if parcel.carrier == "unknown":
            return failed(Outcome.CARRIER_UNKNOWN)
    return Look(at=now, tracker=terms.id, outcome=seen.outcome, scans=seen.scans)


def _is_shut(parcel: Parcel) -> bool:
    """Return whether the carrier's own record is known to be shut: then nobody's "not registered" says anything."""
    return parcel.carrier in shut_carriers()


def _ask(access: TrackingAccess, terms: TrackerTerms) -> Ask:
    def ask(asking: Asking) -> Answer:
        if not asking.is_page:
            return _of_service(access, terms, asking)
        _take_turn(access, terms)
        return _of_page(access, terms, asking)

    return ask


def _take_turn(access: TrackingAccess, terms: TrackerTerms) -> None:
    wait = access.asked_at.get(terms.id, float("-inf")) + terms.min_interval_s - time.monotonic()
    if wait > 0:
        access.sleep(wait)
    access.asked_at[terms.id] = time.monotonic()


def _of_page(access: TrackingAccess, terms: TrackerTerms, asking: Asking) -> Answer:
    query = "&".join(f"{name}={value}" for name, value in asking.query)
    url = f"{asking.url}?{query}" if query else asking.url
    try:
        page = access.pages.fetch(url, form=asking.form, old_tls=terms.old_tls)
    except PageUnavailableError as error:
        raise NotSeenError(*_page_trouble(error)) from None
    return Answer(page.body, page.charset)


def _page_trouble(error: PageUnavailableError) -> tuple[Outcome, str]:
    if error.code == "status":
        status = int(error.detail)
        server = Outcome.MAINTENANCE if status == 503 else Outcome.NO_ANSWER
        return (server if status >= 500 else _STATUS.get(status, Outcome.PAGE_CHANGED)), error.detail
    return _PAGE_TROUBLES.get(error.code, Outcome.PAGE_CHANGED), error.code


def _of_service(access: TrackingAccess, terms: TrackerTerms, asking: Asking) -> Answer:
    request = ApiRequest(url=asking.url, query=asking.query, headers=asking.headers, json=asking.json)
    try:
        return Answer(access.api.ask(request, terms.min_interval_s))
    except ApiUnavailableError as error:
        outcome = _API_TROUBLES.get(error.problem.code, Outcome.NO_ANSWER)
        if error.problem.detail == "503":
            outcome = Outcome.MAINTENANCE
        raise NotSeenError(outcome, error.problem.detail) from None
