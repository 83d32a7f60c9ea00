"""Orders, items, amounts, payments and parcels in a mail of an Amazon."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from okawari.domain.message import Item, OrderPart, Parcel, PaymentPart
from okawari.domain.money import Money
from okawari.reading.amounts import money_in
from okawari.reading.carriers import UNKNOWN, carrier_of
from okawari.reading.labels import labelled
from okawari.reading.payments import payment_method
from okawari.sources.amazon_world.arrival import days_of_arrival
from okawari.sources.amazon_world.letter import Letter, without_titles

_NUMBER = re.compile(r"(?<![\w-])(?:\d{3}|D\d{2})-\d{7}-\d{7}(?![\w-])")
_AMOUNT_AHEAD = r"(?=[ \t]*:?[ \t]*(?:$|-?[\d$£€¥￥]|(?:JPY|EUR|GBP|USD|CAD|CDN|AUD|AU|CA|US|A)\$?[ \d]))"
_IMAGE = re.compile(r"\[image:\s*([^\]]{3,600})\]")
_BULLET = "* "
_LINES_TO_TITLE = 8
_CUT = ("...", "…")
_SHORTEST_CUT_TITLE = 8
_LONGEST_VALUE = 80
_TRACKED = re.compile(r"(?P<number>[A-Z0-9]{8,34})(?![\w-])")
_IS = re.compile(r"(?:is|lautet|è|est|es)\s*:?\s*|[:：]\s*", re.IGNORECASE)
_DIGITS = re.compile(r"\d")


def orders_in(letter: Letter, currency: str) -> tuple[OrderPart, ...]:
    """Return the orders that the mail names, each with what stands between its number and the next order's."""
    places = [(found.start(), found[0]) for found in _NUMBER.finditer(letter.text)]
    numbers = list(dict.fromkeys(number for _, number in places)) or _NUMBER.findall(letter.subject)[:1]
    if len(numbers) == 1:
        return (_order(numbers[0], letter.goods, letter, currency),)
    parts = []
    for number in numbers:
        begin = next(at for at, named in places if named == number)
        end = next((at for at, named in places if at > begin and named != number), len(letter.goods))
        parts.append(_order(number, letter.goods[begin:end], letter, currency))
    return tuple(parts)


def parcels_in(letter: Letter) -> tuple[Parcel, ...]:
    """Return the parcels whose tracking number the mail names, with the carrier where one alone is named."""
    label = letter.language.labels["tracking"]
    found = []
    for match in re.finditer(rf"{label}\s*", letter.text, re.IGNORECASE):
        rest = letter.text[match.end() : match.end() + _LONGEST_VALUE]
        number = _TRACKED.match(_IS.sub("", rest, count=1).strip())
        if number and _DIGITS.search(number["number"]):
            found.append(Parcel(carrier=_carrier(letter, number["number"]), number=number["number"]))
    return tuple(dict.fromkeys(found))


def _order(number: str, goods: str, letter: Letter, currency: str) -> OrderPart:
    labels = letter.language.labels
    text = without_titles(goods)
    days = days_of_arrival(text, letter)
    return OrderPart(
        number=number,
        items=tuple(_items(goods, letter, currency)) or _titled(goods, letter),
        total=_amount(text, labels["total"], currency),
        payments=tuple(_payments(text, letter, currency)),
        seller=_value(text, labels["seller"]),
        delivery_earliest=days[0] if days else None,
        delivery_latest=days[-1] if days else None,
    )


def _items(text: str, letter: Letter, currency: str) -> Iterator[Item]:
    """Yield the items: a title, its quantity below, its unit price below that."""
    lines = [line.strip() for line in _IMAGE.sub(lambda found: f"[image: {_one_line(found[1])}]", text).splitlines()]
    quantity = re.compile(rf"{letter.language.labels['quantity']}\s*:?\s*(\d{{1,3}})$", re.IGNORECASE)
    for at, line in enumerate(lines):
        found = quantity.match(line)
        title = _title_above(lines[max(0, at - _LINES_TO_TITLE) : at]) if found else None
        if found is None or title is None:
            continue
        count = int(found[1])
        price = _price_below(lines[at + 1 : at + 4], currency)
        yield Item(title=title, quantity=count, price=price, line_total=price.times(count) if price else None)


def _title_above(lines: Sequence[str]) -> str | None:
    """Return the title above a quantity: a bulleted line; or a line, in full as the picture's words where it is cut."""
    pictures = [found[1] for line in lines if (found := _IMAGE.fullmatch(line))]
    for line in reversed(lines):
        if line.startswith(_BULLET):
            return line.removeprefix(_BULLET).strip()
        if not line or _IMAGE.fullmatch(line):
            continue
        if not line.endswith(_CUT):
            return line if pictures and line == pictures[-1] else None
        start = line.rstrip(".…").strip()
        return next((picture for picture in reversed(pictures) if picture.startswith(start)), None)
    return None


def _titled(text: str, letter: Letter) -> tuple[Item, ...]:
    """Return the one item whose title the subject begins and a line of the mail has in full."""
    title = letter.title_in_subject
    start = title.rstrip(".…").strip()
    if not title.endswith(_CUT) or len(start) < _SHORTEST_CUT_TITLE:
        return ()
    lines = (line.strip().removeprefix(_BULLET).strip() for line in text.splitlines())
    full = {line for line in lines if line.startswith(start) and not line.rstrip('"”').endswith(_CUT)}
    return (Item(title=full.pop()),) if len(full) == 1 else ()


def _price_below(lines: Sequence[str], currency: str) -> Money | None:
    for line in lines:
        if line:
            return money_in(line, currency) if len(line) <= 24 else None
    return None


def _amount(text: str, label: str, currency: str) -> Money | None:
    """Return the labelled amount; None where the same label has different ones."""
    found = labelled(text, rf"(?i:{label}){_AMOUNT_AHEAD}")
    amounts = {money for said in found if (money := money_in(said.value[:_LONGEST_VALUE], currency))}
    return amounts.pop() if len(amounts) == 1 else None


def _payments(text: str, letter: Letter, currency: str) -> Iterator[PaymentPart]:
    for said in labelled(text, rf"(?i:{letter.language.labels['paid']})"):
        wording = re.split(r"[:：]", said.value[:_LONGEST_VALUE])[0].strip()
        if wording:
            yield PaymentPart(method=_method(wording, letter), amount=money_in(said.value, currency), wording=wording)


def _method(wording: str, letter: Letter) -> str:
    own = next((method for method, pattern in letter.language.payments if pattern.search(wording)), None)
    return own or payment_method(wording)


def _value(text: str, label: str) -> str | None:
    found = next((said.value for said in labelled(text, rf"(?i:{label})(?=\s*:)") if said.value), None)
    return found if found and len(found) <= _LONGEST_VALUE else None


def _carrier(letter: Letter, number: str) -> str:
    label = letter.language.labels["carrier"]
    near = re.findall(rf"{label}[ :]{{1,3}}([^.\n]{{2,40}})", letter.text, re.IGNORECASE)
    named = {carrier_of(wording, number) for wording in near} - {UNKNOWN}
    return named.pop() if len(named) == 1 else UNKNOWN


def _one_line(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()


def surely_cancelled(part: OrderPart) -> OrderPart:
    """Return an order as a partial cancel names it: several items may be those that stay, a single one is gone."""
    return part if len(part.items) == 1 else replace(part, items=())
