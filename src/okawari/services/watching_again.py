"""Watch for the thing of a dead order at once, at the pages that its case knows."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final

from okawari.domain.authenticity import Verdict
from okawari.domain.case import Case
from okawari.domain.japan_time import japan_day
from okawari.domain.message import Item
from okawari.domain.refund import Asked
from okawari.domain.watch.watch import Watch
from okawari.fetching.addresses import PageUnavailableError
from okawari.fetching.pages import PageGate
from okawari.reading.product_links import product_links
from okawari.services import watching
from okawari.services.cases import get_case
from okawari.services.evidence import KeptMail, kept_mail
from okawari.services.fulfilling import gone_of
from okawari.services.household import Household
from okawari.services.seen_offers import SeenOffers
from okawari.sources import registry
from okawari.sources.terms import terms_of
from okawari.store.engine import Store

MOST_PAGES: Final = 10


@dataclass(frozen=True, slots=True)
class Again:
    """What the one tap did: the watches it made, and how many of the pages are watched for this order already."""

    made: tuple[Watch, ...] = ()
    watched: int = 0


def is_dead(case: Case) -> bool:
    """Return whether a thing of the order will not come, by mails that are not forged."""
    return case.cancelled_at is not None and case.authenticity.verdict is not Verdict.PHISHING and bool(gone_of(case))


def instead(case: Case) -> str:
    """Return the other way where the terms of the order's shop let no program read its pages (`watching.instead_<code>`)."""
    shop = registry.merchants().get(case.merchant or "")
    terms = [terms_of(domain) for domain in shop.mail_domains] if shop else []
    return next((one.instead for one in terms if not one.may_read), "")


def watch_again(household: Household, gate: PageGate, case: Case, now: datetime) -> Again:
    """Watch the pages at which a dead order's thing is sold: those that genuine mails link, and offers that were kept."""
    known = {kept.watch.url for kept in watching.of_case(household.store, case) if kept.open}
    wished: dict[str, Watch] = {}
    watched: set[str] = set()
    mails = _genuine_mails(household, case)
    for item in gone_of(case):
        for page in (*_linked(mails, case, item), *_kept_offers(household.store, item)):
            try:
                url = gate.address(page).url
            except PageUnavailableError:  # the case tells what to do instead
                continue
            if url in known:
                watched.add(url)
            elif len(wished) < MOST_PAGES:
                wished.setdefault(url, for_item(Watch(id="", url=url, added_at=now), case, item))
    added = watching.add(household.store, gate, *wished.values()) if wished else ()
    made = tuple(one.watch for one in added if one.is_new)
    return Again(made, len(watched) + len(added) - len(made))


def for_order(store: Store, wished: Watch, merchant: str, order: str) -> Watch:
    """Return a watch as that of a dead order: with the thing and what it cost, where the order lost only one."""
    wished = replace(wished, merchant=merchant, order=order)
    plans = get_case(store, order, Asked(on=japan_day(wished.added_at)))
    case = next((plan.case for plan in plans if (plan.case.merchant or "") == merchant), None)
    gone = gone_of(case) if case else ()
    return for_item(wished, case, gone[0]) if case and len(gone) == 1 else wished


def for_item(wished: Watch, case: Case, item: Item) -> Watch:
    """Return a watch as that of one thing of a case; of a thing that is yet to come out a preorder counts."""
    to_come = case.release_on is not None and case.release_on > japan_day(wished.added_at)
    return replace(
        wished,
        merchant=case.merchant or "",
        order=case.order,
        paid=item.price,
        item=item.title,
        preorder=wished.preorder or to_come,
    )


def _genuine_mails(household: Household, case: Case) -> tuple[KeptMail, ...]:
    """Return the case's mails that are the shop's own beyond doubt; of one that somebody passed on, whoever did may have written links."""
    digests = dict.fromkeys(entry.evidence for entry in case.timeline if entry.evidence and not entry.own_file)
    mails = (kept_mail(household, digest) for digest in digests)
    return tuple(
        kept
        for kept in mails
        if kept
        and kept.reading.authenticity.verdict is Verdict.GENUINE
        and kept.reading.understood.merchant == case.merchant
        and kept.reading.sender == kept.mail.from_.address
        and not kept.mail.forwarded
    )


def _linked(mails: Collection[KeptMail], case: Case, item: Item) -> Iterator[str]:
    shop = registry.merchants().get(case.merchant or "")
    if shop is None:
        return
    foreign = {*shop.relay_domains, *shop.shared_domains}
    domains = [one for one in (*shop.mail_domains, *shop.link_domains) if one not in foreign]
    for kept in mails:
        yield from product_links(kept.mail, item, domains)


def _kept_offers(store: Store, item: Item) -> tuple[str, ...]:
    """Return the addresses of offers of a thing that were captured, compared or looked at."""
    with store.reading() as transaction:
        return tuple(offer.url for offer in SeenOffers(transaction).of(item))
