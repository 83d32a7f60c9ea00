"""What a title says in another script than the other, or twice in both: Technic, テクニック."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import chain, pairwise, product
from typing import Final

from okawari.domain.same_thing.language.katakana import can_read, may_read, reads
from okawari.domain.same_thing.language.sound import begins_alike, consonants, spoken
from okawari.domain.same_thing.taken_apart.listed import Piece
from okawari.domain.same_thing.taken_apart.title import Title
from okawari.domain.same_thing.vocabulary.idle import WORKS, WORKS_END
from okawari.domain.same_thing.vocabulary.sisters import SAVOURS, SISTERS
from okawari.domain.same_thing.vocabulary.telling import is_kanji
from okawari.domain.same_thing.vocabulary.words import longest_first, words_in

SAID, AGREED, MAKER, TOLD, STRANGE, GROWN = range(6)
"""A word, a trait and a maker that both have, what tells nothing, what only one has, what holds a word of the other."""
_LEAST_HEARD: Final = 2
"""Our own choice: consonants by which a run of words is known in its other script, where both titles lack it; where one has both, one more."""
_LEAST_LETTERS: Final = 3
"""Our own choice: letters of words that sound like few others."""
_VOWELS: Final = frozenset("aeiouアイウエオ")
_MOST_BEATS: Final = 3
"""Our own choice: beats of words in kana that two consonants tell; more are full of vowels, y and w, which are not heard (ハヤカワ, huge)."""
_VOWEL: Final = re.compile("[aeiouy]")
"""Without one, letters are read by their names, and stand for no word (XSX)."""
_NO_BEAT: Final = re.compile("[ーッャュョァィゥェォ]")
_LEAST_READ: Final = 2
"""Our own choice: letters of a word that can read another."""
_LETTER_NAMES: Final = {
    name: letters[0]
    for letters in words_in("""
aエー bビー cシー dディー eイー fエフ gジー hエイチ iアイ jジェイ jジェー kケー kケイ lエル mエム nエヌ oオー pピー qキュー rアール sエス tティー uユー vブイ wダブリュー
xエックス yワイ zゼット 1ワン
""")
    for name in (letters[1:],)
}
_LETTER_NAME: Final = re.compile("|".join(longest_first(_LETTER_NAMES)))
_SPELLED_OUT: Final = re.compile(f"(?:{_LETTER_NAME.pattern}){{1,4}}")
"""Letters of the alphabet, and the one digit that stands among them (PRO V1), as they are read."""
_SPELLED_BEFORE: Final = re.compile(f"((?:{_LETTER_NAME.pattern}){{1,3}})([ァ-ヺー]{{2,}})")
"""Letters of the alphabet as they are read, and a word behind them."""
_LEAST_WHOLE: Final = 3
"""Our own choice: consonants up to which a word must sound exactly so."""
_MOST_SPELLED_OUT: Final = 3
"""Our own choice: letters of an abbreviation that is looked for as it is read."""
_SHORTENED: Final = (4, 5)
"""Letters of a name in katakana that is made of two beginnings."""
_WORDS: Final = ("word", "aside")
_MOST_READ: Final = 4
"""Our own choice: words that are read as one."""
_LEAST_HELD: Final = 2
"""Our own choice: letters from which on a word is told within another."""
_Run = tuple[tuple[str, ...], ...]
_IS_KANA: Final = re.compile("[ぁ-ゖァ-ヺー・]+")


def hear(first: Title, second: Title, ours: list[int], theirs: list[int]) -> None:
    """Note which runs of strange words sound like a run of words of the wanted title in its other script (JUICY TINT)."""
    at = 0
    while at < len(theirs):
        is_strange = theirs[at] == STRANGE and second.pieces[at].kind == "word"
        at = max(at + 1, _heard_until(first, second, ours, theirs, at) if is_strange else 0)


def hear_in_kana(first: Title, second: Title, ours: list[int], theirs: list[int]) -> None:
    """Note which strange words of either title read what the other says in its other script."""
    _read_across(first, second, ours, theirs)
    _read_across(second, first, theirs, ours)
    _read_alone(first, second, ours, theirs)
    for title, other, states, others in (first, second, ours, theirs), (second, first, theirs, ours):
        if STRANGE in states:
            _read_latin(title, other, states, others)


def _read_latin(title: Title, other: Title, states: list[int], others: list[int]) -> None:
    """Note which strange Latin words are read by a word in katakana of either title, also by such as tells nothing or is taken apart (DAY PACK, デイパック; Chair One チェアワン)."""
    strange = {piece.value for piece, state in zip(title.pieces, states) if state == STRANGE and piece.value.isascii()}  # noqa: B905 -- of one length
    if not strange:
        return
    latin = tuple(run for run in _in_latin(title.listed) if not strange.isdisjoint(chain.from_iterable(run)))
    if not latin:
        return
    for token in other.listed:
        if "ァ" <= token[0] <= "ー" and ("word", token) not in other.pieces:
            said = _said_as(token, spoken(token), latin)
            if said and not _goes_on_before(said, title, states):
                _note(said, title, states, SAID)
                for at, piece in enumerate(other.pieces):
                    if others[at] >= STRANGE and piece.value in token:
                        others[at] = SAID
    unsaid = [piece.value for piece, state in zip(title.pieces, states) if state >= STRANGE]  # noqa: B905
    for token in title.listed:
        if "ァ" <= token[0] <= "ー" and not any(one in token for one in unsaid):
            _note(_said_as(token, spoken(token), latin), title, states, TOLD)


def _note(said: tuple[str, ...], title: Title, states: list[int], state: int) -> None:
    for at, piece in enumerate(title.pieces if said else ()):
        if states[at] == STRANGE and piece.value in said:
            states[at] = state


def _goes_on_before(said: tuple[str, ...], title: Title, states: list[int]) -> bool:
    """Return whether a strange Latin word stands directly before words, with which it is the name of another article (HALF DAY PACK)."""
    at = next((index for index, piece in enumerate(title.pieces) if piece.value in said), 0)
    return at > 0 and states[at - 1] == STRANGE and title.pieces[at - 1].value.isascii()


def _read_across(title: Title, other: Title, states: list[int], others: list[int]) -> None:
    """Note which strange words in katakana read a run of Latin ones of the other title, also of such as tell nothing (チェアワン, Chair One), but no maker that both name (クラシック, crocs)."""
    if STRANGE not in states and GROWN not in states:
        return
    makers = title.brands & other.brands
    for kana in _strange_kana(title, states):
        word = "".join(kana)
        said = _said_as(word, spoken(word), _in_latin(other.listed)) or _spelled_before(word, other.listed)
        if said and makers.isdisjoint(said):
            for pieces, found, words in (title.pieces, states, kana), (other.pieces, others, said):
                for at, piece in enumerate(pieces):
                    if found[at] >= STRANGE and piece.value in words:
                        found[at] = SAID


def _strange_kana(title: Title, states: list[int]) -> Iterator[tuple[str, ...]]:
    """Yield the runs of words in kana, the longest first, that begin and end with a strange one."""
    runs: list[list[int]] = [[]]
    for at, piece in enumerate(title.pieces):
        if piece.kind in _WORDS and _IS_KANA.fullmatch(piece.value):
            runs[-1].append(at)
        elif runs[-1]:
            runs.append([])
    for run in runs:
        for length in range(min(len(run), _MOST_READ), 0, -1):
            for start in range(len(run) - length + 1):
                words = run[start : start + length]
                if max(states[words[0]], states[words[-1]]) >= STRANGE:
                    yield tuple(title.pieces[one].value for one in words)


def _said_as(word: str, run: str, latin: tuple[_Run, ...]) -> tuple[str, ...]:
    """Return the Latin words beside one another that sound so together, with a vowel at least (no XSX), () where there are none."""
    for tokens in latin:
        for start in range(len(tokens)):
            said = ""
            words: tuple[str, ...] = ()
            for token in tokens[start : start + _MOST_READ + 1]:
                words += token
                said += "".join(map(spoken, token))
                if said == run and len(run) > _LEAST_HEARD:
                    is_sure = len(run) > _LEAST_WHOLE or "".join(map(consonants, words)) == consonants(word)
                    if is_sure and sum(map(len, words)) > len(run):
                        return words
                if reads(word, words) and any(map(_VOWEL.search, words)):
                    return words
    return ()


def _spelled_before(word: str, listed: tuple[str, ...]) -> tuple[str, ...]:
    """Return the letters that a word in katakana reads by their names and what stands behind them or goes on from them, which its rest reads or repeats (ディーアップ, D-UP; エックスブレイド, XBRAID; ブイロート, Vロート), () where there are none."""
    if not (named := _SPELLED_BEFORE.match(word)):
        return ()
    letters = "".join(_LETTER_NAMES[name] for name in _LETTER_NAME.findall(named[1]))
    within = ((letters, token.removeprefix(letters).lstrip("-")) for token in listed if token.startswith(letters))
    for one, behind in (*pairwise(listed), *within):
        if one == letters and (
            behind.startswith(named[2])
            or (behind.isascii() and behind.isalpha() and (may_read(named[2], behind) or can_read(named[2], (behind,))))
        ):
            return one, behind, one + behind
    return ()


@lru_cache(maxsize=4096)
def _in_latin(listed: tuple[str, ...]) -> tuple[_Run, ...]:
    """Return the runs of Latin words of a title, with those together that a hyphen joins (Birko-Flor)."""
    runs: list[list[tuple[str, ...]]] = [[]]
    for token in listed:
        words = tuple(token.split("-")) if token.isascii() else ()
        if words and all(map(str.isalpha, words)):
            runs[-1].append(words)
        elif runs[-1]:
            runs.append([])
    return tuple(tuple(run) for run in runs if run)


def _heard_until(first: Title, second: Title, ours: list[int], theirs: list[int], at: int) -> int:
    pieces = second.pieces
    is_latin = pieces[at].value.isascii()
    end = at
    while end < len(pieces) and pieces[end].kind in _WORDS and pieces[end].value.isascii() == is_latin:
        if not is_latin and is_kanji(pieces[end].value):
            break
        end += 1
    for stop in range(end, at, -1):
        run = "".join(spoken(piece.value) for piece in pieces[at:stop])
        if len(run) < _LEAST_HEARD or run not in first.spoken:
            continue
        start, behind = _run(first, run, is_latin=is_latin)
        said = first.pieces[start:behind]
        if (
            behind
            and (len(run) > _LEAST_HEARD or STRANGE in ours[start:behind])
            and _is_read(run, *((said, pieces[at:stop]) if is_latin else (pieces[at:stop], said)))
        ):
            theirs[at:stop] = [SAID] * (stop - at)
            for index, piece in enumerate(first.pieces):
                if piece in said:
                    ours[index] = SAID
            return stop
    return 0


def _is_read(run: str, kana: tuple[Piece, ...], latin: tuple[Piece, ...]) -> bool:
    """Return whether words in kana that sound like words in Latin letters can be read for them."""
    if not any(_VOWEL.search(piece.value) for piece in latin):
        return False
    return len(run) > _LEAST_HEARD or sum(len(_NO_BEAT.sub("", piece.value)) for piece in kana) <= _MOST_BEATS


def _read_alone(first: Title, second: Title, ours: list[int], theirs: list[int]) -> None:
    """Note the strange words that can only read one strange word of the other title in its other script (タワー, tower; ラクワネック, RAKUWA ネック)."""
    unread = list(_unread(first, second, ours))
    for at, word in _unread(second, first, theirs) if unread else ():
        reading = [one for one, other in unread if _may_be(other, word)]
        if len(reading) == 1:
            theirs[at] = ours[reading[0]] = SAID


def _unread(title: Title, other: Title, states: list[int]) -> Iterator[tuple[int, str]]:
    """Yield where strange words stand, of one that has grown together with what both say the rest."""
    for at, (kind, word) in enumerate(title.pieces):
        if kind == "word" and states[at] >= STRANGE:
            yield at, word if states[at] == STRANGE else rest_of(word, other)


def rest_of(word: str, other: Title) -> str:
    """Return what of a word no word of the other title says."""
    rest = word
    for name in sorted(other.words, key=len, reverse=True):
        if len(name) >= _LEAST_HELD:
            rest = rest.replace(name, "")
    return rest


def _may_be(one: str, other: str) -> bool:
    """Return whether of two words in two scripts one can read the other."""
    if one.isascii() == other.isascii() or not one or not other:
        return False
    kana, word = (other, one) if one.isascii() else (one, other)
    return word.isalpha() and may_read(kana, word)


def _run(title: Title, run: str, *, is_latin: bool) -> tuple[int, int]:
    """Return from where to where words of the other script sound so; (0, 0) where none do."""
    for start in range(len(title.pieces)):
        if title.pieces[start].kind == "idle" or not spoken(title.pieces[start].value):
            continue
        said = ""
        for end in range(start, len(title.pieces)):
            kind, value = title.pieces[end]
            if kind == "idle":
                continue
            if kind not in _WORDS or value.isascii() == is_latin or not (heard := spoken(value)):
                break
            said += heard
            if said == run:
                return start, end + 1
            if not run.startswith(said):
                break
    return 0, 0


def read_beside(title: Title, other: Title, states: list[int]) -> None:
    """Note which strange words only read one that both titles say: beside them (カービィ Kirby), or where the same stands beside both; and which grown ones read a Latin one."""
    pieces = title.pieces
    for index, (kind, word) in enumerate(pieces):
        if states[index] < STRANGE or kind != "word":
            continue
        if _goes_on_as(word, other):
            states[index] = TOLD
        if states[index] != STRANGE:
            continue
        if (
            is_initials(word, title.squashed)
            or is_initials(word, other.words)
            or _is_spelled_out(word, other.squashed)
            or _is_shortened(word, other.words)
        ):
            states[index] = TOLD
            continue
        for at, (_, said) in enumerate(pieces):
            if states[at] != SAID or said.isascii() == word.isascii() or said not in other.squashed:
                continue
            is_beside = abs(at - index) == 1
            if (is_beside or _is_parallel(pieces, at, index)) and _reads(word, said, beside=is_beside):
                states[index] = TOLD
                break


def _goes_on_as(word: str, other: Title) -> bool:
    """Return whether what a word holds beside a word of the other title reads a Latin one of it (チェキスクエア, チェキ instax SQUARE)."""
    rest = rest_of(word, other)
    return rest != word and any(one.isascii() and may_read(rest, one) for one in other.words)


def is_initials(word: str, written: str | tuple[str, ...]) -> bool:
    """Return whether a word only spells out letters that are written, or are one of the words (GP … ジーピー), as one letter must be."""
    if _SPELLED_OUT.fullmatch(word) is None:
        return False
    letters = "".join(_LETTER_NAMES[name] for name in _LETTER_NAME.findall(word))
    is_sure = isinstance(written, tuple) or (len(letters) > 1 and not letters.isdigit())
    return is_sure and letters in written


def _is_spelled_out(letters: str, written: str) -> bool:
    """Return whether a title spells out letters that another one writes as such (S&B, エスビー)."""
    if not letters.isascii() or len(letters) > _MOST_SPELLED_OUT:
        return False
    names = [[name for name, one in _LETTER_NAMES.items() if one == letter] for letter in letters]
    return all(names) and any("".join(read) in written for read in product(*names))


def _is_shortened(word: str, said: tuple[str, ...]) -> bool:
    """Return whether a word in katakana is put together of the beginnings of two that the other title has, or of one that holds both (モンハン)."""
    if len(word) not in _SHORTENED or not "ァ" <= word[0] <= "ー" or word in SISTERS or SAVOURS.search(word):
        return False
    written = " ".join(said)
    return any(
        one.startswith(word[:at]) and word[at:] in written.partition(one)[2] + one[at + 1 :]
        for at in (2, 3)
        for one in said
        if len(word) > at + 1
    )


def _is_parallel(pieces: tuple[Piece, ...], one: int, other: int) -> bool:
    """Return whether the same stands before or behind two pieces (Charge 6 … チャージ6)."""
    return pieces[one - 1 : one] == pieces[other - 1 : other] != () or (
        pieces[one + 1 : one + 2] == pieces[other + 1 : other + 2] != ()
    )


def _reads(one: str, other: str, *, beside: bool) -> bool:
    """Return whether two words in two scripts sound the same; of neighbours also whether they begin alike and are about as long."""
    if min(len(one), len(other)) < _LEAST_READ:
        return False
    shorter, longer = sorted(map(spoken, (one, other)), key=len)
    is_alike = beside and len(shorter) > _LEAST_HEARD and len(longer) <= len(shorter) + 1 and begins_alike(one, other)
    return is_alike or shorter == longer != ""


def name_works(title: Title, other: Title, states: list[int]) -> None:
    """Note which words only end the name of a work that the other title leaves out (ドラゴンボール Z)."""
    pieces = title.pieces
    for index, (_, word) in enumerate(pieces):
        if states[index] == STRANGE and word in WORKS_END and index:
            before = pieces[index - 1].value
            if before in WORKS_END or (before in WORKS and before not in other.squashed):
                states[index] = TOLD
