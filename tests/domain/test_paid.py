import pytest

from okawari.domain.message import Item, PaymentPart
from okawari.domain.money import yen
from okawari.domain.paid import whole_price

ITEMS = (Item(title="品物", quantity=1, price=yen(2800), line_total=yen(2800)),)


@pytest.mark.parametrize(
    ("coupon", "paid"),
    [(yen(300), yen(2500)), (None, None), (yen(2800), None)],
    ids=["known", "of unknown worth", "of the whole price"],
)
def test_a_coupon_is_taken_off_where_no_total_is_said(coupon, paid):
    assert whole_price(None, ITEMS, [PaymentPart(method="coupon", amount=coupon)]) == paid


def test_points_are_part_of_what_was_paid():
    assert whole_price(None, ITEMS, [PaymentPart(method="mercari_points", amount=None)]) == yen(2800)
