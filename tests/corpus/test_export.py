"""Every sample of an export is read, and nothing in it wrongly."""

import csv
from decimal import Decimal

import pytest

from okawari.domain.export import ExportedOrder, ExportedRefund
from okawari.domain.problem import Problem
from okawari.services.exports import read_exports
from okawari.sources.amazon_export.cells import amount_of, texts_of

pytestmark = pytest.mark.corpus


@pytest.fixture
def exports(corpus):
    """The folders with samples of exports and of order lists."""
    return [corpus / "amazon-export", corpus / "statements" / "zaim_csv_converter"]


def rows(file):
    with file.open(encoding="utf-8-sig", newline="") as stream:
        return list(csv.DictReader(stream))


def cell(row, *names):
    return next(iter(texts_of(row[name] for name in names if row.get(name))), None)


def test_every_sample_is_read(exports):
    files = [str(file) for folder in exports for file in sorted(folder.glob("*.csv")) if _is_export(file)]
    assert len(files) >= 8
    for file in files:
        found = list(read_exports([file]))
        told = [one for one in found if not isinstance(one, Problem)]
        problems = [one for one in found if isinstance(one, Problem)]
        print(f"{file.rpartition('/')[2]:48} {len(told):3} read, problems: {[one.code for one in problems] or 'none'}")  # noqa: T201 - the table
        assert told
        assert problems == []


def test_totals_are_the_sums_of_the_lines(exports):
    for file in sorted(exports[0].glob("*rder*istory*.csv")):
        wanted = {}
        for row in rows(file):
            amount = amount_of(cell(row, "Total Amount", "Total Owed"))
            wanted[row["Order ID"]] = wanted.get(row["Order ID"], Decimal(0)) + amount
        found = {one.number: one.total.amount for one in read_exports([str(file)]) if isinstance(one, ExportedOrder)}
        assert found == wanted


def test_refunds_are_the_rows(exports):
    files = [*exports[0].glob("*Refund*.csv"), *exports[0].glob("*Returned.Payments*.csv")]
    assert files
    for file in files:
        wanted = [
            (cell(row, "Order ID", "OrderID"), amount_of(cell(row, "Refund Amount", "AmountRefunded")))
            for row in rows(file)
        ]
        found = [(one.order, one.amount.amount) for one in read_exports([str(file)]) if isinstance(one, ExportedRefund)]
        assert found == wanted


def _is_export(file):
    return file.parent.name == "amazon-export" or file.name.startswith("amazon")
