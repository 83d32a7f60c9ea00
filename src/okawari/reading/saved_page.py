"""A page as a browser saved it: HTML, or the archive that phones make (MHTML), with the address that it was saved from."""

from __future__ import annotations

import re
from dataclasses import dataclass
from email import message_from_bytes
from typing import Final

_ARCHIVE: Final = b"Snapshot-Content-Location"
_SAVED_FROM: Final = re.compile(rb"<!-- ?saved from url=\(\d{1,5}\)(https?://[^\s<>]{1,2000}?) ?-->")
_START: Final = 65_536


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
        archive = message_from_bytes(raw)
        url = str(archive.get(_ARCHIVE.decode(), "")).strip()
        for part in archive.walk():
            if part.get_content_type() == "text/html":
                content = part.get_payload(decode=True)
                html = content if isinstance(content, bytes) else b""
                return SavedPage(
                    html, url if url.startswith(("https://", "http://")) else "", part.get_content_charset() or ""
                )
        return SavedPage(b"")
    found = _SAVED_FROM.search(raw, 0, _START)
    return SavedPage(raw, found[1].decode("ascii", "ignore") if found else "")
