"""Every answer that the five questions allow leads to a page without a bare code, in both languages."""

import pytest

from okawari.domain.told import Happened
from okawari.services.shops import known_merchants
from okawari.web.payment_form import choices
from okawari.web.routes.ask import OTHER_SHOP, SHOPS
from okawari.web.words import Words
from tests.web.conftest import NOW
from tests.web.markup import Page

pytestmark = pytest.mark.slow

WAYS = [value for _, options in choices(Words("ja", NOW.date(), known_merchants())).methods for value, _ in options]
ANSWERS = {"sold_by": "seller", "seller": "森の文具", "on": "2026-11-20", "total": "3980", "item": "水筒 K-500W"}


def faults(browser, **answers):
    page = browser.post("/ask", data=ANSWERS | answers)
    assert page.status_code == 200
    found = Page(page.text).faults
    browser.cookies.set("okawari_language", "en")
    found += Page(browser.get(page.url.path).text).faults
    browser.cookies.clear()
    return found


@pytest.mark.parametrize("shop", [*SHOPS, OTHER_SHOP])
def test_every_way_of_paying(browser, shop):
    for number, way in enumerate(WAYS):
        assert faults(browser, shop=shop, happened="cancelled_stockout", method1=way, item=f"水筒 {number}") == [], way


@pytest.mark.parametrize("shop", [*SHOPS, OTHER_SHOP])
@pytest.mark.parametrize("happened", Happened)
def test_every_happening(browser, shop, happened):
    card = {"method1": "credit_card", "captured": "yes", "closing_day": "99", "payment_day": "27"}
    assert faults(browser, shop=shop, happened=happened.value) == []
    assert faults(browser, shop=shop, happened=happened.value, item="急須", **card) == []
