"""Offers from pages of shops that nobody has a layout for."""

import json
from decimal import Decimal

import pytest

from okawari.domain.money import Money
from okawari.domain.offer import Availability, PageKind
from okawari.reading.page import read_page

TITLE = "電気ケトル 0.8L ホワイト"
URL = "https://shop.example/item/kettle"


def page(body="", head="", title=TITLE, heading=None):
    heading = title if heading is None else heading
    return f'<!doctype html><html lang="ja"><head><meta charset="utf-8"><title>{title} | 星空商店</title>{head}</head><body><h1>{heading}</h1>{body}</body></html>'.encode()


def ld(value):
    written = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    return f'<script type="application/ld+json">{written}</script>'


def product(price="1980", stock="InStock", **more):
    offer = {"@type": "Offer", "price": price, "priceCurrency": "JPY", "availability": f"https://schema.org/{stock}"}
    return {"@context": "https://schema.org", "@type": "Product", "name": TITLE, "offers": offer} | more


def yen(amount):
    return Money(Decimal(amount), "JPY")


BUY = "<button>カートに入れる</button>"
SHOWN = '<p class="price">1,980円（税込）</p>'


@pytest.mark.parametrize(
    ("schema", "state"),
    [
        ("InStock", "in_stock"),
        ("LimitedAvailability", "low_stock"),
        ("PreOrder", "preorder"),
        ("PreSale", "preorder"),
        ("BackOrder", "backorder"),
        ("MadeToOrder", "made_to_order"),
        ("InStoreOnly", "store_only"),
        ("OutOfStock", "out_of_stock"),
        ("SoldOut", "out_of_stock"),
        ("Discontinued", "discontinued"),
        ("SomethingNew", "unknown"),
    ],
)
def test_every_state_of_schema_org(schema, state):
    assert read_page(page(head=ld(product(stock=schema)))).availability == state


@pytest.mark.parametrize(
    "word", ["in_stock", "//schema.org/InStock", "Instock", "http://schema.org/InStock/", "in stock"]
)
def test_availability_however_it_is_spelled(word):
    one = product()
    one["offers"]["availability"] = word
    assert read_page(page(head=ld(one))).availability is Availability.IN_STOCK


@pytest.mark.parametrize(
    "block",
    [
        "//<![CDATA[\n{}\n//]]>",
        "<!-- {} -->",
        "\ufeff{}",
        "/* offer */ {}",
        "{};",
        "[{}]",
        '{{"@context":"https://schema.org","@graph":[{{"@type":"WebSite","name":"x"}},{}]}}',
        '{} {{"more": 1}}',
    ],
)
def test_json_ld_however_it_is_wrapped(block):
    found = read_page(page(head=ld(block.format(json.dumps(product(), ensure_ascii=False)))))
    assert (found.price, found.availability) == (yen(1980), Availability.IN_STOCK)


@pytest.mark.parametrize(
    "broken",
    [
        lambda text: text.replace("\n }", ",\n }"),
        lambda text: text.replace(TITLE, f"{TITLE}\n(new)"),
        lambda text: text.replace(TITLE, f"{TITLE} 5\\'"),
        lambda text: text[:-1],
        lambda text: text.replace('"', "&quot;"),
    ],
)
def test_json_ld_is_repaired(broken):
    text = json.dumps(product(), ensure_ascii=False, indent=1)
    assert read_page(page(head=ld(broken(text)))).price == yen(1980)


def test_a_block_beyond_repair_costs_only_itself():
    assert read_page(page(head=ld("{bad json") + ld(product()))).price == yen(1980)


@pytest.mark.parametrize(
    "written", ["1980", 1980, 1980.0, "1,980", "¥1,980", "１，９８０円", ["1980"], {"@value": "1980"}]
)
def test_prices_of_odd_types(written):
    assert read_page(page(head=ld(product(price=written)))).price == yen(1980)


@pytest.mark.parametrize("written", ["0", 0, "9999999", "99999999", "", None, True, "N/A", "-5", "1e400", "NaN"])
def test_what_is_no_price(written):
    assert read_page(page(head=ld(product(price=written)))).price is None


def test_a_range_is_no_price():
    offers = {"@type": "AggregateOffer", "lowPrice": "980", "highPrice": "1980", "priceCurrency": "JPY"}
    assert read_page(page(head=ld(product(offers=offers)))).price is None
    assert read_page(page(head=ld(product(offers=offers | {"highPrice": 980})))).price == yen(980)


def test_the_variant_that_the_address_names():
    variants = [
        {
            "@type": "Product",
            "name": f"{TITLE} {n}",
            "sku": f"sku-{n}",
            "offers": {
                "@type": "Offer",
                "url": f"{URL}?v={n}",
                "price": n * 1000,
                "priceCurrency": "JPY",
                "availability": stock,
            },
        }
        for n, stock in ((1, "InStock"), (2, "OutOfStock"))
    ]
    group = {"@type": "ProductGroup", "name": TITLE, "url": URL, "hasVariant": variants}
    second = read_page(page(head=ld(group)), f"{URL}?v=2")
    assert (second.price, second.availability) == (yen(2000), Availability.OUT_OF_STOCK)
    neither = read_page(page(head=ld(group)), URL)
    assert (neither.price, neither.availability) == (None, Availability.UNKNOWN)


def test_the_offer_is_never_that_of_another_thing():
    other = product(price="500", name="別の商品 お手入れセット", url="https://shop.example/item/care")
    listed = {"@type": "ItemList", "itemListElement": [{"@type": "ListItem", "item": other}]}
    related = product(stock="OutOfStock", isRelatedTo=[other])
    found = read_page(page(head=ld(listed) + ld(other) + ld(related)), URL)
    assert (found.price, found.availability) == (yen(1980), Availability.OUT_OF_STOCK)


def test_microdata():
    body = '<div itemscope itemtype="http://schema.org/Product"><span itemprop="name">電気ケトル 0.8L ホワイト</span><div itemprop="offers" itemscope itemtype="http://schema.org/Offer"><span itemprop="price" content="1980">1,980円</span><meta itemprop="priceCurrency" content="JPY"><link itemprop="availability" href="http://schema.org/PreOrder"><meta itemprop="gtin13" content="4901234567894"></div></div>'
    found = read_page(page(body))
    assert (found.price, found.availability, found.identifiers[0].value) == (
        yen(1980),
        Availability.PREORDER,
        "4901234567894",
    )


def test_open_graph():
    head = '<meta property="og:title" content="電気ケトル 0.8L ホワイト"><meta property="product:price:amount" content="1980"><meta property="product:price:currency" content="JPY"><meta property="product:availability" content="oos">'
    found = read_page(page(head=head))
    assert (found.price, found.availability) == (yen(1980), Availability.OUT_OF_STOCK)


@pytest.mark.parametrize(
    ("words", "state"),
    [
        ("在庫あり", "in_stock"),
        ("在庫：○", "in_stock"),
        ("残りわずか", "low_stock"),
        ("残り３点", "low_stock"),
        ("ｶｰﾄに入れる前に: 在庫切れ", "out_of_stock"),
        ("現在在庫切れです", "out_of_stock"),
        ("สินค้าหมด", "out_of_stock"),
        ("売り切れました", "out_of_stock"),
        ("在庫がありません", "out_of_stock"),
        ("品切れ中", "out_of_stock"),
        ("ＳＯＬＤ　ＯＵＴ", "out_of_stock"),
        ("販売休止中です", "out_of_stock"),
        ("予約受付を終了しました", "out_of_stock"),
        ("販売を終了しました", "discontinued"),
        ("生産終了品", "discontinued"),
        ("入荷待ち", "backorder"),
        ("お取り寄せ", "backorder"),
        ("予約受付中", "preorder"),
        ("受注生産", "made_to_order"),
        ("店舗受け取りのみ", "store_only"),
        ("抽選販売の受付は終了しました", "out_of_stock"),
        ("この商品は販売期間が終了しました", "out_of_stock"),
        ("在庫数 0", "out_of_stock"),
        ("Join the waitlist", "out_of_stock"),
        ("店舗限定販売", "store_only"),
        ("Currently unavailable.", "out_of_stock"),
        ("In stock", "in_stock"),
        ("Only 3 left in stock", "low_stock"),
        ("Nicht auf Lager", "out_of_stock"),
        ("Rupture de stock", "out_of_stock"),
        ("Non disponibile", "out_of_stock"),
        ("Agotado", "out_of_stock"),
        ("Нет в наличии", "out_of_stock"),
        ("售完", "out_of_stock"),
    ],
)
def test_words_about_stock(words, state):
    assert read_page(page(SHOWN + f"<p>{words}</p>")).availability == state


@pytest.mark.parametrize(
    "words",
    [
        "在庫切れの場合はご容赦ください",
        "在庫切れの際はメールでご連絡します",
        "人気商品につき売り切れ必至！",
        "店舗の在庫を確認する",
        "We will email you if it is out of stock",
        "Is it sold out?",
        "画像はありません",
        "Image not available",
    ],
)
def test_words_that_state_nothing(words):
    assert read_page(page(SHOWN + f"<p>{words}</p>")).availability is Availability.UNKNOWN


def test_a_title_states_nothing():
    found = read_page(page(SHOWN + BUY, title="Tシャツ「在庫切れ 販売終了 ¥100」"))
    assert (found.price, found.availability) == (yen(1980), Availability.IN_STOCK)


def test_a_button_that_can_be_pressed_and_one_that_cannot():
    assert read_page(page(SHOWN + BUY)).availability is Availability.IN_STOCK
    assert read_page(page(SHOWN + "<button disabled>カートに入れる</button>")).availability is Availability.UNKNOWN
    assert read_page(page(SHOWN + "<button disabled>SOLD OUT</button>")).availability is Availability.OUT_OF_STOCK


def test_a_picture_tells_too():
    found = read_page(page(SHOWN + '<img src="x.gif" alt="SOLD OUT">'))
    assert found.availability is Availability.OUT_OF_STOCK
    assert [ground.text for ground in found.why if ground.fact == "availability"] == ["sold out"]


@pytest.mark.parametrize("opening", ['<section class="recommend">', "<div><h2>おすすめ商品</h2>"])
def test_what_stands_before_the_product_is_not_its_offer(opening):
    other = f'{opening}<p class="price">500円</p>{BUY}</div></section>'.encode()
    found = read_page(page(SHOWN + "<p>品切れ</p>").replace(b"<h1>", other + b"<h1>"))
    assert (found.price, found.availability) == (yen(1980), Availability.OUT_OF_STOCK)


@pytest.mark.parametrize(
    ("markup", "body", "state"),
    [
        ("InStock", "<p>在庫切れ</p>", "out_of_stock"),
        ("InStock", f"<p>在庫切れ</p>{BUY}", "unknown"),
        ("OutOfStock", f"<p>在庫あり</p>{BUY}", "unknown"),
        ("OutOfStock", "<p>在庫切れ</p>", "out_of_stock"),
        ("InStock", "<p>予約受付中</p>", "preorder"),
    ],
)
def test_markup_that_the_page_contradicts(markup, body, state):
    assert read_page(page(SHOWN + body, ld(product(stock=markup)))).availability == state


def test_a_price_that_the_page_contradicts():
    found = read_page(page('<p class="price">2,980円</p>' + BUY, ld(product())))
    assert found.price == yen(2980)
    assert found.why[0].rule == "shown"


@pytest.mark.parametrize(
    ("shown", "amount"),
    [
        ("１万２，８００円", 12800),
        ("￥12,800（税込）", 12800),
        ("税抜 11,636円 / 税込 12,800円", 12800),
        ("12,800円〜", None),
        ("128ポイント", None),
        ("送料 550円", None),
    ],
)
def test_yen_as_written(shown, amount):
    assert read_page(page(f'<p class="price">{shown}</p>{BUY}')).price == (amount and yen(amount))


def test_an_open_price_is_none_whatever_the_markup_says():
    assert read_page(page('<p class="price">1,980円（税込）〜</p>' + BUY, ld(product()))).price is None


@pytest.mark.parametrize(
    "shown",
    [
        "1,980円（税抜） 2,178円（税込）",
        "1,980円(税込2,178円)",
        "￥1,980 （税込 ￥2,178）",
        "本体価格 1,980円＋税（税込2,178円）",
        "税抜価格：1,980円 税込価格：2,178円",
        "<span>税込</span><b>2,178</b><span>円</span><span>（</span><span>税抜</span><b>1,980</b><span>円</span><span>）</span>",
        "<b>1,980</b><span>円</span><span>(税別)</span><p>税込 2,178円</p><p>送料（税込）2,200円</p>",
    ],
)
@pytest.mark.parametrize("more", ["", '<meta property="product:price:amount" content="2178">'])
def test_the_price_with_tax_counts_where_the_markup_tells_the_one_without(shown, more):
    found = read_page(page(f"<div>{shown}</div>{BUY}", ld(product()) + more))
    assert found.price == yen(2178)
    assert [one.rule for one in found.why if one.fact == "price"] == ["with_tax", "json_ld"]
    assert "2,178" in found.why[0].text
    assert found.why[1].text == "1980 JPY"


@pytest.mark.parametrize(
    "shown",
    [
        "1,980円（税抜）",
        "1,980円（税込）",
        "1,980円（税込・税抜1,800円）",
        "1,980円（税抜） 手提げ袋つき 4,980円（税込）",
        "1,980円（税抜） 2,178円（税込） 2,280円（税込）",
        "1,980円（税抜） 送料 2,178円（税込）",
    ],
)
def test_the_price_in_the_markup_counts_where_no_other_is_surely_it_with_tax(shown):
    assert read_page(page(f"<div>{shown}</div>{BUY}", ld(product()))).price == yen(1980)


@pytest.mark.parametrize(
    ("shown", "holds"),
    [
        ("1,980円（税抜）", False),
        ("1,980円＋税", False),
        ("本体価格 1,980円", False),
        ("<b>1,980円</b><p>（税別）</p>", False),
        ("1,980円（税込）", True),
        ("1,980円（税込・税抜1,800円）", True),
        ("1,980円（税抜） 2,178円（税込） 2,280円（税込）", False),
        ("1,980円", None),
        ("1,980円 送料550円（税込）", None),
        ("1,980円（税抜）<hr>1,980円（税込）", None),
    ],
)
@pytest.mark.parametrize("markup", [ld(product()), ""])
def test_whether_a_price_holds_the_tax_is_told_as_the_page_shows_it(shown, holds, markup):
    found = read_page(page(f"<div class=price>{shown}</div>{BUY}", markup))
    if found.price == yen(1980):
        assert found.tax_included is holds
    else:
        assert not markup
    without = [one.text for one in found.why if one.rule == "without_tax"]
    assert bool(without) <= (found.tax_included is False)


def test_a_price_shown_without_tax_counts_with_it():
    body = '<p class="price">1,980円（税抜）</p><p>2,178円（税込）</p>'
    assert read_page(page(body + BUY)).price == yen(2178)


@pytest.mark.parametrize("shown", ["3,300円 40%OFF 1,980円", "<s>3,300円</s> 40%OFF <b>1,980円</b>"])
def test_a_price_brought_down_by_a_percent_is_the_one_that_it_leaves(shown):
    assert read_page(page(f'<p class="price">{shown}</p>{BUY}')).price == yen(1980)


def test_a_former_price_is_not_the_price():
    body = '<div><del class="price">3,980円</del><span class="price price-old">2,980円</span><span class="price">1,980円</span></div>'
    assert read_page(page(body + BUY)).price == yen(1980)


@pytest.mark.parametrize(
    ("title", "body", "kind"),
    [
        ("Robot Check", "<p>Enter the characters you see below</p>", "captcha"),
        ("星空商店", "<p>続けるには、私はロボットではありませんにチェックしてください</p>", "captcha"),
        ("私はロボットではありません", f"<p>画像の文字を入力してください</p><p>在庫あり</p>{BUY}", "captcha"),
        ("星空商店", "<p>ただいまアクセスが集中しております。順番にご案内します。</p>", "queue"),
        ("ログイン", '<form><input type="password"></form>', "login"),
        ("年齢確認", "<p>あなたは20歳以上ですか</p><button>はい</button>", "consent"),
        ("お探しのページは見つかりません", f"<p class='price'>500円</p><p>在庫あり</p>{BUY}", "not_found"),
        ("404 Not Found", "", "not_found"),
        ("メンテナンス中", "<p>ただいまメンテナンスを行っています。</p>", "maintenance"),
        ("「ケトル」の検索結果", SHOWN + BUY, "listing"),
    ],
)
def test_other_pages_say_nothing_of_stock(title, body, kind):
    found = read_page(page(body, title=title))
    assert (found.page_kind, found.price, found.availability) == (kind, None, Availability.UNKNOWN)
    assert found.why[0].fact == "page_kind"


def test_a_list_of_goods_has_no_price():
    goods = "".join(f'<div><p class="price">{n}80円</p><button>カートに入れる</button></div>' for n in range(10, 18))
    found = read_page(page(goods, title="ケトル一覧"))
    assert (found.price, found.availability, found.page_kind) == (None, Availability.UNKNOWN, PageKind.LISTING)


@pytest.mark.parametrize("charset", ["shift_jis", "euc-jp", "iso-2022-jp", "utf-8", "utf-16"])
def test_every_character_set(charset):
    raw = page(SHOWN + "<p>在庫切れ</p>").decode().replace('charset="utf-8"', f'charset="{charset}"').encode(charset)
    found = read_page(raw)
    assert (found.title, found.price, found.availability) == (TITLE, yen(1980), Availability.OUT_OF_STOCK)


def test_a_wrong_and_a_missing_charset():
    sjis = page(SHOWN + "<p>在庫切れ</p>").decode().encode("shift_jis")
    assert read_page(sjis).title == TITLE
    assert read_page(sjis.replace(b'<meta charset="utf-8">', b"")).title == TITLE
    assert read_page(sjis.replace(b'<meta charset="utf-8">', b""), charset="Shift_JIS").title == TITLE


def test_grounds_name_what_was_read():
    found = read_page(page(SHOWN + "<p>在庫あり</p>", ld(product())))
    assert {(ground.fact, ground.rule) for ground in found.why} == {
        ("price", "json_ld"),
        ("availability", "json_ld"),
        ("availability", "text"),
    }


@pytest.mark.parametrize("raw", [b"", b"<", b"\0\0\0", b"<html>", b"\xff\xfe", b"%PDF-1.7", "こんにちは".encode()])
def test_what_is_no_page(raw):
    found = read_page(raw)
    assert (found.price, found.availability) == (None, Availability.UNKNOWN)


def test_nothing_that_steers_a_terminal_is_told():
    told = product() | {"name": "a\x1b[31m\u202eb"}
    told["offers"] |= {"seller": {"name": "\x1b[32m見本\u2066の店"}}
    found = read_page(page(SHOWN + BUY, ld(told), heading="&#27;[31m電気&#8238;ケトル"), URL)
    texts = (found.title, found.seller, *found.sellers, *(one.text for one in found.why))
    assert "見本" in found.seller
    assert not set("\x1b\u202e\u2066") & set("".join(texts))


def used(condition="Used"):
    told = product()
    told["offers"]["itemCondition"] = f"https://schema.org/{condition}Condition"
    return ld(told)


AT_AMAZON = (
    '<span id="productTitle">電気ケトル</span><div id="outOfStock">在庫切れ</div><div id="usedOnlyBuybox">中古</div>'
)


@pytest.mark.parametrize(
    ("body", "head", "url", "grade"),
    [
        ("<p>状態：中古 - 非常に良い</p>", used(), URL, "very_good"),
        ("<p>状態：良い</p><p>状態：可</p>", used(), URL, None),
        ("<p>状態：良い</p>", used("New"), URL, None),
        (f"<p>状態：良い</p>{AT_AMAZON}", "", "https://www.amazon.co.jp/dp/B000000001", "good"),
    ],
)
def test_a_used_thing_is_graded_by_one_label_near_its_title(body, head, url, grade):
    assert read_page(page(body, head), url).grade == grade
