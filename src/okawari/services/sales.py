"""The sales ahead, with the rules behind them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from okawari.domain.profile import Profile
from okawari.domain.rule_card import RuleCard
from okawari.domain.sales import Sale, grounds_of, sales_ahead
from okawari.rules.loader import rules
from okawari.services.rule_cards import card_of


@dataclass(frozen=True, slots=True)
class Sales:
    """The sales, the surest first, and the cards of their rules and of what to do on the day."""

    sales: tuple[Sale, ...]
    cards: tuple[RuleCard, ...]


def sales_at(profile: Profile, now: datetime) -> Sales:
    """Return what is on sale now and soon, as far as rules and the person's profile tell."""
    found = sales_ahead(rules("points"), rules("sales"), profile, now)
    return Sales(found, tuple(card for one in grounds_of(found) if (card := card_of(one)) is not None))
