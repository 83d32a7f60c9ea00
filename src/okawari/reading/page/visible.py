"""What a person sees around the product's title: its prices, its words about stock, and the button to buy it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache, cached_property, lru_cache
from typing import Final

from selectolax.lexbor import LexborNode

from okawari.domain.offer import Availability
from okawari.reading.bytes_in import place
from okawari.reading.page.choices import CROSS, gone_table, is_gone_list
from okawari.reading.page.document import MARK, Document, describe
from okawari.reading.page.lexicon import Said, button_of, is_other_heading
from okawari.reading.page.lines import LINE, Lines
from okawari.reading.page.places import NEAR_THE_TITLE, element_of
from okawari.reading.page.price_labels import (
    LABEL_LETTERS,
    is_bare,
    is_compared,
    is_not_to_pay,
    is_placeholder,
    priced_lines,
)
from okawari.reading.page.selectors import Selector
from okawari.reading.price import Price, read_price

# What is asked of one kind of element is looked at for that kind alone, and each is found once.
_OTHERS: Final = Selector(
    "nav,footer,select,datalist,aside,#footer,[hidden],del,s,strike,"
    'img:is([alt*="sold" i],[alt*="売"],[alt*="品切"],[alt*="在庫"],[alt*="終了"])'
)
_PRICES: Final = '#okawari-title,[class*="price" i],[id*="price" i],[itemprop="price"],[data-price]'
_PRICE_WORDS: Final = {
    "de": ("preis",),
    "fr": ("prix",),
    "es": ("precio",),
    "it": ("prezzo",),
    "pt": ("preco",),
    "ja": ("kakaku", "kingaku"),
    "pl": ("cena",),
    "cs": ("cena",),
    "sk": ("cena",),
    "sl": ("cena",),
    "hu": ("_ar", "-ar"),
    "nl": ("prijs",),
    "ro": ("pret",),
}
_FORMER: Final = re.compile(
    r"(?:^|[-_ ])(?:old|was|list|rrp|msrp|strike|before|compare|sav(?:e|ing)s?|discount|unit|per|ship(?:ping)?|deliver\w*|month\w*"
    r"|install\w*|point\w*|finance|original|previous|crossed|uvp|statt|barre|vecchio|antiguo|coupon|from|range|filter|alert|history|tax)(?:$|[-_ ])"
    r"|old-?price|price-?old|oldprice|wasprice|listprice|originalprice|priceold|strike|unitprice|savings?|crossed",
    re.IGNORECASE,
)
_AMOUNTS: Final = re.compile(r"\d[\d.,']*\d|\d{2,}")
_CENTS: Final = re.compile(r"(\d) [.,]? ?(\d\d)(?=\D*$)")
_NO_PRICE: Final = re.compile(
    r"\b(?:off|sale|save|ship\w*|over|free|coupon|under|month|points?|from|ab|dès)\b|送料(?!込|無料)|以上|割引|クーポン|ポイント|月々"
)
_PRICE_LINES: Final = 40
"""Our own choice: lines around the title in which a price is looked for."""
_SIGNED: Final = re.compile(r"[^\W\d_]|[$€£¥₽₴₹₺₩₪円￥]")
_BUTTONS: Final = Selector(
    '#okawari-title,button,input:is([type="submit"],[type="button"],[type="image"]),[role="button"],a:is([class*="cart" i],'
    '[id*="cart" i],[class*="buy" i],[id*="buy" i],[class*="btn" i],[class*="button" i],[href*="cart" i]),img[alt*="カート"]'
)
_BUY_WORDS: Final = ("カートに", "カートへ", "かごに", "カゴに", "購入する")
_LINKS: Final = Selector("#okawari-title,a")
_TABLES: Final = Selector("table")
_HEADINGS: Final = "#okawari-title,h2,h3,h4,h5"
_OFF: Final = re.compile(
    r"(?:^|[-_ ])(?:disabled?|inactive|soldout|sold-out|is-disabled|unavailable)(?:$|[-_ ])", re.IGNORECASE
)
# Bounds on what a hostile page costs, and our own choice of how far around the title a page speaks of its product.
_DEEPEST: Final = 300
_MOST_NODES: Final = 30
_LIST: Final = 5
"""Buttons to buy from which on a page is one of several things: our own choice."""
_LIST_OF_PRICES: Final = 8
"""Different prices in one kind of node from which on it is."""
_MOST_BUTTONS: Final = 150
_PRICE_TEXT: Final = 80
_NEAR_LETTERS: Final = 6_000
_NEAR_STATE: Final = 1_200
"""Our own choice: bytes into the lines up to which words about stock make a price beside them the product's."""
_BEFORE_LETTERS: Final = 400
_BLANK: Final = 4


@dataclass(frozen=True, slots=True)
class Shown:
    """A price as it is shown, and where; `is_former` where its place is that of a price before, for comparison or for a part."""

    price: Price
    node: str
    text: str
    is_former: bool = False


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
        self._document = document
        self._tree = document.tree
        self._markup = document.window
        self._title_at = max(place(self._markup, MARK.encode(), 0, len(self._markup)), 0)
        self._currency = currency
        self._has_title = document.anchor is not None
        self._title = document.heading
        # Nodes named after a price stand within each other and hold the same text.
        self._read: dict[str, Price | None] = {}
        above = _above(self._tree.css_first("#okawari-title"))
        # In document order a node comes before its children; backwards, none is touched after it went with its parent.
        self._choices: list[str] = []
        for node in reversed(document.nodes(_OTHERS)):
            if node.tag == "img" and "hidden" not in node.attrs:
                node.insert_before(f"{LINE}{node.attrs.sget('alt')}{LINE}")
            elif node.mem_id not in above:
                if node.tag == "select":
                    self._choices.append(node.text(separator=LINE))
                node.decompose()

    @cached_property
    def buttons(self) -> tuple[Button, ...]:
        """The buttons behind the title that tell what can be done; where none is marked as one, the links that say so."""
        found = tuple(self._buttons(_BUTTONS))
        if found or not self.lines.holds(*_BUY_WORDS):
            return found
        return tuple(self._buttons(_LINKS))

    @property
    def can_buy(self) -> bool:
        """Whether a button to buy can be pressed."""
        return any(one.enabled and one.offers is Availability.IN_STOCK for one in self.buttons)

    @property
    def asks_password(self) -> bool:
        """Whether a password can be typed."""
        return self._tree.css_first('input[type="password"]') is not None

    @property
    def is_product(self) -> bool:
        """Whether this looks like a product's page: its title was found or something can be bought, and it is no list."""
        return (self._has_title or bool(self.buttons)) and not self.is_list

    @cached_property
    def is_list(self) -> bool:
        """Whether several things are offered alike: as many buttons to buy, or as many different prices in one kind of node."""
        buying = sum(one.offers is Availability.IN_STOCK for one in self.buttons)
        kinds = Counter(kind for kind, _ in {(one.node, one.price.amount) for one in self.prices if one.node})
        return buying >= _LIST or (bool(kinds) and kinds.most_common(1)[0][1] >= _LIST_OF_PRICES)

    @cached_property
    def lines(self) -> Lines:
        """The lines near the title."""
        body = self._tree.body
        whole = body.text(deep=True, separator=LINE, skip_empty=True) if body else ""
        before, mark, behind = whole.partition(MARK)
        near = (
            _tight(before[-_BLANK * _BEFORE_LETTERS :])[-_BEFORE_LETTERS:].partition(LINE)[2]
            + LINE
            + _tight(behind[: _BLANK * _NEAR_LETTERS])[:_NEAR_LETTERS]
            if mark
            else _tight(before[: _BLANK * _NEAR_LETTERS])[:_NEAR_LETTERS]
        )
        return Lines(near, self._title)

    def place_of(self, words: str) -> str:
        """Return the element that shows words of the lines (`dd.stock`), "near the title" where it cannot be told."""
        return element_of(self._markup, self.lines.written(words), self._title_at) or NEAR_THE_TITLE

    @property
    def states(self) -> tuple[Said, ...]:
        """What the lines tell of the stock, in their order."""
        return self.lines.states

    @cached_property
    def gone_choices(self) -> str:
        """The words of a list or a table of choices of which nothing is left, "" where something is or none is shown."""
        lists = (tuple(filter(None, map(str.strip, one.split(LINE)))) for one in self._choices)
        gone = next((" ".join(one) for one in lists if is_gone_list(one)), "")
        if gone or not self.lines.holds(*CROSS):
            return gone
        tables = [
            [cell for one in node.css("td") if (cell := one.text().strip())] for node in self._until_others(_TABLES)
        ]
        return gone_table(tables)

    @cached_property
    def prices(self) -> tuple[Shown, ...]:
        """The prices near the title, those behind it first."""
        before, behind = self._shown_prices
        shown = {amount for amount in {one.price.amount for one in behind} if self.lines.shows(amount)}
        near = [one for one in behind if one.price.amount in shown]
        return (*near, *reversed(before[-5:])) if near or (before and self.buttons) else self._in_lines()

    @cached_property
    def current(self) -> frozenset[Decimal]:
        """The amounts of all prices shown, near or far, that are no former ones."""
        before, behind = self._shown_prices
        return frozenset(one.price.amount for one in (*before, *behind) if not one.is_former)

    @cached_property
    def _shown_prices(self) -> tuple[list[Shown], list[Shown]]:
        """The prices before and behind the title."""
        before: list[Shown] = []
        behind: list[Shown] = []
        into = before if self._has_title else behind
        for node in self._until_others(_price_nodes(self._document.language[:2])):
            if node.id == "okawari-title":
                into = behind
            elif shown := self._shown(node):
                into.append(shown)
                if len(behind) >= _MOST_NODES:
                    break
        return before, behind

    def _until_others(self, selector: Selector) -> Iterator[LexborNode]:
        """Yield the nodes up to the first heading behind the title that opens a list of other things."""
        last = self._others.mem_id if self._others else 0
        for node in self._document.nodes(selector, "#okawari-others" if last else ""):
            if node.mem_id == last:
                return
            yield node

    @cached_property
    def _others(self) -> LexborNode | None:
        """That heading, which then bears the id `okawari-others`."""
        passed = not self._has_title
        for node in self._tree.css(_HEADINGS):
            passed = passed or node.id == "okawari-title"
            if passed and is_other_heading(node.text()):
                node.attrs["id"] = "okawari-others"
                return node
        return None

    def _in_lines(self) -> tuple[Shown, ...]:
        """Return the price in the first line with a currency, where no node is named a price.

        Without a button to buy something must tell of the stock, and the line be a price and nothing else. A price to
        compare with counts where none other is shown.
        """
        if not self.buttons and not self.gone_choices and not any(one.at <= _NEAR_STATE for one in self.states):
            return ()
        compared: list[Shown] = []
        for text, called in priced_lines([*self.lines][:_PRICE_LINES], _PRICE_TEXT):
            if len(text) > _PRICE_TEXT or _NO_PRICE.search(text) or is_not_to_pay(called):
                continue
            if not self.buttons and not is_bare(text):
                continue
            price = read_price(text)
            if price and price.amount and price.currency and not is_placeholder(price.amount):
                shown = Shown(price, self.place_of(text), text)
                if not is_compared(called):
                    return (shown,)
                compared.append(shown)
        return tuple(compared[:1])

    def _shown(self, node: LexborNode) -> Shown | None:
        text = " ".join(node.text(separator=" ").split())
        if len(text) > _PRICE_TEXT or not any(map(str.isdigit, text)):
            return None
        text = _CENTS.sub(r"\1.\2", text)
        if text not in self._read:
            self._read[text] = (read_price(text) if _SIGNED.search(text) else None) or read_price(text, self._currency)
        price = self._read[text]
        if price is None or not price.amount or is_placeholder(price.amount):
            return None
        called = f"{_label_before(node)} {text}"
        if is_not_to_pay(called):
            return None
        holder = node.parent
        named = f"{node.attrs.sget('class')} {node.id or ''}"
        around = holder.attrs.sget("class") if holder is not None else ""
        former = _is_former(named) or _is_former(around) or len(set(_AMOUNTS.findall(text))) > 1 or is_compared(called)
        return Shown(Price(price.amount, price.currency or self._currency), describe(node), text, former)

    def _buttons(self, selector: Selector) -> Iterator[Button]:
        passed = not self._has_title
        count = 0
        for node in self._until_others(selector):
            if node.id == "okawari-title":
                passed = True
                continue
            count += passed
            if not passed or count > _MOST_BUTTONS:
                continue
            attributes = node.attrs
            text = " ".join(node.text().split())
            if not text:
                text = next(filter(None, map(attributes.sget, ("value", "alt", "title", "aria-label"))), "")
            offers = button_of(text) if text and len(text) <= _PRICE_TEXT else None
            if offers is None:
                continue
            off = (
                "disabled" in attributes
                or attributes.sget("aria-disabled") == "true"
                or _OFF.search(attributes.sget("class")) is not None
            )
            yield Button(offers, not off, describe(node), text)


@cache
def _price_nodes(language: str) -> Selector:
    words = _PRICE_WORDS.get(language, ())
    return Selector(",".join((_PRICES, *(f'[{name}*="{word}" i]' for word in words for name in ("class", "id")))))


@lru_cache(2000)
def _is_former(name: str) -> bool:
    """Tell whether a class is named after a price before; a page names many nodes alike."""
    return _FORMER.search(name) is not None


def _label_before(node: LexborNode) -> str:
    """Return the text right before a node where it may be its label, "" where there is none."""
    before = node.prev
    while before is not None and before.tag == "-text" and not before.text().strip():
        before = before.prev
    words = before.text().strip() if before is not None else ""
    return words if len(words) <= LABEL_LETTERS and not any(map(str.isdigit, words)) else ""


def _above(node: LexborNode | None) -> set[int]:
    """Return the ids of the nodes around a node."""
    found: set[int] = set()
    while node is not None and len(found) < _DEEPEST:
        found.add(node.mem_id)
        node = node.parent
    return found


def _tight(text: str) -> str:
    """Return pieces of text without blanks around them, and none that are empty."""
    return LINE.join(filter(None, map(str.strip, text.split(LINE))))
