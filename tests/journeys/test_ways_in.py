"""From a mail, a pasted text or five answers to a plan."""

import re

import pytest
from playwright.sync_api import expect

from tests.journeys.conftest import DESK, PHONE
from tests.mails import order_mail, order_number

pytestmark = pytest.mark.browser

HAPPENED = "「品物1」は、在庫切れのためキャンセルされました。"
SCRIPTS = pytest.mark.parametrize("scripts", [True, False], ids=["script", "no-script"])
SIZES = pytest.mark.parametrize("viewport", [PHONE, DESK], ids=["phone", "desk"])


@SCRIPTS
@SIZES
def test_a_mail_is_dropped_and_the_payment_told(url, new_page, mail_file, scripts, viewport):
    page = new_page(viewport, java_script_enabled=scripts)
    page.goto(url)
    page.get_by_label("お店から届いたメールをここへ").set_input_files(
        [mail_file("1.eml", order_mail(1)), mail_file("2.eml", order_mail(1, cancelled=True))]
    )
    page.get_by_role("button", name="読み取る").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(HAPPENED)
    page.get_by_label("支払い方法", exact=True).select_option("amazon_gift_balance")
    page.get_by_role("button", name="この内容で日にちを出す").click()
    expect(page.locator("#money")).to_contain_text("Amazonギフトカード残高")
    page.reload()
    expect(page.locator("#money")).to_contain_text("Amazonギフトカード残高")
    page.go_back()
    expect(page.get_by_role("heading", level=1)).to_have_text(HAPPENED)


@SCRIPTS
def test_a_text_is_pasted_on_a_phone(url, new_page, scripts):
    page = new_page(PHONE, java_script_enabled=scripts)
    page.goto(url)
    page.get_by_role("link", name="メールの文面を貼りつける").click()
    page.get_by_label("メールの文面").fill(
        f"Amazon.co.jp\n注文番号 {order_number(2)}\n在庫切れのため、ご注文はキャンセルされました。"
    )
    page.get_by_role("button", name="読み取る").click()
    expect(page.get_by_text("本物かどうかは、まだ分かりません")).to_be_visible()
    expect(page.get_by_role("link", name="注文履歴を開く")).to_have_attribute("href", re.compile("amazon"))


@SCRIPTS
def test_five_questions_are_answered(url, new_page, scripts):
    page = new_page(PHONE, java_script_enabled=scripts)
    page.goto(url)
    page.get_by_role("link", name="5つの質問に答える").click()
    page.get_by_label("Amazon.co.jp", exact=True).check()
    page.get_by_label("お店そのもの").check()
    page.get_by_label("在庫切れを理由にキャンセルされた").check()
    page.get_by_label("その知らせが来た日").fill("2026-11-20")
    page.get_by_label("支払い方法", exact=True).select_option("convenience_store:paid")
    page.get_by_label("5. いくらでしたか").fill("3,980")
    page.get_by_role("button", name="見通しを出す").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("在庫切れのためキャンセルされました。")
    expect(page.locator("#money")).to_contain_text("3,980円")


def test_a_wrong_answer_is_said_at_its_field_and_the_rest_is_kept(url, new_page):
    page = new_page(PHONE)
    page.goto(f"{url}/ask")
    page.get_by_label("楽天市場").check()
    page.get_by_label("5. いくらでしたか").fill("たくさん")
    page.get_by_role("button", name="見通しを出す").click()
    expect(page.get_by_label("5. いくらでしたか")).to_have_attribute("aria-invalid", "true")
    expect(page.get_by_label("楽天市場")).to_be_checked()
    expect(page.locator("#total-error")).to_contain_text("金額は、3,980 のように")
    page.get_by_role("link", name="金額は、3,980 のように").click()
    expect(page.get_by_label("5. いくらでしたか")).to_be_in_viewport()


def test_a_mail_is_dropped_anywhere_on_the_page(url, new_page):
    page = new_page()
    page.goto(url)
    transfer = page.evaluate_handle(
        """(text) => {
            const transfer = new DataTransfer();
            transfer.items.add(new File([text], "order.eml", {type: "message/rfc822"}));
            return transfer;
        }""",
        order_mail(4).decode("utf-8"),
    )
    page.dispatch_event("footer", "drop", {"dataTransfer": transfer})
    expect(page.get_by_role("button", name="読み取る")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator(".eyebrow")).to_contain_text(order_number(4))


@SCRIPTS
def test_the_language_is_switched(url, new_page, scripts):
    page = new_page(PHONE, java_script_enabled=scripts)
    page.goto(f"{url}/ask")
    page.get_by_role("link", name="English").click()
    expect(page).to_have_url(f"{url}/ask")
    expect(page.get_by_role("heading", level=1)).to_have_text("Answer five questions")
    expect(page.locator("html")).to_have_attribute("lang", "en")
    page.get_by_role("link", name="日本語").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("5つの質問に答える")
