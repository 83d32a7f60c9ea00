"""Keep whom the person asked about an order, and take back what was kept by mistake."""

from __future__ import annotations

from datetime import datetime

from okawari.domain.case import Case
from okawari.domain.condition import Condition
from okawari.domain.contact import Contact
from okawari.domain.facts import Contacted, Fact
from okawari.domain.message import Item
from okawari.domain.told import condition_told, contacted, offered_instead
from okawari.services.cases import remember_answers
from okawari.store import answers
from okawari.store.codec import KIND_OF
from okawari.store.engine import Store
from okawari.store.orders import Subject


def log_contact(store: Store, case: Case, contact: Contact, now: datetime) -> None:
    """Keep a contact about a case, which is not in the future."""
    remember_answers(store, [contacted(case, contact)], now)


def tell_substitute(store: Store, case: Case, item: Item, now: datetime) -> None:
    """Keep what the shop offers instead, as it was told by other ways than a mail that names it."""
    remember_answers(store, [offered_instead(case, item, now)], now)


def tell_condition(store: Store, case: Case, condition: Condition, now: datetime, *, withdrawn: bool = False) -> None:
    """Keep what else had hung on the worth of a case's order, or that it is taken back."""
    remember_answers(store, [condition_told(case, condition, now, withdrawn=withdrawn)], now)


def forget_contact(store: Store, case: Case, name: str) -> Contact | None:
    """Delete the contact of a case that goes by this name, however often it was kept, and return it; None where there is none.

    Doors, days and drafts are reckoned from what is kept: they are at once what they were without it.
    """
    found = next((contact for contact in case.contacts if contact.name == name), None)
    if found is None:
        return None

    def meant(fact: Fact) -> bool:
        if not isinstance(fact, Contacted) or fact.at is None or fact.merchant not in {None, case.merchant}:
            return False
        return Contact(party=fact.party, at=fact.at, said=fact.said).name == name

    subjects = [Subject(order) for order in case.numbers]
    with store.writing() as transaction:
        answers.forget(transaction, subjects, KIND_OF[Contacted], meant)
    return found
