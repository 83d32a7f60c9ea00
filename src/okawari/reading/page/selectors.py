"""Selectors without the parts that cannot match: a parser tries each part on each node, and a page has few of most kinds."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from okawari.reading.bytes_in import holds, place

_PART: Final = re.compile(r"(?:[^,(]|\([^()]*\))+")
_ONE_OF: Final = re.compile(r"(\w+:is)\((.+)\)")
_WORD: Final = re.compile(r"""=["']?([^"'\]]+)|[.#\[]([\w-]+)|(\w+)""")
_BY_NUMBER: Final = re.compile(
    rb"&#(?:x0*(?:2d|3[0-9]|[4-7][0-9a-f]|[0-9a-f]{3,})|0*(?:4[5-9]|5[0-7]|6[5-9]|[7-9][0-9]|1[0-2][0-9]|[0-9]{4,}))"
)
"""A letter, digit or hyphen that is written by its number: names that hold one do not stand in the bytes."""


class _Part(NamedTuple):
    """A selector as one of several (`a:is`) or by itself (""), each with the word that stands in any markup that it matches."""

    one_of: str
    ways: tuple[tuple[str, bytes], ...]


class Selector:
    """A list of selectors, each for a tag, for what is named so, or for one of several things of a tag (`a:is([href],[id])`)."""

    def __init__(self, css: str) -> None:
        """Find out what each part cannot do without."""
        self._css = css
        self._parts = [_part(part) for part in _PART.findall(css)]
        self._words = tuple(dict.fromkeys(word for part in self._parts for _, word in part.ways))
        self._made: dict[tuple[bytes, ...], str] = {}

    def within(self, lower: bytes) -> str:
        """Return the parts that may match in markup, which is given in small letters; "" where none may."""
        if holds(lower, b"&#") and _BY_NUMBER.search(lower):
            return self._css
        held = tuple([word for word in self._words if place(lower, word, 0, len(lower)) >= 0])
        if held not in self._made:
            self._made[held] = ",".join(filter(None, (_css(part, held) for part in self._parts)))
        return self._made[held]


def _part(css: str) -> _Part:
    one_of = _ONE_OF.fullmatch(css)
    name, ways = (one_of[1], one_of[2]) if one_of else ("", css)
    return _Part(name, tuple((way, _word(way)) for way in ways.split(",")))


def _word(css: str) -> bytes:
    """Return a word in small letters that stands in all markup of which a selector matches something: a value, a name or a tag."""
    value, name, tag = map(max, zip(*_WORD.findall(css), strict=True))
    # A parser makes `img` of `image`.
    return (value or name or ("<im" if tag == "img" else f"<{tag}")).lower().encode()


def _css(part: _Part, held: tuple[bytes, ...]) -> str:
    ways = ",".join(css for css, word in part.ways if word in held)
    return f"{part.one_of}({ways})" if part.one_of and ways else ways
