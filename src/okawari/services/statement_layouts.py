"""Layouts of statements that the person told, to be recognised by their headings from then on."""

from __future__ import annotations

from datetime import datetime

from okawari.reading.statement import Layout
from okawari.reading.statement_columns import (
    Mapping,
    Preview,
    UnusableMappingError,
    layout_from_json,
    layout_of,
    layout_to_json,
    mapping_of,
)
from okawari.sources.amazon_jp.gift_balance import SOURCE as GIFT_BALANCE
from okawari.sources.statements import layouts
from okawari.store import statement_layouts
from okawari.store.engine import Store, Transaction

__all__ = ["Layout", "Mapping", "Preview", "UnusableMappingError", "layout_of", "mapping_of"]

LONGEST_NAME = 40


def told_layouts(transaction: Transaction) -> tuple[Layout, ...]:
    """Return the layouts that the person told, the last told first."""
    return tuple(layout_from_json(payload) for _, payload in statement_layouts.all_of(transaction))


def known_layouts(transaction: Transaction) -> tuple[Layout, ...]:
    """Return every layout by which a statement of this household can be read."""
    return (*layouts(), *told_layouts(transaction))


def list_layouts(store: Store) -> tuple[Layout, ...]:
    """Return the layouts that the person told, the last told first."""
    with store.reading() as transaction:
        return told_layouts(transaction)


def remember_layout(store: Store, layout: Layout, told_at: datetime) -> None:
    """Keep a layout under its source's name, in the place of one of the same name."""
    with store.writing() as transaction:
        statement_layouts.put(transaction, layout.source, layout_to_json(layout), told_at)


def forget_layout(store: Store, name: str) -> bool:
    """Delete a layout; what was read by it stays until it is read again. Return whether it was kept."""
    with store.writing() as transaction:
        return statement_layouts.forget(transaction, name)


def name_problem(name: str) -> str:
    """Return why a layout cannot be called so (`name_missing`, `name_too_long`, `name_taken`), "" where it can."""
    if not name.strip():
        return "name_missing"
    if len(name) > LONGEST_NAME or not name.isprintable():
        return "name_too_long"
    taken = {GIFT_BALANCE} | {
        known for layout in layouts() for known in (layout.source, *dict(layout.by_card).values())
    }
    return "name_taken" if name in taken else ""
