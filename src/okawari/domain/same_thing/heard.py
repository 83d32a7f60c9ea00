"""What a title says in another script than the other, or twice in both: Technic, テクニック."""

from __future__ import annotations

from typing import Final

from okawari.domain.same_thing.listed import Piece
from okawari.domain.same_thing.sound import begins_alike, spoken
from okawari.domain.same_thing.title import Title

SAID, AGREED, MAKER, TOLD, STRANGE, GROWN = range(6)
"""A word, a trait and a maker that both have, what tells nothing, what only one has, what holds a word of the other."""
_LEAST_HEARD: Final = 2
"""Our own choice: consonants by which a run of words is known in its other script, where both titles lack it; where one has both, one more."""
_LEAST_READ: Final = 2
"""Our own choice: letters of a word that can read another."""
_WORDS: Final = ("word", "aside")


def hear(first: Title, second: Title, ours: list[int], theirs: list[int]) -> None:
    """Note which runs of strange words sound like a run of words of the wanted title in its other script (JUICY TINT)."""
    at = 0
    while at < len(theirs):
        is_strange = theirs[at] == STRANGE and second.pieces[at].kind == "word"
        at = max(at + 1, _heard_until(first, second, ours, theirs, at) if is_strange else 0)


def _heard_until(first: Title, second: Title, ours: list[int], theirs: list[int], at: int) -> int:
    pieces = second.pieces
    is_latin = pieces[at].value.isascii()
    end = at
    while end < len(pieces) and pieces[end].kind in _WORDS and pieces[end].value.isascii() == is_latin:
        end += 1
    for stop in range(end, at, -1):
        run = "".join(spoken(piece.value) for piece in pieces[at:stop])
        if len(run) < _LEAST_HEARD or run not in first.spoken:
            continue
        start, behind = _run(first, run, is_latin=is_latin)
        if behind and (len(run) > _LEAST_HEARD or STRANGE in ours[start:behind]):
            theirs[at:stop] = [SAID] * (stop - at)
            ours[start:behind] = [SAID] * (behind - start)
            return stop
    return 0


def _run(title: Title, run: str, *, is_latin: bool) -> tuple[int, int]:
    """Return from where to where words of the other script sound so; (0, 0) where none do."""
    for start in range(len(title.pieces)):
        said = ""
        for end in range(start, len(title.pieces)):
            kind, value = title.pieces[end]
            if kind == "idle":
                continue
            if kind not in _WORDS or value.isascii() == is_latin:
                break
            said += spoken(value)
            if said == run:
                return start, end + 1
            if not run.startswith(said):
                break
    return 0, 0


def read_beside(title: Title, other: Title, states: list[int]) -> None:
    """Note which strange words only read one that both titles say: beside them (カービィ Kirby), or where the same stands beside both."""
    pieces = title.pieces
    for index, (kind, word) in enumerate(pieces):
        if states[index] != STRANGE or kind != "word":
            continue
        for at, (_, said) in enumerate(pieces):
            if states[at] != SAID or said.isascii() == word.isascii() or said not in other.squashed:
                continue
            is_beside = abs(at - index) == 1
            if (is_beside or _is_parallel(pieces, at, index)) and _reads(word, said, beside=is_beside):
                states[index] = TOLD
                break


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
