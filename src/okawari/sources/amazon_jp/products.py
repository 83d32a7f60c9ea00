"""Product numbers that stand at an item: in the link on its title, or on a line just below it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from urllib.parse import unquote

from okawari.domain.identifiers import valid_jan
from okawari.domain.mail import Link
from okawari.domain.message import Item
from okawari.reading.bytes_in import holds
from okawari.sources.amazon_jp.letter import Letter
from okawari.sources.amazon_jp.lines import is_starred, plain

_PRODUCT = re.compile(r"/(?:dp|gp/product|gp/aw/d|ASIN)/(?P<asin>B0[0-9A-Z]{8}|\d{9}[\dX])(?![0-9A-Za-z])")
_CODE = re.compile(r"(?P<kind>ASIN|JAN|EAN|ISBN(?:-1[03])?)(?:コード)? ?: ?(?P<value>[0-9A-Z-]{8,17})", re.IGNORECASE)
_IN_ADDRESS = (b"/dp/", b"/gp/", b"/ASIN/")
_CODED = re.compile(rb"%(?:[3-7]|2[Ff])")
_NAMED = (b"&#", b"&sol", b"&percnt")
_MAYBE_CODE = re.compile(r"ASIN|JAN|EAN|ISBN|dp|product|aw|asin", re.IGNORECASE)
_CUT = re.compile(r"[ \u3000]*(?:…|\.{3}|‥)$")
_STEM = 12  # letters: a title is found again by its beginning, where it goes over several lines
_SHORTEST_STEM = 8
_NEAR = 6

Codes = tuple[tuple[str, str], ...]


def with_numbers(items: Sequence[Item], lines: Sequence[str], letter: Letter) -> tuple[Item, ...]:
    """Return the items with the (kind, value) pairs of their product numbers; kinds are `asin`, `jan` and `isbn`."""
    if not items:
        return ()
    shown = list(_shown(letter.links)) if _may_link_products(letter.pages) else []
    placed = [("\n".join(above), codes) for above, codes in _placed(lines)]
    return tuple(_with_numbers(item, shown, placed) for item in items)


def _may_link_products(pages: Sequence[bytes]) -> bool:
    """Return whether a page can link a product: without the words of such an address, plain or coded, it cannot.

    Finding all links of a page takes longer than all else that is read in its mail.
    """
    return not pages or any(holds(page, *_IN_ADDRESS, *_NAMED) or _CODED.search(page) for page in pages)


def _shown(links: Sequence[Link]) -> Iterator[tuple[str, str]]:
    """Yield the text of each link to a product with the product's number."""
    for link in links:
        if link.text and (asin := _asin(link.href)):
            yield plain(link.text), asin


def is_cut(title: str) -> bool:
    """Return whether a title is cut short."""
    return _CUT.search(title) is not None


def _with_numbers(item: Item, shown: Sequence[tuple[str, str]], placed: Sequence[tuple[str, Codes]]) -> Item:
    found = [("asin", asin) for text, asin in shown if _same(text, item.title)]
    stem = item.title[:_STEM]
    found.extend(code for above, codes in placed if stem in above for code in codes)
    return replace(item, identifiers=tuple(dict.fromkeys(found))) if found else item


def _same(shown: str, title: str) -> bool:
    """Return whether a link shows the title, whole or cut short."""
    whole = plain(title)
    stem = _CUT.sub("", shown)
    return shown == whole or (stem != shown and len(stem) >= _SHORTEST_STEM and whole.startswith(stem))


def _placed(lines: Sequence[str]) -> Iterator[tuple[Sequence[str], Codes]]:
    """Yield the product numbers of a line, with that line and those above it up to the beginning of its item."""
    for at, line in enumerate(lines):
        codes = _codes_on(line)
        if not codes:
            continue
        start = at
        while start > max(0, at - _NEAR) and lines[start].strip() and not is_starred(lines[start]):
            start -= 1
        yield lines[start : at + 1], codes


@lru_cache(1024)  # a shop's mails have most lines in common
def _codes_on(line: str) -> Codes:
    if not _MAYBE_CODE.search(line):
        return ()
    asin = _asin(line)
    codes = [("asin", asin)] if asin else []
    for found in _CODE.finditer(plain(line)):
        value = found["value"].replace("-", "")
        kind = found["kind"].lower()[:4]
        if kind == "asin" and len(value) == 10:
            codes.append(("asin", value))
        elif kind in {"jan", "ean"} and valid_jan(value):
            codes.append(("jan", value))
        elif kind == "isbn":
            codes.append(("isbn", value))
    return tuple(codes)


def _asin(text: str) -> str | None:
    found = _PRODUCT.search(unquote(text))
    return found["asin"] if found else None
