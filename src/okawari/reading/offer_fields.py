"""The fields of one offer in JSON: each as far as it can be used, and a problem for what cannot."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from typing import Any, Final

from okawari.domain.candidate import Condition
from okawari.domain.identifiers import identifiers, valid_jan
from okawari.domain.money import Money
from okawari.domain.offer import Availability
from okawari.domain.problem import Problem
from okawari.reading.page.candidate import availability_of
from okawari.reading.page.conditions import condition_in
from okawari.reading.page.lexicon import states_in
from okawari.reading.price import Price, open_price, read_price
from okawari.reading.steering import unsteered

_MOST_AMOUNT: Final = Decimal(10) ** 10
_TEXT: Final = 500
_STARS: Final = 5
_CURRENCY: Final = re.compile(r"[A-Z]{3}")
_STATES: Final = {state.value: state for state in Availability}
_FREE: Final = frozenset({"free", "無料", "送料無料"})


class Fields:
    """The fields of one entry; what cannot be used becomes a problem and counts as not said."""

    def __init__(self, given: Mapping[str, Any]) -> None:
        """Keep the entry."""
        self._given = given
        self.problems: list[Problem] = []

    def problem(self, code: str, where: str, detail: str = "") -> None:
        """Note what cannot be used."""
        self.problems.append(Problem(code, unsteered(where), unsteered(detail[:80])))

    def text(self, key: str) -> str:
        """Return a text in one line, "" where there is none."""
        value = self._given.get(key)
        if value is None:
            return ""
        if not isinstance(value, str):
            self.problem("offer_field_odd", key, f"{value}")
            return ""
        if len(value) <= _TEXT and value.isprintable() and "  " not in value:
            return value.strip()
        return " ".join(unsteered(value[:_TEXT]).split())

    def flag(self, key: str) -> bool | None:
        """Return true or false, None where neither is said."""
        value = self._given.get(key)
        if value is not None and not isinstance(value, bool):
            self.problem("offer_field_odd", key, f"{value}")
            return None
        return value

    def is_true(self, key: str) -> bool:
        """Return whether true is said."""
        return self.flag(key) is True

    def number(self, key: str, *, least: int = 0, most: int = 10**9) -> int | None:
        """Return a whole number within bounds, None where there is none."""
        value = self._given.get(key)
        if value is None:
            return None
        if type(value) is int and least <= value <= most:
            return value
        amount = decimal_in(value)
        if amount is None or amount != amount.to_integral_value() or not least <= amount <= most:
            self.problem("offer_field_odd", key, f"{value}")
            return None
        return int(amount)

    def per_cent(self, key: str) -> int | None:
        """Return whole per cent; a fraction of five is stars and no per cent."""
        amount = decimal_in(self._given.get(key))
        if amount is None or amount == amount.to_integral_value() or not _STARS < amount <= 100:
            return self.number(key, most=100)
        return int(amount)

    def day(self, key: str) -> date | None:
        """Return a day, also of a moment."""
        try:
            return date.fromisoformat(self.text(key)[:10]) if self.text(key) else None
        except ValueError:
            self.problem("offer_field_odd", key, self.text(key))
            return None

    def moment(self, key: str) -> datetime | None:
        """Return a moment that names its zone."""
        try:
            found = datetime.fromisoformat(self.text(key)) if self.text(key) else None
        except ValueError:
            found = None
        if self.text(key) and (found is None or found.tzinfo is None):
            self.problem("offer_field_odd", key, self.text(key))
            return None
        return found

    def money(self, key: str) -> Money | None:
        """Return an amount: a number, a text or {"amount", "currency"}; `currency` beside it where it says none itself."""
        value = self._given.get(key)
        if value is None:
            return None
        beside = self._given.get("currency")
        currency = (
            beside if isinstance(beside, str) and key != "list_price" else "JPY" if beside is None else f"{beside}"
        )
        if isinstance(value, dict):
            currency = value.get("currency", currency)
            value = value.get("amount")
        if type(value) is int and currency == "JPY" and 0 <= value < _MOST_AMOUNT:
            return Money(Decimal(value))
        amount = decimal_in(value)
        if amount is None and isinstance(value, str) and (read := _priced(value, currency)):
            amount, currency = read.amount, read.currency or currency
        if amount is None and isinstance(value, str) and (of_variants := open_price(value)):
            self.problem("price_of_variants", key, of_variants)
            return None
        if amount is None or not 0 <= amount < _MOST_AMOUNT:
            self.problem("price_unreadable", key, f"{value}")
            return None
        if not isinstance(currency, str) or not _CURRENCY.fullmatch(currency.upper()):
            self.problem("currency_unknown", key, f"{currency}")
            return None
        if currency.upper() == "JPY" and amount != amount.to_integral_value():
            self.problem("price_unreadable", key, f"{value}")
            return None
        return Money(amount, currency.upper())

    def yen(self, key: str) -> int:
        """Return an amount in yen, 0 where there is none."""
        found = self.money(key)
        return int(found.amount) if found is not None and found.currency == "JPY" else 0

    def shipping(self) -> Money | None:
        """Return what shipping costs, also in words (送料無料)."""
        value = self._given.get("shipping")
        if isinstance(value, str) and value.strip().lower() in _FREE:
            return Money(Decimal(0))
        return self.money("shipping")

    def availability(self) -> Availability:
        """Return the state of stock, in the contract's words, those of schema.org or of a page."""
        said = self.text("availability")
        if not said:
            return Availability.UNKNOWN
        if (state := _STATES.get(said)) is not None:
            return state
        found = availability_of(said) or next((one.state for one in states_in(said)), None)
        if found is None:
            self.problem("availability_odd", "availability", said)
        return found or Availability.UNKNOWN

    def condition(self) -> Condition:
        """Return in which state the thing is."""
        said = self.text("condition")
        found = condition_in(said)
        if found is Condition.UNKNOWN and said not in {"", Condition.UNKNOWN}:
            self.problem("condition_odd", "condition", said)
        return found

    def ship_days(self) -> tuple[int, int] | None:
        """Return the earliest and the latest day of shipping, counted from today."""
        value = self._given.get("ships_in_days")
        listed = value if isinstance(value, list) else [value]
        days = [number for one in listed if (number := decimal_in(one)) is not None and 0 <= number <= 3650]
        if value is not None and (len(days) != len(listed) or not days):
            self.problem("offer_field_odd", "ships_in_days", f"{value}")
            return None
        return (int(min(days)), int(max(days))) if days else None

    def identifiers(self) -> tuple[tuple[str, str], ...]:
        """Return the numbers whose form and check digit hold."""
        value = self._given.get("identifiers")
        pairs: list[tuple[Any, Any]] = []
        if isinstance(value, dict):
            pairs = [
                (kind, one) for kind, given in value.items() for one in (given if isinstance(given, list) else [given])
            ]
        elif isinstance(value, list):
            pairs = [(one.get("kind"), one.get("value")) for one in value if isinstance(one, dict)]
        elif value is not None:
            self.problem("offer_field_odd", "identifiers", f"{value}")
        return tuple(
            pair for kind, number in pairs if number is not None and (pair := self._identifier(f"{kind}", f"{number}"))
        )

    def _identifier(self, kind: str, number: str) -> tuple[str, str] | None:
        name = {"ean": "jan", "gtin": "jan", "gtin13": "jan", "isbn13": "isbn", "mpn": "model"}.get(
            kind.lower(), kind.lower()
        )
        bare = number.strip() if name == "model" else re.sub(r"[\s-]", "", number).upper()
        if name == "jan" and len(bare) == 12 and bare.isdigit():
            bare = f"0{bare}"
        if name == "jan" and not valid_jan(bare):
            self.problem("jan_check_digit", f"identifiers.{kind}"[:40], number)
            return None
        if not identifiers("", ((name, bare),)):
            self.problem("identifier_odd", f"identifiers.{kind}"[:40], number)
            return None
        return name, bare


def _priced(text: str, currency: Any) -> Price | None:
    """Return a price in the currency that its own text names, else in the one beside it."""
    found = read_price(text)
    return found if found and found.currency else read_price(text, currency if isinstance(currency, str) else None)


def decimal_in(value: Any) -> Decimal | None:
    """Return a number, or one in a text; None for anything else and what is out of all bounds."""
    if isinstance(value, bool) or not isinstance(value, int | Decimal | str):
        return None
    try:
        amount = Decimal(value)
    except InvalidOperation:
        return None
    return amount if amount.is_finite() and abs(amount.adjusted()) < 12 else None
