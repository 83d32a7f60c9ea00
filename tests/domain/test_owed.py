"""What should come back: exact where the evidence adds up, unknown where it does not, never too much."""

import pytest

from okawari.domain.fold import fold
from okawari.domain.message import Item
from okawari.domain.money import Money, yen
from okawari.domain.owed import settle
from okawari.domain.payment import PaidBy

from . import say

A, B, C = say.item("解熱鎮痛薬 24錠", 1010), say.item("電池 単3形 8本", 500, 2), say.item("絆創膏 100枚入り", 300)


def only_case(*facts):
    (case,) = fold(facts)
    return case


@pytest.mark.parametrize(
    ("what", "facts", "due"),
    [
        ("the total of the confirmation", [say.placed(A, total=1010), say.cancelled()], 1010),
        ("with shipping", [say.placed(A, total=1510), say.cancelled()], 1510),
        ("the items, where no total is known", [say.placed(A, B), say.cancelled()], 2010),
        ("the cancel mail alone", [say.cancelled(A, total=1010)], 1010),
        ("nobody knows a price", [say.cancelled(say.item("解熱鎮痛薬", None))], None),
        ("the shop's own figure", [say.cancelled(refund=say.announced(1010))], 1010),
        ("a smaller figure than the price", [say.placed(A, total=1010), say.cancelled(refund=say.announced(900))], 900),
        (
            "a larger figure than the price",
            [say.placed(A, total=1010), say.cancelled(refund=say.announced(9000))],
            None,
        ),
        (
            "nothing was charged",
            [say.placed(A, total=1010), say.cancelled(refund=say.announced(0, charged=False))],
            1010,
        ),
        ("the refund mail's figure", [say.cancelled(), say.refunded(1010)], 1010),
        ("two refund mails", [say.refunded(500), say.refunded(510, mail="second", hours=13)], 1010),
        ("more refunded than paid", [say.placed(A, total=1010), say.refunded(5000)], None),
    ],
)
def test_a_whole_cancel(what, facts, due):
    assert only_case(*facts).amount_due == (yen(due) if due is not None else None), what


GIFT, POINTS, CARD = "amazon_gift_balance", "amazon_points", "credit_card"


@pytest.mark.parametrize(
    ("total", "payments", "due"),
    [
        (0, [(GIFT, 1010)], 1010),
        (1010, [(GIFT, 1010)], 1010),
        (510, [(GIFT, 500), (CARD, 510)], 1010),
        (1010, [(GIFT, 500), (CARD, 510)], 1010),
        (510, [(GIFT, 500), (CARD, None)], 1010),
        (1010, [(GIFT, 500), (CARD, None)], 1010),
        (1010, [(GIFT, None), (CARD, None)], 1010),
        (510, [(GIFT, None), (CARD, None)], None),
        (700, [(GIFT, 500), (CARD, None)], None),
        (910, [("coupon", 100), (CARD, 910)], 910),
        (910, [], None),
        (910, [("unknown", None)], None),
        (910, [(CARD, None)], 910),
        (0, [], None),
        (0, [(GIFT, None)], 1010),
        (None, [(POINTS, 10), (CARD, 1000)], 1010),
    ],
)
def test_a_total_before_or_after_gift_cards_and_points(total, payments, due):
    parts = tuple(say.paid(method, amount) for method, amount in payments)
    case = only_case(say.placed(A, total=total, payments=parts), say.cancelled())
    assert case.amount_due == (yen(due) if due is not None else None)


@pytest.mark.parametrize(
    ("total", "told", "due"),
    [
        (910, [("credit_card", None)], 910),
        (0, [("amazon_gift_balance", None)], 1010),
        (510, [("amazon_gift_balance", 500), ("credit_card", None)], 1010),
        (510, [("amazon_gift_balance", None), ("credit_card", None)], None),
        (910, [], None),
    ],
)
def test_what_the_person_says_of_the_payment_can_tell_the_price(total, told, due):
    case = only_case(say.placed(A, total=total), say.cancelled())
    assert case.amount_due is None
    paid_by = [PaidBy(method=method, amount=yen(amount) if amount else None) for method, amount in told]
    assert settle(case, paid_by).amount_due == (yen(due) if due is not None else None)


def test_nothing_is_settled_where_it_is_known_or_contested():
    paid_by = [PaidBy(method="credit_card")]
    known = only_case(say.placed(A, total=1010), say.cancelled(refund=say.announced(500)))
    assert settle(known, paid_by) == known
    contested = only_case(say.placed(A, total=1010), say.cancelled(refund=say.announced(9000)))
    assert settle(contested, paid_by).amount_due is None
    assert settle(only_case(say.placed(A, total=910)), paid_by).amount_due is None


def test_a_refund_that_names_only_the_card_share_is_not_all():
    payments = (say.paid(GIFT, 500), say.paid(CARD, 510))
    case = only_case(say.placed(A, total=1010, payments=payments), say.cancelled(refund=say.announced(510)))
    assert case.amount_due == yen(1010)


@pytest.mark.parametrize(
    ("what", "order", "cancel", "due", "items"),
    [
        ("one of two", say.placed(A, B, total=2010), say.cancelled(A, partial=True), 1010, ["解熱鎮痛薬 24錠"]),
        ("it calls itself whole", say.placed(A, B, total=2010), say.cancelled(A), 1010, ["解熱鎮痛薬 24錠"]),
        ("all, in parts", say.placed(A, total=1010), say.cancelled(A, partial=True), 1010, ["解熱鎮痛薬 24錠"]),
        ("shipping in the total", say.placed(A, B, total=2510), say.cancelled(A, partial=True), None, None),
        ("a discount in the total", say.placed(A, B, total=1810), say.cancelled(A, partial=True), None, None),
        (
            "the shop's own figure",
            say.placed(A, B, total=1810),
            say.cancelled(A, partial=True, refund=say.announced(910)),
            910,
            None,
        ),
        ("an item that was never ordered", say.placed(A, B, total=2010), say.cancelled(C, partial=True), None, None),
        (
            "one piece of two",
            say.placed(A, B),
            say.cancelled(say.item("電池 単3形 8本", None), partial=True),
            500,
            None,
        ),
        ("a cut title", say.placed(A, B), say.cancelled(say.item("電池 単3形…", None, 2), partial=True), 1000, None),
    ],
)
def test_a_partial_cancel(what, order, cancel, due, items):
    case = only_case(order, cancel)
    assert case.amount_due == (yen(due) if due is not None else None), what
    if items is not None:
        assert [item.title for item in case.cancelled_items] == items


def test_a_part_of_an_order_that_nobody_confirmed():
    case = only_case(say.cancelled(A, partial=True))
    assert (case.partial, case.amount_due) == (True, yen(1010))


def test_two_partial_cancels_that_make_the_whole():
    first, second = say.cancelled(A, partial=True), say.cancelled(B, partial=True, mail="second", hours=11)
    case = only_case(say.placed(A, B, total=2510), first, second)
    assert (case.partial, case.amount_due, len(case.cancelled_items)) == (False, yen(2510), 2)


def test_two_mails_about_one_item_are_not_added_up():
    one = say.item("電池 単3形 8本", 500)
    first, second = say.cancelled(one, partial=True), say.cancelled(one, C, partial=True, mail="second", hours=11)
    case = only_case(say.placed(A, B, C), first, second)
    assert (case.partial, case.amount_due) == (True, None)
    assert [(item.title, item.quantity) for item in case.cancelled_items] == [(B.title, 1), (C.title, 1)]


def test_two_mails_about_one_whole_line_count_it_once():
    first, second = (
        say.cancelled(A, partial=True),
        say.cancelled(A, partial=True, mail="second", hours=11, cause="lost"),
    )
    assert only_case(say.placed(A, B, total=2010), first, second).amount_due == yen(1010)
    refund = say.announced(910)
    told = [say.cancelled(A, partial=True, refund=refund, mail=cause, cause=cause) for cause in ("lost", "unknown")]
    assert only_case(say.placed(A, B, total=1810), *told).amount_due == yen(910)
    mixed = [
        say.cancelled(A, partial=True, refund=say.announced(910)),
        say.cancelled(A, C, partial=True, refund=say.announced(1200), mail="second", hours=11),
    ]
    assert only_case(say.placed(A, B, C, total=2110), *mixed).amount_due is None


def test_two_mails_with_their_own_sums_are_added_up():
    first = say.cancelled(A, partial=True, refund=say.announced(910))
    second = say.cancelled(C, partial=True, refund=say.announced(200), mail="second", hours=11)
    assert only_case(say.placed(A, B, C, total=2110), first, second).amount_due == yen(1110)


def test_a_whole_cancel_takes_its_items_from_the_confirmation():
    case = only_case(say.placed(A, B), say.cancelled())
    assert case.cancelled_items == (A, B)


def test_an_item_of_unknown_number_is_cancelled_with_its_line():
    ordered = Item(title="解熱鎮痛薬 24錠", line_total=yen(1010))
    case = only_case(say.placed(ordered, total=1010), say.cancelled(A))
    assert (case.partial, case.amount_due) == (False, yen(1010))


def test_money_of_two_currencies_is_not_compared():
    dollars = Item(title="Pen", quantity=1, price=Money(yen(6).amount, "USD"), line_total=Money(yen(6).amount, "USD"))
    case = only_case(say.placed(A, dollars, total=1010), say.cancelled(dollars, partial=True))
    assert case.amount_due is None


def test_a_refund_mail_above_the_price_is_told_and_changes_nothing_of_what_is_due():
    said = (say.placed(say.item("A", 3000), total=3000), say.cancelled(), say.refunded(5000))
    (case,) = fold(said)
    assert case.amount_due == yen(3000)
    assert [(one.code, one.detail) for one in case.problems] == [("refund_above_price", "5000 > 3000")]
