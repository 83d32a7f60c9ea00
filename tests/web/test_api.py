"""The documents that a running site hands out to programs."""

import json

import pytest

from tests.contract.shape import check
from tests.web.conftest import HOST
from tests.web.test_money import put

ORDER = "amazon_jp/250-0000001-0000001"


@pytest.mark.parametrize(
    ("path", "schema"),
    [
        ("money", "money"),
        ("calendar", "calendar"),
        ("record", "record"),
        ("cases", "cases"),
        (f"cases/{ORDER}", "rescue"),
        (f"contacts/{ORDER}", "contact"),
        (f"support/{ORDER}", "support"),
        (f"claim/{ORDER}", "claim"),
        (f"preorder/{ORDER}", "preorder"),
        ("preorders", "preorders"),
    ],
)
@pytest.mark.parametrize("language", ["ja", "en"])
def test_each_document_is_that_of_the_command(browser, path, schema, language):
    put(browser, ("2026/11/20", "-1001"))
    answer = browser.get(f"/api/{path}?lang={language}")
    assert (answer.status_code, answer.headers["content-type"]) == (200, "application/json")
    document = json.loads(answer.text)
    assert document["schema"] == f"okawari.{schema}/1"
    if schema != "cases":  # a line for each order; docs/contract.md names its keys
        check(schema, document)


def test_money_that_is_back_is_told_with_its_ground(browser):
    put(browser, ("2026/11/20", "-1001"))
    (share,) = browser.get("/api/money").json()["shares"]
    assert (share["standing"], share["seen"]["ground"]) == ("returned", "same_amount")
    (case,) = browser.get(f"/api/cases/{ORDER}").json()["cases"]
    assert case["state"] == "refunded"


@pytest.mark.parametrize("path", ["cases/amazon_jp/1", "contacts/rakuten/1", "support/-/1", "claim/rakuten/1"])
def test_what_is_not_there_is_404(browser, path):
    assert browser.get(f"/api/{path}").status_code == 404


def test_it_answers_to_its_own_address_only_and_takes_nothing(browser):
    assert browser.get("/api/money", headers={"Host": "evil.example"}).status_code == 421
    assert browser.post("/api/money", headers={"Origin": f"http://{HOST}"}).status_code == 405
