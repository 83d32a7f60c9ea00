"""Whether two files hold the same mail."""

from __future__ import annotations

import hashlib
import re

_END_OF_HEADER = re.compile(rb"\r?\n\r?\n")
_FOLD = re.compile(rb"\r?\n[ \t]+")
_QUOTED_FROM = re.compile(rb"^>+(?=From )", re.MULTILINE)
_IDENTITY = re.compile(
    rb"^(?:from|to|date|subject|message-id|content-type|content-transfer-encoding|dkim-signature"
    rb"|authentication-results|arc-authentication-results|return-path|received-spf):.*$",
    re.IGNORECASE | re.MULTILINE,
)


def same_mail_key(raw: bytes) -> str:
    """Return a digest (64 hex digits) that copies of one mail share, however they were saved.

    Line ends, `>From ` quoting of mailbox files, blank lines at the end and labels that a mail service adds on export make
    no difference. What a verdict rests on does: a copy with other receiver's results is another piece of evidence.
    """
    header, body = _parts(raw)
    digest = hashlib.sha256()
    for line in sorted(_IDENTITY.findall(_FOLD.sub(b" ", header))):
        digest.update(line.strip())
        digest.update(b"\n")
    digest.update(b"\n")
    plain = body.replace(b"\r\n", b"\n") if b"\r\n" in body else body
    digest.update(_QUOTED_FROM.sub(b"", plain).rstrip() if b">From " in plain else plain.rstrip())
    return digest.hexdigest()


def _parts(raw: bytes) -> tuple[bytes, bytes]:
    end = _END_OF_HEADER.search(raw)
    return (raw[: end.start()], raw[end.end() :]) if end else (raw, b"")
