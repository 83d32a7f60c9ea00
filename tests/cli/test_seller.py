"""`okawari seller`: the check before buying, from what a person pastes."""

import json
from datetime import date

import pytest
from typer.testing import CliRunner

from okawari.cli.main import app
from okawari.domain.candidate import Condition
from okawari.domain.money import yen
from okawari.reading.seller_page import read_sellers
from tests.contract.shape import check

PASTED = """\
新品
￥12,800
在庫あり。
出荷元
Amazon
販売元
見本のお店
(1,234件の評価) 過去12か月で96%が高い評価
新品
￥6,900
1〜2か月以内に発送します
出荷元 遠くの見本
販売元 遠くの見本
所在地: CN
(52件の評価) 過去12か月で78%が高い評価
2026年11月20日 在庫がないとキャンセルされた。
2026年11月2日 届かずキャンセルしました
2026年9月2日 在庫切れでキャンセル
新品
￥12,500
出荷元 見本でんき
販売元 見本でんき
"""
HTML = "<html><body><div>" + "</div><div>".join(PASTED.splitlines()) + "</div><p>x</p><br></body></html>"
JSON = json.dumps({"title": "見本", "mall": "Amazon", "seller": "Amazon.co.jp", "shipped_by": "Amazon", "price": 9800})


def run(*words, given=None):
    return CliRunner().invoke(app, ["seller", *map(str, words)], input=given)


def sellers(tmp_path, text, *words):
    file = tmp_path / "seen"
    file.write_text(text, encoding="utf-8")
    done = run(file, "--on", "2026-11-28", "--json", *words)
    document = json.loads(done.stdout)
    check("seller", document)
    return document["sellers"], done.exit_code


@pytest.mark.parametrize("text", [PASTED, HTML], ids=["pasted", "saved page"])
def test_sellers_are_checked_point_by_point(tmp_path, text):
    found, code = sellers(tmp_path, text)
    assert code == 0
    assert [(one["seller"], one["tier"], one["risk"]["level"]) for one in found] == [
        ("見本のお店", "fba", "low"),
        ("見本でんき", "seller", "medium"),
        ("遠くの見本", "overseas", "high"),
    ]
    assert {check["code"]: check["state"] for check in found[2]["checks"]} == {
        "shipped_by": "bad",
        "stock": "care",
        "ships": "bad",
        "rating": "bad",
        "cancels": "bad",
        "price": "bad",
    }
    cancels = next(ground for ground in found[2]["risk"]["grounds"] if ground["code"] == "cancels_recent")
    assert "2件" in cancels["text"]
    assert found[1]["unknowns"] == ["stock", "ships", "rating", "cancels"]


LISTED = """\
新品 ￥29,800
無料配送 12月20日 - 1月10日 にお届け
発売日: 2026年10月1日
出荷元
見本トレンド
販売元
見本トレンド
(312件の評価) 過去12か月間で81%が高評価
在庫あり。
"""


def test_a_line_of_an_offer_is_read_whole_and_no_feedback_is_made_up(tmp_path):
    (found,), code = sellers(tmp_path, LISTED)
    states = {check["code"]: check["state"] for check in found["checks"]}
    assert (code, found["price"]["amount"]) == (0, "29800")
    assert (states["rating"], states["cancels"], states["stock"]) == ("bad", "unknown", "ok")


APART = """\
新品
￥46,800
出荷元 見本でんき
販売元 見本でんき
新品
￥62,500 + ￥800 配送料
出荷元 カメラの見本
販売元 カメラの見本
新品
価格はカートで
出荷元 値を言わない見本
販売元 値を言わない見本
中古品 - 非常に良い
￥33,000
出荷元 Amazon
販売元 Amazonリセール
"""


def test_a_price_stays_with_its_own_seller():
    found = {one.seller: one for one in read_sellers(APART, date(2026, 11, 28))}
    assert {name: one.price and int(one.price.amount) for name, one in found.items()} == {
        "見本でんき": 46800,
        "カメラの見本": 62500,
        "値を言わない見本": None,
        "Amazonリセール": 33000,
    }
    assert found["カメラの見本"].shipping == yen(800)
    assert found["Amazonリセール"].condition is Condition.VERY_GOOD


FEATURED = """\
￥45,100
無料配送 12月2日 水曜日にお届け
出荷元	Amazon	販売元	Amazon.co.jp
新品
￥43,980
配送料 ￥550 12月5日-8日にお届け
出荷元 見本でんき
販売元 見本でんき
(320件の評価)
過去12か月間で92%が高評価
中古品 - 非常に良い
￥31,000 税込 送料無料（3,500円以上のご注文）
出荷元 Amazon 販売元 見本リユース 5つ星のうち4.0 (88件の評価) 過去12か月間で71%が高評価
"""


def test_a_state_stands_above_its_offer_though_the_first_one_tells_none():
    found = {one.seller: one for one in read_sellers(FEATURED, date(2026, 11, 28))}
    assert {name: one.condition for name, one in found.items()} == {
        "Amazon.co.jp": Condition.UNKNOWN,
        "見本でんき": Condition.NEW,
        "見本リユース": Condition.VERY_GOOD,
    }
    assert [one.shipped_by for one in found.values()] == ["Amazon", "見本でんき", "Amazon"]
    assert [one.rating for one in found.values()] == [None, 92, 71]


def test_a_state_below_the_seller_stays_with_it():
    text = "￥900\n販売元 見本A\n新品\n￥800\n販売元 見本B\n中古品 - 良い\n"
    found = {one.seller: one.condition for one in read_sellers(text, date(2026, 11, 28))}
    assert found == {"見本A": Condition.NEW, "見本B": Condition.GOOD}


def test_shipping_beside_an_offer_counts_but_not_what_has_a_condition():
    found = [one.shipping for one in read_sellers(FEATURED, date(2026, 11, 28))]
    assert found == [yen(0), yen(550), None]


@pytest.mark.parametrize(
    ("price", "seller", "mall", "tier"),
    [
        ("$278.00", "Amazon.com", "amazon_com", "amazon"),
        ("￥45,100", "Amazon.co.jp", "amazon_jp", "amazon"),
        ("$210.50", "Second Sample", "", "seller"),
    ],
)
def test_amazons_own_words_in_english_tell_which_of_them_it_is(tmp_path, price, seller, mall, tier):
    shipper = seller if mall else "Second Sample"
    (found,), _ = sellers(tmp_path, f"New\n{price}\nShips from\n{shipper}\nSold by\n{seller}\n")
    assert (found["mall"], found["tier"]) == (mall, tier)


def test_an_offer_as_json_is_checked_in_english(tmp_path):
    (found,), code = sellers(tmp_path, JSON, "--lang", "en")
    assert (code, found["mall"], found["tier"]) == (0, "amazon_jp", "amazon")
    assert found["checks"][0] == {
        "code": "shipped_by",
        "state": "ok",
        "text": "Shipped from the shop's own or Amazon's stock",
    }


def test_ones_own_history_counts(tmp_path):
    profile = tmp_path / "me.toml"
    profile.write_text('[sellers."見本のお店"]\ncancelled = 4\n', encoding="utf-8")
    found, _ = sellers(tmp_path, PASTED, "--profile", profile)
    assert {one["seller"]: one["risk"]["level"] for one in found}["見本のお店"] == "high"


def test_it_reads_for_people_and_from_standard_input():
    done = run("-", "--on", "2026-11-28", given=PASTED)
    assert done.exit_code == 0
    assert done.stdout.startswith("Amazon.co.jp / 見本のお店  12,800円  心配小(10)")
    assert "× 最近30日の声: 在庫切れやキャンセルの話があります" in done.stdout


@pytest.mark.parametrize("text", ["", "こんにちは", "<p>hello</p>" * 10, '{"offers": 3}', "[" * 50_000, "[]"])
def test_what_names_no_seller_is_one_line(tmp_path, text):
    file = tmp_path / "seen"
    file.write_text(text, encoding="utf-8")
    done = run(file)
    assert (done.exit_code, done.stdout, len(done.stderr.splitlines())) == (2, "", 1)


def test_a_seller_that_nobody_should_buy_from_needs_the_person(tmp_path):
    _, code = sellers(tmp_path, "販売元 遠くの見本\n海外から発送\n1〜2か月以内に発送\n")
    assert code == 1


@pytest.mark.parametrize(
    ("text", "tier"),
    [
        ("¥44,000\n在庫あり\n発送元 Amazon.co.jp\n販売元 Amazon.co.jp\n", "amazon"),
        ("¥44,000\n在庫あり\n発送元: Amazon.co.jp\n販売元: Amazon.co.jp\n", "amazon"),
        ("¥44,000\n在庫あり\n発送元 見本のお店\n販売元 見本のお店\n", "seller"),
    ],
)
def test_who_sells_as_amazon_sells_in_its_own_mall(tmp_path, text, tier):
    found, _ = sellers(tmp_path, text)
    assert [one["tier"] for one in found] == [tier]
