"""What a message says becomes facts."""

from datetime import UTC, datetime

import pytest

from okawari.domain import facts as kinds
from okawari.domain.authenticity import Authenticity, Verdict
from okawari.domain.facts import facts_of
from okawari.domain.message import Cancel, CancelBy, MessageKind, MessageReading, OrderPart, Refund, Understanding
from okawari.domain.money import yen

ONE, TWO = OrderPart(number="250-1234567-1234567"), OrderPart(number="250-7654321-7654321")
FACT = {
    MessageKind.ORDER_PLACED: kinds.OrderPlaced,
    MessageKind.SHIPPED: kinds.ShipmentNotified,
    MessageKind.OUT_FOR_DELIVERY: kinds.ShipmentNotified,
    MessageKind.DELIVERED: kinds.ShipmentNotified,
    MessageKind.DELAYED: kinds.DelayNotified,
    MessageKind.BACKORDERED: kinds.DelayNotified,
    MessageKind.CANCELLED: kinds.CancelNotified,
    MessageKind.PARTIALLY_CANCELLED: kinds.CancelNotified,
    MessageKind.CANCEL_REQUESTED: kinds.CancelRequested,
    MessageKind.REFUND_ISSUED: kinds.RefundIssued,
    MessageKind.PAYMENT_FAILED: kinds.PaymentFailed,
    MessageKind.SUBSTITUTE_OFFERED: kinds.SubstituteOffered,
    MessageKind.SELLER_MESSAGE: kinds.SellerWrote,
    MessageKind.CARD_USED: None,
    MessageKind.RESTOCK: kinds.OfferedAgain,
    MessageKind.PROMOTION: None,
    MessageKind.OTHER: None,
}


def reading(kind, *orders, verdict=Verdict.GENUINE, said_at=None, **said):
    return MessageReading(
        file="mail.eml",
        sha256="a" * 64,
        message_id="<one@example.jp>",
        date=datetime(2026, 11, 23, tzinfo=UTC),
        subject="件名",
        sender="order-update@amazon.co.jp",
        authenticity=Authenticity(verdict),
        understood=Understanding(merchant="amazon_jp", kind=kind, orders=orders, reader="test", **said),
        said_at=said_at,
    )


@pytest.mark.parametrize("kind", list(MessageKind))
def test_each_kind_of_message_becomes_its_fact(kind):
    found = facts_of(reading(kind, ONE))
    assert [type(fact) for fact in found] == ([FACT[kind]] if FACT[kind] else [])
    assert all(
        (fact.order, fact.merchant, fact.provenance.evidence) == (ONE.number, "amazon_jp", "a" * 64) for fact in found
    )


def test_a_message_about_several_orders_speaks_of_each():
    found = facts_of(reading(MessageKind.CANCELLED, ONE, TWO, refund=Refund(amount=yen(1010))))
    assert [fact.order for fact in found] == [ONE.number, TWO.number]
    assert [fact.refund.amount for fact in found] == [None, None]


def test_a_cancel_mail_tells_of_its_refund_too():
    (fact,) = facts_of(
        reading(MessageKind.CANCELLED, ONE, cancel=Cancel(by=CancelBy.SHOP), refund=Refund(amount=yen(1010)))
    )
    assert (fact.cancel.by, fact.refund.amount, fact.partial) == (CancelBy.SHOP, yen(1010), False)


@pytest.mark.parametrize("kind", list(MessageKind))
def test_a_message_without_order_counts_where_it_needs_the_person(kind):
    calm = {
        "order_placed",
        "shipped",
        "out_for_delivery",
        "delivered",
        "delayed",
        "card_used",
        "restock",
        "promotion",
        "other",
    }
    assert [fact.order for fact in facts_of(reading(kind))] == ([] if kind in calm else [""])


@pytest.mark.parametrize("kind", list(MessageKind))
def test_a_forged_message_is_only_that(kind):
    for orders, numbers in (((), [""]), ((ONE,), [ONE.number]), ((ONE, TWO, ONE), [ONE.number, TWO.number])):
        found = facts_of(reading(kind, *orders, verdict=Verdict.PHISHING))
        assert [type(fact) for fact in found] == [kinds.PhishingReceived] * len(numbers)
        assert [fact.order for fact in found] == numbers


def test_a_forwarded_message_counts_from_when_it_was_written():
    before = datetime(2026, 11, 20, tzinfo=UTC)
    assert facts_of(reading(MessageKind.SHIPPED, ONE, said_at=before))[0].at == before
