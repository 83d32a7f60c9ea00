"""All offers in one list: by what they really cost, the risk beside it, and the one to buy."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import partial
from operator import itemgetter
from typing import Final, NamedTuple

from okawari.domain.candidate import AS_NEW, Candidate, Condition, Wanted
from okawari.domain.money import whole_yen
from okawari.domain.offer import GONE
from okawari.domain.price.effective import NO_PRICE, Price, effective_price
from okawari.domain.price.landed import Border, landed_price
from okawari.domain.price.tariff import Tariff
from okawari.domain.problem import Problem
from okawari.domain.profile import Profile
from okawari.domain.risk import USED_PERCENT, Level, Market, Risk, in_several_malls, market_of, risk_of
from okawari.domain.same_thing import Likeness, Sameness, Thing, compare_each
from okawari.domain.seller_tier import Trade, Trades, is_used, tier_of

_CONDITIONS: Final = {condition: place for place, condition in enumerate(Condition)}
_OWN_STATE: Final = frozenset({"used"})


class Group(StrEnum):
    """Where an offer stands: in the ranking, or apart from it and why."""

    RANKED = "ranked"
    UNSURE = "unsure"
    VARIANT = "variant"
    ACCESSORY = "accessory"
    UNAVAILABLE = "unavailable"
    UNPRICED = "unpriced"


_SAME, _UNKNOWN, _ABROAD = Sameness.SAME, Condition.UNKNOWN, Trade.ABROAD
_RANKED, _PRICELESS, _GONE, _VARIANT = Group.RANKED, Group.UNPRICED, Group.UNAVAILABLE, Group.VARIANT
"""Members that are asked for with each offer: to look one up in its class takes ten times as long as a name."""
_UNLIKE: Final = {
    Sameness.UNSURE: Group.UNSURE,
    Sameness.VARIANT: Group.VARIANT,
    Sameness.ACCESSORY: Group.ACCESSORY,
}


class Ranked(NamedTuple):
    """One offer, judged. `rank` counts from 1 in the ranking; `dominated_by` is the place of an offer that is no dearer, no riskier and in no worse state.

    `position` is the place in the input. `premium` is what it costs above the list price.
    """

    offer: Candidate
    position: int
    group: Group
    likeness: Likeness
    price: Price
    risk: Risk
    rank: int | None = None
    dominated_by: int | None = None
    premium: int | None = None
    problems: tuple[Problem, ...] = ()


_ranked: Final = partial(tuple.__new__, Ranked)
"""Takes half the time of calling the class, as there may be thousands."""
_first: Final = itemgetter(0)
_Place = tuple[
    int,
    int,
    int,
    int,
    Candidate,
    Group,
    Likeness,
    Price,
    Risk,
    int | None,
    tuple[Problem, ...],
]
"""What the ranking is sorted by (the certain price, the best one, the risk, the position), then what is shown of the offer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ranking:
    """The offers in the order to show them, the one to buy and why, and what the rescue costs above the dead order.

    `cheaper` are the ones that were passed over for their risk or state, the cheapest first.
    """

    offers: tuple[Ranked, ...]
    buy: Ranked | None
    why: str
    cheaper: Sequence[Ranked] = ()
    extra_cost: int | None = None
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """What the ranking rests on beside the offers: the person, the day, how malls sell, their tariffs and what holds at the border."""

    profile: Profile
    on: date
    trades: Trades
    tariff: Callable[[str], Tariff]
    border: Border
    sale_day: bool = False


def rank(wanted: Wanted, offers: Sequence[Candidate], setting: Setting) -> Ranking:
    """Return the offers ranked by their certain price, then the best one, then the risk.

    Only the same thing is ranked, used pieces of it included; what is unsure, another article, gone or without a price
    stands behind, in this order.
    """
    likenesses = compare_each(Thing(wanted.title, wanted.identifiers), offers)
    prices = [_priced(offer, setting) for offer in offers]
    trades = setting.trades
    used = [_is_used(offer, likeness, trades) for offer, likeness in zip(offers, likenesses, strict=True)]
    several = in_several_malls(offers)
    paid, paid_used = _paid(offers, likenesses, prices, used)
    new, second_hand = market_of(paid, several, sale_day=setting.sale_day), market_of(paid_used)
    markets = new, new.by(second_hand.middle, tells=second_hand.tells)
    judged = zip(offers, likenesses, prices, used, strict=True)
    ranked, others = _apart(wanted, judged, markets, several, setting)
    listed = _folded(ranked, trades)
    buy, why, cheaper = _choice(listed, setting)
    if not listed and any(one.group is Group.UNPRICED for one in others):
        why = "nothing_priced"
    extra = None
    if buy is not None and buy.price.sure is not None and wanted.paid is not None and wanted.paid.currency == "JPY":
        extra = buy.price.sure - int(wanted.paid.amount)
    return Ranking(offers=(*listed, *others), buy=buy, why=why, cheaper=cheaper, extra_cost=extra)


def alone(offer: Candidate, setting: Setting) -> tuple[Price, Risk]:
    """Return the price and the risk of an offer that stands beside no other."""
    price = _priced(offer, setting)
    market = market_of((), sale_day=setting.sale_day)
    return price, risk_of(
        offer, tier_of(offer, setting.trades), price.paid, market, setting.profile.sellers.get(offer.seller)
    )


def _priced(offer: Candidate, setting: Setting) -> Price:
    yen = offer.yen
    if yen is None or setting.trades.get(offer.mall) is _ABROAD:
        money = offer.price
        return NO_PRICE if money is None or money.amount <= 0 else landed_price(offer, setting.border)
    if yen <= 0:
        return NO_PRICE
    price = effective_price(offer, setting.tariff(offer.mall))
    if offer.shipping is not None and offer.shipping.currency != "JPY":
        told = f"{offer.shipping.plain()} {offer.shipping.currency}"
        return price._replace(problems=(Problem("shipping_currency", "shipping", told),))
    return price


def _paid(
    offers: Sequence[Candidate], likenesses: Sequence[Likeness], prices: Sequence[Price], used: Sequence[bool]
) -> tuple[list[int], list[int]]:
    """Return what is paid for the offers of the same thing that are to be had: the new ones, and the used ones."""
    paid: tuple[list[int], list[int]] = [], []
    for offer, likeness, price, second_hand in zip(offers, likenesses, prices, used, strict=True):
        if (likeness.sameness is _SAME or (second_hand and _OWN_STATE.issuperset(likeness.reasons))) and (
            price.paid is not None and offer.availability not in GONE
        ):
            paid[second_hand].append(price.paid)
    return paid


def _is_used(offer: Candidate, likeness: Likeness, trades: Trades) -> bool:
    return is_used(offer, trades) or "used" in likeness.reasons


def _apart(
    wanted: Wanted,
    judged: Iterable[tuple[Candidate, Likeness, Price, bool]],
    markets: tuple[Market, Market],
    several: Mapping[str, Iterable[str]],
    setting: Setting,
) -> tuple[list[_Place], list[Ranked]]:
    """Return what is ranked, in the order of price, and what stands apart, in the order of why."""
    silent = markets[0].by(markets[0].middle, tells=False)
    measures = _measure(wanted, markets, is_used=False), _measure(wanted, markets, is_used=True)
    histories, usual, trades = setting.profile.sellers, whole_yen(wanted.list_price), setting.trades
    shared = {
        seller: (Problem("shop_in_several_malls", "seller", ", ".join(sorted(malls))),)
        for seller, malls in several.items()
    }
    ranked: list[_Place] = []
    others: dict[Group, list[tuple[int, Ranked]]] = {group: [] for group in Group}
    for position, (offer, likeness, price, second_hand) in enumerate(judged):
        group = _group(offer, likeness, price)
        is_ranked = group is _RANKED
        measure = measures[second_hand] if is_ranked else silent
        history = histories.get(offer.seller) if histories else None
        risk = risk_of(offer, tier_of(offer, trades), price.paid, measure, history)
        listed = whole_yen(offer.list_price) if offer.list_price else usual
        premium = _premium(offer, price, listed, trades) if listed is not None else None
        problems = (*offer.problems, *price.problems) if price.problems else offer.problems
        if offer.seller in shared:
            problems = (*problems, *shared[offer.seller]) if problems else shared[offer.seller]
        sure = price.sure or 0
        if is_ranked:
            places = sure, price.best or 0, risk.number, position
            ranked.append((*places, offer, group, likeness, price, risk, premium, problems))
        else:
            one = _ranked((offer, position, group, likeness, price, risk, None, None, premium, problems))
            others[group].append((sure, one))
    ranked.sort()
    for listed_apart in others.values():
        listed_apart.sort(key=_first)  # stable, so that in the order of the input where prices are alike
    return ranked, [one for listed_apart in others.values() for _, one in listed_apart]


def _measure(wanted: Wanted, markets: tuple[Market, Market], *, is_used: bool) -> Market:
    """Return what prices are measured by: the other offers of its state; of few, what the dead order cost, or the list price.

    A used piece is measured by new prices only for what no piece is sold at, and so is all by the list price.
    """
    new, used = markets
    if (own := used if is_used else new).tells:
        return own
    if is_used and new.tells:
        return new.by(new.middle, USED_PERCENT)
    if wanted.paid is not None and wanted.paid.currency == "JPY" and wanted.paid.amount > 0:
        paid = new.by(int(wanted.paid.amount))
        return paid.by(paid.middle, USED_PERCENT) if is_used else paid
    listed = wanted.list_price
    if listed is None or listed.currency != "JPY" or listed.amount <= 0:
        return new
    return new.by(int(listed.amount), USED_PERCENT)


def _premium(offer: Candidate, price: Price, listed: int, trades: Trades) -> int | None:
    """Return what an offer at home costs above the list price, which holds the tax; None where it does not."""
    if price.paid is None or trades.get(offer.mall) is _ABROAD:
        return None
    above = price.asked - listed * offer.quantity
    return above if above > 0 else None


def _group(offer: Candidate, likeness: Likeness, price: Price) -> Group:
    apart = _UNLIKE.get(likeness.sameness)
    if apart is not None and not (apart is _VARIANT and _OWN_STATE.issuperset(likeness.reasons)):
        return apart
    if offer.availability in GONE:
        return _GONE
    return _RANKED if price.sure is not None else _PRICELESS


def _folded(ranked: Sequence[_Place], trades: Trades) -> tuple[Ranked, ...]:
    """Return the ranking with its places, and with who dominates whom.

    In the order of price, an offer is dominated if an earlier one of no worse state and no greater best price has no
    greater risk; the least risky of each state is enough to look at.
    """
    safest: dict[int, tuple[int, int, int]] = {}
    listed = []
    for place, (_, best, number, position, offer, group, likeness, price, risk, *beside) in enumerate(ranked, 1):
        state = _state(offer, likeness, trades)
        over = None
        for theirs, (least, least_risk, other) in safest.items():
            if theirs <= state and least_risk <= number and least <= best:
                over = other
                break
        listed.append(_ranked((offer, position, group, likeness, price, risk, place, over, *beside)))
        if over is None and (state not in safest or number < safest[state][1]):
            safest[state] = best, number, position
    return tuple(listed)


def _state(offer: Candidate, likeness: Likeness, trades: Trades) -> int:
    """Return how good the state of the piece is, 0 for new; a used word in the title and a flea market outweigh silence."""
    if offer.condition is _UNKNOWN:
        return _CONDITIONS[Condition.USED] if _is_used(offer, likeness, trades) else 0
    return _CONDITIONS[offer.condition]


def _choice(listed: Sequence[Ranked], setting: Setting) -> tuple[Ranked | None, str, Sequence[Ranked]]:
    """Return the offer to buy, the reason, and the cheaper ones that were passed over for their risk or state."""
    if not listed:
        return None, "nothing_found", ()
    cheapest = next((one for one in listed if _is_calm(one.risk) and _is_accepted(one, setting)), None)
    if cheapest is None:
        accepted = [one for one in listed if _is_accepted(one, setting)]
        if not accepted:
            return None, "nothing_fits", listed
        # A price that no honest shop asks is never named to buy, not even where nothing else is there.
        believed = [one for one in accepted if one.risk.is_believed]
        if not believed:
            return None, "only_too_cheap", accepted
        least = min(believed, key=lambda one: (one.risk.number, one.price.sure or 0))
        return least, "least_risk", [one for one in accepted if (one.rank or 0) < (least.rank or 0)]
    before = listed[: (cheapest.rank or 1) - 1]
    return cheapest, "cheapest_calm" if before else "cheapest", before


def _is_accepted(one: Ranked, setting: Setting) -> bool:
    condition, accepts = one.offer.condition, setting.profile.accepts
    if condition is not _UNKNOWN:
        return condition in accepts
    return (
        Condition.USED in accepts
        if _is_used(one.offer, one.likeness, setting.trades)
        else not AS_NEW.isdisjoint(accepts)
    )


def _is_calm(risk: Risk) -> bool:
    return risk.level is not Level.HIGH and risk.is_believed
