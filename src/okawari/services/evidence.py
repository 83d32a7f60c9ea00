"""Kept mails: what each says, as text."""

from __future__ import annotations

from dataclasses import dataclass

from okawari.domain.mail import Mail
from okawari.domain.message import MessageReading
from okawari.reading.bundle import is_bundle
from okawari.services.histories import with_histories
from okawari.services.household import Household
from okawari.services.opening import open_mail
from okawari.services.read import understand
from okawari.store import evidence, orders
from okawari.store.evidence import Evidence
from okawari.store.orders import OrderKey


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptMail:
    """One kept mail, what its reader makes of it today, and the orders that it speaks of."""

    mail: Mail
    reading: MessageReading
    orders: tuple[OrderKey, ...]


def kept_mail(household: Household, digest: str) -> KeptMail | None:
    """Return the kept mail of this SHA-256; None where nothing is kept under it, or no mail."""
    with household.store.reading() as transaction:
        kept = evidence.raw(transaction, digest)
        spoken_of = orders.spoken_of_in(transaction, [digest])[digest]
    if kept is None or not kept[1] or is_bundle(kept[1]):
        return None
    source, raw = kept
    trust = with_histories(household.store, household.trust)
    mail = open_mail(raw, source, trust)
    return KeptMail(mail=mail, reading=understand(mail, trust), orders=spoken_of)


def mails_without_order(household: Household, limit: int) -> tuple[Evidence, ...]:
    """Return kept mails that name no order, the last kept first."""
    with household.store.reading() as transaction:
        return evidence.without_order(transaction, limit)


def forget_mail(household: Household, digest: str) -> bool:
    """Delete a kept mail and what it said; return whether it was kept."""
    with household.store.writing() as transaction:
        return evidence.forget(transaction, digest)
