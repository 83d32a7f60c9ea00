"""Titles that people write, told apart: bars for the labelled pairs."""

import pytest

from okawari.domain.same_thing import Sameness
from tests.domain.same_thing.report import pairs, score, verdict


def test_there_are_enough_pairs_and_no_wanted_title_is_in_both_halves():
    dev, held = pairs("dev"), pairs("held")
    assert len(dev) + len(held) >= 400
    assert {pair.wanted for pair in dev}.isdisjoint(pair.wanted for pair in held)
    assert {pair.verdict for pair in dev + held} == {"same", "variant", "accessory", "unsure"}


@pytest.mark.parametrize(("split", "precision", "recall"), [("dev", 0.98, 0.84), ("held", 0.96, 0.74)])
def test_the_same_thing_is_found(split, precision, recall):
    found = score(pairs(split))
    assert found.precision >= precision
    assert found.recall >= recall


def test_an_accessory_is_never_the_same_thing():
    listed = [pair for pair in pairs("dev") if pair.verdict == "accessory"]
    assert len(listed) >= 35
    assert [pair for pair in listed if verdict(pair) is Sameness.SAME] == []
