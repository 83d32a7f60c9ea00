"""Every source that reads mails, statements or exports shows what it was tried on, and how far to believe it."""

import re
import tomllib
from pathlib import Path

import pytest

from tests.sources.case import SOURCES, cases

READERS = sorted(folder.parent.name for folder in SOURCES.glob("*/reader.py"))
LAYOUTS = sorted(folder.parent.name for folder in SOURCES.glob("*/statement.toml"))
EXPORTS = sorted(folder.parent.name for folder in SOURCES.glob("*/export.py"))
SYSTEMS = ["shop_systems"]
GRADES = {"real", "reconstructed", "labels", "none"}
DOCS = Path(__file__).parents[2] / "docs" / "sources.md"


def counts(source):
    """How many mails, statements and exports of a source's own making are read, and by whom."""
    folder = SOURCES / source / "cases"
    mails = sum(case.source == source for case in cases())
    return mails, len(list(folder.glob("*.csv"))), len(list(folder.glob("*/expected.json")))


@pytest.mark.parametrize("kind", range(3), ids=["mails", "statements", "exports"])
def test_a_source_has_five_cases_or_more_of_each_kind_that_it_reads(kind):
    few = {source for source in (READERS, LAYOUTS, EXPORTS)[kind] if counts(source)[kind] < 5}
    assert few == set()


@pytest.mark.parametrize(
    "folder", [folder for folder in SOURCES.iterdir() if any(folder.glob("*.toml"))], ids=lambda folder: folder.name
)
def test_a_source_says_who_speaks_in_it_and_be_it_nobody(folder):
    assert "merchant" in tomllib.loads((folder / "manifest.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("source", sorted({*READERS, *LAYOUTS, *EXPORTS, *SYSTEMS}))
def test_a_source_has_a_quality_ledger(source):
    ledger = tomllib.loads((SOURCES / source / "quality.toml").read_text(encoding="utf-8"))
    for capability in ledger["capability"]:
        assert set(capability) == {"name", "grade", "source", "note"}
        assert capability["grade"] in GRADES
        assert capability["source"] or capability["grade"] == "none"


@pytest.mark.parametrize("source", LAYOUTS)
def test_whoever_issues_statements_has_a_manifest_and_a_ledger_of_them(source):
    assert (SOURCES / source / "manifest.toml").is_file()
    ledger = tomllib.loads((SOURCES / source / "quality.toml").read_text(encoding="utf-8"))
    assert any(re.search(r"statement|household book", capability["name"]) for capability in ledger["capability"])


def test_the_table_of_cases_in_the_documents_is_that_of_the_folders():
    rows = re.findall(r"^\| `(\w+)` \| (\d*) \| (\d*) \| (\d*) \|$", DOCS.read_text(encoding="utf-8"), re.MULTILINE)
    told = {source: tuple(int(number or 0) for number in numbers) for source, *numbers in rows}
    assert told == {source: counts(source) for source in sorted({*READERS, *LAYOUTS, *EXPORTS})}


def test_every_case_has_its_expectation_and_every_expectation_its_case():
    files = [path for path in SOURCES.glob("*/cases/*") if path.is_file()]
    expected = {path.with_name(path.name.removesuffix(".expected.json")) for path in files if path.suffix == ".json"}
    given = {path.with_suffix("") for path in files if path.suffix != ".json"}
    assert expected == given
