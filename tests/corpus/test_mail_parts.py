"""Sample mails are read like the standard library reads them, and without an error."""

import email
import sys
import time
from collections import Counter

import pytest

from okawari.reading.mail.headers import mail_start, split_head
from okawari.reading.mail.mime import Budget, parts_of
from okawari.reading.mail.parse import parse_mail

pytestmark = pytest.mark.corpus

LEAST_SAME = 0.99


def theirs(raw):
    """Return the header names and the leaves (type, content) as the standard library reads them."""
    message = email.message_from_bytes(raw)
    leaves = [part for part in message.walk() if not part.is_multipart()]
    return [name.lower() for name in message.keys()], [  # noqa: SIM118 - with repeated names
        (part.get_content_type(), squeezed(part.get_payload(decode=True) or b"")) for part in leaves
    ]


def ours(raw):
    head = split_head(raw, mail_start(raw))
    leaves = parts_of(raw, head, Budget()).leaves
    return [name for name, _ in head.lines], [
        (part.content.value or "text/plain", squeezed(part.content_bytes(10_000_000)[0])) for part in leaves
    ]


def squeezed(content):
    return content.replace(b"\r\n", b"\n").strip()


def test_parts_are_those_of_the_standard_library(corpus, capsys):
    paths = sorted((corpus / "mail").rglob("*.eml"))
    other = [path.name for path in paths if theirs(path.read_bytes()) != ours(path.read_bytes())]
    with capsys.disabled():
        sys.stdout.write(f"\n{len(paths) - len(other)} of {len(paths)} mails have the same parts; others: {other}\n")
    assert len(other) <= (1 - LEAST_SAME) * len(paths)


def test_every_mail_is_read(corpus, capsys):
    counted = Counter()
    slowest = 0.0
    for path in sorted((corpus / "mail").rglob("*.eml")):
        begun = time.process_time()
        mail = parse_mail(path.read_bytes(), path.name)
        slowest = max(slowest, time.process_time() - begun)
        counted["mails"] += 1
        counted["with text"] += bool(mail.text)
        counted["with a sender"] += bool(mail.from_.domain)
        counted["with a date"] += mail.date is not None
        counted["with lost characters"] += "\ufffd" in mail.subject + mail.text
        counted.update(problem.code for problem in mail.problems)
    with capsys.disabled():
        sys.stdout.write("\n" + "\n".join(f"{count:6} {name}" for name, count in counted.most_common()))
        sys.stdout.write(f"\nslowest: {slowest:.3f} s\n")
    assert counted["with text"] >= 0.98 * counted["mails"]
    assert counted["with a sender"] >= 0.95 * counted["mails"]
    assert slowest < 1
