"""Who can be asked about a parcel: one protocol, whether a carrier's own page answers or a service with a key."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Protocol

from okawari.domain.message import Parcel, ParcelEvent
from okawari.domain.tracking.look import Found, Outcome


class NotSeenError(Exception):
    """The record could not be seen; `outcome` says why, `detail` what a person may want to know of it."""

    def __init__(self, outcome: Outcome, detail: str = "") -> None:
        """Keep both."""
        super().__init__(outcome, detail)
        self.outcome = outcome
        self.detail = detail[:100]


@dataclass(frozen=True, slots=True, kw_only=True)
class Asking:
    """One request: a page (`form` is posted where there is one), or with `json` or `headers` an answer of a service.

    What may hold keys or numbers does not show in print.
    """

    url: str = field(repr=False)
    is_page: bool = True
    query: tuple[tuple[str, str], ...] = field(default=(), repr=False)
    form: tuple[tuple[str, str], ...] = field(default=(), repr=False)
    headers: tuple[tuple[str, str], ...] = field(default=(), repr=False)
    json: bytes = field(default=b"", repr=False)


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back: the bytes, and the character set that the server declared ("" for none)."""

    body: bytes
    charset: str = ""


Ask = Callable[[Asking], Answer]
"""Sends a request through the gate; NotSeenError where nothing that can be read came back."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TrackerTerms:
    """A tracker by its `id`: whose parcels it knows (ids of the tracking rules), and the words of its records.

    `keys` are the names of the secrets that it needs. `suspended_since` is the day since which the service is known to be
    shut: it is not asked unless the person wants it, and "not registered" from it says nothing. `old_tls`: its server
    speaks only ciphers that are no longer offered by default. `source` names where its answers were described.
    """

    id: str
    name_ja: str
    name_en: str
    carriers: tuple[str, ...]
    words: Mapping[str, ParcelEvent]
    min_interval_s: float
    source: str
    keys: tuple[str, ...] = ()
    suspended_since: date | None = None
    old_tls: bool = False
    notice_ja: str = ""
    notice_en: str = ""

    @property
    def is_own(self) -> bool:
        """Whether it is the carrier's own page: it needs no key."""
        return not self.keys


@dataclass(frozen=True, slots=True, kw_only=True)
class LookedFor:
    """What is asked: a parcel, now, with the keys by name; `words` are those of the tracker's terms."""

    parcel: Parcel
    now: datetime
    words: Mapping[str, ParcelEvent]
    keys: Mapping[str, str] = field(default_factory=dict, repr=False)


class Tracker(Protocol):
    """Somebody who can be asked about parcels."""

    @property
    def terms(self) -> TrackerTerms:
        """What it knows, and how it may be asked."""
        ...

    def look(self, wanted: LookedFor, ask: Ask) -> Found:
        """Return what its record shows; NotSeenError where it could not be seen."""
        ...


def event_in(words: Mapping[str, ParcelEvent], wording: str) -> ParcelEvent:
    """Return what a record's words mean, `unclear` for words that stand in no list of ours."""
    return words.get(wording, ParcelEvent.UNCLEAR)
