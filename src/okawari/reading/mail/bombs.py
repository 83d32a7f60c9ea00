"""Zips attached to a mail that would grow beyond all measure: nothing here unpacks them, but the person had better not either."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import Final

from okawari.domain.problem import Problem
from okawari.reading.mail import limits
from okawari.reading.mail.archive import is_bomb
from okawari.reading.mail.headers import mail_start, split_head
from okawari.reading.mail.mime import Budget, parts_of

_ZIP: Final = b"PK\x03\x04"
_IN_BASE64: Final = b"UEsDB"


def attached_bombs(raw: bytes, file: str) -> Iterator[Problem]:
    """Yield `zip_bomb` for each attachment of a mail, shown as `file`, that is one; only what the zips say of themselves is read."""
    if _ZIP not in raw and _IN_BASE64 not in raw:
        return
    for part in parts_of(raw, split_head(raw, mail_start(raw)), Budget()).leaves:
        if part.beginning().startswith(_ZIP):
            content, _ = part.content_bytes(limits.MAIL_BYTES)
            if is_bomb(BytesIO(content)):
                yield Problem("zip_bomb", f"{file}/{part.name or part.path}")
