"""One offer from everything that a page says: what agrees counts, what the visible page contradicts does not."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from okawari.domain.offer import Availability, Ground
from okawari.reading.page.candidate import Candidate
from okawari.reading.page.visible import Shown, Visible
from okawari.reading.price import Price

_TEXT: Final = 160
_DIGITS: Final = re.compile(r"\d[\d.,' \u00a0]{0,14}\d|\d")


def price_of_page(told: Sequence[Candidate], visible: Visible) -> tuple[Price | None, Ground | None]:
    """Return the price a person would pay and its ground; None where none is sure.

    A price in the markup counts where the page shows it too, or shows no other one behind the title.
    """
    marked = [(price, one) for one in told for price in one.prices]
    shown = visible.prices
    amounts = {price.amount for price, _ in marked}
    for one in shown:
        if one.price.amount in amounts:
            price, by = next(pair for pair in marked if pair[0].amount == one.price.amount)
            return price, Ground("price", by.rule, one.node, one.text[:_TEXT])
    if marked:
        numbers = _numbers(visible.text)
        for price, by in marked:
            if price.amount in numbers:
                return price, _ground(price, by)
        alone = {price.amount for price, _ in marked}
        if not shown:
            return (marked[0][0], _ground(*marked[0])) if len(alone) == 1 or marked[0][1].matched else (None, None)
        return _of_shown(shown)
    if shown and any(button.offers is not None for button in visible.buttons):
        return _of_shown(shown)
    return None, None


def availability_of_page(told: Sequence[Candidate], visible: Visible) -> tuple[Availability, tuple[Ground, ...]]:
    """Return the state of stock and its grounds.

    Words near the title outweigh markup; where they contradict each other, or a button that can be pressed contradicts
    that nothing is left, the answer is `unknown`.
    """
    marked = _marked(told)
    said = visible.states
    buttons = visible.buttons
    can_buy = next((one for one in buttons if one.enabled and one.offers is Availability.IN_STOCK), None)
    grounds = [Ground("availability", "text", "near the title", one.text[:_TEXT]) for one in said[:3]]
    if marked:
        grounds.insert(0, Ground("availability", marked[1].rule, marked[1].node, marked[0].value))
    if can_buy:
        grounds.append(Ground("availability", "button", can_buy.node, can_buy.text[:_TEXT]))
    state = _weighed(marked[0] if marked else None, [one.state for one in said], visible)
    return state, tuple(grounds)


def _weighed(marked: Availability | None, said: Sequence[Availability], visible: Visible) -> Availability:
    can_buy = any(one.enabled and one.offers is Availability.IN_STOCK for one in visible.buttons)
    first = said[0] if said else None
    gone = next((state for state in said if state.is_gone), None)
    refused = next((one.offers for one in visible.buttons if not one.offers.is_at_hand and one.enabled), None)
    if marked is not None and marked.is_gone:
        return marked
    if gone and not can_buy:
        return gone
    if gone:
        return Availability.UNKNOWN
    if marked is not None and not marked.is_at_hand:
        return marked
    if first is not None and (marked is None or not first.is_at_hand or first is Availability.LOW_STOCK):
        return first
    if marked is not None:
        return marked
    if can_buy:
        return Availability.IN_STOCK
    return refused or Availability.UNKNOWN


def _marked(told: Sequence[Candidate]) -> tuple[Availability, Candidate] | None:
    """Return the state that the markup tells, None where its variants differ."""
    for one in told:
        if len(one.availabilities) == 1:
            return one.availabilities[0], one
    return None


def _of_shown(shown: Sequence[Shown]) -> tuple[Price | None, Ground | None]:
    return shown[0].price, Ground("price", "shown", shown[0].node, shown[0].text[:_TEXT])


def _ground(price: Price, by: Candidate) -> Ground:
    return Ground("price", by.rule, by.node, f"{price.amount} {price.currency}".strip())


def _numbers(text: str) -> frozenset[Decimal]:
    """Return every number in a text in each way that its marks can be read."""
    found: set[Decimal] = set()
    for written in _DIGITS.findall(text):
        compact = re.sub(r"[' \u00a0]", "", written)
        whole = re.sub(r"[.,]", "", compact)
        found.add(Decimal(whole))
        head, mark, tail = compact.replace(",", ".").rpartition(".")
        if mark and tail:
            found.add(Decimal(f"{head.replace('.', '') or 0}.{tail}"))
        if written.count(" ") == 1 and len(written.rpartition(" ")[2]) == 2:
            found.add(Decimal(f"{written.partition(' ')[0].replace(',', '').replace('.', '')}.{written[-2:]}"))
    return frozenset(found)
