"""Offers in what a person has at hand: JSON, saved pages, and mails of saved searches, told apart by how they begin."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from typing import Final

from okawari.domain.candidate import Candidate, Wanted
from okawari.domain.identifiers import identifiers
from okawari.domain.judge import Trust
from okawari.domain.offer import Offer, PageKind
from okawari.domain.problem import Problem
from okawari.domain.store_stock import with_online_price
from okawari.reading.mail.sniff import Content, content_of
from okawari.reading.offers import Offers, UnreadableOffersError, read_offers, together
from okawari.reading.page.conditions import condition_in
from okawari.reading.saved_page import SavedPage, is_archive, saved_page
from okawari.reading.seller_page import mall_in, read_sellers
from okawari.services.given_files import bytes_of
from okawari.services.ranking import named
from okawari.sources.store_stock import store_stocks

_START: Final = 65_536
_MAILS: Final = frozenset({Content.EML, Content.EMLX, Content.MBOX, Content.ZIP})


def offers_in(raw: bytes, name: str, trust: Trust) -> Offers | Problem:
    """Return the offers of a file, or why it holds none; what is wanted is open but in a document that says it."""
    start = raw[:_START].lstrip(b"\xef\xbb\xbf \t\r\n")
    if not start:
        return Problem("file_empty", name)
    if start[:1] not in b"{[":
        if content_of(raw[:_START], name) in _MAILS and not is_archive(raw):
            from okawari.services.listings import listings_of

            told, problems = listings_of(raw, name, trust)
            return _open(told, problems) if told else problems[0]
        if is_archive(raw) or b"<" in start or b"\0" in start:
            return _of_page(saved_page(raw), name)
    try:
        return read_offers(raw.decode("utf-8-sig", "replace"))
    except UnreadableOffersError as error:
        is_text = start[:1] not in b"{["
        return Problem("offers_unknown", name) if is_text else Problem(error.problem.code, name, error.problem.detail)


def offers_of_files(paths: Sequence[str], title: str, trust: Trust, on: date) -> Offers | Problem:
    """Return the offers of all files as one list, or why one of them cannot be used; `title` names what is wanted, where given."""
    read: list[Offers] = []
    for path in paths:
        raw = bytes_of(path)
        found = raw if isinstance(raw, Problem) else offers_in(raw, path, trust)
        if isinstance(found, Problem):
            text = raw.decode("utf-8-sig", "replace") if title and isinstance(raw, bytes) else ""
            is_text = found.code == "offers_unknown"
            copied = sellers_listed(text, Wanted(title=title), on) if is_text else ()
            if not copied:
                return replace(found, where=path)
            found = Offers(wanted=Wanted(), candidates=copied, rates={})
        read.append(found)
    listed = together(read) if read else Offers(wanted=Wanted(), candidates=(), rates={})
    listed = replace(listed, candidates=with_online_price([named(one) for one in listed.candidates]))
    if not title:
        return listed
    wanted = Wanted(title=title, identifiers=identifiers(title, ()), paid=listed.wanted.paid)
    return replace(
        listed, wanted=wanted, problems=tuple(one for one in listed.problems if one.code != "wanted_missing")
    )


def sellers_listed(text: str, wanted: Wanted, on: date) -> tuple[Candidate, ...]:
    """Return the offers of a list of sellers that a person copied from the page of the wanted thing; none where it names no price."""
    listed = read_sellers(text, on, mall_in(text))
    return tuple(
        replace(one, title=wanted.title, identifiers=wanted.identifiers) for one in listed if one.price is not None
    )


def page_candidate(offer: Offer, url: str, place: str) -> Candidate | Problem:
    """Return the offer of a page as one to compare, or that `place` shows none."""
    if offer.page_kind not in {PageKind.PRODUCT, PageKind.UNKNOWN} or not offer.title:
        return Problem("page_without_offer", place[:80])
    return Candidate(
        title=offer.title,
        seller=offer.seller or "",
        url=url,
        price=offer.price,
        tax_included=offer.tax_included,
        shipping=offer.shipping,
        points=offer.points,
        availability=offer.availability,
        condition=condition_in(offer.condition or ""),
        identifiers=identifiers(offer.title, tuple((one.kind, one.value) for one in offer.identifiers)),
    )


def _of_page(page: SavedPage, name: str) -> Offers | Problem:
    from okawari.reading.page import read_page
    from okawari.reading.stores import stores_in

    if stores := stores_in(page, store_stocks()):
        return _open(stores)
    found = page_candidate(read_page(page.html, page.url or None, charset=page.charset), page.url, name)
    return found if isinstance(found, Problem) else _open((found,))


def _open(candidates: tuple[Candidate, ...], problems: Iterable[Problem] = ()) -> Offers:
    """Return offers of which nobody says what is wanted."""
    first = candidates[0]
    wanted = Wanted(title=first.title, identifiers=first.identifiers)
    told = (Problem("wanted_missing", "wanted"), *problems)
    return Offers(wanted=wanted, candidates=candidates, rates={}, problems=told)
