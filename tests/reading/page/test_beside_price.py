"""Postage and points in the lines near a product's title."""

import json
import re
from decimal import Decimal

import pytest

from okawari.domain.money import Money
from okawari.reading.page import read_page

TITLE = "電気ケトル 0.8L ホワイト"
BUY = '<p class="price">1,980円（税込）</p><button>カートに入れる</button>'


def read(body, head=""):
    page = f'<!doctype html><html lang="ja"><head><meta charset="utf-8"><title>{TITLE} | 星空商店</title>{head}</head><body><h1>{TITLE}</h1>{BUY}{body}</body></html>'
    return read_page(page.encode())


@pytest.mark.parametrize(
    ("shown", "yen"),
    [
        ("<p>送料無料</p>", 0),
        ("<span>【送料無料】</span>", 0),
        ("<p>全国送料無料！</p>", 0),
        ("<p>送料込み</p>", 0),
        ("<p>送料：0円</p>", 0),
        ("<p>送料：550円（税込）</p>", 550),
        ("<p>送料 全国一律 1,100円</p>", 1100),
        ("<p>配送料 ￥５５０</p>", 550),
        ("<dl><dt>送料</dt><dd>550円</dd></dl>", 550),
        ("<p><span>送料</span><b>550</b><span>円</span></p>", 550),
        ("<p>送料 550円</p><a href='/guide'>送料について</a>", 550),
    ],
)
def test_postage(shown, yen):
    found = read(shown)
    assert found.shipping == Money(Decimal(yen), "JPY")
    around = re.match(r"(?:<(\w+)>)+", shown)[1]
    assert [(one.rule, one.node) for one in found.why if one.fact == "shipping"] == [("text", around)]


@pytest.mark.parametrize(
    "shown",
    [
        "<p>5,000円以上で送料無料</p>",
        "<p>送料 550円</p><p>5,000円以上のお買い上げで送料無料</p>",
        "<p>送料無料（沖縄・離島を除く）</p>",
        "<p>送料無料</p><p>北海道は別途送料1,100円</p>",
        "<p>送料 550円〜</p>",
        "<p>送料別</p>",
        "<p>送料</p><p>お届け先によって異なります</p>",
        "<p>送料 550円</p><p>送料 1,100円</p>",
        f"<p>{'とても軽いケトルです。' * 200}</p><p>送料無料</p>",
    ],
)
def test_no_postage_where_it_does_not_hold_for_every_order(shown):
    found = read(shown)
    assert found.shipping is None
    assert found.price == Money(Decimal(1980), "JPY")


def test_postage_in_markup_that_the_page_contradicts_is_unknown():
    free = {"shippingRate": {"value": "0", "currency": "JPY"}}
    offer = {"price": "1980", "priceCurrency": "JPY", "shippingDetails": free}
    told = json.dumps({"@type": "Product", "name": TITLE, "offers": offer})
    head = f'<script type="application/ld+json">{told}</script>'
    assert read("", head).shipping == Money(Decimal(0), "JPY")
    assert read("<p>送料無料</p>", head).shipping == Money(Decimal(0), "JPY")
    assert read("<p>送料 550円</p>", head).shipping is None


@pytest.mark.parametrize(
    ("shown", "points"),
    [
        ("<p>獲得ポイント：19pt</p>", 19),
        ("<p>加算ポイント：1,980</p>", 1980),
        ("<p>ポイント：19ポイント</p>", 19),
        ("<p>[ 19 ポイント進呈 ]</p>", 19),
        ("<p>19ポイント（1%）獲得</p>", 19),
        ("<dl><dt>ポイント</dt><dd>19pt</dd></dl>", 19),
        ("<p>１９ポイント還元</p><p>ポイント5倍キャンペーン中</p>", 19),
        ("<p>最大1,000ポイント</p>", None),
        ("<h3>ポイント1</h3><p>軽い</p>", None),
        ("<p>ポイント</p><p>2</p><p>色が選べます</p>", None),
        ("<p>レビューで100ポイント進呈</p>", None),
        ("<p>保有ポイント：300pt</p>", None),
        ("<p>19ポイント獲得</p><p>38ポイント獲得</p>", None),
        ("<p>全320p</p>", None),
    ],
)
def test_points(shown, points):
    found = read(shown)
    assert found.points == points
    assert [one.text for one in found.why if one.fact == "points"] == ([] if points is None else [found.why[-1].text])
