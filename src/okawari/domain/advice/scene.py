"""What an adviser looks at, and what the advice consists of."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from okawari.domain.case import Case
from okawari.domain.cause import sold_by_a_seller
from okawari.domain.guarantee import is_mall
from okawari.domain.merchant import Merchant
from okawari.domain.message import CancelBy
from okawari.domain.phrase import Bilingual, Phrase, phrase
from okawari.domain.plan import CauseFinding, Deadline, RefundLeg, Step
from okawari.domain.refund import Asked
from okawari.domain.told import is_stand_in, is_told
from okawari.domain.tracking.finding import Trace
from okawari.domain.wait import Wait

_CARDS = ("credit_card",)


@dataclass(frozen=True, slots=True, kw_only=True)
class Advice:
    """Steps in order, days that matter, what is not known, and which of the article's sayings were settled otherwise."""

    steps: tuple[Step, ...]
    deadlines: tuple[Deadline, ...] = ()
    unknowns: tuple[Phrase, ...] = ()
    conflicts: tuple[str, ...] = ()
    wait: Wait | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """One case with its cause, its money and its parcels, on the day that the person asks.

    `settles_on` is the day on which a contradiction should be gone, `window` the days of the mall's guarantee; `wait`
    is how a backorder stands. `false_numbers` are parcel numbers whose check digit is wrong, `shut` carriers whose record
    nobody can look up.
    """

    case: Case
    cause: CauseFinding
    refunds: tuple[RefundLeg, ...]
    asked: Asked
    merchant: Merchant | None
    traces: tuple[Trace, ...] = ()
    settles_on: date | None = None
    window: tuple[Deadline, ...] = ()
    false_numbers: frozenset[str] = frozenset()
    shut: frozenset[str] = frozenset()
    wait: Wait | None = None

    @property
    def place(self) -> Bilingual | Phrase:
        """Where to look, without following a link of the mail."""
        if self.merchant is None or not self.merchant.check_place_ja:
            return phrase("steps.place_unknown")
        return Bilingual(self.merchant.check_place_ja, self.merchant.check_place_en)

    @property
    def shop(self) -> Bilingual | Phrase:
        """The name of the mall or shop."""
        if self.merchant is None:
            return phrase("steps.shop_unknown")
        return Bilingual(self.merchant.name_ja, self.merchant.name_en)

    @property
    def order(self) -> Phrase:
        """The order as one says it, by its number where that is known."""
        if not self.number:
            return phrase("steps.order_unknown")
        return phrase("steps.order_known", order=self.number)

    def by_own_way(self, entry: str) -> Phrase:
        """Return a step that leads to the shop's own pages, which warns of the mail's links where a mail came."""
        judged = self.case.authenticity
        mail = "" if is_told(judged) or judged.own_file else "_after_mail"
        return phrase(f"steps.{entry}{mail}", place=self.place, order=self.order)

    @property
    def number(self) -> str:
        """The order's number, "" where nobody knows it."""
        return "" if is_stand_in(self.case.order) else self.case.order

    @property
    def at_amazon(self) -> bool:
        """Whether the order was placed at an Amazon."""
        return (self.case.merchant or "").startswith("amazon_")

    @property
    def has_third_party_seller(self) -> bool:
        """Whether a seller in a mall sold it, not the mall itself."""
        return sold_by_a_seller(self.case, self.merchant) is True

    @property
    def shipped_by_seller(self) -> bool:
        """Whether a seller in a mall sold it, and the mall does not ship it for them."""
        return self.has_third_party_seller and not is_mall(self.case.shipped_by)

    @property
    def by_buyer(self) -> bool:
        """Whether the words say that the buyer cancelled."""
        return self.case.cancel is not None and self.case.cancel.by is CancelBy.BUYER

    @property
    def card_capture_unknown(self) -> bool:
        """Whether a card was used and nobody knows if it was charged."""
        captured = self.asked.captured if self.asked.captured is not None else self.case.captured
        return captured is None and any(leg.method in _CARDS for leg in self.refunds)

    @property
    def nothing_paid(self) -> bool:
        """Whether every way of paying says that no money has moved."""
        return bool(self.refunds) and all(leg.destination == "none" for leg in self.refunds)

    def after(self, days: int) -> date:
        """Return the day that many days after the day of asking."""
        return self.asked.on + timedelta(days=days)
