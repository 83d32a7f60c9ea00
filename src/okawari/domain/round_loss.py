"""What a dead order costs the other orders of its round of the Rakuten marathon. Source: MKT-COLLATERAL-01, PTS-RAK-MAR-*."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Final

from okawari.domain.message import Item
from okawari.domain.money import Money
from okawari.domain.price.points import points_on, shop_hops, without_tax
from okawari.domain.profile import Marathon
from okawari.domain.rule import Rule
from okawari.domain.shop_name import folded

if TYPE_CHECKING:  # a case holds its loss
    from okawari.domain.case import Case

_TAX_PERCENT: Final = (10, 8)
"""Both rates that goods in Japan carry: a mail does not tell which; the higher one gives fewer points."""
_MANY: Final = 100
"""Pieces of one line that are reckoned one by one."""


class Open(StrEnum):
    """Why nobody can reckon the loss: whether the order was in a round, from which shop it was, or what it cost is not known."""

    ROUND = "round"
    SHOP = "shop"
    WORTH = "worth"


@dataclass(frozen=True, slots=True, kw_only=True)
class RoundLoss:
    """How many shops count with the dead order and without it, and the points that the other orders of the round lose.

    `least` and `most` differ by the tax of the goods, the cap of the round, and orders whose worth or shop is not known.
    `open` is why there is no figure, None where there is one; `orders` counts the others that get points.
    """

    before: int = 0
    after: int = 0
    least: int = 0
    most: int = 0
    orders: int = 0
    entered: bool | None = None
    rule: str = ""
    open: Open | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Round:
    """The rules of the marathon, as they hold in one round: a `least` worth, so many shops at `most`, one of the `caps`."""

    rule: str
    least: int
    most: int
    per_mille: int
    floor: int
    caps: tuple[int, ...]

    def hops(self, shops: int) -> int:
        return shop_hops(shops, self.most)

    def points(self, alive: Iterable[Case], shops: int, tax: int) -> int:
        """Return the points of all items, or of whole orders where their items have no prices."""
        costs = (cost for one in alive for cost in _costs(one.items) or _known(one.total))
        rate = self.per_mille * self.hops(shops)
        return sum(points_on(without_tax(cost, tax), rate, self.floor) for cost in costs)

    def lost(self, alive: Sequence[Case], shops: range) -> list[int]:
        """Return by how many points the orders may fall where so many shops count and one is gone."""
        return [
            min(self.points(alive, count, tax), cap) - min(self.points(alive, count - 1, tax), cap)
            for count in shops
            for tax in _TAX_PERCENT
            for cap in self.caps
        ]


def round_loss(case: Case, others: Iterable[Case], race: Marathon | None, points: Sequence[Rule]) -> RoundLoss | None:
    """Return the loss by a cancel that the buyer did not make, None where there surely is none.

    `others` are the household's other orders; `race` is the round as the person wrote it down; `points` the rules of that domain.
    """
    rules = _round(points, case.merchant, race)
    if rules is None or case.cancelled_at is None or case.cancelled_freely:
        return None
    if race is None:
        return RoundLoss(rule=rules.rule, open=Open.ROUND)
    if race.entered is False or not _within(case, race):
        return None
    worth, left = _worth(case), _left(case)
    if worth is None or left is None:
        return RoundLoss(rule=rules.rule, open=Open.WORTH)
    if worth < rules.least or left >= rules.least:
        return None
    if not case.seller:
        return RoundLoss(rule=rules.rule, open=Open.SHOP)
    alive = [one for one in others if _lives(one, case, race)]
    counted = {folded(one.seller) for one in alive if one.seller and (_worth(one) or 0) >= rules.least}
    if folded(case.seller) in counted:
        return None
    unsure = sum(not one.seller or _worth(one) is None for one in alive)
    before = max(len(counted | {folded(shop) for shop in race.shops} | {folded(case.seller)}), race.shop_count)
    lost = rules.lost(alive, range(before, before + unsure + 1))
    return RoundLoss(
        before=before,
        after=before - 1,
        least=min(lost),
        most=max(lost),
        orders=len(alive),
        entered=race.entered,
        rule=rules.rule,
    )


def _round(points: Sequence[Rule], merchant: str | None, race: Marathon | None) -> _Round | None:
    told = {one.when.get("benefit"): one for one in points if one.when.get("platform") == merchant}
    if "shop_hop" not in told or "shop_hop_cap" not in told:
        return None
    then: Mapping[str, Any] = told["shop_hop"].then
    caps: Mapping[str, Any] = told["shop_hop_cap"].then
    own = race.cap if race else None
    return _Round(
        rule=told["shop_hop"].id,
        least=then["least_with_tax"],
        most=then["most_shops"],
        per_mille=then["per_mille_each"],
        floor=then["floor"],
        caps=(caps["cap_least"], caps["cap_most"]) if own is None else (own,),
    )


def _within(case: Case, race: Marathon) -> bool:
    day = case.placed_on or case.ordered_on
    return day is not None and race.first_day <= day <= race.last_day


def _lives(one: Case, case: Case, race: Marathon) -> bool:
    return (
        one.merchant == case.merchant
        and one.order not in case.numbers
        and one.cancelled_at is None
        and _within(one, race)
    )


def _left(case: Case) -> int | None:
    """Return what is left of an order that was cancelled in part, 0 of one that is gone whole."""
    if not case.partial:
        return 0
    whole, gone = _costs(case.items), _costs(case.cancelled_items)
    return sum(whole) - sum(gone) if whole and gone else None


def _worth(case: Case) -> int | None:
    costs = _costs(case.items) or _known(case.total)
    return sum(costs) if costs else None


def _costs(items: Sequence[Item]) -> list[int]:
    """Return what each piece costs, or each line where only that is told; nothing where a line lacks both."""
    lines = [_pieces(item) for item in items]
    return [cost for line in lines for cost in line] if all(lines) else []


def _pieces(item: Item) -> list[int]:
    one = _known(item.price)
    if one and item.quantity and 0 < item.quantity < _MANY:
        return one * item.quantity
    return _known(item.line_total)


def _known(money: Money | None) -> list[int]:
    return [int(money.amount)] if money is not None and money.currency == "JPY" else []
