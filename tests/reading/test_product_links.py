"""Which links of a mail are an item's own product page: nothing else of a mail is ever looked at."""

import pytest

from okawari.domain.mail import Link, Mail
from okawari.domain.message import Item
from okawari.reading.links import link_host
from okawari.reading.product_links import product_links

BOTTLE = Item(title="真空断熱 水筒 500ml ブルー")
PAGE = "https://item.rakuten.co.jp/mori-bungu/bottle-500"
OWN = ("rakuten.co.jp",)


def mail(text="", *links):
    told = tuple(Link(href, link_host(href), shown) for href, shown in links)
    return Mail(file="a.eml", sha256="0", text=text, links=told)


def test_a_link_that_bears_the_title_is_the_items_page_without_its_query():
    assert product_links(mail("", (f"{PAGE}/?mid=hanako&s=1#top", BOTTLE.title)), BOTTLE, OWN) == (f"{PAGE}/",)


@pytest.mark.parametrize(
    "above",
    [
        BOTTLE.title,
        f"・「{BOTTLE.title}」",
        f"商品名：{BOTTLE.title}",
        f"{BOTTLE.title}(bottle-500-b)\n価格  1,980(円) x 1(個) = 1,980(円)",
    ],
)
def test_an_address_below_the_title_is_the_items_page(above):
    assert product_links(mail(f"ご注文の商品\n{above}\n{PAGE}\n"), BOTTLE, OWN) == (PAGE,)


def test_an_address_that_holds_the_items_number_is_its_page():
    book = Item(title="旅の本", identifiers=(("isbn", "9784000000014"),))
    url = "https://7net.omni7.jp/detail/9784000000014"
    assert product_links(mail(f"こちら {url}"), book, ("omni7.jp",)) == (url,)
    assert product_links(mail("こちら https://7net.omni7.jp/detail/9784000000021"), book, ("omni7.jp",)) == ()


@pytest.mark.parametrize(
    ("href", "shown"),
    [
        ("https://item.rakuten.co.jp/mori-bungu/cover-500", "真空断熱 水筒 500ml ブルー 専用カバー"),
        (PAGE, "この商品を買った人はこちらも"),
        ("https://order.my.rakuten.co.jp/cancel/1", BOTTLE.title),
        ("https://www.rakuten.co.jp/mori-bungu/", BOTTLE.title),
        ("https://item.rakuten.co.jp.evil.example/mori-bungu/bottle-500", BOTTLE.title),
        ("https://item.rakuten.co.jp@evil.example/mori-bungu/bottle-500", BOTTLE.title),
        ("https://item.rakuten.co.jp:8443/mori-bungu/bottle-500", BOTTLE.title),
        ("https://store.shopping.yahoo.co.jp/mori/bottle.html", BOTTLE.title),
        ("javascript:alert(1)", BOTTLE.title),
        ("https://[item.rakuten.co.jp/a/b", BOTTLE.title),
        (f"https://www.google.com/url?q={PAGE}", BOTTLE.title),
    ],
)
def test_no_other_link_is(href, shown):
    assert product_links(mail("", (href, shown)), BOTTLE, OWN) == ()


def test_an_address_below_another_thing_is_not():
    text = f"{BOTTLE.title}\n{PAGE}\n\nおすすめ\n水筒カバー\nhttps://item.rakuten.co.jp/mori-bungu/cover\n"
    assert product_links(mail(text), BOTTLE, OWN) == (PAGE,)
    far = "\n".join([BOTTLE.title, *["…"] * 9, PAGE])
    assert product_links(mail(far), BOTTLE, OWN) == ()
