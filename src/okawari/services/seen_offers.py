"""Offers of a thing that watches, captures, comparisons, price histories and restock mails told of, and what they said."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Final

from okawari.domain.again import (
    RestockMail,
    is_at_shop,
    mailed_again,
    may_be_offered_again,
    seen_again,
    with_seen_again,
)
from okawari.domain.authenticity import Verdict
from okawari.domain.case import Again, Case
from okawari.domain.history import History
from okawari.domain.identifiers import Identifier
from okawari.domain.mail import Mail
from okawari.domain.merchant import Merchant
from okawari.domain.message import Item, MessageKind
from okawari.domain.same_thing import Sameness, Thing, compare
from okawari.domain.same_thing.order_line import thing_of
from okawari.domain.substitute import SeenOffer, cheapest
from okawari.reading.mail.parse import parse_mail
from okawari.reading.product_links import names_item
from okawari.reading.shop_mail.careful import seller_in
from okawari.sources import registry
from okawari.store import evidence, history
from okawari.store.engine import Transaction
from okawari.store.history import Offered

_TITLES_COMPARED: Final = 2_000
"""Offers, the last seen first, whose titles are held against a thing; those of its own number are all found."""
_MAILS_COMPARED: Final = 200
"""Restock mails of one shop, the last sent first."""


class SeenOffers:
    """What was seen or told, read once for as many things and cases as are asked about in one transaction."""

    def __init__(self, transaction: Transaction) -> None:
        """Read nothing yet."""
        self._transaction = transaction
        self._newest: tuple[Offered, ...] | None = None
        self._at_shop: dict[str, tuple[Offered, ...]] = {}
        self._mails: dict[str, tuple[tuple[Mail, RestockMail], ...]] = {}

    def of(self, item: Item, shop: Merchant | None = None) -> Iterator[Offered]:
        """Yield the offers of the same thing, by its number, else by what the titles say: all, or those on a shop's pages."""
        thing = thing_of(item)
        own = {f"{one.kind}:{one.value}" for one in thing.identifiers if one.kind != "model"}
        numbered = history.of_products(self._transaction, own)
        for offer in dict.fromkeys((*(one for one in numbered if _stands_at(one, shop)), *self._titled(shop))):
            kind, _, value = offer.product.partition(":")
            likeness = compare(thing, Thing(offer.title, (Identifier(kind, value),) if value else ()))
            if likeness.sameness is Sameness.SAME:
                yield offer

    def past(self, offer: Offered) -> History:
        """Return what an offer said over time."""
        return history.of_page(self._transaction, offer.page)

    def with_again(self, case: Case) -> Case:
        """Return a cancelled case with the looks and mails by which its things were on sale again at the one who cancelled."""
        merchant = registry.merchants().get(case.merchant or "")
        if merchant is None or merchant.kind != "shop" or not may_be_offered_again(case):
            return case
        found: dict[str, Again] = {}
        for item in case.cancelled_items or case.items:
            for offer in self.of(item, merchant):
                again = seen_again(case, item, merchant, offer.url, self.past(offer))
                if again:
                    found.setdefault(offer.url, again)
            for mail, told in self._restocks(merchant):
                again = mailed_again(case, item, merchant, told)
                if again and names_item(mail, item):
                    found.setdefault(told.evidence, again)
        return with_seen_again(case, found.values())

    def with_market(self, case: Case, on: date) -> Case:
        """Return a case to which another thing is offered with the cheapest offers that were seen of it and of the thing ordered."""
        found = case.substitute
        if found is None:
            return case
        original = self._cheapest(found.ordered, on) if found.ordered else None
        return replace(case, substitute=replace(found, same=self._cheapest(found.item, on), original=original))

    def _cheapest(self, item: Item, on: date) -> SeenOffer | None:
        return cheapest(((offer.url, self.past(offer)) for offer in self.of(item)), on)

    def _titled(self, shop: Merchant | None) -> tuple[Offered, ...]:
        if self._newest is None:
            self._newest = history.newest(self._transaction, _TITLES_COMPARED)
        if shop is None:
            return self._newest
        if shop.id not in self._at_shop:
            self._at_shop[shop.id] = tuple(one for one in self._newest if _stands_at(one, shop))
        return self._at_shop[shop.id]

    def _restocks(self, shop: Merchant) -> tuple[tuple[Mail, RestockMail], ...]:
        """Return the shop's own restock mails."""
        if shop.id not in self._mails:
            wanted = evidence.Wanted(kind=MessageKind.RESTOCK, merchant=shop.id)
            kept = evidence.last_kept(self._transaction, wanted, _MAILS_COMPARED)
            self._mails[shop.id] = tuple(
                (mail, RestockMail(sent_at=one.sent_at, evidence=one.sha256, sellers=sellers))
                for one in kept
                if one.verdict == Verdict.GENUINE and one.sent_at
                if (raw := evidence.raw(self._transaction, one.sha256))
                for mail in (parse_mail(raw[1], raw[0]),)
                for sellers in ((mail.from_.display, seller_in(mail.text)),)
            )
        return self._mails[shop.id]


def _stands_at(offer: Offered, shop: Merchant | None) -> bool:
    return shop is None or is_at_shop(offer.url, shop)
