import contextlib
import io
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from okawari.domain.problem import Problem
from okawari.reading.statement_cells import signed_yen, statement_date
from okawari.reading.table import UnreadableTableError, rows_in
from okawari.services.statements import read_statements

VPASS = "星野　花　様,4980-****-****-****,三井住友カード\n2026/10/3,店,2400,1,1,2400,\n"


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("3,480", 3480),
        ("-500", -500),
        ("▲500", -500),
        ("△1,234", -1234),
        ("−12", -12),
        ("(500)", -500),
        ("１２，８００", 12800),
        ("¥1,010", 1010),
        ("￥-1,010", -1010),
        ("2,400円", 2400),
        ("", None),
        ("-", None),
        ("1,23", None),
        ("12.50", None),
        ("利息", None),
    ],
)
def test_an_amount_is_read_with_its_sign_or_not_at_all(text, amount):
    assert signed_yen(text) == (None if amount is None else Decimal(amount))


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2026/7/4", date(2026, 7, 4)),
        ("26/01/03", date(2026, 1, 3)),
        ("2026年7月4日", date(2026, 7, 4)),
        ("20260704", date(2026, 7, 4)),
        ("2026-07-04 12:34:56", date(2026, 7, 4)),
        ("２０２６／０７／０４", date(2026, 7, 4)),
        ("2026/02/30", None),
        ("合計", None),
    ],
)
def test_a_day_is_read_or_not_at_all(text, day):
    assert statement_date(text) == day


def test_a_file_of_unknown_layout_says_so_with_its_heading(tmp_path):
    file = tmp_path / "x.csv"
    file.write_text("いつ,どこ,いくら\n2026/10/3,店,2400\n", encoding="utf-8")
    (problem,) = read_statements([str(file)])
    assert problem == Problem("unknown_layout", str(file), "いつ,どこ,いくら")


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        (b"", "statement_empty"),
        (b"   \n", "statement_empty"),
        (b"PK\x03\x04\x00\x00\x00", "statement_binary"),
        (VPASS.encode("cp932") + b'2026/10/4,"' + b"x" * 10_000_000 + b'",1,1,1,1,\n', "statement_cell_too_large"),
        (
            VPASS.encode("cp932")
            + "2026/10/4,店\u2603,1,1,1,1,\n".encode("cp932", "ignore")
            + b"2026/10/4,\x81\xff\xfe,1,1,1,1,\n",
            "statement_characters_lost",
        ),
    ],
)
def test_what_is_no_statement_is_one_problem(tmp_path, raw, code):
    file = tmp_path / "x.csv"
    file.write_bytes(raw)
    assert [one.code for one in read_statements([str(file)]) if isinstance(one, Problem)] == [code]


@pytest.mark.parametrize("first", ["utf-8", "cp932"])
def test_a_file_pasted_together_from_two_encodings_is_read_line_by_line(tmp_path, first):
    other = "cp932" if first == "utf-8" else "utf-8"
    heading = "日付,摘要,摘要内容,支払い金額,預かり金額,差引残高,メモ,未資金化区分,入払区分"
    rows = [
        f"2026/10/{day},カ－ド,アマゾンジヤパン{'ﾃｽﾂｱ' if day % 3 else '本店'},{day}00,,1,,," for day in range(1, 30)
    ]
    lines = [line.encode(first if at % 2 == 0 else other) for at, line in enumerate([heading, *rows])]
    file = tmp_path / "x.csv"
    file.write_bytes(b"\r\n".join(lines))
    found = list(read_statements([str(file)]))
    assert [(one.on.day, one.merchant) for one in found] == [
        (day, f"アマゾンジヤパン{'ﾃｽﾂｱ' if day % 3 else '本店'}") for day in range(1, 30)
    ]


def test_a_missing_file_does_not_stop_the_next(tmp_path):
    good = tmp_path / "good.csv"
    good.write_text(VPASS, encoding="cp932")
    found = list(read_statements([str(tmp_path / "missing.csv"), str(good)]))
    assert found[0].code == "file_missing"
    assert found[1].merchant == "店"


def test_a_row_that_makes_no_sense_is_shown_and_the_rest_is_read(tmp_path):
    file = tmp_path / "x.csv"
    file.write_text(
        VPASS + "2026/13/45,店,100,1,1,100,\n2026/10/5,店,いくら,1,1,,\n2026/10/6,店,300,1,1,300,\n", encoding="utf-8"
    )
    found = list(read_statements([str(file)]))
    assert [one.code for one in found if isinstance(one, Problem)] == ["row_without_date", "row_without_amount"]
    assert [one.amount.plain() for one in found if not isinstance(one, Problem)] == ["2400", "300"]


def test_an_encoding_that_changes_inside_a_file_loses_no_line(tmp_path):
    file = tmp_path / "x.csv"
    file.write_bytes(VPASS.encode("cp932") + "2026/10/4,星空商店,100,1,1,100,\n".encode())
    assert [one.amount.plain() for one in read_statements([str(file)])] == ["2400", "100"]


@given(st.binary(max_size=400))
def test_any_bytes_are_rows_or_one_error(raw):
    with contextlib.suppress(UnreadableTableError):
        assert all(isinstance(cells, list) for _, cells in rows_in(io.BytesIO(raw)))
