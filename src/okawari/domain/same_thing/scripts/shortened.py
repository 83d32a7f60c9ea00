"""Letters of one title that stand for a word of the other (C, Contemporary; SP, スーパー; WP, ウォータープルーフ)."""

from __future__ import annotations

from typing import Final

from okawari.domain.same_thing.language.sound import consonants
from okawari.domain.same_thing.scripts.heard import SAID, STRANGE
from okawari.domain.same_thing.taken_apart.title import Title

_MOST_LETTERS: Final = 3
"""Our own choice: letters by which a word is cut short."""
_LEAST_WORD: Final = 4
"""Our own choice: signs of a word that is cut short so."""

_VOWELS: Final = dict(zip("アイウエオaiueo", "aiueoaiueo", strict=True))


def shorten(title: Title, other: Title, states: list[int], others: list[int]) -> None:
    """Note which strange letters of a title are those by which a strange word of the other is cut short."""
    for at, (kind, letters) in enumerate(title.pieces):
        if states[at] != STRANGE or kind != "word" or not _is_short(letters):
            continue
        for index, (sort, word) in enumerate(other.pieces):
            if others[index] == STRANGE and sort == "word" and _stand_for(letters, word):
                states[at] = others[index] = SAID
                break


def _is_short(word: str) -> bool:
    return len(word) <= _MOST_LETTERS and word.isascii() and word.isalpha()


def _stand_for(letters: str, word: str) -> bool:
    """Return whether letters stand in a word in this order, the first of them at its beginning; one alone begins too many words that are read (ビタミンB, ビオチン)."""
    if len(word) < _LEAST_WORD or (len(letters) == 1 and not word.isascii()):
        return False
    heard, written = (letters, word) if word.isascii() else (_heard(letters), _heard(word))
    if len(heard) != len(letters) or written[:1] != heard[0]:
        return False
    at = 0
    for letter in heard:
        at = written.find(letter, at) + 1
        if not at:
            return False
    return True


def _heard(word: str) -> str:
    """Return how the signs of a word sound, each by its consonant or as a vowel."""
    return "".join(consonants(sign) or _VOWELS.get(sign, "") for sign in word)
