"""Listings in mails of saved searches. No such mail is public: the layouts below are our own, and must be read or left open."""

from datetime import date
from email.message import EmailMessage

import pytest

from okawari.domain.candidate import Condition
from okawari.domain.offer import Availability
from okawari.reading.listings import listings_in
from okawari.reading.mail.parse import parse_mail
from okawari.sources.saved_searches import listing_sites

A, B = "https://jp.mercari.com/item/m81198341639", "https://jp.mercari.com/item/m81198341640"


def mail(html="", text="", sender="no-reply@mercari.jp"):
    made = EmailMessage()
    made["From"], made["Subject"], made["Date"] = sender, "新着", "Fri, 27 Nov 2026 09:00:00 +0900"
    made.set_content(text or "HTMLメールです")
    if html:
        made.add_alternative(html, subtype="html")
    return parse_mail(made.as_bytes(), "x.eml")


def told(*given, **named):
    return [
        (one.title, one.price and int(one.price.amount), one.url)
        for one in listings_in(mail(*given, **named), listing_sites())
    ]


def test_a_tile_that_is_one_link_gives_its_title_and_price():
    tile = '<a href="{}?utm_source=mail"><img alt="商品画像"><div>{}</div><div>¥{}</div></a>'
    html = (
        "<p>保存した検索条件の新着</p>"
        + tile.format(A, "WH-1000XM5 ブラック", "24,800")
        + tile.format(B, "WH-1000XM5 銀", "9,000")
    )
    assert told(html) == [("WH-1000XM5 ブラック", 24800, A), ("WH-1000XM5 銀", 9000, B)]


def test_prices_below_linked_titles_count_with_what_is_said_beside_them():
    row = "<tr><td><a href='{}'>{}</a></td></tr><tr><td>{}</td></tr><tr><td>{}</td></tr>"
    html = (
        "<table>"
        + row.format(A, "キャンセル ¥100 Tシャツ", "2,800円", "目立った傷や汚れなし")
        + row.format(B, "青い皿", "3,000円 送料込み", "売り切れ")
        + "</table>"
    )
    one, two = listings_in(mail(html), listing_sites())
    assert (one.title, int(one.price.amount), one.condition) == ("キャンセル ¥100 Tシャツ", 2800, Condition.VERY_GOOD)
    assert one.seen_on == date(2026, 11, 27)
    assert one.mall == "mercari"
    assert one.availability is Availability.UNKNOWN
    assert two.availability is Availability.OUT_OF_STOCK


def test_a_layout_that_could_give_a_price_to_its_neighbour_gives_none():
    row = "<p>{}</p><p><a href='{}'>{}</a></p>"
    html = row.format("¥2,800", A, "赤い皿") + row.format("¥9,000", B, "青い皿")
    assert told(html) == [("赤い皿", None, A), ("青い皿", None, B)]


def test_of_an_auction_only_the_price_to_buy_at_counts():
    row = "<div><a href='https://page.auctions.yahoo.co.jp/jp/auction/x{}'>{}</a></div><div>現在 {}円</div>{}"
    html = row.format("1234567890", "赤い皿", "1", "<div>即決 4,000円</div>") + row.format(
        "1234567891", "青い皿", "500", ""
    )
    one, two = listings_in(mail(html, sender="auction-master@mail.yahoo.co.jp"), listing_sites())
    assert (one.mall, int(one.price.amount), one.url) == (
        "yahoo_auctions",
        4000,
        "https://auctions.yahoo.co.jp/jp/auction/x1234567890",
    )
    assert (two.price, [problem.code for problem in two.problems]) == (None, ["listing_bid"])


@pytest.mark.parametrize(
    "address",
    [
        "https://jp.mercari.com.evil.example/item/m81198341639",
        "https://evil.example/?u=https://jp.mercari.com/item/m81198341639",
        "https://jp.mercari.com@evil.example/item/m81198341639",
        "https://jp.mercari.com:8443/item/m81198341639",
        "https://jp.mercari.com/transaction/m81198341639",
        "javascript:location='https://jp.mercari.com/item/m81198341639'",
    ],
)
def test_a_link_that_leads_elsewhere_is_no_listing(address):
    assert told(f"<a href='{address}'>赤い皿</a><p>100円</p>") == []


def test_plain_text_is_read_by_its_paragraphs():
    text = f"""新着が2件あります

商品名：赤い皿
価格：¥2,800（送料込み）
商品の状態：新品、未使用
{A}

青い皿
3,200円

{B}

クーポン 500円OFF
https://jp.mercari.com/mypage
"""
    one, two = listings_in(mail(text=text), listing_sites())
    assert (one.title, one.condition, two.title) == ("赤い皿", Condition.NEW, "青い皿")
    assert (int(two.price.amount), two.url) == (3200, B)
    assert told(text=f"{A}\n{B}") == []


def test_a_mail_full_of_links_is_read_in_no_time():
    html = "".join(f"<a href='https://jp.mercari.com/item/m{10**10 + n}'>皿</a><br>" for n in range(5000))
    assert len(listings_in(mail(html), listing_sites())) <= 100
