"""The mails and the card statement of the demo, dated so that their story ends today.

A mail is a text file: headers and body in UTF-8, with days written as `{{-3 09:12}}` (a Date header), `{{-3 long}}`,
`{{-3 short}}` or `{{-3 slash}}`: so many days before or after the day of reading.
"""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta
from email.header import Header
from email.message import Message
from email.utils import format_datetime, formataddr, parseaddr
from importlib import resources

from okawari.domain.japan_time import JAPAN

_DAY = re.compile(r"\{\{([+-]?\d{1,3}) (\d\d:\d\d|long|short|slash)\}\}")
_WEEKDAYS = "月火水木金土日"


def demo_mails(today: date) -> tuple[tuple[str, bytes], ...]:
    """Return the mails as (name, bytes), oldest story first."""
    folder = resources.files("okawari.sandbox") / "mails"
    files = sorted((file for file in folder.iterdir() if file.name.endswith(".eml")), key=lambda file: file.name)
    return tuple((file.name, _mail(file.read_text(encoding="utf-8"), today)) for file in files)


def demo_statement(today: date) -> tuple[str, bytes]:
    """Return the statement of the shopper's card as (name, bytes), as the card company hands it out."""
    template = (resources.files("okawari.sandbox") / "mails" / "statement.csv").read_text(encoding="utf-8")
    written = _DAY.sub(lambda found: _day(found, today), template)
    return "statement.csv", written.replace("\n", "\r\n").encode("cp932")


def _mail(template: str, today: date) -> bytes:
    head, _, body = _DAY.sub(lambda found: _day(found, today), template).partition("\n\n")
    mail = Message()
    charset = "utf-8"
    for line in head.split("\n"):
        name, _, value = line.partition(": ")
        if name == "Content-Type":
            charset = value.partition("charset=")[2] or charset
        else:
            mail[name] = _header(name, value)
    mail.set_payload(body, charset)
    return mail.as_bytes()


def _header(name: str, value: str) -> str:
    if value.isascii():
        return value
    if name == "From":
        return formataddr(parseaddr(value))
    return Header(value, "utf-8").encode()


def _day(found: re.Match[str], today: date) -> str:
    on, form = today + timedelta(days=int(found[1])), found[2]
    match form:
        case "long":
            return f"{on.year}年{on.month}月{on.day}日"
        case "short":
            return f"{on.month}月{on.day}日({_WEEKDAYS[on.weekday()]})"
        case "slash":
            return f"{on:%Y/%m/%d}"
        case clock:
            return format_datetime(datetime.combine(on, time.fromisoformat(clock), JAPAN))
