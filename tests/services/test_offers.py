"""Price services asked through the gate, against local ones with the same wire format, errors and limits."""

import logging
from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest

from okawari.domain.candidate import Candidate, Condition, Wanted
from okawari.domain.identifiers import identifiers
from okawari.domain.money import yen
from okawari.domain.offer import Availability
from okawari.domain.offer_source import still_fresh
from okawari.fetching.api import ApiGate
from okawari.services.offers import PriceAccess, ask, links, put_key
from okawari.store.engine import Store, connect
from okawari.store.keys import keys_at
from okawari.store.secrets import Secrets
from okawari.store.upgrade import upgrade
from tests.price_services import JAN, KEYS, serving

NOW = datetime(2026, 11, 28, 3, tzinfo=UTC)
WANTED = Wanted(title="ソニー WH-1000XM5 ブラック", identifiers=identifiers("", (("jan", JAN),)))
ALL = ("rakuten", "yahoo_shopping", "keepa")


@pytest.fixture
def services(monkeypatch):
    with serving(monkeypatch) as server:
        yield server


@pytest.fixture
def access(services, tmp_path):
    engine = connect(f"sqlite:///{tmp_path / 'okawari.db'}")
    upgrade(engine)
    secrets = Secrets(Store(engine), keys_at(tmp_path, "file"))
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


def test_keepa_without_a_number_is_not_asked(access, services):
    (answer,) = ask(access, Wanted(title="やかん"), ("keepa",))
    assert answer.problem.code == "api_needs_number"
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
    b"": None,
    b"<html>": "api_malformed",
    b"[" * 100_000: "api_malformed",
    b'{"Items": 1, "hits": {}, "products": "x"}': "api_malformed",
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
    assert (answer.problem.code if answer.problem else None) == MOODS[mood]
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
    services.answers["yahoo_shopping"]["hits"][0] |= {"price": odd, "seller": odd, "point": odd, "shipping": odd}
    services.answers["keepa"]["products"][0]["offers"][2] |= {
        "offerCSV": [1, odd, 0],
        "condition": odd,
        "minOrderQty": odd,
    }
    offers = [offer for answer in ask(access, WANTED, ALL) for offer in answer.offers]
    assert len(offers) == 4
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
