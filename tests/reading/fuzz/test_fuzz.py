"""No broken mail stops the reader or holds it up."""

import pytest

from okawari.reading.mail.parse import parse_mail
from tests.reading.fuzz.run import read_mutated
from tests.reading.fuzz.samples import samples


@pytest.mark.slow
@pytest.mark.parametrize("start", range(0, 400, 100))
def test_broken_mails_are_read(start):
    outcome = read_mutated(list(samples()), start, 100)
    assert outcome.crashed == {}
    assert outcome.too_long() == []


@pytest.mark.parametrize("raw", list(samples()))
def test_every_sample_is_whole_before_it_is_broken(raw):
    mail = parse_mail(raw, "sample.eml")
    assert mail.problems == ()
    assert "250-1234567-1234567" in mail.text + "".join(inner.text for inner in mail.forwarded)


@pytest.mark.slow
def test_many_broken_mails_are_read():
    outcome = read_mutated(list(samples()), 10_000, 3000)
    assert outcome.crashed == {}
    assert outcome.too_long() == []
