"""What a person sees around the product's title: its prices, its words about stock, and the button to buy it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from selectolax.lexbor import LexborNode

from okawari.domain.offer import Availability
from okawari.reading.page.document import MARK, Document, describe
from okawari.reading.page.lexicon import Said, button_of, folded, is_other_heading, states_in, telling
from okawari.reading.price import Price, read_price

_OTHERS: Final = ",".join(
    ["nav", "footer", "aside", "option", "datalist", "#footer", "[hidden]"]
    + [f'[style*="display:{space}none"]' for space in ("", " ")]
    + [
        f'[{where}*="{word}" i]'
        for where in ("class", "id")
        for word in (
            "recommend",
            "related",
            "similar",
            "carousel",
            "also-",
            "recently",
            "cross-sell",
            "crosssell",
            "upsell",
            "review",
            "breadcrumb",
            "sponsor",
            "megamenu",
            "footer",
        )
    ]
)
_CROSSED: Final = "del,s,strike"
_PRICES: Final = (
    '#okawari-title,[class*="price" i],[id*="price" i],[class*="kakaku" i],[itemprop="price"],[data-price],[class*="preis" i],'
    '[class*="prix" i],[class*="precio" i],[class*="prezzo" i],[class*="cena" i],[class*="preco" i]'
)
_NOT_THE_PRICE: Final = re.compile(
    r"(?:^|[-_ ])(?:old|was|list|rrp|msrp|regular|reg|strike|before|compare|sav(?:e|ing)s?|discount|unit|per|ship(?:ping)?|deliver\w*|month\w*"
    r"|install\w*|point\w*|finance|original|previous|crossed|uvp|statt|barre|vecchio|antiguo|coupon|from|range|filter|alert|history|tax)(?:$|[-_ ])"
    r"|old-?price|price-?old|oldprice|wasprice|listprice|regularprice|originalprice|priceold|strike|unitprice|savings?|crossed",
    re.IGNORECASE,
)
_SIGNED: Final = re.compile(r"[^\W\d_]|[$€£¥₽₴₹₺₩₪円￥]")
_BUTTONS: Final = (
    '#okawari-title,button,input[type="submit"],input[type="button"],input[type="image"],[role="button"],a[class*="cart" i],'
    'a[id*="cart" i],a[class*="buy" i],a[id*="buy" i],a[class*="btn" i],a[class*="button" i],img[alt*="カート"],a[href*="cart" i]'
)
_OFF: Final = re.compile(
    r"(?:^|[-_ ])(?:disabled?|inactive|soldout|sold-out|is-disabled|unavailable)(?:$|[-_ ])", re.IGNORECASE
)
_MOST_NODES: Final = 60
_MOST_BUTTONS: Final = 150
_PRICE_TEXT: Final = 80
_NEAR_LINES: Final = 260
_NEAR_LETTERS: Final = 9_000
_BEFORE_LETTERS: Final = 400


@dataclass(frozen=True, slots=True)
class Shown:
    """A price as it is shown, and where."""

    price: Price
    node: str
    text: str


@dataclass(frozen=True, slots=True)
class Button:
    """A button of the product: what it offers, whether it can be pressed, where it is and its words."""

    offers: Availability
    enabled: bool
    node: str
    text: str


class Visible:
    """The visible part of a document around its title; what leads to other things is taken out first.

    `currency` is that of amounts without a sign.
    """

    def __init__(self, document: Document, currency: str) -> None:
        """Take out of the tree what is not about the product."""
        self._tree = document.tree
        self._currency = currency
        self._has_title = document.anchor is not None
        gone = [node for node in self._tree.css(_OTHERS) if node.css_first("#okawari-title") is None]
        for node in reversed(gone):
            node.decompose()
        self.buttons = tuple(self._buttons())
        for node in reversed(self._tree.css(_CROSSED)):
            node.decompose()

    @cached_property
    def text(self) -> str:
        """The lines near the title, folded, up to where other things begin."""
        body = self._tree.body
        whole = body.text(deep=True, separator="\n", strip=True) if body else ""
        before, mark, behind = whole.partition(MARK)
        near = behind if mark else before
        lines: list[str] = []
        for line in near[:_NEAR_LETTERS].split("\n")[:_NEAR_LINES]:
            if len(lines) > 5 and is_other_heading(line):
                break
            lines.append(line)
        if mark:
            lines = [*before[-_BEFORE_LETTERS:].split("\n")[1:], *lines]
        return "\n".join(folded(line) for line in lines)

    @cached_property
    def states(self) -> tuple[Said, ...]:
        """What the lines tell of the stock, in their order."""
        return tuple(said for line in telling(self.text) for said in states_in(line))

    @cached_property
    def prices(self) -> tuple[Shown, ...]:
        """The prices shown, those behind the title first."""
        before: list[Shown] = []
        behind: list[Shown] = []
        into = before if self._has_title else behind
        count = 0
        for node in self._tree.css(_PRICES):
            if node.id == "okawari-title":
                into = behind
                continue
            if into is behind:
                count += 1
                if count > _MOST_NODES:
                    break
            shown = self._shown(node)
            if shown:
                into.append(shown)
        return (*behind, *reversed(before[-5:]))

    def _shown(self, node: LexborNode) -> Shown | None:
        attributes = node.attributes
        named = f"{attributes.get('class') or ''} {attributes.get('id') or ''}"
        if _NOT_THE_PRICE.search(named):
            return None
        holder = node.parent
        if holder is not None and _NOT_THE_PRICE.search((holder.attributes or {}).get("class") or ""):
            return None
        text = " ".join(node.text(separator=" ").split())
        if not text or len(text) > _PRICE_TEXT or not any(letter.isdigit() for letter in text):
            return None
        price = read_price(text) if _SIGNED.search(text) else None
        price = price or read_price(text, self._currency)
        if price is None or not price.amount:
            return None
        return Shown(Price(price.amount, price.currency or self._currency), describe(node), text)

    def _buttons(self) -> Iterator[Button]:
        passed = not self._has_title
        count = 0
        for node in self._tree.css(_BUTTONS):
            if node.id == "okawari-title":
                passed = True
                continue
            count += passed
            if not passed or count > _MOST_BUTTONS:
                continue
            attributes = node.attributes
            text = " ".join(node.text().split())
            if not text:
                text = next(
                    (str(attributes[name]) for name in ("value", "alt", "title", "aria-label") if attributes.get(name)),
                    "",
                )
            if not text or len(text) > _PRICE_TEXT:
                continue
            offers = button_of(text)
            if offers is None:
                continue
            off = (
                "disabled" in attributes
                or attributes.get("aria-disabled") == "true"
                or _OFF.search(attributes.get("class") or "") is not None
            )
            yield Button(offers, not off, describe(node), text)
