"""Pages without markup for machines: what a person reads there is what counts."""

from decimal import Decimal
from time import process_time

import pytest

from okawari.domain.offer import Availability, PageKind
from okawari.reading.page import read_page

TITLE = "折りたたみ踏み台 A-100 ブラック"
BUY = "<button>カートに入れる</button>"
PRICE = "<p>3,300円（税込）</p>"


def read(body, title=TITLE):
    html = f"""<!doctype html><html lang="ja"><head><meta charset="utf-8"><title>{title} | 星空商店</title></head><body>
<header><a href="/cart">カートを見る</a></header><h1>{title}</h1>{body}
<footer>全国一律550円 5,000円以上で送料無料</footer></body></html>"""
    return read_page(html.encode())


def amount(offer):
    return offer.price.amount if offer.price else None


@pytest.mark.parametrize(
    ("body", "paid"),
    [
        ("<p>希望小売価格 5,500円（税込）</p><p>販売価格 3,850円（税込）</p>", 3850),
        ("<p>参考価格：¥5,500</p><p>価格：¥3,850</p>", 3850),
        ("<p>通常価格 5,500円</p><p>セール価格 3,850円（税込）</p>", 3850),
        ("<table><tr><th>定価</th><td>5,500円(税込)</td></tr><tr><th>販売価格</th><td>3,850円(税込)</td></tr></table>", 3850),
        ("<p>定価 1,650円（税込）</p>", 1650),
        ("<p>会員価格 3,000円（税込）</p><p>通常価格 3,300円（税込）</p>", 3300),
        ('<p class="price-a">会員価格 3,000円（税込）</p><p class="price">3,300円（税込）</p>', 3300),
        ('<dl><dt>会員特価</dt><dd class="price">3,000円</dd><dt>販売価格</dt><dd class="price">3,300円</dd></dl>', 3300),
        ("<p>定期初回 980円（税込）</p><p>通常購入 2,980円（税込）</p>", 2980),
        ("<p>買取価格 1,000円</p><p>販売価格 3,300円</p>", 3300),
        ("<p>延長保証 550円</p><p>3,300円（税込）</p>", 3300),
        ("<p>価格 1.5万円</p>", 15000),
        ("<p>￥</p><p>3,300</p>", 3300),
        ("<p>3,300</p><p>円（税込）</p>", 3300),
        ("<p>¥3,300 (税込) 送料込み</p>", 3300),
        ("<p>9,999,999円（税込）</p>", None),
        ('<p class="price">9,999,999円（税込）</p>', None),
        ("<p>会員価格 3,000円（税込）</p>", None),
    ],
)  # fmt: skip
def test_the_price_that_everybody_pays(body, paid):
    assert amount(read(body + BUY)) == (None if paid is None else Decimal(paid))


@pytest.mark.parametrize(
    ("words", "state"),
    [
        ("在庫あり", "in_stock"),
        ("在庫：○", "in_stock"),
        ("在庫状況：あり", "in_stock"),
        ("在庫</p><p>あり", "in_stock"),
        ("在庫状況</p><p>○", "in_stock"),
        ("在庫</p><p>なし", "out_of_stock"),
        ("在庫の有無：</p><p>×", "out_of_stock"),
        ("在庫状況：なし", "out_of_stock"),
        ("入荷時期未定", "out_of_stock"),
        ("この商品は現在お取り扱いできません", "out_of_stock"),
        ("残り0点", "out_of_stock"),
        ("残り10点", "low_stock"),
        ("受注を一時停止しております", "out_of_stock"),
        ("現在ご注文を承っておりません", "out_of_stock"),
        ("Notify me when available", "out_of_stock"),
        ("オンライン在庫：なし</p><p>店舗在庫：渋谷店 在庫あり", "out_of_stock"),
        ("12月上旬入荷予定", "backorder"),
        ("ご予約承り中", "preorder"),
        ("こちらの商品は終売となりました", "discontinued"),
        ("在庫：△", "low_stock"),
        ("在庫切れ", "out_of_stock"),
        ("在庫：×", "out_of_stock"),
        ("予約受付を終了しました", "out_of_stock"),
        ("販売開始前です", "out_of_stock"),
        ("販売を終了しました", "discontinued"),
        ("店頭販売のみの商品です。", "store_only"),
        ("オンラインショップでの販売は行っておりません", "store_only"),
        ("この商品は店舗でのみご購入いただけます", "store_only"),
    ],
)
def test_price_and_stock_without_a_button(words, state):
    found = read(f"{PRICE}<p>{words}</p>")
    assert (found.page_kind, found.availability, amount(found)) == (PageKind.PRODUCT, state, Decimal(3300))


@pytest.mark.parametrize(
    "body",
    [
        "<p>先日、3,300円（税込）で買いました。Amazonでは在庫切れでしたが、楽天では在庫あり。</p>",
        "<p>価格は39,800円（税込）と発表されました。</p><p>予約受付中</p>",
        "<p>全国一律 550円（税込）です。</p>",
        "<p>店舗在庫：渋谷店 在庫あり</p>",
    ],
)
def test_text_that_speaks_of_prices_names_none(body):
    found = read(body + "<p>軽さと強さを両立させました。長くお使いいただけます。</p>" * 5)
    assert found.price is None
    assert not found.availability.is_at_hand


@pytest.mark.parametrize(
    ("choices", "state"),
    [
        ("<select><option>選択してください</option><option>S（在庫なし）</option><option>M（在庫なし）</option></select>", "out_of_stock"),
        ("<select><option value=1>Sサイズ 売り切れ</option><option value=2>Mサイズ ×</option></select>", "out_of_stock"),
        ("<select><option>S（在庫なし）</option><option>M</option></select>", "in_stock"),
        ("<select><option>1</option><option>2</option></select>", "in_stock"),
        ("<select><option>北海道</option><option>青森県</option></select>", "in_stock"),
        ("<select></select>", "in_stock"),
        ("<table><tr><th></th><th>S</th><th>M</th></tr><tr><th>黒</th><td>×</td><td>×</td></tr></table>", "out_of_stock"),
        ("<table><tr><th></th><th>S</th><th>M</th></tr><tr><th>黒</th><td>×</td><td>○</td></tr></table>", "in_stock"),
        ("<table><tr><td>×</td></tr></table><table><tr><td>○</td></tr></table>", "in_stock"),
        ("<table><tr><th>サイズ</th><td>20×10×5cm</td></tr></table>", "in_stock"),
        ("<p>×</p>", "in_stock"),
    ],
)  # fmt: skip
def test_a_choice_of_which_nothing_is_left(choices, state):
    found = read(PRICE + choices + BUY)
    assert (found.availability, amount(found)) == (state, Decimal(3300))
    assert any(one.rule == "choices" for one in found.why) is (state == "out_of_stock")


def test_a_choice_of_which_nothing_is_left_where_the_page_says_otherwise():
    found = read(f"{PRICE}<p>在庫あり</p><select><option>S（在庫なし）</option></select>{BUY}")
    assert found.availability is Availability.UNKNOWN


@pytest.mark.parametrize(
    "button",
    [
        '<a href="/c?x=1">カートに入れる</a>',
        '<a href="/c?x=1"><img src="x" alt="カートに入れる"></a>',
        '<input type="image" alt="買い物かごに入れる">',
        "<button>お買い物カゴへ</button>",
    ],
)
def test_a_button_of_any_make(button):
    assert read(PRICE + button).availability is Availability.IN_STOCK


@pytest.mark.parametrize("title", ["ショッピングカート", "ご注文履歴", "お気に入り", "Shopping cart"])
def test_a_cart_and_the_like_are_lists(title):
    found = read(f"<p>{TITLE}</p>{PRICE}<p>在庫あり</p><button>レジに進む</button>", title)
    assert (found.page_kind, found.price) == (PageKind.LISTING, None)


@pytest.mark.parametrize(
    ("lines", "seller"),
    [
        ("<p>販売元：海の雑貨</p>", "海の雑貨"),
        ("<dl><dt>出品者</dt><dd>海の雑貨</dd></dl>", "海の雑貨"),
        ("<p>販売元：海の雑貨</p><p>出品者：森の文具</p>", None),
        ("<p>販売元について</p>", None),
    ],
)
def test_who_sells_where_the_page_names_one_alone(lines, seller):
    found = read(f"{PRICE}{lines}<p>在庫あり</p>{BUY}")
    assert found.seller == seller
    assert [one.text for one in found.why if one.fact == "seller"] == ([seller] if seller else [])


@pytest.mark.parametrize(
    "line", ["¥1" + "," * 70 + "x", "1円-" * 20 + "x", "1," * 38 + "x", "会員" * 38 + "1", "税込1" * 20]
)
def test_what_a_price_is_called_takes_no_time_to_tell(line):
    began = process_time()
    read(f"<p>{line}</p><p>在庫あり</p><select><option>{' x' * 3000}</option></select>")
    assert process_time() - began < 2


@pytest.mark.parametrize(
    ("shown", "place"),
    [
        ('<p class="stock now">在庫切れ</p>', "p.stock"),
        ("<p id=state>在庫切れ</p>", "p#state"),
        ('<div class="a"><span class="b">店頭</span><br>在庫切れ</div>', "div.a"),
        ('<div class="a"><b>×</b> 在庫切れ</div>', "div.a"),
        ('<dl><dt>在庫状況</dt><dd class="c">なし</dd></dl>', "dt"),
        ('<a href=x><img class="s" src=y alt="在庫切れ"></a>', "img.s"),
        ('<div class="a"><picture><source srcset=x><img src=y></picture>在庫切れ</div>', "div.a"),
        ("<p>在庫&#20999;れ</p>", "near the title"),
        ("<p>" + "<i></i>" * 60 + "在庫切れ</p>", "near the title"),
    ],
)  # fmt: skip
def test_grounds_name_the_element_that_says_so(shown, place):
    found = read(PRICE + shown)
    assert found.availability is Availability.OUT_OF_STOCK
    assert [one.node for one in found.why if one.fact == "availability"] == [place]


def test_many_elements_without_an_end_are_no_deep_nest():
    page = f"<title>{TITLE}</title><body>{'<wbr>' * 6000}<p>{TITLE}</p>{PRICE}{BUY}"
    assert read_page(page.encode()).price.amount == 3300


@pytest.mark.parametrize(
    ("choices", "state"),
    [
        ("<li>S</li><li>M <span>SOLD OUT</span></li><li>L</li>", "in_stock"),
        ("<li>S 在庫あり</li><li>M SOLD OUT</li>", "in_stock"),
        ("<li>S</li><li>M（売り切れ）</li><li>L</li>", "in_stock"),
        ("<li>ブラック／M：在庫なし</li><li>ブラック／L：在庫あり</li>", "in_stock"),
        ("<tr><th>23.0cm</th><td>○</td></tr><tr><th>24.0cm</th><td>SOLD OUT</td></tr>", "in_stock"),
        # Said of the whole thing, of all choices, or of nobody knows what, a button beside it contradicts it.
        ("<li>SOLD OUT</li>", "unknown"),
        ("<li>S</li><li>M</li><li>L</li><li>SOLD OUT</li>", "unknown"),
        ("<li>M 完売</li><li>L 完売</li>", "unknown"),
        ("<li>M 完売</li>", "unknown"),
        ("<li>サイズ: M</li><li>SOLD OUT</li><li>L</li>", "unknown"),
        ("<li>S</li><li>モデルはMを着用</li><li>SOLD OUT</li>", "unknown"),
        ("<li>S</li><li>M SOLD OUT</li><li>L</li><li>この商品は完売しました</li>", "unknown"),
    ],
)
def test_a_choice_that_is_gone_says_nothing_of_those_beside_it(choices, state):
    tag = "table" if "<tr>" in choices else "ul"
    assert read(f"{PRICE}<{tag}>{choices}</{tag}>{BUY}").availability == state
    assert read(f"{PRICE}<{tag}>{choices}</{tag}>").availability != "in_stock" or "在庫あり" in choices


def test_choices_without_end_take_no_time():
    began = process_time()
    read(PRICE + "<p>SOLD OUT</p>" + "<p>S</p><p>M SOLD OUT</p>" * 3000 + "<p>" + "S " * 20000 + "</p>")
    assert process_time() - began < 2
