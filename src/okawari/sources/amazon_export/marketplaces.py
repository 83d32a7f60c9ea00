"""Whose order it is, how it was paid and who carried it, as an export writes that."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from functools import cache, lru_cache
from importlib import resources

from okawari.domain.message import Parcel, PaymentPart
from okawari.reading.carriers import carrier_of
from okawari.reading.payments import payment_method
from okawari.sources.amazon_export.cells import joined

_REMEMBERED = 1024
_CARRIER = re.compile(r"(?P<name>[^(]{1,60}?) ?[-(] ?(?P<number>[A-Z0-9][A-Z0-9-]{4,39})\)?")
_OWN_CARRIERS = re.compile(r"AMZN\b|AMZN_|AMZL|ATS\b")
_GIFT_BALANCE = re.compile(r"gift certificate(?:/card)?|gift card", re.IGNORECASE)


@lru_cache(maxsize=_REMEMBERED)
def merchant_of(website: str | None, currency: str | None) -> str | None:
    """Return the merchant; by its currency alone where the export names no website, None where that leaves it open."""
    if website is not None:
        return _known("websites").get(website.lower().removeprefix("www."))
    return _known("currencies").get(currency or "")


@lru_cache(maxsize=_REMEMBERED)
def payments_of(cell: str | None) -> tuple[PaymentPart, ...]:
    """Return the ways of paying in a cell such as `Gift Certificate/Card and Visa - 5171`; no cell names amounts."""
    return tuple(PaymentPart(method=_method(wording), wording=wording) for wording in joined(cell))


def parcel_of(wording: str) -> Parcel | None:
    """Return the parcel in `ヤマト運輸 - 498765432101` or `AMZN_US(TBA…)`, None where no number stands there."""
    found = _CARRIER.fullmatch(wording[:120])
    if found is None:
        return None
    number = found["number"].strip("-")
    return Parcel(carrier=_carrier(found["name"].strip(), len(number)), number=number)


@lru_cache(maxsize=_REMEMBERED)
def _carrier(name: str, digits: int) -> str:
    return "amazon" if _OWN_CARRIERS.match(name) else carrier_of(name, "0" * digits)


def _method(wording: str) -> str:
    return "amazon_gift_balance" if _GIFT_BALANCE.fullmatch(wording) else payment_method(wording)


@cache
def _known(table: str) -> Mapping[str, str]:
    described = tomllib.loads((resources.files(__package__) / "marketplaces.toml").read_text(encoding="utf-8"))
    found: Mapping[str, str] = described[table]
    return found
