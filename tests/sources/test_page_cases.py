"""The page cases of a source: `page_cases.toml` holds pages in the layout of its shop, and what is to be read in them."""

import tomllib
from pathlib import Path

import pytest

import okawari.sources
from okawari.contract.page import offer_document
from okawari.reading.page import read_page
from okawari.reading.page.sites import layouts

FOLDERS = sorted(file.parent for file in Path(okawari.sources.__file__).parent.glob("*/page.toml"))
CASES = [
    (folder.name, case)
    for folder in FOLDERS
    for case in tomllib.loads((folder / "page_cases.toml").read_text(encoding="utf-8"))["case"]
]
LEAST = 5


def shown(key, value):
    """A value of the document as the cases write it."""
    if key in {"price", "shipping"}:
        return value["amount"] if value else ""
    if key == "identifiers":
        return {one["kind"]: one["value"] for one in value}
    return value


@pytest.mark.parametrize(
    "case", [case for _, case in CASES], ids=[f"{source}-{case['name']}" for source, case in CASES]
)
def test_a_page_is_read_as_expected(case):
    offer = offer_document(read_page(case["html"].encode(), case.get("url")))
    assert {key: shown(key, offer[key]) for key in case["expected"]} == case["expected"]


def test_every_layout_has_cases_and_says_where_it_comes_from():
    assert {folder.name: sum(source == folder.name for source, _ in CASES) >= LEAST for folder in FOLDERS} == {
        folder.name: True for folder in FOLDERS
    }
    assert [layout.id for layout in layouts() if not layout.source] == []


def test_no_two_layouts_share_an_id_or_a_host():
    ids = [layout.id for layout in layouts()]
    hosts = [host for layout in layouts() for host in layout.hosts]
    assert len(ids) == len(set(ids))
    assert len(hosts) == len(set(hosts))
