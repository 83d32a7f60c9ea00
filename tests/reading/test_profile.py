"""A profile: read whole, or refused in one line that says where and how to mend it."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from okawari.domain.candidate import Condition
from okawari.domain.profile import History, Profile, Rate
from okawari.reading.profile import UnreadableProfileError, read_profile

CONTRACT = (Path(__file__).parents[2] / "docs" / "contract.md").read_text(encoding="utf-8")


def test_the_example_of_the_documentation_is_read_whole():
    example = CONTRACT.partition("```toml\nprefecture")[2].partition("```")[0]
    found = read_profile("prefecture" + example)
    assert (found.prefecture, found.limited_percent) == ("東京都", 90)
    assert found.payments == {"rakuten_card", "paypay_card", "amazon_mastercard"}
    assert found.members == {"prime", "lyp_premium"}
    assert (found.marathon.shop_count, found.marathon.cap, found.marathon.entered) == (3, 7000, True)
    assert found.entries == {"day_5_0": True, "day_5": True, "sunday": True}
    assert (found.caps, found.used) == ({"mobile": 2000}, {"card_special": 300})
    assert found.campaigns[0].per_mille == 5
    assert found.rates == {"USD": Rate(yen=Decimal("151.20"), on=date(2026, 11, 27))}
    assert found.sellers == {"でんきや": History(bought=3)}
    assert found.accepts == {Condition.NEW, Condition.LIKE_NEW}


def test_an_empty_profile_is_one():
    assert read_profile("") == Profile(points_to_spend={"yodobashi": 0})


@pytest.mark.parametrize(
    ("text", "code", "where"),
    [
        ("x =", "profile_not_toml", ""),
        ("prefecture = 3", "profile_word", "prefecture"),
        ("limited_points_percent = 0.9", "profile_number", "limited_points_percent"),
        ("limited_points_percent = true", "profile_number", "limited_points_percent"),
        ("accept = ['mint']", "profile_word", "accept"),
        ("rakuten = 1", "profile_table", "rakuten"),
        ("[rakuten]\nspu = ['moblie']", "profile_word", "rakuten.spu"),
        ("[rakuten]\nentries = {day_5_0 = 'yes'}", "profile_flag", "rakuten.entries.day_5_0"),
        ("[rakuten]\ncaps = {mobile = -1}", "profile_number", "rakuten.caps.mobile"),
        ("[rakuten]\nmarathon = {shops = 3}", "profile_marathon_days", "rakuten.marathon.from"),
        ("[rakuten]\nmarathon = {from = 'soon', until = 2026-12-01}", "profile_day", "rakuten.marathon.from"),
        ("[amazon_jp]\nprimee = true", "profile_key", "amazon_jp.primee"),
        ("[[campaign]]\npercent = '0.55'", "profile_percent", "campaign[1].percent"),
        ("[[campaign]]\npercent = '0.5'", "profile_campaign_mall", "campaign[1].mall"),
        ("campaign = 3", "profile_table", "campaign"),
        ("[rates.USD]\nyen = 'nan'", "profile_rate", "rates.USD.yen"),
        ("[rates.USD]\nyen = 0", "profile_rate", "rates.USD.yen"),
        ("[rates.USD]\nyen = '150'\nday = 2026-11-27", "profile_key", "rates.USD.day"),
        ("[sellers.x]\nbought = 'many'", "profile_number", "sellers.x.bought"),
        ("[unknown]\nx = 1", "profile_key", "unknown"),
    ],
)
def test_what_is_not_understood_is_named(text, code, where):
    with pytest.raises(UnreadableProfileError) as caught:
        read_profile(text)
    assert (caught.value.problem.code, caught.value.problem.where) == (code, where)
