"""The log of contacts: whom the shopper asked, on which day, and what was said."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from okawari.domain.japan_time import in_japan


class Party(StrEnum):
    """With whom a shopper speaks about an order. `CHARGEBACK` is the issuer, with whom the payment was disputed."""

    SELLER = "seller"
    SHOP = "shop"
    ISSUER = "issuer"
    CHARGEBACK = "chargeback"
    PLATFORM = "platform"


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """One contact: with whom, when (noon where only the day is known), and what was said, in the person's own words."""

    party: Party
    at: datetime
    said: str

    @property
    def name(self) -> str:
        """Eight digits by which a contact is named, the same as long as it says the same."""
        minute = in_japan(self.at).isoformat(timespec="minutes")
        told = f"{self.party}\n{minute}\n{self.said}"
        return hashlib.sha256(told.encode("utf-8", "replace")).hexdigest()[:8]


def first_with(contacts: tuple[Contact, ...], party: Party) -> datetime | None:
    """Return when the party was first written to; None where it never was. `contacts` stand in the order of time."""
    return next((contact.at for contact in contacts if contact.party is party), None)
