"""What happened, line by line, with what is believed and what is only shown."""

from __future__ import annotations

from collections.abc import Iterator

from okawari.domain.belief import Weighed, instant, is_own
from okawari.domain.case import TimelineEntry
from okawari.domain.condition import benefit_named
from okawari.domain.facts import (
    CancelNotified,
    CancelRequested,
    ConditionTold,
    Contacted,
    DelayNotified,
    Fact,
    GotAgain,
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
from okawari.domain.message import CancelBy, Item
from okawari.domain.phrase import Phrase, PhraseValue, phrase
from okawari.domain.shop_code import without_shop_code
from okawari.domain.statement_facts import StatementLineSeen


def timeline(weighed: Weighed) -> Iterator[TimelineEntry]:
    """Yield everything that was said of an order, in the order of time."""
    said = (*weighed.believed, *weighed.set_aside, *weighed.forged)
    lines = [(fact, fact in weighed.believed) for fact in said if not _only_implied(fact)]
    for fact, believed in sorted(lines, key=lambda line: instant(line[0].at)):
        yield TimelineEntry(
            at=fact.at,
            what=_what(fact),
            evidence=fact.provenance.evidence,
            file=fact.provenance.file,
            believed=believed,
            own_file=is_own(fact),
        )


def _only_implied(fact: Fact) -> bool:
    """A person who tells what became of an order implies that it was placed, at a time that nobody said."""
    return isinstance(fact, OrderPlaced) and fact.at is None and fact.provenance.reader == "person"


def _what(fact: Fact) -> Phrase:
    if is_own(fact):
        return _in_own_file(fact)
    match fact:
        case OrderPlaced():
            return phrase("timeline.order_placed")
        case ShipmentNotified() | DelayNotified():
            return phrase(f"timeline.{fact.kind}")
        case ParcelScanned():
            return _scan(fact)
        case CancelNotified(partial=True, items=(Item(title=title), *_)):
            return phrase("timeline.item_cancelled", item=title)
        case CancelNotified(partial=True):
            return phrase("timeline.partially_cancelled")
        case CancelNotified():
            return phrase("timeline.cancelled")
        case CancelRequested(cancel=cancel):
            return phrase(f"timeline.cancel_requested_{'by_shop' if cancel.by is CancelBy.SHOP else 'by_buyer'}")
        case RefundIssued(refund=refund):
            return (
                phrase("timeline.refund_issued", amount=refund.amount) if refund.amount else phrase("timeline.refund")
            )
        case _:
            return _minor(fact)


def _scan(fact: ParcelScanned) -> Phrase:
    """Return what a carrier said: in a mail by its event, in a record that was looked up by its own words."""
    said: dict[str, PhraseValue] = {"carrier": phrase(f"carriers.{fact.parcel.carrier}"), "number": fact.parcel.number}
    if not fact.wording:
        return phrase(f"timeline.parcel_{fact.event}", **said)
    if not fact.place:
        return phrase("timeline.scan", wording=fact.wording, **said)
    return phrase("timeline.scan_at", wording=fact.wording, place=fact.place, **said)


def _in_own_file(fact: Fact) -> Phrase:
    match fact:
        case StatementLineSeen(witness=witness):
            return witness.said()
        case ShipmentNotified():
            return phrase("timeline.listed_shipped")
        case CancelNotified():
            return phrase("timeline.listed_cancelled")
        case RefundIssued(refund=refund) if refund.amount:
            return phrase("timeline.listed_refund", amount=refund.amount)
        case _:
            return phrase("timeline.listed_order")


def _minor(fact: Fact) -> Phrase:
    match fact:
        case PaymentFailed():
            return phrase("timeline.payment_failed")
        case SubstituteOffered():
            return phrase("timeline.substitute_offered")
        case SellerWrote():
            return _written(fact)
        case OfferedAgain():
            return phrase("timeline.offered_again")
        case OrderRenumbered(renumbering=said) if said.old and said.old != said.new:
            return phrase(f"timeline.{said.kind}", old=", ".join(said.old), new=", ".join(said.new))
        case OrderRenumbered(renumbering=said):
            return phrase(f"timeline.{said.kind}_into", new=", ".join(said.new))
        case RefundSeen():
            return phrase("timeline.refund_seen")
        case (
            Contacted()
            | ReservedElsewhere()
            | PriceSeen()
            | SubstituteTold()
            | ConditionTold()
            | GotAgain()
            | PersonSaid()
        ):
            return _by_person(fact)
        case _:
            return phrase("timeline.phishing")


def _written(fact: SellerWrote) -> Phrase:
    if fact.asks_choice:
        return phrase("timeline.seller_asks_choice")
    return phrase("timeline.cannot_supply" if fact.cannot_supply else "timeline.seller_message")


def _by_person(fact: Fact) -> Phrase:
    match fact:
        case Contacted(party=party, said=said):
            return phrase(f"timeline.contacted_{party}", said=said)
        case ReservedElsewhere(reservation=one):
            return phrase(f"timeline.reservation_{one.standing}", shop=one.shop)
        case GotAgain(by=by, item=item, number=number, shop=shop):
            return phrase(f"timeline.got_by_{by}", item=item, number=number, shop=shop)
        case SubstituteTold(item=item):
            return phrase("timeline.substitute_told", item=without_shop_code(item.title))
        case ConditionTold(condition=one, withdrawn=withdrawn):
            about = benefit_named(one)
            return phrase("timeline.condition_withdrawn" if withdrawn else "timeline.condition_told", benefit=about)
        case PriceSeen(seen=seen):
            return phrase("timeline.price_seen", price=seen.price, day=seen.on)
        case _:
            return phrase("timeline.person_said")
