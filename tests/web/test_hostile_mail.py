"""Mails are shown as text, whatever they hold."""

from email.message import EmailMessage

import pytest

from tests.mails import order_number

SCRIPT = "<script>alert(1)</script><img src=x onerror=alert(2)>"


def hostile(subject=SCRIPT, title=SCRIPT, display=SCRIPT, address="auto-confirm@amazon.co.jp", html=""):
    mail = EmailMessage()
    mail["From"] = f'"{display}" <{address}>'
    mail["Subject"] = subject
    mail["Date"] = "Fri, 20 Nov 2026 09:00:00 +0900"
    mail.set_content(
        f"Amazon.co.jp\n注文番号\n{order_number(1)}\n\n在庫切れのため、ご注文はキャンセルされました。\n\n"
        f"* {title}\n  数量: 1\n  1,000 JPY\n\njavascript:alert(3)\nhttps://evil.example/{SCRIPT}\n"
    )
    if html:
        mail.add_alternative(html, subtype="html")
    return mail.as_bytes()


def pages(browser, raw):
    first = browser.post("/mails", files=[("mails", ("a.eml", raw))])
    digests = [part.split('"')[0] for part in first.text.split('href="/mails/')[1:]]
    return [first.text, *(browser.get(path).text for path in ("/", "/cases", *(f"/mails/{one}" for one in digests)))]


@pytest.mark.parametrize(
    "raw",
    [
        hostile(),
        hostile(subject="ご注文のキャンセル", address="x@evil.example", display="Amazon.co.jp"),
        hostile(title="{{ 7 * 7 }}{% raw %}"),
        hostile(html=f'<p>{SCRIPT}</p><a href="javascript:alert(4)">x</a><form action="https://evil.example">'),
    ],
)
def test_nothing_of_a_mail_becomes_markup(browser, raw):
    for page in pages(browser, raw):
        assert "<script>alert" not in page
        assert "<img" not in page
        assert "onerror=alert(2)>" not in page
        assert 'href="javascript:' not in page
        assert 'href="https://evil.example' not in page
        assert "evil.example" not in page or 'action="https://evil' not in page
        assert ">49<" not in page


def test_a_file_name_is_text_too(browser):
    page = browser.post("/mails", files=[("mails", ("<img src=x onerror=alert(2)>.zip", b"PK\x03\x04"))])
    assert page.status_code == 422
    assert "<img" not in page.text


def test_pasted_text_is_text(browser):
    page = browser.post("/paste", data={"text": SCRIPT, "received_on": "bad"})
    assert "<script>alert" not in page.text
    assert "&lt;script&gt;" in page.text


def test_answers_are_text(browser):
    form = {"shop": "amazon_jp", "sold_by": "shop", "happened": "cancelled", "on": "2026-11-20"}
    page = browser.post("/ask", data=form | {"item": SCRIPT, "order": SCRIPT})
    assert page.status_code == 200
    assert "<script>alert" not in page.text


@pytest.mark.parametrize(
    "path", [f"/{SCRIPT}", f"/cases/amazon_jp/{SCRIPT}", f"/mails/{SCRIPT}", f"/language/en?back=/{SCRIPT}"]
)
def test_addresses_are_text(browser, path):
    assert "<script>alert" not in browser.get(path).text
