"""Every sample of a statement is read with nothing wrong; what no layout is known for is listed."""

import csv
import io
import re
import unicodedata
from collections import Counter

import pytest

from okawari.domain.problem import Problem
from okawari.services.statements import read_statements

pytestmark = pytest.mark.corpus

UNKNOWN = {"waon201810.csv", "pay_pal201810.csv"}
"""Exports of which no source here has a layout."""
SOURCES = {
    "aeon_like": {"aeon"},
    "amazon_mastercard_vpass": {"amazon_mastercard"},
    "gold_point_card_plus201807": {"gold_point"},
    "gold_point_card_plus_201912_202007": {"gold_point"},
    "jcb_myjcb_like": {"jcb"},
    "moneyforward_me": {"moneyforward_me"},
    "mufg": {"mufg"},
    "paypay_card": {"paypay_card"},
    "pay_pay_card": {"paypay_card"},
    "rakuten_enavi": {"rakuten_card"},
    "sbi_sumishin": {"sbi_sumishin"},
    "smbc_vpass": {"smbc_vpass"},
    "view_card": {"view_card"},
    "zaim": {"zaim"},
}


@pytest.fixture
def statements(corpus):
    """The sample statements, without the order lists beside them."""
    found = sorted((corpus / "statements").rglob("*.csv"))
    return [file for file in found if not re.match(r"amazon_?\d", file.name)]


def test_every_sample_is_read_or_listed(statements):
    unread = set()
    for file in statements:
        found = list(read_statements([str(file)]))
        problems = [one for one in found if isinstance(one, Problem)]
        lines = [one for one in found if not isinstance(one, Problem)]
        print(f"{file.name:44} {Counter(line.kind.value for line in lines)} problems: {problems or 'none'}")  # noqa: T201 - the table
        if {one.code for one in problems} == {"unknown_layout"}:
            unread.add(file.name)
            continue
        assert problems == [], file.name
        wanted = next(sources for name, sources in SOURCES.items() if file.name.startswith(name))
        assert {line.source for line in lines} == wanted
    assert len(statements) >= 20
    assert unread == UNKNOWN


def test_every_row_with_a_day_is_a_line_with_an_amount_of_that_row(statements):
    for file in statements:
        if file.name in UNKNOWN:
            continue
        rows = dict(enumerate(csv.reader(io.StringIO(_text(file))), 1))
        lines = [one for one in read_statements([str(file)]) if not isinstance(one, Problem)]
        dated = {
            number for number, cells in rows.items() if any(_is_day(cell) for cell in cells[:4]) and len(cells) > 3
        }
        assert {line.row for line in lines} == dated, file.name
        for line in lines:
            digits = {re.sub(r"\D", "", unicodedata.normalize("NFKC", cell)) for cell in rows[line.row]}
            assert line.amount.plain() in digits, (file.name, line.row)


def _text(file):
    raw = file.read_bytes()
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return raw.decode("cp932")


def _is_day(cell):
    return re.fullmatch(r"\d{4}[/-]\d{1,2}[/-]\d{1,2}", cell.strip()) is not None
