"""Words of two titles that stand at one place of the name, so that one is there instead of the other: Smooth, Nappa."""

from __future__ import annotations

from collections.abc import Sequence

from okawari.domain.same_thing.names.left_over import Left, Place
from okawari.domain.same_thing.taken_apart.title import Title


def are_rivals(lost: Sequence[Left], extra: Sequence[Left], first: Title, second: Title) -> bool:
    """Return whether each title has a Latin word of its own between the same two neighbours (1460 Smooth Leather, 1460 Nappa Leather).

    Latin words name one thing in one way more often than Japanese ones, which shops put in other scripts and signs.
    """
    ours, theirs = _latin(lost), _latin(extra)
    return bool(ours and theirs) and not _places(first, ours).isdisjoint(_places(second, theirs))


def _latin(left: Sequence[Left]) -> set[str]:
    return {one.value for one in left if one.kind == "word" and one.place is Place.WITHIN and one.value.isascii()}


def _places(title: Title, own: set[str]) -> set[tuple[str, str]]:
    """Return what stands directly before and behind each of these words, but for what tells nothing."""
    told = [value for kind, value in title.pieces if kind != "idle"]
    return {(told[at - 1], told[at + 1]) for at in range(1, len(told) - 1) if told[at] in own}
