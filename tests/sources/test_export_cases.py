"""Every export in a source's cases, read as `okawari export` reads it.

`cases/NAME/` is an export as it was unpacked, `cases/NAME/expected.json` the document. For a new one
`python -m tests.sources.test_export_cases` writes it as it is read now: check every value by eye before it is committed.
"""

import json
import zipfile
from pathlib import Path

import pytest

import okawari.sources
from okawari.contract.export import export_document_text
from okawari.services.exports import read_exports
from tests.contract.shape import check

CASES = sorted(file.parent for file in Path(okawari.sources.__file__).parent.glob("*/cases/*/expected.json"))


def document(path):
    return json.loads("".join(export_document_text(read_exports([str(path)]), "ja")))


def without_place(value, place):
    """The document with files named from the export's own folder."""
    return json.loads(json.dumps(value, ensure_ascii=False).replace(f"{place}/", ""))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_an_export_is_read_as_expected(case):
    found = document(case)
    check("export", found)
    assert without_place(found, case) == json.loads((case / "expected.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_zip_in_a_zip_says_the_same(case, tmp_path):
    inner, outer = tmp_path / "inner.zip", tmp_path / "outer.zip"
    with zipfile.ZipFile(inner, "w", zipfile.ZIP_DEFLATED) as packed:
        for file in sorted(case.rglob("*.csv")):
            packed.write(file, file.relative_to(case))
    with zipfile.ZipFile(outer, "w") as packed:
        packed.writestr("Additional Data/Invoice.pdf", b"%PDF-1.4")
        packed.write(inner, "Your Orders.zip")
    found = without_place(document(outer), f"{outer}/Your Orders.zip")
    assert found == json.loads((case / "expected.json").read_text(encoding="utf-8"))


if __name__ == "__main__":
    for folder in (file.parent for file in Path(okawari.sources.__file__).parent.glob("amazon_export/cases/*/*")):
        if not (folder / "expected.json").exists():
            text = json.dumps(without_place(document(folder), folder), ensure_ascii=False, indent=2)
            (folder / "expected.json").write_text(text + "\n", encoding="utf-8")
