"""What is known of one token, the same in every title: how it joins its neighbours, and what it tells."""

from __future__ import annotations

from functools import lru_cache, reduce
from operator import or_
from typing import Any, Final, NamedTuple

from okawari.domain.same_thing.taken_apart.listed import Piece
from okawari.domain.same_thing.taken_apart.pieces import is_mere_code, meaning
from okawari.domain.same_thing.taken_apart.tokens import (
    AIMING,
    FOR,
    LEAST_MODEL,
    cut,
    edges_of,
    edges_of_code,
    is_model,
    joined,
    plain,
    without_bait,
)
from okawari.domain.same_thing.vocabulary import words
from okawari.domain.same_thing.vocabulary.makers import BRANDS

FIELDS: Final = (
    "brand", "colour", "line", "edition", "choice", "measure", "number", "code", "model", "size", "mark", "part",
    "kind", "aimed", "aside", "lone", "modifier",
)  # fmt: skip
"""Kinds of pieces of which a title has a set, in the order of its fields."""
_PLACES: Final = {kind: place for place, kind in enumerate(FIELDS)}
_CODES, _MODELS = map(FIELDS.index, ("code", "model"))
UNWRITTEN: Final = frozenset({"joined", "shade", "kind", "aimed", "with", "lone", "modifier"})
"""What is written elsewhere in the title too, or may be left out of the middle of a word."""
_MOST_KEPT: Final = 16384
"""A bound on memory: half a kilobyte each."""
BRAND_AND_COLOUR: Final = Piece("brand", BRANDS["ブラウン"])
"""The name of a colour too."""

_SORTS: Final = frozenset({"kind", "lone"})

_BESIDE_LINES: Final = frozenset({words.WHOLE, words.SET, words.EDITION, "box"})
"""Lines that are none beside some neighbours."""
BESIDE, HEEDED, AIMS = 1, 2, 4
"""What tokens hold: what only their neighbours or the whole title settle; what no number outweighs; that something is meant for what stands before."""
HOLDS: Final = {
    "part": BESIDE | HEEDED,
    "count": BESIDE | HEEDED,
    "with": BESIDE,
    "aimed": HEEDED,
    "mark": HEEDED,
}
"""What a title can say (see `meaning`) that a number which both carry does not outweigh, and what its neighbours settle."""


class Known(NamedTuple):
    """A token: its edges (see `edges_of`), and what its pieces add to a title.

    `holds` are bits: `BESIDE`, `HEEDED`, `AIMS`. `letters` are what it writes of the title in standard spelling; `fields` its
    pieces of which a title has sets, by their place.
    """

    left: int
    right: int
    holds: int
    letters: str
    pieces: tuple[Piece, ...]
    fields: tuple[tuple[int, frozenset[Any]], ...]
    words: tuple[str, ...]
    asides: tuple[str, ...]


class _AllKnown(dict[str, Known]):
    """Tokens that were met before."""

    def __missing__(self, token: str) -> Known:
        if len(self) >= _MOST_KEPT:
            self.clear()
        found = self[token] = known_code(token) if is_mere_code(token) else known_as(token, meaning(token))
        return found


known: Final = _AllKnown().__getitem__
"""What is known of a token; looked up without a call of our own, as there may be thousands."""


def known_code(code: str) -> Known:
    """Return what is known of a mere code, as `known_as` would: hardly a title is without one that nobody met before."""
    itself = frozenset((code,))
    fields = ((_CODES, itself), (_MODELS, itself)) if len(code) >= LEAST_MODEL else ((_CODES, itself),)
    return Known(*edges_of_code(code), 0, code, (Piece("code", code),), fields, (), ())


def known_as(token: str, told: tuple[Piece, ...]) -> Known:
    """Return what is known of a token that tells only these of its pieces beside its neighbours."""
    holds = AIMS if token in AIMING or token == FOR else 0
    letters = ""
    pieces: list[Piece] = [Piece("idle", token)] if is_idle(token) else []
    fields: dict[int, frozenset[Any]] = {}
    said: dict[str, list[str]] = {"word": [], "aside": []}
    for piece in told:
        kind, value = piece
        if kind not in UNWRITTEN:
            letters += value
            pieces.append(piece)
        elif kind == "with":
            pieces.append(piece)
        if kind in said:
            said[kind].append(value)
        for place in _places(kind, value):
            one = frozenset((_measure(value) if kind == "measure" else value,))
            fields[place] = fields[place] | one if place in fields else one
        holds |= HOLDS.get(kind, 0)
        if piece == BRAND_AND_COLOUR or (kind == "line" and value in _BESIDE_LINES):
            holds |= BESIDE
    words_, asides = said.values()
    letters += unsaid(token)
    return Known(*edges_of(token), holds, letters, tuple(pieces), tuple(fields.items()), tuple(words_), tuple(asides))


def is_idle(token: str) -> bool:
    """Return whether a token in Japanese speaks of the sort of goods or of the sale, and so ends a name."""
    return (
        not token.isascii()
        and len(token) > 1
        and token not in words.PARTICLES
        and all(one.kind in _SORTS for one in meaning(token))
    )


def _places(kind: str, value: str) -> tuple[int, ...]:
    if kind == "joined":
        return (_MODELS,)
    if kind == "code" and is_model(value):
        return _PLACES["code"], _MODELS
    return (_PLACES[kind],) if kind in _PLACES else ()


def _measure(value: str) -> tuple[str, str]:
    dimension, _, size = value.partition(":")
    return dimension, size


@lru_cache(maxsize=65536)
def unsaid(token: str) -> str:
    """Return a run of Japanese that its meaning does not spell out, "" of any other token.

    Words of the other title are found in it.
    """
    if token.isascii() or token[0].isdigit() or token[0] == "×":
        return ""
    return "" if any(value == token and kind not in UNWRITTEN for kind, value in meaning(token)) else token


def tokens(title: str) -> tuple[tuple[str, ...], int]:
    """Return the words, numbers and quantities of a title, in one spelling, and what they hold.

    A maker's number stands once more with a + and the letters behind it, or with an @ where the offer is made for it.
    The number of a colour is left out (09 BLACK).
    """
    text = plain(without_bait(title))
    found = cut(text)
    holds = before = 0
    for one in map(known, found):
        if before & one[0]:
            found = joined(text, found, [(one.left, one.right) for one in map(known, found)])
            return tuple(found), reduce(or_, (one.holds for one in map(known, found)), 0)
        before = one[1]
        holds |= one[2]
    return tuple(found), holds
