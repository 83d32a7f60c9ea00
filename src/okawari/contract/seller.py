"""The document `okawari.seller/1`."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from okawari.contract.rank import risk
from okawari.contract.values import Document, day, money, problems
from okawari.domain.seller_check import CheckedSeller
from okawari.i18n import text

SCHEMA = "okawari.seller/1"


def seller_document(checked: Iterable[CheckedSeller], on: date, locale: str) -> Document:
    """Return the sellers with every point of the check, the least risk first."""
    return {
        "schema": SCHEMA,
        "on": day(on),
        "rule": "MKT-RISK-01",
        "sellers": [_seller(one, locale) for one in checked],
    }


def _seller(one: CheckedSeller, locale: str) -> Document:
    offer = one.offer
    return {
        "seller": offer.seller,
        "mall": offer.mall,
        "shipped_by": offer.shipped_by,
        "country": offer.country,
        "price": money(offer.price),
        "tier": one.risk.tier.value,
        "risk": risk(one.risk, locale),
        "checks": [
            {
                "code": check.code,
                "state": check.state.value,
                "text": text(f"seller.{check.code}_{check.state.value}", locale),
            }
            for check in one.checks
        ],
        "advice": text(f"seller.advice_{one.risk.level.value}", locale),
        "unknowns": list(one.unknown),
        "problems": problems(offer.problems, locale),
    }
