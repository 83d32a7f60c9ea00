"""Keyboard, narrow and wide screens, copying, dark rooms and paper."""

import re

import pytest
from playwright.sync_api import expect

from tests.journeys.conftest import DESK, PHONE

pytestmark = pytest.mark.browser

FIXED = ["/", "/paste", "/ask", "/cases", "/evidence", "/evidence/unread"]
SELLER_ASKS = "/cases/amazon_jp/250-6620184-5573920"
WATCHED = "/cases/amazon_jp/250-2846610-7719934"
CARD = "/cases/amazon_jp/250-4410937-2210843"


def every_address(page, url):
    page.goto(f"{url}/cases")
    cases = page.eval_on_selector_all(".row-case a", "links => links.map(link => link.pathname)")
    page.goto(f"{url}/evidence")
    pieces = page.eval_on_selector_all(".row-case__title a", "links => links.map(link => link.pathname)")[:3]
    return [*FIXED, *cases, *pieces, *(f"{piece}/forget" for piece in pieces)]


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize("viewport", [PHONE, DESK], ids=["360", "1440"])
def test_nothing_is_wider_than_the_screen(demo_url, new_page, viewport, language):
    page = new_page(viewport)
    page.goto(f"{demo_url}/language/{language}")
    for address in every_address(page, demo_url):
        page.goto(f"{demo_url}{address}")
        page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true; })")
        width = page.evaluate("document.documentElement.scrollWidth")
        assert width <= viewport["width"], address


def test_what_is_touched_is_large_enough(demo_url, new_page):
    page = new_page(PHONE)
    for address in every_address(page, demo_url):
        page.goto(f"{demo_url}{address}")
        small = page.eval_on_selector_all(
            "button:not([hidden]), .button, select, input:not([type=hidden]):not([type=radio]):not([type=checkbox]), .choice,"
            " .top a, summary, .contents a, .malls a, .timeline a",
            """(all) => all.map(one => [one.className, one.getBoundingClientRect()])
                .filter(([, box]) => box.height > 0 && box.height < 44).map(([name, box]) => `${name} ${box.height}`)""",
        )
        assert small == [], address


def test_five_questions_by_keyboard_alone(url, new_page):
    page = new_page()
    page.goto(url)
    page.keyboard.press("Tab")
    expect(page.locator(".skip")).to_be_focused()
    expect(page.locator(".skip")).to_be_in_viewport()
    page.keyboard.press("Enter")
    walk_to(page, "a[href='/ask']")
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{url}/ask")
    for name in ("shop", "sold_by", "happened"):
        walk_to(page, f"input[name='{name}']")
        page.keyboard.press("Space")
    walk_to(page, "#total")
    page.keyboard.type("1200")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_contain_text("キャンセルされました。")


def test_a_draft_is_opened_edited_and_copied_by_keyboard(demo_url, new_page):
    page = new_page(permissions=["clipboard-read", "clipboard-write"])
    page.goto(f"{demo_url}{SELLER_ASKS}")
    walk_to(page, ".draft > summary")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(page.locator(".draft__text").first).to_be_focused()
    page.keyboard.press("Control+Home")
    page.keyboard.type("みどり模型店 御中\n")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="コピーしました")).to_be_visible()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith("みどり模型店 御中\n")
    assert "お店の側でキャンセル" in copied


def test_focus_can_be_seen(demo_url, new_page):
    page = new_page()
    page.goto(f"{demo_url}{CARD}")
    walk_to(page, ".now .button")
    outline = page.eval_on_selector(".now .button", "one => getComputedStyle(one).outlineWidth")
    assert outline == "3px"


def test_a_figure_opens_to_its_rule(demo_url, new_page):
    page = new_page(PHONE, java_script_enabled=False)
    page.goto(f"{demo_url}{CARD}")
    page.locator("#money .grounds > summary").first.click()
    opened = page.locator("#money .grounds").first
    expect(opened).to_contain_text("REF-AMZ-CARD-01")
    expect(opened).to_contain_text("出典")


def test_nothing_moves_by_itself(demo_url, new_page):
    page = new_page()
    page.goto(f"{demo_url}{CARD}")
    moving = page.eval_on_selector_all(
        "*",
        """all => all.map(one => getComputedStyle(one)).filter(
            style => style.animationName !== 'none' || parseFloat(style.transitionDuration) > 0).length""",
    )
    assert moving == 0


def test_every_draft_and_reason_is_on_paper(demo_url, new_page):
    page = new_page()
    page.goto(f"{demo_url}{CARD}")
    page.emulate_media(media="print")
    expect(page.locator(".top__nav")).to_be_hidden()
    expect(page.locator("#steps .draft__text").first).to_be_visible()
    expect(page.locator("#money .grounds code").first).to_be_visible()


def test_a_forged_mail_has_no_money_and_no_link_into_it(demo_url, new_page):
    page = new_page(PHONE)
    page.goto(f"{demo_url}/cases")
    page.locator(".row-case--phishing a").click()
    expect(page.get_by_text("偽のメールと見られます")).to_be_visible()
    expect(page.locator("#money")).to_have_count(0)
    targets = page.eval_on_selector_all("a", "links => links.map(link => link.href)")
    assert not [target for target in targets if re.search("order-check", target)]


def walk_to(page, selector):
    """Press Tab until the element has the focus."""
    for _ in range(80):
        page.keyboard.press("Tab")
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
    raise AssertionError(f"{selector} cannot be reached by Tab")
