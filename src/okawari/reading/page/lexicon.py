"""The words of `stock.toml`: which state of stock a line of a page tells."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from importlib import resources
from typing import Any, Final
from unicodedata import is_normalized, normalize

from okawari.domain.offer import Availability

_WORDS: Final = re.compile(r"\w+|[△◎]")
_WORD_LINE: Final = 40
_LINE: Final = 600
_MOST_LINES: Final = 80
_SENTENCE: Final = 150
_TITLE_LINES: Final = 60
_AROUND: Final = " .!！。:・()[]【】「」※*"


@dataclass(frozen=True, slots=True)
class Said:
    """A state of stock, the words that tell it, and how many bytes into the text their line begins."""

    state: Availability
    text: str
    at: int = 0


def folded(text: str) -> str:
    """Return text as the lexicon compares it: NFKC, without case, runs of white space as one space."""
    return _folded(_composed(text))


def folded_lines(text: str, mark: str) -> str:
    """Return text folded, the marks that part its lines as line feeds. By pieces it is quicker: few are not in NFKC form."""
    return _folded(mark.join(map(_composed, text.split(mark)))).replace(mark, "\n")


def _composed(text: str) -> str:
    """Return text in NFKC form: most is in it, which is cheap to see."""
    return text if text.isascii() or is_normalized("NFKC", text) else normalize("NFKC", text)


def _folded(text: str) -> str:
    return " ".join(text.casefold().replace("’", "'").split())


def near_lines(text: str) -> list[str]:
    """Return the lines of folded text up to the heading of other things: related, recommended, seen before."""
    lines = text.split("\n")
    opens = _lexicon().others.match
    others = {line for line in set(lines) if len(line) <= 2 * _WORD_LINE and opens(line)}
    at = 0
    for number, line in enumerate(lines if others else ()):
        if at > _TITLE_LINES and line in others:
            return lines[:number]
        at += len(line) + 1
    return lines


def is_other_heading(text: str) -> bool:
    """Tell whether a heading opens a list of other things."""
    whole = folded(text[: _WORD_LINE * 4])
    return len(whole) <= _WORD_LINE * 2 and _lexicon().others.match(whole) is not None


def telling(lines: Iterable[str]) -> Iterator[Said]:
    """Yield the states of stock that folded lines tell, in their order."""
    listed = tuple(lines)
    short = {line for line in listed if len(line) <= _SENTENCE}
    stems = [word for word in set(_WORDS.findall("\n".join(short))) if _is_telling(word)]
    told = {line for word in stems for line in short if word in line}
    at = counted = met = 0
    for number, line in enumerate(listed if told else ()):
        if line in told and met < _MOST_LINES:
            met += 1
            if number > counted:
                at += len("\n".join(listed[counted:number]).encode()) + 1
                counted = number
            for said in _states(line):
                yield replace(said, at=at)


@lru_cache(20_000)
def _is_telling(word: str) -> bool:
    """Tell whether a word holds a stem; most words of a page were met before."""
    return _lexicon().stems.search(word) is not None


def states_in(text: str) -> tuple[Said, ...]:
    """Return the states that one text tells, in its order; conditions ("if sold out") tell nothing."""
    return _states(folded(text[:_LINE]))


@lru_cache(2000)
def _states(line: str) -> tuple[Said, ...]:
    """Return what a folded line tells; those that hold a stem are much the same on all pages."""
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
    stems: re.Pattern[str]
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
        stems=_any(map(re.escape, table["stems"])),
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
