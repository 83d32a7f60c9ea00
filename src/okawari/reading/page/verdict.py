"""One offer from everything that a page says: what agrees counts, what the visible page contradicts does not."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import ROUND_FLOOR, Decimal
from typing import Final

from okawari.domain.offer import Availability, Ground
from okawari.reading.page.candidate import SURE, Candidate
from okawari.reading.page.lexicon import Said
from okawari.reading.page.places import NEAR_THE_TITLE
from okawari.reading.page.visible import Shown, Visible
from okawari.reading.price import Price, holds_tax
from okawari.reading.yen import is_yen

_TEXT: Final = 160
_NEAR: Final = 1_200
_WITH_TAX: Final = "with_tax"


def price_of_page(told: Sequence[Candidate], visible: Visible | None) -> tuple[Price | None, tuple[Ground, ...]]:
    """Return the price a person would pay and its grounds; None where none is sure.

    The shop's own layout decides where it is known. Else a price in the markup counts where the page shows it too, or
    shows no other one; `visible` is None where nothing but the layout counts. Where the page shows it as that without
    tax, the one with tax beside it counts, whatever was told.
    """
    price, grounds = _told_or_shown(told, visible)
    by_layout = any(one.matched == SURE and one.prices for one in told)
    if price is None or visible is None or by_layout or price.currency not in {"JPY", ""}:
        return price, grounds
    paid = visible.lines.with_tax(price.amount)
    if paid is None:
        return price, grounds
    return Price(paid[0], "JPY"), (Ground("price", _WITH_TAX, visible.place_of(paid[1]), paid[1][:_TEXT]), *grounds)


def holds_tax_of_page(
    price: Price | None, grounds: Sequence[Ground], visible: Visible | None
) -> tuple[bool | None, tuple[Ground, ...]]:
    """Return whether the price of a page holds the tax, None where nothing tells, and the words beside `grounds` that tell it."""
    if price is None or price.currency not in {"JPY", ""}:
        return None, ()
    if grounds[0].rule == _WITH_TAX:
        return True, ()
    own = grounds[0].text
    if visible is None or (found := visible.lines.tax_told(price.amount)) is None:
        return (None, ()) if is_yen(own) and visible else (holds_tax(own), ())
    holds, words = found
    return holds, () if holds else (Ground("price", "without_tax", visible.place_of(words), words[:_TEXT]),)


def _told_or_shown(told: Sequence[Candidate], visible: Visible | None) -> tuple[Price | None, tuple[Ground, ...]]:
    marked = [(price, one) for one in told for price in one.prices]
    sure = {price.amount for price, one in marked if one.matched == SURE}
    if sure or visible is None:
        return (marked[0][0], (_ground(*marked[0]),)) if len(sure) == 1 else (None, ())
    amounts = {price.amount for price, _ in marked}
    if any(visible.lines.is_open(amount) for amount in amounts):
        return None, ()
    if len(amounts) == 1 and visible.lines.shows(marked[0][0].amount):
        return marked[0][0], (_ground(*marked[0]),)
    shown = visible.prices
    agreed = amounts & visible.current or {amount for amount in amounts if visible.lines.shows(amount)}
    if agreed:
        # Several are told: that of the offer and those of its variants, a range, or one without and with tax.
        least = min(agreed)
        alone = len(agreed) == 1 or ((paid := visible.lines.with_tax(least)) and agreed == {least, paid[0]})
        return (
            next((price, (_ground(price, by),)) for price, by in marked if price.amount == least)
            if alone
            else (None, ())
        )
    first = next((one for one in shown if not one.is_former), None) or next(iter(shown), None)
    if any(one.is_range for one in told):
        return None, ()
    if first and visible.is_product and not any(_is_part(first, amount) for amount in amounts):
        return first.price, (Ground("price", "shown", first.node, first.text[:_TEXT]),)
    if len(amounts) == 1:
        return marked[0][0], (_ground(*marked[0]),)
    return None, ()


def availability_of_page(told: Sequence[Candidate], visible: Visible | None) -> tuple[Availability, tuple[Ground, ...]]:
    """Return the state of stock and its grounds.

    The shop's own layout decides where it is known. Else words near the title outweigh markup; where they contradict
    each other, or a button that can be pressed contradicts that nothing is left, the answer is `unknown`.
    """
    marked = _marked(told)
    if (marked and marked[1].matched == SURE) or visible is None:
        return marked[0] if marked else Availability.UNKNOWN, _state_grounds(marked)
    state = _weighed(marked[0] if marked else None, visible.states, visible)
    if marked is None and not state.is_gone and not visible.buttons and not visible.prices:
        state = Availability.UNKNOWN
    choices = "" if state.is_gone else visible.gone_choices
    grounds = []
    if choices and (visible.buttons or visible.prices):
        # That a button can be pressed says little: it is pressed after the choice.
        state = Availability.UNKNOWN if marked or visible.states else Availability.OUT_OF_STOCK
        grounds = [Ground("availability", "choices", NEAR_THE_TITLE, choices[:_TEXT])]
    grounds += [
        Ground("availability", "text", visible.place_of(one.text), one.text[:_TEXT]) for one in visible.states[:3]
    ]
    if marked is None or state is Availability.UNKNOWN:
        grounds += [Ground("availability", "button", one.node, one.text[:_TEXT]) for one in visible.buttons[:2]]
    return state, (*_state_grounds(marked), *grounds)


def _weighed(marked: Availability | None, said: Sequence[Said], visible: Visible) -> Availability:
    gone = next((one for one in said if one.state.is_gone), None)
    first = said[0].state if said else None
    if marked is not None and marked.is_gone:
        refused = any(one.offers.is_gone for one in visible.buttons)
        return Availability.UNKNOWN if not refused and (visible.can_buy or (first and first.is_at_hand)) else marked
    if gone:
        # Far from the title it may be said of something else.
        far = gone.at > (_NEAR if marked is None else _NEAR // 2)
        return Availability.UNKNOWN if visible.can_buy or far else gone.state
    if marked is not None and not marked.is_at_hand:
        return marked
    if first is not None and said[0].at <= _NEAR and (marked is None or first is not Availability.IN_STOCK):
        return first
    if marked is not None:
        return marked
    if visible.can_buy:
        return Availability.IN_STOCK
    return next((one.offers for one in visible.buttons if one.enabled), Availability.UNKNOWN)


def _is_part(shown: Shown, amount: Decimal) -> bool:
    """Tell whether what is shown is a price without its cents, or so far below it that it is a rate or a fee."""
    return shown.price.amount == amount.to_integral_value(ROUND_FLOOR) or shown.price.amount * 10 < amount


def _state_grounds(marked: tuple[Availability, Candidate] | None) -> tuple[Ground, ...]:
    if marked is None:
        return ()
    state, by = marked
    return (Ground("availability", by.rule, by.node, by.words[:_TEXT] or state.value),)


def _marked(told: Sequence[Candidate]) -> tuple[Availability, Candidate] | None:
    """Return the state that the markup tells, None where its variants differ."""
    for one in told:
        if len(one.availabilities) == 1:
            return one.availabilities[0], one
    return None


def _ground(price: Price, by: Candidate) -> Ground:
    return Ground("price", by.rule, by.node, f"{price.amount} {price.currency}".strip())
