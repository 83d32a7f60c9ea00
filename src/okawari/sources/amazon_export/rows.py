"""Rows of an export's tables: their cells by column, what could not be read in them, and one version of each."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar

from okawari.domain.money import Money
from okawari.domain.problem import Problem
from okawari.sources.amazon_export.cells import UnreadableCellError, moment_of, money_of, quantity_of, sum_of_two

ValueT = TypeVar("ValueT")
MOST_DETAIL = 120
"""Characters of what is told of one."""
_MORE = " …"
MOST_PROBLEMS = 50
"""Of one file; what is wrong beyond is counted."""


class Problems:
    """What is wrong in the files: a bounded number of each, and how many more there were."""

    def __init__(self) -> None:
        """Begin with none."""
        self._found: list[tuple[str, Problem]] = []
        self._counts: Counter[str] = Counter()

    def add(self, code: str, file: str, line: int = 0, detail: str = "") -> None:
        """Note one; `line` 0 means the whole file."""
        self._counts[file] += 1
        if self._counts[file] <= MOST_PROBLEMS:
            self._found.append((file, Problem(code, f"{file}:{line}" if line else file, detail[:MOST_DETAIL])))

    def add_all(self, later: Problems) -> None:
        """Note what was met elsewhere after these, as if each had been met here."""
        room = {file: MOST_PROBLEMS - self._counts[file] for file in later._counts}
        for file, problem in later._found:
            if room[file] > 0:
                self._found.append((file, problem))
            room[file] -= 1
        self._counts.update(later._counts)

    def all(self) -> tuple[Problem, ...]:
        """Return them in the order in which they were met, and last what was only counted."""
        more = [(file, count - MOST_PROBLEMS) for file, count in self._counts.items() if count > MOST_PROBLEMS]
        found = (problem for _, problem in self._found)
        return (*found, *(Problem("export_more_problems", file, str(count)) for file, count in more))


def listed(names: Iterable[str]) -> str:
    """Return names for the detail of a problem, as many as it has room for, each whole."""
    shown = ""
    for name in names:
        longer = f"{shown}, {name}" if shown else name
        if len(longer) + len(_MORE) > MOST_DETAIL:
            return shown + _MORE
        shown = longer
    return shown


@dataclass(slots=True, eq=False)
class Row:
    """One row: the number and name of its table, its line there, and its cells, None where nothing stands.

    `places` says where the cell of a column is; a column that no table of the kind has is empty.
    """

    table: int
    file: str
    line: int
    cells: Sequence[str | None]
    places: Mapping[str, int]
    problems: Problems

    def __getitem__(self, column: str) -> str | None:
        """Return the text of a cell."""
        place = self.places.get(column)
        return None if place is None else self.cells[place]

    def money(self, column: str, currency: str | None = None) -> Money | None:
        """Return the amount in a cell, in the row's currency; None with a problem where it holds something else."""
        try:
            return money_of(self[column], currency or self["currency"])
        except UnreadableCellError:
            self._note(column)
            return None

    def money_of_two(self, column: str, other: str) -> Money | None:
        """Return the sum of the amounts in two cells, or that of the first alone where the other holds none."""
        try:
            return sum_of_two(self[column], self[other], self["currency"])
        except UnreadableCellError:
            amount, _ = self.money(column), self.money(other)
            return amount

    def quantity(self, column: str) -> int | None:
        """Return the number of pieces in a cell."""
        return self._read(quantity_of, column)

    def moment(self, column: str) -> datetime | None:
        """Return the moment in a cell."""
        return self._read(moment_of, column)

    def moments(self, cells: Iterable[str]) -> list[datetime]:
        """Return the moments in the parts of a cell."""
        found = []
        for cell in cells:
            try:
                at = moment_of(cell)
            except UnreadableCellError:
                self.problems.add("export_cell_unreadable", self.file, self.line, cell)
                continue
            if at is not None:
                found.append(at)
        return found

    def _read(self, read: Callable[[str | None], ValueT], column: str) -> ValueT | None:
        try:
            return read(self[column])
        except UnreadableCellError:
            self._note(column)
            return None

    def _note(self, column: str) -> None:
        self.problems.add("export_cell_unreadable", self.file, self.line, f"{column}: {self[column]}")


def one_version(rows: Sequence[Row], same: Callable[[Row], Hashable], settled: Callable[[Row], bool]) -> list[Row]:
    """Return each thing as one table tells it, where exports overlap.

    `same` tells that two rows speak of one thing. Of several tables the one counts that has most settled rows of it (a
    newer export), then most rows, then the one that was given last.
    """
    tables = {row.table for row in rows}
    if len(tables) == 1:
        return list(rows)
    told: dict[Hashable, dict[int, list[Row]]] = defaultdict(lambda: defaultdict(list))
    for row in rows:
        told[same(row)][row.table].append(row)
    chosen = {
        id(row)
        for versions in told.values()
        for row in max(versions.values(), key=lambda one: (sum(map(settled, one)), len(one), one[0].table))
    }
    return [row for row in rows if id(row) in chosen]
