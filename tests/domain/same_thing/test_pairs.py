"""Titles that people write, told apart: bars for the labelled pairs.

docs/performance.md holds the figures of the first reading of each set and says which were looked at.
"""

import pytest

from okawari.domain.same_thing import Sameness
from tests.domain.same_thing.report import CONTROLS, EARLIER, SPLITS, pairs, score, sisters, turned, verdict


def test_there_are_enough_pairs_and_no_wanted_title_is_in_two_splits():
    splits = [pairs(split) for split in (*SPLITS, *CONTROLS)]
    assert sum(map(len, splits)) >= 1000
    wanted = [{pair.wanted for pair in split} for split in splits]
    assert sum(map(len, wanted)) == len(set.union(*wanted))
    assert {pair.verdict for split in splits for pair in split} == {"same", "variant", "accessory", "unsure"}


@pytest.mark.parametrize(
    ("split", "precision", "recall"),
    [
        ("dev", 0.98, 0.96),
        ("held", 0.98, 0.96),
        ("fresh", 0.98, 0.98),
        ("new", 0.98, 0.94),
        ("blind", 0.98, 0.93),
        ("last", 0.98, 0.88),
        ("next", 0.98, 0.91),
        ("after", 0.98, 0.85),
        ("wide", 0.98, 0.79),
        ("late", 0.98, 0.88),
        ("more", 0.98, 0.80),
        ("later", 0.98, 0.87),
        ("latest", 0.98, 0.77),
        ("apart", 0.98, 0.80),
        ("named", 0.98, 0.83),
        ("known", 0.98, 0.79),
        ("broad", 0.98, 0.86),
        ("fair", 0.98, 0.80),
        ("close", 0.98, 0.75),
        ("plain", 0.98, 0.79),
        ("open", 0.98, 0.80),
        ("control", 0.98, 0.81),
        ("guard", 0.97, 0.77),
        ("device", 0.98, 0.82),
        ("consumed", 0.98, 0.65),
        ("worn", 0.98, 0.75),
        ("shelved", 0.98, 0.74),
        ("device_more", 0.98, 0.73),
        ("consumed_more", 0.98, 0.63),
        ("worn_more", 0.98, 0.66),
    ],
)
def test_the_same_thing_is_found(split, precision, recall):
    found = score(pairs(split))
    assert found.precision >= precision
    assert found.recall >= recall


def test_the_same_thing_is_found_in_all_sets_together():
    found = score([pair for split in SPLITS for pair in pairs(split)])
    assert found.precision >= 0.995
    assert found.recall >= 0.795


def test_the_same_thing_is_found_in_the_sets_before_the_seven_largest_together():
    found = score([pair for split in EARLIER for pair in pairs(split)])
    assert found.precision >= 0.995
    assert found.recall >= 0.865


@pytest.mark.parametrize(("control", "precision", "recall"), [(name, 0.98, 0.71) for name in CONTROLS])
def test_the_same_thing_is_found_among_goods_never_seen(control, precision, recall):
    found = score(pairs(control))
    assert found.pairs >= 250
    assert found.precision >= precision
    assert found.recall >= recall


def test_an_accessory_is_never_the_same_thing():
    listed = [pair for split in SPLITS for pair in pairs(split) if pair.verdict == "accessory"]
    assert len(listed) >= 90
    assert [pair for pair in listed if verdict(pair) is Sameness.SAME] == []


@pytest.mark.parametrize(("splits", "share"), [(EARLIER, 1 / 1000), (SPLITS, 4 / 1000)])
def test_what_is_not_the_wanted_thing_is_no_other_offer_of_it(splits, share):
    listed = [pair for split in splits for pair in turned(pairs(split))]
    assert len(listed) >= 1500
    assert sum(verdict(pair) is Sameness.SAME for pair in listed) <= len(listed) * share


def test_what_is_made_up_to_look_like_the_wanted_thing_is_seldom_called_the_same():
    listed = sisters()
    assert len(listed) >= 800
    assert {pair.verdict for pair in listed} == {"variant", "accessory", "unsure"}
    assert sum(verdict(pair) is Sameness.SAME for pair in listed) <= len(listed) / 33
