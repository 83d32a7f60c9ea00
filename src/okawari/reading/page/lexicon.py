"""The words of `stock.toml`: which state of stock a line of a page tells."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any, Final

from okawari.domain.offer import Availability

_WORD_LINE: Final = 40
_LINE: Final = 400


@dataclass(frozen=True, slots=True)
class Said:
    """A state of stock and the words that tell it."""

    state: Availability
    text: str


def folded(text: str) -> str:
    """Return text as the lexicon compares it: NFKC, without case, runs of white space as one space."""
    return " ".join(unicodedata.normalize("NFKC", text).casefold().replace("’", "'").split())


def telling(text: str) -> list[str]:
    """Return the lines of a folded text that may tell a state of stock, in their order."""
    stems = [stem for stem in _lexicon().stems if stem in text]
    return [line for line in text.split("\n") if any(stem in line for stem in stems)] if stems else []


def states_in(line: str) -> Iterator[Said]:
    """Yield the states that one line tells, in its order; conditions ("if sold out") tell nothing."""
    whole = folded(line[:_LINE])
    lexicon = _lexicon()
    alone = lexicon.words.fullmatch(whole.strip(" .!！。:・()[]【】「」※")) if len(whole) <= _WORD_LINE else None
    if alone:
        yield Said(Availability(str(alone.lastgroup)), line.strip())
        return
    for found in lexicon.phrases.finditer(lexicon.aside.sub(" ", whole)):
        yield Said(Availability(str(found.lastgroup)), line.strip()[:200])


def button_of(text: str) -> Availability | None:
    """Return what a button's words offer: `in_stock` to buy, `preorder`, a state that it tells instead, else None."""
    whole = folded(text[: _WORD_LINE * 2])
    lexicon = _lexicon()
    told = next(states_in(text[: _WORD_LINE * 2]), None)
    if told and not told.state.is_at_hand:
        return told.state
    if lexicon.preorder.search(whole):
        return Availability.PREORDER
    return Availability.IN_STOCK if lexicon.buy.search(whole) else None


def is_other_heading(line: str) -> bool:
    """Tell whether a short line opens a list of other things: related, recommended, seen before."""
    return len(line) <= _WORD_LINE * 2 and _lexicon().others.match(folded(line)) is not None


@dataclass(frozen=True, slots=True)
class _Lexicon:
    stems: tuple[str, ...]
    aside: re.Pattern[str]
    phrases: re.Pattern[str]
    words: re.Pattern[str]
    buy: re.Pattern[str]
    preorder: re.Pattern[str]
    others: re.Pattern[str]


@cache
def _lexicon() -> _Lexicon:
    table = tomllib.loads((resources.files(__package__) / "stock.toml").read_text(encoding="utf-8"))
    states = table["state"]
    return _Lexicon(
        stems=tuple(table["stems"]),
        aside=_any(table["aside"]),
        phrases=re.compile("|".join(_group(one["name"], map(_bounded, one["phrases"])) for one in states)),
        words=re.compile("|".join(_group(one["name"], one["phrases"] + one["words"]) for one in states)),
        buy=_any(table["button"]["buy"]),
        preorder=_any(table["button"]["preorder"]),
        others=_any(table["other"]["headings"]),
    )


def _any(patterns: Iterable[Any]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns))


def _group(name: str, patterns: Iterable[str]) -> str:
    return f"(?P<{name}>{'|'.join(f'(?:{pattern})' for pattern in patterns)})"


def _bounded(pattern: str) -> str:
    """Keep Latin words whole; scripts without spaces need no bounds."""
    return rf"(?<![a-z])(?:{pattern})(?![a-z])"
