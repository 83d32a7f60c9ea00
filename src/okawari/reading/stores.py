"""Which store has a thing, from a chain's page as the person's browser saved it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from selectolax.lexbor import LexborHTMLParser, LexborNode

from okawari.domain.candidate import Candidate, Condition
from okawari.domain.identifiers import identifiers
from okawari.domain.money import yen
from okawari.domain.offer import Availability
from okawari.domain.store_stock import StoreStock
from okawari.reading.mail.charset import decode_text
from okawari.reading.saved_page import SavedPage

_MOST: Final = 300
_LONGEST: Final = 4_000_000
_WORDS: Final = (
    (
        Availability.OUT_OF_STOCK,
        re.compile(r"在庫(?:な|無|がご?ざ?い?ませ|切|ありま)|品切|売り?切|取り?扱い?(?:なし|がな)|×"),
    ),
    (Availability.LOW_STOCK, re.compile(r"残少|残りわずか|僅少|在庫わずか")),
    (Availability.BACKORDER, re.compile(r"取り?寄せ|入荷待ち")),
    (Availability.IN_STOCK, re.compile(r"在庫(?:あり|有り?)(?!ま)")),
)


def stores_in(page: SavedPage, chains: Sequence[StoreStock]) -> tuple[Candidate, ...]:
    """Return an offer for each store that has the thing by a page of stores' stock; one that is out of stock where none has it.

    Of any other page nothing is returned. A state that its words do not tell clearly is unknown. Such pages tell no price.
    """
    text = decode_text(page.html[:_LONGEST], page.charset).text
    told = [chain for chain in chains if not page.url or chain.is_page(page.url)]
    if not any(name in text for chain in told for name in _names(chain)):
        return ()
    tree = LexborHTMLParser(text)
    for chain in told:
        listed = tuple(_stores(tree, chain, page.url))
        if not listed and chain.none and chain.none in text:
            listed = (_offer(tree, chain, page.url, "", Availability.OUT_OF_STOCK),)
        if listed:
            having = tuple(one for one in listed if not one.availability.is_gone)
            return having or (replace(listed[0], seller=""),)
    return ()


def _names(chain: StoreStock) -> Iterator[str]:
    """Yield what a page of this chain holds; any other is passed over without being parsed."""
    yield from re.findall(r"[.#]([\w-]+)", chain.state)
    if chain.none:
        yield chain.none


def _stores(tree: LexborHTMLParser, chain: StoreStock, url: str) -> Iterator[Candidate]:
    seen: set[str] = set()
    for unit in tree.css(chain.unit)[:_MOST]:
        store, said = unit.css_first(chain.store), unit.css_first(chain.state)
        name = _text(store) if store else ""
        if not name or said is None or name in seen:
            continue
        seen.add(name)
        area = unit.css_first(chain.area) if chain.area else None
        place = f"{name[:80]} ({_text(area)[:20]})" if area and _text(area) else name[:80]
        yield _offer(tree, chain, url, place, _state(_text(said)))


def _offer(tree: LexborHTMLParser, chain: StoreStock, url: str, store: str, state: Availability) -> Candidate:
    title = next((text for node in tree.css(chain.title) if (text := _text(node))), "")[:300]
    return Candidate(
        title=title,
        mall=chain.mall,
        seller=store,
        url=url,
        shipping=yen(0),
        availability=state,
        condition=Condition.NEW,
        identifiers=identifiers(title, ()),
        pickup=True,
    )


def _state(said: str) -> Availability:
    told = {state for state, words in _WORDS if words.search(said)}
    return told.pop() if len(told) == 1 else Availability.UNKNOWN


def _text(node: LexborNode) -> str:
    return " ".join(unicodedata.normalize("NFKC", node.text(separator=" ")).split())
