"""What ends the name of a thing, so that what stands behind it describes."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import Final

from okawari.domain.same_thing.taken_apart.listed import Piece
from okawari.domain.same_thing.taken_apart.noise import as_noise
from okawari.domain.same_thing.taken_apart.title import Title
from okawari.domain.same_thing.traits.choosing import BOUND
from okawari.domain.same_thing.traits.editions import DISCS
from okawari.domain.same_thing.vocabulary.goods import GOODS
from okawari.domain.same_thing.vocabulary.idle import SALE
from okawari.domain.same_thing.vocabulary.words import KIND_OF

CLOSING: Final = frozenset({"measure", "count", "colour", "size", "edition"})
"""What stands behind a name and ends it."""
ENDING: Final = frozenset({"measure", "count", "colour"})
"""What ends a name also where something that both say still follows."""
_ENDING_BOOKS: Final = (*ENDING, "number", "edition")
"""What ends the name of a book so, behind which shops write authors and publishers as they like."""
_NO_USES: Final = frozenset((*GOODS, *SALE, *KIND_OF))
"""What tells nothing, but a taste or a choice may stand behind it."""


def is_closed(title: Title, other: Title, before: Iterable[Piece]) -> bool:
    """Return whether what stands before a word, the nearest first, closes the name, whatever follows (500ml PET 24本), also where a use stands between."""
    said = next((piece for piece in before if piece.kind != "idle"), None)
    if said is None or said.value in DISCS:
        return said is not None
    return said.kind in (ENDING if BOUND.isdisjoint(title.kinds | other.kinds) else _ENDING_BOOKS)


@lru_cache(maxsize=4096)
def is_use(token: str) -> bool:
    """Return whether a token that tells nothing names no kind of goods and nothing of the sale."""
    said = as_noise(token)
    return said is not None and _NO_USES.isdisjoint(said)
