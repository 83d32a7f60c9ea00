"""One mail from its bytes."""

from __future__ import annotations

import email
import hashlib
from email.header import decode_header, make_header
from email.utils import parseaddr, parsedate_to_datetime

from okawari.domain.mail import Address, Mail
from okawari.reading.mail.pasted import PASTED_HEADER


def parse_mail(raw: bytes, file: str) -> Mail:
    """Return the mail in `raw`; what is broken stands in its `problems`, nothing is raised."""
    message = email.message_from_bytes(raw)
    display, address = parseaddr(str(make_header(decode_header(message["From"] or ""))))
    text = ""
    for part in message.walk():
        if part.get_content_type() == "text/plain":
            payload = part.get_payload(decode=True)
            if isinstance(payload, bytes):
                text = payload.decode(part.get_content_charset() or "utf-8", "replace")
                break
    return Mail(
        file=file,
        sha256=hashlib.sha256(raw).hexdigest(),
        message_id=(message["Message-ID"] or "").strip(),
        date=parsedate_to_datetime(message["Date"]) if message["Date"] else None,
        subject=str(make_header(decode_header(message["Subject"] or ""))),
        from_=Address(display, address, address.rpartition("@")[2].lower()),
        text=text,
        pasted=PASTED_HEADER in message,
    )
