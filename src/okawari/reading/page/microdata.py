"""Offers from microdata and from the head's OpenGraph and product properties."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from selectolax.lexbor import LexborNode

from okawari.reading.page.candidate import Candidate, availability_of, condition_of, price_of
from okawari.reading.page.document import Document, describe
from okawari.reading.page.selectors import Selector

_PRICES: Final = frozenset(("price", "lowprice", "highprice"))
_CODES: Final = frozenset(("gtin13", "gtin", "gtin8", "gtin12", "gtin14", "isbn", "mpn", "model", "sku", "productid"))
_TOLD: Final = _PRICES | _CODES | {"name", "url", "pricecurrency", "availability", "itemcondition", "seller"}
_READ: Final = _TOLD | {"offers", "product"}
_PROPERTIES: Final = Selector("[itemprop]")
# Bounds on what a hostile page costs.
_MOST: Final = 400
_HIGHEST: Final = 40
_ELSEWHERE: Final = frozenset(("isrelatedto", "issimilarto", "itemlistelement", "isaccessoryorsparepartfor", "review"))
_META_PRICES: Final = ("product:sale_price:amount", "product:price:amount", "og:price:amount", "twitter:data1", "price")
_META_CURRENCIES: Final = (
    "product:sale_price:currency",
    "product:price:currency",
    "og:price:currency",
    "pricecurrency",
)
_Item = tuple[int | None, bool]
"""What properties belong to, None for what is not the page's thing, and whether that is a product."""

_META_STOCK: Final = ("product:availability", "og:availability", "availability")


def candidates(document: Document) -> Iterator[Candidate]:
    """Yield the offers of the page's own product that its microdata tell."""
    scopes: dict[int, _Scope] = {}
    holders: dict[int, _Item] = {}
    for node in document.nodes(_PROPERTIES)[:_MOST]:
        names = node.attrs.sget("itemprop").lower().split()
        if _READ.isdisjoint(names):
            continue
        key, is_product = _product_of(node.parent, holders)
        if key is not None:
            scope = scopes.setdefault(key, _Scope(is_product=is_product))
            for name in names:
                scope.take(name, node)
    told = [scope for scope in scopes.values() if scope.prices or scope.states]
    for scope in told:
        matched = document.identity.match(scope.url, scope.name)
        if matched or len(told) == 1 or not scope.is_product:
            yield scope.candidate(matched)


def of_head(meta: Mapping[str, str]) -> Iterator[Candidate]:
    """Yield the offer that the head's properties tell."""
    currency = next((meta[name] for name in _META_CURRENCIES if meta.get(name)), "")
    prices = [name for name in _META_PRICES if meta.get(name) and (name != "twitter:data1" or not meta[name].isdigit())]
    price = next((found for name in prices if (found := price_of(meta[name], currency))), None)
    stock = next((name for name in _META_STOCK if availability_of(meta.get(name, ""))), "")
    state = availability_of(meta.get(stock, ""))
    if price or state:
        yield Candidate(
            rule="meta",
            node=f'meta[property="{prices[0] if price else stock}"]',
            prices=(price,) if price else (),
            availabilities=(state,) if state else (),
            title=meta.get("og:title", ""),
            condition=condition_of(meta.get("product:condition", "")),
            codes=tuple(
                (code, meta[name])
                for code, name in (
                    ("gtin", "product:ean"),
                    ("isbn", "product:isbn"),
                    ("sku", "product:retailer_item_id"),
                )
                if meta.get(name)
            ),
        )


class _Scope:
    """What the properties of one item tell."""

    def __init__(self, *, is_product: bool) -> None:
        self.is_product = is_product
        self.prices: list[tuple[str, str]] = []
        self.bounds: set[str] = set()
        self.currency = ""
        self.states: list[str] = []
        self.name = ""
        self.url = ""
        self.seller = ""
        self.condition = ""
        self.codes: list[tuple[str, str]] = []

    def take(self, name: str, node: LexborNode) -> None:
        value = _value(node) if name in _TOLD else ""
        if name in _PRICES and value:
            self.prices.append((value, describe(node)))
            self.bounds.add(name)
        elif name == "pricecurrency":
            self.currency = self.currency or value
        elif name == "availability" and value:
            self.states.append(value)
        elif name == "name":
            self.name = self.name or value
        elif name == "url":
            self.url = self.url or value
        elif name == "seller":
            self.seller = self.seller or value
        elif name == "itemcondition":
            self.condition = self.condition or value
        elif name in _CODES and value:
            self.codes.append((name, value))

    def candidate(self, matched: int) -> Candidate:
        read = [price for value, _ in self.prices if (price := price_of(value, self.currency))]
        states = [state for value in self.states if (state := availability_of(value))]
        return Candidate(
            rule="microdata",
            node=self.prices[0][1] if self.prices else "[itemprop=availability]",
            prices=tuple(dict.fromkeys(read)),
            availabilities=tuple(dict.fromkeys(states)),
            title=self.name,
            seller=self.seller,
            condition=condition_of(self.condition),
            codes=tuple(dict.fromkeys(self.codes)),
            matched=matched,
            is_range={"lowprice", "highprice"} <= self.bounds and len({price.amount for price in read}) > 1,
        )


def _product_of(holder: LexborNode | None, known: dict[int, _Item]) -> _Item:
    """Return the item that properties within a node belong to, for an offer its product; None for any other thing.

    `known` are those of the nodes passed before, which most nodes share.
    """
    passed: list[int] = []
    item: _Item | None = None
    while item is None and holder is not None and holder.is_element_node and len(passed) < _HIGHEST:
        passed.append(holder.mem_id)
        item = known.get(holder.mem_id) or _item(holder)
        holder = holder.parent
    item = item or (0, False)
    known.update(dict.fromkeys(passed, item))
    return item


def _item(node: LexborNode) -> _Item | None:
    """Return the item that a node opens, None where it opens none."""
    attributes = node.attrs
    if not _ELSEWHERE.isdisjoint(attributes.sget("itemprop").lower().split()):
        return None, False
    if "itemscope" in attributes:
        kind = attributes.sget("itemtype").rstrip("/").rpartition("/")[2].lower()
        if kind in {"product", "book", "individualproduct", "car", "vehicle"}:
            return node.mem_id, True
        if kind not in {"offer", "aggregateoffer", "webpage", "itempage", ""}:
            return None, False
    return None


def _value(node: LexborNode) -> str:
    attributes = node.attrs
    for name in ("content", "href", "value") if node.tag in {"link", "a"} else ("content", "value"):
        if told := attributes.sget(name):
            return told.strip()[:500]
    return " ".join(node.text().split())[:500]
