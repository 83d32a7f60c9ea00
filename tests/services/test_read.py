"""Who speaks in a mail that was passed on, and what it proves."""

from email.message import EmailMessage

import pytest

from okawari.domain.authenticity import Verdict
from okawari.domain.judge import Trust
from okawari.domain.message import MessageKind
from okawari.reading.mail.parse import parse_mail
from okawari.services.read import Unreadable, read_paths, understand

ORDER = "250-1234567-1234567"
SAID = f"注文番号\n{ORDER}\n\n在庫切れのため、ご注文はキャンセルされました。\n\n合計\n1,010 JPY\n"
PASS = "mx.example.jp; dkim=pass header.d=amazon.co.jp; dmarc=pass header.from=amazon.co.jp"


def shops_mail(**headers):
    mail = EmailMessage()
    for name, value in headers.items():
        mail[name.replace("_", "-")] = value
    mail["From"] = '"Amazon.co.jp" <order-update@amazon.co.jp>'
    mail["Date"] = "Fri, 20 Nov 2026 09:00:00 +0900"
    mail["Subject"] = "注文がキャンセルされました"
    mail.set_content(SAID)
    return mail


def private_mail(subject, body="", sender="Hanako <hanako@example.jp>"):
    mail = EmailMessage()
    mail["From"] = sender
    mail["Date"] = "Mon, 23 Nov 2026 09:00:00 +0900"
    mail["Subject"] = subject
    mail.set_content(body or "転送します。\n")
    return mail


def inline(sender="Amazon.co.jp <order-update@amazon.co.jp>"):
    return (
        f"\n---------- Forwarded message ---------\nFrom: {sender}\nDate: 2026年11月20日(金) 9:00\n"
        f"Subject: 注文がキャンセルされました\nTo: <hanako@example.jp>\n\n{SAID}"
    )


def read(mail):
    return understand(parse_mail(mail.as_bytes(), "mail.eml"), Trust())


def test_the_shops_own_mail_is_proven_by_its_receiver():
    assert read(shops_mail(Authentication_Results=PASS)).authenticity.verdict is Verdict.GENUINE


def test_an_inline_forward_speaks_and_proves_nothing():
    reading = read(private_mail("Fwd: 注文がキャンセルされました", inline()))
    assert (reading.understood.kind, reading.understood.orders[0].number) == (MessageKind.CANCELLED, ORDER)
    assert reading.authenticity.verdict is Verdict.UNPROVEN
    assert (reading.date.day, reading.said_at.day) == (23, 20)


def test_an_attached_mail_speaks_and_its_headers_prove_nothing():
    mail = private_mail("Fwd: 注文がキャンセルされました")
    mail.add_attachment(shops_mail(Authentication_Results=PASS))
    reading = read(mail)
    assert (reading.understood.merchant, reading.understood.kind) == ("amazon_jp", MessageKind.CANCELLED)
    assert reading.authenticity.verdict is Verdict.UNPROVEN
    assert reading.said_at.day == 20


def test_a_forged_mail_that_was_passed_on_stays_forged():
    mail = private_mail("Fwd: 注文がキャンセルされました", inline("Amazon.co.jp <support@amaz0n-refund.example>"))
    assert read(mail).authenticity.verdict is Verdict.PHISHING


def test_a_forger_cannot_hide_behind_a_mail_inside():
    mail = private_mail("Amazon.co.jp ご注文のキャンセル", sender='"Amazon.co.jp" <support@amaz0n-refund.example>')
    mail.add_attachment(shops_mail(Authentication_Results=PASS))
    assert read(mail).authenticity.verdict is Verdict.PHISHING


def test_a_private_mail_about_nothing_stays_itself():
    mail = private_mail("写真です")
    mail.add_attachment(private_mail("明日の待ち合わせ", "駅前で10時に。\n"))
    reading = read(mail)
    assert (reading.understood.kind, reading.said_at) == (MessageKind.OTHER, None)


@pytest.mark.parametrize("order", [0, 1])
def test_what_cannot_be_read_stands_in_its_place(tmp_path, order):
    (tmp_path / "good.eml").write_bytes(shops_mail().as_bytes())
    paths = [str(tmp_path / "good.eml"), str(tmp_path / "missing.eml")]
    found = list(read_paths(paths[::-1] if order else paths, Trust()))
    assert [isinstance(one, Unreadable) for one in found] == [bool(order), not order]
