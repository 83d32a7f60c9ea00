"""How much of a mail is read. Everything beyond is left unread and said so, so that no mail costs more than a second."""

from __future__ import annotations

from typing import Final

MAIL_BYTES: Final = 64 * 1024 * 1024
"""Of one mail; what lies beyond is attachments in every mail that a shop sends."""

HEAD_BYTES: Final = 256 * 1024
"""Of one block of header lines."""

HEADER_BYTES: Final = 16 * 1024
"""Of one header with its folded lines."""

HEADERS: Final = 1000
"""Header lines of one mail."""

DEPTH: Final = 16
"""Of parts inside parts."""

PARTS: Final = 300
"""Of one mail, the mails inside it included."""

TEXT_BYTES: Final = 1024 * 1024
"""Of one text part, after its transfer encoding is undone."""

TEXTS_BYTES: Final = 2 * 1024 * 1024
"""Of all text parts of one mail together."""

TEXT_CHARS: Final = 100_000
"""Of a mail's text, and of its HTML as lines: sixty pages."""

TEXT_LINES: Final = 5000
"""Of either."""

MAILS_DEPTH: Final = 5
"""Of mails attached to mails."""

INNER_MAILS: Final = 20
"""Mails inside a mail: attached ones and inline forwards."""

LINKS: Final = 2000
"""Links of one mail."""

ADDRESSES: Final = 100
"""Addresses of one header."""

PROBLEMS: Final = 40
"""Problems that are listed for one mail."""

SNIFFED_BYTES: Final = 64 * 1024
"""Of a file, to tell what it holds."""

ARCHIVES: Final = 2
"""Zips inside zips, the outermost counted."""
