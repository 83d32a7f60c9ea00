"""Whether two lines of an order mean the same item: mails cut titles and space them differently."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Sequence

from okawari.domain.identifiers import identifiers
from okawari.domain.message import Item
from okawari.domain.same_thing.compare import Thing
from okawari.domain.shop_code import without_shop_code

_SPACES = re.compile(r"\s+")
_CUT = re.compile(r"(?:…|\.{3}|‥)+$")
_ENOUGH = 4
"""Characters that a cut title must still have to name an item."""


def find_item(named: Item, items: Sequence[Item], taken: Collection[int] = ()) -> int | None:
    """Return the index of the line of `items` that `named` means; None where none does, or nobody can say which.

    Of equal lines at one price any will do: the first that is not in `taken`.
    """
    fitting = [index for index, item in enumerate(items) if _plain(item.title) == _plain(named.title)]
    fitting = fitting or [index for index, item in enumerate(items) if same_title(named.title, item.title)]
    if len(fitting) > 1 and named.price is not None:
        fitting = [index for index in fitting if items[index].price == named.price] or fitting
    if len({(items[index].title, items[index].price) for index in fitting}) != 1:
        return None
    return next((index for index in fitting if index not in taken), fitting[0])


def same_title(one: str, other: str) -> bool:
    """Return whether two titles name the same item: equal but for width, case and spaces, or one is the other's start.

    A start counts only where the title says that it was cut (…) and enough is left of it.
    """
    first, second = _plain(one), _plain(other)
    if first == second:
        return bool(first)
    return _begins(first, second) or _begins(second, first)


def _begins(cut: str, whole: str) -> bool:
    start = _CUT.sub("", cut)
    return start != cut and len(start) >= _ENOUGH and _CUT.sub("", whole).startswith(start)


def _plain(title: str) -> str:
    return _SPACES.sub("", unicodedata.normalize("NFKC", title)).casefold()


def thing_of(item: Item) -> Thing:
    """Return an item as it is compared: a shop's own code says nothing of what it is."""
    title = without_shop_code(item.title)
    return Thing(title, identifiers(title, item.identifiers))
