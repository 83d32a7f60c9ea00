"""Whether there is any money to look for on accounts: where there is none, a command starts without what looks for it."""

from __future__ import annotations

from okawari.store import money, statement_lines
from okawari.store.engine import Store


def is_money_to_match(store: Store) -> bool:
    """Return whether `following.match_money` could find anything, or has to take back what it once found."""
    with store.reading() as transaction:
        return statement_lines.are_kept(transaction) or money.is_any(transaction)
