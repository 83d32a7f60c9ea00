"""Whether two files hold the same mail."""

from __future__ import annotations

import hashlib
import re

from okawari.reading.mail.headers import blank_line
from okawari.reading.mail.mbox import unquoted

_FOLD, _CRLF_FOLD = re.compile(rb"\n[ \t]+"), re.compile(rb"(?:\r\n|\n)[ \t]+")  # one letter first is found quicker
_IDENTITY = frozenset(
    b"from to date subject message-id content-type content-transfer-encoding dkim-signature authentication-results "
    b"arc-authentication-results return-path received-spf".split()
)


def same_mail_key(raw: bytes) -> str:
    """Return a digest (64 hex digits) that copies of one mail share, however they were saved.

    Line ends, `>From ` quoting of mailbox files, blank lines at the end and labels that a mail service adds on export make
    no difference. What a verdict rests on does: a copy with other receivers' results is another piece of evidence.
    """
    end, begin = blank_line(raw, 0, len(raw))
    header, body = (raw[:end], raw[begin:]) if end >= 0 else (raw, b"")
    digest = hashlib.sha256(b"\n".join(sorted(_identity(header))))
    digest.update(b"\n\n")
    if b"\r" in body:
        body = body.replace(b"\r\n", b"\n")
    digest.update(unquoted(body, wholly=True).rstrip())
    return digest.hexdigest()


def header_key(header: bytes, size: int) -> str:
    """Return a digest (64 hex digits) of a mail's header and size that tells, before its body is fetched, that it was read."""
    digest = hashlib.sha256(b"\n".join(sorted(_identity(header.rstrip()))))
    digest.update(f"\n\n{size}".encode())
    return digest.hexdigest()


def _identity(header: bytes) -> list[bytes]:
    fold = _CRLF_FOLD if b"\r" in header else _FOLD
    fields = fold.sub(b" ", header).split(b"\n")
    return [one.strip() for one in fields if one.partition(b":")[0].rstrip().lower() in _IDENTITY]
