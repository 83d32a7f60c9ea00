"""Redacted copies of real mails read the same and hold none of the values that were to be replaced."""

import pytest

from okawari.domain.judge import Trust
from okawari.services.opening import open_mail
from okawari.services.redacting import redact

pytestmark = pytest.mark.corpus
NUMBERS = {"mail", "order", "parcel", "phone"}


def leaks(copy, name):
    """The values that were to be replaced and can be read in the copy, where it does not say so itself."""
    mail = open_mail(copy.raw, name, Trust())
    text = "\n".join([mail.text, mail.html_text, *(str(value) for _, value in mail.headers)])
    said = any(what == "left" for what, _ in copy.unsure)
    return [one.original for one in copy.changes if one.kind in NUMBERS and one.original in text and not said]


@pytest.mark.parametrize(
    ("folder", "fewest", "most_otherwise", "most_left"),
    [("genuine", 80, 0, 0), ("phish-ja", 360, 0, 12), ("phish-world", 150, 2, 41)],
)
def test_copies_read_the_same_and_leak_nothing_known(corpus, folder, fewest, most_otherwise, most_left):
    files = sorted(path for path in (corpus / "mail" / folder).rglob("*") if path.suffix in {".eml", ".txt"})
    copies = [(path.name, redact(path.read_bytes(), path.name, b"corpus")) for path in files]
    made = [(name, copy) for name, copy in copies if copy is not None]
    otherwise = [name for name, copy in made if {"reads_otherwise", "stuck"} & {what for what, _ in copy.unsure}]
    left = [name for name, copy in made if "left" in {what for what, _ in copy.unsure}]
    assert len(made) >= fewest
    assert (len(otherwise) <= most_otherwise, len(left) <= most_left) == (True, True), (otherwise, left)
    assert [found for name, copy in made for found in leaks(copy, name)] == []
