"""No broken mail stops the reader or holds it up."""

import pytest

from tests.reading.fuzz.run import read_mutated
from tests.reading.fuzz.samples import samples


@pytest.mark.parametrize("start", range(0, 400, 100))
def test_broken_mails_are_read(start):
    outcome = read_mutated(list(samples()), start, 100)
    assert outcome.crashed == {}
    assert outcome.too_long() == []


def test_every_sample_is_read_without_a_problem():
    outcome = read_mutated(list(samples()), 0, 0)
    assert outcome.crashed == {}


@pytest.mark.slow
def test_many_broken_mails_are_read():
    outcome = read_mutated(list(samples()), 10_000, 3000)
    assert outcome.crashed == {}
    assert outcome.too_long() == []
