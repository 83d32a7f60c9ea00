"""A title taken apart: what is measured, counted and numbered, its codes, colours and words."""

from __future__ import annotations

import math
from functools import lru_cache
from itertools import pairwise
from typing import Final, NamedTuple

from okawari.domain.same_thing import words
from okawari.domain.same_thing.makers import BRANDS
from okawari.domain.same_thing.pieces import Piece, meaning
from okawari.domain.same_thing.sound import sound, spoken
from okawari.domain.same_thing.tokens import QUANTITY, comes_along, is_along, is_model, tokens

_VOLUMES: Final = ("巻", "巻セット", "冊")
_LEAST_MULTIPLIED: Final = 3
"""How many counts there are where one can be the product of the others."""
_LEAST_LONG: Final = 6
"""Our own choice: signs of a code that stands in no other by chance."""
_BRAND_AND_COLOUR: Final = BRANDS["ブラウン"]
"""The name of a colour too."""
_BESIDE: Final = frozenset({"part", "count", "line"})
UNWRITTEN: Final = frozenset({"joined", "kind", "aimed", "with", "lone"})
"""What is written elsewhere in the title too, or may be left out of the middle of a word."""
_NOTHING: Final[frozenset[str]] = frozenset()
_NO_MEASURES: Final[frozenset[tuple[str, str]]] = frozenset()


class Title(NamedTuple):
    """What a title says; `squashed` are all its words in standard spelling, run together.

    `models` are the codes that are a maker's number for sure, also with the letters that stand behind them, by which makers
    mark a colour (EE-DD50 WA). `said` are its words as they come, `words` each of them once.

    A named tuple, as one is made for each of many offers.
    """

    squashed: str
    words: tuple[str, ...]
    brands: frozenset[str]
    colours: frozenset[str]
    lines: frozenset[str]
    editions: frozenset[str]
    choices: frozenset[str]
    measures: frozenset[tuple[str, str]]
    counts: tuple[str, ...]
    numbers: frozenset[str]
    codes: frozenset[str]
    models: frozenset[str]
    sizes: frozenset[str]
    marks: frozenset[str]
    parts: frozenset[str]
    kinds: frozenset[str]
    aimed: frozenset[str]
    said: tuple[str, ...]
    asides: frozenset[str]
    lone: frozenset[str]
    pieces: tuple[Piece, ...]

    @property
    def sounds(self) -> frozenset[str]:
        """How its words sound."""
        return _sounds(self.said)

    @property
    def spoken(self) -> str:
        """How all of its words sound, run together."""
        return _spoken(self.said)

    def holds_code(self, code: str) -> bool:
        """Return whether a code is told, also run together with others; a short one that goes on is another (X-T5, X-T50)."""
        if code in self.codes:
            return True
        if len(code) >= _LEAST_LONG or is_model(code):
            return code in self.squashed
        return any(code in piece.value and piece.kind != "code" for piece in self.pieces) or any(
            before.value + piece.value == code for before, piece in pairwise(self.pieces)
        )


@lru_cache(maxsize=4096)
def take_apart(title: str) -> Title:
    """Return what the title says."""
    return put_together(tokens(title))


def put_together(listed: list[str]) -> Title:
    """Return what the tokens of a title say."""
    found: dict[str, list[str]] = {}
    squashed = ""
    pieces: list[Piece] = []
    for index, token in enumerate(listed):
        for piece in meaning(token):
            kind, value = piece
            if kind in _BESIDE and _is_void(piece, listed, index):
                if kind == "part" and is_along(listed, index):
                    pieces.append(Piece("with", value))
                continue
            if kind == "with":
                _note_with(pieces, found, value)
            elif kind in found:
                found[kind].append(value)
            else:
                found[kind] = [value]
            if kind not in UNWRITTEN:
                squashed += value
                pieces.append(piece)
        if not token.isascii():
            squashed += unsaid(token)
    _settle(listed, pieces, found)
    sets = {kind: frozenset(values) for kind, values in found.items()}
    get = sets.get
    said: list[str] = [*found.get("word", ()), *found.get("aside", ())]
    models = frozenset(filter(is_model, found["code"])) if "code" in found else _NOTHING
    return Title(
        squashed,
        tuple(dict.fromkeys(said)),
        get("brand", _NOTHING),
        get("colour", _NOTHING),
        get("line", _NOTHING),
        get("edition", _NOTHING),
        get("choice", _NOTHING),
        frozenset(map(_measure, found["measure"])) if "measure" in found else _NO_MEASURES,
        tuple(sorted(found["count"])) if "count" in found else (),
        get("number", _NOTHING),
        get("code", _NOTHING),
        models | sets["joined"] if "joined" in sets else models,
        get("size", _NOTHING),
        get("mark", _NOTHING),
        get("part", _NOTHING),
        get("kind", _NOTHING),
        get("aimed", _NOTHING),
        tuple(said),
        get("aside", _NOTHING),
        get("lone", _NOTHING),
        tuple(pieces),
    )


@lru_cache(maxsize=4096)
def _sounds(said: tuple[str, ...]) -> frozenset[str]:
    return frozenset(filter(None, map(sound, said)))


@lru_cache(maxsize=4096)
def _spoken(said: tuple[str, ...]) -> str:
    return "".join(map(spoken, said))


def _settle(listed: list[str], pieces: list[Piece], found: dict[str, list[str]]) -> None:
    """Settle what only all tokens together tell."""
    if "count" in found:
        found["count"] = _once(listed, found["count"])
    if "brand" in found and _BRAND_AND_COLOUR in found["brand"] and "colour" in found:
        _note_colour(pieces, found)


def _note_colour(pieces: list[Piece], found: dict[str, list[str]]) -> None:
    """Take a brand that stands behind a colour for the colour of its name (ブラック/ブラウン)."""
    for index, (before, piece) in enumerate(pairwise(pieces), 1):
        if before.kind == "colour" and piece == ("brand", _BRAND_AND_COLOUR):
            found["brand"].remove(_BRAND_AND_COLOUR)
            pieces[index] = Piece("colour", words.COLOURS["茶"])
            found["colour"].append(pieces[index].value)


def _note_with(pieces: list[Piece], found: dict[str, list[str]], value: str) -> None:
    """Note that a word, the last one where none is given, names what comes along (カレンダー付き), and is no choice of it."""
    if value:
        pieces.append(Piece("with", value))
    elif pieces and pieces[-1].kind in ("word", "choice"):
        kind, said = pieces[-1]
        pieces[-1] = Piece("with", said)
        if kind == "choice":
            found["choice"].remove(said)


@lru_cache(maxsize=65536)
def unsaid(token: str) -> str:
    """Return a run of Japanese that its meaning does not spell out, "" of any other token.

    Words of the other title are found in it.
    """
    if token[0].isdigit() or token[0] == "×":
        return ""
    return "" if any(value == token and kind not in UNWRITTEN for kind, value in meaning(token)) else token


def _once(listed: list[str], counts: list[str]) -> list[str]:
    """Return the counts without those told again, beside a measure (2缶, 780g×2), by the dozen (1ダース, 12球) or as a product (5食×6, 30食)."""
    for before, token in pairwise(listed):
        if (
            token[0] in "x×*"
            and before[0].isdigit()
            and counts.count(count := token[1:].strip()) > 1
            and _is_measure(before)
        ):
            counts.remove(count)
    for token in listed:
        if token.endswith(words.DOZEN) and (told := meaning(token)) and counts.count(told[0].value) > 1:
            counts.remove(told[0].value)
    if len(counts) >= _LEAST_MULTIPLIED:
        whole = math.prod(map(int, counts))
        for count in counts:
            if int(count) ** 2 == whole:
                counts.remove(count)
                break
    return counts


def _is_void(piece: Piece, listed: list[str], index: int) -> bool:
    """Return whether a piece tells nothing beside its neighbours.

    It is what a sealed box holds, a part that comes along, a set that a number counts (2缶セット, セット9), or a whole of
    anything but volumes.
    """
    if piece.kind == "part":
        return comes_along(listed, index)
    if piece.kind == "count":
        before = listed[index - 1] if index else ""
        return _holds(listed[index], listed) or (before.endswith(words.PARTS) and not before[0].isdigit())
    if piece.value == words.WHOLE:
        return not any(token.endswith(_VOLUMES) for token in listed[index + 1 : index + 3])
    beside = (*listed[max(index - 1, 0) : index], *listed[index + 1 : index + 2])
    return listed[index] == words.SET and any(token[0].isdigit() or token[0] in "x×*" for token in beside)


def _is_measure(token: str) -> bool:
    return (quantity := QUANTITY.fullmatch(token)) is not None and quantity[2] in words.UNITS


def _holds(token: str, listed: list[str]) -> bool:
    """Return whether a count tells what one sealed box holds (BOX 15パック), which goes without saying."""
    return token.endswith("パック") and ("box" in listed or "1box" in listed)


def _measure(value: str) -> tuple[str, str]:
    dimension, _, size = value.partition(":")
    return dimension, size
