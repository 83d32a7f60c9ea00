"""What a thing from abroad costs at the door: exchange, shipping, duty and consumption tax, as ranges where rules are open."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import ROUND_CEILING, Decimal
from typing import Any, Final, NamedTuple

from okawari.domain.candidate import Candidate
from okawari.domain.money import Money
from okawari.domain.price.effective import NO_PRICE, Price, Row, row
from okawari.domain.problem import Problem
from okawari.domain.profile import Profile, Rate
from okawari.domain.rule import Rule

STALE_RATE_DAYS: Final = 7
"""Our own choice: a rate older than this is said to be old."""
_PLUGS: Final = frozenset({"computers", "cameras", "appliances", "games", "instruments"})
_REGIONS: Final = frozenset({"discs", "games"})
_LANGUAGES: Final = frozenset({"books", "games", "discs", "computers"})


class Landed(NamedTuple):
    """The price at the door, what to look at before buying abroad (`plug`, …), and what is wrong with the figures."""

    price: Price
    warnings: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()


def by_step(rules: Sequence[Rule]) -> Mapping[str, Rule]:
    """Return the rules of the domain `import` by the step that each is for."""
    return {str(rule.when.get("step")): rule for rule in rules}


def landed_price(offer: Candidate, rules: Mapping[str, Rule], profile: Profile, on: date) -> Landed:
    """Return the price at the door in yen; `rules` are those of imports, by their step.

    The taxable value is 60 per cent of the price for one's own use, or all of it with shipping where a reform may have
    ended that; up to the line nothing is due. Source: IMP-JP-*.
    """
    if offer.price is None:
        return Landed(NO_PRICE)
    rate = _rate(offer.price.currency, profile)
    if rate is None:
        return Landed(NO_PRICE, (), (Problem("rate_missing", "price", offer.price.currency),))
    item = _yen(offer.price.times(offer.quantity), rate)
    shipping = _shipping(offer, rate, profile)
    duty, tax = _due(item, item + shipping[1], offer.category, rules, on)
    rows = (row("price_abroad", item, item), shipping, duty, tax)
    sure, best = sum([one[1] for one in rows]), sum([one[2] for one in rows])
    price = Price(sure, best, sure, given=rows)
    return Landed(price, _warnings(offer.category), _stale(offer.price.currency, rate, on))


def _rate(currency: str, profile: Profile) -> Rate | None:
    return Rate(yen=Decimal(1)) if currency == "JPY" else profile.rates.get(currency)


def _yen(amount: Money, rate: Rate) -> int:
    return int((amount.amount * rate.yen).to_integral_value(ROUND_CEILING))


def _shipping(offer: Candidate, rate: Rate, profile: Profile) -> Row:
    if offer.shipping is None:
        return row("shipping_abroad", profile.unknown_shipping_abroad, 0, open_="shipping_unknown")
    own = _rate(offer.shipping.currency, profile) or rate
    cost = _yen(offer.shipping, own)
    return row("shipping_abroad", cost, cost)


def _due(item: int, whole: int, category: str, rules: Mapping[str, Rule], on: date) -> tuple[Row, Row]:
    """Return duty and consumption tax: the most if every open question goes against the buyer, and the least."""
    basis: Mapping[str, Any] = rules["basis"].then
    exempt: Mapping[str, Any] = rules["exemption"].then
    percent = int(str(rules["consumption_tax"].then["percent"]))
    low = item * int(basis["percent"]) // 100
    high = whole if on >= basis["review_from"] else low
    least_rate, most_rate, at_least, duty_rule = _duty_rates(category, high, rules)
    never_free = category in exempt["not_for"]
    due_low = never_free or low > exempt["up_to"]
    due_high = never_free or high > exempt["up_to"]
    duty_low = low * least_rate // 1000 if due_low else 0
    duty_high = max(high * most_rate // 1000, at_least) if due_high else 0
    taxed_high = due_high or on >= exempt["review_from"]
    tax_low = (low + duty_low) * percent // 100 if due_low else 0
    tax_high = (high + duty_high) * percent // 100 if taxed_high else 0
    review = "rule_under_review"
    why = review if category else "category_unknown"
    return (
        ("duty", duty_high, duty_low, duty_rule, 0, 0, high, most_rate, "" if duty_high == duty_low else why, False),
        (
            "import_tax",
            tax_high,
            tax_low,
            rules["consumption_tax"].id,
            0,
            0,
            high,
            percent * 10,
            "" if tax_high == tax_low else review,
            False,
        ),
    )


def _duty_rates(category: str, value: int, rules: Mapping[str, Rule]) -> tuple[int, int, int, str]:
    """Return the least and the most duty per mille, the least duty in yen, and the rule that tells the most.

    The buyer may choose the general rate instead of the simplified one, so both are in the range.
    """
    simple: Mapping[str, Any] = rules["simplified"].then
    general: Mapping[str, Any] = rules["general"].then
    found: list[tuple[int, str]] = []
    if value <= simple["up_to"] and category not in simple["not_for"]:
        found.append((simple["per_mille"].get(category, simple["others_per_mille"]), rules["simplified"].id))
    known = general["per_mille"].get(category)
    found += [(rate, rules["general"].id) for rate in known or ()]
    if not known:
        found.append((0, rules["general"].id))
        found.append((simple["others_per_mille"], rules["simplified"].id))
    most, rule = max(found)
    return min(found)[0], most, general["least_yen"].get(category, 0), rule


def _warnings(category: str) -> tuple[str, ...]:
    """Return what to look at before buying abroad; everything where nobody says what kind of thing it is."""
    asked = {"plug": _PLUGS, "region": _REGIONS, "language": _LANGUAGES}
    found = tuple(code for code, categories in asked.items() if not category or category in categories)
    return (*found, *(() if category else ("category",)), "customs")


def _stale(currency: str, rate: Rate, on: date) -> tuple[Problem, ...]:
    if currency == "JPY":
        return ()
    if rate.on is None:
        return (Problem("rate_undated", "rates", currency),)
    if (on - rate.on).days > STALE_RATE_DAYS:
        return (Problem("rate_stale", "rates", f"{currency} {rate.on.isoformat()}"),)
    return ()
