"""Mails signed by ourselves, checked with our own check: no name server is asked."""

import re
import time

import dkim
import pytest

from okawari.reading.mail.signatures import check_signatures
from tests.rsa_key import rsa_key

MAIL = b"""\
From: "Shop" <order@shop.example>
To: hanako@example.jp
Subject: Your order
Date: Mon, 23 Nov 2026 09:00:00 +0900
Content-Type: text/plain; charset=utf-8

Order 1234 was cancelled.
"""
COVERED = (b"From", b"To", b"Subject", b"Date", b"Content-Type")


def signed(mail=MAIL, *, covered=COVERED, domain=b"shop.example", bits=1024, **more):
    header = dkim.sign(
        mail,
        b"s1",
        domain,
        rsa_key(bits).pem,
        canonicalize=(b"relaxed", b"relaxed"),
        include_headers=list(covered),
        **more,
    )
    return header.replace(b"\r\n", b"\n") + mail


def checked(raw, record=None, sender="shop.example"):
    asked = []

    def key(name):
        asked.append(name)
        return rsa_key().record if record is None else record

    found = check_signatures(raw, sender, key)
    assert all(name.endswith("._domainkey.shop.example.") for name in asked)
    return [(check.domain, check.result) for check in found]


def test_an_untouched_mail_passes():
    assert checked(signed()) == [("shop.example", "pass")]


def test_a_mail_with_crlf_and_hops_on_top_passes():
    hops = b"Received: from a by b; Mon, 23 Nov 2026 09:00:01 +0900\r\nX-Spam: no\r\n"
    assert checked(hops + signed().replace(b"\n", b"\r\n")) == [("shop.example", "pass")]


def test_a_subdomain_of_the_senders_organisation_may_sign():
    raw = signed(MAIL.replace(b"@shop.example", b"@mail.shop.example"))
    assert checked(raw, sender="mail.shop.example") == [("shop.example", "pass")]


@pytest.mark.parametrize(
    ("was", "now"),
    [
        (b"cancelled", b"confirmed"),
        (b"cancelled.\n", b"cancelled.\n\n___\nlist footer\n"),
        (b"Subject: Your", b"Subject: [list] Your"),
        (b"order@shop.example", b"refund@shop.example"),
        (b"From: ", b"From: <other@shop.example>\nFrom: "),
        (b"Subject: ", b"Subject: Pay now\nSubject: "),
        (b"Content-Type: text/plain; charset=utf-8\n", b"Content-Type: text/html\n"),
        (b"Date: ", b"Content-Transfer-Encoding: base64\nDate: "),
    ],
)
def test_a_changed_mail_fails(was, now):
    assert checked(signed().replace(was, now, 1)) == [("shop.example", "fail")]


@pytest.mark.parametrize("missing", [b"Subject", b"Content-Type"])
def test_a_signature_that_leaves_something_shown_open_fails(missing):
    assert checked(signed(covered=[name for name in COVERED if name != missing])) == [("shop.example", "fail")]


def test_a_signature_that_leaves_the_sender_open_fails_before_its_key_is_asked_for():
    raw = re.sub(rb"(?i)(h=)from : ", rb"\1", signed(covered=(b"From", b"Subject", b"Content-Type")))
    header = raw.partition(b"\nFrom:")[0]
    assert b"from" not in header.lower().partition(b"h=")[2].partition(b";")[0]
    asked = []
    assert [check.result for check in check_signatures(raw, "shop.example", asked.append)] == ["fail"]
    assert asked == []


def test_a_signature_over_a_part_of_the_body_fails():
    partial = signed(length=True)
    assert b"l=" in partial
    assert checked(partial) == [("shop.example", "fail")]
    assert checked(partial + b"Pay here: https://evil.example\n") == [("shop.example", "fail")]


def test_a_key_that_is_too_short_fails():
    assert checked(signed(bits=768), rsa_key(768).record) == [("shop.example", "fail")]


@pytest.mark.parametrize(("hours", "results"), [(2, [("shop.example", "pass")]), (-30, [])])
def test_a_signature_past_its_time_does_not_count(hours, results, monkeypatch):
    expiry = str(int(time.time()) + hours * 3600).encode()
    written = dkim.DomainSigner.gen_header

    def with_expiry(self, fields, *rest, **more):
        fields.insert(4, (b"x", expiry))
        return written(self, fields, *rest, **more)

    monkeypatch.setattr(dkim.DomainSigner, "gen_header", with_expiry)
    raw = signed()
    assert b"x=" + expiry in raw
    assert checked(raw) == results


@pytest.mark.parametrize(
    ("record", "result"),
    [
        (b"", "unavailable"),
        (b"v=DKIM1; k=rsa; p=", "fail"),
        (b"v=DKIM1; k=rsa; p=AAAA", "fail"),
        (b"not a key", "fail"),
    ],
)
def test_a_missing_or_broken_key_never_passes(record, result):
    assert checked(signed(), record) == [("shop.example", result)]


def test_a_key_in_testing_never_passes():
    assert checked(signed(), rsa_key().record.replace(b"k=rsa;", b"k=rsa; t=y;")) == [("shop.example", "fail")]


def test_no_answer_is_unavailable():
    def silent(_name):
        raise TimeoutError

    assert [check.result for check in check_signatures(signed(), "shop.example", silent)] == ["unavailable"]


def test_signatures_of_others_are_not_asked_about():
    assert checked(signed(domain=b"sender.example")) == []


@pytest.mark.parametrize(
    "raw", [b"", b" folded\n", b"From: a\nDKIM-Signature: v=1\n\n", b"\xff\xfe\x00", b"From : a\n\n"]
)
def test_broken_mails_have_no_signatures(raw):
    assert checked(raw) == []


def test_only_the_first_signatures_are_tried():
    many = b"".join(signed().split(b"\nFrom:")[0] + b"\n" for _ in range(40)) + MAIL
    assert len(checked(many)) == 5
