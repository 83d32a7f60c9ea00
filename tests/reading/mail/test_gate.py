"""The gate before a whole mailbox: what it lets through, what not, and that it never decides in doubt."""

from email.header import Header

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench.mailbox import mails
from okawari.domain.authenticity import Verdict
from okawari.domain.claim import find_claim
from okawari.domain.judge import Trust
from okawari.domain.mail import Address, Mail
from okawari.domain.message import MessageKind
from okawari.reading.mail.gate import Gate
from okawari.reading.mail.parse import parse_mail
from okawari.services.read import understand
from okawari.sources import registry


@pytest.fixture(scope="module")
def gate():
    return Gate(registry.brands())


def mail(sender, subject, *more):
    shown = (
        sender
        if sender.isascii()
        else Header(sender.partition(" <")[0], "utf-8").encode() + " <" + sender.partition(" <")[2]
    )
    lines = [f"From: {shown}", f"Subject: {Header(subject, 'utf-8', header_name='Subject').encode()}", *more]
    return "\n".join([*lines, "", "body", ""]).encode()


@pytest.mark.parametrize(
    ("sender", "subject"),
    [
        ("auto-confirm@amazon.co.jp", "hello"),
        ("x@mail.amazon.co.jp", "hello"),
        ("Amazon.co.jp <info@qwerty.example>", "hello"),
        ("アマゾン <info@qwerty.example>", "hello"),
        ("Ａｍａｚｏｎ <info@qwerty.example>", "hello"),
        ("Аmаzоn <info@qwerty.example>", "hello"),
        ("A m a z o n <info@qwerty.example>", "hello"),
        ("三 井 住 友 カード <info@qwerty.example>", "hello"),
        ("ama\u200bzon <info@qwerty.example>", "hello"),
        ("info@amaz0n.jp", "hello"),
        ("info@amazon.co.jp.qwerty.example", "hello"),
        ("info@qwerty.example", "【Amazon】アカウントの確認"),
        ("info@qwerty.example", "楽天カ一ドからのお知らせ"),
        ("shop@unknown.example", "ご注文ありがとうございます"),
        ("shop@unknown.example", "商品のキャンセルについて"),
        ("shop@unknown.example", "Your order has shipped"),
        ("shop@unknown.example", "Ihre Bestellung"),
        ("shop@unknown.example", "Remboursement effectué"),
        ("taro@example.jp", "Fwd: ご注文のキャンセル"),
    ],
)
def test_what_can_matter_passes(gate, sender, subject):
    assert gate.passes(mail(sender, subject))


@pytest.mark.parametrize(
    ("sender", "subject"),
    [
        ("taro@example.jp", "明日の待ち合わせ"),
        ("佐藤花子 <hanako@example.jp>", "写真を送ります"),
        ("dev@lists.example.org", "Re: build fails because of a missing header"),
        ("news@recipe.example", "今週のレシピ: 里芋の煮物"),
    ],
)
def test_what_has_nothing_to_do_with_orders_does_not(gate, sender, subject):
    assert not gate.passes(mail(sender, subject))
    assert not gate.passes(mail(sender, subject).replace(b"\n", b"\r\n"))


def test_a_list_that_wrote_itself_into_from_is_looked_behind(gate):
    through_list = mail("Shop via Shopping <list@example.org>", "hello", "List-Id: <list.example.org>")
    assert not gate.passes(through_list)
    assert gate.passes(through_list.replace(b"List-Id:", b"Reply-To: auto-confirm@amazon.co.jp\nList-Id:"))


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"no header at all",
        b"From: taro@example.jp\n\nbody",
        b"Subject: x\n\nbody",
        b"From: a@example.jp\nFrom: auto-confirm@amazon.co.jp\nSubject: x\n\nbody",
        b"From : auto-confirm@amazon.co.jp\nFrom: a@example.jp\nSubject: x\n\nbody",
        b"From: a@example.jp\nSubject: x\nSubject: y\n\nbody",
        b"From: nobody\nSubject: x\n\nbody",
        b"X: " + b"y" * 100_000 + b"\nFrom: a@example.jp\nSubject: x\n\nbody",
    ],
)
def test_a_header_that_leaves_doubt_passes(gate, raw):
    assert gate.passes(raw)


def test_names_of_fields_may_be_written_in_any_case_and_folded(gate):
    assert gate.passes(b'FROM:\n "Amazon"\n <a@example.jp>\nsubject: x\n\nbody')
    assert not gate.passes(b'FROM:\n "Taro"\n <a@example.jp>\nsUBJECT:\n x\n\nbody')


BRANDS = sorted({word for m in registry.merchants().values() for word in (*m.brand_words, *m.brand_words_exact)})
DISGUISES = [
    lambda name: name,
    str.upper,
    " ".join,
    lambda name: name.replace("a", "а").replace("o", "о"),
    lambda name: name[:1] + "\u200b" + name[1:],
    lambda name: "".join(chr(ord(c) + 0xFEE0) if "!" <= c <= "~" else c for c in name),
]


@given(
    st.sampled_from(BRANDS),
    st.sampled_from(DISGUISES),
    st.sampled_from(["{}", "【{}】お知らせ", "{} 事務局", "[{}] hello", "重要: {}"]),
    st.booleans(),
)
def test_whatever_speaks_in_a_brands_name_passes(gate, brand, disguise, pattern, in_sender):
    shown = pattern.format(disguise(brand))
    display, subject = (shown, "hello") if in_sender else ("Taro", shown)
    header_only = Mail(file="", sha256="", subject=subject, from_=Address(display, "a@example.jp", "example.jp"))
    if find_claim(header_only, registry.brands()):
        assert gate.passes(mail(f"{display} <a@example.jp>", subject))


def test_what_is_left_out_of_a_mailbox_is_nothing_to_the_full_reader(gate):
    left_out = [raw for _, raw in mails(120) if not gate.passes(raw)]
    assert len(left_out) > 80
    readings = [understand(parse_mail(raw, ""), Trust()) for raw in left_out]
    assert {reading.understood.kind for reading in readings} <= {MessageKind.OTHER, MessageKind.PROMOTION}
    assert not any(reading.understood.orders for reading in readings)
    assert Verdict.PHISHING not in {reading.authenticity.verdict for reading in readings}


def test_every_mail_of_a_shop_passes(gate):
    assert all(gate.passes(raw) for shop, raw in mails(2000) if shop)
