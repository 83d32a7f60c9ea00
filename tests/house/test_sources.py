"""Every source that reads mails shows what it was tried on, and how far to believe it."""

import tomllib

import pytest

from tests.sources.case import SOURCES, cases

READERS = sorted(folder.parent.name for folder in SOURCES.glob("*/reader.py"))
GRADES = {"real", "reconstructed", "labels", "none"}


@pytest.mark.parametrize("source", READERS)
def test_a_reader_has_five_cases_or_more(source):
    assert sum(case.source == source for case in cases()) >= 5


@pytest.mark.parametrize("source", READERS)
def test_a_reader_has_a_quality_ledger(source):
    ledger = tomllib.loads((SOURCES / source / "quality.toml").read_text(encoding="utf-8"))
    for capability in ledger["capability"]:
        assert set(capability) == {"name", "grade", "source", "note"}
        assert capability["grade"] in GRADES
        assert capability["source"] or capability["grade"] == "none"


def test_every_case_has_its_expectation_and_every_expectation_its_case():
    files = [path for path in SOURCES.glob("*/cases/*") if path.is_file()]
    expected = {path.with_name(path.name.removesuffix(".expected.json")) for path in files if path.suffix == ".json"}
    given = {path.with_suffix("") for path in files if path.suffix != ".json"}
    assert expected == given
