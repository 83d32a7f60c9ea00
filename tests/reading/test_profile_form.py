"""The answers of a form in the text of a profile: only what was answered changes, and what cannot be used names its field."""

from datetime import date
from decimal import Decimal

import pytest

from okawari.domain.profile import Rate
from okawari.reading.profile import UnreadableProfileError, read_profile
from okawari.reading.profile_form import FIELDS, STEP, answers_in, with_answers

MINE = """# my own notes
prefecture = "東京都"   # home

[rakuten]
card = "normal"
entries = {day_5_0 = true, other = false}
spu = [
  "card_normal",  # always
]

[[campaign]]
name = "夏の祭り"
mall = "rakuten"
percent = "2"

[sellers."でんきや"]
bought = 3
"""


def test_answers_that_stay_leave_the_text_as_it_is():
    assert with_answers(MINE, answers_in(MINE)) == MINE
    assert answers_in(MINE)["rakuten.entries.day_5_0"] == "yes"


def test_a_changed_answer_keeps_comments_and_all_else():
    answers = answers_in(MINE) | {
        "rakuten.card": "premium",
        "limited_points_percent": "８０％",
        "rakuten.marathon.from": "2026/12/04",
        "rakuten.marathon.until": "2026-12-11",
        "rakuten.marathon.shops": "3",
        "rakuten.caps.mobile": "2,000",
        "yahoo_shopping.lyp_premium": "yes",
        "step.percent": "0.5",
        "step.cap_left": "1000",
        "accept": "new like_new",
    }
    text = with_answers(MINE, answers)
    for kept in ("# my own notes", "# home", "# always", "夏の祭り", "other = false", "でんきや"):
        assert kept in text
    found = read_profile(text)
    assert found.payments == {"rakuten_premium_card"}
    assert (found.limited_percent, found.caps, found.members) == (80, {"mobile": 2000}, {"lyp_premium"})
    assert (found.marathon.shop_count, found.marathon.entered) == (3, None)
    assert [(one.name, one.per_mille, one.cap) for one in found.campaigns] == [("夏の祭り", 20, None), (STEP, 5, 1000)]
    again = answers_in(text)
    assert again["step.percent"] == "0.5"
    emptied = with_answers(text, {})
    assert answers_in(emptied) == {}
    assert "夏の祭り" in emptied
    assert STEP not in emptied


def test_a_first_answer_makes_a_profile():
    assert read_profile(with_answers("", {"amazon_jp.prime": "yes", "prefecture": "大阪府"})).members == {"prime"}
    assert with_answers("", {}) == ""


def test_a_rate_is_written_changed_and_taken_out_whole():
    text = with_answers(MINE, answers_in(MINE) | {"rates.USD.yen": "1,150.25円", "rates.USD.on": "2026/11/20"})
    assert read_profile(text).rates == {"USD": Rate(yen=Decimal("1150.25"), on=date(2026, 11, 20))}
    assert with_answers(text, answers_in(MINE)) == f"{MINE}\n[rates]\n"
    by_hand = MINE + "\n[rates.TWD]\nyen = 4.75\non = 2026-11-20\n\n[rates.XYZ]\nyen = 2\n"
    assert with_answers(by_hand, answers_in(by_hand)) == by_hand
    emptied = with_answers(by_hand, {})
    assert (read_profile(emptied).rates, "TWD" in emptied) == ({"XYZ": Rate(yen=Decimal(2))}, False)


@pytest.mark.parametrize(
    ("name", "answer"),
    [
        ("limited_points_percent", "many"),
        ("limited_points_percent", "101"),
        ("rakuten.card", "gold"),
        ("rakuten.spu", "mobile x"),
        ("rakuten.marathon.from", "soon"),
        ("rakuten.entries.day_5_0", "maybe"),
        ("rakuten.caps.mobile", "-1"),
        ("step.percent", "0.55"),
        ("unknown_shipping.japan", "9" * 15),
        ("rates.USD.yen", "many"),
    ],
)
def test_an_answer_that_cannot_be_used_names_its_field(name, answer):
    with pytest.raises(UnreadableProfileError) as raised:
        with_answers(MINE, answers_in(MINE) | {name: answer})
    assert raised.value.problem.where == name


def test_a_broken_file_is_not_written_over():
    for broken in ("x =", "rakuten = 1", "campaign = 3", "[[campaign]]\nname = 3"):
        with pytest.raises(UnreadableProfileError):
            with_answers(broken, {"rakuten.card": "normal", "step.percent": "1"})
    assert answers_in("x =") == {}
    assert set(FIELDS) >= set(answers_in(MINE))
