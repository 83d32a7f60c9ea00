"""Whether two titles name different articles of one line: mini, Pro, a set, an edition."""

from __future__ import annotations

from functools import partial
from itertools import pairwise
from typing import Final

from okawari.domain.same_thing.codes import is_named_by_code
from okawari.domain.same_thing.goods import GOODS
from okawari.domain.same_thing.idle import AMPLE
from okawari.domain.same_thing.left_over import told_behind
from okawari.domain.same_thing.listed import Piece
from okawari.domain.same_thing.sound import sound
from okawari.domain.same_thing.title import Title
from okawari.domain.same_thing.words import EDITION, LINES, NO_SETS, PRAISING, SET, SHAPING, SPELLINGS, WHOLE

_SPELLED: Final = {
    **{line: tuple(one for one, standard in SPELLINGS.items() if standard == line != one) for line in LINES},
    "air": ("エアー",),
}
_GOODS: Final = {line: GOODS[name] for line in LINES if (name := line.removesuffix("s")) in GOODS}
_BESIDE_CODE: Final = frozenset({"premium", "deluxe", "special", "signature", "long"})
"""Lines that only praise or describe beside a code that both titles have."""
_TOKENS: Final = {
    SET: ("セット", "キット", "ペア", "set", "kit"),
    "box": ("箱", "ボックス"),
    "lite": ("light",),
    "ボディ": ("body",),
    "ノート": ("notebook",),
    "ローション": ("化粧水",),
}
"""How a line is written in other words, also where it is none beside its neighbours (セット 50回); ends of tokens."""
_EDITION: Final = Piece("line", EDITION)


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
    is_praised = not _BESIDE_CODE.isdisjoint(first.lines ^ second.lines)
    return told | _BESIDE_CODE if is_praised and is_named_by_code(first, second) else told


def _is_open(more: Title, less: Title, line: str) -> bool:
    """Return whether a title leaves open a line that the other names."""
    return not (_tells_line(less, line) or (line == EDITION and _is_named_before(more, less)))


def _only_describe(lines: list[str], title: Title, other: Title) -> bool:
    """Return whether lines stand behind a closed name, where praise describes, as does a shape within a longer word."""
    grown = SHAPING.difference(SPELLINGS.get(token, token) for token in title.listed)
    return (PRAISING | grown).issuperset(lines) and told_behind(title, other).issuperset(lines)


def _is_named_before(more: Title, less: Title) -> bool:
    """Return whether a word says which edition one is, and the other title has that word too (スプラトゥーン3エディション)."""
    pieces = more.pieces
    return all(_is_told(pieces[:at], less) for at, piece in enumerate(pieces) if piece == _EDITION)


def _is_told(before: tuple[Piece, ...], less: Title) -> bool:
    """Return whether a title has what stands before an edition in the other: a word, or a number with the word that it counts on."""
    if before and before[-1].kind == "number":
        return any(before[-2:] == both for both in pairwise(less.pieces))
    return bool(before) and before[-1].kind == "word" and before[-1].value in less.words


def _tells_line(title: Title, line: str) -> bool:
    """Return whether a title has the name of a line, also grown into a word and in its other spelling (ミニチョコ)."""
    written = title.squashed
    if line in written or (line in _GOODS and _GOODS[line] in title.lone):
        return True
    for one in _SPELLED.get(line, ()):
        if one in written:
            return True
    if line in _TOKENS and any(token.endswith(_TOKENS[line]) and not token.endswith(NO_SETS) for token in title.listed):
        return True
    heard = sound(line)
    return heard != "" and any(heard in one for one in title.sounds)
