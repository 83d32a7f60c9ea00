"""A page as a browser saved it: HTML, or the archive that phones make (MHTML), with the address that it was saved from."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from okawari.reading.mail.headers import mail_start, split_head
from okawari.reading.mail.mime import Budget, parts_of

_ARCHIVE: Final = b"Snapshot-Content-Location"
_SAVED_FROM: Final = re.compile(rb"<!-- ?saved from url=\(\d{1,5}\)(https?://[^\s<>]{1,2000}?) ?-->")
_START: Final = 65_536
_LONGEST: Final = 8_000_000


@dataclass(frozen=True, slots=True)
class SavedPage:
    """The page's HTML, its character set where the archive declares it, and its address, "" where the file does not tell."""

    html: bytes
    url: str = ""
    charset: str = ""


def is_archive(raw: bytes) -> bool:
    """Return whether a file that begins like a mail is a saved page."""
    return _ARCHIVE in raw[:_START]


def saved_page(raw: bytes) -> SavedPage:
    """Return the page that is in a file."""
    if is_archive(raw):
        head = split_head(raw, mail_start(raw))
        url = head.first(_ARCHIVE.decode().lower()).decode("ascii", "ignore").strip()
        page = next((part for part in parts_of(raw, head, Budget()).leaves if part.content.value == "text/html"), None)
        if page is None:
            return SavedPage(b"")
        html, _ = page.content_bytes(_LONGEST)
        return SavedPage(html, url if url.startswith(("https://", "http://")) else "", page.content.get("charset"))
    found = _SAVED_FROM.search(raw, 0, _START)
    return SavedPage(raw, found[1].decode("ascii", "ignore") if found else "")
