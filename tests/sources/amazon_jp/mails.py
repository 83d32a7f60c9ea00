"""Mails for the tests of the reader of Amazon.co.jp."""

from datetime import datetime, timedelta, timezone

from okawari.domain.mail import Address, Mail
from okawari.sources import registry
from okawari.sources.amazon_jp import reader

NUMBER = "250-1234567-7654321"
SENT = datetime(2026, 11, 23, 9, tzinfo=timezone(timedelta(hours=9)))


def mail(subject, text, sender="order-update@amazon.co.jp", **fields):
    """Return a mail of Amazon.co.jp, sent on 23 November 2026."""
    display = fields.pop("display", "Amazon.co.jp")
    from_ = Address(display, sender, sender.rpartition("@")[2])
    return Mail(file="test", sha256="0", subject=subject, text=text, from_=from_, date=SENT, **fields)


def read(subject, text, *args, **fields):
    """Return what the reader understands of a mail."""
    return reader.read(mail(subject, text, *args, **fields), registry.merchants()["amazon_jp"])


def about_an_order(sentences):
    """Return a text about one order with one item that says the sentences."""
    return f"佐藤花子様\n\n{sentences}\n\n注文番号: {NUMBER}\n\n* 品物\n  数量: 1\n  1,010 JPY\n"
