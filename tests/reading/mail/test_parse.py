"""Mails read whole."""

import hashlib
from datetime import UTC, datetime
from email.message import EmailMessage

import pytest
from hypothesis import given
from hypothesis import strategies as st

from okawari.domain.mail import Attachment
from okawari.reading.mail import limits
from okawari.reading.mail.parse import parse_mail

HEAD = """\
From: "Amazon.co.jp" <order-update@amazon.co.jp>
To: hanako@example.jp
Subject: =?utf-8?B?5rOo5paH44GM44Kt44Oj44Oz44K744Or44GV44KM44G+44GX44Gf?=
Date: Mon, 23 Nov 2026 09:00:00 +0900
Message-ID: <1@us-west-2.amazonses.com>
"""


def read(content, head=HEAD, body=""):
    raw = (head + content + "\n").encode() + (body if isinstance(body, bytes) else body.encode())
    return parse_mail(raw, "cancel.eml")


def codes(mail):
    return [problem.code for problem in mail.problems]


def built(plain="", html="", charset="utf-8"):
    mail = EmailMessage()
    mail["From"] = "店 <a@shop.example>"
    mail["Date"] = "Mon, 23 Nov 2026 09:00:00 +0900"
    mail.set_content(plain, charset=charset)
    mail.add_alternative(html, subtype="html", charset=charset)
    return parse_mail(mail.as_bytes(), "x.eml")


def test_a_plain_mail_has_all_its_fields():
    mail = read("Content-Type: text/plain; charset=utf-8\n", body="在庫切れです。\r\nhttps://www.amazon.co.jp/x\r\n")
    assert mail.file == "cancel.eml"
    assert mail.from_.address == "order-update@amazon.co.jp"
    assert mail.to[0].domain == "example.jp"
    assert mail.subject == "注文がキャンセルされました"
    assert mail.date == datetime(2026, 11, 23, tzinfo=UTC)
    assert mail.message_id == "<1@us-west-2.amazonses.com>"
    assert mail.text == "在庫切れです。\nhttps://www.amazon.co.jp/x"
    assert mail.links[0].host == "www.amazon.co.jp"
    assert mail.header("Subject") == mail.subject
    assert mail.problems == ()


def test_the_digest_is_that_of_the_bytes():
    raw = (HEAD + "\nx").encode()
    assert parse_mail(raw, "").sha256 == hashlib.sha256(raw).hexdigest()


def test_both_readings_are_kept():
    mail = built("注文番号\n250-1\n", "<p>注文番号</p><p>250-1</p><a href='https://a.example/'>履歴</a>")
    assert mail.text == "注文番号\n250-1"
    assert mail.html_text == "注文番号\n\n250-1\n\n履歴"
    assert [(link.host, link.text) for link in mail.links] == [("a.example", "履歴")]


@pytest.mark.parametrize(
    "plain",
    [
        "",
        " \n\n",
        "このメールはHTML形式です。HTMLメールに対応したソフトでご覧ください。",
        "View this email in your browser: https://x.example/",
    ],
)
def test_a_plain_part_that_says_nothing_gives_way_to_the_html(plain):
    html = "<p>" + "ご注文の商品は在庫切れのためキャンセルされました。" * 8 + "</p>"
    mail = built(plain, html)
    assert mail.text == mail.html_text
    assert "在庫切れ" in mail.text


def test_html_alone_is_read_as_lines():
    mail = read(
        "Content-Type: text/html; charset=utf-8\n", body="<table><tr><td>合計</td><td>1,010円</td></tr></table>"
    )
    assert mail.text == mail.html_text == "合計\t1,010円"


def test_html_declared_plain_and_plain_declared_html_are_seen_through():
    html = "<html><body><p>a</p><p>b</p></body></html>"
    assert read("Content-Type: text/plain\n", body=html).text == "a\n\nb"
    assert read("Content-Type: text/html\n", body="a\nb < c\n").text == "a\nb < c"


def test_texts_beside_each_other_are_all_read_and_files_are_not():
    content = "Content-Type: multipart/mixed; boundary=b\n"
    body = (
        "--b\nContent-Type: text/html\n\n<p>本文</p>\n--b\nContent-Type: text/plain\n\n署名\n"
        '--b\nContent-Type: text/plain; name="a.txt"\nContent-Disposition: attachment\n\nfile\n'
        "--b\nContent-Type: image/png; name=i.png\nContent-Transfer-Encoding: base64\n\nAAAA\n--b--\n"
    )
    mail = read(content, body=body)
    assert mail.text == "本文\n\n署名"
    assert mail.attachments == (Attachment("a.txt", "text/plain", 4), Attachment("i.png", "image/png", 3))


def test_flowed_text_is_joined():
    content = "Content-Type: text/plain; format=flowed\n"
    assert read(content, body="one \ntwo\n\n three\n-- \nsign\n").text == "one two\n\nthree\n--\nsign"
    assert read("Content-Type: text/plain; format=flowed; delsp=yes\n", body="在庫 \n切れ\n").text == "在庫切れ"


def test_previews_are_cleared_of_what_nobody_sees():
    assert (
        read("Content-Type: text/plain; charset=utf-8\n", body="注\u200c文\u034f\u00ad番\ufeff号\u200d\n").text
        == "注文番号"
    )


def test_letters_that_reverse_what_is_read_stay():
    assert "\u202e" in read("Content-Type: text/plain; charset=utf-8\n", body="a\u202eb\n").text


def test_results_of_receivers_come_topmost_first():
    head = "Authentication-Results: top.example; spf=none\nAuthentication-Results: below.example; dkim=pass header.d=a.example\n"
    mail = read("", head=head + HEAD, body="x")
    assert [results.authserv_id for results in mail.authentication] == ["top.example", "below.example"]


def test_what_a_mail_says_of_itself_elsewhere_is_no_result():
    head = "ARC-Authentication-Results: i=1; x; dkim=pass\nReceived-SPF: pass\nX-Authentication-Results: x; dkim=pass\n"
    assert read("", head=head + HEAD, body="x").authentication == ()


@pytest.mark.parametrize("part", ["message/rfc822", 'application/octet-stream; name="元のメール.eml"'])
def test_an_attached_mail_is_read_and_its_results_do_not_count(part):
    inner = "Authentication-Results: mx.example; dkim=pass header.d=amazon.co.jp\n" + HEAD + "\n中身"
    body = f"--b\n\n転送します\n--b\nContent-Type: {part}\n\n{inner}\n--b--\n"
    mail = read("Content-Type: multipart/mixed; boundary=b\n", head="From: me@example.jp\n", body=body)
    [forwarded] = mail.forwarded
    assert forwarded.from_.domain == "amazon.co.jp"
    assert forwarded.text == "中身"
    assert forwarded.authentication == ()
    assert not forwarded.inline_forward
    assert mail.text == "転送します"


def test_mails_inside_mails_come_outermost_first():
    innermost = "From: c@example.jp\nSubject: three\n\n3"
    inner = f"From: b@example.jp\nSubject: two\nContent-Type: multipart/mixed; boundary=i\n\n--i\n\n2\n--i\nContent-Type: message/rfc822\n\n{innermost}\n--i--\n"
    body = f"--b\nContent-Type: message/rfc822\n\n{inner}\n--b--\n"
    mail = read("Content-Type: multipart/mixed; boundary=b\n", head="From: a@example.jp\nSubject: one\n", body=body)
    assert [(m.subject, m.text, m.forwarded) for m in mail.forwarded] == [("two", "2", ()), ("three", "3", ())]


def test_an_inline_forward_is_read():
    body = (
        "---------- Forwarded message ---------\nFrom: Amazon.co.jp <order-update@amazon.co.jp>\n"
        "Date: 2026年11月23日(月) 9:00\nSubject: 注文がキャンセルされました\nTo: <hanako@example.jp>\n\n\n在庫切れです。\n"
    )
    mail = read(
        "Content-Type: text/plain; charset=utf-8\n",
        head="From: hanako@example.jp\nDate: Tue, 24 Nov 2026 09:00:00 +0900\n",
        body=body,
    )
    [forwarded] = mail.forwarded
    assert forwarded.inline_forward
    assert forwarded.from_.address == "order-update@amazon.co.jp"
    assert (forwarded.subject, forwarded.text) == ("注文がキャンセルされました", "在庫切れです。")
    assert forwarded.date == datetime(2026, 11, 23, tzinfo=UTC)


@pytest.mark.parametrize(
    ("head", "code"),
    [
        ("Subject: x\nDate: Mon, 23 Nov 2026 09:00:00 +0900\n", "from_missing"),
        ("From: a@b.example, c@d.example\nDate: Mon, 23 Nov 2026 09:00:00 +0900\n", "from_several"),
        ("From: a@b.example\nFrom: a@b.example\nDate: Mon, 23 Nov 2026 09:00:00 +0900\n", "from_repeated"),
        ("From: a@%b.example\nDate: Mon, 23 Nov 2026 09:00:00 +0900\n", "from_invalid"),
        ("From: a@b.example\n", "date_missing"),
        ("From: a@b.example\nDate: tomorrow\n", "date_unreadable"),
        ("From: a@b.example\nDate: Mon, 23 Nov 2026 09:00:00\n", "date_without_zone"),
    ],
)
def test_defects_of_the_head_are_said(head, code):
    assert codes(read("", head=head, body="x")) == [code]


def test_a_mail_without_a_date_has_that_of_its_receiver():
    head = "Received: from a by b; Mon, 23 Nov 2026 09:00:01 +0900\nFrom: a@b.example\n"
    assert read("", head=head, body="x").date == datetime(2026, 11, 23, 0, 0, 1, tzinfo=UTC)


@pytest.mark.parametrize("end", ["\r\n", "\r", "\r\r\n"])
def test_line_ends_of_other_systems_are_read(end):
    raw = (HEAD + "Content-Type: text/plain; charset=utf-8\n\n一\n二\n").replace("\n", end).encode()
    mail = parse_mail(raw, "")
    assert (mail.subject, mail.text) == ("注文がキャンセルされました", "一\n二")


@pytest.mark.parametrize("raw", [b"", b"\n", b"\x00" * 100, b"no mail", bytes(range(256)), b"From ", b":", b"a:b"])
def test_what_is_no_mail_is_read_without_an_error(raw):
    assert "from_missing" in codes(parse_mail(raw, "x"))


def test_a_mail_of_64_mb_is_cut_and_says_so():
    raw = (HEAD + "Content-Type: multipart/mixed; boundary=b\n\n--b\n\n本文\n--b\nContent-Type: x/y\n\n").encode()
    mail = parse_mail(raw + b"\0" * (limits.MAIL_BYTES - len(raw)), "x")
    assert mail.text == "本文"
    assert "mail_too_large" in codes(mail)


def test_a_text_beyond_reading_is_cut_and_says_so():
    mail = read("Content-Type: text/plain\n", body="あ\n" * 100_000)
    assert len(mail.text) <= limits.TEXT_CHARS
    assert codes(mail) == ["text_too_long"]


@given(st.binary(max_size=600))
def test_any_bytes_are_read(raw):
    mail = parse_mail(raw, "x")
    for text in (mail.text, mail.subject, mail.from_.display, *(str(value) for _, value in mail.headers)):
        text.encode("utf-8")


@given(
    st.text(st.characters(exclude_categories=["Cs", "Cc", "Cf", "Zl", "Zp"]), max_size=200),
    st.sampled_from(["utf-8", "base64"]),
)
def test_plain_text_comes_back_as_it_was_written(text, encoding):
    mail = EmailMessage()
    mail["From"] = "a@b.example"
    mail.set_content(text, cte="base64" if encoding == "base64" else "8bit")
    wanted = text.replace("\xa0", " ").replace("\u2007", " ").replace("\u202f", " ").rstrip(" ")
    assert parse_mail(mail.as_bytes(), "x").text.strip("\n") == wanted.strip("\n") or len(wanted) < 3
