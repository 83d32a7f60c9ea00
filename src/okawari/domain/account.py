"""Kinds of accounts whose rows are read."""

from __future__ import annotations

import re
import unicodedata
from enum import StrEnum


class AccountKind(StrEnum):
    """What a statement is of. A `ledger` is a household book that copies rows of other accounts.

    `points` are of any programme, `carrier` is a phone bill, `pay_later` a bill such as Paidy's.
    """

    CARD = "card"
    BANK = "bank"
    WALLET = "wallet"
    BALANCE = "balance"
    POINTS = "points"
    CARRIER = "carrier"
    PAY_LATER = "pay_later"
    LEDGER = "ledger"


WITHOUT_LAYOUT = frozenset({AccountKind.POINTS, AccountKind.CARRIER, AccountKind.PAY_LATER})
"""No layout of these is known: only what the person tells, or a household book copies, shows them, and nobody knows how they write a shop."""

TOLD = (
    AccountKind.CARD,
    AccountKind.BANK,
    AccountKind.WALLET,
    AccountKind.POINTS,
    AccountKind.CARRIER,
    AccountKind.PAY_LATER,
)
"""What a person may say that a statement is of."""

_CARD = re.compile(r"カード|\bcard\b", re.IGNORECASE)
_NAMED = (
    (AccountKind.POINTS, re.compile(r"ポイント|\bpoints?\b", re.IGNORECASE)),
    (AccountKind.PAY_LATER, re.compile(r"ペイディ|\bpaidy\b", re.IGNORECASE)),
    (
        AccountKind.CARRIER,
        re.compile(r"ドコモ|docomo|auかんたん決済|ソフトバンク|softbank|まとめて支払い", re.IGNORECASE),
    ),
)


def kind_called(name: str) -> AccountKind:
    """Return what an account is by the name that a household book gives it; a card where the name does not tell."""
    plain = unicodedata.normalize("NFKC", name)
    if _CARD.search(plain):
        return AccountKind.CARD
    return next((kind for kind, words in _NAMED if words.search(plain)), AccountKind.CARD)
