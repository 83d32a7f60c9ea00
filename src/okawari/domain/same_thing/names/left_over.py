"""What only one of two titles says, and where it stands among what both say.

Which words there are nobody can list; where they stand tells what they are for.

- What stands before all that both say names makers, series and shops.
- What stands behind it, once a quantity or a colour has closed the name, describes.
- What stands in its midst, or has grown together with a word that both say, sets one article apart from its sisters.

This holds for either title.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import IntEnum
from fractions import Fraction
from itertools import pairwise
from typing import Final, NamedTuple

from okawari.domain.same_thing.language.kanji import READINGS
from okawari.domain.same_thing.language.numerals import LONGEST_NUMBER
from okawari.domain.same_thing.language.sound import sound
from okawari.domain.same_thing.names.ending import CLOSING, is_closed
from okawari.domain.same_thing.scripts.english import read_in_latin
from okawari.domain.same_thing.scripts.heard import (
    AGREED,
    GROWN,
    MAKER,
    SAID,
    STRANGE,
    TOLD,
    hear,
    hear_in_kana,
    is_initials,
    name_works,
    read_beside,
    rest_of,
)
from okawari.domain.same_thing.scripts.shortened import shorten
from okawari.domain.same_thing.taken_apart.listed import SIZE_WORDS, Piece, loosely
from okawari.domain.same_thing.taken_apart.title import Title
from okawari.domain.same_thing.taken_apart.tokens import is_model
from okawari.domain.same_thing.traits.codes import initials, is_stem
from okawari.domain.same_thing.traits.figures import is_ending, is_measured, read_out, worn, years, years_otherwise
from okawari.domain.same_thing.traits.gaps import grown_in, told_in_parts
from okawari.domain.same_thing.traits.packages import PACKAGES, is_packed_alike
from okawari.domain.same_thing.vocabulary.idle import BULK, LATIN_SORTS, NOISE, SERIES
from okawari.domain.same_thing.vocabulary.telling import SHORT, is_kanji, is_sister, is_telling, sets_apart
from okawari.domain.same_thing.vocabulary.words import ALONG, BESIDES, COLOUR_SUFFIXES, KIND_OF, SPELLINGS

_WORDS: Final = ("word", "aside")
_NAMING: Final = ("word", "line")
IDLE: Final = frozenset((*NOISE, *SERIES, *BULK))
"""Words that tell nothing wherever they stand."""
_PARTING: Final = frozenset("色黒白赤青緑黄金銀紫茶桃大中小新旧男女極特超")
"""Signs that part a word from one without it: what makes a word for a thing one for its shade (電球色), colours, sizes, ages, ranks."""
_PAPER: Final = re.compile(r"[ab]\d")
"""A size of paper, which tells nothing beside a code."""
_MOST_GENERATIONS: Final = 9
"""Our own choice: the highest number that counts generations beside a code."""
_YEAR: Final = re.compile(r"20[0-3]\d")
_LONG_NAME: Final = 17
"""Our own choice: letters of a name in Japanese that no two articles share but by their editions."""
_LEAST_NAME: Final = 2
"""Our own choice: letters from which on a word is told within another."""
_AFFIXES: Final = frozenset({"カラー", "タイプ", "サイズ", "シリーズ", "東京", "大阪", "京都", "日本"})
"""What ends the name of a shade, a type or a size, or begins that of a maker, written or left out (サンドカラー, 東京西川)."""
_LEAST_LOOSE: Final = 3
"""Our own choice: letters from which on a word in other kana is told within another."""
_LEAST_HALF: Final = 3
"""Our own choice: letters of either half of a word that is put together of two, where it is not in kanji."""
_LEAST_PAIRED: Final = 4
"""Our own choice: letters from which on a word is looked for in pairs."""
_LEAST_CATALOGUED: Final = 3
"""Our own choice: digits of a catalogue number, which shops write or leave out; what counts on in a series is shorter."""


class Place(IntEnum):
    """Where something stands that only one title has."""

    BEFORE = 0
    """Before all that both say."""
    BEHIND = 1
    """Behind a quantity or a colour that closes what both say, or directly behind one."""
    AFTER_LONG = 2
    """Behind a name that nothing closes, and that is too long to be shared by many."""
    AFTER_NAME = 3
    """Behind a shorter name that nothing closes."""
    WITHIN = 4
    """In the midst of what both say."""
    GROWN = 5
    """Grown together with a word that both say."""


class Left(NamedTuple):
    """A word, number or code that only one title has, and its place."""

    place: Place
    kind: str
    value: str

    def spot(self) -> Place:
        """Return its place, whether or not the name is a long one."""
        return Place.AFTER_NAME if self.place is Place.AFTER_LONG else self.place

    def describes(self) -> bool:
        """Return whether it tells no more than what the thing is, who made it and who sells it."""
        if self.kind == "with" and self.value.endswith(ALONG):
            return True
        if self.value in LATIN_SORTS:
            return True
        if self.kind not in _WORDS:
            return self.place is Place.BEHIND or (
                self.place is Place.BEFORE and _YEAR.fullmatch(self.value) is not None
            )
        if self.place is Place.BEFORE:
            return not is_sister(self.value)
        if self.is_telling():
            return False
        return self.place in (Place.BEHIND, Place.AFTER_LONG) or (
            self.place is Place.AFTER_NAME and is_kanji(self.value)
        )

    def sets_apart(self) -> bool:
        """Return whether it names another article even beside a code that both have."""
        if self.kind == "number":
            return Fraction(self.value) <= _MOST_GENERATIONS
        return sets_apart(self.value) if self.kind in ("word", "with") else _PAPER.fullmatch(self.value) is None

    def is_short(self) -> bool:
        """Return whether it is a letter or two, which name a grade rather than a maker (RG)."""
        return self.value.isascii() and len(self.value) <= SHORT

    def is_telling(self) -> bool:
        """Return whether a word names an edition or something about the thing, wherever it stands."""
        return is_telling(self.value)


def left_over(first: Title, second: Title) -> tuple[list[Left], list[Left]]:
    """Return what either title has and the other has not, in neither script."""
    ours = [_state(piece, second) for piece in first.pieces]
    theirs = [_state(piece, first) for piece in second.pieces]
    for title, other, states in ((first, second, ours), (second, first, theirs)):
        if STRANGE in states or GROWN in states:
            _read_out(title, other, states)
        if GROWN in states:
            _cut_loose(title, other, states)
        if STRANGE in states and (grown := grown_in(title, other)):
            states[:] = [AGREED if piece in grown else state for piece, state in zip(title.pieces, states, strict=True)]
    if STRANGE in theirs:
        hear(first, second, ours, theirs)
    hear_in_kana(first, second, ours, theirs)
    if STRANGE in theirs:
        read_in_latin(first, second, ours, theirs)
    for title, other, states in ((first, second, ours), (second, first, theirs)):
        if max(states, default=0) >= STRANGE:
            _join(title, other, states)
            read_beside(title, other, states)
            name_works(title, other, states)
    if STRANGE in ours and STRANGE in theirs:
        shorten(first, second, ours, theirs)
        shorten(second, first, theirs, ours)
    return list(_placed(first, second, ours)), list(_placed(second, first, theirs))


def told_behind(title: Title, other: Title) -> frozenset[str]:
    """Return the lines that a title names behind all that both say, once a quantity or a colour has closed the name."""
    kinds = [piece.kind for piece in title.pieces]
    if CLOSING.isdisjoint(kinds[: len(kinds) - kinds[::-1].index("line")]):
        return frozenset()
    states = [_state(piece, other) for piece in title.pieces]
    both = _both(title, other, states)
    if not any(kinds[at] in CLOSING for at in both):
        return frozenset()
    before = {piece.value for piece in title.pieces[: both[-1]] if piece.kind == "line"}
    return frozenset(piece.value for piece in title.pieces[both[-1] :] if piece.kind == "line") - before


def _join(title: Title, other: Title, states: list[int]) -> None:
    """Note which signs only join what both titles have (UHD + Blu-ray), which letters the other title writes in one (DC DN, DCDN), and which mark the colour behind them that both name (RSB-3(W) ホワイト, NB ネイビー)."""
    for at, (one, behind) in enumerate(pairwise(title.pieces)):
        if one.kind != "word" or (states[at] < STRANGE and states[at + 1] < STRANGE):
            continue
        if one.value == BESIDES and states[at] >= STRANGE and behind.kind != "line" and states[at + 1] < STRANGE:
            states[at] = TOLD
        elif one.value.isascii() and behind.kind in _NAMING and one.value + behind.value in other.words:
            states[at] = states[at + 1] = SAID
        elif behind.kind == "colour" and behind.value in other.colours:
            is_marked = one.value in initials(behind.value) and title.pieces[at - 1].kind == "code"
            if is_marked or (len(one.value) > 1 and COLOUR_SUFFIXES.get(one.value) == behind.value):
                states[at] = TOLD


def _read_out(title: Title, other: Title, states: list[int]) -> None:
    """Note which numbers the other title writes as they are read, and which words are read so."""
    for at, (kind, value) in enumerate(title.pieces):
        if states[at] < STRANGE:
            continue
        if (kind == "number" and any(read_out(word, title) == value for word in other.words)) or (
            kind == "word" and read_out(value, other)
        ):
            states[at] = SAID


def _cut_loose(title: Title, other: Title, states: list[int]) -> None:
    """Take words for strange that hold only what the title says elsewhere too (ハイドラマスク … フェイスマスク)."""
    for index, piece in enumerate(title.pieces):
        if states[index] == GROWN and piece.kind == "word":
            held = [name for name in other.words if len(name) >= _LEAST_NAME and name in piece.value]
            rest = "|".join(one.value for at, one in enumerate(title.pieces) if at != index)
            if all(name in rest for name in held):
                states[index] = STRANGE


def _placed(title: Title, other: Title, states: list[int]) -> Iterator[Left]:
    if STRANGE not in states and GROWN not in states:
        return
    both = _both(title, other, states)
    first = next((at for at in both if title.pieces[at].kind not in CLOSING), both[0] if both else 0)
    last = both[-1] if both else -1
    for index, state in enumerate(states):
        if state < STRANGE:
            continue
        if state == GROWN:
            place = Place.GROWN
        elif index < first:
            place = Place.BEFORE
        elif index < last:
            said = (title.pieces[at] for at in range(index - 1, -1, -1) if states[at] != STRANGE)
            place = Place.BEHIND if is_closed(title, other, said) else Place.WITHIN
        elif any(title.pieces[at].kind in CLOSING for at in both) or any(
            piece.kind in ("idle", "measure") for piece in title.pieces[last + 1 : index]
        ):
            place = Place.BEHIND
        else:
            letters = sum(len(word) for word in other.words if not word.isascii() and word not in IDLE)
            place = Place.AFTER_LONG if letters >= _LONG_NAME else Place.AFTER_NAME
        yield Left(place, *title.pieces[index])


def _both(title: Title, other: Title, states: list[int]) -> list[int]:
    """Return where stands what both say, each where it is said first; makers only where the name is nothing else."""
    seen: set[Piece] = set()
    both = []
    for index, piece in enumerate(title.pieces):
        if states[index] <= AGREED and piece not in seen:
            said = [one.value for one in seen if one.kind in _WORDS] if states[index] == SAID else []
            is_whole = piece.value in other.squashed
            if any(piece.value in one for one in said) or (
                said and not is_whole and _is_put_together(piece.value, other)
            ):
                continue
            both.append(index)
            if states[index] == AGREED or is_whole:
                seen.add(piece)
    if SAID in states:
        return both
    return sorted((*both, *(index for index, state in enumerate(states) if state == MAKER)))


def _state(piece: Piece, other: Title) -> int:
    kind, value = piece
    if kind == "idle":
        return TOLD
    if kind in _WORDS:
        return _state_of_word(kind, value, other)
    if kind == "with":
        is_said = value in other.squashed or piece in other.pieces or _is_written(value, other)
        return SAID if is_said or sound(value) in other.idle_sounds else GROWN
    if kind == "brand":
        return MAKER if value in other.brands else TOLD
    if piece in other.pieces:
        return AGREED
    if kind == "number":
        catalogued = not other.numbers and len(value) >= _LEAST_CATALOGUED and not value.endswith("00")
        idle = catalogued or "." in value or len(value) >= LONGEST_NUMBER or Fraction(value) in worn(other)
        idle = idle or is_measured(value, other) or is_ending(value, other.numbers)
        idle = idle or value in years(other) | years_otherwise(other.numbers | years(other))
        idle = idle or (len(value) > _LEAST_NAME and value in other.counts) or f"0{value}" in other.codes
        return TOLD if idle else STRANGE
    if kind != "code":
        return TOLD
    if (
        other.holds_code(value)
        or told_in_parts(value, other)
        or (value.isdigit() and any(map(value.removeprefix("0").startswith, other.numbers)))
    ):
        return AGREED
    is_scale = value.isdigit() and not any(map(str.isdigit, other.codes))
    return TOLD if is_scale or is_model(value) or any(is_stem(value, one) for one in other.codes) else STRANGE


def _state_of_word(kind: str, word: str, other: Title) -> int:
    if word in (other.words if word.isascii() and len(word) <= SHORT else other.squashed):
        is_name = not is_kanji(word) and _is_put_together(word, other)
        return SAID if word.isascii() or is_name or _is_within(word, other) or word in other.lines else TOLD
    if word in SIZE_WORDS and SIZE_WORDS[word] in other.sizes:
        return TOLD
    if kind == "aside" or word in IDLE or _is_behind_code(word, other):
        return TOLD
    if _is_heard(word, other) or _is_spelled(word, other) or _is_put_together(word, other):
        return SAID
    is_packed = word in PACKAGES and is_packed_alike(word, other)
    if is_packed or ((heard := sound(word)) and heard in other.idle_sounds) or _is_written(word, other):
        return TOLD
    rest = rest_of(word, other)
    if rest == word:
        return STRANGE
    is_said = (
        (len(rest) < _LEAST_NAME and rest not in _PARTING)
        or (rest in IDLE and rest not in KIND_OF)
        or SPELLINGS.get(rest) in other.lines
        or sound(rest) in {sound(line) for line in other.lines} - {""}
        or _is_written(rest, other)
        or rest in _AFFIXES
        or is_initials(rest, other.squashed)
    )
    return SAID if is_said or _is_heard(rest, other) else GROWN


def _is_behind_code(word: str, other: Title) -> bool:
    """Return whether letters stand behind a number of the other title (H17 F, H17-F)."""
    if len(word) > SHORT or not word.isascii():
        return False
    return any(code.endswith(word) and code[: -len(word)][-1:].isdigit() for code in other.codes)


def _is_heard(word: str, other: Title) -> bool:
    """Return whether a word sounds like one of the other title."""
    heard = sound(word)
    return heard != "" and (
        heard in other.sounds or any(heard == sound(one.partition(":")[2]) for one in other.modifiers)
    )


def _is_put_together(word: str, other: Title) -> bool:
    """Return whether a word in Japanese is put together of two that the other title has (エアリアルガンダム, ガンダムエアリアル)."""
    if word.isascii():
        return False
    halves = ((word[:at], word[at:]) for at in range(_LEAST_NAME, len(word) - _LEAST_NAME + 1))
    long = (both for both in halves if all(len(one) >= _LEAST_HALF or is_kanji(one) for one in both))
    return any(all(_is_within(one, other) for one in both) for both in long)


def _is_within(part: str, other: Title) -> bool:
    """Return whether a word of the other title holds these letters."""
    return any(part in one for one in other.words)


def _is_spelled(word: str, other: Title) -> bool:
    """Return whether a word stands in the other title in another spelling (アンダーウエア, こしひかり)."""
    if word.isascii():
        return False
    loose = loosely(word)
    return loose == "" or any(loose == loosely(one) for one in (*other.words, *other.lone))


def _is_written(word: str, other: Title) -> bool:
    """Return whether a word in Japanese stands in the other title in other kana, also within a run (コシヒカリ, 新潟県産こしひかり)."""
    if word.isascii():
        return False
    loose = loosely(word)
    return (len(loose) >= _LEAST_LOOSE or word in READINGS) and loose in other.loose


def open_letters(word: str, other: Title) -> int:
    """Return how many letters of a word the other title does not say: in its letters, pair by pair, or by its sound."""
    heard = sound(word)
    if heard and any(heard in sound(one) for one in other.said if one.isascii() != word.isascii()):
        return 0
    if _is_spelled(word, other):
        return 0
    if word.isascii() and len(word) <= SHORT:
        return 0 if word in other.words else len(word)
    return _missing_letters(word, other.squashed)


def _missing_letters(word: str, written: str) -> int:
    """Return how many letters of a word are not written; a longer one in kanji or hiragana is looked for pair by pair."""
    if word in written:
        return 0
    if word.isascii() or "ァ" <= word[0] <= "ー" or len(word) < _LEAST_PAIRED:
        return len(word)
    pairs = [word[at : at + 2] in written for at in range(len(word) - 1)]
    return sum(not before and not after for before, after in zip((False, *pairs), (*pairs, False), strict=True))
