"""A service that tells prices: what its terms bind us to, what is asked of it, and what it answered."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from okawari.domain.candidate import Candidate
from okawari.domain.identifiers import Identifier
from okawari.domain.japan_time import JAPAN
from okawari.domain.offer import Availability
from okawari.domain.problem import Problem


@dataclass(frozen=True, slots=True, kw_only=True)
class OfferTerms:
    """One price service by its `id` and the terms it is used under; `source` names where they were read.

    `price_ttl_s`: how long a price may be kept and shown. `keys` are the names of the secrets it needs, `optional_keys`
    those it may need. `default_on`: whether it is asked without being named. `notice_ja`/`notice_en` tell what a person
    should know before turning it on. `domains` are those of its own pages: an alert links no other. `may_be_watched`: its
    terms do not settle whether new offers may be told, so a search watches it only where the person names it. With `needs_credit` the `credit` line stands on every page that shows its offers.
    """

    id: str
    price_ttl_s: int
    may_store_history: bool
    may_alert: bool
    needs_credit: bool
    needs_timestamp: bool
    min_interval_s: float
    default_on: bool
    keys: tuple[str, ...]
    source: str
    domains: tuple[str, ...]
    may_be_watched: bool = False
    optional_keys: tuple[str, ...] = ()
    credit: str = ""
    credit_url: str = ""
    notice_ja: str = ""
    notice_en: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class OfferQuery:
    """What is looked for: words as one types them into a search, and the product's numbers where they are known."""

    words: str = ""
    identifiers: tuple[Identifier, ...] = ()

    def number(self, *kinds: str) -> str:
        """Return the first number of one of the kinds, "" where none is known."""
        return next((one.value for kind in kinds for one in self.identifiers if one.kind == kind), "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """What one service answered: its offers, or the problem in their place; `missing` are keys that nobody gave."""

    terms: OfferTerms
    offers: tuple[Candidate, ...] = ()
    problem: Problem | None = None
    missing: tuple[str, ...] = ()


def dated(offer: Candidate, terms: OfferTerms, seen_at: datetime) -> Candidate:
    """Return the offer with when it was seen, and until when its terms let its price be shown."""
    until = seen_at + timedelta(seconds=terms.price_ttl_s)
    return replace(offer, seen_on=seen_at.astimezone(JAPAN).date(), fresh_until=until)


def still_fresh(offer: Candidate, now: datetime) -> Candidate:
    """Return the offer, without what must no longer be shown where its time has run out: it is then not ranked."""
    if offer.fresh_until is None or now <= offer.fresh_until:
        return offer
    stale = Problem("offer_stale", "fresh_until", offer.fresh_until.astimezone(JAPAN).strftime("%Y-%m-%d %H:%M"))
    return replace(
        offer,
        price=None,
        shipping=None,
        points=None,
        availability=Availability.UNKNOWN,
        problems=(*offer.problems, stale),
    )
