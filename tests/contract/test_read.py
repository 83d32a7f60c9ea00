"""The document of `okawari read`."""

import json
from datetime import UTC, date, datetime

import pytest

from okawari.contract.read import read_document, read_document_text
from okawari.domain.authenticity import Authenticity, Reason, Verdict
from okawari.domain.message import (
    Cancel,
    CancelBy,
    CauseCode,
    Item,
    MessageKind,
    MessageReading,
    OrderPart,
    Parcel,
    PaymentPart,
    Refund,
    Understanding,
)
from okawari.domain.money import yen
from okawari.domain.problem import Problem

from .shape import check


def reading(kind=MessageKind.CANCELLED, *orders, **said):
    return MessageReading(
        file="inbox.mbox#3",
        sha256="0" * 64,
        message_id="<one@example.jp>",
        date=datetime(2026, 11, 23, tzinfo=UTC),
        subject="注文がキャンセルされました",
        sender="order-update@amazon.co.jp",
        authenticity=Authenticity(Verdict.UNPROVEN, (Reason("no_trusted_result"),)),
        understood=Understanding(merchant="amazon_jp", kind=kind, orders=orders, **said),
        problems=(Problem("order_number_missing", "orders", "件名"), Problem("some_new_code")),
    )


def part(number, total=None, **more):
    return OrderPart(number=number, total=yen(total) if total else None, **more)


def only(*orders, kind=MessageKind.CANCELLED, **said):
    document = read_document([reading(kind, *orders, **said)], "ja")
    check("read", document)
    return document["messages"][0]


def test_every_key_is_there_when_nothing_is_known():
    empty = only(kind=MessageKind.OTHER)
    assert (empty["items"], empty["total"], empty["cancel"], empty["refund"]) == ([], None, None, None)


def test_a_full_message():
    item = Item(title="解熱鎮痛薬", quantity=2, price=yen(505), line_total=yen(1010))
    message = only(
        part("250-1", 1010, items=(item,), payments=(PaymentPart(method="credit_card"),), seller="Amazon.co.jp"),
        parcels=(Parcel(carrier="yamato", number="444413758703"),),
        cancel=Cancel(by=CancelBy.SHOP, cause=CauseCode.STOCKOUT, wording="在庫切れのため、キャンセルしました。"),
        refund=Refund(amount=yen(1010), destination_wording="クレジットカード", date=date(2026, 11, 24)),
    )
    assert message["date"] == "2026-11-23T00:00:00+00:00"
    assert message["items"][0]["line_total"] == {"amount": "1010", "currency": "JPY"}
    assert message["payment_methods"] == [{"method": "credit_card", "amount": None}]
    assert message["cancel"] == {"by": "shop", "cause": "stockout", "wording": "在庫切れのため、キャンセルしました。"}
    assert message["refund"]["date"] == "2026-11-24"
    assert message["problems"][0]["text"] == "注文番号が見つかりませんでした。"


@pytest.mark.parametrize(("totals", "whole"), [((1010, 500), "1510"), ((1010, None), None), ((), None)])
def test_the_total_is_the_sum_over_all_orders(totals, whole):
    message = only(*(part(f"250-{number}", total) for number, total in enumerate(totals)))
    assert (message["total"] or {"amount": None})["amount"] == whole


def test_two_sellers_are_not_one():
    assert only(part("1", seller="A"), part("2", seller="B"))["seller"] is None
    assert only(part("1", seller="A"), part("2", seller="A"))["seller"] == "A"


@pytest.mark.parametrize("kind", list(MessageKind))
def test_a_cancel_stands_only_where_there_is_one(kind):
    cancels = {MessageKind.CANCELLED, MessageKind.PARTIALLY_CANCELLED, MessageKind.CANCEL_REQUESTED}
    assert (only(part("1"), kind=kind, cancel=Cancel())["cancel"] is not None) is (kind in cancels)


def test_an_order_without_number_is_no_number():
    assert only(part(""), part("1"), part("1"))["order_numbers"] == ["1"]


def test_the_pieces_are_the_document():
    readings = [reading(), reading(MessageKind.SHIPPED, part("1"))]
    for listed in ([], readings[:1], readings):
        assert json.loads("".join(read_document_text(listed, "ja"))) == read_document(listed, "ja")
