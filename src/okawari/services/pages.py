"""Look at one product page, from a file or from the open Internet."""

from __future__ import annotations

import codecs
import sys
from dataclasses import dataclass
from pathlib import Path

from okawari.domain.offer import Offer
from okawari.fetching.addresses import PageUnavailableError
from okawari.reading.page import read_page
from okawari.reading.saved_page import saved_page

__all__ = ["PageUnavailableError", "SeenPage", "look_at"]

_LARGEST = 8_000_000
_START = 8_000
_UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


@dataclass(frozen=True, slots=True)
class SeenPage:
    """What was looked at: the file or address as given, the page's own address where it is known, and its offer."""

    place: str
    url: str | None
    offer: Offer


def look_at(place: str, url: str | None = None, *, proxy: str = "") -> SeenPage:
    """Return what the page at `place` offers: an http or https address, a file, or `-` for standard input.

    Of a file the first 8 MB are read; `url` is where it came from, where the file does not tell or tells it wrongly, `proxy` an HTTP proxy
    for addresses. OSError where it cannot be had, PageUnavailableError for an address, an empty file and one that holds no text.
    """
    if "://" in place:
        from okawari.fetching.pages import PageGate
        from okawari.sources.terms import may_read

        page = PageGate(may_read=may_read, proxy=proxy).fetch(place)
        return SeenPage(place, page.url, read_page(page.body, page.url, charset=page.charset))
    if place == "-":
        raw = sys.stdin.buffer.read(_LARGEST)
    else:
        with Path(place).open("rb") as file:
            raw = file.read(_LARGEST)
    saved = saved_page(raw)
    if not saved.html.strip(b"\0 \t\r\n"):
        raise PageUnavailableError("file_empty", place)
    if b"\0" in saved.html[:_START] and not saved.html.startswith(_UTF_16):
        raise PageUnavailableError("not_text", place)
    url = url or saved.url or None
    return SeenPage(place, url, read_page(saved.html, url, charset=saved.charset))
