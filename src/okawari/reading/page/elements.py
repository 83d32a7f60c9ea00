"""What elements are called: those that have no end, and one of them as a short selector."""

from __future__ import annotations

from typing import Final

NO_END: Final = frozenset(b"area base br col embed hr img input link meta param source track wbr".split())
"""The void elements of HTML."""
_LONGEST: Final = 80


def short_selector(tag: str, own_id: str, css_class: str) -> str:
    """Return an element as a short selector, by its id where it has one, else by its first class: `span#price`, `dd.stock`."""
    mark = f"#{own_id}" if own_id else ".".join(("", *css_class.split()[:1]))
    return f"{tag}{mark}"[:_LONGEST]
