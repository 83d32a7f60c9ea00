"""Offers as JSON: lenient in form, strict in meaning."""

import json
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from okawari.domain.candidate import Condition
from okawari.domain.identifiers import Identifier
from okawari.domain.money import yen
from okawari.domain.offer import Availability
from okawari.reading.offers import MOST_OFFERS, UnreadableOffersError, read_offers, together

CONTRACT = (Path(__file__).parents[2] / "docs" / "contract.md").read_text(encoding="utf-8")


def read(**fields):
    return read_offers(json.dumps([fields])).candidates[0]


def problems(candidate):
    return {problem.code for problem in candidate.problems} - {"tax_flag_missing"}


@pytest.mark.parametrize(
    "fields",
    [
        {"price": 1980},
        {"price": "1980"},
        {"price": "1,980円"},
        {"price": "￥1,980(税込)"},
        {"price": {"amount": "1980", "currency": "JPY"}},
        {"price": {"amount": 1980}},
        {"price": 1980.0, "currency": "jpy"},
    ],
)
def test_an_amount_is_read_in_any_form(fields):
    found = read(**fields)
    assert (found.price, problems(found)) == (yen(1980), set())


@pytest.mark.parametrize(
    ("text", "plain"), [("$278.00", "278.00 USD"), ("1.299,00 €", "1299.00 EUR"), ("¥980", "980 JPY")]
)
def test_the_sign_in_a_text_names_its_currency(text, plain):
    found = read(price=text).price
    assert f"{found.plain()} {found.currency}" == plain


@pytest.mark.parametrize(
    ("fields", "problem"),
    [
        ({"price": 0}, "price_zero"),
        ({"price": -5}, "price_unreadable"),
        ({"price": "later"}, "price_unreadable"),
        ({"price": "1,980円〜"}, "price_of_variants"),
        ({"price": "1,980円〜2,980円"}, "price_of_variants"),
        ({"price": 12.5}, "price_unreadable"),
        ({"price": 1e300}, "price_unreadable"),
        ({"price": True}, "price_unreadable"),
        ({"price": 100, "currency": "coins"}, "currency_unknown"),
        ({"price": 100, "currency": 7}, "currency_unknown"),
        ({"price": 100, "points": 101}, "points_above_price"),
        ({"price": 100, "coupon": 100}, "coupon_above_price"),
        ({"price": 100, "coupon": 60, "mall_coupon": 40}, "coupon_above_price"),
        ({"price": 100, "points": -1}, "offer_field_odd"),
        ({"price": 100, "identifiers": {"jan": "4548736132611"}}, "jan_check_digit"),
        ({"price": 100, "identifiers": {"asin": "nonsense"}}, "identifier_odd"),
        ({"price": 100, "availability": "perhaps"}, "availability_odd"),
        ({"price": 100, "condition": "odd"}, "condition_odd"),
        ({"price": 100, "ships_in_days": "soon"}, "offer_field_odd"),
        ({"price": 100, "title": 5}, "offer_field_odd"),
        ({"price": 100, "rating": 101}, "offer_field_odd"),
        ({"price": 100, "quantity": 0}, "offer_field_odd"),
        ({"price": 100, "point_rate": 0}, "offer_field_odd"),
        ({"price": float("nan")}, "price_unreadable"),
        ({"price": 100, "ship_days": [1, 2]}, "offer_field_unknown"),
    ],
)
def test_what_cannot_be_used_is_a_problem_beside_the_offer(fields, problem):
    assert problem in problems(read(**fields))


def test_fields_of_unknown_names_are_named_and_those_of_the_contract_are_known():
    (said,) = [one for one in read(ship_days=3, cancels=1, price=100).problems if one.code == "offer_field_unknown"]
    assert said.detail == "cancels, ship_days"
    table = CONTRACT.partition("| field of an offer | holds |")[2].partition("\n\n")[0]
    names = re.findall(r"`([a-z_]+)`", " ".join(line.split("|")[1] for line in table.splitlines() if line))
    assert len(names) > 25
    assert "offer_field_unknown" not in problems(read(**dict.fromkeys(names)))


def test_nothing_that_steers_a_terminal_is_kept():
    found = read(title="\x1b[31mWH\u202e-1000\x07", seller="a\u3000\x00b", price="\x1bz", **{"\x1bkey": 1})
    assert (found.title, found.seller) == ("[31mWH -1000", "a b")
    assert {one.code: one.detail for one in found.problems} == {
        "price_unreadable": " z",
        "offer_field_unknown": " key",
    }


@pytest.mark.parametrize(
    ("fields", "price", "list_price"),
    [
        ({"price": "5,500円 40%OFF 3,300円"}, 3300, 5500),
        ({"price": "5,500円 40%OFF 3,300円", "list_price": 6000}, 3300, 6000),
        ({"price": "3,300円"}, 3300, None),
    ],
)
def test_a_price_brought_down_tells_the_one_before(fields, price, list_price):
    found = read(**fields)
    assert (found.price.amount, found.list_price and found.list_price.amount) == (price, list_price)


def test_a_missing_tax_flag_is_said():
    assert [one.code for one in read(price=100).problems] == ["tax_flag_missing"]
    assert [one.code for one in read(price=0).problems] == ["price_zero"]
    assert read(price=100, tax_included=True).problems == ()


@pytest.mark.parametrize(
    ("given_", "meant"),
    [(98, 98), (98.6, 98), ("98.6", 98), (4.6, None), (5, 5), (100.5, None), (-1, None), (None, None)],
)
def test_a_rating_is_in_per_cent_and_no_number_of_stars(given_, meant):
    found = read(rating=given_)
    assert found.rating == meant
    assert bool(found.problems) == (meant is None and given_ is not None)


@pytest.mark.parametrize(
    ("price", "meant"),
    [("1,980円(税込)", True), ("1,980円（税抜）", False), ("税別 1,980円", False), ("1,980円", None)],
)
def test_a_price_that_says_so_itself_holds_the_tax_or_not(price, meant):
    assert read(price=price).tax_included is meant
    assert read(price=price, tax_included=True).tax_included is True


def test_what_is_fetched_in_a_store_has_no_shipping():
    assert read(pickup=True).shipping == yen(0)
    assert read(pickup=True, shipping=300).shipping == yen(300)
    assert read(pickup=False).shipping is None


def test_a_coupon_above_the_price_is_not_counted():
    assert read(price=100, coupon=100).shop_coupon == 0
    assert read(price=100, quantity=2, coupon=100).shop_coupon == 100


def test_what_cannot_be_used_of_the_wanted_thing_and_of_the_rates_is_said():
    wanted = {"title": "見本", "identifiers": {"jan": "4548736132611"}, "paid": "高い"}
    found = read_offers(json.dumps({"wanted": wanted, "offers": [], "rates": {"USD": "x", "EUR": 170}}))
    assert [(one.code, one.where) for one in found.problems] == [
        ("jan_check_digit", "wanted.identifiers.jan"),
        ("price_unreadable", "wanted.paid"),
        ("offer_field_odd", "rates.USD"),
    ]
    assert set(found.rates) == {"EUR"}


@pytest.mark.parametrize(
    ("given_", "meant"),
    [
        ("in_stock", Availability.IN_STOCK),
        ("http://schema.org/PreOrder", Availability.PREORDER),
        ("在庫切れ", Availability.OUT_OF_STOCK),
        ("", Availability.UNKNOWN),
    ],
)
def test_stock_in_any_words(given_, meant):
    assert read(availability=given_).availability is meant


@pytest.mark.parametrize(
    ("given_", "meant"),
    [
        ("中古品 - 非常に良い", Condition.VERY_GOOD),
        ("used_like_new", Condition.LIKE_NEW),
        ("https://schema.org/NewCondition", Condition.NEW),
        ("refurbished", Condition.VERY_GOOD),
        ("中古", Condition.USED),
    ],
)
def test_states_in_any_words(given_, meant):
    assert read(condition=given_).condition is meant


def test_numbers_of_a_product_in_either_form():
    jan = Identifier("jan", "4548736132610")
    assert read(identifiers={"ean": 4548736132610}).identifiers == (jan,)
    assert read(identifiers=[{"kind": "jan", "value": "4548736-132610"}]).identifiers == (jan,)


def test_a_document_of_okawari_page_is_an_offer():
    page = {
        "schema": "okawari.page/1",
        "url": "https://www.yodobashi.com/product/1/",
        "offer": {"title": "見本", "price": None},
    }
    (found,) = read_offers(json.dumps([page])).candidates
    assert (found.title, found.url, found.price) == ("見本", "https://www.yodobashi.com/product/1/", None)


def test_without_a_wanted_thing_the_first_offer_stands_for_it():
    found = read_offers('[{"title": "見本 A-1000X", "price": 5}]')
    assert found.wanted.title == "見本 A-1000X"
    assert [problem.code for problem in found.problems] == ["wanted_missing"]


def test_of_several_files_an_empty_one_tells_nothing_of_what_is_wanted():
    empty, named = read_offers('{"offers": []}'), read_offers('{"wanted": {"title": "見本 A"}, "offers": []}')
    full = read_offers('[{"title": "見本 B", "price": 5}]')
    assert empty.problems == ()
    assert together((empty, full)).wanted.title == "見本 B"
    assert [problem.code for problem in together((empty, full)).problems] == ["wanted_missing"]
    assert together((empty, full, named)).wanted.title == "見本 A"


@pytest.mark.parametrize("text", ["", "null", "3", '"x"', "{}", '{"offers": {}}', "[" * 90_000, '{"offers": [NaN'])
def test_what_holds_no_offers_is_refused(text):
    with pytest.raises(UnreadableOffersError):
        read_offers(text)


def test_too_many_offers_are_refused():
    with pytest.raises(UnreadableOffersError):
        read_offers(json.dumps([{}] * (MOST_OFFERS + 1)))


JSON_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=6,
)
FIELDS = (
    "title mall price currency tax_included tax_percent quantity shipping fee coupon points point_rate availability condition"
    " identifiers ships_in_days country rating rating_count recent_cancels fast_delivery category list_price seen_on offer url"
)


@given(st.dictionaries(st.sampled_from(FIELDS.split()), JSON_VALUES, max_size=8))
def test_no_offer_whatever_it_holds_is_a_crash(fields):
    (found,) = read_offers(json.dumps([fields])).candidates
    assert found.price is None or found.price.amount >= 0
