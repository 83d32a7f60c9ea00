"""Every reason of a verdict on two titles is said in words, in both languages."""

import pytest

from okawari.domain.same_thing import Sameness, Thing, compare
from okawari.i18n import ranking
from tests.domain.same_thing.report import CONTROLS, SPLITS, pairs


def said(likeness, locale):
    return [ranking.likeness(likeness, code, locale) for code in likeness.reasons]


@pytest.mark.parametrize("locale", ["ja", "en"])
@pytest.mark.parametrize(
    "wanted",
    ["ハナダ 掃除機 HS-100 互換 フィルター 2個", "ハナダ 腕時計 HW-2000 海外版", "ハナダ ヘッドホン HH-300X 中古"],
)
def test_a_state_that_only_the_wanted_title_tells_is_said(wanted, locale):
    offer = wanted.replace(" 互換", "").replace(" 海外版", "").replace(" 中古", "")
    likeness = compare(Thing(wanted), Thing(offer))
    assert likeness.sameness is not Sameness.SAME
    assert all(said(likeness, locale))


@pytest.mark.parametrize("locale", ["ja", "en"])
def test_whatever_titles_differ_in_is_said(locale):
    listed = [pair for split in (*SPLITS, *CONTROLS) for pair in pairs(split)][::9]
    assert len(listed) >= 1400
    for pair in listed:
        for one, other in (pair.wanted, pair.offer), (pair.offer, pair.wanted):
            assert all(said(compare(Thing(one), Thing(other)), locale))
