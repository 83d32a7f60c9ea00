"""Which doors are open: by the mall, who sold, who shipped, and the day."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from okawari.domain.authenticity import Authenticity, Verdict
from okawari.domain.case import Case, CaseState
from okawari.domain.contact import Contact, Party
from okawari.domain.doors import Stand, Way, doors_of, lacks_of
from okawari.domain.message import CauseCode
from okawari.domain.money import yen
from okawari.domain.payment import PaidBy
from okawari.domain.plan import CauseFinding, Plan, RefundLeg, Seen
from okawari.rules.loader import rules
from okawari.sources.registry import merchants

LATEST = date(2026, 11, 10)
WROTE = datetime(2026, 11, 15, 3, tzinfo=UTC)
BY_SELLER = Case(
    merchant="amazon_jp",
    order="250-1234567-7654321",
    state=CaseState.SHIPPED,
    authenticity=Authenticity(Verdict.GENUINE),
    seller="某商店",
    shipped_by="某商店",
    delivery_latest=LATEST,
    amount_due=yen(3_000),
    contacts=(Contact(party=Party.SELLER, at=WROTE, said="x"),),
)


def doors(on, case=BY_SELLER, **change):
    case = replace(case, **change)
    plan = Plan(case=case, on=on, cause=CauseFinding(code=CauseCode.UNKNOWN))
    return {door.way: door for door in doors_of(plan, rules("marketplace"))}


@pytest.mark.parametrize(
    ("on", "stand"),
    [
        (date(2026, 11, 16), Stand.WAIT),
        (date(2026, 11, 17), Stand.OPEN),
        (LATEST + timedelta(days=90), Stand.OPEN),
        (LATEST + timedelta(days=91), Stand.CLOSED),
    ],
)
def test_the_guarantee_opens_48_hours_after_the_contact_and_closes_on_day_90(on, stand):
    door = doors(on)[Way.A_TO_Z]
    assert (door.stand, door.opens, door.closes) == (stand, date(2026, 11, 17), date(2027, 2, 8))
    assert door.cap == yen(300_000)


def test_three_days_after_the_latest_estimate_when_the_contact_was_early():
    early = (Contact(party=Party.SELLER, at=datetime(2026, 11, 1, tzinfo=UTC), said="x"),)
    assert doors(LATEST, contacts=early)[Way.A_TO_Z].opens == date(2026, 11, 13)


@pytest.mark.parametrize(
    ("change", "stand", "note"),
    [
        ({"contacts": ()}, Stand.WAIT, "claims.note_write_first"),
        ({"shipped_by": None}, Stand.UNKNOWN, "claims.note_who_shipped"),
        ({"delivery_latest": None}, Stand.UNKNOWN, "claims.note_chargeback"),
        ({"amount_due": yen(300_001)}, Stand.OPEN, "claims.note_over_cap"),
        ({"state": CaseState.REFUNDED}, Stand.SETTLED, "claims.note_chargeback"),
    ],
)
def test_what_changes_the_guarantee(change, stand, note):
    door = doors(date(2026, 11, 20), **change)[Way.A_TO_Z]
    assert door.stand is stand
    assert note in {one.key for one in door.notes}


def test_a_chargeback_closes_the_guarantee_and_its_days():
    disputed = Contact(party=Party.CHARGEBACK, at=datetime(2026, 11, 18, 3, tzinfo=UTC), said="x")
    door = doors(date(2026, 11, 20), contacts=(*BY_SELLER.contacts, disputed))[Way.A_TO_Z]
    assert (door.stand, door.opens, door.closes) == (Stand.CLOSED, None, None)
    assert [(note.key, note.values["day"]) for note in door.notes] == [
        ("claims.note_closed_by_chargeback", date(2026, 11, 18))
    ]
    assert "MKT-ATOZ-05" in door.rules
    refunded = doors(date(2026, 11, 20), contacts=(disputed,), state=CaseState.REFUNDED)[Way.A_TO_Z]
    assert refunded.stand is Stand.SETTLED


def test_digital_goods_have_the_customer_service_and_no_days_of_the_guarantee():
    digital = replace(BY_SELLER, order="D01-1234567-7654321", contacts=(), delivery_latest=None)
    found = doors(date(2026, 11, 20), digital)
    assert {way: door.stand for way, door in found.items()} == {
        Way.CUSTOMER_SERVICE: Stand.OPEN,
        Way.A_TO_Z: Stand.EXCLUDED,
    }
    assert [note.key for note in found[Way.A_TO_Z].notes] == ["claims.note_digital"]
    plan = Plan(case=digital, on=LATEST, cause=CauseFinding(code=CauseCode.UNKNOWN))
    assert "delivery_latest" not in lacks_of(plan)


def test_what_amazon_ships_for_a_seller_lacks_no_day_of_the_guarantee():
    shipped = replace(BY_SELLER, shipped_by="Amazon", delivery_latest=None)
    assert "delivery_latest" not in lacks_of(Plan(case=shipped, on=LATEST, cause=CauseFinding(code=CauseCode.UNKNOWN)))


def test_no_cap_is_named_at_the_cap():
    notes = doors(date(2026, 11, 20), amount_due=yen(300_000))[Way.A_TO_Z].notes
    assert "claims.note_over_cap" not in {one.key for one in notes}


@pytest.mark.parametrize(
    "change",
    [
        {"shipped_by": "Amazon.co.jp"},
        {"seller": "Amazon.co.jp", "shipped_by": None},
        {"seller": "アマゾンジャパン合同会社"},
    ],
)
def test_what_amazon_sold_or_shipped_goes_to_its_customer_service(change):
    found = doors(date(2026, 11, 20), **change)
    assert [(way, door.stand) for way, door in found.items()] == [(Way.CUSTOMER_SERVICE, Stand.OPEN)]


def test_nobody_knows_the_door_where_nobody_said_who_sold():
    found = doors(date(2026, 11, 20), seller=None, shipped_by=None)
    assert {way: door.stand for way, door in found.items()} == {
        Way.CUSTOMER_SERVICE: Stand.UNKNOWN,
        Way.A_TO_Z: Stand.UNKNOWN,
    }


@pytest.mark.parametrize(("on", "stand"), [(date(2027, 2, 14), Stand.OPEN), (date(2027, 2, 15), Stand.CLOSED)])
def test_rakutens_service_closes_91_days_after_the_order(on, stand):
    found = doors(on, merchant="rakuten", ordered_on=date(2026, 11, 15))
    assert found[Way.ANSHIN].stand is stand
    assert found[Way.ANSHIN].cap == yen(300_000)
    assert found[Way.SHOP].stand is Stand.OPEN


def test_rakutens_service_is_unknown_without_the_day_of_the_order():
    assert doors(date(2026, 11, 20), merchant="rakuten")[Way.ANSHIN].stand is Stand.UNKNOWN


@pytest.mark.parametrize(
    ("merchant", "way"), [("yahoo_shopping", Way.YAHOO_NONARRIVAL), ("mercari", Way.MALL), (None, Way.MALL)]
)
def test_what_nobody_confirmed_is_unknown_and_has_no_day(merchant, way):
    door = doors(date(2026, 11, 20), merchant=merchant)[way]
    assert (door.stand, door.opens, door.closes, door.cap) == (Stand.UNKNOWN, None, None, None)


def test_a_shop_that_is_no_mall_has_no_other_door():
    plan = Plan(case=replace(BY_SELLER, merchant="yodobashi"), on=LATEST, cause=CauseFinding(code=CauseCode.UNKNOWN))
    assert [door.way for door in doors_of(plan, rules("marketplace"), merchants()["yodobashi"])] == [Way.SHOP]


def test_nothing_is_claimed_when_every_share_of_a_cancel_is_back():
    leg = RefundLeg(method="paypay", amount=yen(3_000), rule=None, destination="unknown", seen=Seen(ground="known"))
    case = replace(BY_SELLER, state=CaseState.CANCELLED, cancelled_at=WROTE)
    plan = Plan(case=case, on=date(2026, 11, 20), cause=CauseFinding(code=CauseCode.UNKNOWN), refunds=(leg,))
    assert [door.stand for door in doors_of(plan, rules("marketplace"))] == [Stand.SETTLED]


def test_what_lacks_is_named():
    bare = replace(
        BY_SELLER, order="told-12345678", shipped_by=None, delivery_latest=None, amount_due=None, contacts=()
    )
    plan = Plan(case=bare, on=date(2026, 11, 20), cause=CauseFinding(code=CauseCode.UNKNOWN))
    assert lacks_of(plan) == ("order", "shipped_by", "delivery_latest", "contact", "payment", "amount")


def test_how_it_was_paid_does_not_lack_once_the_person_told_it():
    for paid_by, lacks in (((), True), ((PaidBy(method="credit_card"),), False)):
        plan = Plan(case=replace(BY_SELLER, paid_by=paid_by), on=LATEST, cause=CauseFinding(code=CauseCode.UNKNOWN))
        assert ("payment" in lacks_of(plan)) is lacks
