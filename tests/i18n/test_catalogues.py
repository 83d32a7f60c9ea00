"""Both languages say the same things, with the same values."""

import string
import tomllib
from datetime import UTC, date, datetime
from decimal import Decimal
from importlib import resources

import pytest

from okawari.domain.money import Money, yen
from okawari.domain.phrase import Bilingual, phrase
from okawari.domain.problem import Problem
from okawari.i18n import formats, shown
from okawari.i18n.problems import problem_text

ROOT = resources.files("okawari.i18n")
AREAS = sorted(file.name for file in (ROOT / "ja").iterdir() if file.name.endswith(".toml"))


def entries(locale, area):
    return tomllib.loads((ROOT / locale / area).read_text(encoding="utf-8"))


def placeholders(text):
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def test_both_languages_have_the_same_areas():
    assert sorted(file.name for file in (ROOT / "en").iterdir() if file.name.endswith(".toml")) == AREAS


@pytest.mark.parametrize("area", AREAS)
def test_both_languages_have_the_same_keys_and_values(area):
    japanese, english = entries("ja", area), entries("en", area)
    assert japanese.keys() == english.keys()
    for key, text in japanese.items():
        assert text.strip() or key == "no_line", key
        assert placeholders(text) == placeholders(english[key]), key


@pytest.mark.parametrize("area", AREAS)
def test_the_english_catalogue_is_english(area):
    for key, text in entries("en", area).items():
        kana = [char for char in text if "\u3041" <= char <= "\u30ff"]
        assert len(kana) <= len(text) / 3, key


def test_values_are_written_as_people_write_them():
    assert shown(yen(1010), "ja") == "1,010円"
    assert shown(yen(1010), "en") == "¥1,010"
    assert shown(Money(Decimal("6.13"), "USD"), "ja") == "6.13 USD"
    assert shown(date(2026, 11, 23), "ja") == "11月23日(月)"
    assert shown(date(2026, 11, 23), "en") == "Mon 23 Nov"
    assert shown(datetime(2026, 11, 22, 15, 5, tzinfo=UTC), "ja") == "11月23日(月) 0:05"
    assert shown(Bilingual("注文履歴", "Your Orders"), "en") == "Your Orders"
    assert shown(phrase("steps.confirm_own_request", place=Bilingual("甲", "A")), "en").startswith("The mail")


def test_days_are_counted_towards_and_past_a_day():
    today = date(2026, 11, 23)
    assert formats.days_left(date(2026, 11, 26), today, "ja") == "あと3日"
    assert formats.days_left(today, today, "ja") == "今日"
    assert formats.days_left(date(2026, 11, 22), today, "ja") == "1日過ぎ"
    assert formats.days_left(date(2026, 11, 24), today, "en") == "in 1 day"


def test_amounts_that_do_not_agree_are_written_as_amounts():
    said = problem_text(Problem("refund_above_price", detail="30000 > 3000.50"), "ja")
    assert "30,000 > 3,000.50" in said
