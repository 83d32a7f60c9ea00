"""Ways in, and where they lead."""

import io
import re
import zipfile

import pytest
from fastapi.testclient import TestClient

from okawari.web.routes.ask import SHOPS
from tests.mails import order_mail, order_number, private_mail
from tests.web.conftest import HOST, MANNERS

ANSWERS = {"shop": "amazon_jp", "sold_by": "shop", "happened": "cancelled_stockout", "on": "2026-11-20"}


def mails(*raw):
    return [("mails", (f"{number}.eml", one)) for number, one in enumerate(raw)]


def cancelled(browser, number=1):
    return browser.post("/mails", files=mails(order_mail(number), order_mail(number, cancelled=True)))


def test_a_dropped_mail_leads_to_its_case(browser):
    page = cancelled(browser)
    assert page.url.path == f"/cases/amazon_jp/{order_number(1)}"
    assert page.history[0].status_code == 303
    assert "「品物1」は、在庫切れのためキャンセルされました。" in page.text


def test_the_same_mail_again_leads_to_the_same_case(browser):
    assert cancelled(browser).url == cancelled(browser).url


def test_several_orders_lead_to_the_list(browser):
    page = browser.post("/mails", files=mails(order_mail(1), order_mail(2)))
    assert page.url.path == "/cases"
    assert order_number(1) in page.text
    assert order_number(2) in page.text


def test_a_mail_without_an_order_leads_to_its_own_page(browser):
    page = browser.post("/mails", files=mails(private_mail(7)))
    assert page.url.path.startswith("/mails/")
    assert "駅前で7時に。" in page.text
    assert "明日の待ち合わせ" in browser.get("/cases").text


def test_a_mail_can_be_deleted(browser):
    page = browser.post("/mails", files=mails(private_mail(7)))
    forget = page.url.path.replace("/mails/", "/evidence/") + "/forget"
    assert "消しますか" in browser.get(forget).text
    assert browser.post(forget).url.path == "/evidence"
    assert browser.get(page.url.path).status_code == 404
    assert "明日の待ち合わせ" not in browser.get("/cases").text


@pytest.mark.parametrize(
    ("files", "said"),
    [
        ([("mails", ("", b""))], "メールのファイルを選んでください。"),
        ([("mails", ("写真.zip", b"PK\x03\x04broken"))], "写真.zip"),
    ],
)
def test_what_holds_no_mail_is_an_error_at_the_field(browser, files, said):
    page = browser.post("/mails", files=files)
    assert page.status_code == 422
    assert said in re.search(r'id="mails-error">([^<]*)<', page.text)[1]


def test_too_many_files_are_an_error_at_the_field(browser):
    page = browser.post("/mails", files=[("mails", (f"{n}.eml", b"x")) for n in range(501)])
    assert page.status_code == 422
    assert "zip" in re.search(r'id="mails-error">([^<]*)<', page.text)[1]


def test_pasted_text_leads_to_a_case_that_is_unproven(browser):
    text = f"Amazon.co.jp\n注文番号 {order_number(3)}\n在庫切れのため、ご注文はキャンセルされました。"
    page = browser.post("/paste", data={"text": text, "received_on": "2026-11-20"})
    assert page.url.path == f"/cases/amazon_jp/{order_number(3)}"
    assert "本物かどうかは、まだ分かりません" in page.text
    assert "注文履歴" in page.text


@pytest.mark.parametrize(
    ("form", "field"),
    [
        ({"text": "  ", "received_on": "2026-11-20"}, "text"),
        ({"text": "注文", "received_on": ""}, "received_on"),
        ({"text": "注文", "received_on": "きのう"}, "received_on"),
        ({"text": "注文", "received_on": "2026-02-30"}, "received_on"),
        ({"text": "注文", "received_on": "2026-11-25"}, "received_on"),
        ({"text": "a" * 200_001, "received_on": "2026-11-20"}, "text"),
    ],
)
def test_a_wrong_paste_is_an_error_at_the_field(browser, form, field):
    page = browser.post("/paste", data=form)
    assert page.status_code == 422
    assert f'id="{field}-error"' in page.text
    assert form["received_on"] in page.text


def test_a_paste_far_too_long_is_an_error_at_the_field_too(browser):
    page = browser.post("/paste", data={"text": "あ" * 400_000, "received_on": "2026-11-20"})
    assert page.status_code == 413
    assert 'id="text-error"' in page.text


def test_five_answers_lead_to_a_plan(browser):
    form = ANSWERS | {"method1": "convenience_store:paid", "total": "３，９８０円", "item": "水筒"}
    page = browser.post("/ask", data=form)
    assert page.url.path.startswith("/cases/amazon_jp/told-")
    assert "「水筒」は、在庫切れのためキャンセルされました。" in page.text
    assert "3,980円" in page.text
    assert "Amazonギフトカード残高" in page.text
    assert "told-" not in re.sub(r'(?:href|action)="[^"]*"|<input type="hidden"[^>]*>', "", page.text)


def test_what_is_told_of_a_card_is_remembered(browser):
    card = {"method1": "credit_card", "closing_day": "15", "payment_day": "10", "issuer": "rakuten_card"}
    page = browser.post("/ask", data=ANSWERS | card)
    for chosen in ('value="15" selected', 'value="10" selected', 'value="rakuten_card" selected'):
        assert chosen in page.text


@pytest.mark.parametrize("shop", [*SHOPS, "other"])
def test_every_shop_gives_a_page(browser, shop):
    assert browser.post("/ask", data=ANSWERS | {"shop": shop}).status_code == 200


@pytest.mark.parametrize(
    "happened",
    ["cancelled_stockout", "cancelled", "backordered", "seller_asks_cancel", "shipped_but_cancelled", "not_arrived"],
)
def test_every_happening_gives_a_page(browser, happened):
    form = ANSWERS | {"happened": happened, "sold_by": "seller", "seller": "森の文具", "method1": "credit_card"}
    assert browser.post("/ask", data=form).status_code == 200


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"shop": "nowhere"}, "shop"),
        ({"sold_by": ""}, "sold_by"),
        ({"happened": "rain"}, "happened"),
        ({"on": "2026-11-25"}, "on"),
        ({"total": "たくさん"}, "total"),
        ({"total": "0"}, "total"),
        ({"total": "1e9"}, "total"),
        ({"method1": "shells"}, "method1"),
        ({"amount2": "100"}, "method2"),
        ({"closing_day": "15"}, "payment_day"),
        ({"closing_day": "31", "payment_day": "10"}, "closing_day"),
        ({"expiry1": "soon", "method1": "amazon_points:limited"}, "expiry1"),
    ],
)
def test_a_wrong_answer_is_an_error_at_its_field(browser, change, field):
    page = browser.post("/ask", data=ANSWERS | change)
    assert page.status_code == 422
    assert f'id="{field}-error"' in page.text


def test_how_it_was_paid_is_remembered(browser):
    path = cancelled(browser).url.path
    answer = browser.post(path, data={"answer": "paid", "method1": "amazon_gift_balance"}, follow_redirects=False)
    assert answer.status_code == 303
    page = browser.get(path)
    assert '<option value="amazon_gift_balance" selected>' in page.text
    assert "Amazonギフトカード残高" in page.text


def test_a_card_with_its_days_is_remembered(browser):
    path = cancelled(browser).url.path
    form = {"method1": "credit_card", "captured": "yes", "closing_day": "99", "payment_day": "4", "payment_month": "2"}
    page = browser.post(path, data=form | {"issuer": "rakuten_card"})
    assert "引き落とされ" in page.text
    for chosen in ('value="99" selected', 'value="4" selected', 'value="2" selected', 'value="rakuten_card" selected'):
        assert chosen in page.text
    assert 'value="yes" checked' in page.text


def test_points_with_their_end_are_remembered(browser):
    path = cancelled(browser).url.path
    form = {"method1": "amazon_points:limited", "amount1": "500", "expiry1": "2026-11-30", "method2": "credit_card"}
    page = browser.post(path, data=form)
    assert '<option value="amazon_points:limited" selected>' in page.text
    assert 'value="500"' in page.text
    assert 'value="2026-11-30"' in page.text


def test_a_wrong_payment_changes_nothing(browser):
    path = cancelled(browser).url.path
    page = browser.post(path, data={"method1": "shells", "total": "x"})
    assert page.status_code == 422
    assert 'id="method1-error"' in page.text
    assert 'id="total-error"' in page.text
    assert "shells" not in browser.get(path).text


def test_money_that_was_seen_is_done(browser):
    path = cancelled(browser).url.path
    page = browser.post(path, data={"answer": "seen"})
    assert "のお金は、戻りました" in page.text
    assert 'value="seen"' not in page.text
    assert "state--done" in browser.get("/cases").text


def test_days_of_several_shares_are_told_apart(browser):
    path = cancelled(browser).url.path
    form = {"method1": "credit_card", "amount1": "600", "method2": "amazon_gift_balance", "amount2": "401"}
    page = browser.post(path, data=form | {"captured": "no"})
    assert "（クレジットカード）" in page.text.split('id="days"')[1]


@pytest.mark.parametrize("path", ["/cases/amazon_jp/nothing", "/cases/-/", "/mails/0", "/language/fr"])
def test_what_is_not_there_is_not_found(browser, path):
    assert browser.get(path).status_code == 404


def test_an_answer_about_nothing_is_not_found(browser):
    assert browser.post("/cases/amazon_jp/nothing", data={"method1": "paidy"}).status_code == 404


def test_the_language_is_remembered_and_leads_back(browser):
    answer = browser.get("/language/en?back=/ask", follow_redirects=False)
    assert answer.headers["location"] == "/ask"
    assert '<html lang="en">' in browser.get("/ask").text


@pytest.mark.parametrize("back", ["//evil.example", "https://evil.example", "/\\evil.example", "", "evil"])
def test_the_language_leads_nowhere_else(browser, back):
    answer = browser.get("/language/en", params={"back": back}, follow_redirects=False)
    assert answer.headers["location"] == "/"


def test_an_empty_list_says_what_to_do(browser):
    assert "お店から届いたメールを置くと" in browser.get("/cases").text


def test_what_could_not_be_read_is_counted_where_the_rest_leads(browser):
    files = [*mails(order_mail(1)), ("mails", ("broken.zip", b"PK\x03\x04broken"))]
    page = browser.post("/mails", files=files)
    assert page.url.path.endswith(order_number(1))
    assert "1件のファイルは読み取れませんでした" in page.text


@pytest.mark.parametrize("given", ["-1", "x", "<b>", "99999", "１"])
def test_a_forged_count_is_not_shown(browser, given):
    assert "読み取れませんでした" not in browser.get("/", params={"unreadable": given}).text


def test_an_archive_of_mails_is_opened(browser):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for number in (1, 2):
            archive.writestr(f"{number}.eml", order_mail(number))
    page = browser.post("/mails", files=[("mails", ("mails.zip", packed.getvalue()))])
    assert order_number(1) in page.text
    assert order_number(2) in page.text


def test_many_orders_are_shown_page_by_page(browser, monkeypatch):
    for room in ("okawari.web.routes.cases", "okawari.web.routes.home"):
        monkeypatch.setattr(f"{room}.CASES_A_PAGE", 2)
    browser.post("/mails", files=mails(*(order_mail(number) for number in range(5))))
    shown = [re.findall(r"250-\d{7}-\d{7}(?=</span>)", browser.get(f"/cases?page={page}").text) for page in (1, 2, 3)]
    assert [len(numbers) for numbers in shown] == [2, 2, 1]
    assert {number for numbers in shown for number in numbers} == {order_number(number) for number in range(5)}
    assert browser.get("/cases?page=0").text == browser.get("/cases").text
    assert browser.get("/cases?page=x").status_code == 200


def test_a_shop_that_is_not_listed_is_known_by_its_name(browser):
    page = browser.post("/ask", data=ANSWERS | {"shop": "other", "shop_name": "ヨドバシ・ドット・コム"})
    assert page.url.path.startswith("/cases/yodobashi/")
    page = browser.post("/ask", data=ANSWERS | {"shop": "other", "shop_name": "まちの文具店"})
    assert page.url.path.startswith("/cases/-/")


def test_an_order_without_a_number_can_be_told_how_it_was_paid(browser):
    text = "Amazon.co.jp\n在庫切れのため、ご注文はキャンセルされました。\n\n* 水筒\n  数量: 1\n  3,300 JPY\n"
    page = browser.post("/paste", data={"text": text, "received_on": "2026-11-20"})
    assert page.url.path.startswith("/mails/")
    paid = browser.get(page.url.path, params={"method1": "amazon_gift_balance"})
    assert '<option value="amazon_gift_balance" selected>' in paid.text
    assert "Amazonギフトカード残高" in paid.text


def test_an_unforeseen_error_says_so_and_nothing_else(site, monkeypatch):
    monkeypatch.setattr("okawari.web.routes.home.list_cases", lambda *_args, **_more: 1 / 0)
    with TestClient(site, base_url=f"http://{HOST}", headers=MANNERS, raise_server_exceptions=False) as browser:
        page = browser.get("/")
    assert page.status_code == 500
    assert "うまくいきませんでした" in page.text
    assert "division" not in page.text
    assert page.headers["content-security-policy"].startswith("default-src 'none'")


def test_a_dropped_export_leads_to_its_case_and_is_called_no_mail(browser):
    heading = "Order ID,Order Date,Product Name,Original Quantity,Unit Price,Total Amount,Currency,Order Status"
    cells = f'{order_number(1)},2026-11-20T00:00:00Z,湯のみ,0,"1,000",0,JPY,Cancelled'
    columns = ",Shipment Status,Ship Date,Payment Method Type,Website"
    table = f"{heading}{columns}\r\n{cells},Not Available,Not Available,Visa - 0001,Amazon.co.jp\r\n"
    page = browser.post("/mails", files=[("mails", ("Order History.csv", table.encode("utf-8-sig")))])
    assert page.url.path == f"/cases/amazon_jp/{order_number(1)}"
    assert "ご自分で取り寄せた購入履歴です" in page.text
    assert "/mails/" not in page.text.partition("湯のみ")[2].partition("</main>")[0]
    assert browser.get("/evidence").text.count("Order History.csv") == 1


def test_a_contact_is_kept_on_the_page_of_its_case(browser):
    path = cancelled(browser).url.path
    form = {
        "answer": "contact",
        "contact_with": "platform",
        "contact_on": "2026-11-23",
        "contact_said": "<b>返金は</b>",
    }
    answer = browser.post(path, data=form, follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (303, f"{path}#contacts")
    page = browser.get(path).text
    assert "<strong>モールの窓口</strong> &lt;b&gt;返金は&lt;/b&gt;" in page
    assert "11月23日(月)にご連絡しました" in page


@pytest.mark.parametrize("field", ["contact_with", "contact_on", "contact_said"])
def test_a_wrong_contact_is_an_error_at_its_field(browser, field):
    path = cancelled(browser).url.path
    form = {"answer": "contact", "contact_with": "shop", "contact_on": "2026-11-23", "contact_said": "x"}
    page = browser.post(path, data=form | {field: ""})
    assert page.status_code == 422
    assert f'id="{field}-error"' in page.text


def test_the_case_has_what_to_say_and_the_numbers_to_copy(browser):
    page = cancelled(browser).text
    assert f'value="{order_number(1)}" readonly' in page
    assert 'value="1,001円" readonly' in page
    assert 'data-copy="support-draft-ja"' in page
    assert 'id="support-draft-en" class="draft__text" lang="en"' in page
    assert "Please tell me" in page
    assert "MKT-CONTACT-01" in page


def test_only_the_page_that_was_asked_for_is_named_as_the_current_one(browser):
    assert browser.get("/").text.count('aria-current="page"') == 1
    assert browser.post("/ask", data={}).text.count('aria-current="page"') == 0


def test_a_wrong_field_is_named_at_the_top_with_a_link_to_it(browser):
    page = browser.post("/ask", data={"on": "2026-11-20", "total": "abc"}).text
    assert '<div class="wrong" role="alert">' in page
    assert '<a href="#total">' in page
    assert 'role="alert"' not in browser.get("/ask").text


def test_the_record_counts_cancels_by_mall_and_year(browser):
    cancelled(browser)
    page = browser.get("/record").text
    assert '<a href="/record?year=2026">2026</a> Amazon.co.jp' in page
    assert "キャンセルの記録はありません" in browser.get("/record?year=2025").text
    assert browser.get("/record?year=x").status_code == 200
