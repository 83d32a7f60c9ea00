"""Files that the person adds to a case as evidence: screenshots, documents and saved pages."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

LARGEST = 10_000_000
"""Bytes of one file."""
MOST_BYTES = 50_000_000
"""Bytes of all files of one case: a claim is sent by mail or through a form."""
MOST = 50
"""Files of one case."""
_LONGEST_NAME = 120


class Media(StrEnum):
    """What a file is by its first bytes, whatever it is called."""

    PNG = "png"
    JPEG = "jpeg"
    PDF = "pdf"
    HTML = "html"

    @property
    def suffix(self) -> str:
        """How its copy in a claim ends: a page as text, since nobody who opens it should run what a shop wrote."""
        return {"jpeg": "jpg", "html": "html.txt"}.get(self.value, self.value)


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment:
    """One file of a case, without its bytes: `name` is what the person's file was called, `size` is in bytes."""

    sha256: str
    name: str
    media: Media
    size: int
    added_at: datetime


def plain_name(given: str) -> str:
    """Return the last part of a file's name, printable and short."""
    last = given.replace("\\", "/").rpartition("/")[2]
    return "".join(char for char in last if char.isprintable())[-_LONGEST_NAME:] or "?"
