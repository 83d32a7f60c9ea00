"""What a page's markup says is not about its product: parts named after related things, and parts that are not shown."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from okawari.reading.bytes_in import in_small, place

_ATTRIBUTE: Final = rb"""[\s"'](?:%s)\s*=\s*(?:"[^"]*|'[^']*|[^\s"'>]*)\Z"""
_NAME: Final = re.compile(_ATTRIBUTE % rb"class|id")
_STYLE: Final = re.compile(_ATTRIBUTE % rb"style")
_NONE: Final = (b"none", b" none")
_SIGNS: Final = (
    *((word, _NAME) for word in (b"recommend", b"related", b"carousel", b"similar", b"recently")),
    (b"display:", _STYLE),
)
_TAG: Final = re.compile(rb"<[a-z][\w-]{0,40}")
_LONGEST: Final = 1_000
_MOST: Final = 150


def hide_others(markup: bytes) -> bytes:
    """Return the markup with the attribute `hidden` in each tag that opens such a part."""
    places = sorted(set(_openings(in_small(markup))))
    cuts = [0, *places]
    return b" hidden".join(markup[start:end] for start, end in zip(cuts, [*places, len(markup)], strict=True))


def _openings(lower: bytes) -> Iterator[int]:
    """Yield where the names of such tags end."""
    for word, attribute in _SIGNS:
        at = place(lower, word, 0, len(lower))
        for _ in range(_MOST):
            if at < 0:
                break
            behind = at + len(word)
            if attribute is _NAME or lower.startswith(_NONE, behind):
                start = lower.rfind(b"<", max(0, at - _LONGEST), at)
                tag = _TAG.match(lower, start) if start >= 0 else None
                if tag and attribute.search(lower, tag.end(), at):
                    yield tag.end()
            at = place(lower, word, behind, len(lower))
