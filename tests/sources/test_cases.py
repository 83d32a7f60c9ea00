"""Every source reads its cases as expected."""

import json

import pytest

from tests.sources.case import CORE, cases, read

CASES = list(cases())


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_case(case):
    expected = json.loads(case.expected.read_text(encoding="utf-8"))
    assert set(expected) >= CORE
    said = read(case)
    assert {key: said[key] for key in expected} == expected
