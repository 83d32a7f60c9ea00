"""Genuine sample mails: order numbers, titles, amounts and kinds are right or unknown, never wrong."""

import sys
import tomllib
from pathlib import Path

import pytest

from okawari.contract.read import message
from okawari.domain.judge import Trust
from okawari.reading.mail.parse import parse_mail
from okawari.services.read import understand
from tests.sources.case import from_text

pytestmark = pytest.mark.corpus

EXPECTED = tomllib.loads(Path(__file__).with_name("genuine.toml").read_text(encoding="utf-8"))["mail"]
LEAST_KNOWN = 0.8


def read(folder, expected):
    raw = (folder / "mail" / "genuine" / expected["file"]).read_bytes()
    if "sender" in expected:
        head = f"From: {expected['sender']}\nSubject: {expected['subject']}\nDate: Mon, 23 Nov 2026 09:00:00 +0900\n\n"
        raw = from_text(head + raw.decode("utf-8"))
    return message(understand(parse_mail(raw, expected["file"]), Trust()), "ja")


def amount(money):
    return money["amount"] if money else ""


def compare(said, expected):
    """Yield each field with what was read and what is right; an empty reading is unknown."""
    yield "kind", "" if said["kind"] == "other" else said["kind"], expected["kind"].replace("other", "")
    yield "orders", said["order_numbers"], expected["orders"]
    items = expected.get("items", [])
    yield "titles", [item["title"] for item in said["items"]], [title for title, _ in items]
    if items:
        right = [paid for _, paid in items if paid]
        yield "amounts", [amount(item["line_total"]) for item in said["items"] if item["line_total"]], right
    yield "total", amount(said["total"]), expected.get("total", "")


def test_genuine_mails_are_read_right_or_not_at_all(corpus, capsys):
    wrong, known, possible, table = [], 0, 0, []
    for expected in EXPECTED:
        for field, read_as, right in compare(read(corpus, expected), expected):
            state = "right" if read_as == right else "unknown" if not read_as else "WRONG"
            possible += bool(right)
            known += bool(right) and state == "right"
            table.append(f"{expected['file']:62} {field:8} {state}")
            if state == "WRONG":
                wrong.append((expected["file"], field, read_as, right))
    with capsys.disabled():
        sys.stdout.write("\n".join(["", *(row for row in table if not row.endswith("right"))]))
        sys.stdout.write(f"\n{known} of {possible} values read, {len(wrong)} wrong\n")
    assert wrong == []
    assert known >= LEAST_KNOWN * possible
