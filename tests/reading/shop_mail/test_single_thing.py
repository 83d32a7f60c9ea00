import pytest

from okawari.domain.mail import Mail
from okawari.domain.message import OrderPart
from okawari.reading.shop_mail.single_thing import is_ones_own_sale, named_thing, without_named_thing

THING = r"m\d{8,14}"


def test_the_name_in_the_subject_is_taken_out():
    mail = Mail(file="", sha256="", subject="「合計「大」キャンセル」が発送されました")
    assert without_named_thing(mail).subject == "「」が発送されました"


@pytest.mark.parametrize(
    ("subject", "own"),
    [
        ("「」の発送をお願いします", True),
        ("「」が購入されました", True),
        ("ご購入ありがとうございます", False),
        ("「」が発送されました", False),
    ],
)
def test_ones_own_sale(subject, own):
    assert is_ones_own_sale(subject) is own


def test_a_listing_is_one_piece():
    mail = Mail(file="", sha256="", subject="「絵本」が発送されました", text="商品代金 : ¥500\n")
    (item,) = named_thing(OrderPart(number="m81198341643"), mail, THING).items
    assert (item.title, item.quantity, int(item.line_total.amount)) == ("絵本", 1, 500)


def test_a_shops_order_may_hold_more():
    order = OrderPart(number="order_8Kq2Zt5mXw")
    assert named_thing(order, Mail(file="", sha256="", subject="「絵本」"), THING) == order
