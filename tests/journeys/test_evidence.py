"""What came in: looked at, narrowed down and forgotten, by keyboard and without script, on a phone and on a desk."""

import pytest
from playwright.sync_api import expect

from tests.journeys.conftest import DESK, PHONE
from tests.journeys.test_at_hand import walk_to
from tests.mails import order_mail, order_number

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("viewport", [PHONE, DESK], ids=["360", "1440"])
def test_a_mail_that_came_in_is_found_read_again_and_forgotten(url, new_page, viewport, tmp_path):
    number = 41
    mail, broken = tmp_path / "order.eml", tmp_path / "broken.eml"
    mail.write_bytes(order_mail(number))
    broken.write_bytes(b"")
    page = new_page(viewport, java_script_enabled=False)
    page.goto(url)
    page.set_input_files("#mails", [mail, broken])
    page.click("form.drop button")
    page.goto(f"{url}/evidence?kind=order_placed")
    expect(page.locator("main")).to_contain_text("broken.eml")
    page.screenshot(path=tmp_path / "list.png", full_page=True)
    walk_to(page, ".row-case__title a")
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_contain_text(f"品物{number}")
    walk_to(page, "form[action$='/again'] button")
    page.keyboard.press("Enter")
    expect(page.locator(".state--done")).to_contain_text("読み直しました。")
    page.screenshot(path=tmp_path / "piece.png", full_page=True)
    walk_to(page, "a[href$='/forget']")
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_contain_text(order_number(number))
    page.screenshot(path=tmp_path / "forget.png", full_page=True)
    walk_to(page, "form[action$='/forget'] button")
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{url}/evidence")
    expect(page.locator("main")).not_to_contain_text(order_number(number))
