"""Promises of delivery, as shops write them."""

from datetime import date

import pytest

from okawari.reading.page import read_page
from okawari.reading.page.delivery import promise_in, promise_line

SUNDAY = date(2026, 11, 29)


def days(text, seen_on=SUNDAY, is_holiday=lambda _: False):
    found = promise_in(text, seen_on, is_holiday)
    return found and (found.first, found.last, "ships" if found.ships else "arrives")


def on(month, day, year=2026):
    return date(year, month, day)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("3月5日にお届け", (on(3, 5, 2027), on(3, 5, 2027), "arrives")),
        ("今すぐのご注文で、11月30日(月)にお届けします", (on(11, 30), on(11, 30), "arrives")),
        ("1〜2か月以内に発送", (on(12, 29), on(1, 29, 2027), "ships")),
        ("１～２ヶ月以内に発送します", (on(12, 29), on(1, 29, 2027), "ships")),
        ("最短 11/30", (on(11, 30), None, "arrives")),
        ("最短12月1日出荷", (on(12, 1), None, "ships")),
        ("お届け予定日：12月5日〜12月8日", (on(12, 5), on(12, 8), "arrives")),
        ("お届け予定日 12月5日～8日", (on(12, 5), on(12, 8), "arrives")),
        ("12月28日～1月3日にお届け", (on(12, 28), on(1, 3, 2027), "arrives")),
        ("お届け：2027年3月5日", (on(3, 5, 2027), on(3, 5, 2027), "arrives")),
        ("12/5以降にお届け", (on(12, 5), None, "arrives")),
        ("12/5までにお届け", (None, on(12, 5), "arrives")),
        ("通常2~3営業日以内に発送", (on(12, 1), on(12, 2), "ships")),
        ("5営業日以内に出荷", (None, on(12, 4), "ships")),
        ("2週間程度でお届け", (on(12, 13), on(12, 13), "arrives")),
        ("3月上旬お届け予定", (on(3, 1, 2027), on(3, 10, 2027), "arrives")),
        ("2027年3月発送予定", (on(3, 1, 2027), on(3, 31, 2027), "ships")),
        ("明日中にお届け", (on(11, 30), on(11, 30), "arrives")),
        ("即日発送可", (on(11, 29), on(11, 29), "ships")),
    ],
)
def test_what_is_written_is_read_as_days(text, expected):
    assert days(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "11月20日にお届け",
        "11月30日に発送しました",
        "12/25までにお届けするには12/20までにご注文ください",
        "お届け日の指定はできません",
        "在庫切れの場合は2週間以内に発送",
        "30日以内の返品",
        "配送料 500円",
        "発送まで3日",
        "1~2か月",
        "入荷次第発送",
        "13/45にお届け",
        "2月30日にお届け",
        "12月8日〜12月5日にお届け",
        "",
    ],
)
def test_what_promises_no_day_to_come_stays_unknown(text):
    assert days(text) is None


def test_business_days_know_holidays_and_the_new_year_break():
    assert days("2営業日以内に発送", date(2026, 12, 28))[1] == date(2027, 1, 5)
    assert days("1営業日以内に発送", date(2026, 11, 20), lambda day: day == date(2026, 11, 23))[1] == date(2026, 11, 24)


def test_a_promise_that_nodes_part_is_put_together():
    assert promise_line(["水筒", "3,980円", "お届け予定", "12月5日(土)"]) == "お届け予定 12月5日(土)"
    assert promise_line(["3月5日", "にお届け"]) == "3月5日にお届け"
    assert promise_line(["送料無料", "配送について", "返品について"]) == ""


def page(*lines):
    body = "".join(f"<p>{line}</p>" for line in lines)
    return (
        f"<html><head><meta charset=utf-8><title>水筒 K-500W</title></head><body><h1>水筒 K-500W</h1>"
        f"<p class=price>3,980円</p>{body}<button>カートに入れる</button></body></html>"
    ).encode()


def test_a_page_tells_its_promise_and_its_sellers():
    offer = read_page(
        page("1〜2か月以内に発送します。", "販売元：森の文具", "出品者", "Kanda Store", "販売元 レビュー一覧")
    )
    assert offer.delivery == "1〜2か月以内に発送します。"
    assert offer.sellers == ("森の文具", "kanda store")
    assert (read_page(page("在庫あり")).delivery, read_page(page("在庫あり")).sellers) == (None, ())


def test_a_seller_whose_offer_is_gone_does_not_offer():
    offers = ",".join(
        f'{{"@type":"Offer","price":"3980","priceCurrency":"JPY","availability":"https://schema.org/{state}",'
        f'"seller":{{"@type":"Organization","name":"{name}"}}}}'
        for name, state in (("甲商店", "InStock"), ("乙商店", "OutOfStock"))
    )
    script = (
        '<script type="application/ld+json">{"@context":"https://schema.org","@type":"Product",'
        f'"name":"水筒 K-500W","offers":[{offers}]}}</script>'
    )
    assert read_page(page("在庫あり", script)).sellers == ("甲商店",)
