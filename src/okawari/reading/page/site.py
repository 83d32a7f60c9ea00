"""A page read by the layout of its shop."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Final

from selectolax.lexbor import LexborNode

from okawari.domain.offer import Availability
from okawari.reading.page.candidate import SURE, Candidate, availability_of, condition_of, price_of
from okawari.reading.page.document import Document, describe
from okawari.reading.page.lexicon import folded, states_in
from okawari.reading.page.sites import Fact, Layout
from okawari.reading.page.source import PageSource
from okawari.reading.price import Price, read_price

_TEXT: Final = 400
# Bounds on what a hostile page costs.
_DEEPEST: Final = 14
_MOST_VALUES: Final = 200
_MOST_NODES: Final = 3
_WITHIN_ID: Final = re.compile(r"#([\w-]+)(?:[ .:\[>][^,]*)?")
"""A selector of what has an id, or stands within it."""
_DIGITS: Final = re.compile(r"\d[\d,]*")


@dataclass(frozen=True, slots=True)
class _Found:
    """A value that a fact led to, and where it stands."""

    fact: Fact
    text: str
    node: str


class SitePage:
    """The facts of one page by its layout."""

    def __init__(self, layout: Layout, document: Document, source: PageSource) -> None:
        """Open nothing yet."""
        self._layout = layout
        self._tree = document.wide_tree
        self._source = source
        self._url = next(iter(document.identity.urls), "")

    def candidate(self) -> Candidate:
        """Return the offer that the layout's facts make."""
        layout = self._layout
        priced = [(found, price) for found in self._all(layout.price) if (price := self._price(found))]
        states = self._states()
        return Candidate(
            rule=f"site.{layout.id}",
            node=priced[0][0].node if priced else states[0][0].node if states else "",
            prices=tuple(dict.fromkeys(price for _, price in priced)),
            availabilities=tuple(dict.fromkeys(state for _, state in states)),
            words=states[0][0].text if states else "",
            title=self._text(layout.title),
            seller=self._text(layout.seller),
            sellers=tuple(dict.fromkeys(found.text for found in self._all(layout.seller))),
            condition=next((c for found in self._all(layout.condition) if (c := condition_of(found.text))), None),
            shipping=next((p for found in self._all(layout.shipping) if (p := self._postage(found))), None),
            codes=tuple((code, found.text) for code, facts in layout.codes for found in self._all(facts)),
            matched=SURE,
        )

    def _states(self) -> list[tuple[_Found, Availability]]:
        """Return the states that the first fact that tells any tells."""
        for fact in self._layout.stock:
            told = [(found, state) for found in self._found(fact) if (state := _state_of(found))]
            if told:
                return told if fact.path else told[:1]
        return []

    def points(self) -> int | None:
        """Return the points that the shop grants for one piece."""
        for found in self._all(self._layout.points):
            digits = _DIGITS.search(folded(found.text))
            if digits:
                return int(digits[0].replace(",", ""))
        return None

    def _text(self, facts: Iterable[Fact]) -> str:
        return next((found.text for found in self._all(facts)), "")

    def _all(self, facts: Iterable[Fact]) -> list[_Found]:
        """Return what the first fact that leads to anything leads to."""
        for fact in facts:
            found = [one for one in self._found(fact) if one.text]
            if found:
                return found if fact.path else found[:1]
        return []

    def _found(self, fact: Fact) -> Iterator[_Found]:
        if fact.path:
            values = _at(self._state, fact.path.split("."))
            texts = [(_meant(fact, value) if fact.cases else _plain(value), f"state {fact.path}") for value in values]
        elif fact.css == "url":
            texts = [(self._url, "url")]
        else:
            texts = [
                (
                    str(node.attributes.get(fact.attribute) or "") if fact.attribute else node.text(separator=" "),
                    describe(node),
                )
                for node in self._nodes(fact.css)
            ]
        for text, node in texts:
            told = " ".join(text.split())[:_TEXT]
            if fact.pattern:
                cut = re.search(fact.pattern, told)
                told = (cut[1] if cut.re.groups else cut[0]) if cut else ""
            if told or (fact.says and not fact.pattern):
                yield _Found(fact, fact.says or told, node)

    def _nodes(self, css: str) -> list[LexborNode]:
        """Return the first nodes that a selector leads to; most layouts name many ids of which a page has few."""
        within = _WITHIN_ID.fullmatch(css)
        tops = self._by_id.get(within[1].lower(), ()) if within else (self._tree,)
        return [node for top in tops for node in top.css(css)][:_MOST_NODES]

    @cached_property
    def _by_id(self) -> dict[str, list[LexborNode]]:
        """The nodes by their ids, without case: such a page may have no doctype, and then case does not count."""
        found: dict[str, list[LexborNode]] = {}
        for node in self._tree.css("[id]"):
            found.setdefault((node.id or "").lower(), []).append(node)
        return found

    def _price(self, found: _Found) -> Price | None:
        if not found.fact.path:
            return read_price(found.text) or read_price(found.text, self._layout.currency)
        price = price_of(found.text, self._layout.currency)
        return Price(price.amount / self._layout.divide, price.currency) if price else None

    def _postage(self, found: _Found) -> Price | None:
        return read_price(found.text, self._layout.currency)

    @cached_property
    def _state(self) -> Any:
        """The embedded state, None where there is none that can be read."""
        script = self._source.script(self._layout.state) if self._layout.state else ""
        brace = script.find("{")
        try:
            return json.JSONDecoder(strict=False).raw_decode(script, brace)[0] if brace >= 0 else None
        except (ValueError, RecursionError):
            return None


def _meant(fact: Fact, value: Any) -> str:
    """Return what the first case that holds for a value says."""
    for case in fact.cases:
        found = _plain(value.get(case.key)) if isinstance(value, dict) else ""
        is_less = case.below is not None and found.lstrip("-").isdigit() and int(found[:12]) < case.below
        if is_less or (case.below is None and found and case.equals in {None, found}):
            return case.says
    return ""


def _state_of(found: _Found) -> Availability | None:
    if found.fact.says or found.fact.cases:
        return Availability(found.text)
    told = [said.state for said in states_in(found.text)]
    return told[0] if told else availability_of(found.text)


def _at(value: Any, path: Sequence[str], depth: int = 0) -> list[Any]:
    """Return the values at a path of keys; `*` stands for every key or place."""
    if not path or depth > _DEEPEST:
        return [value]
    key, rest = path[0], path[1:]
    if key == "*":
        inner = list(value.values()) if isinstance(value, dict) else value if isinstance(value, list) else []
        return [found for one in inner[:_MOST_VALUES] for found in _at(one, rest, depth + 1)][:_MOST_VALUES]
    if isinstance(value, list) and key.isdigit():
        return _at(value[int(key)], rest, depth + 1) if int(key) < len(value) else []
    return _at(value[key], rest, depth + 1) if isinstance(value, dict) and key in value else []


def _plain(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return "" if value is None or isinstance(value, dict | list) else str(value)
