"""Whether two titles name different articles of one line: mini, Pro, a set, an edition."""

from __future__ import annotations

from functools import partial
from itertools import pairwise
from typing import Final

from okawari.domain.same_thing.language.sound import sound
from okawari.domain.same_thing.names.left_over import told_behind
from okawari.domain.same_thing.taken_apart.known import UNWRITTEN
from okawari.domain.same_thing.taken_apart.listed import Piece
from okawari.domain.same_thing.taken_apart.pieces import meaning
from okawari.domain.same_thing.taken_apart.title import Title
from okawari.domain.same_thing.traits.codes import is_named_by_code
from okawari.domain.same_thing.vocabulary.goods import GOODS
from okawari.domain.same_thing.vocabulary.idle import AMPLE
from okawari.domain.same_thing.vocabulary.words import EDITION, LINES, NO_SETS, PRAISING, SET, SHAPING, SPELLINGS, WHOLE

_SPELLED: Final = {
    **{line: tuple(one for one, standard in SPELLINGS.items() if standard == line != one) for line in LINES},
    "air": ("エアー",),
}
_GOODS: Final = {line: GOODS[name] for line in LINES if (name := line.removesuffix("s")) in GOODS}
_BESIDE_CODE: Final = frozenset({"deluxe", "special", "signature"})
"""Lines that only praise beside a code that both titles have."""
_DESCRIBING: Final = _BESIDE_CODE | SHAPING
_PRAISING_OR_SHAPING: Final = PRAISING | SHAPING
_TRANSLATED: Final = {"box": "ボックス", "lite": "light", "ボディ": "body", "ノート": "notebook"}
"""How a line is called in the other language."""
_ENDS: Final = {"box": "箱", "ローション": "化粧水"}
"""The same, also within words (赤箱)."""
_EDITION: Final = Piece("line", EDITION)
_SET: Final = Piece("line", SET)
_BEFORE_ALL: Final[tuple[tuple[Piece, ...], ...]] = ((), ())


def lines_differ(first: Title, second: Title) -> bool:
    """Return whether one title names a line that the other does not, also not as a part of a longer word."""
    if first.lines == second.lines:
        return False
    told = _goes_without_saying(first, second)
    if any(map(partial(_is_open, first, second), first.lines - told)):
        return True
    open_ = [line for line in second.lines - told if _is_open(second, first, line)]
    return bool(open_) and not _only_describe(open_, second, first)


def _goes_without_saying(first: Title, second: Title) -> frozenset[str]:
    """Return the lines that tell nothing beside what both titles say: praise beside an amount or a code, a set beside how many it holds."""
    is_told = first.measures or second.measures or first.counts or first.numbers & second.numbers
    told = AMPLE if is_told else frozenset()
    is_counted = first.counts == second.counts != () or WHOLE in first.lines & second.lines
    if is_counted or any(name == "colours" for name, _ in first.measures & second.measures):
        told |= {SET}
    if not _DESCRIBING.isdisjoint(first.lines ^ second.lines) and is_named_by_code(first, second):
        told |= _BESIDE_CODE | _shapes(first, second)
    return told


def _shapes(first: Title, second: Title) -> frozenset[str]:
    """Return the lines that only tell a shape where they begin or end longer words, but of what is worn (ロングライフ, ロングスリーブ)."""
    if first.sizes or second.sizes:
        return frozenset()
    return SHAPING.difference(SPELLINGS.get(token, token) for token in (*first.listed, *second.listed))


def _is_open(more: Title, less: Title, line: str) -> bool:
    """Return whether a title leaves open a line that the other names."""
    return not (_tells_line(less, line) or (line == EDITION and _is_named_before(more, less)))


def _only_describe(lines: list[str], title: Title, other: Title) -> bool:
    """Return whether lines stand behind a closed name, where praise describes, as does a shape within a longer word."""
    if not _PRAISING_OR_SHAPING.issuperset(lines):  # Most lines do neither.
        return False
    return (PRAISING | _shapes(title, other)).issuperset(lines) and told_behind(title, other).issuperset(lines)


def _is_named_before(more: Title, less: Title) -> bool:
    """Return whether a word says which edition one is, and the other title has that word too (スプラトゥーン3エディション)."""
    told = [tuple(one for one in meaning(token) if one.kind not in UNWRITTEN) for token in more.listed]
    return all(
        _is_told((*_BEFORE_ALL, *told)[at : at + 2], pieces[: pieces.index(_EDITION)], less)
        for at, pieces in enumerate(told)
        if _EDITION in pieces
    )


def _is_told(before: tuple[tuple[Piece, ...], ...], own: tuple[Piece, ...], less: Title) -> bool:
    """Return whether a title has what stands directly before an edition in the other: a word, or a number with the word that it counts on."""
    *_, last = (*before, own) if own else before
    if [piece.kind for piece in last] == ["number"]:
        return any((*before[0], *last) == both for both in pairwise(less.pieces))
    return any(piece.kind == "word" for piece in last) and all(piece.value in less.words for piece in last)


def _tells_line(title: Title, line: str) -> bool:
    """Return whether a title has the name of a line, also grown into a word and in its other spelling (ミニチョコ)."""
    if line == SET:
        return any(map(_is_set, title.listed))
    written = title.squashed
    if line in written or (line in _GOODS and _GOODS[line] in title.lone):
        return True
    for one in _SPELLED.get(line, ()):
        if one in (title.listed if one.isascii() else written):
            return True
    if _TRANSLATED.get(line) in title.listed or (
        line in _ENDS and any(token.endswith(_ENDS[line]) for token in title.listed)
    ):
        return True
    heard = sound(line)
    return heard != "" and any(heard in one for one in title.sounds)


def _is_set(word: str) -> bool:
    """Return whether a word is that for a set or a pair, also where it tells none beside its neighbours (セット 50回)."""
    is_pair = word.endswith("ペア") and not word.endswith(NO_SETS)
    return is_pair or word == "set" or _SET in meaning(word)
