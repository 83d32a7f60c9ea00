"""Price services asked through the gate, against local ones with the same wire format, errors and limits."""

import logging
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest

from okawari.domain.candidate import Candidate, Condition, Wanted
from okawari.domain.identifiers import identifiers
from okawari.domain.money import Money, yen
from okawari.domain.offer import Availability
from okawari.domain.offer_source import still_fresh
from okawari.domain.profile import Rate
from okawari.fetching.api import ApiGate
from okawari.services.offers import PriceAccess, ask, links, put_key
from okawari.services.offers import services as service_terms
from okawari.services.rates import rates_for
from okawari.store.keys import keys_at
from okawari.store.secrets import Secrets
from tests.databases import store_at
from tests.price_services import JAN, KEYS, serving

NOW = datetime(2026, 11, 28, 3, tzinfo=UTC)
NUMBERS = (("jan", JAN), ("isbn", "9784471750909"), ("asin", "B09Y2MYL5C"))
WANTED = Wanted(title="ソニー WH-1000XM5 ブラック", identifiers=identifiers("", NUMBERS))
ALL = ("rakuten", "rakuten_books", "rakuten_products", "yahoo_shopping", "keepa", "ebay", "amazon_creators")


@pytest.fixture
def services(monkeypatch):
    with serving(monkeypatch) as server:
        yield server


@pytest.fixture
def access(services, tmp_path):
    secrets = Secrets(store_at(tmp_path / "okawari.db"), keys_at(tmp_path, "file"))
    for name, value in KEYS.items():
        put_key(secrets, name, value)
    slept = []
    gate = ApiGate(seconds=0.8, trusted=[("127.0.0.1", services.server_port)], clock=lambda: 0.0, sleep=slept.append)
    yield PriceAccess(gate, secrets, lambda: NOW)
    secrets.store.close()


def one(access, name):
    return ask(access, WANTED, (name,))[0]


def test_rakuten_is_read(access, services):
    (offer,) = one(access, "rakuten").offers
    assert offer.price == yen(46200)
    assert (offer.seller, offer.shipping, offer.point_rate, offer.tax_included) == ("見本電機", yen(0), 5, True)
    assert offer.availability is Availability.IN_STOCK
    assert offer.url == "https://item.rakuten.co.jp/mihon/wh1000/"
    assert services.asked[0][1]["keyword"] == JAN
    assert services.asked[0][1]["availability"] == "0"
    assert "accessKey" not in services.asked[0][1]


def test_rakuten_of_the_first_format_version_is_read_too(access, services):
    item = services.answers["rakuten"].pop("Items")[0]
    services.answers["rakuten"]["items"] = [{"Item": item | {"itemPrice": "46200", "taxFlag": 1, "postageFlag": 1}}]
    (offer,) = one(access, "rakuten").offers
    assert (offer.price, offer.tax_included, offer.shipping) == (yen(46200), False, None)


def test_a_price_of_several_variants_is_none(access, services):
    services.answers["rakuten"]["Items"][0]["itemPriceMax3"] = 99000
    (offer,) = one(access, "rakuten").offers
    assert offer.price is None
    assert [problem.code for problem in offer.problems] == ["price_of_variants"]


@pytest.mark.parametrize(
    ("flag", "state"), [(0, Availability.OUT_OF_STOCK), (None, Availability.UNKNOWN), (7, Availability.UNKNOWN)]
)
def test_stock_is_taken_only_as_it_is_told(access, services, flag, state):
    services.answers["rakuten"]["Items"][0]["availability"] = flag
    assert one(access, "rakuten").offers[0].availability is state


def test_yahoo_is_read(access, services):
    (offer,) = one(access, "yahoo_shopping").offers
    assert (offer.price, offer.points, offer.shipping) == (yen(45800), 2082, None)
    assert (offer.condition, offer.rating, offer.ratings) == (Condition.NEW, 92, 1204)
    assert ("jan", JAN) in [(code.kind, code.value) for code in offer.identifiers]
    assert services.asked[0][1]["jan_code"] == JAN


@pytest.mark.parametrize("code", ["2000000000008", "4548736132611", "", None])
def test_a_number_that_is_no_jan_is_left_out(access, services, code):
    services.answers["yahoo_shopping"]["hits"][0]["janCode"] = code
    assert "jan" not in [number.kind for number in one(access, "yahoo_shopping").offers[0].identifiers]


def test_keepa_is_read_in_whole_yen_and_only_what_is_live(access):
    amazon, used = one(access, "keepa").offers
    assert (amazon.price, amazon.shipping, amazon.seller) == (yen(49500), yen(0), "Amazon.co.jp")
    assert (used.price, used.shipping, used.seller) == (yen(35200), yen(480), "A2MIHON")
    assert (used.condition, used.shipped_by) == (Condition.VERY_GOOD, "Amazon.co.jp")


@pytest.mark.parametrize(
    "change",
    [
        {"domainId": 1},
        {"productType": 5},
        {"offersSuccessful": False},
        {"offers": None},
        {"liveOffersOrder": [99, -1, "0"]},
    ],
)
def test_keepa_tells_nothing_that_is_not_of_japan_and_live(access, services, change):
    services.answers["keepa"]["products"][0].update(change)
    assert one(access, "keepa").offers == ()


@pytest.mark.parametrize("change", [{"isPrimeExcl": True}, {"isShippable": False}])
def test_keepa_offers_that_not_everybody_gets_are_left_out(access, services, change):
    services.answers["keepa"]["products"][0]["offers"][2].update(change)
    assert [offer.seller for offer in one(access, "keepa").offers] == ["A2MIHON"]


def test_an_offer_of_keepa_that_is_gone_has_no_price(access, services):
    services.answers["keepa"]["products"][0]["liveOffersOrder"] = [3]
    assert one(access, "keepa").offers[0].price is None


def test_rakuten_books_is_read_with_its_own_words_for_stock_and_postage(access, services):
    (book,) = one(access, "rakuten_books").offers
    assert (book.price, book.shipping, book.list_price, book.seller) == (yen(1080), yen(0), yen(1200), "楽天ブックス")
    assert (book.availability, book.identifiers[0].value) == (Availability.IN_STOCK, "9784471750909")
    services.answers["rakuten_books"]["Items"][0]["Item"] |= {"availability": "3", "postageFlag": 0}
    (late,) = one(access, "rakuten_books").offers
    assert (late.availability, late.ship_days, late.shipping) == (Availability.BACKORDER, (3, 9), None)
    services.answers["rakuten_books"]["Items"][0]["Item"]["availability"] = "6"
    assert one(access, "rakuten_books").offers[0].availability is Availability.UNKNOWN
    assert services.asked[0][1]["outOfStockFlag"] == "1"


def test_the_least_price_of_a_product_is_no_shop_s_and_none_where_nobody_sells(access, services):
    (product,) = one(access, "rakuten_products").offers
    assert (product.price, product.seller, product.availability) == (yen(44800), "", Availability.UNKNOWN)
    services.answers["rakuten_products"]["Products"][0]["Product"]["usedExcludeSalesItemCount"] = 0
    (gone,) = one(access, "rakuten_products").offers
    assert (gone.price, gone.availability) == (None, Availability.OUT_OF_STOCK)


def test_ebay_is_read_abroad_and_its_token_is_asked_for_once(access, services):
    (offer,) = one(access, "ebay").offers
    assert (offer.price, offer.shipping) == (Money(Decimal("278.00"), "USD"), Money(Decimal("20.50"), "USD"))
    assert (offer.seller, offer.rating, offer.ratings, offer.country) == ("mihon", 98, 16632, "US")
    assert (offer.availability, offer.condition, offer.url) == (
        Availability.UNKNOWN,
        Condition.NEW,
        "https://www.ebay.com/itm/123",
    )
    services.answers["ebay"]["itemSummaries"][0]["shippingOptions"][0]["shippingCostType"] = "CALCULATED"
    assert one(access, "ebay").offers[0].shipping is None
    assert [name for name, _, _ in services.asked] == ["ebay_token", "ebay", "ebay"]


@pytest.mark.parametrize("name", ["ebay", "amazon_creators"])
def test_a_token_that_is_refused_is_asked_for_anew(access, services, name):
    services.mood = 403
    assert one(access, name).problem.code == "api_forbidden"
    services.mood = "well"
    assert len(one(access, name).offers) == 1
    assert [asked for asked, _, _ in services.asked].count(f"{name}_token") == 2
    services.mood = "no_token"
    access.tokens.clear()
    assert one(access, name).problem.code == "api_malformed"


def test_amazon_creators_is_read_without_subscriptions_and_other_currencies(access, services):
    (offer,) = one(access, "amazon_creators").offers
    assert (offer.price, offer.points, offer.seller) == (yen(49500), 495, "Amazon.co.jp")
    assert (offer.availability, offer.condition) == (Availability.IN_STOCK, Condition.NEW)
    (listing,) = services.answers["amazon_creators"]["itemsResult"]["items"][0]["offersV2"]["listings"]
    listing["price"]["money"]["currency"] = "USD"
    assert one(access, "amazon_creators").offers[0].price is None
    listing |= {"availability": {"type": "OUT_OF_STOCK"}, "price": None}
    assert one(access, "amazon_creators").offers[0].availability is Availability.OUT_OF_STOCK
    listing["type"] = "SUBSCRIBE_AND_SAVE"
    assert one(access, "amazon_creators").offers == ()


def test_the_terms_of_what_must_be_chosen_are_kept(access, services):
    terms = service_terms()
    assert not any(terms[name].default_on for name in ALL if name != "yahoo_shopping")
    assert not any(one.may_store_history or one.may_alert for one in terms.values())
    ask(access, WANTED)
    assert {name for name, _, _ in services.asked} == {"yahoo_shopping"}


def test_the_day_s_rates_are_asked_for_once_and_only_for_what_is_abroad(access, services):
    abroad = Candidate(price=Money(Decimal(278), "USD"))
    assert rates_for(access, [Candidate(price=yen(1))]) == ({}, ())
    assert services.asked == []
    rates, problems = rates_for(access, [abroad])
    assert (rates, problems) == ({"USD": Rate(yen=Decimal("150.000000"), on=date(2026, 11, 27))}, ())
    assert rates_for(access, [abroad])[0] == rates
    assert len(services.asked) == 1


@pytest.mark.parametrize(
    "mood", [429, 403, 500, "slow", b"", b"<html>", b"<Cube time='2026-11-27'><Cube currency='JPY' rate='0'/>"]
)
def test_no_trouble_makes_a_rate(access, services, mood):
    services.mood = mood
    rates, (problem,) = rates_for(access, [Candidate(price=Money(Decimal(278), "USD"))])
    assert rates == {}
    assert problem.code.startswith("api_")


def test_keepa_without_a_number_is_not_asked(access, services):
    (answer,) = ask(access, Wanted(title="やかん"), ("keepa",))
    assert (answer.problem.code, answer.problem.detail) == ("api_needs_number", "JAN, ISBN, ASIN")
    assert services.asked == []


@pytest.mark.parametrize(
    ("name", "takes"), [("rakuten_books", "ISBN"), ("rakuten_products", "JAN, ISBN"), ("amazon_creators", "ASIN")]
)
def test_a_service_without_its_number_says_by_which_it_can_be_asked(access, services, name, takes):
    (answer,) = ask(access, Wanted(title="やかん"), (name,))
    assert (answer.problem.code, answer.problem.detail) == ("api_needs_number", takes)
    assert services.asked == []


def test_when_the_tokens_are_used_up_nothing_more_is_asked(access, services):
    services.answers["keepa"]["tokensLeft"] = 0
    assert len(one(access, "keepa").offers) == 2
    again = one(access, "keepa")
    assert (again.problem.code, again.problem.detail) == ("api_throttled", "32")
    assert len(services.asked) == 1


MOODS = {
    "maintenance": "api_failing",
    403: "api_forbidden",
    400: "api_refused",
    500: "api_failing",
    429: "api_throttled",
    "slow": "api_slow",
    "moved": "api_refused",
    b"": "api_empty",
    b" \r\n": "api_empty",
    b"<html>": "api_malformed",
    b"[" * 100_000: "api_malformed",
    b'{"Items": 1, "hits": {}, "products": "x", "Products": 1, "itemSummaries": 1, "itemsResult": {"items": 1}}': "api_malformed",
    b'{"error": {"type": "x"}}': "api_malformed",
}


@pytest.mark.parametrize(
    ("name", "mood"), [(name, mood) for name in ALL for mood in MOODS], ids=lambda one: str(one)[:20]
)
def test_no_trouble_makes_an_offer_or_shows_a_key(access, services, caplog, name, mood):
    caplog.set_level(logging.DEBUG)
    services.mood = mood
    answer = one(access, name)
    assert answer.offers == ()
    assert answer.problem.code == MOODS[mood]
    said = f"{answer!r} {answer.problem} {caplog.text} {access!r}"
    assert not [value for value in KEYS.values() if value in said]


@pytest.mark.parametrize("name", ALL)
def test_an_empty_answer_is_no_trouble(access, services, name):
    services.mood = "empty"
    assert (one(access, name).offers, one(access, name).problem) == ((), None)


ODD = ["", "x", -1, 0, 1.5, None, True, [], {}, 10**18, "9" * 400]


@pytest.mark.parametrize("odd", ODD, ids=lambda odd: str(odd)[:20])
def test_odd_values_are_never_a_price(access, services, odd):
    services.answers["rakuten"]["Items"][0] |= {"itemPrice": odd, "itemName": odd, "taxFlag": odd, "pointRate": odd}
    services.answers["rakuten_books"]["Items"][0]["Item"] |= {"itemPrice": odd, "availability": odd, "isbn": odd}
    services.answers["rakuten_products"]["Products"][0]["Product"] |= {"usedExcludeSalesMinPrice": odd}
    services.answers["ebay"]["itemSummaries"][0] |= {"price": odd, "seller": odd, "shippingOptions": odd}
    services.answers["amazon_creators"]["itemsResult"]["items"][0]["offersV2"]["listings"][0]["price"] = odd
    services.answers["yahoo_shopping"]["hits"][0] |= {"price": odd, "seller": odd, "point": odd, "shipping": odd}
    services.answers["keepa"]["products"][0]["offers"][2] |= {
        "offerCSV": [1, odd, 0],
        "condition": odd,
        "minOrderQty": odd,
    }
    offers = []
    for name in ALL:
        # A gate for each, as each has a host of its own in earnest.
        apart = replace(access, gate=ApiGate(trusted=[("127.0.0.1", services.server_port)]))
        offers.extend(one(apart, name).offers)
    assert len(offers) == 8
    # The used offer of Keepa was left as it was.
    assert {offer.price for offer in offers} <= {None, yen(35200)}


def test_how_long_a_service_asks_to_wait_is_kept(access, services):
    services.mood, services.headers = 429, {"Retry-After": "17"}
    assert one(access, "yahoo_shopping").problem.detail == "17"
    services.mood = "well"
    assert one(access, "yahoo_shopping").problem.code == "api_throttled"
    assert len(services.asked) == 1


def test_keepa_tells_in_its_refusal_how_long_to_wait(access, services):
    services.mood = 429
    assert one(access, "keepa").problem.detail == "41"


def test_requests_keep_their_distance(services):
    slept = []
    gate = ApiGate(trusted=[("127.0.0.1", services.server_port)], clock=lambda: 100.0, sleep=slept.append)
    from okawari.fetching.api import ApiRequest

    request = ApiRequest(url=f"http://127.0.0.1:{services.server_port}/keepa", query=(("key", KEYS["keepa.key"]),))
    gate.ask(request, 2.1)
    gate.ask(request, 2.1)
    assert slept == [pytest.approx(2.1)]
    assert KEYS["keepa.key"] not in repr(request)


def test_a_gate_of_everyday_use_reaches_no_private_address(access, services):
    closed = PriceAccess(ApiGate(), access.secrets, access.now)
    assert one(closed, "keepa").problem.code == "api_no_answer"
    assert services.asked == []


def test_without_keys_nothing_is_asked_and_links_are_there(access, services):
    for name in KEYS:
        access.secrets.forget(f"price/{name}")
    (answer,) = ask(access, WANTED)
    assert (answer.terms.id, answer.missing) == ("yahoo_shopping", ("yahoo_shopping.client_id",))
    assert services.asked == []
    assert {link.mall for link in links(WANTED)} >= {"rakuten", "yahoo_shopping", "yodobashi"}


def test_a_price_is_shown_only_as_long_as_the_terms_allow(access):
    (offer,) = one(access, "rakuten").offers
    assert offer.fresh_until == NOW + timedelta(hours=24)
    assert still_fresh(offer, NOW + timedelta(hours=24)) is offer
    stale = still_fresh(offer, NOW + timedelta(hours=24, seconds=1))
    assert (stale.price, stale.availability) == (None, Availability.UNKNOWN)
    assert stale.problems[-1].code == "offer_stale"
    assert still_fresh(Candidate(price=yen(Decimal(1))), NOW).price == yen(1)
