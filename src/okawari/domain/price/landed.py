"""What a thing from abroad costs at the door: exchange, shipping, duty and consumption tax, as ranges where rules are open."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from math import ceil
from typing import Any, Final, NamedTuple

from okawari.domain.candidate import Candidate
from okawari.domain.price.effective import NO_PRICE, Price, Row, price_of, row
from okawari.domain.problem import Problem
from okawari.domain.profile import Profile, Rate
from okawari.domain.rule import Rule

STALE_RATE_DAYS: Final = 7
"""Our own choice: a rate older than this is said to be old."""
UNDER_REVIEW: Final = "rule_under_review"
_PLUGS: Final = frozenset({"computers", "cameras", "appliances", "games", "instruments"})
_REGIONS: Final = frozenset({"discs", "games"})
_LANGUAGES: Final = frozenset({"books", "games", "discs", "computers"})


class Exchange(NamedTuple):
    """What one unit of a currency costs in yen, and what is wrong with that rate."""

    yen: Decimal
    problems: tuple[Problem, ...]


class Duty(NamedTuple):
    """The least and the most duty per mille, the least duty in yen, and the rule that tells the most."""

    least: int
    most: int
    at_least: int
    rule: str


class Goods(NamedTuple):
    """What holds for goods of one category: no exemption, the duty on small and on large values, what to look at."""

    never_free: bool
    small: Duty
    large: Duty
    open: str
    warnings: tuple[str, ...]


class Border:
    """What holds on one day for all that a person has sent from abroad; each currency and category is worked out once.

    `value_rules` say from what taxes are counted, and up to where nothing is due: no line of its own shows them.
    """

    def __init__(self, rules: Sequence[Rule], profile: Profile, on: date) -> None:
        """Take the rules of the domain `import`. Source: IMP-JP-*."""
        self._rules = {str(rule.when.get("step")): rule for rule in rules}
        basis, exempt, tax = self._then("basis"), self._then("exemption"), self._rules["consumption_tax"]
        self._profile = profile
        self._on = on
        self._exchanges: dict[str, Exchange | None] = {}
        self._goods: dict[str, Goods] = {}
        self.basis_percent = int(basis["percent"])
        self.whole_counts: bool = on >= basis["review_from"]
        self.exempt_up_to: int = exempt["up_to"]
        self.exemption_ended: bool = on >= exempt["review_from"]
        self.simple_up_to: int = self._then("simplified")["up_to"]
        self.tax_percent = int(str(tax.then["percent"]))
        self.tax_rule = tax.id
        self.value_rules = self._rules["basis"].id, self._rules["exemption"].id
        self._categories = frozenset().union(
            self._then("simplified")["per_mille"],
            self._then("general")["per_mille"],
            exempt["not_for"],
            _PLUGS | _REGIONS | _LANGUAGES,
        )
        self.assumed_shipping = profile.unknown_shipping_abroad

    def exchange(self, currency: str) -> Exchange | None:
        """Return the currency's rate, None where the person gave none."""
        if currency not in self._exchanges:
            self._exchanges[currency] = self._exchange(currency)
        return self._exchanges[currency]

    def goods(self, category: str) -> Goods:
        """Return what holds for a category; one that no rule knows counts as "", of which nobody says what they are."""
        category = category if category in self._categories else ""
        found = self._goods.get(category)
        if found is None:
            found = self._goods[category] = Goods(
                never_free=category in self._then("exemption")["not_for"],
                small=self._duty(category, is_small=True),
                large=self._duty(category, is_small=False),
                open=self._open(category),
                warnings=_warnings(category),
            )
        return found

    def _exchange(self, currency: str) -> Exchange | None:
        rate = Rate(yen=Decimal(1)) if currency == "JPY" else self._profile.rates.get(currency)
        return Exchange(rate.yen, _stale(currency, rate, self._on)) if rate else None

    def _duty(self, category: str, *, is_small: bool) -> Duty:
        """Return the duty; the buyer may choose the general rate instead of the simplified one, so both are in the range."""
        simple, general = self._then("simplified"), self._then("general")
        by_simple, by_general = self._rules["simplified"].id, self._rules["general"].id
        found: list[tuple[int, str]] = []
        if is_small and category not in simple["not_for"]:
            found.append((simple["per_mille"].get(category, simple["others_per_mille"]), by_simple))
        known = general["per_mille"].get(category)
        if not known and category in simple["not_for"]:
            # Kept out of the simplified rates, and no source tells its own: up to the highest that is known.
            return Duty(0, max(map(max, general["per_mille"].values())), 0, by_general)
        found += [(rate, by_general) for rate in known or ()]
        if not known:
            found += [(0, by_general), (simple["others_per_mille"], by_simple)]
        most, rule = max(found)
        return Duty(min(found)[0], most, general["least_yen"].get(category, 0), rule)

    def _open(self, category: str) -> str:
        """Return why a duty is a range."""
        if category in self._then("simplified")["not_for"] and category not in self._then("general")["per_mille"]:
            return "duty_unknown"
        return UNDER_REVIEW if category else "category_unknown"

    def _then(self, step: str) -> Mapping[str, Any]:
        return self._rules[step].then


def landed_price(offer: Candidate, border: Border) -> Price:
    """Return the price at the door in yen.

    The taxable value is 60 per cent of the price for one's own use, or all of it with shipping where a reform may have
    ended that; up to the line nothing is due. Source: IMP-JP-*.
    """
    money = offer.price
    if money is None:
        return NO_PRICE
    exchange = border.exchange(money.currency)
    if exchange is None:
        return NO_PRICE._replace(problems=(Problem("rate_missing", "price", money.currency),))
    item = ceil(money.amount * offer.quantity * exchange.yen)
    shipping = _shipping(offer, exchange, border)
    goods = border.goods(offer.category)
    duty, tax = _due(item, item + shipping[1], goods, border)
    sure, best = item + shipping[1] + duty[1] + tax[1], item + shipping[2] + duty[2] + tax[2]
    told = ("price_abroad", item, item, "", 0, 0, 0, 0, "", False, *shipping, *duty, *tax)
    return price_of((sure, best, sure, item, told, goods.warnings, exchange.problems))


def _shipping(offer: Candidate, exchange: Exchange, border: Border) -> Row:
    told = offer.shipping
    if told is None:
        return row("shipping_abroad", border.assumed_shipping, 0, open_="shipping_unknown")
    own = border.exchange(told.currency) or exchange
    cost = ceil(told.amount * own.yen)
    return "shipping_abroad", cost, cost, "", 0, 0, 0, 0, "", False


def _due(item: int, whole: int, goods: Goods, border: Border) -> tuple[Row, Row]:
    """Return duty and consumption tax: the most if every open question goes against the buyer, and the least."""
    percent = border.tax_percent
    low = item * border.basis_percent // 100
    high = whole if border.whole_counts else low
    least, most, at_least, rule = goods.small if high <= border.simple_up_to else goods.large
    due_low = goods.never_free or low > border.exempt_up_to
    due_high = goods.never_free or high > border.exempt_up_to
    duty_low = low * least // 1000 if due_low else 0
    duty_high = max(high * most // 1000, at_least) if due_high else 0
    tax_low = (low + duty_low) * percent // 100 if due_low else 0
    tax_high = (high + duty_high) * percent // 100 if due_high or border.exemption_ended else 0
    why_duty = "" if duty_high == duty_low else goods.open
    why_tax = "" if tax_high == tax_low else UNDER_REVIEW
    return (
        ("duty", duty_high, duty_low, rule, 0, 0, high, most, why_duty, False),
        ("import_tax", tax_high, tax_low, border.tax_rule, 0, 0, high, percent * 10, why_tax, False),
    )


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
