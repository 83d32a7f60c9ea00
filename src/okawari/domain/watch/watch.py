"""What a person watches a product page for, what was seen of the page, and what they are told."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from okawari.domain.candidate import Condition
from okawari.domain.delivery import Promise
from okawari.domain.digest import Digest
from okawari.domain.history import State, state_of
from okawari.domain.japan_time import JAPAN
from okawari.domain.money import Money
from okawari.domain.offer import Availability
from okawari.domain.watch.seek import Find, web_address

SHORTEST_MINUTES = 1
USUAL_MINUTES = 15
MEDIAN_DAYS = (30, 90)
_HOURS = re.compile(r"([01]?\d|2[0-3])時?[-~〜]([01]?\d|2[0-3])時?")


class Standing(StrEnum):
    """Whether a watch is looked after."""

    ACTIVE = "active"
    PAUSED = "paused"
    FULFILLED = "fulfilled"
    EXPIRED = "expired"


class AlertKind(StrEnum):
    """What an alert is about."""

    IN_STOCK = "in_stock"
    PREORDER_OPENED = "preorder_opened"
    PRICE_REACHED = "price_reached"
    PRICE_DROPPED = "price_dropped"
    LOWEST_PRICE = "lowest_price"
    SELLER_APPEARED = "seller_appeared"
    DELIVERY_EARLIER = "delivery_earlier"
    OFFERS_FOUND = "offers_found"
    ENTRIES_FOUND = "entries_found"
    CANNOT_SEE = "cannot_see"
    EXPIRED = "expired"
    DIGEST = "digest"
    CHANNEL_OFF = "channel_off"


@dataclass(frozen=True, slots=True)
class QuietHours:
    """Hours of the day in Japan without alerts, from `start` till before `end`; over midnight where `end` is smaller."""

    start: int
    end: int

    @classmethod
    def read(cls, text: str) -> QuietHours:
        """Return the hours that a text names (22-7, 22〜7時); ValueError for any other, and for none at all."""
        found = _HOURS.fullmatch("".join(unicodedata.normalize("NFKC", text).split()))
        if found is None or int(found[1]) == int(found[2]):
            raise ValueError(text)
        return cls(int(found[1]), int(found[2]))

    def holds(self, at: datetime) -> bool:
        """Tell whether the moment lies in the quiet hours."""
        hour = at.astimezone(JAPAN).hour
        if self.start <= self.end:
            return self.start <= hour < self.end
        return hour >= self.start or hour < self.end


@dataclass(frozen=True, slots=True, kw_only=True)
class Lead:
    """An order or reservation that may be for the watched thing: its number, and the `title` it is for, or the `shop`.

    `refused`: the person said that it is for something else. `by_order` is False of a reservation.
    """

    number: str
    title: str = ""
    shop: str = ""
    by_order: bool = True
    refused: bool = False

    @property
    def key(self) -> str:
        """What tells it from the others of a watch."""
        return f"{self.number}|{self.title}|{self.shop}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Watch:
    """One page that is watched for one thing. All that is wished for must hold at once.

    `price` is the highest price that will do, `effective` the highest one less what comes back, `drop_percent` how far
    below the price at the first look, or below the median of the last `drop_days`; `lowest` asks for less than ever before.
    Without any of them stock alone counts; `preorder` takes a preorder for stock. `seller` is a part of the seller's name,
    `appears` that of one who is to be among those that offer the thing. `earlier_days` asks for a delivery that is
    promised so many days earlier than before. Of a search and a feed (see `seek`), `url` is the address that it is kept
    under; `all_of` are words that each find must hold, `none_of` those that none may, `unsure` takes offers that may be another thing.
    `condition` is the worst that will do. `until` is the last day, `every` the least number of minutes between looks, but one
    around `burst_at`. Before `rests_until` nothing is told. `paid` is what the order cost that this stands in for, `order` its number,
    `item` the title of the thing, "" where the order has several. `resumed_at` is when the person took it up again after
    it had ended. `leads` may be for the thing, and only the person can say.
    """

    id: str
    url: str
    added_at: datetime
    price: Money | None = None
    drop_percent: int | None = None
    preorder: bool = False
    seller: str = ""
    condition: Condition | None = None
    until: date | None = None
    every: int = USUAL_MINUTES
    quiet: QuietHours | None = None
    paid: Money | None = None
    merchant: str = ""
    order: str = ""
    effective: Money | None = None
    drop_days: int = 0
    lowest: bool = False
    rests_until: date | None = None
    burst_at: datetime | None = None
    item: str = ""
    resumed_at: datetime | None = None
    leads: tuple[Lead, ...] = ()
    appears: str = ""
    earlier_days: int = 0
    all_of: tuple[str, ...] = ()
    none_of: tuple[str, ...] = ()
    unsure: bool = False

    @property
    def link(self) -> str:
        """Where a person can look, "" for a search."""
        return web_address(self.url)

    @property
    def open_leads(self) -> tuple[Lead, ...]:
        """What the person has not answered yet."""
        return tuple(lead for lead in self.leads if not lead.refused)

    @property
    def asks_for_price(self) -> bool:
        """Whether a price is wished for, so that a page which tells no stock is not passed over."""
        return bool(self.price or self.effective or self.drop_percent or self.lowest)

    @property
    def asks_for_past(self) -> bool:
        """Whether the past of the offer is needed to judge a look."""
        return self.lowest or bool(self.drop_percent and self.drop_days)


@dataclass(frozen=True, slots=True, kw_only=True)
class Yardstick:
    """What a look is measured by besides the page: the effective price, and the past of the offer before this look.

    `promise` is that of the look as days. None where it cannot be told; `short` while the past does not reach back as far as the watch asks for.
    """

    effective: Money | None = None
    median: Money | None = None
    lowest: Money | None = None
    promise: Promise | None = None
    short: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Observation:
    """What one look at a page showed; where it showed nothing, `trouble` is a code and `detail` its particulars.

    `product` names the thing wherever it is sold ("jan:4901234567894"), "" where the page shows no such number.
    `tax_included` is None where the page does not say. `sellers` are all who offer it, `delivery` is the promise as written. `found` is how many offers or entries a search or a
    feed showed, None of a page.
    """

    at: datetime
    availability: Availability = Availability.UNKNOWN
    price: Money | None = None
    tax_included: bool | None = None
    seller: str | None = None
    condition: Condition = Condition.UNKNOWN
    title: str = ""
    trouble: str = ""
    detail: str = ""
    product: str = ""
    shipping: Money | None = None
    points: int | None = None
    sellers: tuple[str, ...] = ()
    delivery: str = ""
    found: int | None = None

    @property
    def state(self) -> State:
        """What makes a point in the history: a look that says the same adds none."""
        return state_of(self.availability, self.price, self.seller or "", self.condition)


@dataclass(frozen=True, slots=True, kw_only=True)
class WatchState:
    """What the looks so far have left: see `judge` for how the parts change.

    `armed` watches alert at the next match. `misses` counts clear misses in a row since the last match (up to two), `missed_since`
    is when they began. `blind` counts looks in a row that did not tell what is wished for, `seeing` those that did (both up
    to three), `told_blind` whether that was told. `first_price` is the price at the first look, `alerts` how many alerts there were, `told_at` when the
    last matches were told (up to three).
    `promised` is the delivery that a later promise is measured by; `later` counts looks in a row that promised less, from
    `later_since` on. `begun` tells that a search or a feed was seen once.
    """

    armed: bool = True
    misses: int = 0
    missed_since: datetime | None = None
    blind: int = 0
    seeing: int = 0
    told_blind: bool = False
    first_price: Money | None = None
    alerts: int = 0
    told_at: tuple[datetime, ...] = ()
    promised: Promise | None = None
    later: int = 0
    later_since: datetime | None = None
    begun: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Alert:
    """One thing to tell the person. `number` counts the alerts of the watch: with its id it names the event.

    `effective` is what it costs even if nothing open holds, `effective_best` if all of it does. `measure` is what a drop or a
    lowest price is told against: the median of `measure_days`, the price at the first look, or the lowest so far.
    `flickers`: it came and went so often that the next match is told only after a longer miss.
    `finds` are the first of what a search or a feed found, `more` how many there are besides.
    The daily digest belongs to no watch: its `watch` is "digest", its `number` that of the day, `url` is "". Nor does what
    tells that a channel, named by `title`, was switched off.
    """

    watch: str
    number: int
    kind: AlertKind
    at: datetime
    url: str
    title: str = ""
    availability: Availability = Availability.UNKNOWN
    price: Money | None = None
    seller: str | None = None
    paid: Money | None = None
    limit: Money | None = None
    trouble: str = ""
    detail: str = ""
    merchant: str = ""
    order: str = ""
    effective: Money | None = None
    risk: str = ""
    risk_grounds: tuple[tuple[str, str], ...] = ()
    digest: Digest | None = None
    promise: Promise | None = None
    promised_before: Promise | None = None
    finds: tuple[Find, ...] = ()
    more: int = 0
    effective_best: Money | None = None
    measure: Money | None = None
    measure_days: int = 0
    flickers: bool = False
    condition: Condition = Condition.UNKNOWN

    @property
    def key(self) -> str:
        """The same for the same event, whoever found it."""
        return f"{self.watch}-{self.number}"
