"""Offers from JSON, whoever wrote it: taken as far as they are clear, and what is not is a problem beside the offer."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Any, Final

from okawari.domain.candidate import Candidate, Wanted
from okawari.domain.identifiers import identifiers
from okawari.domain.money import Money
from okawari.domain.problem import Problem
from okawari.domain.profile import Rate
from okawari.domain.same_thing import take_in
from okawari.reading.offer_fields import Fields, decimal_in
from okawari.reading.price import former_price, holds_tax

MOST_OFFERS: Final = 20_000
_AS_TOLD: Final[Mapping[str, tuple[str, Callable[[Fields, str], Any]]]] = {
    "mall": ("mall", Fields.text),
    "seller": ("seller", Fields.text),
    "shipped_by": ("shipped_by", Fields.text),
    "url": ("url", Fields.text),
    "fee": ("fee", Fields.yen),
    "free_shipping_line": ("free_shipping_line", Fields.is_true),
    "rating": ("rating", Fields.per_cent),
    "rating_count": ("ratings", Fields.number),
    "recent_cancels": ("cancels", Fields.number),
    "fast_delivery": ("rush", Fields.is_true),
    "category": ("category", Fields.text),
    "seen_on": ("seen_on", Fields.day),
    "fresh_until": ("fresh_until", Fields.moment),
}
"""What is taken as it stands: the field of an offer, and how it is read."""
_JUDGED: Final = (
    "title price currency tax_included tax_percent quantity shipping coupon mall_coupon points point_rate bonus_store"
    " availability condition identifiers ships_in_days country list_price pickup"
)
_OWN: Final = "schema file offer problems why delivery page_kind sellers"
"""What documents of `okawari page` and `okawari offers` hold beside it."""
_KNOWN: Final = frozenset((*_AS_TOLD, *_JUDGED.split(), *_OWN.split()))


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
            fields = Fields(source)
            if line := f"{fields.text('credit')} {fields.text('credit_url')}".strip():
                yield line


def _wanted(given: Any, problems: list[Problem]) -> Wanted | None:
    """Return what is wanted; `problems` takes what cannot be used of it."""
    if not isinstance(given, dict):
        return None
    fields = Fields(given)
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
    fields = Fields(whole)
    if not _KNOWN.issuperset(whole):
        fields.problem("offer_field_unknown", "offers", ", ".join(sorted(whole.keys() - _KNOWN)))
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
    # Most offers say little of all this, and there may be thousands.
    as_told = {name: read(fields, key) for key, (name, read) in _AS_TOLD.items() if key in whole}
    pickup, shipping = fields.is_true("pickup"), fields.shipping()
    return Candidate(
        title=title,
        price=price,
        tax_included=included,
        tax_percent=10 if tax is None else tax,
        quantity=count or 1,
        shipping=Money(Decimal(0)) if pickup and shipping is None else shipping,
        shop_coupon=coupon,
        mall_coupon=mall_coupon,
        points=points,
        point_rate=fields.number("point_rate", least=1, most=100) or 1,
        bonus_percent=fields.number("bonus_store", most=100) or 0,
        availability=fields.availability(),
        condition=fields.condition(),
        identifiers=identifiers(title, fields.identifiers()),
        ship_days=fields.ship_days(),
        country=fields.text("country").upper()[:2],
        pickup=pickup,
        list_price=fields.money("list_price") or _former(whole.get("price"), price),
        problems=tuple(fields.problems),
        **as_told,
    )


def _former(given: Any, price: Money | None) -> Money | None:
    """Return the price in yen from which a text says that its own was brought down."""
    before = former_price(given) if isinstance(given, str) and price is not None else None
    return Money(before, "JPY") if before is not None else None


def _rates(given: Any, problems: list[Problem]) -> Mapping[str, Rate]:
    """Return the exchange rates; `problems` takes those that cannot be used."""
    if not isinstance(given, dict):
        return {}
    found = {}
    for currency, rate in given.items():
        table = rate if isinstance(rate, dict) else {"yen": rate}
        yen, on = decimal_in(table.get("yen")), table.get("on") or table.get("date")
        if yen is None or yen <= 0:
            problems.append(Problem("offer_field_odd", f"rates.{currency}"[:40], f"{table.get('yen')}"[:80]))
            continue
        try:
            found[currency.upper()] = Rate(yen=yen, on=date.fromisoformat(on) if isinstance(on, str) else None)
        except ValueError:
            found[currency.upper()] = Rate(yen=yen)
    return found
