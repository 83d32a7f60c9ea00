"""The effective price of an offer: what is paid, less what comes back, every line with its rule."""

from __future__ import annotations

from functools import partial
from itertools import repeat
from typing import Final, NamedTuple

from okawari.domain.candidate import Candidate
from okawari.domain.price.benefit import Benefit
from okawari.domain.price.points import less_coupon, with_tax, without_tax
from okawari.domain.price.tariff import Tariff, shipping_by_rule
from okawari.domain.problem import Problem


class Line(NamedTuple):
    """One line in yen: what it adds for certain and at best, negative for what comes back.

    `points` are those behind it before they are valued, `base` and `per_mille` what they were counted from; `open` says
    why the two amounts differ; `full` that a cap cut the points.
    """

    code: str
    sure: int
    best: int
    rule: str = ""
    points: int = 0
    most_points: int = 0
    base: int = 0
    per_mille: int = 0
    open: str = ""
    full: bool = False


Row = tuple[str, int, int, str, int, int, int, int, str, bool]
"""A line before anybody asks for it."""
Field = str | int


class Price(NamedTuple):
    """The effective price: `sure` is what it costs even if nothing open holds, `best` if all of it does.

    `paid` is what leaves the purse at first, `asked` what the pieces alone cost, with the tax that is certain. None stands
    for a price that cannot be worked out. `told` are the fields of its lines, one line behind the other: of thousands of
    offers, each holds one object instead of ten. `warnings` are what to look at before buying abroad (`plug`, …),
    `problems` what is wrong with the figures.
    """

    sure: int | None
    best: int | None
    paid: int | None
    asked: int = 0
    told: tuple[Field, ...] = ()
    warnings: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()

    @property
    def lines(self) -> tuple[Line, ...]:
        """The lines that add up to both prices."""
        return tuple(map(_new, _LINES, zip(*[iter(self.told)] * _WIDTH)))  # noqa: B905 -- one iterator, which ends as one

    @property
    def rules(self) -> frozenset[str]:
        """The ids of the rules behind its lines."""
        return frozenset(map(str, self.told[_RULE::_WIDTH]))


_WIDTH: Final = len(Line._fields)
_RULE: Final = Line._fields.index("rule")
_new: Final = tuple.__new__
_LINES: Final = repeat(Line)
price_of: Final = partial(_new, Price)
"""These take half the time of calling their class; a list of offers has hundreds of lines."""
NO_PRICE: Final = Price(None, None, None)
_CASH: Final = 100


def row(code: str, sure: int, best: int, rule: str = "", open_: str = "") -> Row:
    """Return a line without points."""
    return code, sure, best, rule, 0, 0, 0, 0, open_, False


def effective_price(offer: Candidate, tariff: Tariff) -> Price:
    """Return the effective price of an offer whose price is in yen."""
    if offer.yen is None:
        return NO_PRICE
    gross = goods = sure = best = offer.yen * offer.quantity
    told: list[Field] = ["price", gross, gross, "", 0, 0, 0, 0, "", False]
    if offer.tax_included is False or (offer.tax_included is None and not tariff.with_tax):
        most, least = _tax(offer, gross)
        gross = goods = best = gross + least
        sure += most
        told.extend(row("tax", most, least, open_="" if offer.tax_included is False else "tax_flag_missing"))
    from_mall = 0
    if offer.shop_coupon or offer.mall_coupon:
        by_share = offer.mall_coupon if tariff.mall == "rakuten" else 0
        coupon = min(offer.shop_coupon + offer.mall_coupon - by_share, gross)
        goods -= coupon
        from_mall = min(by_share, goods)
        sure, best = sure - coupon - from_mall, best - coupon - from_mall
        if coupon:
            told.extend(row("shop_coupon", -coupon, -coupon))
        if from_mall:
            told.extend(row("mall_coupon", -from_mall, -from_mall, "PTS-RAK-COUPON-01"))
    if (cost := offer.shipping_yen) is not None:
        told += ("shipping", cost, cost, "", 0, 0, 0, 0, "", False)
        most = least = cost
    else:
        shipping = _shipping(offer, goods, tariff)
        told += shipping
        most, least = shipping[1:3]
    sure += most
    best += least
    paid = goods - from_mall + least
    if fee := offer.fee:
        told.extend(row("fee", fee, fee))
        sure, best, paid = sure + fee, best + fee, paid + fee
    if not tariff.runs:
        return price_of((sure, best, sure, gross, tuple(told), (), ()))
    back, back_at_best = _points(offer, (goods, from_mall, paid), tariff, told)
    return price_of((sure + back, best + back_at_best, sure, gross, tuple(told), (), ()))


def _tax(offer: Candidate, gross: int) -> tuple[int, int]:
    """Return the tax above the price at most and at least."""
    count = offer.quantity
    tax = with_tax(gross // count, offer.tax_percent) * count - gross
    return tax, tax if offer.tax_included is False else 0


def _shipping(offer: Candidate, goods: int, tariff: Tariff) -> Row:
    """Return what shipping costs where the offer does not say it in yen: by the mall's own line, or as the person assumes it."""
    line = tariff.shipping
    by_rule = shipping_by_rule(offer, goods, line) if line is not None else None
    if line is None or by_rule is None:
        return row("shipping", tariff.assumed_shipping, 0, open_="shipping_unknown")
    most, least = by_rule
    return row("shipping", most, least, line.rule, "" if most == least else "prefecture_unknown")


def _points(offer: Candidate, bill: tuple[int, int, int], tariff: Tariff, told: list[Field]) -> tuple[int, int]:
    """Return what all benefits add for certain and at best, both negative; `told` takes a line for each that gives anything.

    `bill` is what points are counted from: the goods less the shop's coupons, the mall's coupon, and what is paid, in yen.
    """
    goods, from_mall, paid = bill
    net = without_tax(goods, offer.tax_percent)
    bases = net // offer.quantity, paid, max(paid - tariff.points_to_spend, 0)
    best = gap = 0
    for kind, floor, terms in tariff.runs:
        count = 1 if kind else offer.quantity
        base = bases[kind]
        cut, whole = base // floor * floor, base * count
        for rate, worth, cap, cap_most, why, is_counted, has_rate, is_odd, code, rule, one in terms:
            if is_odd:
                points, most, rate, why = _odd(one, offer, (cut, base, count))  # noqa: PLW2901 -- the offer's own
            else:
                if has_rate:
                    rate = _rate(one, offer, base)  # noqa: PLW2901 -- as above
                points = most = cut * rate // 1000 * count
            if not most:
                continue
            if from_mall:
                points, most = less_coupon(points, from_mall, net), less_coupon(most, from_mall, net)
            full = False
            if cap is not None and points > cap:
                points, full = cap, True
            if cap_most is not None and most > cap_most:
                most, full = cap_most, True
            at_best = certain = -most if worth == _CASH else -(most * worth // 100)
            if points != most or not is_counted:
                points = points if is_counted else 0
                certain = -(points * worth // 100)
                gap += certain - at_best
            best += at_best
            told += (code, certain, at_best, rule, points, most, whole, rate, why, full)
    return best + gap, best


def _odd(one: Benefit, offer: Candidate, given: tuple[int, int, int]) -> tuple[int, int, int, str]:
    """Return the points for certain, at best, the rate, and why they differ; `given` are the base cut to the floor, the base, and the pieces."""
    cut, base, count = given
    if one.by == "points":
        return offer.points or 0, offer.points or 0, 0, one.open
    if one.by == "points_or_rate":
        if offer.points is None or offer.yen is None:
            return cut * one.per_mille // 1000, cut * one.most // 1000, one.most, one.open or "rate_unknown"
        shown = offer.points * base // max(offer.yen * offer.quantity, 1)
        return shown, shown, 0, one.open
    rate = _rate(one, offer, base) if one.by else one.per_mille
    return cut * rate // 1000 * count, -(-base * rate // 1000), rate, one.open or "rounding"


def _rate(one: Benefit, offer: Candidate, base: int) -> int:
    """Return the rate with the offer's own multiple; in a marathon, a shop that counts already adds no further shop."""
    if one.by == "point_rate":
        return one.per_mille * max(offer.point_rate - 1, 0)
    if one.by == "bonus_percent":
        return one.per_mille * offer.bonus_percent
    enough = with_tax(base * offer.quantity, offer.tax_percent) >= one.least
    return one.per_mille if enough and offer.seller not in one.shops else one.again
