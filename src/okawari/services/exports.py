"""Read what a shop hands out of its records: orders, refunds, and what could not be read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from okawari.domain.export import ExportedOrder, ExportedRefund
from okawari.domain.problem import Problem
from okawari.reading.table_files import table_files
from okawari.sources.amazon_export.export import read_export


def read_exports(paths: Sequence[str]) -> Iterator[ExportedOrder | ExportedRefund | Problem]:
    """Yield the orders in the files, folders and archives, then the refunds, then the problems."""
    return read_export(table_files(paths))
