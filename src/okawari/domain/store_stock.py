"""Physical shops that show on a page of their own which store has a thing, as a source's `store_stock.toml` states it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from urllib.parse import parse_qs, urlsplit

from okawari.domain.candidate import Candidate
from okawari.domain.hosts import belongs
from okawari.domain.problem import Problem
from okawari.domain.same_thing import Sameness, compare


@dataclass(frozen=True, slots=True, kw_only=True)
class StoreStock:
    """One chain: how its pages are addressed (`product` and `stock` lead to the product's number), and where a store stands in them.

    `query` names the part of the query that holds the number, "" where the path does. `unit`, `store`, `area`, `state`
    and `title` are selectors; `none` are words that say that no store has it.
    """

    mall: str
    host: str
    product: re.Pattern[str]
    stock: re.Pattern[str]
    address: str
    unit: str
    store: str
    state: str
    title: str
    source: str
    query: str = ""
    area: str = ""
    none: str = ""

    def page(self, url: str) -> str:
        """Return the page of the stores' stock for the address of a product, "" for any other address."""
        number = self._number(url, self.product)
        return self.address.format(id=number) if number else ""

    def is_page(self, url: str) -> bool:
        """Return whether an address is that of the stores' stock."""
        return bool(self._number(url, self.stock))

    def _number(self, url: str, path: re.Pattern[str]) -> str:
        try:
            parts = urlsplit(url)
            host = parts.hostname or ""
        except ValueError:
            return ""
        found = path.fullmatch(parts.path) if belongs(host, self.host) else None
        if found is None:
            return ""
        number = found[1] if found.re.groups else parse_qs(parts.query).get(self.query, [""])[0]
        return number if number.isascii() and number.isdigit() else ""


def with_online_price(candidates: Sequence[Candidate]) -> tuple[Candidate, ...]:
    """Return the offers, stores that name no price behind all others: with the price of their chain's page of the same thing, and a word of that.

    Behind, as what the chain's page tells for certain is only supposed of its stores.
    """
    online = [one for one in candidates if one.price is not None and not one.pickup]
    unpriced = [one for one in candidates if one.pickup and one.price is None]
    others = (one for one in candidates if not (one.pickup and one.price is None))
    return (*others, *(_priced(one, online) for one in unpriced))


def _priced(store: Candidate, online: Sequence[Candidate]) -> Candidate:
    for one in online:
        if one.mall == store.mall and compare(store, one).sameness is Sameness.SAME:
            told = (*store.problems, Problem("price_of_online", "price"))
            return replace(store, price=one.price, tax_included=one.tax_included, problems=told)
    return store
