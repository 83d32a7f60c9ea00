"""The words of `stock.toml`: which state of stock a line of a page tells."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from importlib import resources
from typing import Any, Final

from okawari.domain.offer import Availability

# The first bytes of letters in UTF-8: Latin with marks, Cyrillic, Hebrew and Arabic, Thai, signs, kana and kanji, Hangul.
_SCRIPTS: Final = tuple(
    frozenset(range(first, last + 1))
    for first, last in (
        (0xC3, 0xC8),
        (0xD0, 0xD3),
        (0xD6, 0xDB),
        (0xE0, 0xE1),
        (0xE2, 0xE2),
        (0xE3, 0xE9),
        (0xEA, 0xED),
    )
)
_Stem = tuple[frozenset[int], bytes]
_WORD_LINE: Final = 40
_LINE: Final = 600
_HEADING: Final = 400
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
    plain = text if text.isascii() else unicodedata.normalize("NFKC", text)
    return " ".join(plain.casefold().replace("’", "'").split())


def near_lines(text: str) -> list[str]:
    """Return the lines of folded text up to the heading of other things: related, recommended, seen before."""
    coded = text.encode()
    for start in _lines_with(coded, _lexicon().other_stems):
        line = coded[start : start + _HEADING].partition(b"\n")[0].decode("utf-8", "ignore")
        if start > _TITLE_LINES and is_other_heading(line):
            return coded[: start - 1].decode().split("\n")
    return text.split("\n")


def is_other_heading(text: str) -> bool:
    """Tell whether a heading opens a list of other things."""
    whole = folded(text[: _WORD_LINE * 4])
    return len(whole) <= _WORD_LINE * 2 and _lexicon().others.match(whole) is not None


def telling(lines: Iterable[str]) -> Iterator[Said]:
    """Yield the states of stock that folded lines tell, in their order."""
    text = "\n".join(lines).encode()
    for start in _lines_with(text, _lexicon().stems)[:_MOST_LINES]:
        line = text[start : start + _LINE].partition(b"\n")[0].decode("utf-8", "ignore")
        yield from (replace(said, at=start) for said in _states(line))


def _lines_with(text: bytes, stems: Iterable[_Stem]) -> list[int]:
    """Return where the lines begin that hold a stem."""
    starts: set[int] = set()
    letters = frozenset(text)
    for script, stem in stems:
        at = -1 if script and script.isdisjoint(letters) else text.find(stem)
        while at >= 0:
            starts.add(text.rfind(b"\n", 0, at) + 1)
            end = text.find(b"\n", at)
            at = text.find(stem, end) if end >= 0 else -1
    return sorted(starts)


def states_in(text: str) -> Iterator[Said]:
    """Yield the states that one text tells, in its order; conditions ("if sold out") tell nothing."""
    return _states(folded(text[:_LINE]))


def _states(line: str) -> Iterator[Said]:
    lexicon = _lexicon()
    alone = lexicon.words.fullmatch(line.strip(_AROUND)) if len(line) <= _WORD_LINE else None
    if alone:
        yield Said(Availability(str(alone.lastgroup)), line)
    elif _is_short(line) and lexicon.phrases.search(line):
        for found in lexicon.phrases.finditer(lexicon.aside.sub(" ", line)):
            yield Said(Availability(str(found.lastgroup)), line[:200])


@lru_cache(1000)
def button_of(text: str) -> Availability | None:
    """Return what a button's words offer: `in_stock` to buy, `preorder`, a state that it tells instead, else None."""
    whole = folded(text[: _WORD_LINE * 2])
    lexicon = _lexicon()
    told = next(_states(whole), None)
    if told and not told.state.is_at_hand:
        return told.state
    if lexicon.preorder.search(whole):
        return Availability.PREORDER
    return Availability.IN_STOCK if lexicon.buy.search(whole) else None


def _is_short(line: str) -> bool:
    """Tell whether a line may state something: no question, and no long sentence of a description."""
    return len(line.encode()) <= _SENTENCE and not line.endswith(("?", "か。"))


@dataclass(frozen=True, slots=True)
class _Lexicon:
    stems: tuple[_Stem, ...]
    other_stems: tuple[_Stem, ...]
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
        stems=_stems(table["stems"]),
        other_stems=_stems(table["other"]["stems"]),
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


def _stems(words: Iterable[str]) -> tuple[_Stem, ...]:
    """Return each stem with the script that a text must have to hold it, none for plain Latin."""
    coded = [word.encode() for word in words]
    return tuple(
        (next((script for script in _SCRIPTS if not script.isdisjoint(stem)), frozenset()), stem) for stem in coded
    )


def _any(patterns: Iterable[Any]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns))


def _group(name: str, patterns: Iterable[str]) -> str:
    return f"(?P<{name}>{'|'.join(f'(?:{pattern})' for pattern in patterns)})"
