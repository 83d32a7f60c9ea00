"""Which open answers matter for the offers at hand: those that change a price, and nothing else."""

from datetime import date
from functools import cache

from okawari.domain.candidate import Candidate
from okawari.domain.money import yen
from okawari.domain.price.questions import open_questions
from okawari.domain.price.tariff import tariff
from okawari.domain.profile import Profile
from okawari.rules.loader import rules
from okawari.services.shops import trades

THE_5TH, A_SUNDAY, A_MONDAY = date(2026, 12, 5), date(2026, 12, 6), date(2026, 12, 7)


def offer(mall, price):
    return Candidate(mall=mall, seller="店", price=yen(price), tax_included=True, shipping=yen(0))


def asked(offers, on, profile=None, answered=()):
    def tariffs(person):
        return cache(lambda mall: tariff(mall, trades().get(mall), rules("points"), rules("shipping"), person, on))

    return {one.field: one for one in open_questions(profile or Profile(), answered, offers, tariffs, on)}


def test_only_malls_at_hand_and_days_that_are_ask():
    assert set(asked([offer("amazon_jp", 11000)], A_MONDAY)) == {"amazon_jp.mastercard"}
    yahoo = [offer("yahoo_shopping", 11000)]
    assert "yahoo_shopping.lyp_premium" in asked(yahoo, A_SUNDAY)
    assert "yahoo_shopping.lyp_premium" not in asked(yahoo, A_MONDAY)
    assert "yahoo_shopping.pay_with" in asked(yahoo, THE_5TH)
    assert asked([offer("mercari", 11000)], THE_5TH) == {}
    assert asked([], THE_5TH) == {}


def test_the_most_is_what_the_price_falls_by():
    (one,) = asked([offer("amazon_jp", 11000)], A_MONDAY).values()
    assert 160 <= one.most <= 165
    assert not one.leads


def test_an_answer_is_asked_once_and_tells_where_another_offer_would_lead():
    offers = [offer("amazon_jp", 9900), offer("rakuten", 10100)]
    found = asked(offers, THE_5TH)
    assert found["rakuten.marathon.from"].leads
    most = [one.most for one in found.values()]
    assert most == sorted(most, reverse=True)
    assert "rakuten.card" not in asked(offers, THE_5TH, answered={"rakuten.card"})
