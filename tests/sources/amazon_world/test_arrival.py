from datetime import UTC, date, datetime

import pytest

from okawari.domain.mail import Address, Mail
from okawari.sources import registry


def days(merchant, text):
    mail = Mail(
        file="",
        sha256="",
        subject="",
        date=datetime(2026, 11, 20, tzinfo=UTC),
        text=f"{text}\n112-1234567-1234567\n",
        from_=Address("", "order-update@amazon.example", "amazon.example"),
    )
    (reader, *_) = registry.readers(merchant)
    (order,) = reader(mail, registry.merchants()[merchant]).orders
    return order.delivery_earliest, order.delivery_latest


@pytest.mark.parametrize(
    ("merchant", "text", "first", "last"),
    [
        ("amazon_com", "Arriving: Tuesday, November 24", (11, 24), (11, 24)),
        ("amazon_com", "Now expected Dec 30 - January 2.", (12, 30), (1, 2)),
        ("amazon_uk", "Arriving: 23 November - 25 November", (11, 23), (11, 25)),
        ("amazon_de", "Zustellung: Dienstag, 24. November", (11, 24), (11, 24)),
        ("amazon_fr", "Livraison prévue : mar. 24 nov.", (11, 24), (11, 24)),
        ("amazon_it", "Arriverà: 24 novembre", (11, 24), (11, 24)),
        ("amazon_es", "Llegada: martes, 24 de noviembre", (11, 24), (11, 24)),
    ],
)
def test_days(merchant, text, first, last):
    def in_year(month, day):
        return date(2027 if month < 6 else 2026, month, day)

    assert days(merchant, text) == (in_year(*first), in_year(*last))


@pytest.mark.parametrize(
    ("merchant", "text"),
    [
        ("amazon_com", "Arriving Thursday"),
        ("amazon_com", "Arriving: February 30"),
        ("amazon_fr", "Livraison : mar. 24"),
        ("amazon_fr", "Livraison : 3 jui."),
        ("amazon_com", "Order placed November 3"),
    ],
)
def test_no_day_rather_than_a_wrong_one(merchant, text):
    assert days(merchant, text) == (None, None)
