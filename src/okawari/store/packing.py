"""Points of a history as few bytes, the same on every database.

A block is a version byte and one entry a point: a varint of the minutes since the entry before, times 16, plus a code. Codes 0 to 7
name one of the last eight states, the latest first; other codes say how a new state follows:

8   like the last with a price, the price changed by a zigzag varint in the currency's smallest unit
9   availability (a byte), condition (a byte), price + 1 as a zigzag varint (0: none) with three letters of currency, seller
    (length, UTF-8)
10  nobody looked any more
11  like the one before, with another availability (a byte)
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import repeat

from okawari.domain.candidate import Condition
from okawari.domain.history import Point, State
from okawari.domain.offer import Availability

VERSION = 1
_RECENT = 8
_PRICE, _STATE, _UNSEEN, _AVAILABILITY = 8, 9, 10, 11
# The places in these lists are kept in blocks: a new word goes to the end.
_AVAILABILITIES = tuple(
    map(
        Availability,
        [
            "unknown",
            "in_stock",
            "low_stock",
            "preorder",
            "backorder",
            "made_to_order",
            "store_only",
            "out_of_stock",
            "discontinued",
        ],
    )
)
_CONDITIONS = tuple(map(Condition, ["unknown", "new", "like_new", "very_good", "good", "acceptable", "used"]))
_AVAILABILITY_PLACE = {one: place for place, one in enumerate(_AVAILABILITIES)}
_CONDITION_PLACE = {one: place for place, one in enumerate(_CONDITIONS)}


class UnreadableBlockError(ValueError):
    """Bytes that are no block of a version known here."""


@dataclass(slots=True)
class _Memory:
    """What writer and reader know alike after each entry: the last eight states, and the last one with a price."""

    minute: int
    recent: list[State] = field(default_factory=list)
    priced: State | None = None

    def took(self, state: State, code: int) -> None:
        if code < _RECENT:
            del self.recent[code]
        else:
            del self.recent[_RECENT - 1 :]
        self.recent.insert(0, state)
        if state.units is not None:
            self.priced = state


def pack(points: Iterable[Point], first: int, block: bytes = b"") -> bytes:
    """Return the block with points added, none of them before its last; `first` is the minute that it counts from."""
    memory = _Memory(first)
    packed = bytearray(block) or bytearray((VERSION,))
    if block:
        _read(block, memory)
    for point in points:
        _put(packed, point, memory)
    return bytes(packed)


def unpack(block: bytes, first: int) -> list[Point]:
    """Return the points of a block; UnreadableBlockError where it is none."""
    return _read(block, _Memory(first))


def _put(packed: bytearray, point: Point, memory: _Memory) -> None:
    state = point.state
    code, more = _told(state, memory)
    _varint(packed, (point.minute - memory.minute) << 4 | code)
    packed += more
    memory.minute = point.minute
    if state is not None:
        memory.took(state, code)


def _told(state: State | None, memory: _Memory) -> tuple[int, bytes]:
    if state is None:
        return _UNSEEN, b""
    if state in memory.recent:
        return memory.recent.index(state), b""
    base = memory.priced
    if base and base.units is not None and state.units is not None and base._replace(units=state.units) == state:
        return _PRICE, _zigzag(state.units - base.units)
    if memory.recent and memory.recent[0]._replace(availability=state.availability) == state:
        return _AVAILABILITY, bytes((_AVAILABILITY_PLACE[state.availability],))
    return _STATE, _whole(state)


def _whole(state: State) -> bytes:
    packed = bytearray((_AVAILABILITY_PLACE[state.availability], _CONDITION_PLACE[state.condition]))
    units = state.units
    if units is None:
        packed.append(0)
    else:
        packed += _zigzag(units + 1 if units >= 0 else units)
        packed += state.currency.encode("ascii", "replace")[:3].ljust(3)
    seller = state.seller.encode()
    _varint(packed, len(seller))
    return bytes(packed + seller)


def _read(block: bytes, memory: _Memory) -> list[Point]:
    if block[:1] != bytes((VERSION,)):
        raise UnreadableBlockError(block[:1].hex())
    minutes: list[int] = []
    states: list[State | None] = []
    minute, recent = memory.minute, memory.recent
    place, end = 1, len(block)
    try:
        while place < end:
            head = block[place]
            place += 1
            if head > 127:
                head &= 127
                shift = 7
                while (byte := block[place]) > 127:
                    head |= (byte & 127) << shift
                    shift += 7
                    place += 1
                head |= byte << shift
                place += 1
            minute += head >> 4
            minutes.append(minute)
            code = head & 15
            if code == _UNSEEN:
                states.append(None)
                continue
            if code >= _RECENT:
                state, place = _new(block, place, code, memory)
                memory.took(state, code)
            elif code:
                state = recent.pop(code)
                recent.insert(0, state)
                if state[1] is not None:
                    memory.priced = state
            else:
                state = recent[0]
            states.append(state)
    except (IndexError, ValueError) as error:
        raise UnreadableBlockError(str(error)) from None
    memory.minute = minute
    # A chart takes hundreds of points: so they are made without a step of Python for each.
    return list(map(tuple.__new__, repeat(Point), zip(minutes, states, strict=True)))


def _new(block: bytes, place: int, code: int, memory: _Memory) -> tuple[State, int]:
    if code == _PRICE:
        change, place = _signed(block, place)
        if memory.priced is None:
            raise ValueError("no price to change")
        availability, units, currency, seller, condition = memory.priced
        return tuple.__new__(State, (availability, (units or 0) + change, currency, seller, condition)), place
    if code == _AVAILABILITY:
        return memory.recent[0]._replace(availability=_AVAILABILITIES[block[place]]), place + 1
    if code != _STATE:
        raise ValueError(f"code {code}")
    availability, condition = _AVAILABILITIES[block[place]], _CONDITIONS[block[place + 1]]
    given, place = _signed(block, place + 2)
    units, currency = (
        (None, "") if not given else (given - 1 if given > 0 else given, block[place : place + 3].decode())
    )
    place += 3 if given else 0
    length, place = _long(block, place + 1, block[place] & 127) if block[place] > 127 else (block[place], place + 1)
    seller = block[place : place + length].decode()
    return State(availability, units, currency.strip(), seller, condition), place + length


def _varint(packed: bytearray, value: int) -> None:
    while value > 127:
        packed.append(value & 127 | 128)
        value >>= 7
    packed.append(value)


def _long(block: bytes, place: int, value: int) -> tuple[int, int]:
    """Return the number that goes on here, and where it ends."""
    shift = 7
    while True:
        byte = block[place]
        place += 1
        value |= (byte & 127) << shift
        if byte < 128:
            return value, place
        shift += 7


def _zigzag(value: int) -> bytes:
    packed = bytearray()
    _varint(packed, value << 1 if value >= 0 else (-value << 1) - 1)
    return bytes(packed)


def _signed(block: bytes, place: int) -> tuple[int, int]:
    value, place = _long(block, place + 1, block[place] & 127) if block[place] > 127 else (block[place], place + 1)
    return (-(value + 1 >> 1) if value & 1 else value >> 1), place
