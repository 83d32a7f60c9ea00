"""The cases of a source: a mail beside what `okawari read` says of it.

A case is `cases/NAME.eml` (a mail as it arrived) or `cases/NAME.txt` (headers, an empty line, text; UTF-8), and
`cases/NAME.expected.json`, a message of `okawari.read/1`. Every key that the expectation lists is compared.
Write the expectation of new cases, for review, with `python -m tests.sources.case`; an existing one is only
rewritten when it is named: `python -m tests.sources.case amazon_jp/NAME`.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from email.message import EmailMessage
from pathlib import Path

from okawari.contract.read import message
from okawari.domain.judge import Trust
from okawari.reading.mail.parse import parse_mail
from okawari.services.read import understand

SOURCES = Path(__file__).parents[2] / "src" / "okawari" / "sources"
CORE = frozenset({"merchant", "kind", "order_numbers", "items", "total", "cancel", "refund"})
_PROBLEM = ("code", "where", "detail")
LEFT_OUT = frozenset({"file", "message_id", "authenticity"})


@dataclass(frozen=True)
class Case:
    source: str
    mail: Path

    @property
    def name(self) -> str:
        return f"{self.source}/{self.mail.stem}"

    @property
    def expected(self) -> Path:
        return self.mail.with_name(f"{self.mail.stem}.expected.json")


def cases() -> Iterator[Case]:
    for mail in sorted(SOURCES.glob("*/cases/*")):
        if mail.suffix in {".eml", ".txt"}:
            yield Case(mail.parent.parent.name, mail)


def read(case: Case) -> dict:
    """Return what `okawari read` says of a case."""
    raw = case.mail.read_bytes()
    if case.mail.suffix == ".txt":
        raw = from_text(raw.decode("utf-8"))
    said = message(understand(parse_mail(raw, case.mail.name), Trust()), "ja")
    return said | {"problems": [{key: found[key] for key in _PROBLEM} for found in said["problems"]]}


def from_text(text: str) -> bytes:
    """Return the mail that a text describes: lines `Name: value`, an empty line, the plain body."""
    head, _, body = text.partition("\n\n")
    mail = EmailMessage()
    for line in head.splitlines():
        name, _, value = line.partition(":")
        mail[name] = value.strip()
    mail.set_content(body, charset="utf-8", cte="base64")
    return mail.as_bytes()


def write_expected(names: list[str]) -> None:
    for case in cases():
        if case.name in names or not case.expected.exists():
            said = {key: value for key, value in read(case).items() if key not in LEFT_OUT}
            case.expected.write_text(json.dumps(said, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
            sys.stdout.write(f"written, read it: {case.expected}\n")


if __name__ == "__main__":
    write_expected(sys.argv[1:])
