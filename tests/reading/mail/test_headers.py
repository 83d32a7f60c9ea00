"""Header blocks and the text of one header."""

import base64

import pytest
from hypothesis import given
from hypothesis import strategies as st

from okawari.reading.mail import limits
from okawari.reading.mail.headers import decode_value, mail_start, split_head

TITLE = "ご注文内容変更のご連絡"


def word(charset, raw, encoding="B"):
    coded = base64.b64encode(raw).decode() if encoding == "B" else "".join(f"={byte:02X}" for byte in raw)
    return f"=?{charset}?{encoding}?{coded}?="


def lines(raw):
    return [(name, value.decode()) for name, value in split_head(raw).lines]


@pytest.mark.parametrize("end", [b"\n", b"\r\n"])
def test_a_head_is_split_from_its_body(end):
    raw = end.join([b"From: a@b.jp", b"Subject: one", b"\ttwo", b"", b"body: no header", b""])
    head = split_head(raw)
    assert [name for name, _ in head.lines] == ["from", "subject"]
    assert raw[head.body :].startswith(b"body")


@pytest.mark.parametrize(
    "before", [b"", b"\xef\xbb\xbf", b"\r\n\r\n", b"From x@y Mon Nov 23 09:00:00 2026\n", b">From x\n"]
)
def test_what_stands_before_a_mail_is_passed_over(before):
    raw = before + b"From: a@b.jp\n\nbody"
    assert split_head(raw, mail_start(raw)).lines == (("from", b"a@b.jp"),)


def test_a_broken_line_between_headers_is_passed_over():
    assert lines(b"From: a@b.jp\nnonsense here\nSubject: x\n\nbody") == [("from", "a@b.jp"), ("subject", "x")]


def test_a_missing_empty_line_ends_the_head_at_the_first_line_that_is_none():
    raw = "From: a@b.jp\nSubject: x\n在庫切れです。\n".encode()
    assert raw[split_head(raw).body :].decode() == "在庫切れです。\n"


def test_a_missing_empty_line_before_the_first_part_is_seen():
    raw = b"Content-Type: multipart/mixed; boundary=b\n--b\nContent-Type: text/plain\n\nx\n--b--\n"
    head = split_head(raw)
    assert len(head.lines) == 1
    assert raw[head.body :].startswith(b"--b\n")


@pytest.mark.parametrize("raw", [b"", b"\n", b"no header at all", b"\x00\x01\x02", "注文\n".encode()])
def test_without_headers_there_are_none(raw):
    assert split_head(raw).lines == ()


def test_a_huge_head_is_cut():
    head = split_head(b"X: " + b"y" * (2 * limits.HEAD_BYTES) + b"\n\nbody")
    assert head.problem == "head_too_large"


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (word("utf-8", TITLE.encode()), TITLE),
        (word("utf-8", TITLE.encode(), "Q"), TITLE),
        (word("iso-2022-jp", TITLE.encode("iso-2022-jp")), TITLE),
        (word("UTF-8*ja", TITLE.encode()), TITLE),
        ("Re: " + word("utf-8", "注".encode()) + " (1)", "Re: 注 (1)"),
        ("=?utf-8?Q?a_b=5F?=", "a b_"),
        ("=?utf-8?B?44GC44GE44G", "あい"),
        ("=?iso-8859-1?Q?caf=E9?= =?utf-8?Q?_=E3=81=82?=", "café あ"),
        ("1 =?= 2 =?x", "1 =?= 2 =?x"),
        ("plain\r\n\tfolded", "plain\tfolded"),
    ],
)
def test_encoded_words_are_decoded(value, text):
    assert decode_value(value.encode()).rstrip("\ufffd") == text


def test_words_cut_inside_a_character_are_joined_first():
    raw = TITLE.encode()
    value = f"{word('utf-8', raw[:10])}\r\n {word('utf-8', raw[10:])}"
    assert decode_value(value.encode()) == TITLE


def test_base64_cut_at_any_letter_is_joined_first():
    coded = base64.b64encode(TITLE.encode()).decode()
    assert decode_value(f"=?utf-8?B?{coded[:13]}?= =?utf-8?B?{coded[13:]}?=".encode()) == TITLE


def test_iso_2022_jp_words_start_anew_each():
    raw = TITLE.encode("iso-2022-jp")
    value = f"{word('iso-2022-jp', raw[:-3])} {word('iso-2022-jp', b'abc')}"
    assert decode_value(value.encode()) == TITLE + "abc"


def test_iso_2022_jp_cut_inside_a_character_is_joined():
    raw = TITLE.encode("iso-2022-jp")
    assert decode_value(f"{word('iso-2022-jp', raw[:10])} {word('iso-2022-jp', raw[10:])}".encode()) == TITLE


@pytest.mark.parametrize("codec", ["utf-8", "iso-2022-jp", "cp932", "euc-jp"])
def test_raw_text_is_read(codec):
    assert decode_value(TITLE.encode(codec)) == TITLE


def test_a_raw_header_is_read_by_the_set_of_the_body():
    assert decode_value("品名".encode("euc-jp"), "euc-jp") == "品名"


def test_a_word_cannot_bring_a_line_break_or_nul():
    hidden = word("utf-8", b"a\r\nFrom: x@y\0")
    assert decode_value(hidden.encode()) == "a From: x@y\ufffd"


def test_zero_width_letters_stay_as_evidence():
    assert decode_value(word("utf-8", "メルカ\u2064リ".encode()).encode()) == "メルカ\u2064リ"


@given(st.binary(max_size=400))
def test_any_value_becomes_one_storable_line(raw):
    text = decode_value(raw)
    text.encode("utf-8")
    assert not {"\r", "\n", "\0"} & set(text)


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=60), st.integers(1, 30))
def test_words_cut_anywhere_are_read_whole(text, at):
    raw = text.encode()
    value = " ".join(word("utf-8", raw[i : i + at]) for i in range(0, len(raw), at))
    assert decode_value(value.encode()) == text
