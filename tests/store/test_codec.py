"""Facts as JSON: nothing is lost on the way, and nothing that is no fact comes back as one."""

from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from okawari.domain import facts as vocabulary
from okawari.domain.authenticity import Authenticity, Reason, Verdict
from okawari.domain.facts import CancelNotified, Fact, OrderPlaced, PersonSaid, Provenance
from okawari.domain.message import Cancel, CancelBy, CauseCode, Item, OrderPart, PaymentPart, Refund
from okawari.domain.money import Money
from okawari.domain.payment import CardCycle, PaidBy
from okawari.store.codec import FACT_KINDS, CodecError, fact_from_json, fact_kind, fact_to_json

PROVENANCE = Provenance(
    evidence="ab" * 32,
    file="受信箱.mbox#3",
    reader="amazon_jp",
    reader_version=2,
    authenticity=Authenticity(Verdict.GENUINE, (Reason("aligned_pass", "amazon.co.jp"),)),
)

text = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
money = st.builds(Money, st.decimals(0, 10**9, places=2), st.sampled_from(["JPY", "USD"]))
items = st.builds(
    Item,
    title=text,
    quantity=st.none() | st.integers(1, 99),
    price=st.none() | money,
    identifiers=st.lists(st.tuples(text, text), max_size=2).map(tuple),
)
moments = st.datetimes(timezones=st.sampled_from([UTC, timezone(timedelta(hours=9))]))
parts = st.builds(
    OrderPart,
    number=text,
    items=st.lists(items, max_size=3).map(tuple),
    total=st.none() | money,
    ordered_on=st.none() | st.dates(),
)


def test_every_fact_has_a_name_under_which_it_is_kept():
    of_the_domain = {
        kind for kind in vars(vocabulary).values() if isinstance(kind, type) and issubclass(kind, Fact) and kind != Fact
    }
    assert of_the_domain == set(FACT_KINDS.values())


@given(text, st.none() | moments, parts, st.booleans(), st.sampled_from(CauseCode))
def test_a_cancel_comes_back_as_it_was(order, at, part, partial, cause):
    fact = CancelNotified(
        merchant="amazon_jp",
        order=order,
        at=at,
        provenance=PROVENANCE,
        cancel=Cancel(by=CancelBy.SHOP, cause=cause, wording="在庫切れのため"),
        partial=partial,
        items=part.items,
        refund=Refund(amount=Money(Decimal(1010)), date=date(2026, 11, 23), charged=False),
        part=part,
    )
    assert fact_from_json(fact_kind(fact), fact_to_json(fact)) == fact


@pytest.mark.parametrize(("title", "order"), [("a\ud800", "1"), ("a?", "1\ud800"), ("a\ud800", "1\ud800")])
def test_half_a_character_is_lost_and_nothing_else(title, order):
    part = OrderPart(number="1", items=(Item(title="品", quantity=1), Item(title=title, price=Money(Decimal(10)))))
    fact = OrderPlaced(merchant="amazon_jp", order=order, at=None, provenance=PROVENANCE, part=part)
    read = fact_from_json(fact_kind(fact), fact_to_json(fact))
    assert (read.provenance, read.order) == (PROVENANCE, order.replace("\ud800", "?"))
    assert read.part.items == (part.items[0], Item(title="a?", price=Money(Decimal(10))))


def test_what_a_person_said_comes_back_as_it_was():
    said = PersonSaid(
        merchant=None,
        order="1",
        at=datetime(2026, 11, 23, tzinfo=UTC),
        provenance=PROVENANCE,
        payments=(PaymentPart(method="credit_card"),),
        paid_by=(PaidBy(method="rakuten_points", kind="limited", expiry=date(2026, 7, 31)),),
        card=CardCycle(closing_day=15, payment_day=10),
        captured=False,
        part=OrderPart(number="1"),
    )
    assert fact_from_json(fact_kind(said), fact_to_json(said)) == said


def test_only_what_differs_from_the_default_is_kept():
    placed = OrderPlaced(merchant=None, order="1", at=None, provenance=PROVENANCE, part=OrderPart(number="1"))
    assert '"part":{"number":"1"}' in fact_to_json(placed)


@pytest.mark.parametrize(
    ("kind", "payload"),
    [
        ("order_place", "{}"),
        ("order_placed", "{"),
        ("order_placed", "[]"),
        ("order_placed", "{}"),
        ("order_placed", '{"merchant":null,"order":"1","at":null,"provenance":{},"part":{"number":"1"}}'),
    ],
)
def test_what_is_no_fact_is_refused(kind, payload):
    with pytest.raises(CodecError):
        fact_from_json(kind, payload)


@pytest.mark.parametrize(
    ("known", "changed"),
    [
        ('"order":"1"', '"order":1'),
        ('"number":"1"', '"number":"1","colour":"red"'),
        ('"at":null', '"at":"yesterday"'),
        ('"verdict":"genuine"', '"verdict":"sure"'),
        ('"reasons":[', '"reasons":[0,'),
    ],
)
def test_a_field_that_is_unknown_or_of_the_wrong_type_is_refused(known, changed):
    placed = OrderPlaced(merchant=None, order="1", at=None, provenance=PROVENANCE, part=OrderPart(number="1"))
    kept = fact_to_json(placed)
    assert known in kept
    with pytest.raises(CodecError):
        fact_from_json("order_placed", kept.replace(known, changed))
