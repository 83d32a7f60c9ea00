"""Whether what was cancelled was seen on sale again, at the shop or seller that cancelled it: shown, never called a lie."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from urllib.parse import urlsplit

from okawari.domain.authenticity import Verdict
from okawari.domain.belief import instant
from okawari.domain.candidate import AS_NEW
from okawari.domain.case import Again, Case, TimelineEntry
from okawari.domain.guarantee import is_mall
from okawari.domain.history import History, State, minute_of, moment_of
from okawari.domain.hosts import belongs
from okawari.domain.merchant import Merchant
from okawari.domain.message import CauseCode, Item
from okawari.domain.phrase import Phrase, phrase
from okawari.domain.shop_name import folded

AMAZON_ITSELF = "amazon"
"""The fragment of an address under which the past of Amazon's own price is kept."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RestockMail:
    """A shop's own mail that something is on sale again: `sellers` are the names by which it speaks, `evidence` its digest."""

    sent_at: datetime
    evidence: str
    sellers: tuple[str | None, ...]


def is_at_shop(url: str, merchant: Merchant) -> bool:
    """Return whether an offer stands on the pages of the shop or mall."""
    host = urlsplit(url).hostname or ""
    foreign = (*merchant.relay_domains, *merchant.shared_domains)
    return any(belongs(host, domain) for domain in merchant.link_domains if domain not in foreign)


def may_be_offered_again(case: Case) -> bool:
    """Return whether it matters that the thing is on sale again: cancelled, not by the buyer, for stockout or for no cause told."""
    why = case.cancel.cause if case.cancel else CauseCode.UNKNOWN
    return (
        case.cancelled_at is not None and why in {CauseCode.STOCKOUT, CauseCode.UNKNOWN} and not case.cancelled_freely
    )


def seen_again(case: Case, item: Item, merchant: Merchant, url: str, past: History) -> Again | None:
    """Return the last look after the cancel that saw the thing at hand at the one who cancelled; None where none did.

    `past` is that of an offer of the same thing. In a mall the seller must be the same; where either is not named, nobody
    can say. Looks whose moment is not known, since what they saw did not change, count by the last of them.
    """
    if case.cancelled_at is None or not is_at_shop(url, merchant):
        return None
    ended = minute_of(instant(case.cancelled_at))
    found: Again | None = None
    for point, until in past.spans():
        state = point.state
        if state is None or not state.availability.is_at_hand or state.condition not in AS_NEW:
            continue
        if merchant.marketplace and not _same_seller(case, state, url):
            continue
        looked = until if point is past.points[-1] else point.minute
        if looked > ended:
            found = Again(at=moment_of(looked), then=item.price, now=state.price, url=url)
    return found


def mailed_again(case: Case, item: Item, merchant: Merchant, mail: RestockMail) -> Again | None:
    """Return what a restock mail about the thing tells that names no order; None where it is not of the one who cancelled.

    What a mall sold itself, its mail may offer from any seller: then nobody can say.
    """
    if case.cancelled_at is None or instant(mail.sent_at) <= instant(case.cancelled_at):
        return None
    if any(entry.evidence == mail.evidence for entry in case.timeline):
        return None
    if merchant.marketplace and (is_mall(case.seller) or not any(_is_name(case.seller, one) for one in mail.sellers)):
        return None
    return Again(at=mail.sent_at, then=item.price, evidence=mail.evidence)


def with_seen_again(case: Case, seen: Iterable[Again]) -> Case:
    """Return the case with what looks and mails told of its cancelled things: on the timeline, the latest as the latest word."""
    if case.authenticity.verdict is Verdict.PHISHING:
        return case
    listed = sorted(seen, key=lambda one: one.at)
    if not listed:
        return case
    entries = [
        TimelineEntry(at=one.at, what=_told(one), evidence=one.evidence, file="", believed=True) for one in listed
    ]
    told = sorted((*case.timeline, *entries), key=lambda entry: instant(entry.at))
    words = (one for one in (case.offered_again, *listed) if one is not None)
    latest = max(words, key=lambda one: instant(one.at))
    return replace(case, timeline=tuple(told), offered_again=latest)


def _told(one: Again) -> Phrase:
    if not one.url:
        return phrase("timeline.offered_again")
    if one.now:
        return phrase("timeline.seen_again_at", host=one.host, price=one.now)
    return phrase("timeline.seen_again", host=one.host)


def _same_seller(case: Case, state: State, url: str) -> bool:
    if not case.seller:
        return False
    if is_mall(case.seller):
        return is_mall(state.seller) or (urlsplit(url).fragment == AMAZON_ITSELF and not state.seller)
    return _is_name(case.seller, state.seller)


def _is_name(seller: str | None, other: str | None) -> bool:
    return bool(seller and other) and folded(seller) == folded(other)
