"""The text of a mail as a person pastes it, made into a mail that says of itself that it was pasted."""

from __future__ import annotations

import re
from datetime import date
from email.header import Header
from email.message import Message
from email.utils import format_datetime, formataddr, parseaddr

from okawari.domain.japan_time import noon_of
from okawari.reading.mail.headers import split_head

PASTED_HEADER = "X-Okawari-Pasted"
"""Marks a pasted text. A forger who writes it gains nothing: what is pasted is never proven."""
_SOURCE_HEADERS = {"from", "subject", "date", "mime-version"}
_LABELS = {
    "From": re.compile(
        r"(?:差出人|送信者|送信元|From)[ \t\u3000]{0,4}[:：][ \t\u3000]{0,4}(\S.{0,300})", re.IGNORECASE
    ),
    "Subject": re.compile(r"(?:件名|題名|Subject)[ \t\u3000]{0,4}[:：][ \t\u3000]{0,4}(\S.{0,300})", re.IGNORECASE),
}
_HEADER_LINES = 12
_SUBJECT_LENGTH = 120
_OF_THE_LETTER = re.compile(
    r"。$|。.|[^\s。:：【】]{1,12}[:：][ \u3000]?\S|(?:様|さま|御中|お客様)[ \u3000、,]*$|^(?:Dear|Hello|Hi)\b"
)


def wrap_pasted(text: str, received_on: date) -> bytes:
    """Return a mail of the pasted text, dated noon in Japan on the day it was received.

    Sender and subject are taken from labelled lines near the top, as mail apps show them; else there is no sender, and the
    first line is the subject unless it is already part of the letter. Nothing else of the text can become a header, but where it is the source of a mail,
    which is kept as it is.
    """
    storable = text.encode("utf-8", "replace").decode("utf-8").replace("\0", "")
    source = storable.lstrip("\ufeff\r\n ").replace("\r\n", "\n").encode()
    if {name for name, _ in split_head(source).lines} >= _SOURCE_HEADERS:
        return f"{PASTED_HEADER}: yes\n".encode() + source
    lines = [line.strip("\r") for line in storable.strip("\ufeff\r\n ").split("\n")]
    mail = Message()
    found = {name: value for name, label in _LABELS.items() if (value := _labelled(lines, label))}
    subject = found.get("Subject") or _title(lines[0].strip())
    display, address = parseaddr(found.get("From", ""))
    if "@" in address and address.isascii():
        mail["From"] = formataddr((display, address))
    mail["Subject"] = Header(subject, "utf-8").encode()
    mail["Date"] = format_datetime(noon_of(received_on))
    mail[PASTED_HEADER] = "yes"
    mail.set_payload("\n".join(lines) + "\n", "utf-8")
    return mail.as_bytes()


def _title(first: str) -> str:
    """Return the first line where it can be a subject: no sentence, no labelled value, no name that is greeted."""
    return "" if _OF_THE_LETTER.search(first) else first[:_SUBJECT_LENGTH]


def _labelled(lines: list[str], label: re.Pattern[str]) -> str:
    for line in lines[:_HEADER_LINES]:
        match = label.match(line.strip())
        if match:
            return match[1].strip()
    return ""
