"""Offers from JSON-LD (schema.org), each block read by itself and repaired where it is broken."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterable, Iterator
from typing import Any, Final

from okawari.domain.offer import Availability
from okawari.reading.page.candidate import Candidate, availability_of, condition_of, price_of
from okawari.reading.page.identity import Identity
from okawari.reading.price import Price

Node = dict[str, Any]

_PRODUCTS: Final = frozenset(
    (
        "product",
        "productgroup",
        "individualproduct",
        "productmodel",
        "someproducts",
        "book",
        "vehicle",
        "car",
        "game",
        "videogame",
        "musicalbum",
        "softwareapplication",
        "movie",
        "event",
    )
)
_OTHERS: Final = frozenset(
    (
        "isrelatedto",
        "issimilarto",
        "isaccessoryorsparepartfor",
        "isconsumablefor",
        "itemlistelement",
        "review",
        "brand",
        "itemreviewed",
        "about",
        "mentions",
        "breadcrumb",
        "manufacturer",
    )
)
_CODES: Final = ("gtin13", "gtin", "gtin8", "gtin12", "gtin14", "isbn", "mpn", "model", "sku", "productID")
_WRAPPERS: Final = re.compile(
    r"^\s*(?://\s*)?<!\[CDATA\[|(?://\s*)?\]\]>\s*$|^\s*<!--|-->\s*$|^\s*/\*.{0,80}?\*/|;\s*$"
)
_COMMENTS: Final = re.compile(r"^\s*//[^\n]*$|/\*[^*]{0,500}\*/", re.MULTILINE)
_TRAILING: Final = re.compile(r",(\s*[}\]])")
_MISSING: Final = re.compile(r'(["}\]\d])(\s*\n\s*")(?=[@\w]{1,40}"\s*:)')
_BARE_ESCAPE: Final = re.compile(r'\\(?!["\\/bfnrtu])')
_DECODER: Final = json.JSONDecoder(strict=False)
_LONGEST: Final = 3_000_000
_DEEPEST: Final = 12
_MOST_NODES: Final = 20_000


def candidates(blocks: Iterable[str], page: Identity) -> Iterator[Candidate]:
    """Yield the offers of the page's own product; those of lists and of related things are left out."""
    found = [(number, one) for number, block in enumerate(blocks, 1) for one in _products(_load(block), _Budget())]
    own = [(number, one, matched) for number, one in found if (matched := _match(one, page))]
    if not own and len(found) == 1 and not page.is_elsewhere(_url(found[0][1])):
        own = [(*found[0], 0)]
    for number, product, matched in own:
        yield _candidate(product, number, matched, page)


def _match(product: Node, page: Identity) -> int:
    return page.match(_url(product), _text(product.get("name")))


def _url(product: Node) -> str:
    return _text(product.get("url")) or _text(product.get("@id"))


class _Budget:
    """How many nodes may still be looked at."""

    def __init__(self) -> None:
        self.left = _MOST_NODES


def _load(block: str) -> Any:
    """Return the block's value, None where it cannot be repaired."""
    if len(block) > _LONGEST:
        return None
    text = block.strip().removeprefix("\ufeff")
    for repaired in _repairs(text):
        try:
            return _DECODER.decode(repaired)
        except ValueError:
            continue
        except RecursionError:
            return None
    return _first_value(text)


def _repairs(text: str) -> Iterator[str]:
    yield text
    bare = _WRAPPERS.sub("", _WRAPPERS.sub("", text)).strip()
    yield bare
    tidy = _BARE_ESCAPE.sub(r"\\\\", _MISSING.sub(r"\1,\2", _TRAILING.sub(r"\1", _COMMENTS.sub("", bare))))
    yield tidy
    if "&quot;" in bare:
        yield html.unescape(bare)
    yield tidy.rstrip(", \n") + "}" * (tidy.count("{") - tidy.count("}"))


def _first_value(text: str) -> Any:
    """Return the first value of a block that holds more behind it."""
    start = min((at for at in (text.find("{"), text.find("[")) if at >= 0), default=-1)
    if start < 0:
        return None
    try:
        return _DECODER.raw_decode(text, start)[0]
    except (ValueError, RecursionError):
        return None


def _products(value: Any, budget: _Budget, depth: int = 0) -> Iterator[Node]:
    budget.left -= 1
    if depth > _DEEPEST or budget.left < 0:
        return
    if isinstance(value, list):
        for one in value:
            yield from _products(one, budget, depth + 1)
    elif isinstance(value, dict):
        if _types(value) & _PRODUCTS and ("offers" in value or "hasVariant" in value or "name" in value):
            yield value
            return
        for key, one in value.items():
            if key.lower() not in _OTHERS and isinstance(one, list | dict):
                yield from _products(one, budget, depth + 1)


def _candidate(product: Node, number: int, matched: int, page: Identity) -> Candidate:
    variants = [one for one in _listed(product.get("hasVariant")) if isinstance(one, dict)]
    own = [one for one in variants if any(page.names(url, _text(one.get("sku"))) for url in _urls(one))] or variants
    offers = list(_offers(product.get("offers"), page))
    for variant in own:
        offers += _offers(variant.get("offers"), page)
    chosen = own[0] if len(own) == 1 else {}
    return Candidate(
        rule="json_ld",
        node=f'script[type="application/ld+json"] #{number}',
        prices=tuple(dict.fromkeys(price for offer in offers for price in _prices(offer))),
        availabilities=tuple(dict.fromkeys(state for offer in offers if (state := _availability(offer)) is not None)),
        title=_text(product.get("name")),
        seller=next((name for offer in offers if (name := _name(offer.get("seller")))), ""),
        sellers=tuple(dict.fromkeys(name for offer in offers if (name := _offering(offer)))),
        condition=next((graded for offer in (*offers, product) if (graded := _condition(offer))), None),
        shipping=next((found for offer in offers if (found := _shipping(offer))), None),
        codes=tuple(_codes(product | chosen)) + (tuple(_codes(offers[0])) if len(offers) == 1 else ()),
        matched=matched,
        is_range=any(_is_range(offer) for offer in offers),
    )


def _urls(variant: Node) -> list[str]:
    """Return a variant's addresses: its own and those of its offers."""
    offers = [one for one in _listed(variant.get("offers")) if isinstance(one, dict)]
    return [_text(one.get("url")) for one in (variant, *offers)]


def _offers(value: Any, page: Identity) -> Iterator[Node]:
    """Yield the offers that count: those that the page's address names, else all; of an aggregate what it holds."""
    listed = [one for one in _listed(value) if isinstance(one, dict)]
    own = [one for one in listed if page.names(_text(one.get("url")), _text(one.get("sku")), strict=True)]
    for offer in own if own and len(own) < len(listed) else listed:
        inner = [one for one in _listed(offer.get("offers")) if isinstance(one, dict)]
        yield from ([*_offers(inner, page)] if inner else [offer])


def _prices(offer: Node) -> Iterator[Price]:
    currency = _text(offer.get("priceCurrency"))
    written = [_text(offer.get("price"))]
    if not written[0]:
        specified = [one for one in _listed(offer.get("priceSpecification")) if isinstance(one, dict)]
        listed = [one for one in specified if "listprice" not in _text(one.get("priceType")).lower()]
        currency = currency or next((_text(one.get("priceCurrency")) for one in listed), "")
        written = [_text(one.get("price")) for one in listed[:1]]
        written = written if any(written) else [_text(offer.get("lowPrice")), _text(offer.get("highPrice"))]
    for text in written:
        price = price_of(text, currency)
        if price is not None:
            yield price


def _is_range(offer: Node) -> bool:
    low, high = price_of(_text(offer.get("lowPrice"))), price_of(_text(offer.get("highPrice")))
    return not _text(offer.get("price")) and low is not None and high is not None and low.amount != high.amount


def _availability(offer: Node) -> Availability | None:
    return availability_of(_text(offer.get("availability")))


def _offering(offer: Node) -> str:
    """Return who offers, "" where the offer is gone."""
    state = _availability(offer)
    return "" if state is not None and state.is_gone else _name(offer.get("seller"))


def _condition(node: Node) -> str | None:
    return condition_of(_text(node.get("itemCondition")))


def _shipping(offer: Node) -> Price | None:
    for details in _listed(offer.get("shippingDetails")):
        rate = details.get("shippingRate") if isinstance(details, dict) else None
        if isinstance(rate, dict):
            written, currency = _text(rate.get("value")), _text(rate.get("currency"))
            if re.fullmatch(r"0(?:\.0+)?", written):
                free = price_of("1", currency)
                return Price(free.amount - 1, free.currency) if free else None
            return price_of(written, currency)
    return None


def _codes(node: Node) -> Iterator[tuple[str, str]]:
    for key in _CODES:
        value = _text(node.get(key))
        if value:
            yield key.lower(), value


def _types(node: Node) -> set[str]:
    return {_text(one).rpartition("/")[2].lower() for one in _listed(node.get("@type"))}


def _name(value: Any) -> str:
    return _text(value.get("name")) if isinstance(value, dict) else _text(value)


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


def _text(value: Any) -> str:
    """Return a value of any type as text: the first of a list, the name or id of a node, a number in plain digits."""
    if value is None or isinstance(value, bool):
        return ""
    if isinstance(value, list):
        return _text(value[0]) if value else ""
    if isinstance(value, dict):
        return _text(value.get("@value") or value.get("name") or value.get("@id"))
    if isinstance(value, float):
        return format(value, ".10f").rstrip("0").rstrip(".")
    return html.unescape(str(value)[:2000]).strip()
