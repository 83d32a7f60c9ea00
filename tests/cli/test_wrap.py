"""Lines for a terminal."""

from hypothesis import given
from hypothesis import strategies as st

from okawari.cli.wrap import columns, wrap


def test_full_width_characters_count_twice():
    assert list(wrap("在庫切れです", 8)) == ["在庫切れ", "です"]


def test_no_line_begins_with_a_full_stop_or_ends_with_a_bracket():
    assert list(wrap("在庫切れ。です", 8)) == ["在庫切", "れ。です"]
    assert list(wrap("在庫「切れ」", 6)) == ["在庫", "「切", "れ」"]


def test_the_day_of_the_week_stays_within_its_brackets():
    assert list(wrap("3月2日(火)まで", 9)) == ["3月2日", "(火)まで"]


def test_a_latin_word_stays_whole():
    assert list(wrap("order 250-1234567-1234567 です", 12)) == ["order", "250-1234567-1234567", "です"]


def test_line_ends_of_the_text_stay():
    assert list(wrap("a\n\nb", 10)) == ["a", "", "b"]


def test_what_must_stand_together_is_cut_at_its_spaces_where_it_is_too_wide():
    assert list(wrap("「 、、、", 8)) == ["「", "、、、"]


@given(st.text(alphabet="在庫切れ。、「」()ab 1\n"), st.integers(8, 40))
def test_nothing_is_lost_but_spaces(text, width):
    lines = list(wrap(text, width))
    assert "".join(lines).replace(" ", "") == text.replace(" ", "").replace("\n", "")
    assert all(columns(line) <= width or len(line.split()) == 1 for line in lines)
