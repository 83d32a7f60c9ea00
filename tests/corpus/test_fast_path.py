"""The quick ways through a mailbox, checked on sample mails against the reader that reads every mail whole."""

import sys

import pytest

from okawari.domain.authenticity import Verdict
from okawari.domain.judge import Trust
from okawari.domain.message import MessageKind
from okawari.reading.mail.gate import Gate
from okawari.reading.mail.parse import parse_mail
from okawari.services.read import understand
from okawari.sources import registry
from tests.fast_paths import read_fully, read_quickly

pytestmark = pytest.mark.corpus


def readings_left_out(folder):
    gate = Gate(registry.brands())
    mails = sorted(folder.rglob("*.eml"))
    left_out = [path for path in mails if not gate.passes(path.read_bytes())]
    sys.stdout.write(f"{folder.name}: {len(mails)} mails, {len(left_out)} left out of a whole mailbox\n")
    return [understand(parse_mail(path.read_bytes(), path.name), Trust()) for path in left_out]


def test_no_genuine_mail_is_left_out(corpus):
    assert readings_left_out(corpus / "mail" / "genuine") == []


@pytest.mark.parametrize("kind", ["phish-ja", "phish-world"])
def test_what_is_left_out_is_nothing_to_the_full_reader(corpus, kind):
    for reading in readings_left_out(corpus / "mail" / kind):
        assert reading.understood.kind is MessageKind.OTHER, reading.file
        assert not reading.understood.orders, reading.file
        assert reading.authenticity.verdict is not Verdict.PHISHING, reading.file


@pytest.mark.parametrize("kind", ["genuine", "phish-ja", "phish-world"])
def test_no_mail_says_anything_else_when_it_is_read_quickly(corpus, kind):
    for path in sorted((corpus / "mail" / kind).rglob("*.eml")):
        raw = path.read_bytes()
        assert read_quickly(raw) == read_fully(raw), path.name
