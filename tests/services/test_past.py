"""The past of offers from pages and files, and what terms forbid to keep."""

import gzip
import json
from datetime import UTC, datetime, timedelta

import pytest

from okawari.domain.candidate import Candidate, Condition, Wanted
from okawari.domain.money import yen
from okawari.domain.offer import Availability
from okawari.domain.offer_source import Answered
from okawari.reading.page import read_page
from okawari.services import past
from okawari.services.comparing import Comparison
from okawari.services.offers import services
from okawari.sources.terms import terms_at
from tests.databases import store_at

NOW = datetime(2026, 11, 24, 3, tzinfo=UTC)
PAGE = """<html><head><title>水筒 500</title><script type="application/ld+json">
{"@type": "Product", "name": "水筒 500", "gtin13": "4901234567894",
 "offers": {"@type": "Offer", "price": "2980", "priceCurrency": "JPY", "availability": "https://schema.org/InStock"}}
</script></head><body><h1>水筒 500</h1><p>在庫あり 2,980円</p></body></html>"""
URL = "https://shop.example.jp/1"
FORBIDDEN = ("https://item.rakuten.co.jp/a/b/", "https://store.shopping.yahoo.co.jp/a/b.html")
CSV = """url,title,product,from,until,availability,price,currency,seller,condition
https://shop.example.jp/2,'=水筒,jan:4901234567894,2026-10-01T09:00+09:00,2026-10-05T09:00+09:00,in_stock,2500,JPY,森の文具,new
https://shop.example.jp/2,'=水筒,jan:4901234567894,2026-10-05T09:00+09:00,2026-10-09T09:00+09:00,out_of_stock,,,,unknown
https://shop.example.jp/2,'=水筒,jan:4901234567894,2026-11-20T09:00+09:00,2026-11-21T09:00+09:00,in_stock,2700,JPY,,unknown
"""


@pytest.fixture
def store(tmp_path):
    yield (store := store_at(tmp_path / "okawari.db"))
    store.close()


def test_a_saved_page_is_kept_with_its_product(store):
    assert past.remember(store, URL, read_page(PAGE.encode(), URL), NOW) is None
    assert past.remember(store, URL, read_page(PAGE.encode(), URL), NOW + timedelta(hours=1)) is None
    (one,) = past.same_thing(store, [URL], NOW)
    assert (one.offer.title, one.offer.product) == ("水筒 500", "jan:4901234567894")
    (point,) = one.history.points
    assert (point.at, point.state.price, point.state.availability) == (NOW, yen(2980), Availability.IN_STOCK)


@pytest.mark.parametrize("url", FORBIDDEN)
def test_what_terms_forbid_is_not_kept_from_any_side(store, url):
    assert not terms_at(url).may_store_history
    assert past.remember(store, url, read_page(PAGE.encode(), url), NOW).code == "history_forbidden"
    taken = past.take_in(store, CSV.replace("https://shop.example.jp/2", url).encode(), NOW)
    assert (taken.points, {one.code for one in taken.problems}) == (0, {"history_forbidden"})
    found = Candidate(title="水筒", url=url, price=yen(100))
    past.remember_compared(store, Comparison(wanted=Wanted(), made_at=NOW, candidates=(found,)))
    assert past.every(store) == ()


@pytest.mark.parametrize("name", services())
def test_answers_of_services_are_kept_only_where_their_terms_say_so(store, name):
    terms = services()[name]
    found = Candidate(title="水筒", url=URL, price=yen(100))
    answer = Answered(terms=terms, offers=(found,))
    made = Comparison(wanted=Wanted(), made_at=NOW, answers=(answer,), candidates=(found,))
    past.remember_compared(store, made)
    assert bool(past.every(store)) == terms.may_store_history


def test_pages_that_were_compared_are_kept(store):
    found = Candidate(title="水筒", url=URL, price=yen(100), seller="森の文具", condition=Condition.NEW)
    past.remember_compared(store, Comparison(wanted=Wanted(), made_at=NOW, candidates=(found, Candidate(title="x"))))
    (point,) = past.of_url(store, URL).points
    assert (point.state.price, point.state.seller) == (yen(100), "森の文具")


def test_csv_comes_out_as_it_went_in(store):
    taken = past.take_in(store, CSV.encode(), NOW)
    assert (taken.offers, taken.points, taken.problems) == (1, 4, ())
    assert "".join(past.csv_lines(store)) == CSV
    assert past.take_in(store, "\ufeff".encode() + CSV.encode(), NOW).points == 0
    assert past.every(store)[0].title == "=水筒"
    assert past.forget(store, "https://shop.example.jp/2")
    assert past.every(store) == ()


@pytest.mark.parametrize(
    ("line", "cell"),
    [
        ("https://shop.example.jp/2,yesterday,in_stock,100", "from=yesterday"),
        ("https://shop.example.jp/2,2026-10-01,in_stock,-5", "price=-5"),
        ("https://shop.example.jp/2,2026-10-01,in_stock,0", "price=0"),
        ("https://shop.example.jp/2,2026-10-01,in_stock,NaN", "price=NaN"),
        ("https://shop.example.jp/2,2026-10-01,in_stock,三千円", "price=三千円"),
        ("https://shop.example.jp/2,2026-10-01,maybe,100", "availability=maybe"),
        ("javascript:alert(1),2026-10-01,in_stock,100", "url=javascript:alert(1)"),
        ("https://shop.example.jp/2,0001-01-01,in_stock,100", "from=0001-01-01"),
        ("https://shop.example.jp/2,2030-01-01,in_stock,100", "from=2030-01-01"),
        ("https://shop.example.jp/2,2026-10-01,in_stock,100,2030-01-01", "until=2030-01-01"),
        ("https://shop.example.jp/2,2026-10-01,in_stock,100,,円", "currency=円"),
        ("https://shop.example.jp/2", "from="),
    ],
)
def test_a_bad_line_is_told_by_its_cell_and_the_others_are_kept(store, line, cell):
    good = "https://shop.example.jp/3,2026-10-01,in_stock,100"
    taken = past.take_in(store, f"url,from,availability,price,until,currency\n{line}\n{good}\n".encode(), NOW)
    (problem,) = taken.problems
    assert (taken.points, problem.code, problem.where, problem.detail) == (1, "history_bad_line", "2", cell)


@pytest.mark.parametrize("raw", [b"{}", b'{"products":[{"asin":"B0', b'{"error":{"message":"x"}}'])
def test_a_broken_answer_of_keepa_is_called_that(store, raw):
    assert [one.code for one in past.take_in(store, raw, NOW).problems] == ["history_bad_json"]


@pytest.mark.parametrize(
    "raw", [b"", b"\xff\xfe\0", b"a,b\n1,2\n", b"{}", b"\x1f\x8bxx", b'url,from,availability\n"' * 3]
)
def test_what_is_no_history_adds_nothing(store, raw):
    taken = past.take_in(store, raw, NOW)
    assert taken.points == 0
    assert taken.problems


KEEPA = {
    "products": [
        {
            "domainId": 5,
            "asin": "B000000001",
            "title": "水筒 500",
            "eanList": ["4901234567894"],
            "lastUpdate": 8_000_500,
            "csv": [[8_000_000, 4900, 8_000_100, -1, 8_000_200, 4500], None, *[None] * 18, [8_000_000, 3000, 500]],
        },
        {"domainId": 1, "asin": "B000000002", "csv": [[8_000_000, 4900]]},
    ]
}


@pytest.mark.parametrize("packed", [lambda raw: raw, gzip.compress])
def test_a_saved_answer_of_keepa_is_read(store, packed):
    taken = past.take_in(store, packed(json.dumps(KEEPA).encode()), NOW)
    assert (taken.offers, taken.points, taken.problems) == (2, 4, ())
    amazon, used = past.same_thing(store, ["https://www.amazon.co.jp/dp/B000000001#amazon"], NOW, timedelta(days=9999))
    told = [(point.state.availability.value, point.state.price) for point in amazon.history.points]
    assert told == [("in_stock", yen(4900)), ("out_of_stock", None), ("in_stock", yen(4500))]
    assert amazon.history.points[0].minute == (8_000_000 + 21_564_000)
    assert amazon.history.last_seen == 8_000_500 + 21_564_000
    assert (used.history.points[0].state.price, used.history.points[0].state.condition) == (
        yen(3500),
        Condition.VERY_GOOD,
    )


def test_a_csv_of_our_own_brings_back_what_came_from_keepa_and_nothing_else_of_amazon(store):
    past.take_in(store, json.dumps(KEEPA).encode(), NOW)
    url = "https://www.amazon.co.jp/dp/B000000001#amazon"
    kept, told = past.of_url(store, url), "".join(past.csv_lines(store))
    for offer in past.every(store):
        past.forget(store, offer.url)
    assert past.take_in(store, told.encode(), NOW) == past.Taken(2, 4)
    assert past.of_url(store, url) == kept
    for other in ("", "#", "#reviews"):
        taken = past.take_in(store, told.replace("#amazon", other).replace("#used_very_good", other).encode(), NOW)
        assert {problem.code for problem in taken.problems} == {"history_forbidden"}


@pytest.mark.parametrize("numbers", [[1], ["x", 1], [8_000_000, 4900, 1], [-5, 100], [True, 1], {"a": 1}])
def test_odd_arrays_of_keepa_add_what_is_sound(store, numbers):
    taken = past.take_in(
        store, json.dumps({"products": [{"domainId": 5, "asin": "B1", "csv": [numbers]}]}).encode(), NOW
    )
    assert taken.points == (1 if 8_000_000 in numbers else 0)
