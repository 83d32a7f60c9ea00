"""What is believed of one order, sorted by kind."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

from okawari.domain.condition import Condition
from okawari.domain.contact import Contact
from okawari.domain.facts import (
    CancelNotified,
    CancelRequested,
    ConditionTold,
    Contacted,
    DelayNotified,
    Fact,
    OfferedAgain,
    OrderPlaced,
    OrderRenumbered,
    ParcelScanned,
    PaymentFailed,
    PersonSaid,
    PriceSeen,
    RefundIssued,
    RefundSeen,
    ReservedElsewhere,
    SellerWrote,
    ShipmentNotified,
    SubstituteOffered,
    SubstituteTold,
)
from okawari.domain.message import OrderPart
from okawari.domain.preorder import Reservation, SeenPrice
from okawari.domain.statement import Witness
from okawari.domain.statement_facts import StatementLineSeen

FactT = TypeVar("FactT", bound=Fact)
_WITH_PART = (
    OrderPlaced,
    ShipmentNotified,
    DelayNotified,
    CancelNotified,
    CancelRequested,
    RefundIssued,
    PaymentFailed,
    SubstituteOffered,
    SellerWrote,
    PersonSaid,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """What is believed of one order, by kind, each in the order of time.

    `parts` is what all of it says of the order itself. `price_disputed`: two witnesses name different totals.
    """

    placed: tuple[OrderPlaced, ...] = ()
    shipments: tuple[ShipmentNotified, ...] = ()
    scans: tuple[ParcelScanned, ...] = ()
    delays: tuple[DelayNotified, ...] = ()
    cancels: tuple[CancelNotified, ...] = ()
    requests: tuple[CancelRequested, ...] = ()
    refunds: tuple[RefundIssued, ...] = ()
    seen: tuple[RefundSeen, ...] = ()
    witnesses: tuple[Witness, ...] = ()
    failures: tuple[PaymentFailed, ...] = ()
    substitutes: tuple[SubstituteOffered | SubstituteTold, ...] = ()
    messages: tuple[SellerWrote, ...] = ()
    offered_again: tuple[OfferedAgain, ...] = ()
    told: tuple[PersonSaid, ...] = ()
    contacts: tuple[Contact, ...] = ()
    reservations: tuple[Reservation, ...] = ()
    prices_seen: tuple[SeenPrice, ...] = ()
    conditions: tuple[Condition, ...] = ()
    renumbered: tuple[OrderRenumbered, ...] = ()
    parts: tuple[OrderPart, ...] = ()
    price_disputed: bool = False


def record_of(believed: Sequence[Fact]) -> Record:
    """Return the facts, which stand in the order of time, by kind."""

    def of(kind: type[FactT]) -> tuple[FactT, ...]:
        return tuple(fact for fact in believed if isinstance(fact, kind))

    held = [fact.reservation for fact in of(ReservedElsewhere)]
    told = {(one.condition.benefit, one.condition.name): one for one in of(ConditionTold)}
    return Record(
        placed=of(OrderPlaced),
        shipments=of(ShipmentNotified),
        scans=of(ParcelScanned),
        delays=of(DelayNotified),
        cancels=of(CancelNotified),
        requests=of(CancelRequested),
        refunds=of(RefundIssued),
        seen=of(RefundSeen),
        witnesses=tuple(fact.witness for fact in of(StatementLineSeen)),
        failures=of(PaymentFailed),
        substitutes=tuple(one for one in believed if isinstance(one, SubstituteOffered | SubstituteTold)),
        messages=of(SellerWrote),
        offered_again=of(OfferedAgain),
        told=of(PersonSaid),
        contacts=tuple(Contact(party=one.party, at=one.at, said=one.said) for one in of(Contacted) if one.at),
        reservations=tuple({(one.shop, one.number): one for one in held}.values()),
        prices_seen=tuple(one.seen for one in of(PriceSeen)),
        conditions=tuple(one.condition for one in told.values() if not one.withdrawn),
        renumbered=of(OrderRenumbered),
        parts=tuple(fact.part for fact in believed if isinstance(fact, _WITH_PART)),
    )


def last(facts: Sequence[FactT]) -> FactT | None:
    """Return the latest of facts of one kind."""
    return facts[-1] if facts else None
