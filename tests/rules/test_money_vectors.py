"""The worked examples of `money_vectors.toml`, each by its name and on the way on which a plan goes."""

import tomllib
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from okawari.domain.contact import Contact, Party
from okawari.domain.doors import Stand, Way, doors_of
from okawari.domain.guarantee import claim_from, claim_window
from okawari.domain.message import CauseCode
from okawari.domain.money import yen
from okawari.domain.plan import CauseFinding, Plan
from okawari.domain.refund.carrier_month import carrier_billing
from okawari.domain.refund.paidy import set_off
from okawari.rules.loader import rules, sources
from tests.domain.refund.made import cancelled

VECTORS = tomllib.loads(Path(__file__).with_name("money_vectors.toml").read_text(encoding="utf-8"), parse_float=Decimal)


def named(key):
    return [pytest.param(vector, id=name) for name, vector in VECTORS.items() if key in vector]


def test_every_vector_is_tried_and_names_a_known_source():
    tried = [one for key in ("paidy", "docomo", "guarantee", "tracking") for one in named(key)]
    assert len(tried) == len(VECTORS)
    assert {vector["source"] for vector in VECTORS.values()} <= set(sources())


@pytest.mark.parametrize("vector", named("paidy"))
def test_a_refund_is_set_off_against_bills(vector):
    shrunk, left = set_off([yen(bill) for bill in vector["paidy"]["bills"]], yen(vector["paidy"]["refund"]))
    assert (list(shrunk), left) == ([yen(bill) for bill in vector["bills"]], yen(vector["carry"]))


@pytest.mark.parametrize("vector", named("docomo"))
def test_a_phone_bill_of_an_order_that_was_cancelled(vector):
    billing = carrier_billing(**vector["docomo"])
    if vector["outcome"] == "removed":
        assert billing.removed
    else:
        assert not billing.removed
        assert {"billed": billing.usage_month, "deducted": billing.deducted_month} == vector["outcome"]


@pytest.mark.parametrize("vector", named("guarantee"))
def test_the_days_of_the_marketplace_guarantee(vector):
    given, marketplace = vector["guarantee"], rules("marketplace")
    case = cancelled(
        seller="某商店",
        shipped_by="某商店",
        delivery_latest=given["max_edd"],
        contacts=(Contact(party=Party.SELLER, at=given["message"], said="x"),),
    )
    days = {one.what: one.on for one in claim_window(case, marketplace, given["message"])}
    assert (days["atoz_opens"], days["atoz_closes"]) == (vector["opens"], vector["closes"])
    assert claim_from(given["message"], marketplace) == vector["earliest_claim"]
    stands = {on: stand_on(case, on) for on in (date(2026, 6, 4), date(2026, 6, 5), vector["closes"])}
    assert list(stands.values()) == [Stand.WAIT, Stand.OPEN, Stand.OPEN]


def stand_on(case, on):
    doors = doors_of(Plan(case=case, on=on, cause=CauseFinding(code=CauseCode.UNKNOWN)), rules("marketplace"))
    return next(door.stand for door in doors if door.way is Way.A_TO_Z)


@pytest.mark.parametrize("vector", named("tracking"))
def test_the_rate_of_valid_tracking_meets_what_sellers_are_asked_for(vector):
    (rule,) = [one for one in rules("marketplace") if one.id == "MKT-MET-05"]
    valid, total = vector["tracking"]["valid"], vector["tracking"]["total"]
    target = Decimal(str(rule.then["target_ge"]))
    assert Decimal(valid) / total == vector["rate"] >= target > Decimal(valid - 1) / total
