"""Keep what a person tells."""

from __future__ import annotations

from datetime import datetime

from okawari.domain.facts import Fact
from okawari.domain.told import Told, facts_told
from okawari.services.cases import remember_answers
from okawari.services.household import Household
from okawari.store.orders import OrderKey


def keep_told(household: Household, told: Told, said_at: datetime) -> OrderKey:
    """Keep an order as the person tells it; return what it is called."""
    facts = facts_told(told)
    remember_answers(household.store, facts, said_at)
    return OrderKey(facts[0].merchant, facts[0].order)


def keep_answer(household: Household, said: Fact, said_at: datetime) -> None:
    """Keep a later answer about an order."""
    remember_answers(household.store, [said], said_at)
