"""What a file holds, told by how it starts; its name only helps where the start says nothing."""

from __future__ import annotations

import re
from enum import Enum
from pathlib import PurePath
from typing import Final

from okawari.reading.mail.headers import mail_start, split_head
from okawari.reading.mail.mbox import starts_mbox

_MBOX_NAMES: Final = frozenset({".mbox", ".mbx", ".mboxrd"})
_EMLX: Final = re.compile(rb"\d{1,10}[ \t]*\n[!-9;-~]{1,100}:")
_MAIL_HEADERS: Final = (
    "from to subject date message-id received return-path delivered-to mime-version content-type reply-to sender "
    "x-original-to authentication-results dkim-signature arc-seal"
)
_ZIP: Final = (b"PK\x03\x04", b"PK\x05\x06")
_OUTLOOK: Final = (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"!BDN")


class Content(Enum):
    """What a file holds; the value of what is no mail is the code of the problem."""

    EML = "eml"
    EMLX = "emlx"
    MBOX = "mbox"
    ZIP = "zip"
    EMPTY = "file_empty"
    MBOX_WITHOUT_FROM = "mbox_without_from"
    OUTLOOK = "outlook_file"
    NOT_A_MAIL = "not_a_mail"


def content_of(start: bytes, name: str) -> Content:
    """Return what a file holds by its first bytes (64 KB or all of it) and its name."""
    if not start.strip(b"\0 \t\r\n"):
        return Content.EMPTY
    if start.startswith(_ZIP):
        return Content.ZIP
    if start.startswith(_OUTLOOK):
        return Content.OUTLOOK
    if starts_mbox(start):
        return Content.MBOX
    if PurePath(name).suffix.lower() in _MBOX_NAMES:
        return Content.MBOX_WITHOUT_FROM
    if _EMLX.match(start):
        return Content.EMLX
    return Content.EML if _is_mail(start) else Content.NOT_A_MAIL


def _is_mail(start: bytes) -> bool:
    """Tell whether header lines of a mail stand at the start."""
    text = start.replace(b"\r", b"\n") if b"\n" not in start else start
    head = split_head(text, mail_start(text))
    names = {name for name, _ in head.lines}
    return len(names.intersection(_MAIL_HEADERS.split())) >= 2 or (
        bool(names & {"from", "subject"}) and b"\0" not in start[:2000]
    )
