"""The orders and refunds in an export, whatever its files are called and however they are packed."""

from __future__ import annotations

import io
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from itertools import chain, islice
from operator import itemgetter

from okawari.domain.export import ExportedOrder, ExportedRefund
from okawari.domain.problem import Problem
from okawari.reading.grouped_rows import GroupedRows, Kept
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
_HEADING_WITHIN = 3
"""Rows; some programs leave an empty one above the heading."""


def read_export(files: Iterable[TableFile | Unreadable]) -> Iterator[Exported]:
    """Yield the orders, then the refunds, then what could not be read; rows of overlapping exports count once.

    Orders stand in the order of their first row. Tables of other things are passed over; one that the person named is a
    problem. Memory does not grow with the number of rows.
    """
    shelf = _Shelf()
    for file in files:
        shelf.take(file)
    yield from shelf.orders()
    yield from shelf.refunds()
    if not shelf.known:
        shelf.problems.add("export_nothing_found", shelf.first)
    yield from shelf.problems.all()


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


class _Shelf:
    """The rows of every table that was recognised, by kind."""

    def __init__(self) -> None:
        self.problems = Problems()
        self.first = ""
        self.known = 0
        self._rows: defaultdict[str, GroupedRows] = defaultdict(GroupedRows)
        self._files: list[str] = []

    def take(self, file: TableFile | Unreadable) -> None:
        """Put the rows of a table aside, or note why it cannot be read."""
        self.first = self.first or file.file
        if isinstance(file, Unreadable):
            self.problems.add(file.problem.code, file.problem.where, detail=file.problem.detail)
            self.known += 1
            return
        try:
            self._take(file)
        except UnreadableTableError as error:
            if file.asked or error.row:
                self.problems.add(f"table_{error.code}", file.file, error.row)
                self.known += 1
        except MEMBER_ERRORS as error:
            self.problems.add(problem_code(error), file.file, detail=str(error))
            self.known += 1

    def _take(self, file: TableFile) -> None:
        rows = rows_in(file.stream)
        found = _heading(file.base_name, rows)
        if found is None:
            if file.asked:
                self.known += 1
                self.problems.add("export_table_unknown", file.file)
            return
        self.known += 1
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
            values = texts_of(picked(cells))
            named = values[0]
            if named is None or (key == "order" and not _ORDER.fullmatch(named)):
                self.problems.add("export_row_without_order", file, number, named or "")
                continue
            yield named, (table, number, values)

    def orders(self) -> Iterator[ExportedOrder]:
        """Yield the orders of every kind of table."""
        originals = {number: rows[0]["original"] for number, rows in self._groups("replacements")}
        for number, rows in self._groups("orders"):
            yield order_of(number, rows, originals.get(number))
        for number, rows in self._groups("digital"):
            yield digital_order_of(number, rows)
        for number, rows in self._groups("digital_packets"):
            packets = {row["packet"] for row in rows if row["packet"]}
            amounts = {packet: self._group("digital_amounts", packet) for packet in packets}
            yield older_digital_order_of(number, rows, self._group("digital_titles", number), amounts)
        for number, rows in self._groups("order_list"):
            yield listed_order_of(number, rows)

    def refunds(self) -> Iterator[ExportedRefund]:
        """Yield the refunds, those of one order together."""
        yield from chain.from_iterable(refunds_of(number, rows) for number, rows in self._groups("refunds"))
        for number, rows in self._groups("digital_returns"):
            yield from digital_refunds_of(number, rows)

    def _groups(self, kind: str) -> Iterator[tuple[str, list[Row]]]:
        if kind in self._rows:
            for key, found in self._rows[kind].groups():
                yield key, self._as_rows(kind, found)

    def _group(self, kind: str, key: str) -> list[Row]:
        return self._as_rows(kind, self._rows[kind].group(key)) if kind in self._rows else []

    def _as_rows(self, kind: str, found: Iterable[Kept]) -> list[Row]:
        places = _places(kind)
        return [Row(table, self._files[table], line, cells, places, self.problems) for table, line, cells in found]


@cache
def _places(kind: str) -> Mapping[str, int]:
    columns = next(one for one in kinds() if one.name == kind).columns
    return {column: place for place, column in enumerate(columns)}
