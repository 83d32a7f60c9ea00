"""`okawari export`: the document, the lines for a person, and what hostile files do to it."""

import csv
import io
import json
import zipfile
from pathlib import Path

import pytest
from typer.testing import CliRunner

import okawari.sources
from okawari.cli.main import app
from okawari.reading.mail import archive
from tests.contract.shape import check

CASES = Path(okawari.sources.__file__).parent / "amazon_export" / "cases"
TABLE = CASES / "current" / "Your Orders" / "Your Amazon Orders" / "Order History.csv"
ORDERS = 6
HUGE = 10**7


def export(*arguments):
    return CliRunner().invoke(app, ["export", *map(str, arguments)], catch_exceptions=False)


def document(*paths, exit_code=0):
    done = export(*paths, "--json")
    assert done.exit_code == exit_code, done.stderr
    found = json.loads(done.stdout)
    check("export", found)
    assert len(done.stderr.splitlines()) == len(found["problems"])
    return found


def codes(found):
    return [problem["code"] for problem in found["problems"]]


def rows():
    return list(csv.reader(io.StringIO(TABLE.read_text(encoding="utf-8-sig"))))


def table(listed, encoding="utf-8-sig"):
    text = io.StringIO()
    csv.writer(text, lineterminator="\r\n").writerows(listed)
    return text.getvalue().encode(encoding)


def changed(column, value, row=1):
    listed = rows()
    listed[row][listed[0].index(column)] = value
    return listed


def packed(path, files):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archived:
        for name, raw in files.items():
            archived.writestr(name, raw)
    return path


def test_the_document_is_one_line_of_json_for_each_thing():
    found = document(CASES / "current")
    assert (found["schema"], len(found["orders"]), len(found["refunds"])) == ("okawari.export/1", 7, 3)
    assert found["orders"][0]["ordered_on"] == "2026-08-01"  # 31 July, 15:20 in UTC


def test_nothing_found_is_a_whole_document_too(tmp_path):
    found = document(packed(tmp_path / "a.zip", {"a.txt": b"x"}), exit_code=2)
    assert (found["orders"], found["refunds"], codes(found)) == ([], [], ["folder_without_table"])


def test_a_person_reads_a_line_for_each_order():
    done = export(TABLE, "--lang", "en")
    assert done.exit_code == 0
    assert done.stdout.splitlines()[1].split("\t")[:4] == ["249-1000102-2000102", "2026-08-02", "cancelled", "¥0"]


def test_half_a_zip_is_one_line_and_the_rest_is_read(tmp_path):
    whole = packed(tmp_path / "whole.zip", {"Order History.csv": TABLE.read_bytes()})
    half = tmp_path / "half.zip"
    half.write_bytes(whole.read_bytes()[: whole.stat().st_size // 2])
    found = document(half, whole, exit_code=2)
    assert (len(found["orders"]), codes(found)) == (ORDERS, ["zip_broken"])


def test_a_damaged_file_of_a_zip_is_named_and_the_rest_read(tmp_path):
    path = packed(tmp_path / "a.zip", {"Order History.csv": TABLE.read_bytes(), "Refund Details.csv": b"x," * 4000})
    raw = bytearray(path.read_bytes())
    at = raw.rindex(b"Refund Details.csv", 0, raw.index(b"PK\x01\x02")) + len("Refund Details.csv") + 8
    raw[at : at + 8] = b"\xff" * 8
    path.write_bytes(raw)
    found = document(path, exit_code=2)
    assert (len(found["orders"]), codes(found)) == (ORDERS, ["zip_broken"])
    assert "Refund Details.csv" in found["problems"][0]["where"]


def test_a_bomb_stops_before_it_fills_the_memory(tmp_path, monkeypatch):
    monkeypatch.setattr(archive, "FREE_BYTES", 1024 * 1024)
    bomb = TABLE.read_bytes() + b'"' + b"0" * (40 * 1024 * 1024)
    path = packed(tmp_path / "a.zip", {"Order History.csv": bomb, "Your/Order History.csv": TABLE.read_bytes()})
    found = document(path, exit_code=2)
    assert (len(found["orders"]), codes(found)) == (ORDERS, ["zip_bomb"])


def test_names_that_climb_out_of_the_zip_are_only_names(tmp_path):
    files = {"../../../etc/Order History.csv": TABLE.read_bytes(), "/tmp/x.csv": b"a,b\r\n"}
    found = document(packed(tmp_path / "a.zip", files))
    assert len(found["orders"]) == ORDERS
    assert {order["file"] for order in found["orders"]} == {f"{tmp_path}/a.zip/etc/Order History.csv"}
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.zip"]


def test_zips_in_zips_end_somewhere(tmp_path):
    path = packed(tmp_path / "0.zip", {"Order History.csv": TABLE.read_bytes()})
    for depth in range(1, 4):
        path = packed(tmp_path / f"{depth}.zip", {"inner.zip": path.read_bytes()})
    assert codes(document(path, exit_code=2)) == ["zip_too_deep"]


@pytest.mark.parametrize("column", ["Order ID", "Total Amount", "Currency", "Product Name"])
def test_a_needed_column_that_is_missing_is_named(tmp_path, column):
    listed = rows()
    at = listed[0].index(column)
    path = tmp_path / "Order History.csv"
    path.write_bytes(table([row[:at] + row[at + 1 :] for row in listed]))
    refunds = CASES / "current" / "Your Orders" / "Your Returns & Refunds" / "Refund Details.csv"
    found = document(path, refunds, exit_code=2)
    assert (found["orders"], len(found["refunds"]), codes(found)) == ([], 2, ["export_column_missing"])
    assert column in found["problems"][0]["detail"]


def test_many_missing_columns_are_told_in_whole_words(tmp_path):
    path = tmp_path / "Order History.csv"
    path.write_bytes(table([["Order ID", "Website"], ["249-1000102-2000102", "Amazon.co.jp"]]))
    (problem,) = document(path, exit_code=2)["problems"]
    named = problem["detail"].removesuffix(" …").split(", ")
    assert len(problem["detail"]) <= 120
    assert set(named) <= set(rows()[0])


@pytest.mark.parametrize("column", ["Ship Date", "Order Status", "Unit Price", "Order Date"])
def test_without_another_column_the_rest_is_read(tmp_path, column):
    listed = rows()
    at = listed[0].index(column)
    path = tmp_path / "anything.csv"
    path.write_bytes(table([row[:at] + row[at + 1 :] for row in listed]))
    found = document(path, exit_code=2)
    assert (len(found["orders"]), codes(found)) == (ORDERS, ["export_column_missing"])
    assert found["problems"][0]["detail"] == column


def test_columns_may_stand_in_any_order_and_be_more(tmp_path):
    path = tmp_path / "orders.csv"
    path.write_bytes(table([[*reversed(row), "new"] for row in rows()]))
    found, usual = document(path), document(TABLE)
    assert [{**order, "file": ""} for order in found["orders"]] == [{**order, "file": ""} for order in usual["orders"]]


@pytest.mark.parametrize("encoding", ["utf-8", "cp932", "utf-8-sig"])
def test_an_export_that_a_spreadsheet_saved_again_is_read(tmp_path, encoding):
    path = tmp_path / "Order History.csv"
    path.write_bytes(table(rows(), encoding))
    assert document(path)["orders"][0]["items"][0]["title"] == "単3形 充電池 8本パック"


def test_lines_in_two_encodings_are_read(tmp_path):
    listed = rows()
    path = tmp_path / "Order History.csv"
    path.write_bytes(table(listed[:4]) + table(listed[4:], "cp932"))
    assert document(path)["orders"] == [{**order, "file": str(path)} for order in document(TABLE)["orders"]]


@pytest.mark.parametrize("column", ["Gift Message", "Product Name", "Website"])
def test_a_cell_of_ten_million_characters_costs_its_row(tmp_path, column):
    path = tmp_path / "Order History.csv"
    path.write_bytes(table(changed(column, "あ" * HUGE, row=3)))
    found = document(path, exit_code=2)
    assert codes(found) == ["table_cell_too_large"]
    assert found["problems"][0]["where"] == f"{path}:5"  # a gift message above holds a line break
    assert [order["order"][-1] for order in found["orders"]] == ["1", "3", "4", "5", "6"]


def test_a_cell_of_many_lines_without_end_costs_the_rest_of_its_file(tmp_path):
    path = tmp_path / "Order History.csv"
    path.write_bytes(TABLE.read_bytes() + b'"' + b"a\r\n" * 200_000)
    found = document(path, CASES / "older", exit_code=2)
    assert codes(found) == ["table_cell_too_large"]
    assert len(found["orders"]) == ORDERS + 4


@pytest.mark.parametrize("value", ["1,23", "--1", "1e5", "∞", "٣", "1" * 60, "0x10", "NaN", "Infinity"])
def test_what_is_no_amount_is_unknown_and_said(tmp_path, value):
    path = tmp_path / "Order History.csv"
    path.write_bytes(table(changed("Total Amount", value)))
    found = document(path, exit_code=2)
    assert codes(found) == ["export_cell_unreadable"]
    assert (found["orders"][0]["total"], found["orders"][0]["items"][0]["line_total"]) == (None, None)


@pytest.mark.parametrize(
    "value", ["9999-99-99T00:00:00Z", "13/45/2020 00:00:00 UTC", "yesterday", "0001-01-01T00:00:00Z"]
)
def test_what_is_no_day_is_unknown_and_said(tmp_path, value):
    path = tmp_path / "Order History.csv"
    path.write_bytes(table(changed("Order Date", value, row=3)))
    found = document(path, exit_code=2)
    assert set(codes(found)) == {"export_cell_unreadable"}
    assert found["orders"][1]["ordered_on"] is None


def test_many_problems_are_counted_not_listed(tmp_path):
    listed = rows()
    path = tmp_path / "Order History.csv"
    path.write_bytes(table([listed[0], *[["", "x"]] * 500]))
    found = document(path, exit_code=2)
    assert (len(found["problems"]), codes(found)[-1]) == (51, "export_more_problems")


def test_a_file_of_something_else_is_named(tmp_path):
    for name, raw, code in (
        ("a.csv", b"a,b,c\r\n1,2,3\r\n", "export_table_unknown"),
        ("b.csv", b"", "table_empty"),
        ("c.csv", b"\x00\x01" * 99, "table_binary"),
    ):
        (tmp_path / name).write_bytes(raw)
        assert codes(document(tmp_path / name, exit_code=2)) == [code]
    assert codes(document(tmp_path / "none.csv", exit_code=2)) == ["file_missing"]


def test_a_negative_order_is_named_by_its_file_and_number(tmp_path):
    listed = changed("Total Amount", "'-1980'")
    where = tmp_path / "Order History.csv"
    where.write_bytes(table(listed[:2]))
    (told,) = document(where, exit_code=2)["problems"]
    assert told["code"] == "amount_below_zero"
    number = listed[1][listed[0].index("Order ID")]
    assert number in told["where"]
    assert "-1980 JPY" in told["detail"]
