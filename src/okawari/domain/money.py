"""Amounts of money with their currency."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True, order=True)
class Money:
    """An exact amount in one currency (ISO 4217 code), never a float."""

    amount: Decimal
    currency: str = "JPY"

    def __add__(self, other: Money) -> Money:
        """Return the sum; ValueError when the currencies differ."""
        self._same_currency(other)
        return Money(self.amount + other.amount, self.currency)

    def __sub__(self, other: Money) -> Money:
        """Return the difference; ValueError when the currencies differ."""
        self._same_currency(other)
        return Money(self.amount - other.amount, self.currency)

    def times(self, count: int) -> Money:
        """Return the amount for `count` pieces."""
        return Money(self.amount * count, self.currency)

    def plain(self) -> str:
        """Return the amount as plain digits ("1010", "6.13"): no exponent, no grouping."""
        digits = str(self.amount)
        return format(self.amount, "f") if "E" in digits else digits

    def _same_currency(self, other: Money) -> None:
        if self.currency != other.currency:
            message = f"cannot mix {self.currency} and {other.currency}"
            raise ValueError(message)


_DECIMALS = {"JPY": 0, "KRW": 0, "VND": 0, "CLP": 0, "ISK": 0, "BHD": 3, "KWD": 3, "OMR": 3, "TND": 3}


def smallest_units(money: Money) -> int:
    """Return the amount in the currency's smallest unit, what is below it cut off: yen, cents, fils."""
    return int(money.amount.scaleb(_DECIMALS.get(money.currency, 2)))


def whole_yen(money: Money | None) -> int | None:
    """Return an amount of yen without what is below one, None for no amount and for other currencies."""
    return int(money.amount) if money is not None and money.currency == "JPY" else None


def of_units(units: int, currency: str) -> Money:
    """Return the amount of so many smallest units."""
    return Money(Decimal(units).scaleb(-_DECIMALS.get(currency, 2)), currency)


def yen(amount: int) -> Money:
    """Return an amount of yen."""
    return Money(Decimal(amount), "JPY")


def total(amounts: Iterable[Money]) -> Money | None:
    """Return the sum, or None for no amounts or mixed currencies."""
    whole, currencies = Decimal(0), set()
    for money in amounts:
        whole += money.amount
        currencies.add(money.currency)
    return Money(whole, currencies.pop()) if len(currencies) == 1 else None


def allocate(discount: int, weights: Sequence[int]) -> tuple[int, ...]:
    """Return `discount` spread over `weights` in whole units; the parts sum up to `discount`.

    Largest remainder first, then the earlier line. Source: REF-AMZ-PROMO-01.
    """
    whole = sum(weights)
    if whole <= 0:
        message = "the weights must sum up to more than zero"
        raise ValueError(message)
    parts = [discount * weight // whole for weight in weights]
    remainders = [discount * weight % whole for weight in weights]
    left = discount - sum(parts)
    for index in sorted(range(len(weights)), key=lambda i: (-remainders[i], i))[:left]:
        parts[index] += 1
    return tuple(parts)
