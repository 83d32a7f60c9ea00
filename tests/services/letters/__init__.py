"""Letters of our own in the shapes of many shops, in which what is personal stands between ⟦ and ⟧.

They are made up, names and wordings; only what is marked may change in a redacted copy.
"""

import re
from dataclasses import dataclass
from pathlib import Path

from okawari.domain.judge import Trust
from okawari.services.opening import open_mail
from okawari.services.redacting import redact

_KEY = b"a key of the tests"
_MARKED = re.compile("⟦([^⟧]*)⟧")


@dataclass(frozen=True)
class Letter:
    """A letter's raw bytes, and the lines of its subject and text with their marks."""

    name: str
    raw: bytes
    lines: tuple[str, ...]


@dataclass(frozen=True)
class Measured:
    """How many values are marked, which are left in the copy, which lines changed beside them, and whether it reads otherwise."""

    marked: int
    left: tuple[str, ...]
    damaged: tuple[str, ...]
    otherwise: bool


def letters(name):
    """Return the letters of a file."""
    text = (Path(__file__).parent / f"{name}.txt").read_text(encoding="utf-8")
    return [_letter(part) for part in re.split("^=== ", text, flags=re.MULTILINE) if part.strip()]


def _letter(part):
    name, sender, subject, body = part.split("\n", 3)
    subject = subject.removeprefix("Subject: ")
    head = f"{_plain(sender)}\nTo: 1@example.jp\nSubject: {_plain(subject)}\nDate: Tue, 24 Nov 2026 12:00:00 +0900\n"
    head += "MIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n"
    return Letter(name, (head + _plain(body)).encode(), (subject, *body.split("\n")))


def measured(letter):
    """Return what redacting a letter leaves and damages: stand-ins have the length of what they stand for."""
    copy = redact(letter.raw, "a.eml", _KEY)
    mail = open_mail(copy.raw, "a.eml", Trust())
    marked, left, damaged = 0, [], []
    for line, new in zip(letter.lines, (mail.subject, *mail.text.split("\n")), strict=False):
        values = _MARKED.findall(line)
        marked += len(values)
        parts = re.fullmatch("(.*)".join(map(re.escape, _MARKED.split(line)[::2])), new)
        if parts is None:
            damaged.append(f"{line} -> {new}")
            left += [value for value in values if value in new]
        else:
            left += [value for value, stand_in in zip(values, parts.groups(), strict=True) if _is_left(value, stand_in)]
    return Measured(marked, tuple(left), tuple(damaged), "reads_otherwise" in dict(copy.unsure))


def _is_left(value, stand_in):
    same = sum(one == other and one.isalnum() for one, other in zip(value, stand_in, strict=False))
    return same * 2 >= sum(map(str.isalnum, value))


def _plain(text):
    return _MARKED.sub(r"\1", text)
