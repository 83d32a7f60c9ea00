"""The effective price of an offer: what is paid, less what comes back, every line with its rule."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, NamedTuple

from okawari.domain.candidate import Candidate
from okawari.domain.price.benefit import Benefit
from okawari.domain.price.points import less_coupon, points_on, with_tax, without_tax
from okawari.domain.price.tariff import Tariff, shipping_by_rule
from okawari.domain.profile import Profile


class Line(NamedTuple):
    """One line in yen: what it adds for certain and at best, negative for what comes back.

    `points` are those behind it before they are valued, `base` what they were counted on; `open` says why the two
    amounts differ; `full` that a cap cut the points. A named tuple, as a list of offers holds a dozen of them each.
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


@dataclass(frozen=True, slots=True)
class Price:
    """The effective price: `sure` is what it costs even if nothing open holds, `best` if all of it does.

    `paid` is what leaves the purse at first. None stands for a price that cannot be worked out.
    """

    sure: int | None
    best: int | None
    paid: int | None
    lines: tuple[Line, ...]


class _Sums(NamedTuple):
    """The goods with tax after the shop's coupon, the mall's coupon, and what is paid at best."""

    goods: int
    from_mall: int
    paid: int


NO_PRICE: Final = Price(None, None, None, ())


def effective_price(offer: Candidate, price: int, tariff: Tariff, profile: Profile) -> Price:
    """Return the effective price of an offer in yen; `price` is that of one piece, as the offer writes it."""
    count = offer.quantity
    lines = [Line("price", price * count, price * count)]
    gross = price
    if offer.tax_included is False:
        gross = with_tax(price, offer.tax_percent)
        tax = gross * count - price * count
        lines.append(Line("tax", tax, tax))
    elif offer.tax_included is None and not tariff.with_tax:
        lines.append(
            Line("tax", with_tax(price, offer.tax_percent) * count - price * count, 0, open="tax_flag_missing")
        )
    by_share = offer.mall_coupon if tariff.mall == "rakuten" else 0
    coupon = min(offer.shop_coupon + offer.mall_coupon - by_share, gross * count)
    goods = gross * count - coupon
    from_mall = min(by_share, goods)
    if coupon:
        lines.append(Line("shop_coupon", -coupon, -coupon))
    if from_mall:
        lines.append(Line("mall_coupon", -from_mall, -from_mall, "PTS-RAK-COUPON-01"))
    shipping = _shipping(offer, goods, tariff, profile)
    lines.append(shipping)
    if offer.fee:
        lines.append(Line("fee", offer.fee, offer.fee))
    to_pay = sum(line.sure for line in lines)
    paid = goods - from_mall + shipping.best + offer.fee
    lines += _points(offer, _Sums(goods, from_mall, paid), tariff, profile)
    sure = best = 0
    for line in lines:
        sure += line.sure
        best += line.best
    return Price(sure, best, to_pay, tuple(lines))


def _shipping(offer: Candidate, goods: int, tariff: Tariff, profile: Profile) -> Line:
    if offer.shipping is not None and offer.shipping.currency == "JPY":
        cost = int(offer.shipping.amount)
        return Line("shipping", cost, cost)
    by_rule = shipping_by_rule(offer, goods, tariff, profile)
    if by_rule is None or tariff.shipping is None:
        return Line("shipping", tariff.assumed_shipping, 0, open="shipping_unknown")
    return Line("shipping", *by_rule, tariff.shipping.id, open="" if by_rule[0] == by_rule[1] else "prefecture_unknown")


def _points(offer: Candidate, sums: _Sums, tariff: Tariff, profile: Profile) -> Iterator[Line]:
    """Yield a line for each benefit that gives anything."""
    net, from_mall = without_tax(sums.goods, offer.tax_percent), sums.from_mall
    unit = net // offer.quantity
    bases = {"without_tax": unit, "paid": sums.paid, "paid_without_points": max(sums.paid - tariff.points_to_spend, 0)}
    for one in tariff.benefits:
        base = bases.get(one.base, 0)
        count = offer.quantity if one.base == "without_tax" else 1
        points, most, open_ = _counted(one, offer, base, count, profile)
        if from_mall:
            points, most = less_coupon(points, from_mall, net), less_coupon(most, from_mall, net)
        full = False
        if one.cap is not None and points > one.cap:
            points, full = one.cap, True
        if one.cap_most is not None and most > one.cap_most:
            most, full = one.cap_most, True
        if open_:
            points = points if open_ in {"rate_unknown", "rounding"} else 0
        if most:
            worth, most_worth = points, most
            if one.limited:
                worth, most_worth = points * tariff.limited_percent // 100, most * tariff.limited_percent // 100
            yield Line(one.code, -worth, -most_worth, one.rule, points, most, base * count, one.most, open_, full)


def _counted(one: Benefit, offer: Candidate, base: int, count: int, profile: Profile) -> tuple[int, int, str]:
    """Return the points for certain, at best, and why they differ."""
    rate = one.per_mille
    match one.by:
        case "points":
            shown = offer.points or 0
            return shown, shown, one.open
        case "points_or_rate":
            if offer.points is not None and offer.price is not None and offer.price.amount > 0:
                shown = offer.points * base // int(offer.price.amount)
                return shown, shown, one.open
            return points_on(base, rate, one.floor), points_on(base, one.most, one.floor), one.open or "rate_unknown"
        case "point_rate":
            rate *= max(offer.point_rate - 1, 0)
        case "bonus_percent":
            rate *= offer.bonus_percent
        case "shop_hop":
            rate = _hop_rate(one, offer, base, profile)
    points = points_on(base, rate, one.floor) * count
    if one.rounds_up:
        return points, -(-base * rate // 1000), one.open or "rounding"
    return points, points, one.open


def _hop_rate(one: Benefit, offer: Candidate, base: int, profile: Profile) -> int:
    """Return the round's rate: a shop that counts already, or too small a sum, adds no further shop."""
    race = profile.marathon
    price = with_tax(base * offer.quantity, offer.tax_percent)
    counts = race is not None and offer.seller not in race.shops and price >= one.least
    return one.per_mille if counts else one.again
