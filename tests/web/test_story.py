"""The picture of a case: on its own page and on the page of money."""

import re

import pytest

from tests.mails import order_mail, order_number

CASE = f"/cases/amazon_jp/{order_number(1)}"
SVG = re.compile(r'<svg class="bar".*?aria-label="([^"]*)">(.*?)</svg>', re.DOTALL)


@pytest.fixture
def kept(browser):
    mails = [("mails", (f"{number}.eml", order_mail(1, cancelled=bool(number)))) for number in range(2)]
    browser.post("/mails", files=mails)
    browser.post(CASE, data={"answer": "paid", "method1": "credit_card", "captured": "yes"})
    return browser


def picture(page):
    return next((said, drawn) for said, drawn in SVG.findall(page) if "注文" in said)


@pytest.mark.parametrize("address", [CASE, "/money"])
def test_days_are_drawn_in_their_order_and_told_in_words(kept, address):
    said, drawn = picture(kept.get(address).text)
    days = [said.index(word) for word in ("注文", "キャンセル", "今日", "遅れとみなす日", "お金が戻る見込み")]
    assert days == sorted(days)
    assert drawn.count('class="bar__event"') == 2
    places = [float(x) for x in re.findall(r'c?x1?="([\d.]+)%"[^>]*><title>', drawn)]
    assert places == sorted(places)
    assert all(2 <= x <= 98 for x in places)
    assert 'class="bar__range"' in drawn


def test_what_is_back_has_no_window_any_more(kept):
    kept.post(CASE, data={"answer": "seen"})
    said, drawn = picture(kept.get(CASE).text)
    assert "お金が戻る見込み" not in said
    assert 'class="bar__range"' not in drawn
