"""Pictures of prices and stock: on the page of a watch, in lists, in a comparison and in a case."""

import json
import re
from datetime import timedelta
from xml.etree import ElementTree as ET

import pytest

from okawari.domain.history import History, Point, minute_of, state_of
from okawari.domain.money import yen
from okawari.domain.offer import Availability
from okawari.domain.watch.watch import Watch
from okawari.services import past, watching
from okawari.store import history
from okawari.store.history import Offered
from okawari.store.watched_pages import page_key
from tests.mails import order_mail, order_number
from tests.web.conftest import NOW
from tests.web.markup import Page

URL, OTHER = "https://example.com/1", "https://example.org/2"
DAY = 24 * 60
GONE = state_of(Availability.OUT_OF_STOCK, None)


def had(price):
    return state_of(Availability.IN_STOCK, yen(price))


def keep_pasts(store):
    """Keep what two shops that sell the same thing said over the last eighty days."""
    end = minute_of(NOW)
    pasts = {
        URL: ((80, had(3000)), (60, GONE), (40, had(2500)), (20, None), (9, had(2800))),
        OTHER: ((70, had(3500)), (10, GONE)),
    }
    with store.writing() as transaction:
        for url, told in pasts.items():
            offered = Offered(page=page_key(url), url=url, title="水筒<b>", product="jan:4901234567894")
            points = tuple(Point(end - days * DAY, state) for days, state in told)
            history.put(transaction, offered, History(points, end - DAY))


@pytest.fixture
def watch(household):
    """A watch of a thing that two shops sell, with a past of both."""
    ((watch, _),) = watching.add(household.store, watching.open_gate(), Watch(id="", url=URL, added_at=NOW))
    keep_pasts(household.store)
    return watch


def pictures(text):
    return [ET.fromstring(one) for one in re.findall(r'<svg class="(?:chart__picture|spark).*?</svg>', text, re.DOTALL)]


@pytest.mark.parametrize(
    ("hours", "labels"),
    [
        (4, ["11月24日(火) 8:00", "10:00", "12:00"]),
        (24, ["11月23日(月) 12:00", "11月24日(火) 0:00", "12:00"]),
        (12 * 24, ["11月12日(木)", "11月18日(水)", "11月24日(火)"]),
    ],
)
def test_a_short_past_is_labelled_by_the_clock_in_japan(browser, household, hours, labels):
    ((watch, _),) = watching.add(household.store, watching.open_gate(), Watch(id="", url=URL, added_at=NOW))
    begun = minute_of(NOW - timedelta(hours=hours))
    with household.store.writing() as transaction:
        offered = Offered(page=page_key(URL), url=URL, title="水筒", product="")
        history.put(transaction, offered, History((Point(begun, had(3000)),), minute_of(NOW)))
    text = browser.get(f"/watches/{watch.id}").text
    listed = re.search(r'class="chart__days".*?</ol>', text, re.DOTALL)[0]
    assert re.findall(r"<li>(.*?)</li>", listed) == labels


@pytest.mark.parametrize("language", ["ja", "en"])
def test_a_watch_shows_all_shops_of_its_product_in_words_lines_and_a_table(browser, watch, language):
    browser.cookies.set("okawari_language", language)
    answer = browser.get(f"/watches/{watch.id}?days=90")
    assert Page(answer.text).faults == []
    (picture,) = pictures(answer.text)
    title, said = (picture.find(name).text for name in ("title", "desc"))
    assert title
    assert "example.com" in said
    assert "example.org" in said
    first, second = (one for one in picture.findall("path") if "chart__line" in one.get("class"))
    assert first.get("d").count("M") == 3
    assert second.get("d").count("M") == 1
    bars = [one.get("class") for one in picture.findall("rect")]
    assert sum("chart__bar--gone" in one for one in bars) == 2
    points = json.loads(picture.get("data-chart"))
    assert [len(line) for line in points] == [5, 2]
    assert answer.text.count("<tr><td>") == 7
    assert "<b>" not in answer.text


def test_a_shorter_time_begins_with_what_held_then(browser, watch):
    (picture,) = pictures(browser.get(f"/watches/{watch.id}?days=30").text)
    first = json.loads(picture.get("data-chart"))[0]
    assert first[0][0] == 0
    assert "2,500円" in first[0][1]
    assert all(0 <= x <= 1000 for x, _ in first)


def test_lists_show_a_small_picture_with_its_words(browser, watch):
    (picture,) = pictures(browser.get("/watches").text)
    assert picture.find("title").text == "90日間の値段。最安2,500円、最高3,000円"
    assert f'<a href="/watches/{watch.id}">水筒&lt;b&gt;</a>' in browser.get("/watches").text


@pytest.mark.usefixtures("watch")
def test_a_comparison_shows_what_the_prices_were(browser):
    offers = json.dumps([{"title": "水筒", "url": URL, "price": {"amount": "2800", "currency": "JPY"}}])
    answer = browser.post("/compare", data={"title": "水筒", "offers": offers}, files={"pages": ("", b"")})
    assert len(pictures(answer.text)) == 2
    assert Page(answer.text).faults == []


def test_a_page_that_nobody_looked_at_yet_is_called_by_its_thing(browser, household):
    wished = Watch(id="", url=URL, added_at=NOW, item="青い水筒")
    watching.add(household.store, watching.open_gate(), wished)
    assert ">青い水筒</a>" in browser.get("/watches").text
    keep_pasts(household.store)
    assert ">水筒&lt;b&gt;</a>" in browser.get("/watches").text


def test_a_page_without_a_past_says_so(browser, household):
    ((watch, _),) = watching.add(household.store, watching.open_gate(), Watch(id="", url=URL, added_at=NOW))
    assert "まだ履歴がありません" in browser.get(f"/watches/{watch.id}").text
    assert browser.get("/watches/none").status_code == 404
    url = "https://item.rakuten.co.jp/a/b/"
    ((watch, _),) = watching.add(household.store, watching.open_gate(), Watch(id="", url=url, added_at=NOW))
    assert "規約により" in browser.get(f"/watches/{watch.id}").text


@pytest.mark.usefixtures("watch")
def test_a_case_shows_its_watches_and_their_past(browser, household):
    files = {"mails": ("a.eml", order_mail(1))}
    browser.post("/mails", files=files)
    case = f"/cases/amazon_jp/{order_number(1)}"
    made = Watch(id="", url=OTHER, added_at=NOW, merchant="amazon_jp", order=order_number(1))
    watching.add(household.store, watching.open_gate(), made)
    text = browser.get(case).text
    assert len(pictures(text)) == 1
    assert Page(text).faults == []
    assert past.of_url(household.store, URL).points[-1].at == NOW - timedelta(days=9)
