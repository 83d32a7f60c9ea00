"""Every page of the demo, in both languages."""

import re
import tomllib
from importlib import resources
from pathlib import Path

import pytest

from okawari import web
from tests.web.markup import Page

FIXED = ["/", "/paste", "/ask", "/cases", "/nothing-here"]


def addresses(client):
    return sorted(set(re.findall(r'href="((?:/cases/|/mails/)[^"#]+)"', client.get("/cases").text)))


def test_the_demo_has_a_page_for_every_situation(demo):
    assert len(addresses(demo)) == 11


@pytest.mark.parametrize("address", FIXED)
def test_fixed_pages_are_sound(demo, address):
    page = Page(demo.get(address).text)
    assert page.faults == []
    assert page.lang == demo.cookies["okawari_language"]


def test_pages_of_cases_are_sound(demo):
    for address in addresses(demo):
        answer = demo.get(address)
        assert answer.status_code == 200, address
        assert Page(answer.text).faults == [], address


def test_pages_of_mails_are_sound(demo):
    mails = {mail for address in addresses(demo) for mail in re.findall(r'href="(/mails/\w+)"', demo.get(address).text)}
    assert len(mails) > 15
    for address in mails:
        assert Page(demo.get(address).text).faults == [], address


def test_forms_with_errors_are_sound(demo):
    for address, form in (("/paste", {"text": "", "received_on": "x"}), ("/ask", {"on": "2031-01-01", "total": "-1"})):
        answer = demo.post(address, data=form)
        page = Page(answer.text)
        assert answer.status_code == 422
        assert page.faults == []
        assert 'aria-invalid="true"' in answer.text


def test_a_page_that_is_not_there_says_so(demo):
    answer = demo.get("/cases/amazon_jp/250-0000000-0000000")
    assert answer.status_code == 404
    assert Page(answer.text).faults == []


def test_every_entry_of_the_catalogue_is_used():
    room = Path(web.__file__).parent
    written = "\n".join(path.read_text() for path in room.rglob("*") if path.suffix in {".py", ".html"})
    begun = [one or other for one, other in re.findall(r'"([a-z_]+_)" ~|f"(?:web\.)?([a-z_]+_)\{', written)]
    entries = tomllib.loads((resources.files("okawari.i18n") / "ja" / "web.toml").read_text(encoding="utf-8"))
    unused = [
        entry
        for entry in entries
        if not re.search(rf"""["'.]{entry.removesuffix("_mend")}["']""", written) and not entry.startswith(tuple(begun))
    ]
    assert unused == []
