"""Listings of private sellers in mails of saved searches: those of a file, and those that are kept."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Final

from okawari.domain.authenticity import Verdict
from okawari.domain.candidate import Candidate, Wanted
from okawari.domain.judge import Trust
from okawari.domain.message import MessageKind
from okawari.domain.problem import Problem
from okawari.domain.same_thing import Likeness, Sameness, Thing, compare
from okawari.reading.listings import listings_in
from okawari.reading.mail.intake import Unreadable, mails_inside
from okawari.reading.offers import Offers
from okawari.services.household import Household
from okawari.services.opening import open_mail
from okawari.services.read import understand
from okawari.sources import registry
from okawari.sources.saved_searches import listing_sites
from okawari.store import evidence

_TELLS_LISTINGS: Final = frozenset({MessageKind.OTHER, MessageKind.PROMOTION, MessageKind.RESTOCK})
_LAST: Final = timedelta(days=14)
"""Listings of private sellers rarely stand longer: our own choice."""
_MOST_KEPT: Final = 200


def listings_of(raw: bytes, name: str, trust: Trust) -> tuple[tuple[Candidate, ...], tuple[Problem, ...]]:
    """Return the listings of the mails in a file, and what is wrong; at least one of both.

    A forged mail tells none, nor does one that speaks of an order.
    """
    found: list[Candidate] = []
    problems: list[Problem] = []
    for one in mails_inside(raw, name):
        if isinstance(one, Unreadable):
            problems.append(one.problem)
            continue
        mail = open_mail(one.raw, one.file, trust)
        reading = understand(mail, trust)
        if reading.authenticity.verdict is Verdict.PHISHING:
            problems.append(Problem("listing_mail_forged", one.file))
        elif reading.understood.kind in _TELLS_LISTINGS:
            found += [listing for heard in (mail, *mail.forwarded) for listing in listings_in(heard, listing_sites())]
    if not found and not problems:
        problems.append(Problem("mail_without_listing", name))
    return _newest(found), tuple(problems)


def with_kept(household: Household, offers: Offers, now: datetime) -> Offers:
    """Return offers together with the listings of the wanted thing in kept mails."""
    known = {one.url for one in offers.candidates}
    kept = kept_listings(household, offers.wanted, now, known)
    return replace(offers, candidates=(*offers.candidates, *kept))


def kept_listings(
    household: Household, wanted: Wanted, now: datetime, known: Collection[str] = ()
) -> tuple[Candidate, ...]:
    """Return the listings of the wanted thing, used ones too, in mails of the last days that are kept.

    Those at `known` addresses are left out.
    """
    thing = Thing(wanted.title, wanted.identifiers)
    told = told_by_mail(household, {site.mall for site in listing_sites()}, now)
    likeness = ((one, compare(thing, one)) for one in told if one.url not in known)
    return tuple(one for one, found in likeness if is_the_thing(found))


def is_the_thing(likeness: Likeness) -> bool:
    """Tell whether a listing is of the thing that is wanted, new or used."""
    used = likeness.sameness is Sameness.VARIANT and set(likeness.reasons) == {"used"}
    return used or likeness.sameness is Sameness.SAME


def told_by_mail(household: Household, malls: Collection[str], now: datetime) -> tuple[Candidate, ...]:
    """Return the listings of some markets in mails of the last days that are kept, each as the last mail tells it."""
    sites = tuple(site for site in listing_sites() if site.mall in malls)
    with household.store.reading() as transaction:
        mails = [
            found
            for merchant in sorted(_senders(site.merchant for site in sites))
            for one in evidence.last_kept(transaction, evidence.Wanted(merchant=merchant), _MOST_KEPT)
            if one.sent_at is not None and now - _LAST <= one.sent_at <= now
            if one.kind in _TELLS_LISTINGS and one.verdict != Verdict.PHISHING
            if (found := evidence.raw(transaction, one.sha256)) is not None
        ]
    return _newest(
        listing for source, raw in mails for listing in listings_in(open_mail(raw, source, household.trust), sites)
    )


def _senders(merchants: Iterable[str]) -> set[str]:
    """Return merchants with all that send from the same domains: a mail of Yahoo! may be in the name of any of its shops."""
    known = registry.merchants()
    domains = {domain for one in merchants if one in known for domain in known[one].mail_domains}
    return {name for name, one in known.items() if not domains.isdisjoint(one.mail_domains)}


def _newest(listings: Iterable[Candidate]) -> tuple[Candidate, ...]:
    """Return each listing once, as the last mail tells it."""
    by_age = sorted(listings, key=lambda one: one.seen_at.timestamp() if one.seen_at else 0.0)
    return tuple({one.url: one for one in by_age}.values())
