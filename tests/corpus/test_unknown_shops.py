"""Sample mails of shops without a reader of their own: what the careful reader says of them is right, or nothing."""

import re
import sys
import tomllib
from pathlib import Path

import pytest

from okawari.domain.mail import Mail
from okawari.sources.registry import fallback, merchants

pytestmark = pytest.mark.corpus

EXPECTED = tomllib.loads(Path(__file__).with_name("unknown_shops.toml").read_text(encoding="utf-8"))["mail"]
LEAST_KNOWN = 0.8
ESCAPED = re.compile(r"\\u\{([0-9A-F]{4})\}")
LINE_END = re.compile(r"<(?:br|/p|/tr)[^>]*>")


def text_of(path):
    """Return a sample as plain text; they hold the escapes and the HTML of the program they were taken from."""
    text = ESCAPED.sub(lambda found: chr(int(found[1], 16)), path.read_text(encoding="utf-8")).replace("&times;", "×")
    return re.sub(r"<[^>]+>", " ", LINE_END.sub("\n", text)) if LINE_END.search(text) else text


def said_of(path, subject, merchant):
    mail = Mail(file=path.name, sha256="", subject=subject, text=text_of(path))
    understood = fallback()(mail, merchants().get(merchant))
    (order,) = understood.orders or (None,)
    return {
        "kind": "" if understood.kind == "other" else str(understood.kind),
        "order": order.number if order else "",
        "titles": [item.title for item in order.items] if order else [],
        "lines": [item.line_total.plain() for item in order.items if item.line_total] if order else [],
        "total": order.total.plain() if order and order.total else "",
        "paid": [part.method for part in order.payments] if order else [],
        "parcels": [f"{parcel.carrier} {parcel.number}" for parcel in understood.parcels],
    }


def test_shops_without_a_reader_are_read_right_or_not_at_all(corpus, capsys):
    wrong, known, possible = [], 0, 0
    for expected in EXPECTED:
        path = corpus / "mail" / "genuine" / "other_jp" / expected["file"]
        said = said_of(path, expected.get("subject", ""), expected.get("merchant"))
        for field, read in said.items():
            right = expected.get(field, type(read)())
            possible += bool(right)
            known += bool(right) and read == right
            if read and read != right:
                wrong.append((expected["file"], field, read, right))
    with capsys.disabled():
        sys.stdout.write(f"\n{len(EXPECTED)} mails: {known} of {possible} values read, {len(wrong)} wrong\n")
    assert wrong == []
    assert known >= LEAST_KNOWN * possible
