"""The words of `stock.toml`: which state of stock a line of a page tells."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources
from itertools import chain, groupby, islice
from typing import Final
from unicodedata import is_normalized, normalize

from okawari.domain.offer import Availability
from okawari.reading.bytes_in import place
from okawari.reading.literals import led

_WORD_LINE: Final = 40
"""Our own choice: letters of a line that may hold a word of the lexicon and nothing else."""
_SENTENCE: Final = 150
"""Our own choice: bytes, and letters, from which on a sentence describes and states nothing of the stock."""
_LINE: Final = 600
_MOST_LINES: Final = 80
"""Bounds on what a hostile page costs: letters of a text, and lines that tell of the stock."""
_TITLE_LINES: Final = 60
"""Our own choice: letters behind the title among which no line is taken for a heading of other things."""
_STOCK_LABEL: Final = re.compile(r"(?:在庫|在庫状況|在庫状態|在庫数|在庫の?有無):?")
"""A label whose value stands in the line below it."""
_AROUND: Final = " .!！。:・()[]【】「」※*"


@dataclass(frozen=True, slots=True)
class Said:
    """A state of stock, the words that tell it, and how many bytes into the text their line begins."""

    state: Availability
    text: str
    at: int = 0


def folded(text: str) -> str:
    """Return text as the lexicon compares it: NFKC, without case, runs of white space as one space."""
    # Most text is in that form, which is cheap to see.
    composed = text if text.isascii() or is_normalized("NFKC", text) else normalize("NFKC", text)
    return " ".join(composed.casefold().replace("’", "'").split())


def folded_lines(lines: Iterable[str]) -> str:
    """Return lines, each folded by itself, with a break between two."""
    composed = [line if line.isascii() else normalize("NFKC", line) for line in lines]
    return "\n".join([" ".join(line.casefold().split()) for line in composed]).replace("’", "'")


def near(lines: str) -> str:
    """Return folded lines up to the heading of other things: related, recommended, seen before."""
    for found in _lexicon().others_below.finditer(lines, _TITLE_LINES):
        if _opens_others(lines[found.start() + 1 :].partition("\n")[0]):
            return lines[: found.start()]
    return lines


def is_other_heading(text: str) -> bool:
    """Tell whether a heading opens a list of other things."""
    return _opens_others(folded(text[: _WORD_LINE * 4]))


def _opens_others(line: str) -> bool:
    return len(line) <= 2 * _WORD_LINE and _lexicon().others.match(line) is not None


def telling(lines: bytes) -> Iterator[Said]:
    """Yield the states of stock that folded lines tell, in their order."""
    for begins, line in islice(_with_stems(lines), _MOST_LINES):
        for said in _states(line) or _below_label(line, lines[begins:]):
            yield Said(said.state, said.text, begins)


def _with_stems(lines: bytes) -> Iterator[tuple[int, str]]:
    """Yield the lines that hold a stem and are no long sentences, each with where it begins."""
    size, held = len(lines), dict[int, int]()
    for stem in chain.from_iterable(own for first, own in _lexicon().stems if place(lines, first, 0, size) >= 0):
        at = place(lines, stem, 0, size)
        while at >= 0:
            end = lines.find(b"\n", at)
            held[lines.rfind(b"\n", 0, at) + 1] = end = end if end >= 0 else size
            at = place(lines, stem, end, size)
    for begins, end in sorted(held.items()):
        line = lines[begins:end].decode()
        if len(line) <= _SENTENCE:
            yield begins, line


def _below_label(label: str, lines: bytes) -> tuple[Said, ...]:
    """Return what a line is the label of, as the next one tells it; `lines` are those from the label on."""
    if not _STOCK_LABEL.fullmatch(label):
        return ()
    _, broken, behind = lines.partition(b"\n")
    below = behind.partition(b"\n")[0].decode()
    return _states(folded(f"{label.rstrip(':')}:{below[:_WORD_LINE]}")) if broken else ()


def told_by(words: str) -> tuple[Said, ...]:
    """Return the states that words tell which stand by themselves, as an option of a list does."""
    return tuple(telling(folded(words).encode()))


def states_in(text: str) -> tuple[Said, ...]:
    """Return the states that one text tells, in its order; conditions ("if sold out") tell nothing."""
    return _states(folded(text[:_LINE]))


@lru_cache(1000)
def _states(line: str) -> tuple[Said, ...]:
    """Return what a folded line tells; shops say most of it in the same words."""
    lexicon = _lexicon()
    alone = lexicon.words.fullmatch(line.strip(_AROUND)) if len(line) <= _WORD_LINE else None
    if alone:
        return (Said(Availability(str(alone.lastgroup)), line),)
    told = list(lexicon.phrases.finditer(line)) if _is_short(line) else []
    if told and (apart := lexicon.aside.sub(" ", line)) != line:
        told = list(lexicon.phrases.finditer(apart))
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
    stems: tuple[tuple[bytes, tuple[bytes, ...]], ...]
    aside: re.Pattern[str]
    phrases: re.Pattern[str]
    words: re.Pattern[str]
    buy: re.Pattern[str]
    preorder: re.Pattern[str]
    others: re.Pattern[str]
    others_below: re.Pattern[str]


@cache
def _lexicon() -> _Lexicon:
    table = tomllib.loads((resources.files(__package__) / "stock.toml").read_text(encoding="utf-8"))
    states = table["state"]
    others = _any(table["other"]["headings"])
    return _Lexicon(
        stems=_by_first_byte(stem.encode() for stem in table["stems"]),
        aside=led(_any(table["aside"])),
        # Latin words are taken whole; scripts without spaces need no bounds.
        phrases=led(rf"(?<![a-z])(?:{'|'.join(_group(one['name'], one['phrases']) for one in states)})(?![a-z])"),
        words=re.compile("|".join(_group(one["name"], one["phrases"] + one["words"]) for one in states)),
        buy=led(_any(table["button"]["buy"])),
        preorder=led(_any(table["button"]["preorder"])),
        others=re.compile(others),
        others_below=led(f"\n(?:{others})", re.MULTILINE),
    )


def _by_first_byte(stems: Iterable[bytes]) -> tuple[tuple[bytes, tuple[bytes, ...]], ...]:
    """Return stems with the byte that they begin with: a page in one script holds hardly any of the others'."""
    ordered = sorted(stems)
    return tuple((first, tuple(own)) for first, own in groupby(ordered, key=lambda stem: stem[:1]))


def _any(patterns: Iterable[str]) -> str:
    return "|".join(f"(?:{pattern})" for pattern in patterns)


def _group(name: str, patterns: Iterable[str]) -> str:
    return f"(?P<{name}>{_any(patterns)})"
