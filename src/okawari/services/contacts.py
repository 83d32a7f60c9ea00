"""Keep whom the person asked about an order."""

from __future__ import annotations

from datetime import datetime

from okawari.domain.case import Case
from okawari.domain.contact import Contact
from okawari.domain.told import contacted
from okawari.services.cases import remember_answers
from okawari.store.engine import Store


def log_contact(store: Store, case: Case, contact: Contact, now: datetime) -> None:
    """Keep a contact about a case, which is not in the future."""
    remember_answers(store, [contacted(case, contact)], now)
