"""The page of a case shows first what a person needs, and opens the rest by hand, by link and for an error, without script."""

import pytest
from playwright.sync_api import expect

from tests.journeys.conftest import DESK, PHONE
from tests.journeys.test_at_hand import CARD, SELLER_ASKS, WATCHED, walk_to

pytestmark = pytest.mark.browser

SIZES = pytest.mark.parametrize("viewport", [PHONE, DESK], ids=["360", "1440"])


@pytest.fixture
def case(demo_url, new_page):
    def opened(viewport=PHONE, address=CARD):
        page = new_page(viewport, java_script_enabled=False)
        page.goto(f"{demo_url}{address}")
        return page

    return opened


def test_a_cancelled_order_is_three_thousand_pixels_on_a_phone(demo_url, new_page):
    page = new_page(PHONE)
    page.goto(f"{demo_url}{CARD}")
    assert page.evaluate("document.documentElement.scrollHeight") <= 3000


@SIZES
def test_watches_are_a_line_that_tells_the_state_until_they_are_opened(case, viewport):
    page = case(viewport, WATCHED)
    assert page.evaluate("document.documentElement.scrollHeight") <= 3600
    title = page.locator("summary:has(+ #watch)")
    expect(title).to_contain_text("1件 在庫あり 5,280円")
    expect(page.locator("#watch")).to_be_hidden()
    title.click()
    expect(page.get_by_role("link", name="防水スピーカー 小型 WS-20")).to_be_visible()
    expect(page.locator("#watch .chart__picture")).to_be_visible()
    expect(page.locator("#watch #url")).to_be_hidden()
    page.get_by_text("ほかのページも見張る").click()
    expect(page.locator("#watch #url")).to_be_visible()


@SIZES
def test_verdict_happening_first_step_and_money_are_open(case, viewport):
    page = case(viewport)
    for shown in ("本物のメールです", "在庫切れのためキャンセルされました", "いますること", "遅くとも"):
        expect(page.get_by_text(shown).first).to_be_visible()
    expect(page.get_by_role("link", name="ほかで買う")).to_be_visible()
    expect(page.locator("#support")).to_be_hidden()


@SIZES
def test_the_list_of_parts_opens_what_it_leads_to(case, viewport):
    page = case(viewport)
    for link in page.locator(".contents a").all():
        link.click()
        part = page.locator(link.get_attribute("href"))
        expect(part).to_be_visible()
        expect(part).to_be_in_viewport()


def test_an_address_that_points_into_a_part_opens_it(case):
    expect(case(PHONE, f"{CARD}#contacts").locator("#contacts")).to_be_in_viewport()


def test_a_part_is_opened_and_closed_by_keyboard(case):
    page = case()
    walk_to(page, "summary:has(+ #support)")
    page.keyboard.press("Enter")
    expect(page.locator("#support")).to_be_visible()
    page.keyboard.press("Enter")
    expect(page.locator("#support")).to_be_hidden()


def test_what_to_do_is_open_where_there_is_no_money_to_tell_of(case):
    expect(case(PHONE, SELLER_ASKS).locator("#steps")).to_be_visible()


def test_a_wrong_field_in_a_closed_part_is_named_first_and_found_open(case):
    page = case()
    page.locator("summary:has(+ #contacts)").click()
    page.locator("#contacts summary").last.click()
    page.locator("#contacts").get_by_role("button", name="記録する").click()
    expect(page.get_by_role("alert")).to_be_in_viewport()
    expect(page.locator("#paid select").first).to_be_hidden()
    page.get_by_role("alert").get_by_role("link").click()
    expect(page.locator("#contact_said")).to_be_in_viewport()
