"""Every way of paying can be chosen, and comes back as it was chosen."""

import pytest

from okawari.domain.payment import KINDS, METHODS
from okawari.services.shops import card_families, known_merchants
from okawari.web.forms import Fields
from okawari.web.payment_form import choices, read_paid
from okawari.web.words import Words
from tests.web.conftest import NOW

WORDS = Words("ja", NOW.date(), known_merchants())
OPTIONS = [value for _, options in choices(WORDS).methods for value, _ in options]


def test_every_way_of_paying_is_offered_once():
    assert len(OPTIONS) == len(set(OPTIONS))
    assert {option.partition(":")[0] for option in OPTIONS} == set(METHODS)


@pytest.mark.parametrize("option", OPTIONS)
def test_an_option_is_understood(option):
    fields = Fields({"method1": option, "amount1": "500", "expiry1": "2026-12-31"}, WORDS)
    (paid,) = read_paid(fields).paid_by
    method, _, kind = option.partition(":")
    assert (paid.method, paid.kind) == (method, kind or None)
    assert paid.kind is None or paid.kind in KINDS[method]
    assert (paid.expiry is not None) == (kind == "limited")
    assert fields.errors == {}


def test_names_are_told_apart():
    for _, options in choices(WORDS).methods:
        names = [name for _, name in options]
        assert len(names) == len(set(names))


def test_every_card_that_is_known_is_offered_under_its_name():
    issuers = choices(WORDS).issuers
    assert {card for card, _ in issuers} == set(card_families())
    assert len({name for _, name in issuers}) == len(issuers)


@pytest.mark.parametrize("card", [*sorted(card_families()), "moon_card", ""])
def test_a_card_is_understood_and_one_that_nobody_knows_is_none(card):
    assert read_paid(Fields({"issuer": card}, WORDS)).issuer == (card if card in card_families() else None)
