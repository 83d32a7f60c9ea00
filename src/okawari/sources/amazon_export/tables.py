"""Which table of an export a CSV is, and where its columns stand."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources

_LIKELY = 0.6
"""The share of a table's columns that a file must have to be taken for it without its name."""

_TELLING = 5
"""Columns up to which a table is too plain to be known by them."""


@dataclass(frozen=True, slots=True)
class TableKind:
    """One kind of table: how its files are called, and the names that each of its columns goes by."""

    name: str
    files: tuple[re.Pattern[str], ...]
    columns: Mapping[str, tuple[str, ...]]
    needed: frozenset[str]
    optional: frozenset[str]


@dataclass(frozen=True, slots=True)
class Recognised:
    """A table with the place of each column, None for one that it lacks; `lacking` should be there."""

    kind: TableKind
    places: Mapping[str, int | None]
    width: int

    @property
    def lacking(self) -> tuple[str, ...]:
        """The columns that are missing and may not be, by the first of their names."""
        return tuple(
            self.kind.columns[column][0]
            for column, place in self.places.items()
            if place is None and column not in self.kind.optional
        )

    @property
    def readable(self) -> bool:
        """Whether every column is there without which nothing can be told."""
        return all(self.places[column] is not None for column in self.kind.needed)


def recognise(base_name: str, heading: Sequence[str]) -> Recognised | None:
    """Return the table that a file is, by its name (in lower case) or else by its heading; None for any other file."""
    stem = base_name.removesuffix(".csv")
    for kind in kinds():
        if any(pattern.fullmatch(stem) for pattern in kind.files):
            return _placed(kind, heading)
    telling = [_placed(kind, heading) for kind in kinds() if len(kind.columns) > _TELLING]
    likely = [found for found in telling if _share(found) >= _LIKELY]
    return max(
        likely, key=lambda found: len(found.kind.columns) - list(found.places.values()).count(None), default=None
    )


@cache
def kinds() -> tuple[TableKind, ...]:
    """Return every kind of table that is read."""
    described = tomllib.loads((resources.files(__package__) / "columns.toml").read_text(encoding="utf-8"))
    return tuple(
        TableKind(
            name,
            tuple(re.compile(pattern) for pattern in entry["names"]),
            {column: tuple(names) for column, names in entry["columns"].items()},
            frozenset(entry["needed"]),
            frozenset(entry.get("optional", ())),
        )
        for name, entry in described.items()
    )


def _placed(kind: TableKind, heading: Sequence[str]) -> Recognised:
    names = [_plain(name) for name in heading]
    places = {
        column: next((names.index(alias) for alias in map(_plain, aliases) if alias in names), None)
        for column, aliases in kind.columns.items()
    }
    return Recognised(kind, places, len(heading))


def _plain(heading: str) -> str:
    return "".join(char for char in unicodedata.normalize("NFKC", heading).casefold() if char.isalnum())


def _share(found: Recognised) -> float:
    wanted = found.kind.columns.keys() - found.kind.optional
    return 1 - len(found.lacking) / len(wanted)
