"""Every quick way of reading a mail gives what the full way gives."""

import binascii
import re
import unicodedata
from dataclasses import replace
from itertools import product
from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench.mailbox import mails
from okawari.domain import lookalike
from okawari.domain.facts import facts_of
from okawari.domain.judge import Trust
from okawari.domain.lookalike import latin_skeleton
from okawari.domain.mail import WhenAsked
from okawari.reading.html import read_html
from okawari.reading.labels import labelled
from okawari.reading.mail import dates, mbox
from okawari.reading.mail.dates import parse_date
from okawari.reading.mail.forwards import may_hold_forward, page_may_hold_forward
from okawari.reading.mail.gate import Gate
from okawari.reading.mail.headers import blank_line, unfolded
from okawari.reading.mail.mbox import unquoted
from okawari.reading.mail.mime import _from_base64, _from_quoted
from okawari.reading.mail.parse import parse_mail
from okawari.reading.mail.same import _identity
from okawari.reading.shop_mail import renumbering
from okawari.services.read import understand
from okawari.sources import registry
from tests.fast_paths import nothing_spared, read_fully, read_quickly
from tests.reading.fuzz.run import mutated
from tests.reading.fuzz.samples import samples

LINKED = """\
From: "Amazon.co.jp" <auto-confirm@amazon.co.jp>
Subject: =?UTF-8?B?5rOo5paH5riI44G/?=
Content-Type: multipart/alternative; boundary="=_b"

--=_b
Content-Type: text/plain; charset=utf-8
Content-Transfer-Encoding: 8bit

注文番号
250-1234567-1234567

* 木の椅子
  数量: 1
  1,010 JPY
--=_b
Content-Type: text/html; charset=CHARSET
Content-Transfer-Encoding: ENCODING

PAGE
--=_b--
"""
ADDRESSES = [
    "https://www.amazon.co.jp/dp/B0ABCDEF12",
    "https://www.amazon.co.jp/gp/f.html?U=%2Fdp%2FB0ABCDEF12",
    "https://www.amazon.co.jp/%64p/B0ABCDEF12",
    "https://www.amazon.co.jp&sol;gp&sol;product&sol;B0ABCDEF12",
    "https://www.amazon.co.jp/&#100;p/B0ABCDEF12",
    "https://www.amazon.co.jp/ASIN/B0ABCDEF12",
    "https://www.amazon.co.jp/-&percnt;2F&percnt;64&percnt;70&percnt;2FB0ABCDEF12",
]


def encoded(page, charset, encoding):
    """Return a mail whose HTML links the item."""
    body = page.encode(charset)
    if encoding == "base64":
        body = b"".join(binascii.b2a_base64(body[at : at + 57]) for at in range(0, len(body), 57))
    elif encoding == "quoted-printable":
        body = binascii.b2a_qp(body)
    head = LINKED.replace("CHARSET", charset).replace("ENCODING", encoding).encode()
    return head.replace(b"PAGE", body)


@pytest.mark.parametrize("address", ADDRESSES)
@pytest.mark.parametrize(
    ("charset", "encoding"),
    [("utf-16", "base64"), *product(["utf-8", "iso-2022-jp", "cp932"], ["base64", "quoted-printable", "8bit"])],
)
def test_a_product_that_only_the_page_links_is_found_however_its_address_is_written(address, charset, encoding):
    raw = encoded(f'<!DOCTYPE html><html><body><a href="{address}">木の椅子</a></body></html>', charset, encoding)
    reading = read_quickly(raw)
    assert reading[0].understood.orders[0].items[0].identifiers == (("asin", "B0ABCDEF12"),)
    assert reading == read_fully(raw)


FORWARD = """\
From: friend@example.jp
Subject: memo
Content-Type: multipart/alternative; boundary="=_b"

--=_b
Content-Type: text/plain; charset=utf-8

see below
--=_b
Content-Type: text/html; charset=utf-8

<html><body><p>see below</p><div>---------- Forwarded message ---------<br>
LABEL Shop &lt;order@shop.example&gt;<br>Date: 2026-11-23 09:00<br>Subject: order<br>To: me@example.jp<br></div>
<p>Order number: 12345</p></body></html>
--=_b--
"""
INVISIBLE = [
    "From:",
    "F\u200brom:",
    "From\u200b:",
    "Fr\u00adom\ufeff :",
    "From\u200d :",
    "差\u2060出人：",
    "From\u202f:",
    "<b>Fr</b>om :",
    "<!-- -->From<i>*</i>:",
    "&#70;rom:",
    "From&nbsp;:",
    "From&colon;",
    "Fr&shy;om&#8203;：",
    '<a title="<b">From</a>:',
]
MARKUP = (
    "Fr¦rom¦From¦om¦差出¦人¦De¦D¦a¦Von¦x¦:¦\uff1a¦ ¦*¦\u200b¦\u200d¦\xa0¦\r\n¦<b>¦</b>¦<table>¦<tr>¦<td>¦</td>¦</table>¦<br>¦<o:p>¦"
    "<!--¦-->¦<!x>¦</ x>¦<? x>¦<style>¦</style>¦<title>¦</title>¦<script>¦</script>¦<textarea>¦</textarea>¦<noscript>¦<xmp>¦"
    "<svg>¦</svg>¦<![CDATA[¦]]>¦<select>¦<option>¦<template>¦</template>¦<body>¦</body>¦<plaintext>¦&nbsp;¦&nbsp¦&shy¦&#70;¦"
    "&#70¦&colon;¦&amp;¦&ast;¦&zwnj;¦&#x3a;¦&#847;¦<¦>¦&¦;¦<a title=\"¦\">¦\"¦<a title='¦'>¦<x ¦<a href=https:¦<p style='mso-hide:all'>"
)


@pytest.mark.parametrize("label", INVISIBLE)
def test_a_forward_that_only_the_page_shows_is_found_however_its_label_is_written(label):
    raw = FORWARD.replace("LABEL", label).encode()
    held = read_quickly(raw)[-1]
    assert [inner["from_"].address for inner in held["forwarded"]] == ["order@shop.example"]
    assert read_quickly(raw) == read_fully(raw)


@given(
    st.tuples(
        st.sampled_from(["Wed, ", "wed, ", ""]),
        st.sampled_from(["1", "23", "31", "0"]),
        st.sampled_from(["Nov", "Feb", "nov", "Foo"]),
        st.sampled_from(["2026", "0026", "1979"]),
        st.sampled_from(["09:00:00", "23:59:60", "24:00:00", "9:00:00", "09:00"]),
        st.sampled_from(["+0900", "-0000", "-0830", "+0960", "+2400", "GMT", "+0900 (JST)", ""]),
    )
)
def test_a_date_written_as_most_are_is_read_as_any_other(pieces):
    written = "{}{} {} {} {} {}".format(*pieces)
    quick = parse_date(written)
    with patch.object(dates, "_usual", lambda _text: None):
        assert repr(quick) == repr(parse_date(written))


@given(st.lists(st.sampled_from(MARKUP.split("¦")), max_size=14))
def test_a_page_in_which_no_forward_can_be_holds_none(pieces):
    page = "".join(pieces)
    assert page_may_hold_forward(page) or not may_hold_forward(read_html(page).words)


def test_most_pages_need_not_be_parsed_to_find_no_forward():
    styled = "<html><style>a{color:red}</style><p style='font-size:1em;mso-hide:all'>差出：合計: 1,010円&nbsp;</p>"
    assert not page_may_hold_forward(styled)
    assert page_may_hold_forward(styled + "<p>From<b>:</b>")


def test_the_mails_of_shops_say_the_same():
    for shop, raw in mails(300):
        if shop:
            assert read_quickly(raw) == read_fully(raw)


@pytest.mark.slow
def test_mutated_mails_say_the_same():
    whole = [*samples()]
    for number in range(400):
        raw = mutated(whole, number)
        assert read_quickly(raw) == read_fully(raw), number


@given(st.lists(st.sampled_from([b"QUJD", b"QQ==", b"QUI=", b"=", b"-", b" ", b"\n", b"A", b"\xe3"]), max_size=9))
def test_clean_base64_is_what_the_grammar_allows(pieces):
    packed = b"".join(pieces).translate(None, b" \t\r\n")
    clean = len(packed) % 4 == 0 and re.fullmatch(rb"[A-Za-z0-9+/]+={0,2}", packed) is not None
    content, problem = _from_base64(b"".join(pieces))
    assert (problem == "") is clean or not packed
    if clean:
        assert content == binascii.a2b_base64(packed)


@given(st.text(alphabet="ab \t\r\n", max_size=12))
def test_a_folded_header_is_unfolded_by_the_letter_of_the_grammar(text):
    assert unfolded(text.encode()) == re.sub(r"[\r\n]+", " ", re.sub(r"\r?\n(?=[ \t])", "", text)).strip()


def folded_step_by_step(text):
    """Return `lookalike.plain` by its definition."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    if not folded.isascii():
        bare = lookalike._MARKS.sub("", unicodedata.normalize("NFD", lookalike._INVISIBLE.sub("", folded)))
        folded = unicodedata.normalize("NFC", bare)
    closed = re.sub(rf"(?<=[{lookalike._CJK}])\s+(?=[{lookalike._CJK}])", "", re.sub(r"\s+", " ", folded).strip())
    return lookalike._SPACED_OUT.sub(lambda found: found[0].replace(" ", ""), closed)


@given(st.text(max_size=20) | st.text(alphabet="aAi1 \u3000\xa0カ力ーΝν漢é\u0301\u200bﬁßİ", max_size=20))
def test_names_are_folded_by_definition(text):
    shown = unicodedata.normalize("NFKC", text).translate(lookalike._LOOKALIKES)
    twice = folded_step_by_step(folded_step_by_step(shown).translate(lookalike._LOOKALIKES))
    assert lookalike.plain(text) == folded_step_by_step(text)
    assert lookalike.skeleton(text) == (folded_step_by_step(text) if text.isascii() else twice)


PIECES = ["amazon.co.jp", "amazon.com", "smbc.co.jp", "evil", "x", "a_b", "-", ".", "--", "cn", "co.jp", "_"]


@given(st.lists(st.sampled_from(PIECES), max_size=7))
def test_a_carried_domain_is_the_one_that_one_pattern_of_all_would_find(pieces):
    brands = registry.brands()
    dashed = "".join(pieces).replace(".", "-")
    every = re.compile("(?<![a-z0-9])(?:" + "|".join(map(re.escape, brands._dashed)) + ")(?=-)")
    found = every.search(dashed)
    assert brands._carried(dashed) == (found[0] if found else None)


def test_what_is_worked_out_later_equals_the_plain_value():
    calls = []
    later = WhenAsked(lambda: calls.append(1) or (1, 2))
    assert (later, list(later), later[0], len(later), hash(later)) == ((1, 2), [1, 2], 1, 2, hash((1, 2)))
    assert later == WhenAsked(lambda: (1, 2))
    assert calls == [1]


MAILBOX_PIECES = st.sampled_from(
    [b"From ", b"From", b">", b"\n", b" ", b"F", b"m ", b"Fro", b"QUJD" * 20, "宛先".encode() * 20, b"\r\n"]
)


@given(st.lists(MAILBOX_PIECES, max_size=40).map(b"".join), st.integers(0, 30))
def test_every_from_that_begins_before_the_end_is_found(raw, start):
    for end in {len(raw), max(start, len(raw) - 7)}:
        expected = [found.start() for found in re.finditer(rb"From ", raw) if start <= found.start() < end]
        assert list(mbox._words(raw, start, end)) == expected


@given(st.lists(MAILBOX_PIECES, max_size=40).map(b"".join))
def test_from_lines_are_unquoted_as_a_pattern_does_it(raw):
    assert unquoted(raw) == re.sub(rb"^>(?=>*From )", b"", raw, flags=re.MULTILINE)
    assert unquoted(raw, wholly=True) == re.sub(rb"^>+(?=From )", b"", raw, flags=re.MULTILINE)


@given(st.lists(st.sampled_from([b"=", b" ", b"\t", b"\r", b"\n", b"3D", b"E3", b"x"]), max_size=12).map(b"".join))
def test_soft_breaks_with_spaces_are_mended_where_only_the_decoded_text_is_searched(body):
    mended = re.sub(rb"=[ \t]+(?=\r?\n)", b"=", body)
    assert _from_quoted(body) == binascii.a2b_qp(mended)


def test_text_that_is_folded_without_being_taken_apart_holds_no_mark():
    for code in range(0x110000):
        folded = unicodedata.normalize("NFKC", chr(code)).casefold()
        if lookalike._WITHOUT_MARKS.fullmatch(folded):
            assert not lookalike._MARKS.search(unicodedata.normalize("NFD", folded)), hex(code)
            assert not lookalike._INVISIBLE.search(folded), hex(code)


@given(
    st.lists(
        st.sampled_from([b"From: a", b"To:b", b"X: y", b" c", b"\t d", b"\n", b"\r\n", b"\r", b"\n\n"]), max_size=12
    )
)
def test_a_mail_is_parted_and_its_fields_are_unfolded_by_the_letter_of_the_grammar(pieces):
    raw = b"".join(pieces)
    end = re.search(rb"\n\r?\n", raw)
    assert blank_line(raw, 0, len(raw)) == (end.span() if end else (-1, -1))
    assert blank_line(b"x" + raw + b"\n\nx", 1, 1 + len(raw)) == ((end.start() + 1, end.end() + 1) if end else (-1, -1))
    fields = [
        one for one in re.split(rb"\n(?![ \t])", raw) if one.partition(b":")[0].rstrip().lower() in {b"from", b"to"}
    ]
    assert _identity(raw) == [re.sub(rb"(?:\r\n|\n)[ \t]+", b" ", one).strip() for one in fields]


@pytest.mark.parametrize("word", ["変更", "分割", "分納", "まとめ", "同梱", "統合", "組み替え", "組替え"])
def test_words_of_a_renumbering_are_seen_also_where_a_line_is_broken_inside_them(word):
    assert any(wording.search(f"ご注文番号の{word}、ご注文の{word}") for wording, _ in renumbering._WORDINGS)
    assert all(renumbering._MAY_SAY_SO.search(f"{word[:at]}\r\n{word[at:]}") for at in range(len(word)))


@given(
    st.lists(
        st.sampled_from(
            ["注文番号", "ご注文日", "12", "：", ": ", "\u3000", "】", "。", "！", "¥", "「", "・", "\n", "です", "A"]
        ),
        max_size=12,
    )
)
def test_a_line_that_is_passed_over_begins_with_no_label(pieces):
    text = "".join(pieces)
    for label in ("注文番号", r"ご?(?:注文|購入)日?", r"(?:注文番号)?です"):
        quick = list(labelled(text, label))
        with nothing_spared():
            assert quick == list(labelled(text, label))


@pytest.mark.parametrize(
    "name",
    ["佐藤花子", "アマゾン", "Amaz0n", "au", "auction", "ご 注文", "Ｏｒｄｅｒ", "三 井 住 友", "メルカリ事務局", ""],
)
@pytest.mark.parametrize(
    "address", ["a@x.example", "order@x.example", "au@x.example", "a@rnercari.example", "b<order@c>"]
)
def test_a_sender_is_judged_by_name_and_address_as_by_both_together(name, address):
    text, gate = f"{name} <{address}>", Gate(registry.brands())
    apart = any(map(gate._sender_speaks, text.partition("<")))
    assert apart == gate._speaks_of_shopping(text, latin_skeleton(text))


def test_what_was_wrong_with_a_mail_is_worked_out_only_for_those_who_ask():
    asked = []
    mail = replace(parse_mail(next(samples()), "x.eml"), problems=WhenAsked(lambda: asked.append(1) or ()))
    reading = understand(mail, Trust())
    assert facts_of(reading) is not None
    assert not asked
    assert tuple(reading.problems) == ()
    assert asked
