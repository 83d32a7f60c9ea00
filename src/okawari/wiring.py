"""The composition root: the only place where settings meet the rooms."""

from __future__ import annotations

from okawari.domain.judge import Trust
from okawari.services.household import Household
from okawari.settings import Settings
from okawari.store.engine import Store, connect
from okawari.store.upgrade import upgrade


def trust(settings: Settings) -> Trust:
    """Return what the set-up lets us trust."""
    return Trust(authserv_ids=settings.authserv_ids)


def open_store(settings: Settings) -> Store:
    """Return the store in its newest shape; UnusableInputError where the database cannot be used."""
    engine = connect(settings.url())
    upgrade(engine)
    return Store(engine)


def household(settings: Settings) -> Household:
    """Return the household whose things the settings keep."""
    return Household(open_store(settings), trust(settings))
