import pytest

from okawari.domain.message import Item, MessageKind, OrderPart, PaymentPart, Understanding
from okawari.domain.money import yen
from okawari.reading.shop_mail.taken_off import with_taken_off

CARD = PaymentPart(method="credit_card", wording="クレジットカード")


def paid(text, *, total=900, chosen=(CARD,), points="rakuten_points"):
    item = Item(title="品物", quantity=1, price=yen(1000), line_total=yen(1000))
    order = OrderPart(number="1", items=(item,), total=yen(total), payments=chosen)
    said = Understanding(merchant="rakuten", kind=MessageKind.ORDER_PLACED, orders=(order,))
    (after,) = with_taken_off(said, text, points=points, vouchers="paypay_voucher").orders
    return [(part.method, part.kind, part.amount and int(part.amount.amount)) for part in after.payments]


@pytest.mark.parametrize(
    ("line", "part"),
    [
        ("ポイント利用 : P100", ("rakuten_points", None, 100)),
        ("ポイント利用  -100(円)", ("rakuten_points", None, 100)),
        ("期間限定ポイント利用：▲100円", ("rakuten_points", "limited", 100)),
        ("ご利用ポイント：100ポイント", ("rakuten_points", None, 100)),
        ("PayPayポイント利用：-100円", ("paypay_points", None, 100)),
        ("商品券利用：-100円", ("paypay_voucher", None, 100)),
        ("クーポン：¥１００", ("coupon", None, 100)),
    ],
)
def test_what_was_taken_off_and_what_is_left_for_the_card(line, part):
    assert paid(line) == [("credit_card", None, 900), part]


@pytest.mark.parametrize(
    "line",
    [
        "クーポン : 利用なし",
        "ポイント利用 : P0",
        "クーポン割引：-¥0",
        "獲得ポイント：100",
        "ポイント利用をご希望の方は",
    ],
)
def test_what_was_not_used_is_no_way_of_paying(line):
    assert paid(line) == [("credit_card", None, None)]


def test_the_card_keeps_an_unknown_share_where_the_sum_does_not_come_out():
    assert paid("ポイント利用：100円", total=850) == [("credit_card", None, None), ("rakuten_points", None, 100)]


def test_shipping_counts():
    assert paid("送料：500円\nポイント利用：100円", total=1400)[0] == ("credit_card", None, 1400)


def test_an_unclear_shipping_leaves_it_unknown():
    assert paid("送料：別途ご連絡\nポイント利用：100円", total=1400)[0] == ("credit_card", None, None)


def test_two_kinds_of_points_are_two_shares():
    text = "期間限定ポイント利用：60円\nポイント利用：40円"
    assert paid(text)[1:] == [("rakuten_points", "limited", 60), ("rakuten_points", None, 40)]


def test_a_worth_that_cannot_be_read_stays_unknown():
    assert paid("ポイント利用：全額") == [("credit_card", None, None), ("rakuten_points", None, None)]
