"""Statements on the pages: dropped, pasted, and told what their columns are."""

import re

import pytest

from tests.mails import order_mail
from tests.web.markup import Page

VPASS = "星野　花　様,4980-****-****-1234,三井住友カード\n2026/10/3,星空商店,2400,1,1,2400,\n".encode("cp932")
UNKNOWN = '私の銀行,2026年11月\n取引日,お店,使った額,戻り額\n2026/11/01,星空商店,"1,010",\n2026/11/02,月夜書店,-300,\n2026/11/03,星空商店,,500\n'
CHOSEN = {
    "date": "1",
    "amount": "3",
    "merchant": "2",
    "refund": "4",
    "negative": "refund",
    "account": "bank",
    "name": "私の銀行",
}
HISTORY = "ギフトカードの利用履歴\n2026年11月20日\t返金\t+￥1,010\n"


def drop(browser, *files):
    return browser.post("/mails", files=[("mails", file) for file in files])


def unknown(browser, text=UNKNOWN, name="meisai.csv"):
    return drop(browser, (name, text.encode("cp932")))


def test_a_dropped_statement_leads_to_its_lines(browser):
    page = drop(browser, ("vpass.csv", VPASS))
    assert page.url.path.startswith("/statements/")
    assert "星空商店" in page.text
    assert "三井住友カード（Vpass）の明細 1234" in page.text
    assert Page(page.text).faults == []
    assert drop(browser, ("again.csv", VPASS)).url == page.url


def test_a_statement_beside_a_mail_leads_to_the_order(browser):
    page = drop(browser, ("vpass.csv", VPASS), ("a.eml", order_mail(1)))
    assert page.url.path.startswith("/cases/amazon_jp/")
    assert "vpass.csv" in browser.get("/statements").text


def test_an_unknown_statement_asks_what_its_columns_are_with_guesses_chosen(browser):
    page = unknown(browser)
    assert Page(page.text).faults == []
    assert "月夜書店" in page.text
    chosen = dict(re.findall(r'<select id="(\w+)".*?value="(\d*)" selected', page.text, re.DOTALL))
    assert chosen == {"date": "1", "amount": "3", "merchant": "2", "refund": "4"}
    assert page.text.count("金額が並んでいます") == 2
    assert 'name="name" value="meisai"' in page.text


def test_told_columns_are_read_and_remembered(browser):
    page = unknown(browser)
    done = browser.post(page.url.path, data=CHOSEN)
    assert done.url == page.url
    assert [one for one in ("1,010円", "300円", "500円") if one not in done.text] == []
    assert done.text.count("返金") == 2
    later = unknown(browser, UNKNOWN.replace("11/0", "12/0"), "12月.csv")
    assert "新しく読み取った行は、3行です。" in later.text


def test_remembered_columns_can_be_forgotten(browser):
    browser.post(unknown(browser).url.path, data=CHOSEN)
    listed = browser.get("/statements")
    assert "取引日、お店、使った額、戻り額" in listed.text
    assert Page(listed.text).faults == []
    assert "教えていただいた列の並び" not in browser.post("/statements/layouts/forget", data={"name": "私の銀行"}).text
    assert browser.post("/statements/layouts/forget", data={"name": "私の銀行"}).status_code == 404
    assert "はじめの行" in unknown(browser, UNKNOWN.replace("11/0", "12/0")).text


@pytest.mark.parametrize(
    ("changed", "field", "said"),
    [
        ({"date": "2"}, "merchant", "ほかと同じ列です"),
        ({"date": "2", "merchant": "1"}, "date", "この列に日付がありません"),
        ({"amount": "2", "merchant": "3"}, "amount", "この列に金額がありません"),
        ({"amount": ""}, "amount", "ひとつ選んでください"),
        ({"amount": "99"}, "amount", "ひとつ選んでください"),
        ({"negative": "x"}, "negative", "ひとつ選んでください"),
        ({"name": ""}, "name", "名前を入れてください"),
        ({"name": "rakuten_card"}, "name", "もとからある明細の名前です"),
        ({"name": "あ" * 41}, "name", "40文字まで"),
    ],
)
def test_errors_stand_at_their_field(browser, changed, field, said):
    page = browser.post(unknown(browser).url.path, data=CHOSEN | changed)
    assert page.status_code == 422
    assert re.search(rf'id="{field}-error">[^<]*{said}', page.text)
    assert Page(page.text).faults == []


def test_a_statement_without_a_heading_is_told_too(browser):
    rows = "2026/11/01,1010,星空商店\n2026/11/02,-300,月夜書店\n"
    page = unknown(browser, rows)
    assert "見出しのない明細" in page.text
    told = {**CHOSEN, "amount": "2", "merchant": "3", "refund": ""}
    assert "1,010円" in browser.post(page.url.path, data=told).text
    assert "700円" in unknown(browser, "2026/12/01,700,星空商店\n").text


def test_hostile_cells_are_shown_as_text(browser):
    page = unknown(browser, UNKNOWN.replace("月夜書店", '<script>alert("1")</script>'))
    assert "<script>alert" not in page.text


def test_a_pasted_history_is_no_mail(browser):
    page = browser.post("/paste", data={"text": HISTORY, "received_on": "2026-11-24"})
    assert page.url.path.startswith("/statements/")
    assert "貼りつけた残高の履歴" in page.text
    assert "1,010円" in page.text
    assert Page(page.text).faults == []


def test_a_statement_can_be_deleted(browser):
    page = drop(browser, ("vpass.csv", VPASS))
    assert browser.post(f"{page.url.path}/forget").url.path == "/statements"
    assert browser.get(page.url.path).status_code == 404
    assert browser.post(f"{page.url.path}/forget").status_code == 404


@pytest.mark.parametrize(
    ("name", "raw", "said"),
    [
        ("x.csv", b"PK\x03\x04" + b"\x00" * 26 + b"[Content_Types].xml", "Excelのファイル"),
        ("x.csv", b"", "中身のない"),
        ("x.csv", b"one\ntwo\n", "見出しに覚えのない"),
        ("x.csv", b"\x00\x01\x02", "CSVではないようです"),
    ],
)
def test_what_is_no_table_is_told_at_the_drop(browser, name, raw, said):
    page = drop(browser, (name, raw))
    assert page.status_code == 422
    assert said in page.text


@pytest.mark.parametrize("language", ["ja", "en"])
def test_empty_lists_say_what_to_drop(browser, language):
    browser.cookies.set("okawari_language", language)
    assert Page(browser.get("/statements").text).faults == []
