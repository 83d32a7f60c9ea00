"""What a program without Okawari would do with a mailbox: two pipelines of common parts, rows written to SQLite.

python -m bench.peers plain|gated MBOX COUNT
"""

from __future__ import annotations

import email
import email.policy
import mailbox
import re
import sqlite3
import sys
import tempfile
from collections.abc import Iterator
from email.header import decode_header, make_header
from email.message import EmailMessage, Message
from email.utils import parseaddr
from itertools import islice

ORDER = re.compile(r"\b\d{3}-\d{7}-\d{7}\b|\b7\d{9}\b|\bK\d{8}\b")
CANCELLED = re.compile("キャンセルさせていただきました|キャンセルいたしました")
SHOP_DOMAINS = ("amazon.co.jp", "yodobashi.com", "kurashi-dougu.example")

Row = tuple[str, str, str, str, str]


def plain(path: str, count: int) -> Iterator[Row]:
    """`mailbox`, `EmailMessage` with the default policy, BeautifulSoup for the HTML: every mail is read whole."""
    from bs4 import BeautifulSoup

    box = mailbox.mbox(path, factory=None, create=False)
    for raw in islice((box.get_bytes(key) for key in box.iterkeys()), count):
        message = email.message_from_bytes(raw, policy=email.policy.default)
        assert isinstance(message, EmailMessage)
        body = message.get_body(("html", "plain"))
        content = body.get_content() if body else ""
        text = (
            BeautifulSoup(content, "html.parser").get_text("\n")
            if body and body.get_content_subtype() == "html"
            else content
        )
        yield from _rows(str(message["Message-ID"]), str(message["From"]), str(message["Subject"]), text)


def gated(path: str, count: int) -> Iterator[Row]:
    """`mailbox` with its own parser (compat32), a look at the sender, and only shops' mails decoded: no HTML parser."""
    box = mailbox.mbox(path, create=False)
    for message in islice((box[key] for key in box.iterkeys()), count):
        sender = str(make_header(decode_header(str(message["From"]))))
        if parseaddr(sender)[1].rpartition("@")[2] in SHOP_DOMAINS:
            subject = str(make_header(decode_header(str(message["Subject"]))))
            yield from _rows(str(message["Message-ID"]), sender, subject, _first_text(message))


def _first_text(message: Message) -> str:
    for part in message.walk():
        if part.get_content_type() == "text/plain":
            payload = part.get_payload(decode=True)
            assert isinstance(payload, bytes)
            return payload.decode(part.get_content_charset() or "utf-8", "replace")
    return ""


def _rows(message_id: str, sender: str, subject: str, text: str) -> Iterator[Row]:
    if parseaddr(sender)[1].rpartition("@")[2] in SHOP_DOMAINS:
        kind = "cancelled" if CANCELLED.search(text) else "order"
        for order in dict.fromkeys(ORDER.findall(f"{subject}\n{text}")):
            yield message_id, sender, subject, kind, order


def write(rows: Iterator[Row]) -> int:
    """Write the rows to a new database in batches; return how many there were."""
    with tempfile.TemporaryDirectory() as folder:
        database = sqlite3.connect(f"{folder}/peer.db")
        database.execute("PRAGMA journal_mode = WAL")
        database.execute("CREATE TABLE orders (message_id, sender, subject, kind, number)")
        written = 0
        while batch := list(islice(rows, 500)):
            with database:
                database.executemany("INSERT INTO orders VALUES (?, ?, ?, ?, ?)", batch)
            written += len(batch)
        database.close()
    return written


if __name__ == "__main__":
    name, where, how_many = sys.argv[1:]
    print(write({"plain": plain, "gated": gated}[name](where, int(how_many))))
