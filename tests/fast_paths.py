"""The same mail read the quick way and the full way: everything decoded and parsed, no look ahead that spares work."""

import re
from contextlib import contextmanager
from dataclasses import fields
from unittest.mock import patch

from okawari.domain.facts import facts_of
from okawari.domain.judge import Trust
from okawari.domain.mail import Mail
from okawari.reading import html, labels
from okawari.reading.mail import body, parse
from okawari.reading.mail.mime import Budget
from okawari.reading.mail.parse import parse_mail
from okawari.services.read import understand
from okawari.sources.amazon_jp import products

NEVER = re.compile(rb"(?!)")
ALWAYS = re.compile("<")


def whole(mail):
    """Return all that a mail holds, worked out, with the mails inside it."""
    held = {field.name: getattr(mail, field.name) for field in fields(Mail) if field.name != "pages"}
    held |= {name: tuple(held[name]) for name in ("links", "problems")}
    return held | {"html": mail.html_text, "forwarded": [whole(inner) for inner in mail.forwarded]}


def read_quickly(raw):
    """Return the reading, its facts, and then all that the mail holds."""
    mail = parse_mail(raw, "x.eml")
    reading = understand(mail, Trust())
    return reading, facts_of(reading), tuple(reading.problems), whole(mail)


@contextmanager
def nothing_spared():
    """Decode every part in the order of the mail, look at every link, page and line, count every tag."""
    with (
        patch.object(labels, "_lines_of", labels._lines_of.__wrapped__),
        patch.object(labels, "_may_begin", lambda _line: True),
        patch.object(body, "_BEGINS_PAGE", NEVER),
        patch.object(body, "page_may_hold_forward", lambda _page: True),
        patch.object(body, "may_hold_forward", lambda _words: True),
        patch.object(parse, "Budget", lambda **_: Budget()),
        patch.object(products, "_may_link_products", lambda _pages: True),
        patch.object(html, "_MAYBE_FONT", ALWAYS),
    ):
        yield


def read_fully(raw):
    """Return the same, all of the mail worked out first."""
    with nothing_spared():
        mail = parse_mail(raw, "x.eml")
        held = whole(mail)
        reading = understand(mail, Trust())
        return reading, facts_of(reading), tuple(reading.problems), held
