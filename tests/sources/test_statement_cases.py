"""Every source's statement samples, in each encoding that the exports come in."""

import json
from pathlib import Path

import pytest

import okawari.sources
from okawari.domain.problem import Problem
from okawari.i18n import has
from okawari.services.statements import read_statements
from okawari.sources.statements import layouts

FOLDERS = Path(okawari.sources.__file__).parent
CASES = sorted(FOLDERS.glob("*/cases/*.csv"))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp932"])
@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.parent.parent.name}/{case.stem}")
def test_a_statement_is_read_as_expected(case, encoding, tmp_path):
    file = tmp_path / "statement.csv"
    file.write_text(case.read_text(encoding="utf-8"), encoding=encoding, newline="\r\n")
    found = list(read_statements([str(file)]))
    lines = [
        [str(one.on), one.merchant, one.amount.plain(), one.kind.value, one.source, one.card, one.order]
        for one in found
        if not isinstance(one, Problem)
    ]
    expected = json.loads(case.with_suffix(".expected.json").read_text(encoding="utf-8"))
    assert [line[: len(wanted)] for line, wanted in zip(lines, expected, strict=True)] == expected
    assert {one.code for one in found if isinstance(one, Problem)} <= {"row_without_amount"}


def test_every_source_has_a_name_in_words():
    named = {name for layout in layouts() for name in (layout.source, *dict(layout.by_card).values())}
    assert [name for name in named if not has(f"statements.source_{name}")] == []
