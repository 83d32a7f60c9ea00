"""Pasted text becomes a mail that says so, and nothing more."""

from datetime import UTC, date, datetime
from email.message import EmailMessage

import pytest
from hypothesis import given
from hypothesis import strategies as st

from okawari.reading.mail.parse import parse_mail
from okawari.reading.mail.pasted import wrap_pasted

DAY = date(2026, 11, 23)
TEXT = (
    '差出人: "Amazon.co.jp" <order-update@amazon.co.jp>\n件名：ご注文のキャンセル\n\n在庫切れのため…\nBcc: x@example.jp'
)


def read(text):
    return parse_mail(wrap_pasted(text, DAY), "")


def test_labelled_lines_are_sender_and_subject():
    mail = read(TEXT)
    assert mail.pasted
    assert mail.from_.address == "order-update@amazon.co.jp"
    assert mail.subject == "ご注文のキャンセル"
    assert mail.date == datetime(2026, 11, 23, 3, tzinfo=UTC)
    assert "在庫切れのため…" in mail.text


def test_without_labels_the_first_line_is_the_subject():
    mail = read("ご注文がキャンセルされました\n注文番号 250-0000000-0000000")
    assert mail.subject == "ご注文がキャンセルされました"
    assert mail.from_.address == ""


@pytest.mark.parametrize(
    "first",
    [
        "この度はご注文ありがとうございます。",
        "注文番号：250-1",
        "山田 太郎 様",
        "Dear customer,",
        "在庫切れです。取り消します",
    ],
)
def test_a_first_line_of_the_letter_itself_is_no_subject(first):
    assert read(f"{first}\nご注文を取り消しました").subject == ""


def test_the_source_of_a_mail_is_read_as_one_and_proves_nothing():
    source = EmailMessage()
    source["Authentication-Results"] = "mx.example; dkim=pass header.d=amazon.co.jp"
    source["From"] = "order-update@amazon.co.jp"
    source["Subject"] = "ご注文のキャンセル"
    source["Date"] = "Mon, 23 Nov 2026 09:00:00 +0900"
    source.set_content("在庫切れのため…", cte="base64")
    mail = read("\n" + source.as_string())
    assert (mail.subject, mail.text) == ("ご注文のキャンセル", "在庫切れのため…")
    assert mail.pasted
    assert mail.authentication == ()


@given(st.text(max_size=400))
def test_no_text_can_write_a_header(text):
    raw = wrap_pasted(text, DAY)
    header = raw.split(b"\n\n")[0]
    names = {line.split(b":")[0] for line in header.split(b"\n") if not line.startswith(b" ")}
    assert names <= {
        b"From",
        b"Subject",
        b"Date",
        b"X-Okawari-Pasted",
        b"MIME-Version",
        b"Content-Type",
        b"Content-Transfer-Encoding",
    }


@given(st.text(max_size=200))
def test_a_labelled_value_stays_one_header(value):
    raw = wrap_pasted(f"差出人: {value}\n件名: {value}\n本文", DAY)
    assert b"\nBcc:" not in raw
    assert parse_mail(raw, "").pasted
