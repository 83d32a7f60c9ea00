"""A title taken apart: what is measured, counted and numbered, its codes, colours and words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate, islice, pairwise
from typing import Any, Final

from okawari.domain.same_thing.language.sound import sound, spoken
from okawari.domain.same_thing.taken_apart.along import NO_PART_BEHIND, comes_along, is_along, is_lacking
from okawari.domain.same_thing.taken_apart.counting import told_once
from okawari.domain.same_thing.taken_apart.known import BESIDE, BRAND_AND_COLOUR, FIELDS, Known, known, known_as, tokens
from okawari.domain.same_thing.taken_apart.listed import Piece, loosely
from okawari.domain.same_thing.taken_apart.pieces import meaning
from okawari.domain.same_thing.taken_apart.signs import standing
from okawari.domain.same_thing.taken_apart.tokens import (
    QUANTITY,
    is_model,
    run_together,
    squashed,
)
from okawari.domain.same_thing.vocabulary import units, words
from okawari.domain.same_thing.vocabulary.parts import NO_PARTS, PARTS, SPARE

MOST_KEPT: Final = 20_000
"""A bound on memory, as many as a list of offers may hold: two kilobytes each."""
_CELLS: Final = frozenset({"電池", "蓄電池"})
_BOX, _WRAPS = "box", frozenset({"ギフト", "gift", "in", "with", "w", "no", "without", "original"})
"""A box that only wraps, where others hold all that is sold of a series."""
_LEAST_BEFORE: Final = 2
"""Our own choice: what stands before the last word where that is a colour."""
_LEAST_LENGTH: Final = 3
"""Our own choice: digits of a length, of which no shop sells so many."""
_VOLUMES: Final = ("巻", "巻セット", "冊")
_ALONG: Final = re.compile("付き?")
_CARS: Final = re.compile(r"\d+両")
"""How many cars a train has, of which one set goes without saying."""
_LEAST_LONG: Final = 6
"""Our own choice: signs of a code that stands in no other by chance."""
_AMOUNTS: Final = frozenset({"volume", "mass", "bytes", "length"})
_DISCS: Final = ("cd", "dvd", "bd", "blu-ray", "ブルーレイ")
"""What comes on as many discs as its edition has (CD 2枚組)."""
_BESIDE: Final = frozenset({"part", "count", "line"})
_BEFORE_EDITION: Final = frozenset({"colour", "edition", "measure"})
"""What tells by itself which edition one is."""
_WITH_BEFORE: Final = Piece("with", "")
_BRANDS, _COLOURS, _CHOICES, _PARTS, _LONE = map(FIELDS.index, ("brand", "colour", "choice", "part", "lone"))
_SPARE: Final = frozenset({SPARE})
_NO_FIELDS: Final[list[frozenset[Any]]] = [frozenset()] * len(FIELDS)


@dataclass(frozen=True, slots=True)
class Title:
    """What a title says; `listed` are its tokens, `holds` is what they hold (see `Known`), `squashed` all its words in standard spelling, run together.

    `latin` is all that it has of Latin letters and digits, run together. `models` are the codes that are a maker's number for sure, also with the letters that stand behind them, by which makers
    mark a colour (EE-DD50 WA). `said` are its words as they come, `words` each of them once.

    Of each of many offers its fields are asked for some thirty times, which slots answer nearly five times as fast as a
    named tuple. The sets stand in the order of `FIELDS`.
    """

    listed: tuple[str, ...]
    holds: int
    squashed: str
    latin: str
    words: tuple[str, ...]
    said: tuple[str, ...]
    counts: tuple[str, ...]
    pieces: tuple[Piece, ...]
    brands: frozenset[str]
    colours: frozenset[str]
    lines: frozenset[str]
    editions: frozenset[str]
    choices: frozenset[str]
    measures: frozenset[tuple[str, str]]
    numbers: frozenset[str]
    codes: frozenset[str]
    models: frozenset[str]
    sizes: frozenset[str]
    marks: frozenset[str]
    parts: frozenset[str]
    kinds: frozenset[str]
    aimed: frozenset[str]
    asides: frozenset[str]
    lone: frozenset[str]
    modifiers: frozenset[str]

    @property
    def sounds(self) -> frozenset[str]:
        """How its words sound."""
        return _sounds(self.said)

    @property
    def idle_sounds(self) -> frozenset[str]:
        """How its tokens sound, also those that tell nothing."""
        return _sounds(self.listed)

    @property
    def loose(self) -> str:
        """All it writes, run together in katakana, without what is written as one likes."""
        return loosely(self.squashed)

    @property
    def spoken(self) -> str:
        """How all of its words sound, run together."""
        return _spoken(self.said)

    def holds_code(self, code: str) -> bool:
        """Return whether a code is told, also run together with others; a short one that goes on is another (X-T5, X-T50)."""
        if code in self.codes:
            return True
        if len(code) >= _LEAST_LONG or is_model(code):
            return code in self.squashed and self._ends_token(code)
        return any(code in piece.value and piece.kind != "code" for piece in self.pieces) or any(
            before.value + piece.value == code for before, piece in pairwise(self.pieces)
        )

    def _ends_token(self, code: str) -> bool:
        """Return whether a code that is written ends with a token or goes on within it, and does not end amid the next one (TD-02K V-Drums is no TD-02KV)."""
        tokens = [*map(squashed, self.listed)]
        ends = accumulate(map(len, tokens))
        return any(code in token for token in tokens) or any(self.latin[:end].endswith(code) for end in ends)


def take_in(titles: Iterable[str]) -> None:
    """Take the titles of offers apart as these come in: it takes four times as long as to compare them, and they are compared whenever they are shown."""
    for title in islice(titles, MOST_KEPT):
        take_apart(title)


@lru_cache(maxsize=MOST_KEPT)
def take_apart(title: str) -> Title:
    """Return what the title says."""
    listed, held = tokens(title)
    fields: list[frozenset[Any]] = _NO_FIELDS[:]
    squashed = ""
    pieces: tuple[Piece, ...] = ()
    said: tuple[str, ...] = ()
    asides: tuple[str, ...] = ()
    is_settled = True
    for index, one in enumerate(map(known, listed)):
        _, _, holds, letters, own, own_fields, own_words, own_asides = one
        if holds & BESIDE:
            is_settled = False
            _, _, _, letters, own, own_fields, own_words, own_asides = _beside(listed, index)
        squashed += letters
        pieces += own
        if own_words:
            said += own_words
        if own_asides:
            asides += own_asides
        for place, values in own_fields:
            fields[place] = fields[place] | values if fields[place] else values
    if fields[_PARTS]:
        fields[_PARTS] |= _SPARE
    counts: tuple[str, ...] = ()
    if not is_settled:
        pieces, counts = _settled(listed, pieces, fields)
    if fields[_LONE]:
        fields[_LONE] = standing(fields[_LONE], title)
    if asides:
        said += asides
    once = said if len(said) == 1 else tuple(dict.fromkeys(said))
    return Title(listed, held, squashed, run_together("".join(listed)), once, said, counts, pieces, *fields)


def _beside(listed: Sequence[str], index: int) -> Known:
    """Return what a token tells beside its neighbours: nothing of what is void, a part that comes along as such."""
    told = []
    for piece in meaning(listed[index]):
        if piece.kind not in _BESIDE or not _is_void(piece, listed, index):
            told.append(piece)
        elif piece.kind == "count" and listed[index + 1 : index + 2] == ("組",):
            told.append(Piece("measure", f"discs:{piece.value}"))
        elif piece.kind == "part" and is_along(listed, index) and not is_lacking(listed, index):
            told.append(Piece("with", piece.value))
    return known_as(listed[index], tuple(told))


@lru_cache(maxsize=4096)
def _sounds(said: tuple[str, ...]) -> frozenset[str]:
    return frozenset(filter(None, map(sound, said)))


@lru_cache(maxsize=4096)
def _spoken(said: tuple[str, ...]) -> str:
    return "".join(map(spoken, said))


def _settled(
    listed: Sequence[str], pieces: tuple[Piece, ...], fields: list[frozenset[Any]]
) -> tuple[tuple[Piece, ...], tuple[str, ...]]:
    """Return the pieces and the counts as only all tokens together settle them, and settle the sets."""
    if _WITH_BEFORE in pieces:
        pieces = _with_before(pieces)
        fields[_CHOICES] = frozenset(value for kind, value in pieces if kind == "choice")
    if BRAND_AND_COLOUR in pieces:
        pieces = _with_brown(pieces)
        for place, name in (_BRANDS, "brand"), (_COLOURS, "colour"):
            fields[place] = frozenset(value for kind, value in pieces if kind == name)
    counts = [value for kind, value in pieces if kind == "count"]
    return pieces, tuple(sorted(told_once(listed, counts))) if counts else ()


def _with_before(pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """Return the pieces where a word behind another tells that this names what comes along (カレンダー付き), and is no choice of it."""
    found: list[Piece] = []
    for piece in pieces:
        if piece != _WITH_BEFORE:
            found.append(piece)
        elif found and found[-1].kind in ("word", "choice"):
            found[-1] = Piece("with", found[-1].value)
    return tuple(found)


def _with_brown(pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """Return the pieces where a brand is the colour of its name: behind a colour (ブラック/ブラウン) or another brand, or at the end."""
    found = list(pieces)
    for index, piece in enumerate(pieces):
        if piece == BRAND_AND_COLOUR and (
            any(one.kind == "brand" and one != piece for one in found[: None if index >= _LEAST_BEFORE else index])
            or any(one.kind == "colour" for one in found[max(index - 1, 0) : index])
            or (index >= _LEAST_BEFORE and any(one.kind == "colour" for one in found[index + 1 : index + 2]))
            or index == len(found) - 1 >= _LEAST_BEFORE
        ):
            found[index] = Piece("colour", words.COLOURS["茶"])
    return tuple(found)


def _is_void(piece: Piece, listed: Sequence[str], index: int) -> bool:
    """Return whether a piece tells nothing beside its neighbours.

    It is what a sealed box holds, a part that comes along, a set that a number counts (2缶セット, セット9), or a whole of
    anything but volumes.
    """
    if piece.kind == "part":
        return comes_along(listed, index)
    if piece.kind == "count":
        before = listed[index - 1] if index else ""
        if (before in _CELLS or is_model(before)) and is_along(listed, index):
            return True
        if before.isdigit() and _is_length(listed[index]):
            return True
        if listed[index + 1 : index + 2] == ("組",) and any(token.startswith(_DISCS) for token in listed):
            return True
        return _holds(listed[index], listed) or (
            before.endswith(PARTS)
            and not before.endswith(NO_PARTS)
            and not before[0].isdigit()
            and comes_along(listed, index - 1)
        )
    if piece.value == words.WHOLE:
        return not any(token.endswith(_VOLUMES) for token in listed[index + 1 : index + 3])
    if piece.value == words.EDITION:
        return _is_told_before(piece, listed, index)
    if piece.value == words.SET and (
        any(map(_ALONG.fullmatch, listed[index + 1 : index + 2])) or any(map(_CARS.fullmatch, listed))
    ):
        return True
    if listed[index] in (_BOX, words.KIT):
        return index > 0 and _is_usual(listed, index)
    beside = (*listed[max(index - 1, 0) : index], *listed[index + 1 : index + 2])
    return listed[index] == words.SET and any(
        (token[0].isdigit() and not _is_amount(token) and "-" not in token) or token[0] in "x×*" for token in beside
    )


def _is_usual(listed: Sequence[str], index: int) -> bool:
    """Return whether a box or a kit is how such things are sold (gift box, model kit, 32GB kit, 1/10 kit)."""
    before = listed[index - 1]
    if listed[index] == _BOX:
        return before in _WRAPS
    return before in NO_PART_BEHIND or _is_amount(before) or comes_along(listed, index)


def _is_told_before(piece: Piece, listed: Sequence[str], index: int) -> bool:
    """Return whether what stands directly before a piece tells by itself which edition one is."""
    before = (*(meaning(listed[index - 1]) if index else ()), *meaning(listed[index]))
    at = len(before) - 1 - before[::-1].index(piece)
    return at > 0 and before[at - 1].kind in _BEFORE_EDITION


def _is_length(token: str) -> bool:
    """Return whether a count is the second length of what is measured in two (188×130)."""
    return token[0] in "x×*" and len(token[1:].strip()) >= _LEAST_LENGTH


def _is_amount(token: str) -> bool:
    """Return whether a token tells how much one piece holds (128GB), so that a set behind it is no set of so many."""
    return (quantity := QUANTITY.fullmatch(token)) is not None and units.UNITS.get(quantity[2], ("",))[0] in _AMOUNTS


def _holds(token: str, listed: Sequence[str]) -> bool:
    """Return whether a count tells what one sealed box holds (BOX 15パック), which goes without saying."""
    return token.endswith(("パック", "pack", "packs")) and ("box" in listed or "1box" in listed)
