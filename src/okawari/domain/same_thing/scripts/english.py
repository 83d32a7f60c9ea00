"""What English says of goods and how Japanese says it: general words of either language, which agree or tell apart."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import chain
from typing import Final, NamedTuple

from okawari.domain.same_thing.language.kanji import KANJI
from okawari.domain.same_thing.language.romaji import PARTS, begins, reach, streams
from okawari.domain.same_thing.language.sound import sound
from okawari.domain.same_thing.scripts.heard import SAID, STRANGE, TOLD
from okawari.domain.same_thing.taken_apart.title import Title
from okawari.domain.same_thing.vocabulary.glossary import GENERAL, PARTING, SORTS, TELLING
from okawari.domain.same_thing.vocabulary.idle import LATIN_SORTS
from okawari.domain.same_thing.vocabulary.words import longest_first, words_in

_LEAST_READ: Final = 4
"""Our own choice: Latin letters that read a word, or a part of it, by no chance."""
_LEAST_ALONE: Final = 5
"""Our own choice: the same of a single sign."""
_LEAST_SIGNS: Final = 2
"""Our own choice: signs of what is read for itself."""
_LEAST_SURE: Final = 6
"""Our own choice: Latin letters that read a name, and no word that many articles share."""
_PARTICLES: Final = frozenset("のなとはでにをりい")
_MOST_WORDS: Final = 3
"""Words of the longest phrase."""
_PLURAL: Final = 3
"""Our own choice: letters of a word whose s is that of more than one."""


class _Meaning(NamedTuple):
    """A line of the tables: how Japanese says it, and whether it is a sort of goods or parts sisters."""

    japanese: tuple[str, ...]
    is_sort: bool
    is_parting: bool


def _read(table: str, *, is_sort: bool = False, is_parting: bool = False) -> dict[tuple[str, ...], _Meaning]:
    found = {}
    for line in table.strip().splitlines():
        english, _, japanese = line.partition("=")
        meaning = _Meaning(longest_first(words_in(japanese)), is_sort, is_parting)
        for phrase in words_in(english):
            found[tuple(map(_singular, PARTS.findall(phrase)))] = meaning
    return found


def _singular(word: str) -> str:
    return word[:-1] if len(word) > _PLURAL and word.endswith("s") and not word.endswith("ss") else word


_SORTED: Final = tuple(dict.fromkeys(_read(SORTS, is_sort=True).values()))
_MEANINGS: Final = {**_read(TELLING), **_read(PARTING, is_parting=True), **_read(SORTS, is_sort=True)}
_GENERAL: Final = frozenset(
    _singular(word) for word in (*chain.from_iterable(_MEANINGS), *LATIN_SORTS, *words_in(GENERAL))
)


@lru_cache(maxsize=4096)
def _meant(listed: tuple[str, ...]) -> tuple[tuple[_Meaning, frozenset[str]], ...]:
    """Return what a title in English means, each with its words, the longest phrases first."""
    written = [part for token in listed if token.isascii() for part in PARTS.findall(token)]
    words = list(map(_singular, written))
    found = []
    at = 0
    while at < len(words):
        for end in range(min(at + _MOST_WORDS, len(words)), at, -1):
            if meaning := _MEANINGS.get(tuple(words[at:end])):
                found.append((meaning, frozenset(written[at:end])))
                at = end
                break
        else:
            at += 1
    return tuple(found)


@lru_cache(maxsize=4096)
def _written(listed: tuple[str, ...]) -> str:
    return "".join(listed)


def is_in_english(first: Title, second: Title) -> bool:
    """Return whether an offer is in English alone where the wanted title is not: what it says of a Japanese name it may say in other words, and no kanji is heard in it."""
    if all(map(str.isascii, first.listed)):
        return False
    return all(map(str.isascii, second.listed)) or (
        all(map(str.isascii, second.words)) and not all(map(str.isascii, first.words))
    )


def shared(japanese: Title, english: Title) -> tuple[tuple[_Meaning, frozenset[str]], ...]:
    """Return what both titles say, each in its language."""
    return _shared(japanese.listed, english.listed)


@lru_cache(maxsize=4096)
def _shared(japanese: tuple[str, ...], english: tuple[str, ...]) -> tuple[tuple[_Meaning, frozenset[str]], ...]:
    written = _written(japanese)
    return tuple(one for one in _meant(english) if _says(one[0], written))


def read_in_latin(first: Title, second: Title, ours: list[int], theirs: list[int]) -> None:
    """Note what an offer says of Japanese in Latin letters: of a name where it is in English, and what it writes in kanji too."""
    if is_in_english(first, second):
        _read_names(first, second, ours, theirs)
    for at, (kind, word) in enumerate(second.pieces):
        if theirs[at] == STRANGE and kind == "word" and _is_read_aloud(word, first, second):
            theirs[at] = TOLD


def _is_read_aloud(word: str, first: Title, second: Title) -> bool:
    """Return whether a Latin word of an offer only reads what either title writes in kanji (柳宗理 YANAGI SORI); one read from katakana stands for it (ゼロ, zero)."""
    if len(word) < _LEAST_READ or not word.isascii() or word not in second.listed:
        return False
    return any(KANJI.search(_read_in(_written(one.listed), word)) for one in (second, first))


def _read_names(title: Title, other: Title, states: list[int], others: list[int]) -> None:
    """Note which words in Japanese of a title the other, in English, reads in Latin letters, whole or beside words that it translates (しぼりたて生しょうゆ, shiboritate nama soy sauce)."""
    told: tuple[str, ...] | None = None
    for at, (kind, word) in enumerate(title.pieces):
        if states[at] < STRANGE or kind != "word" or word.isascii():
            continue
        if told is None:
            told = tuple(japanese for meaning, _ in shared(title, other) for japanese in meaning.japanese)
        if runs := _runs(word, title, other, told):
            states[at] = SAID
            for index, piece in enumerate(other.pieces):
                if others[index] >= STRANGE and piece.kind == "word" and any(piece.value in run for run in runs):
                    others[index] = SAID
    if STRANGE in others:
        _read_idle(title, other, states, others)


def _runs(word: str, title: Title, other: Title, told: tuple[str, ...]) -> list[str] | None:
    """Return the Latin letters that read a word, or the run of the title that it was cut out of (お茶づけ海苔); none of what is translated."""
    if translated(word, title, other):
        return None
    for one in (word, *(token for token in title.listed if word in token and word != token)):
        if (runs := _cover(one, other.listed, told)) is not None:
            return runs
    return None


def _read_idle(title: Title, other: Title, states: list[int], others: list[int]) -> None:
    """Note which Latin words read what a title writes but does not count as a word (白い恋人 koibito, ゼルダの伝説 densetsu)."""
    written = _written(title.listed)
    for index, (kind, value) in enumerate(other.pieces):
        is_strange = others[index] == STRANGE and kind == "word" and value.isascii() and len(value) >= _LEAST_READ
        if is_strange and (read := _read_in(written, value)):
            others[index] = TOLD
            for at, piece in enumerate(title.pieces):
                if states[at] == STRANGE and piece.value in read:
                    states[at] = TOLD


@lru_cache(maxsize=4096)
def _read_in(written: str, word: str) -> str:
    """Return what of a title in Japanese a Latin word reads, "" where it reads none of it."""
    for stream, _ in streams((word,)):
        for at in range(len(written)):
            if not stream.startswith(begins(written, at)):
                continue
            for reached, end in reach(written, at, stream, 0):
                if end == len(stream) and (reached - at >= _LEAST_SIGNS or end >= _LEAST_ALONE):
                    return written[at:reached]
    return ""


@lru_cache(maxsize=4096)
def _cover(word: str, listed: tuple[str, ...], told: tuple[str, ...]) -> list[str] | None:
    """Return the runs of Latin letters that read a word, beside what both titles tell; None where something stays unread."""
    return _cover_from(word, 0, listed, told, set())


def _cover_from(
    word: str, at: int, listed: tuple[str, ...], told: tuple[str, ...], stuck: set[int]
) -> list[str] | None:
    """Return the same of what is left of a word; `stuck` are the places known to lead nowhere, so that none is tried twice."""
    if at == len(word):
        return []
    for end, run in _steps(word, at, listed, told) if at not in stuck else ():
        if (rest := _cover_from(word, end, listed, told, stuck)) is not None:
            return [run, *rest] if run else rest
    stuck.add(at)
    return None


def _steps(word: str, at: int, listed: tuple[str, ...], told: tuple[str, ...]) -> Iterator[tuple[int, str]]:
    """Yield how far a word is read from one of its signs on, and by which letters; by none where both titles tell it or it only joins."""
    for stream, bounds in streams(listed):
        for start in bounds:
            if not stream.startswith(begins(word, at), start):
                continue
            for reached, end in sorted(reach(word, at, stream, start), reverse=True):
                least = _LEAST_READ if reached - at >= _LEAST_SIGNS else _LEAST_ALONE
                if end in bounds and end - start >= least:
                    yield reached, _letters(listed, bounds[start], bounds[end])
    for one in told:
        if word.startswith(one, at):
            yield at + len(one), ""
    if at and word[at] in _PARTICLES:
        yield at + 1, ""


def _letters(listed: tuple[str, ...], start: int, end: int) -> str:
    return "".join([part for token in listed for part in PARTS.findall(token)][start:end])


def translations(japanese: Title, english: Title) -> set[str]:
    """Return the words of a title in English by which it says what the other says in Japanese."""
    return {word for _, words in shared(japanese, english) for word in words}


def translated(word: str, japanese: Title, english: Title) -> int:
    """Return by how many words of English the other title says all of a word in Japanese, 0 where some of it stays unsaid."""
    rest, found = word, 0
    for meaning, _ in shared(japanese, english):
        for one in meaning.japanese:
            if one in rest:
                rest, found = rest.replace(one, ""), found + 1
    rest = rest.strip("のなとしく系用味")
    is_said = not rest or (found and (heard := sound(rest)) != "" and heard in english.idle_sounds)
    return found if is_said else 0


def is_general(word: str) -> bool:
    """Return whether a word of English is general: a sort of goods or what is said of any."""
    return _singular(word) in _GENERAL


def is_parted(own: set[str], japanese: Title, english: Title) -> bool:
    """Return whether an offer in English tells another sort of goods than the wanted thing, or what sets a sister of it apart; `own` are the words that it alone has in its name."""
    written = _written(japanese.listed)
    means = _meant(english.listed)
    sorts = [meaning for meaning, _ in means if meaning.is_sort]
    if sorts and not any(_says(meaning, written) for meaning in sorts) and any(_says(one, written) for one in _SORTED):
        return True
    return not (japanese.codes & english.codes) and any(
        meaning.is_parting and not words.isdisjoint(own) and not _says(meaning, written) for meaning, words in means
    )


def is_read(word: str, japanese: Title, english: Title) -> bool:
    """Return whether a title in English reads the whole run that a word in Japanese stands in, in more letters than a short name has."""
    runs = (token for token in japanese.listed if word in token)
    return any(sum(map(len, _cover(run, english.listed, ()) or ())) >= _LEAST_SURE for run in runs)


def _says(meaning: _Meaning, written: str) -> bool:
    return any(word in written for word in meaning.japanese)
