"""From a page's bytes to its own offer."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from okawari.domain.money import Money
from okawari.domain.offer import Availability, Ground, Offer, PageKind
from okawari.reading.page import json_ld, microdata
from okawari.reading.page.beside_price import points_in, postage_in
from okawari.reading.page.candidate import SURE, Candidate
from okawari.reading.page.codes import identifiers_of
from okawari.reading.page.delivery import PROMISING, promise_line
from okawari.reading.page.document import Document
from okawari.reading.page.kinds import other_kind
from okawari.reading.page.locale import currency_of_page
from okawari.reading.page.sellers import sellers_in
from okawari.reading.page.site import SitePage
from okawari.reading.page.sites import layout_of
from okawari.reading.page.source import PageSource
from okawari.reading.page.used_grade import is_used, used_grade
from okawari.reading.page.verdict import availability_of_page, holds_tax_of_page, price_of_page
from okawari.reading.page.visible import Visible
from okawari.reading.price import Price
from okawari.reading.steering import steers, unsteered


def read_page(html: bytes, url: str | None = None, *, charset: str = "") -> Offer:
    """Return the page's own offer, with the grounds of each thing said.

    `url` is where the page was found; it tells the shop and which variant was asked for. `charset` is what the server
    declared. What is not sure is None or `unknown`; a page of any other kind than a product's says nothing of stock.
    """
    return _unsteered(_offer(html, url, charset))


def _offer(html: bytes, url: str | None, charset: str) -> Offer:
    source = PageSource(html, charset)
    document = Document(source, url)
    layout = layout_of(document, source)
    site = SitePage(layout, document, source) if layout else None
    told = [site.candidate()] if site else []
    if not (layout and layout.alone):
        told += json_ld.candidates(source.json_ld(), document.identity)
        told += microdata.candidates(document)
        told += microdata.of_head(document.meta)
        told.sort(key=lambda one: -one.matched)
    currency = next((price.currency for one in told for price in one.prices if price.currency), "")
    sure = bool(site) and (bool(told[0].prices) or bool(told[0].availabilities))
    visible = None
    if not (sure and layout and layout.alone):
        visible = Visible(document, currency or currency_of_page(document))
        other = None if sure else other_kind(document, told, visible)
        if other:
            listed = sellers_in(visible.lines) if other[0] is PageKind.LISTING else ()
            return Offer(page_kind=other[0], title=_title(told, document), sellers=listed, why=other[1])
    judged = None if layout and layout.alone else visible
    price, price_grounds = price_of_page(told, judged)
    holds_tax, tax_grounds = holds_tax_of_page(price, price_grounds, judged)
    state, state_grounds = availability_of_page(told, judged)
    named = (name for one in told for name in (one.seller if not one.sellers else "", *one.sellers) if name)
    shown = sellers_in(visible.lines) if visible else ()
    seller, seller_grounds = _seller(told, shown, visible)
    title = _title(told, document)
    shipping, shipping_grounds = _shipping(told, visible)
    points, points_grounds = _points(site, visible)
    condition = next((one.condition for one in told if one.condition), None)
    return Offer(
        page_kind=PageKind.PRODUCT if price or state is not Availability.UNKNOWN else PageKind.UNKNOWN,
        title=title,
        price=_money(price),
        tax_included=holds_tax,
        currency=(price.currency if price else currency) or None,
        availability=state,
        seller=seller,
        condition=condition,
        grade=used_grade((visible or Visible(document, "")).lines) if is_used(condition, title) else None,
        shipping=shipping,
        points=points,
        sellers=tuple(dict.fromkeys((*named, *shown))),
        delivery=_delivery(told, visible) or None,
        identifiers=identifiers_of(code for one in told for code in one.codes),
        why=price_grounds + tax_grounds + state_grounds + seller_grounds + shipping_grounds + points_grounds,
    )


def _seller(
    told: Iterable[Candidate], shown: Sequence[str], visible: Visible | None
) -> tuple[str | None, tuple[Ground, ...]]:
    """Return who sells: whom the markup names, else the only one that the page does."""
    marked = next((one.seller for one in told if one.seller), None)
    if marked or visible is None or len(shown) != 1:
        return marked, ()
    return shown[0], (Ground("seller", "text", visible.place_of(shown[0]), shown[0]),)


def _shipping(told: Iterable[Candidate], visible: Visible | None) -> tuple[Money | None, tuple[Ground, ...]]:
    """Return the postage that markup tells, else that the page shows; None where the two contradict each other."""
    marked = next((_money(one.shipping) for one in told if one.shipping), None)
    shown = postage_in(visible.lines) if visible else None
    if visible is None or shown is None:
        return marked, ()
    postage = Money(shown[0], "JPY")
    return postage if marked in {None, postage} else None, (
        Ground("shipping", "text", visible.place_of(shown[1]), shown[1]),
    )


def _points(site: SitePage | None, visible: Visible | None) -> tuple[int | None, tuple[Ground, ...]]:
    """Return the points by the shop's layout, else those that the page shows."""
    by_layout = site.points() if site else None
    if visible is None or by_layout is not None:
        return by_layout, ()
    shown = points_in(visible.lines)
    return (shown[0], (Ground("points", "text", visible.place_of(shown[1]), shown[1]),)) if shown else (None, ())


def _delivery(told: Sequence[Candidate], visible: Visible | None) -> str:
    if visible is None:
        return promise_line((told[0].words,))
    return promise_line(visible.lines) if visible.lines.holds(*PROMISING) else ""


def _money(price: Price | None) -> Money | None:
    return Money(price.amount, price.currency) if price else None


def _title(told: Iterable[Candidate], document: Document) -> str | None:
    by_shop = next((one.title for one in told if one.matched == SURE and one.title), "")
    named = (one.title for one in told if one.title)
    return (
        by_shop or document.heading or next(named, "") or document.meta.get("og:title") or document.head_title or None
    )


def _unsteered(offer: Offer) -> Offer:
    """Return the offer with all that is in the page's own words safe to show."""
    words = (
        offer.title,
        offer.seller,
        *offer.sellers,
        offer.delivery,
        *(f"{one.node}\n{one.text}" for one in offer.why),
    )
    if not steers("\n".join(filter(None, words))):
        return offer
    return replace(
        offer,
        title=unsteered(offer.title) if offer.title else None,
        seller=unsteered(offer.seller) if offer.seller else None,
        sellers=tuple(dict.fromkeys(map(unsteered, offer.sellers))),
        delivery=unsteered(offer.delivery) if offer.delivery else None,
        why=tuple(Ground(one.fact, one.rule, unsteered(one.node), unsteered(one.text)) for one in offer.why),
    )
