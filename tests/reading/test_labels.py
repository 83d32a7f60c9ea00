import pytest

from okawari.reading.labels import labelled, value_of


@pytest.mark.parametrize(
    "line",
    [
        "注文番号：12345",
        "■ご注文番号: 12345",
        "【ご注文番号】 12345",
        "[注文番号] 12345",
        "・ご注文番号　　　　　12345",
        "　●ご注文番号\n12345",
        "◆注文番号　　　：12345",
        "*注文番号*\n\n  12345",
        "【ご注文番号】：12345",
    ],
)
def test_layouts_of_one_label(line):
    assert value_of(f"山田様\n{line}\nありがとうございます", "ご?注文番号") == "12345"


@pytest.mark.parametrize("line", ["注文番号をお知らせください", "お手元の注文番号：12345 をご用意", "注文番号"])
def test_a_label_inside_a_sentence_or_without_value_is_none(line):
    assert value_of(line, "ご?注文番号") is None


@pytest.mark.parametrize("following", ["----------", "商品金額合計：￥7,880", "商品金額："])
def test_the_next_line_is_no_value_where_it_is_something_else(following):
    assert value_of(f"【お買上げ金額】\n{following}", "お買上げ金額") is None


def test_an_amount_or_bracket_may_follow_at_once():
    assert value_of("ご注文金額合計（税込）「6,158」円", "ご注文金額合計") == "（税込）「6,158」円"


def test_every_occurrence_is_yielded_with_its_line():
    found = list(labelled("注文番号：1\n品名：本\n注文番号：2", "注文番号"))
    assert [(one.value, one.line) for one in found] == [("1", 0), ("2", 2)]


def test_a_very_long_line_of_spaces_is_no_burden():
    assert value_of("　" * 500_000 + "注文番号" + " " * 500_000 + "：1", "注文番号") == "1"
