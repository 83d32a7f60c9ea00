"""Whether a page says anything by itself."""

from __future__ import annotations

from typing import Final

from okawari.reading.page.source import TAG, PageSource

_LOOKED_THROUGH: Final = 200_000
_LEAST: Final = 400
"""Our own choice: bytes of text, spaces aside, from which on a page says something by itself."""


def needs_scripts(html: bytes) -> bool:
    """Tell whether a page is empty until its scripts ran: scripts, hardly a word to read, and no data of a product."""
    source = PageSource(html)
    text = TAG.sub(b"", source.behind(source.body_at, _LOOKED_THROUGH))
    return len(b"".join(text.split())) < _LEAST and next(source.tags(b"script"), -1) >= 0 and not source.json_ld()
