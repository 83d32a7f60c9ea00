"""Whether an offer says something of the wanted name, and which words beside it only name who made it."""

from __future__ import annotations

import re
from typing import Final

from okawari.domain.same_thing.language.kanji import KANJI
from okawari.domain.same_thing.language.sound import begins_alike, sound, spoken
from okawari.domain.same_thing.names.ending import is_use
from okawari.domain.same_thing.names.left_over import IDLE, Left, Place, open_letters
from okawari.domain.same_thing.scripts.english import is_read
from okawari.domain.same_thing.spelling.media import PUBLISHERS
from okawari.domain.same_thing.taken_apart.listed import loosely
from okawari.domain.same_thing.taken_apart.pieces import meaning
from okawari.domain.same_thing.taken_apart.title import Title
from okawari.domain.same_thing.traits.choosing import BOUND
from okawari.domain.same_thing.traits.figures import is_measured
from okawari.domain.same_thing.vocabulary.goods import GOODS
from okawari.domain.same_thing.vocabulary.idle import WORKS_END
from okawari.domain.same_thing.vocabulary.sisters import SISTERS
from okawari.domain.same_thing.vocabulary.telling import is_kanji
from okawari.domain.same_thing.vocabulary.words import BOOKS, PROSE

_PLATFORMS: Final = frozenset({"switch", "playstation", "xbox"})
"""What games are for, which many of them share."""
_LEAST_NAMING, _SHORT_NAME = 3, 4
"""Our own choice: digits of a number that names an article of a maker, and letters that many articles share."""
_PROSE: Final = re.compile(f"{'|'.join(PROSE)}|コミック|[一-鿿]{{2}}社(?![一-鿿ぁ-ヺ])")
"""What tells that a thing is a book: how it is bound, who brought it out."""
_VOLUME: Final = re.compile(r"\d+巻")
_BY_CHANCE: Final = 3
"""Our own choice: consonants that a word of an altogether other thing may have too."""
_LONGEST_READ: Final = 8
"""Our own choice: letters of such a name in hiragana."""
_LONGEST_INITIAL: Final = 3
"""Our own choice: Latin letters that are a part of such a name."""
_LONGEST_NAME: Final = 6
"""Our own choice: letters of an author's or a publisher's name in Japanese."""


def says_name(first: Title, second: Title, left: set[str], extra: list[Left]) -> bool:
    """Return whether the offer says something of the wanted name, and not only what many things share: a platform, a volume, a taste beside another maker's name.

    `left` are the words that it leaves out, `extra` is what it alone says.
    """
    if first.codes & second.codes or any(len(one) >= _LEAST_NAMING for one in first.numbers & second.numbers):
        return True
    names = [word for word in first.words if word not in _PLATFORMS]
    before = [one.value for one in extra if one.place is Place.BEFORE]
    if not first.words:
        return not (first.brands and before) or bool(first.brands & second.brands)
    # Where a title names nothing but a maker and a sort, what stands behind the maker alone is a sister's name.
    if all(word in SISTERS for word in first.words) and before and first.brands and not _is_first(before[-1], second):
        return False
    told = set(first.said).difference(left, first.asides, IDLE, WORKS_END)
    said = [
        name
        for name in names or _runs(first)
        if (
            name in told
            or not open_letters(name, second)
            or (not first.brands and len(before) == 1 and begins_alike(name, before[0]))
        )
        and not _is_of_use(name, second)
    ]
    is_of_maker = not first.brands or bool(first.brands & second.brands) or len("".join(said)) > _SHORT_NAME
    return bool(said) and (is_of_maker or not before) and _is_sure(said, first, second)


def _is_first(name: str, title: Title) -> bool:
    """Return whether a title begins with a word, as it does with a maker that nobody knows."""
    return next(piece.value for piece in title.pieces if piece.kind != "idle") == name


def _is_of_use(name: str, other: Title) -> bool:
    """Return whether the other title has a name only behind a use with which it is one word, as a sister's is (マジックリン, バスマジックリン), and no number to tell it by."""
    if name.isascii() or other.numbers:
        return False
    held = [token for token in other.listed if name in token]
    return bool(held) and all(
        token != name and token not in GOODS and token.endswith(name) and _says_sort(token.removesuffix(name))
        for token in held
    )


def _says_sort(word: str) -> bool:
    """Return whether a word says what a thing is used for or of which kind it is."""
    return is_use(word) or [piece.kind for piece in meaning(word)] == ["kind"]


def _is_sure(said: list[str], first: Title, second: Title) -> bool:
    """Return whether one of these words is written in the offer, or they sound of more than a word does by chance, or a maker, a measure or a number agrees too."""
    if first.brands & second.brands or first.measures & second.measures:
        return True
    if any(word in second.squashed or loosely(word) in second.loose for word in said):
        return True
    # Kanji are hardly ever heard, and so said only where they are spelled otherwise.
    if any(KANJI.search(word) and not open_letters(word, second) for word in said):
        return True
    if any(not word.isascii() and is_read(word, first, second) for word in said):
        return True
    tokens = list(filter(None, map(spoken, second.listed)))
    run = "".join(tokens)
    if sum(len(spoken(word)) for word in said if sound(word) and spoken(word) in run) > _BY_CHANCE:
        return True
    if any(is_measured(one, first) for one in second.numbers) or any(is_measured(one, second) for one in first.numbers):
        return True
    shared = {*first.counts, *first.numbers} & {*second.counts, *second.numbers}
    return any(len(one) > 1 for one in shared) or (bool(shared) and any(spoken(word) in tokens for word in said))


def _runs(title: Title) -> list[str]:
    """Return the runs of Japanese of a title."""
    return [token for token in title.listed if not token.isascii() and not token[0].isdigit()]


def is_usual(left: Left, first: Title, wanted: str) -> bool:
    """Return whether a word stands beside the title of a book: names of authors, publishers and series, as shops like it."""
    if left.kind != "word" or left.is_telling():
        return False
    if first.numbers and not first.measures and left.place < Place.WITHIN and any(word in wanted for word in BOOKS):
        return True
    beside = left.place is Place.AFTER_NAME or (left.place is Place.WITHIN and is_kanji(left.value))
    return beside and _is_name(left.value) and _PROSE.search(wanted) is not None


def is_author(left: Left, first: Title, second: Title) -> bool:
    """Return whether a word that the offer leaves out stands behind the volume or the name of a book that both titles name, as authors do, beside who brought it out."""
    behind = left.place in (Place.BEHIND, Place.AFTER_LONG, Place.AFTER_NAME) and left.kind == "word"
    if not behind or left.is_telling() or not (_is_name(left.value) or _is_initial(left, first)):
        return False
    if any(map(PUBLISHERS.search, {*first.listed}.intersection(second.listed))):
        return True
    if first.numbers.isdisjoint(second.numbers):
        return False
    kinds = [kind for kind, value in first.pieces[: first.pieces.index((left.kind, left.value))] if value != ""]
    return "number" in kinds[1:] and (not BOUND.isdisjoint(first.kinds) or any(map(_VOLUME.fullmatch, first.listed)))


def _is_initial(left: Left, title: Title) -> bool:
    """Return whether letters stand directly before a word in Japanese as those of a name do (藤子・F・不二雄, TEX加藤)."""
    behind = title.pieces[title.pieces.index((left.kind, left.value)) + 1 :]
    is_named = bool(behind) and behind[0].kind == "word" and _is_name(behind[0].value)
    return is_named and left.value.isalpha() and len(left.value) <= _LONGEST_INITIAL


def _is_name(word: str) -> bool:
    """Return whether a word can be an author's or a publisher's name."""
    return not word.isascii() and len(word) <= (_LONGEST_NAME if word[0] > "ゟ" else _LONGEST_READ)
