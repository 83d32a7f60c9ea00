"""A shop's own code is no part of a title that a person reads."""

import pytest

from okawari.domain.elsewhere import search_title
from okawari.domain.happened import things
from okawari.domain.message import Item
from okawari.domain.shop_code import without_shop_code
from okawari.i18n import say


@pytest.mark.parametrize(
    ("title", "shown"),
    [
        ("LEDデスクライト 調光10段階 ホワイト(hd-led10-w)", "LEDデスクライト 調光10段階 ホワイト"),
        ("替えシェード（hd-shade）", "替えシェード"),
        ("[sencha-100x3] 深蒸し煎茶 100g", "深蒸し煎茶 100g"),
        ("sencha-100x3：深蒸し煎茶 100g", "深蒸し煎茶 100g"),
    ],
)
def test_the_code_goes(title, shown):
    assert without_shop_code(title) == shown
    assert say(things((Item(title=title),))) == say(things((Item(title=shown),)))
    assert search_title(title) == search_title(shown)


@pytest.mark.parametrize(
    "title",
    [
        "SONY ヘッドホン(WH-1000XM5)",
        "映画(dvd)",
        "電池 (4-pack)",
        "【送料無料】煎茶",
        "(hd-led10-w)",
        "iphone-15 ケース",
        "",
    ],
)
def test_what_is_none_stays(title):
    assert without_shop_code(title) == title
