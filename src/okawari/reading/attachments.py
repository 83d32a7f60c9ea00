"""What a file is that the person adds to a case: told by its first bytes, never by its name."""

from __future__ import annotations

import codecs

from okawari.domain.attachment import Media

_MAGIC = ((b"\x89PNG\r\n\x1a\n", Media.PNG), (b"\xff\xd8\xff", Media.JPEG), (b"%PDF-", Media.PDF))
_WIDE = {codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be"}
_START = 4_096
_ENDS = (">", " ", "\t", "\r", "\n", "")


def media_of(raw: bytes) -> Media | None:
    """Return what the bytes are; None for anything but a PNG, a JPEG, a PDF or an HTML page."""
    for magic, media in _MAGIC:
        if raw.startswith(magic):
            return media
    return Media.HTML if _is_html(raw[:_START]) else None


def _is_html(start: bytes) -> bool:
    """Return whether a page begins here; browsers write `<!-- saved from url … -->` before it."""
    wide = _WIDE.get(start[:2])
    text = start[2:].decode(wide, "replace") if wide else start.removeprefix(codecs.BOM_UTF8).decode("latin-1")
    if "\0" in text:
        return False
    text = text.lstrip()
    while text.startswith("<!--") and "-->" in text:
        text = text.partition("-->")[2].lstrip()
    head = text[:15].lower()
    return any(head.startswith(tag) and head[len(tag) : len(tag) + 1] in _ENDS for tag in ("<!doctype html", "<html"))
