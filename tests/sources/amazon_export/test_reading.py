"""What a cell means, which table a file is, and what exports that overlap say together."""

import csv
import io
from datetime import UTC, date, datetime
from decimal import Decimal
from types import SimpleNamespace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from okawari.domain.export import ExportedOrder, ExportState
from okawari.domain.japan_time import japan_day
from okawari.domain.message import Parcel
from okawari.reading.table_files import TableFile
from okawari.sources.amazon_export.cells import UnreadableCellError, amount_of, joined, moment_of, texts_of
from okawari.sources.amazon_export.export import read_export
from okawari.sources.amazon_export.marketplaces import merchant_of, parcel_of, payments_of
from okawari.sources.amazon_export.tables import recognise

HEADING = ["Order ID", "Order Date", "Product Name", "ASIN", "Original Quantity", "Unit Price", "Total Amount"]
HEADING += ["Currency", "Order Status", "Shipment Status", "Ship Date", "Payment Method Type", "Website"]


def table(name, listed):
    text = io.StringIO()
    csv.writer(text).writerows([HEADING, *listed])
    return TableFile(name, io.BytesIO(text.getvalue().encode()))


def row(order, item, state="Closed", shipped="2026-01-02T00:00:00Z", total="100"):
    number = f"249-{order:07}-0000000"
    cells = ["2026-01-01T00:00:00Z", f"item {item}", f"B{item:09}", "1", "100", total, "JPY"]
    return [number, *cells, state, "Shipped" if shipped else "Not Available", shipped or "Not Available", "", ""]


def orders(*tables):
    found = read_export([table(f"{number}/Order History.csv", listed) for number, listed in enumerate(tables)])
    return {one.number: one for one in found if isinstance(one, ExportedOrder)}


@pytest.mark.parametrize(
    ("cell", "amount"),
    [
        ("1,811", "1811"),
        ("'-1.6'", "-1.6"),
        ("'1,495'", "1495"),
        ("0", "0"),
        ("477", "477"),
        ("−5", "-5"),
        ("20.05", "20.05"),
    ],
)
def test_amounts(cell, amount):
    assert amount_of(cell) == Decimal(amount)


@given(st.decimals(min_value=-(10**9), max_value=10**9, places=2, allow_nan=False))
def test_an_amount_is_read_as_it_was_written(amount):
    plain, grouped = f"{amount}", f"{amount:,}"
    assert amount_of(plain) == amount_of(grouped) == amount_of(f"'{grouped}'") == amount


@given(st.text(max_size=30))
def test_any_cell_is_an_amount_or_refused(cell):
    try:
        found = amount_of(cell)
    except UnreadableCellError:
        return
    assert found is not None
    assert found.is_finite()


@pytest.mark.parametrize(
    ("cell", "day"),
    [
        ("2026-06-29T14:59:59Z", date(2026, 6, 29)),
        ("2026-06-29T15:00:00Z", date(2026, 6, 30)),
        ("2026-06-30T03:50:57.832Z", date(2026, 6, 30)),
        ("2026-06-29 15:00:00 UTC", date(2026, 6, 30)),
        ("2026-06-29", date(2026, 6, 29)),
        ("12/31/2018 15:00:00 UTC", date(2019, 1, 1)),
        ("12/31/2018 23:00:00 JST", date(2018, 12, 31)),
        ("12/31/2018 08:00:00 PST", date(2019, 1, 1)),
        ("Tue, 05 Mar 2024 20:00:00 +0000", date(2024, 3, 6)),
        ("2020/4/25", date(2020, 4, 25)),
    ],
)
def test_days_are_days_in_japan(cell, day):
    assert japan_day(moment_of(cell)) == day


@pytest.mark.parametrize("cell", ["12/31/2018 15:00:00 XYZ", "31/12/2018 15:00:00 UTC", "2026-13-01T00:00:00Z", "soon"])
def test_a_time_that_nobody_can_place_is_refused(cell):
    with pytest.raises(UnreadableCellError):
        moment_of(cell)


@given(st.datetimes(min_value=datetime(1995, 1, 2), max_value=datetime(2099, 12, 30), timezones=st.just(UTC)))  # noqa: DTZ001
def test_a_moment_is_read_as_it_was_written(at):
    assert moment_of(at.isoformat().replace("+00:00", "Z")) == at


@pytest.mark.parametrize("cell", ["Not Available", "not applicable", "N/A", "", "  "])
def test_words_for_nothing(cell):
    assert texts_of([cell]) == (None,)


def test_values_that_were_joined():
    assert joined("Shipped and Shipped") == ("Shipped", "Shipped")
    assert joined("Andorra band") == ("Andorra band",)


@pytest.mark.parametrize(
    ("cell", "parcel"),
    [
        ("ヤマト運輸 - 498765432101", Parcel(carrier="yamato", number="498765432101")),
        ("日本郵便(100000000009)", Parcel(carrier="japanpost_domestic", number="100000000009")),
        ("AMZN_US(TBA000000000000)", Parcel(carrier="amazon", number="TBA000000000000")),
        ("ATS(TBA000000000000)", Parcel(carrier="amazon", number="TBA000000000000")),
        ("Someone - AB12345", Parcel(carrier="unknown", number="AB12345")),
        ("ヤマト運輸", None),
        ("-" * 5000, None),
    ],
)
def test_parcels(cell, parcel):
    assert parcel_of(cell) == parcel


@pytest.mark.parametrize(
    ("cell", "methods"),
    [
        ("Visa - 5171", ["credit_card"]),
        ("American Express - 1002", ["credit_card"]),
        ("Gift Certificate/Card and Visa - 5171", ["amazon_gift_balance", "credit_card"]),
        ("Gift Certificate/Card", ["amazon_gift_balance"]),
        ("Something new", ["unknown"]),
        (None, []),
    ],
)
def test_payments_name_no_amounts(cell, methods):
    assert [(part.method, part.amount) for part in payments_of(cell)] == [(method, None) for method in methods]


def test_whose_order_it_is():
    assert merchant_of("Amazon.co.jp", "USD") == "amazon_jp"
    assert merchant_of("Non-Amazon JP", "JPY") is None
    assert (merchant_of(None, "JPY"), merchant_of(None, "EUR")) == ("amazon_jp", None)


def test_a_table_is_known_by_its_name_or_by_its_columns():
    assert recognise("order history.csv", ["nothing"]).kind.name == "orders"
    assert recognise("download (3).csv", HEADING).kind.name == "orders"
    assert recognise("download (3).csv", ["Order ID", "Title"]) is None
    assert recognise("cart history.csv", ["Action", "Added Date", "ASIN", "Cart Domain", "Quantity"]) is None


def test_rows_of_a_shipment_repeat_nothing_that_is_summed():
    found = orders([row(1, 1, total="1,000"), row(1, 2, total="500")])["249-0000001-0000000"]
    assert (found.total.plain(), len(found.shipments)) == ("1500", 1)
    assert found.shipments[0].titles == ("item 1", "item 2")


def test_one_line_in_two_shipments_is_one_line():
    twice = row(1, 1, shipped="2026-01-02T00:00:00Z and 2026-01-03T16:00:00Z")
    found = orders([twice])["249-0000001-0000000"]
    assert (len(found.lines), found.total.plain()) == (1, "100")
    assert [japan_day(shipment.at).day for shipment in found.shipments] == [2, 4]


def test_the_newer_export_is_right_about_what_has_gone_on():
    then, now = row(1, 1, "Authorized", shipped=""), row(1, 1, "Cancelled", shipped="", total="0")
    for tables in ([then], [now]), ([now], [then]):
        (found,) = orders(*tables).values()
        assert (found.state, len(found.lines)) == (ExportState.CANCELLED, 1)


ROWS = st.lists(st.builds(row, st.integers(0, 3), st.integers(0, 2)), max_size=12)


@settings(max_examples=60)
@given(ROWS, st.integers(0, 12), st.integers(0, 12))
def test_exports_that_overlap_say_what_the_whole_says(listed, first, last):
    listed.sort()  # an export holds an order whole
    numbers = [row[0] for row in listed]
    begins = numbers.index(numbers[min(first, len(numbers) - 1)]) if numbers else 0
    ends = numbers.index(numbers[min(last, len(numbers) - 1)]) if numbers else 0
    early, late = listed[: max(begins, ends)], listed[min(begins, ends) :]

    def told(found):
        return {number: (one.total, one.lines, one.shipments) for number, one in found.items()}

    assert told(orders(early, late)) == told(orders(listed))
    assert told(orders(listed, listed)) == told(orders(listed))


@settings(max_examples=60)
@given(st.lists(st.lists(st.text(max_size=12), max_size=14), max_size=8))
def test_any_table_is_read_without_an_exception(listed):
    for one in read_export([table("Order History.csv", listed)]):
        assert isinstance(one, ExportedOrder) or one.code


def test_a_stream_that_breaks_off_is_a_problem():
    broken = SimpleNamespace(read=lambda _size: (_ for _ in ()).throw(OSError("gone")))
    assert [problem.code for problem in read_export([TableFile("Order History.csv", broken)])] == ["zip_broken"]
