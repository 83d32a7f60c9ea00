"""Where a line of a page stands: the element around it, found in the markup without walking its tree."""

from __future__ import annotations

import re
from typing import Final

from okawari.reading.bytes_in import place
from okawari.reading.page.elements import NO_END, short_selector

NEAR_THE_TITLE: Final = "near the title"
"""Said where the element cannot be told."""

_TAG: Final = re.compile(rb"<(/?)([a-zA-Z][a-zA-Z0-9-]{0,30})([^>]{0,2000})")
_ID: Final = re.compile(rb"""\sid\s*=\s*["']?\s*([^\s"'>]+)""", re.IGNORECASE)
_CLASS: Final = re.compile(rb"""\sclass\s*=\s*["']?\s*([^\s"'>]+)""", re.IGNORECASE)
_MOST_TAGS: Final = 40
"""A bound on what a hostile page costs."""


def element_of(markup: bytes, written: str, since: int) -> str:
    """Return the element in which a text stands behind a position, as a short selector (`dd.stock`), "" where it is not found.

    `written` is one piece of text as the markup has it; a picture whose alternative text it is counts too.
    """
    needle = written.encode()
    at = place(markup, needle, since, len(markup)) if needle else -1
    if at < 0:
        return ""
    inner = 0
    for _ in range(_MOST_TAGS):
        at = markup.rfind(b"<", 0, at)
        tag = _TAG.match(markup, at) if at >= 0 else None
        if tag is None:
            return ""
        name = tag[2].lower()
        if tag[1]:
            inner += 1
        elif name in NO_END:
            if needle in tag[3]:
                return _selector(name, tag[3])
        elif inner:
            inner -= 1
        else:
            return _selector(name, tag[3])
    return ""


def _selector(name: bytes, attributes: bytes) -> str:
    own_id, css_class = (found[1] if (found := one.search(attributes)) else b"" for one in (_ID, _CLASS))
    return short_selector(*(word.decode("utf-8", "replace") for word in (name, own_id, css_class)))
