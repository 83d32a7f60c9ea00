"""The orders and refunds in an export, whatever its files are called and however they are packed."""

from __future__ import annotations

import io
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import islice
from operator import itemgetter
from typing import NamedTuple

from okawari.domain.below_zero import order_below_zero
from okawari.domain.export import ExportedOrder, ExportedRefund
from okawari.domain.problem import Problem
from okawari.reading.grouped_rows import GroupedRows, Kept, Runs, rows_of
from okawari.reading.mail.archive import MEMBER_ERRORS, problem_code
from okawari.reading.mail.intake import Unreadable
from okawari.reading.table import UnreadableTableError, rows_in
from okawari.reading.table_files import TableFile
from okawari.sources.amazon_export.cells import texts_of
from okawari.sources.amazon_export.digital import digital_order_of, older_digital_order_of
from okawari.sources.amazon_export.order_list import listed_order_of
from okawari.sources.amazon_export.orders import order_of
from okawari.sources.amazon_export.refunds import digital_refunds_of, refunds_of
from okawari.sources.amazon_export.rows import Problems, Row, listed
from okawari.sources.amazon_export.tables import Recognised, kinds, recognise

READER = "amazon_export"
VERSION = 1
Exported = ExportedOrder | ExportedRefund | Problem

_ORDER = re.compile(r"[A-Z0-9]{3}-\d{7}-\d{7}")
_ORDERS = ("orders", "digital", "digital_packets", "order_list")
_REFUNDS = ("refunds", "digital_returns")
"""The kinds of tables that tell of orders and of refunds."""
_SHEAF = 200
"""Orders; so many are read at a time."""
_HEADING_WITHIN = 3
"""Rows; some programs leave an empty one above the heading."""


class Told(NamedTuple):
    """What tables of one kind tell of one order, with what other tables tell of it: the rows as they wait on disk."""

    number: str
    rows: Runs
    original: str | None = None
    titles: Runs = ()
    amounts: tuple[tuple[str, Runs], ...] = ()


@dataclass(frozen=True, slots=True)
class Sheaf:
    """Some orders, or refunds, of one kind of table. Each sheaf is read by itself, in whatever process."""

    kind: str
    files: tuple[str, ...]
    told: tuple[Told, ...]


def read_export(files: Iterable[TableFile | Unreadable]) -> Iterator[Exported]:
    """Yield the orders, then the refunds, then what could not be read; rows of overlapping exports count once.

    Orders stand in the order of their first row. Tables of other things are passed over; one that the person named is a
    problem. Memory does not grow with the number of rows.
    """
    shelf = Shelf(files)
    for sheaf in shelf.sheaves():
        found, problems = read_sheaf(sheaf)
        yield from found
        shelf.problems.add_all(problems)
    yield from shelf.problems.all()


def read_sheaf(sheaf: Sheaf) -> tuple[list[ExportedOrder | ExportedRefund], Problems]:
    """Return the orders of a sheaf, or the refunds, those of one order together, and what could not be read in it."""
    problems = Problems()

    def rows(kind: str, runs: Runs) -> list[Row]:
        return _as_rows(kind, sheaf.files, runs, problems)

    found = [one for told in sheaf.told for one in _read(sheaf.kind, told, rows)]
    for one in found:
        if isinstance(one, ExportedOrder):
            wrong = order_below_zero(one.number, one.total, (line.item for line in one.lines))
            for problem in wrong:
                problems.add(problem.code, f"{one.file} {problem.where}", detail=problem.detail)
    return found, problems


def _read(
    kind: str, told: Told, rows: Callable[[str, Runs], list[Row]]
) -> Iterable[ExportedOrder] | Iterable[ExportedRefund]:
    number, own = told.number, rows(kind, told.rows)
    match kind:
        case "orders":
            return (order_of(number, own, told.original),)
        case "digital":
            return (digital_order_of(number, own),)
        case "digital_packets":
            amounts = {packet: rows("digital_amounts", runs) for packet, runs in told.amounts}
            return (older_digital_order_of(number, own, rows("digital_titles", told.titles), amounts),)
        case "order_list":
            return (listed_order_of(number, own),)
        case "refunds":
            return refunds_of(number, own)
        case _:
            return digital_refunds_of(number, own)


def is_known_table(base_name: str, raw: bytes) -> bool:
    """Return whether a file, named in lower case, is a table of an export, be it one that lacks columns."""
    try:
        return _heading(base_name, rows_in(io.BytesIO(raw))) is not None
    except UnreadableTableError:
        return False


def _heading(base_name: str, rows: Iterator[tuple[int, list[str]]]) -> Recognised | None:
    best: Recognised | None = None
    for _, cells in islice(rows, _HEADING_WITHIN):
        found = recognise(base_name, cells)
        if found is not None and (best is None or len(found.lacking) < len(best.lacking)):
            best = found
        if best is not None and best.readable:
            break
    return best


class Shelf:
    """The rows of every table that was recognised, by kind, and the `problems` met so far."""

    def __init__(self, files: Iterable[TableFile | Unreadable]) -> None:
        """Put the rows of all files aside."""
        self.problems = Problems()
        self._first = ""
        self._known = 0
        self._rows: defaultdict[str, GroupedRows] = defaultdict(GroupedRows)
        self._files: list[str] = []
        for file in files:
            self._put_aside(file)
        if not self._known:
            self.problems.add("export_nothing_found", self._first)

    def _put_aside(self, file: TableFile | Unreadable) -> None:
        """Put the rows of a table aside, or note why it cannot be read."""
        self._first = self._first or file.file
        if isinstance(file, Unreadable):
            self.problems.add(file.problem.code, file.problem.where, detail=file.problem.detail)
            self._known += 1
            return
        try:
            self._take(file)
        except UnreadableTableError as error:
            if file.asked or error.row:
                self.problems.add(f"table_{error.code}", file.file, error.row)
                self._known += 1
        except MEMBER_ERRORS as error:
            self.problems.add(problem_code(error), file.file, detail=str(error))
            self._known += 1

    def _take(self, file: TableFile) -> None:
        rows = rows_in(file.stream)
        found = _heading(file.base_name, rows)
        if found is None:
            if file.asked:
                self._known += 1
                self.problems.add("export_table_unknown", file.file)
            return
        self._known += 1
        if found.lacking:
            self.problems.add(
                "export_column_missing",
                file.file,
                detail=listed(found.lacking),
            )
        if found.readable:
            self._files.append(file.file)
            self._rows[found.kind.name].add(self._checked(found, file.file, rows))

    def _checked(
        self, found: Recognised, file: str, rows: Iterable[tuple[int, list[str]]]
    ) -> Iterator[tuple[str, Kept]]:
        key = next(iter(found.kind.columns))
        # What a table lacks is read from an empty cell after the last one.
        picked = itemgetter(*(-1 if place is None else place for place in found.places.values()))
        table = len(self._files) - 1
        for number, cells in rows:
            if len(cells) < found.width:
                if any(cell.strip() for cell in cells):
                    self.problems.add("export_row_short", file, number, ",".join(cells))
                continue
            cells.append("")
            values = picked(cells)
            (named,) = texts_of(values[:1])
            if named is None or (key == "order" and not _ORDER.fullmatch(named)):
                self.problems.add("export_row_without_order", file, number, named or "")
                continue
            # What the other cells hold is found where the order is read, in whatever process.
            yield named, (table, number, values)

    def sheaves(self) -> Iterator[Sheaf]:
        """Yield what is told of orders, by the kinds of tables, then of refunds."""
        files = tuple(self._files)
        for kind in _ORDERS + _REFUNDS:
            told = self._told(kind)
            while some := tuple(islice(told, _SHEAF)):
                yield Sheaf(kind, files, some)

    def _told(self, kind: str) -> Iterator[Told]:
        originals: dict[str, str | None] = {}
        if kind == "orders":
            originals = {
                number: self._opened("replacements", runs)[0]["original"]
                for number, runs in self._groups("replacements")
            }
        for number, runs in self._groups(kind):
            if kind != "digital_packets":
                yield Told(number, runs, originals.get(number))
                continue
            packets = sorted({row["packet"] or "" for row in self._opened(kind, runs)} - {""})
            amounts = tuple((packet, self._group("digital_amounts", packet)) for packet in packets)
            yield Told(number, runs, titles=self._group("digital_titles", number), amounts=amounts)

    def _groups(self, kind: str) -> Iterator[tuple[str, Runs]]:
        if kind in self._rows:
            yield from self._rows[kind].groups()

    def _group(self, kind: str, key: str) -> Runs:
        return self._rows[kind].group(key) if kind in self._rows else ()

    def _opened(self, kind: str, runs: Runs) -> list[Row]:
        return _as_rows(kind, self._files, runs, self.problems)


def _as_rows(kind: str, files: Sequence[str], runs: Runs, problems: Problems) -> list[Row]:
    places = _places(kind)
    return [Row(table, files[table], line, texts_of(cells), places, problems) for table, line, cells in rows_of(runs)]


@cache
def _places(kind: str) -> Mapping[str, int]:
    columns = next(one for one in kinds() if one.name == kind).columns
    return {column: place for place, column in enumerate(columns)}
