"""The page of an order whose number the shop has changed."""

import pytest

from tests.services.test_renumbered import NEW, OLD, changed, placed


@pytest.mark.parametrize("number", [OLD, NEW])
def test_either_number_leads_to_the_page_that_names_both(browser, number):
    mails = [("mails", (f"{n}.eml", raw)) for n, raw in enumerate((placed(OLD, 1), changed()))]
    browser.post("/mails", files=mails)
    page = browser.get(f"/cases/dmm/{number}").text
    assert f'<span class="number">{NEW}</span>' in page
    assert f'この注文のほかの番号 <span class="number">{OLD}</span>' in page
    assert f"注文番号が、{OLD} から {NEW} に変わりました。" in page
    assert browser.get("/cases").text.count("/cases/dmm/") == 1
