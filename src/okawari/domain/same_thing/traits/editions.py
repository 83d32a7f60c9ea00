"""Which edition or grade of a thing two titles name."""

from __future__ import annotations

from itertools import takewhile
from typing import Final

from okawari.domain.same_thing.taken_apart.listed import Piece
from okawari.domain.same_thing.taken_apart.title import Title
from okawari.domain.same_thing.vocabulary.words import FIGURES, GRADES, WHOLE

_FIGURES: Final = frozenset(FIGURES.values())
_LIMITED: Final = frozenset({"限定", "limited", "初回限定盤", "完全生産限定盤"})
"""Editions that say no more than that there are few of them, which goes without saying of the same one named otherwise."""
_FEW: Final = _LIMITED | {"特装版", "同梱版", "豪華版", "コレクターズ"}
"""Editions of which there are few."""
DISCS: Final = frozenset({"dvd", "bluray"})
"""What a film comes on, and what comes along with a record."""
_GRADES: Final = frozenset(GRADES.values())
_ALL: Final = frozenset({"全巻"})
"""What is told of all volumes, which says nothing more beside their number."""
_IN_ENGLISH: Final = frozenset({"limited"})
"""What every limited edition is called in English."""


def editions_differ(first: Title, second: Title, *, by_model: bool) -> bool:
    """Return whether one title names an edition that the other does not, and that says more than that there are few of it."""
    ours, theirs = first.editions - second.editions, second.editions - first.editions
    if WHOLE in first.lines & second.lines:
        ours, theirs = ours - _ALL, theirs - _ALL
        if not ours | theirs:
            return False
    if theirs and not ours and theirs <= DISCS and is_limited(first, second):
        return False
    if by_model and ours | theirs <= DISCS:
        return False  # It is what a machine plays.
    if not ours | theirs <= _LIMITED:
        return True
    if ours and theirs:
        return _IN_ENGLISH not in (ours, theirs)
    return not is_limited(first, second)


def is_limited(first: Title, second: Title) -> bool:
    """Return whether both titles name one edition of which there are few, so that what comes along with it goes without saying."""
    return not first.editions.isdisjoint(second.editions & _FEW)


def work_of(first: Title, second: Title) -> frozenset[str]:
    """Return the words of an offer that only name the work which a figure is from: between the line that both name and its own name, where no work is wanted."""
    lines = first.choices & second.choices
    if first.kinds or lines.isdisjoint(_FIGURES):
        return frozenset()
    ours, theirs = (_behind(title, lines) for title in (first, second))
    found = [piece.value for piece in theirs[: theirs.index(ours[0])]] if ours and ours[0] in theirs else []
    return frozenset() if any(word in first.squashed for word in found) else frozenset(found)


def _behind(title: Title, lines: frozenset[str]) -> tuple[Piece, ...]:
    """Return the words directly behind the line of a figure."""
    at = next(index for index, (kind, value) in enumerate(title.pieces) if kind == "choice" and value in lines)
    return tuple(takewhile(lambda piece: piece.kind == "word", title.pieces[at + 1 :]))


def names_machines(first: Title, second: Title) -> bool:
    """Return whether codes are those of what a kit is of, as both titles name its grade; shops write them or leave them out (RX-93)."""
    return not _GRADES.isdisjoint(first.choices & second.choices)
