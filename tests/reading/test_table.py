"""Tables as text, whatever wrote them."""

from __future__ import annotations

import codecs
import io

import pytest

from okawari.reading.table import rows_in, text_of_start


@pytest.mark.parametrize("encoding", ["utf-8", "cp932", "euc_jis_2004"])
def test_the_mark_before_a_pasted_table_is_no_part_of_its_first_cell(encoding: str) -> None:
    table = "注文番号,品名\n1,乾電池\n".encode(encoding) + codecs.BOM_UTF8 + "注文番号,品名\n2,紙\n".encode()

    cells = [cells for _, cells in rows_in(io.BytesIO(table))]

    assert [row[0] for row in cells] == ["注文番号", "1", "注文番号", "2"]


def test_the_mark_is_no_part_of_the_text_that_a_file_begins_with() -> None:
    assert text_of_start(codecs.BOM_UTF8 + b"Order ID") == "Order ID"
