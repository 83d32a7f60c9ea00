"""Offers from JSON, whoever wrote it: taken as far as they are clear, and what is not is a problem beside the offer."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from typing import Any, Final

from okawari.domain.candidate import Candidate, Condition, Wanted
from okawari.domain.identifiers import identifiers, valid_jan
from okawari.domain.money import Money
from okawari.domain.offer import Availability
from okawari.domain.problem import Problem
from okawari.domain.profile import Rate
from okawari.domain.same_thing import take_in
from okawari.reading.page.candidate import availability_of
from okawari.reading.page.conditions import condition_in
from okawari.reading.page.lexicon import states_in
from okawari.reading.price import Price, holds_tax, read_price
from okawari.reading.steering import unsteered

MOST_OFFERS: Final = 20_000
_MOST_AMOUNT: Final = Decimal(10) ** 10
_TEXT: Final = 500
_STARS: Final = 5
_CURRENCY: Final = re.compile(r"[A-Z]{3}")
_NAMES: Final = (
    "title mall seller shipped_by url price currency tax_included tax_percent quantity shipping free_shipping_line fee coupon"
    " mall_coupon points point_rate bonus_store availability condition identifiers ships_in_days fast_delivery country rating"
    " rating_count recent_cancels category list_price pickup seen_on fresh_until"
)
_READ: Final = frozenset(_NAMES.split())
_OWN: Final = frozenset({"schema", "file", "offer", "problems", "why", "delivery", "page_kind", "sellers"})
"""What documents of `okawari page` and `okawari offers` hold beside it."""
_FREE: Final = frozenset({"free", "無料", "送料無料"})


class UnreadableOffersError(Exception):
    """A file that holds no offers, with the problem that says why."""

    def __init__(self, code: str, detail: str = "") -> None:
        """Keep the problem."""
        super().__init__(code)
        self.problem = Problem(code, "", detail)


@dataclass(frozen=True, slots=True, kw_only=True)
class Offers:
    """What a file holds: the thing that is wanted, the offers in its order, exchange rates, and what is wrong with it all.

    `credits` are the lines that services want to stand beside their offers.
    """

    wanted: Wanted
    candidates: tuple[Candidate, ...]
    rates: Mapping[str, Rate]
    sale_day: bool = False
    problems: tuple[Problem, ...] = ()
    credits: tuple[str, ...] = ()


def read_offers(text: str) -> Offers:
    """Return the offers of a document `{"wanted": …, "offers": […]}`, or of a bare list; UnreadableOffersError for neither.

    An entry is an offer, or a document of `okawari page` that holds one. Where nothing is said of what is wanted, the
    first offer stands for it.
    """
    try:
        document = json.loads(text, parse_float=Decimal, parse_constant=str)
    except (ValueError, RecursionError) as error:
        raise UnreadableOffersError("offers_not_json", str(error)) from None
    whole = {"offers": document} if isinstance(document, list) else document
    listed = whole.get("offers") if isinstance(whole, dict) else None
    if not isinstance(listed, list):
        raise UnreadableOffersError("offers_missing")
    if len(listed) > MOST_OFFERS:
        raise UnreadableOffersError("offers_too_many", f"{len(listed)} > {MOST_OFFERS}")
    candidates = tuple(_candidate(entry) for entry in listed)
    problems: list[Problem] = []
    wanted = _wanted(whole.get("wanted"), problems)
    if wanted is None:
        if candidates:
            problems.append(Problem("wanted_missing", "wanted"))
        first = candidates[0] if candidates else Candidate()
        wanted = Wanted(title=first.title, identifiers=first.identifiers)
    take_in([one.title for one in candidates])
    return Offers(
        wanted=wanted,
        candidates=candidates,
        rates=_rates(whole.get("rates"), problems),
        sale_day=whole.get("sale_day") is True,
        problems=tuple(problems),
        credits=tuple(dict.fromkeys(_credits(whole.get("sources")))),
    )


def together(files: Sequence[Offers]) -> Offers:
    """Return the offers of several files as those of one: the first that names what is wanted tells it."""
    if len(files) == 1:
        return files[0]
    telling = [one for one in files if one.wanted != Wanted()] or files
    first = next((one for one in telling if all(told.code != "wanted_missing" for told in one.problems)), telling[0])
    return Offers(
        wanted=first.wanted,
        candidates=tuple(offer for one in files for offer in one.candidates),
        rates={name: rate for one in files for name, rate in one.rates.items()},
        sale_day=any(one.sale_day for one in files),
        problems=first.problems,
        credits=tuple(dict.fromkeys(line for one in files for line in one.credits)),
    )


def _credits(sources: Any) -> Iterator[str]:
    """Yield the credit line, with its address, of each service of a document of `okawari offers` that told an offer."""
    for source in sources if isinstance(sources, list) else ():
        if isinstance(source, dict) and source.get("count"):
            fields = _Fields(source)
            if line := f"{fields.text('credit')} {fields.text('credit_url')}".strip():
                yield line


def _wanted(given: Any, problems: list[Problem]) -> Wanted | None:
    """Return what is wanted; `problems` takes what cannot be used of it."""
    if not isinstance(given, dict):
        return None
    fields = _Fields(given)
    codes = fields.identifiers()
    wanted = Wanted(
        title=fields.text("title"),
        identifiers=identifiers(fields.text("title"), codes),
        paid=fields.money("paid"),
        list_price=fields.money("list_price"),
    )
    problems += [replace(one, where=f"wanted.{one.where}") for one in fields.problems]
    return wanted


def _candidate(given: Any) -> Candidate:
    if not isinstance(given, dict):
        return Candidate(problems=(Problem("offer_not_object", "offers", f"{given}"[:80]),))
    inner = given.get("offer")
    whole = {**given, **inner} if isinstance(inner, dict) else given
    fields = _Fields(whole)
    if unknown := whole.keys() - _READ - _OWN:
        fields.problem("offer_field_unknown", "offers", ", ".join(sorted(unknown)))
    price = fields.money("price")
    if price is not None and price.amount == 0:
        fields.problem("price_zero", "price", "0")
    included = fields.flag("tax_included")
    if included is None:
        included = holds_tax(str(whole.get("price")))
    if included is None and price is not None and price.amount and price.currency == "JPY":
        fields.problem("tax_flag_missing", "tax_included")
    count = fields.number("quantity", least=1, most=1000)
    points = fields.number("points")
    if points and price is not None and price.currency == "JPY" and points > price.amount:
        fields.problem("points_above_price", "points", f"{points} > {price.plain()}")
        points = None
    coupon, mall_coupon = fields.yen("coupon"), fields.yen("mall_coupon")
    coupons = coupon + mall_coupon
    if coupons and price is not None and price.currency == "JPY" and coupons >= int(price.amount) * (count or 1):
        fields.problem("coupon_above_price", "coupon", f"{coupons} >= {price.plain()}")
        coupon = mall_coupon = 0
    title = fields.text("title")
    tax = fields.number("tax_percent", most=30)
    pickup, shipping = fields.flag("pickup") is True, fields.shipping()
    return Candidate(
        title=title,
        mall=fields.text("mall"),
        seller=fields.text("seller"),
        shipped_by=fields.text("shipped_by"),
        url=fields.text("url"),
        price=price,
        tax_included=included,
        tax_percent=10 if tax is None else tax,
        quantity=count or 1,
        shipping=Money(Decimal(0)) if pickup and shipping is None else shipping,
        fee=fields.yen("fee"),
        shop_coupon=coupon,
        mall_coupon=mall_coupon,
        points=points,
        point_rate=fields.number("point_rate", least=1, most=100) or 1,
        bonus_percent=fields.number("bonus_store", most=100) or 0,
        free_shipping_line=fields.flag("free_shipping_line") is True,
        availability=fields.availability(),
        condition=fields.condition(),
        identifiers=identifiers(title, fields.identifiers()),
        ship_days=fields.ship_days(),
        country=fields.text("country").upper()[:2],
        rating=fields.per_cent("rating"),
        ratings=fields.number("rating_count"),
        cancels=fields.number("recent_cancels"),
        rush=fields.flag("fast_delivery") is True,
        pickup=pickup,
        category=fields.text("category"),
        list_price=fields.money("list_price"),
        seen_on=fields.day("seen_on"),
        fresh_until=fields.moment("fresh_until"),
        problems=tuple(fields.problems),
    )


class _Fields:
    """The fields of one entry; what cannot be used becomes a problem and counts as not said."""

    def __init__(self, given: Mapping[str, Any]) -> None:
        self._given = given
        self.problems: list[Problem] = []

    def problem(self, code: str, where: str, detail: str = "") -> None:
        self.problems.append(Problem(code, unsteered(where), unsteered(detail[:80])))

    def text(self, key: str) -> str:
        value = self._given.get(key)
        if value is None:
            return ""
        if not isinstance(value, str):
            self.problem("offer_field_odd", key, f"{value}")
            return ""
        return " ".join(unsteered(value[:_TEXT]).split())

    def flag(self, key: str) -> bool | None:
        value = self._given.get(key)
        if value is not None and not isinstance(value, bool):
            self.problem("offer_field_odd", key, f"{value}")
            return None
        return value

    def number(self, key: str, *, least: int = 0, most: int = 10**9) -> int | None:
        value = self._given.get(key)
        if value is None:
            return None
        amount = _decimal(value)
        if amount is None or amount != amount.to_integral_value() or not least <= amount <= most:
            self.problem("offer_field_odd", key, f"{value}")
            return None
        return int(amount)

    def per_cent(self, key: str) -> int | None:
        """Return whole per cent; a fraction of five is stars and no per cent."""
        amount = _decimal(self._given.get(key))
        if amount is None or amount == amount.to_integral_value() or not _STARS < amount <= 100:
            return self.number(key, most=100)
        return int(amount)

    def day(self, key: str) -> date | None:
        try:
            return date.fromisoformat(self.text(key)[:10]) if self.text(key) else None
        except ValueError:
            self.problem("offer_field_odd", key, self.text(key))
            return None

    def moment(self, key: str) -> datetime | None:
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
        amount = _decimal(value)
        if amount is None and isinstance(value, str) and (read := _priced(value, currency)):
            amount, currency = read.amount, read.currency or currency
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
        found = self.money(key)
        return int(found.amount) if found is not None and found.currency == "JPY" else 0

    def shipping(self) -> Money | None:
        value = self._given.get("shipping")
        if isinstance(value, str) and value.strip().lower() in _FREE:
            return Money(Decimal(0))
        return self.money("shipping")

    def availability(self) -> Availability:
        said = self.text("availability")
        if not said:
            return Availability.UNKNOWN
        if said in set(Availability):
            return Availability(said)
        found = availability_of(said) or next((one.state for one in states_in(said)), None)
        if found is None:
            self.problem("availability_odd", "availability", said)
        return found or Availability.UNKNOWN

    def condition(self) -> Condition:
        said = self.text("condition")
        found = condition_in(said)
        if found is Condition.UNKNOWN and said not in {"", Condition.UNKNOWN}:
            self.problem("condition_odd", "condition", said)
        return found

    def ship_days(self) -> tuple[int, int] | None:
        value = self._given.get("ships_in_days")
        listed = value if isinstance(value, list) else [value]
        days = [number for one in listed if (number := _decimal(one)) is not None and 0 <= number <= 3650]
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


def _decimal(value: Any) -> Decimal | None:
    if isinstance(value, bool) or not isinstance(value, int | Decimal | str):
        return None
    try:
        amount = Decimal(value)
    except InvalidOperation:
        return None
    return amount if amount.is_finite() and abs(amount.adjusted()) < 12 else None


def _rates(given: Any, problems: list[Problem]) -> Mapping[str, Rate]:
    """Return the exchange rates; `problems` takes those that cannot be used."""
    if not isinstance(given, dict):
        return {}
    found = {}
    for currency, rate in given.items():
        table = rate if isinstance(rate, dict) else {"yen": rate}
        yen, on = _decimal(table.get("yen")), table.get("on") or table.get("date")
        if yen is None or yen <= 0:
            problems.append(Problem("offer_field_odd", f"rates.{currency}"[:40], f"{table.get('yen')}"[:80]))
            continue
        try:
            found[currency.upper()] = Rate(yen=yen, on=date.fromisoformat(on) if isinstance(on, str) else None)
        except ValueError:
            found[currency.upper()] = Rate(yen=yen)
    return found
