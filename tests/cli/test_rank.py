"""`okawari rank`: one valid document, readable text, and one line for what cannot be used."""

import json
from datetime import UTC, date, datetime

import pytest
from typer.testing import CliRunner

from okawari.cli.main import app
from okawari.domain.told import Happened, Told, facts_told
from okawari.services.cases import remember_answers
from okawari.settings import read_settings
from okawari.wiring import open_store
from tests.cli.test_seller import PASTED
from tests.contract.shape import check

JAN = "4548736132610"
OFFERS = {
    "wanted": {
        "title": "ソニー WH-1000XM5 ブラック",
        "identifiers": {"jan": JAN},
        "paid": 44000,
        "list_price": "49,500円",
    },
    "offers": [
        {
            "title": "SONY WH-1000XM5 (B) ブラック",
            "mall": "楽天市場",
            "seller": "見本電機",
            "price": 46200,
            "tax_included": True,
            "shipping": "無料",
            "point_rate": 5,
            "availability": "in_stock",
            "condition": "新品",
        },
        {
            "title": "ソニー ヘッドホン",
            "mall": "Amazon",
            "seller": "Amazon.co.jp",
            "price": "¥52,000",
            "tax_included": True,
            "availability": "https://schema.org/InStock",
            "identifiers": [{"kind": "jan", "value": JAN}],
        },
        {"title": "WH-1000XM5 イヤーパッド", "mall": "rakuten", "seller": "見本電機", "price": 1200},
        {"title": "ソニー WH-1000XM4 ブラック", "mall": "rakuten", "price": 30000},
        {"title": "ソニー ヘッドホン ブラック", "mall": "rakuten", "price": 9000},
        {
            "title": "Sony WH-1000XM5 Black",
            "mall": "amazon_com",
            "seller": "Amazon.com",
            "price": {"amount": "278.00", "currency": "USD"},
            "category": "appliances",
            "availability": "in_stock",
        },
    ],
}
PROFILE = """
prefecture = "東京都"
[rakuten]
card = "normal"
spu = ["card_normal", "mobile"]
[amazon_jp]
prime = true
[rates.USD]
yen = "150"
on = 2026-11-27
"""


@pytest.fixture
def files(tmp_path):
    offers, profile = tmp_path / "offers.json", tmp_path / "me.toml"
    offers.write_text(json.dumps(OFFERS), encoding="utf-8")
    profile.write_text(PROFILE, encoding="utf-8")
    return offers, profile


def run(*words):
    return CliRunner().invoke(app, ["rank", *map(str, words)])


def document(files, *words):
    offers, profile = files
    done = run(offers, "--profile", profile, "--on", "2026-11-28", "--json", *words)
    assert done.stderr == ""
    return json.loads(done.stdout), done.exit_code


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_the_ranking_is_one_valid_document(files, lang):
    found, code = document(files, "--lang", lang)
    check("rank", found)
    assert code == 0
    assert [(one["position"], one["rank"], one["group"]) for one in found["offers"]] == [
        (0, 1, "ranked"),
        (1, 2, "ranked"),
        (5, 3, "ranked"),
        (4, None, "unsure"),
        (3, None, "variant"),
        (2, None, "accessory"),
    ]
    assert (found["buy"]["position"], found["buy"]["why"]) == (0, "cheapest")


def test_every_figure_opens_into_its_lines_and_rules(files):
    found, _ = document(files)
    cards = {rule["id"]: rule for rule in found["rules"]}
    for offer in found["offers"]:
        lines = offer["effective"]["lines"]
        for figure in ("sure", "best"):
            assert int(offer["effective"][figure]["amount"]) == sum(int(line[figure]["amount"]) for line in lines)
        for rule in {line["rule"] for line in lines} - {None}:
            assert all(source["where"] and source["date"] for source in cards[rule]["sources"])
    best = found["offers"][0]
    assert {line["code"]: line["sure"]["amount"] for line in best["effective"]["lines"]} == {
        "price": "46200",
        "shipping": "0",
        "base": "-420",
        "shop_rate": "-1512",
        "spu_card_normal": "-420",
        "spu_mobile": "0",
    }
    assert found["extra_cost"] == {"amount": str(46200 - 420 - 1512 - 420 - 44000), "currency": "JPY"}


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_a_marathon_whose_cap_nobody_told_says_so(files, tmp_path, lang):
    race = tmp_path / "race.toml"
    race.write_text("[rakuten]\nmarathon = {from = 2026-11-27, until = 2026-12-04, entered = true, shops = 3}")
    found, _ = document((files[0], race), "--lang", lang)
    hops = [line for one in found["offers"] for line in one["effective"]["lines"] if line["code"] == "shop_hop"]
    assert hops
    assert all(line["open"] == "round_cap" and "cap" in line["open_text"] for line in hops)


def test_what_only_the_name_says_to_be_the_same_is_to_be_checked_before_the_order(tmp_path):
    file = tmp_path / "offers.json"
    wanted = {"title": "見本社 水筒 K-500W ホワイト", "identifiers": {"jan": "4901234567894"}}
    for numbers, is_told in (({}, True), ({"jan": "4901234567894"}, False)):
        offer = {
            "title": wanted["title"],
            "mall": "yodobashi",
            "price": 3000,
            "tax_included": True,
            "identifiers": numbers,
        }
        file.write_text(json.dumps({"wanted": wanted, "offers": [offer]}), encoding="utf-8")
        said = run(file, "--on", "2026-11-28").stdout.splitlines()[0]
        assert said.startswith("ヨドバシ で買うのがよいです。")
        assert ("商品名から同じ商品と判断しました" in said) is is_told


def test_a_premium_is_called_so_and_an_import_shows_its_range(files):
    found, _ = document(files)
    amazon, abroad = found["offers"][1], found["offers"][2]
    assert amazon["premium"] == {"amount": "2500", "currency": "JPY"}
    assert abroad["premium"] is None
    assert int(abroad["effective"]["best"]["amount"]) < int(abroad["effective"]["sure"]["amount"])
    assert {one["code"] for one in abroad["warnings"]} == {"plug", "customs"}
    assert {"IMP-JP-BASIS-01", "IMP-JP-EXEMPT-01", "IMP-JP-TAX-01"} <= {rule["id"] for rule in found["rules"]}


def test_people_read_which_one_to_buy_and_why(files):
    offers, profile = files
    done = run(offers, "--profile", profile, "--on", "2026-11-28")
    assert done.exit_code == 0
    assert done.stdout.startswith("楽天市場 / 見本電機 で買うのがよいです。実質43,848円")
    assert "もとの注文より152円安くなります。" in done.stdout
    assert "定価より2,500円高い、プレミア価格です。" in done.stdout
    assert "PTS-RAK-BASE-01" in done.stdout
    english = run(offers, "--profile", profile, "--on", "2026-11-28", "--lang", "en").stdout
    assert english.startswith("Buy it from Rakuten / 見本電機: ¥43,848 in effect")


@pytest.mark.parametrize(
    ("name", "content", "word"),
    [
        ("offers", "{", "JSON"),
        ("offers", '{"items": []}', "offers"),
        ("offers", "[" * 100_000, "JSON"),
        ("profile", "rakuten = 3", "rakuten"),
        ("profile", "[rakuten]\ncard = 'gold'", "rakuten.card"),
        ("profile", "[rakuten]\nspuu = []", "rakuten.spuu"),
        ("profile", "prefecture = ", "TOML"),
        ("profile", "[rates.USD]\nyen = 'many'", "rates.USD.yen"),
        ("profile", "limited_points_percent = 120", "limited_points_percent"),
    ],
)
def test_what_cannot_be_used_is_one_line(files, name, content, word):
    offers, profile = files
    (offers if name == "offers" else profile).write_text(content, encoding="utf-8")
    done = run(offers, "--profile", profile)
    assert (done.exit_code, done.stdout, len(done.stderr.splitlines())) == (2, "", 1)
    assert word in done.stderr


def test_a_file_that_is_not_there_is_one_line(tmp_path):
    done = run(tmp_path / "none.json")
    assert (done.exit_code, len(done.stderr.splitlines())) == (2, 1)


def test_nothing_to_recommend_needs_the_person(tmp_path):
    offers = tmp_path / "offers.json"
    offers.write_text('{"wanted": {"title": "SONY WH-1000XM5"}, "offers": []}', encoding="utf-8")
    done = run(offers, "--json")
    assert done.exit_code == 1
    assert json.loads(done.stdout)["buy"] == {
        "position": None,
        "why": "nothing_found",
        "text": "比べる商品がありません。商品のページか、商品の一覧を加えてください。",
    }


def test_of_no_offers_none_is_taken_for_the_wanted_one(tmp_path):
    offers = tmp_path / "offers.json"
    offers.write_text('{"offers": []}', encoding="utf-8")
    assert json.loads(run(offers, "--json").stdout)["problems"] == []


def test_bad_figures_are_named_each_in_a_line_and_never_bought(tmp_path):
    offers = tmp_path / "offers.json"
    usual = {"title": "ソニー WH-1000XM5 ブラック", "availability": "in_stock", "condition": "new", "shipping": 0}
    usual |= {"tax_included": True, "identifiers": {"jan": JAN}, "mall": "rakuten"}
    listed = [
        usual | {"price": 0, "seller": "零"},
        usual | {"price": {"amount": 1, "currency": "?"}, "seller": "貨"},
        usual | {"price": 40000, "seller": "見本"},
        usual | {"price": 40100, "seller": "見本", "mall": "yahoo_shopping", "points": 50000},
        usual | {"price": 40200, "seller": "券", "coupon": 50000},
        usual | {"price": 40300, "seller": "税", "mall": "somewhere", "tax_included": None},
        usual | {"price": 40400, "seller": "番", "identifiers": {"jan": "4548736132611"}},
    ]
    offers.write_text(json.dumps({"wanted": OFFERS["wanted"], "offers": listed}), encoding="utf-8")
    done = run(offers, "--lang", "ja")
    assert done.exit_code == 0
    assert done.stdout.splitlines()[0].startswith("楽天市場 / 見本 で買うのがよいです。実質39,637円")
    said = [line for line in done.stdout.splitlines() if line.startswith("   ! ")]
    for word in (
        "0円です",
        "通貨",
        "ポイントが値段",
        "クーポンが値段",
        "税込か税抜か",
        "検査数字",
        "楽天市場、Yahoo!ショッピング",
    ):
        assert any(word in line for line in said), word


def test_a_seller_who_cancelled_on_the_person_weighs_in_and_says_why(tmp_path, monkeypatch):
    monkeypatch.setenv("OKAWARI_DATA_DIR", str(tmp_path))
    offers = tmp_path / "offers.json"
    offers.write_text(json.dumps(OFFERS), encoding="utf-8")

    def ranked(lang="ja"):
        done = CliRunner().invoke(app, ["rank", str(offers), "--json", "--lang", lang], catch_exceptions=False)
        check("rank", json.loads(done.stdout))
        return {
            one["seller"]: one["risk"] for one in json.loads(done.stdout)["offers"] if one["title"].startswith("SONY")
        }

    before = ranked()["見本電機"]
    store = open_store(read_settings())
    for number in ("111111-20261101-0000000001", "111111-20261102-0000000002"):
        told = Told(
            merchant="rakuten",
            happened=Happened.CANCELLED_STOCKOUT,
            on=date(2026, 11, 3),
            seller="見本 電機",
            order=number,
        )
        remember_answers(store, facts_told(told), datetime(2026, 11, 3, tzinfo=UTC))
    after = ranked()["見本電機"]
    (ground,) = [one for one in after["grounds"] if one["code"] == "own_cancels"]
    assert (after["number"] - before["number"], "2回キャンセル" in ground["text"]) == (20, True)
    assert "2 times" in str(ranked("en"))


def test_the_reason_against_a_cheaper_offer_is_one_that_the_chosen_offer_does_not_share(tmp_path, monkeypatch):
    monkeypatch.setenv("OKAWARI_DATA_DIR", str(tmp_path))
    title, order = "見本のカメラ A-100", "250-1234567-1234567"
    listed = [
        {"mall": "amazon_jp", "seller": "森の店", "title": title, "price": 27000, "tax_included": True},
        {"mall": "amazon_jp", "seller": "川の店", "title": title, "price": 31000, "tax_included": True},
    ]
    offers = tmp_path / "offers.json"
    offers.write_text(json.dumps({"wanted": {"title": title}, "offers": listed}), encoding="utf-8")
    told = Told(
        merchant="amazon_jp", happened=Happened.CANCELLED_STOCKOUT, on=date(2026, 11, 3), seller="森の店", order=order
    )
    remember_answers(open_store(read_settings()), facts_told(told), datetime(2026, 11, 3, tzinfo=UTC))
    done = CliRunner().invoke(app, ["rank", str(offers)], catch_exceptions=False)
    assert "川の店 で買うのがよいです" in done.stdout
    assert "森の店 もありますが、選びませんでした。理由: 自分の記録では、この店に1回キャンセルされた。" in done.stdout


def test_several_files_are_one_list_and_the_profile_at_home_counts(files, tmp_path, monkeypatch):
    monkeypatch.setenv("OKAWARI_DATA_DIR", str(tmp_path))
    whole, code = document(files)
    first, second = tmp_path / "first.json", tmp_path / "second.json"
    first.write_text(json.dumps(OFFERS["offers"][:2]), encoding="utf-8")
    second.write_text(json.dumps(OFFERS | {"offers": OFFERS["offers"][2:]}), encoding="utf-8")
    (tmp_path / "profile.toml").write_text(PROFILE, encoding="utf-8")
    done = run(first, second, "--on", "2026-11-28", "--json")
    assert (json.loads(done.stdout), done.exit_code) == (whole, code)
    (tmp_path / "profile.toml").write_text("prefecture = 13", encoding="utf-8")
    broken = run(first, second, "--lang", "en")
    assert (broken.exit_code, len(broken.stderr.strip().splitlines())) == (2, 1)


def test_the_next_days_of_more_points_are_told_with_what_no_cart_holds(files):
    found, _ = document(files)
    assert [(one["mall"], one["on"], one["rule"]) for one in found["sale_days"]["days"]] == [
        ("rakuten", "2026-11-30", "PTS-RAK-5AND0-01")
    ]
    assert "取り置かれません" in found["sale_days"]["text"][-1]
    assert {"PTS-RAK-5AND0-01", "MKT-CART-01"} <= {rule["id"] for rule in found["rules"]}
    assert "取り置かれません" in run(files[0], "--on", "2026-11-28").stdout


MAIL = """From: <info@fril.jp>
Subject: new
Date: Fri, 27 Nov 2026 09:00:00 +0900
MIME-Version: 1.0
Content-Type: text/plain; charset=utf-8

商品名：ソニー WH-1000XM5 ブラック
価格：24,800円（送料込み）
商品の状態：新品、未使用
https://item.fril.jp/0123456789abcdef0123456789abcdef
"""


def test_a_flea_market_mail_stands_in_the_list(tmp_path):
    (tmp_path / "offers.json").write_text(json.dumps(OFFERS), encoding="utf-8")
    (tmp_path / "new.eml").write_text(MAIL, encoding="utf-8")
    done = CliRunner().invoke(app, ["rank", str(tmp_path / "offers.json"), str(tmp_path / "new.eml"), "--json"])
    listed = json.loads(done.stdout)["offers"]
    (one,) = [offer for offer in listed if offer["mall"] == "rakuma"]
    assert (one["effective"]["paid"]["amount"], one["group"]) == ("24800", "ranked")
    alone = CliRunner().invoke(app, ["rank", str(tmp_path / "new.eml"), "--for", "ソニー WH-1000XM4", "--lang", "en"])
    assert alone.exit_code == 1  # another model is never named to buy
    assert CliRunner().invoke(app, ["rank", "--lang", "en"]).exit_code == 2
    assert CliRunner().invoke(app, ["rank", "--mails", "--for", "WH-1000XM5", "--lang", "en"]).exit_code == 1


def test_a_shop_in_several_malls_is_known_by_the_malls_that_it_is_in_not_by_how_they_are_written(tmp_path):
    usual = {"title": "ソニー WH-1000XM5 ブラック", "price": 40000, "shipping": 0, "tax_included": True}
    listed = [
        usual | {"seller": "ひとつ", "mall": "rakuten"},
        usual | {"seller": "ひとつ", "mall": "楽天市場"},
        usual | {"seller": "ひとつ", "url": "https://item.rakuten.co.jp/hitotsu/xm5/"},
        usual | {"seller": "ひとつ"},
        usual | {"seller": "ふたつ", "mall": "rakuten"},
        usual | {"seller": "ふたつ", "url": "https://store.shopping.yahoo.co.jp/futatsu/xm5.html"},
    ]
    (tmp_path / "offers.json").write_text(json.dumps({"wanted": OFFERS["wanted"], "offers": listed}), encoding="utf-8")
    found = json.loads(run(tmp_path / "offers.json", "--json").stdout)["offers"]
    told = {
        one["position"]: [(why["code"], why["detail"]) for why in one["problems"] if why["code"] != "tax_flag_missing"]
        for one in found
    }
    two = [("shop_in_several_malls", "rakuten, yahoo_shopping")]
    assert told == {0: [], 1: [], 2: [], 3: [], 4: two, 5: two}
    assert {one["position"] for one in found if "stock_shared" in {why["code"] for why in one["risk"]["grounds"]}} == {
        4,
        5,
    }


def test_a_list_of_sellers_that_was_copied_stands_in_the_list(files, tmp_path):
    copied = tmp_path / "sellers.txt"
    copied.write_text(PASTED, encoding="utf-8")
    title = "ソニー WH-1000XM5 ブラック"
    done = run(files[0], copied, "--for", title, "--on", "2026-11-28", "--json")
    found = {one["seller"]: one for one in json.loads(done.stdout)["offers"]}
    assert {name: found[name]["effective"]["paid"]["amount"] for name in ("見本のお店", "見本でんき")} == {
        "見本のお店": "12800",
        "見本でんき": "13500",
    }
    assert "cancels_recent" in {why["code"] for why in found["遠くの見本"]["risk"]["grounds"]}
    assert {found[name]["mall"] for name in ("見本のお店", "遠くの見本")} == {"amazon_jp"}
    refused = run(copied, "--lang", "en")
    assert (refused.exit_code, refused.stdout) == (2, "")


def test_malls_of_one_name_abroad_and_flea_markets_are_themselves(tmp_path):
    usual = {"title": "WH-1000XM5", "seller": "見本", "price": 40000, "tax_included": True, "availability": "in_stock"}
    malls = {"Amazon UK": "overseas", "アメリカのAmazon": "overseas", "Amazon": "seller", "ヤフオク": "flea"}
    place = tmp_path / "offers.json"
    place.write_text(json.dumps([usual | {"mall": mall} for mall in malls]), encoding="utf-8")
    result = CliRunner().invoke(app, ["seller", str(place), "--json"])
    told = {one["mall"]: one["tier"] for one in json.loads(result.stdout)["sellers"]}
    assert told == {"amazon_uk": "overseas", "amazon_com": "overseas", "amazon_jp": "seller", "yahoo_auctions": "flea"}


def test_a_text_that_is_no_list_says_what_can_be_given(tmp_path):
    file = tmp_path / "copied.txt"
    file.write_text("検索結果\n44,800円 送料無料\n見本電機\n", encoding="utf-8")
    done = run(file, "--for", "見本の品")
    assert (done.exit_code, done.stdout, len(done.stderr.splitlines())) == (2, "", 1)
    assert "保存した商品ページ" in done.stderr
