"""Who can be asked about parcels: `tracking.toml` in a source folder holds the terms, `tracking.py` beside it asks and reads."""

from __future__ import annotations

import importlib
import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from okawari.domain.message import ParcelEvent
from okawari.domain.tracking.look import Found
from okawari.domain.tracking.tracker import Ask, LookedFor, Tracker, TrackerTerms
from okawari.errors import UnusableInputError
from okawari.sources import registry

FILE = "tracking.toml"


@dataclass(frozen=True, slots=True)
class Connector:
    """A source folder as a `Tracker`."""

    terms: TrackerTerms
    reads: Callable[[LookedFor, Ask], Found]

    def look(self, wanted: LookedFor, ask: Ask) -> Found:
        """Return what the record shows."""
        return self.reads(wanted, ask)


@cache
def shut_carriers() -> frozenset[str]:
    """Return the carriers whose own record is known to be shut, so that nobody can look a number up there."""
    terms = (_terms(text, where) for _, text, where in registry.texts(FILE))
    return frozenset(carrier for one in terms if one.suspended_since for carrier in one.carriers)


@cache
def trackers() -> dict[str, Tracker]:
    """Return everybody who can be asked, by id: carriers' own pages first, then services with a key."""
    found: list[Tracker] = [
        Connector(_terms(text, where), importlib.import_module(f"{source.package}.tracking").look)
        for source, text, where in registry.texts(FILE)
    ]
    return {one.terms.id: one for one in sorted(found, key=lambda one: not one.terms.is_own)}


def tracker_keys() -> tuple[str, ...]:
    """Return the names of the keys that trackers need."""
    return tuple(key for one in trackers().values() for key in one.terms.keys)


def _terms(text: str, where: str) -> TrackerTerms:
    try:
        table = tomllib.loads(text)
        words = {wording: ParcelEvent(event) for wording, event in table.pop("words").items()}
        carriers, keys = tuple(table.pop("carriers")), tuple(table.pop("keys", ()))
        return TrackerTerms(carriers=carriers, words=words, keys=keys, **table)
    except (tomllib.TOMLDecodeError, TypeError, ValueError, KeyError) as error:
        raise UnusableInputError(str(error), where, "see docs/sources.md, “Parcel look-ups”") from None
