"""Mails opened with their own signatures checked: no name server is asked."""

from email import message_from_bytes
from email.message import EmailMessage

import dkim
import pytest

from okawari.domain.authenticity import Verdict
from okawari.domain.judge import Trust
from okawari.fetching.dkim_keys import DkimKeys
from okawari.services import opening
from okawari.services.opening import open_mail
from okawari.services.read import understand
from tests.rsa_key import rsa_key

CHECKING = Trust(check_dkim=True)


@pytest.fixture
def asked(monkeypatch):
    """The names of the keys that were asked for; every name has the test's key."""
    names = []
    keys = DkimKeys(lambda name: names.append(name) or rsa_key().record)
    monkeypatch.setattr(opening, "_keys", lambda: keys)
    return names


def signed(sender="order-update@amazon.co.jp", domain=b"amazon.co.jp"):
    mail = EmailMessage()
    mail["From"] = f'"Amazon.co.jp" <{sender}>'
    mail["Subject"] = "注文がキャンセルされました"
    mail["Date"] = "Fri, 20 Nov 2026 09:00:00 +0900"
    mail.set_content("注文番号\n250-1234567-1234567\n\n在庫切れのため、ご注文はキャンセルされました。\n", cte="base64")
    raw = mail.as_bytes()
    covered = [b"From", b"Subject", b"Date", b"Content-Type", b"Content-Transfer-Encoding"]
    return dkim.sign(raw, b"s1", domain, rsa_key().pem, include_headers=covered).replace(b"\r\n", b"\n") + raw


def verdict(raw, trust=CHECKING):
    return understand(open_mail(raw, "one.eml", trust), trust).authenticity.verdict


def test_a_mail_with_its_own_valid_signature_is_genuine(asked):
    assert verdict(signed()) is Verdict.GENUINE
    assert asked == ["s1._domainkey.amazon.co.jp"]


def test_nothing_is_asked_without_leave(asked):
    assert verdict(signed(), Trust()) is Verdict.UNPROVEN
    assert asked == []


@pytest.mark.usefixtures("asked")
def test_a_changed_mail_is_unproven():
    assert verdict(signed().replace(b"Fri, 20 Nov", b"Sat, 21 Nov")) is Verdict.UNPROVEN


def test_an_attached_mail_is_proven_by_its_own_signature(asked):
    outer = EmailMessage()
    outer["From"] = "Hanako <hanako@example.jp>"
    outer["Subject"] = "Fwd: 注文がキャンセルされました"
    outer.set_content("転送します。")
    outer.add_attachment(message_from_bytes(signed()))
    assert verdict(outer.as_bytes()) is Verdict.GENUINE
    assert asked == ["s1._domainkey.amazon.co.jp"]


@pytest.mark.parametrize("sender", ["shop@kurumi.example", "order-update@amaz0n.co.jp"])
def test_keys_of_unlisted_senders_are_never_asked_for(asked, sender):
    domain = sender.rpartition("@")[2].encode()
    assert verdict(signed(sender, domain)) is not Verdict.GENUINE
    assert asked == []
