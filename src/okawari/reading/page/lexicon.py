"""The words of `stock.toml`: which state of stock a line of a page tells."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources
from operator import attrgetter
from typing import Any, Final, NamedTuple
from unicodedata import is_normalized, normalize

from okawari.domain.offer import Availability
from okawari.reading.literals import Literals

_WORD_LINE: Final = 40
"""Our own choice: letters of a line that may hold a word of the lexicon and nothing else."""
_SENTENCE: Final = 150
"""Our own choice: bytes from which on a sentence describes and states nothing of the stock."""
_LINE: Final = 600
_MOST_LINES: Final = 80
"""Bounds on what a hostile page costs: letters of a text, and lines that tell of the stock."""
_TITLE_LINES: Final = 60
"""Our own choice: letters behind the title among which no line is taken for a heading of other things."""
_STOCK_LABEL: Final = re.compile(r"(?:在庫|在庫状況|在庫状態|在庫数|在庫の?有無):?")
"""A label whose value stands in the line below it."""
_TOLD: Final = attrgetter("told")
_SIZE: Final = attrgetter("size")
_OPENS_OTHERS: Final = attrgetter("opens_others")
_AROUND: Final = " .!！。:・()[]【】「」※*"


@dataclass(frozen=True, slots=True)
class Said:
    """A state of stock, the words that tell it, and how many bytes into the text their line begins."""

    state: Availability
    text: str
    at: int = 0


class Line(NamedTuple):
    """A folded line, its length in bytes, whether it opens a list of other things, and what it tells of the stock.

    `told` is None where it holds no stem.
    """

    text: str
    size: int
    opens_others: bool
    told: tuple[Said, ...] | None


def folded(text: str) -> str:
    """Return text as the lexicon compares it: NFKC, without case, runs of white space as one space."""
    # Most text is in that form, which is cheap to see.
    composed = text if text.isascii() or is_normalized("NFKC", text) else normalize("NFKC", text)
    return " ".join(composed.casefold().replace("’", "'").split())


@lru_cache(10_000)
def line_of(text: str) -> Line:
    """Return a line of a page as it is compared; most were met before, on it or when it was last looked at."""
    line = folded(text)
    has_stem = len(line) <= _SENTENCE and _lexicon().stems.stand_in(line)
    return Line(line, len(line.encode()), _opens_others(line), _states(line) if has_stem else None)


def near(lines: Sequence[Line]) -> Sequence[Line]:
    """Return the lines up to the heading of other things: related, recommended, seen before."""
    if not any(map(_OPENS_OTHERS, lines)):
        return lines
    at = 0
    for number, line in enumerate(lines):
        if line.opens_others and at > _TITLE_LINES:
            return lines[:number]
        at += len(line.text) + 1
    return lines


def is_other_heading(text: str) -> bool:
    """Tell whether a heading opens a list of other things."""
    return _opens_others(folded(text[: _WORD_LINE * 4]))


def _opens_others(line: str) -> bool:
    return len(line) <= 2 * _WORD_LINE and _lexicon().others.match(line) is not None


def telling(lines: Sequence[Line]) -> Iterator[Said]:
    """Yield the states of stock that lines tell, in their order."""
    begins = met = 0
    number = 0
    for at, told in enumerate(map(_TOLD, lines)):
        if told is None:
            continue
        met += 1
        if met > _MOST_LINES:
            return
        tells = told or _below_label(lines, at)
        if tells:
            begins += sum(map(_SIZE, lines[number:at])) + at - number
            number = at
            for said in tells:
                yield Said(said.state, said.text, begins)


def _below_label(lines: Sequence[Line], at: int) -> tuple[Said, ...]:
    """Return what a line is the label of, as the next one tells it."""
    label = lines[at].text
    if not _STOCK_LABEL.fullmatch(label) or at + 1 == len(lines):
        return ()
    return line_of(f"{label.rstrip(':')}:{lines[at + 1].text[:_WORD_LINE]}").told or ()


def states_in(text: str) -> tuple[Said, ...]:
    """Return the states that one text tells, in its order; conditions ("if sold out") tell nothing."""
    return _states(folded(text[:_LINE]))


def _states(line: str) -> tuple[Said, ...]:
    lexicon = _lexicon()
    alone = lexicon.words.fullmatch(line.strip(_AROUND)) if len(line) <= _WORD_LINE else None
    if alone:
        return (Said(Availability(str(alone.lastgroup)), line),)
    if not _is_short(line) or not lexicon.phrases.search(line):
        return ()
    told = lexicon.phrases.finditer(lexicon.aside.sub(" ", line))
    return tuple(Said(Availability(str(found.lastgroup)), line[:200]) for found in told)


@lru_cache(1000)
def button_of(text: str) -> Availability | None:
    """Return what a button's words offer: `in_stock` to buy, `preorder`, a state that it tells instead, else None."""
    whole = folded(text[: _WORD_LINE * 2])
    lexicon = _lexicon()
    told = _states(whole)
    if told and not told[0].state.is_at_hand:
        return told[0].state
    if lexicon.preorder.search(whole):
        return Availability.PREORDER
    return Availability.IN_STOCK if lexicon.buy.search(whole) else None


def _is_short(line: str) -> bool:
    """Tell whether a line may state something: no question, and no long sentence of a description."""
    return len(line.encode()) <= _SENTENCE and not line.endswith(("?", "か。"))


@dataclass(frozen=True, slots=True)
class _Lexicon:
    stems: Literals
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
        stems=Literals(table["stems"]),
        aside=_any(table["aside"]),
        # Latin words are taken whole; scripts without spaces need no bounds.
        phrases=re.compile(
            rf"(?<![a-z])(?:{'|'.join(_group(one['name'], one['phrases']) for one in states)})(?![a-z])"
        ),
        words=re.compile("|".join(_group(one["name"], one["phrases"] + one["words"]) for one in states)),
        buy=_any(table["button"]["buy"]),
        preorder=_any(table["button"]["preorder"]),
        others=_any(table["other"]["headings"]),
    )


def _any(patterns: Iterable[Any]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns))


def _group(name: str, patterns: Iterable[str]) -> str:
    return f"(?P<{name}>{'|'.join(f'(?:{pattern})' for pattern in patterns)})"
