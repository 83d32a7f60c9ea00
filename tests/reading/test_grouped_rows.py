"""Rows that are put aside and given back by key."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from okawari.reading.grouped_rows import GroupedRows, Kept, rows_of
from okawari.reading.table import UnreadableTableError

A, B, C, D = (0, 2, ("a", None)), (0, 3, ("b\x1f", "")), (1, 2, ("c", "\udc80")), (1, 3, ("d", None))


def test_rows_of_one_key_stand_together_in_the_order_of_their_first() -> None:
    rows = GroupedRows()
    rows.add([("one", A), ("one", B), ("two", C)])
    rows.add([("one", D)])
    assert [(key, rows_of(runs)) for key, runs in rows.groups()] == [("one", [A, B, D]), ("two", [C])]
    assert rows_of(rows.group("one")) == [A, B, D]
    assert rows.group("three") == ()


def test_rows_before_an_error_are_kept() -> None:
    def told() -> Iterator[tuple[str, Kept]]:
        yield "one", A
        yield "one", B
        raise UnreadableTableError("cell_too_large")

    rows = GroupedRows()
    with pytest.raises(UnreadableTableError):
        rows.add(told())
    rows.add([("one", C)])
    assert [(key, rows_of(runs)) for key, runs in rows.groups()] == [("one", [A, B, C])]
