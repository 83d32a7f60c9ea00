"""The lines of a page near its product's title: the numbers they hold and the states of stock they tell."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from functools import cached_property
from typing import Final

from okawari.reading.bytes_in import holds
from okawari.reading.page.choice_lines import gone_alone
from okawari.reading.page.identity import likeness, words_of
from okawari.reading.page.lexicon import Said, folded_lines, near, telling
from okawari.reading.yen import TAX_WORDS, tax_told, with_tax

LINE: Final = "\ue001"
"""Stands between two pieces of text that nodes part."""

_GAPS: Final = " \n"
_MARKS: Final = f".,'{_GAPS}"
_NUMBERS: Final = re.compile(rf"\d[\d{_MARKS}]*")
_RUN: Final = re.compile(r"\d+")
_BETWEEN_DIGITS: Final = re.compile(rf"(?<=\d)(?:[.,'](?=\d)|[{_GAPS}](?=\d{{2,3}}(?!\d)))")
_OPEN_END: Final = re.compile(rf"[{_GAPS}]?円?[{_GAPS}]?(?:\(?税込み?\)?)?[{_GAPS}]?[~〜](?![{_GAPS}]?\d)")
_BESIDE: Final = 6
"""Our own choice: lines before and behind a price that may say whether it is with tax; sign, number and note stand apart."""
_TITLE_AGAIN: Final = 0.8
"""Our own choice: likeness from which on a line repeats the title."""


class Lines:
    """Folded lines, up to where other things begin; what repeats the title states nothing.

    `text` is all of them, each but the last with a break behind it: what hardly any page says is looked for there first.
    """

    def __init__(self, text: str, title: str) -> None:
        """Fold the text, whose pieces are parted by `LINE`."""
        self._pieces = text.split(LINE)
        self._title = title
        self.text = near(folded_lines(self._pieces))

    def __iter__(self) -> Iterator[str]:
        return iter(self._texts)

    def written(self, words: str) -> str:
        """Return as the page writes it the first line that words are, or else begin with or end; "" where none is."""
        if words in self._texts:
            return self._pieces[self._texts.index(words)]
        begun = (at for at, one in enumerate(self._texts) if one and (words.startswith(one) or one.endswith(words)))
        return next((self._pieces[at] for at in begun), "")

    @cached_property
    def _texts(self) -> list[str]:
        return self.text.split("\n")

    def holds(self, *words: str) -> bool:
        """Tell whether any of some words stands in the lines; in bytes many letters are passed over at once."""
        return holds(self._bytes, *map(str.encode, words))

    @cached_property
    def _bytes(self) -> bytes:
        return self.text.encode()

    def shows(self, amount: Decimal) -> bool:
        """Tell whether the lines hold an amount, however its digits are parted."""
        written = format(amount, ".2f")
        whole, _, cents = written.partition(".")
        plain = (whole, f"{amount:,.0f}") if cents == "00" else ()
        if any(map(self._holds, (*plain, written, written.replace(".", ","), f"{amount:,.2f}"))):
            return True
        return f"{whole}{cents}" in self._runs or (cents == "00" and whole in self._runs)

    def is_open(self, amount: Decimal) -> bool:
        """Tell whether an amount is where prices begin: 1,980円〜."""
        if not self.holds("~", "〜"):
            return False
        text, digits = _BETWEEN_DIGITS.sub("", self.text), format(amount, ".0f")
        at = text.find(digits)
        while at >= 0:
            if _OPEN_END.match(text, at + len(digits)) and not text[max(at - 1, 0) : at].isdecimal():
                return True
            at = text.find(digits, at + 1)
        return False

    def with_tax(self, amount: Decimal) -> tuple[Decimal, str] | None:
        """Return the amount in yen that a person pays where the lines show one as that without tax, and their words."""
        if not self.holds("税込"):
            return None
        for at in self._holding((format(amount, ".0f"), format(amount, ",.0f"))):
            paid = with_tax(self._around(at, _BESIDE), amount)
            if paid is not None:
                around = (self._around(at, lines) for lines in range(_BESIDE + 1))
                return paid, next(words for words in around if with_tax(words, amount) == paid)
        return None

    def tax_told(self, amount: Decimal) -> tuple[bool, str] | None:
        """Return whether the lines say of an amount in yen that it holds the tax, with their words; None where they say neither, or both."""
        if not self.holds(*TAX_WORDS):
            return None
        said: dict[bool, str] = {}
        for at in self._holding((format(amount, ".0f"), format(amount, ",.0f"))):
            for words in (self._around(at, lines) for lines in (0, 1)):
                if any(word in words for word in TAX_WORDS) and (told := tax_told(words, amount)):
                    said = dict.fromkeys(told, words) | said
                    break
        return next(iter(said.items())) if len(said) == 1 else None

    def _holding(self, words: Iterable[str]) -> list[int]:
        """Return the places of the lines in which one of some words stands, in their order."""
        found: set[int] = set()
        for word in words:
            at = self.text.find(word)
            while at >= 0:
                found.add(self.text.count("\n", 0, at))
                end = self.text.find("\n", at)
                at = self.text.find(word, end) if end >= 0 else -1
        return sorted(found)

    def _around(self, at: int, lines: int) -> str:
        """Return a line and so many before and behind it as one text."""
        return " ".join(self._texts[max(0, at - lines) : at + lines + 1]).strip()

    @cached_property
    def states(self) -> tuple[Said, ...]:
        """What the lines tell of the stock, in their order."""
        found = tuple(telling(self._bytes))
        if any(said.state.is_gone for said in found) and (alone := gone_alone(self._texts)):
            found = tuple(said for said in found if self._bytes.count(b"\n", 0, said.at) not in alone)
        title = words_of(self._title) if found else frozenset()
        return tuple(said for said in found if likeness(words_of(said.text), title) < _TITLE_AGAIN)

    def _holds(self, number: str) -> bool:
        """Tell whether a number stands alone where it is met first: that spares looking at all of them."""
        if not self.holds(number):
            return False
        before, _, behind = self.text.partition(number)
        around = before.rstrip(_GAPS)[-1:], behind.lstrip(_GAPS)[:1]
        return not any(one.isdecimal() or one in _MARKS for one in around if one)

    @cached_property
    def _runs(self) -> frozenset[str]:
        """The digits of every number, without marks and gaps."""
        found = {number.rstrip(_MARKS) for number in _NUMBERS.findall(self.text)}
        whole = {number for number in found if number.isdigit()}
        parted = "|".join(found - whole)
        return frozenset(
            whole.union(_RUN.findall(_BETWEEN_DIGITS.sub("", parted)), _RUN.findall(parted.replace(",", "")))
        )
