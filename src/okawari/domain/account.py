"""Kinds of accounts whose rows are read."""

from __future__ import annotations

from enum import StrEnum


class AccountKind(StrEnum):
    """What a statement is of. A `ledger` is a household book that copies rows of other accounts."""

    CARD = "card"
    BANK = "bank"
    WALLET = "wallet"
    BALANCE = "balance"
    LEDGER = "ledger"
