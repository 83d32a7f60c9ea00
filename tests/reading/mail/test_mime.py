"""The parts of a mail, and its limits."""

import base64
import binascii

import pytest
from hypothesis import given
from hypothesis import strategies as st

from okawari.reading.mail import limits
from okawari.reading.mail.headers import split_head
from okawari.reading.mail.mime import Budget, parts_of
from okawari.reading.mail.parse import parse_mail

TEXT = "注文番号 250-1234567-1234567\n"


def parts(raw):
    return parts_of(raw, split_head(raw), Budget())


def contents(raw):
    return [part.content_bytes(limits.TEXT_BYTES)[0].strip() for part in parts(raw).leaves]


def codes(raw):
    return [code for code, _ in parts(raw).problems]


def multipart(body, boundary='"b"', kind="mixed"):
    return f"Content-Type: multipart/{kind}; boundary={boundary}\n\n".encode() + body


def encoded(encoding, body):
    raw = f"Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: {encoding}\n\n".encode() + body
    return parts(raw).leaves[0].content_bytes(limits.TEXT_BYTES)


TWO = b"--b\n\none\n--b\nContent-Type: text/plain\n\ntwo\n--b--\n"


@pytest.mark.parametrize("boundary", ['"b"', "b", "b ; x=y", '"b" ', "b\n"])
def test_parts_are_found(boundary):
    assert contents(multipart(TWO, boundary)) == [b"one", b"two"]


def test_line_ends_of_the_net_are_read():
    assert contents(multipart(TWO).replace(b"\n", b"\r\n")) == [b"one", b"two"]


def test_what_stands_before_and_behind_the_parts_is_no_part():
    assert contents(multipart(b"before\n" + TWO + b"behind\n--b\n\nthree\n")) == [b"one", b"two"]


def test_the_break_before_a_mark_is_no_text():
    raw = multipart(b"--b\n\none\n\n--b--\n")
    assert parts(raw).leaves[0].content_bytes(100)[0] == b"one\n"


def test_an_inner_boundary_that_starts_like_the_outer_is_another():
    inner = multipart(b"--b2\n\none\n--b2--\n", "b2")
    assert contents(multipart(b"--b\n" + inner + b"\n--b\n\ntwo\n--b--\n")) == [b"one", b"two"]


def test_an_unclosed_inner_multipart_ends_with_its_part():
    inner = multipart(b"--c\n\none\n", "c")
    raw = multipart(b"--b\n" + inner + b"\n--b\n\ntwo\n--b--\n")
    assert contents(raw) == [b"one", b"two"]
    assert codes(raw) == ["boundary_unclosed"]


def test_a_cut_mail_is_read_to_its_end():
    raw = multipart(b"--b\n\none\n--b\n\ntw")
    assert contents(raw) == [b"one", b"tw"]
    assert codes(raw) == ["boundary_unclosed"]


def test_a_wrong_boundary_is_seen_through():
    raw = multipart(b"--other\nContent-Type: text/plain\n\none\n--other--\n")
    assert contents(raw) == [b"one"]
    assert codes(raw) == ["boundary_wrong"]


def test_a_mail_that_lost_its_content_type_is_seen_through():
    raw = b"Subject: x\n\n--other\nContent-Type: text/html\n\n<p>one\n--other--\n"
    assert [part.content.value for part in parts(raw).leaves] == ["text/html"]


def test_without_any_boundary_the_body_is_one_text():
    raw = multipart(b"one\n", "nowhere")
    assert contents(raw) == [b"one"]
    assert codes(raw) == ["boundary_missing"]


def test_parts_know_the_choice_they_belong_to():
    inner = multipart(b"--c\n\none\n--c\n\ntwo\n--c--\n", "c", "alternative")
    raw = multipart(b"--b\n" + inner + b"\n--b\n\nthree\n--b--\n")
    assert [part.alternative for part in parts(raw).leaves] == ["1.1", "1.1", ""]


@pytest.mark.parametrize(
    ("name", "header"),
    [
        ("領収書.pdf", "attachment; filename*=utf-8''%E9%A0%98%E5%8F%8E%E6%9B%B8.pdf"),
        ("領収書.pdf", "attachment; filename*0*=utf-8''%E9%A0%98%E5; filename*1*=%8F%8E%E6%9B%B8; filename*2=.pdf"),
        ("領収書.pdf", 'attachment; filename="=?utf-8?B?6aCY5Y+O5pu4LnBkZg==?="'),
        ("領収書.pdf", "attachment; filename=領収書.pdf"),
        ('a";b.pdf', 'attachment; filename="a\\";b.pdf"'),
        ("a b.pdf", "attachment; filename=a b.pdf"),
    ],
)
def test_file_names_are_decoded(name, header):
    raw = f"Content-Type: application/pdf\nContent-Disposition: {header}\n\nx".encode()
    assert parts(raw).leaves[0].name == name


@pytest.mark.parametrize(
    ("body", "problem"),
    [
        (base64.encodebytes(TEXT.encode()), ""),
        (base64.b64encode(TEXT.encode()), ""),
        (base64.encodebytes(TEXT.encode()) + b"\n____\nlist mailing list\nhttp://list.example/\n", "base64_broken"),
        (base64.b64encode(TEXT.encode()).rstrip(b"=") + b"!\n", "base64_broken"),
        (base64.b64encode(TEXT.encode()[:12]) + b"==\n" + base64.b64encode(TEXT.encode()[12:]), "base64_broken"),
        (TEXT.encode(), "base64_broken"),
    ],
)
def test_base64_is_read_as_far_as_it_goes(body, problem):
    assert encoded("base64", body) == (TEXT.encode(), problem)


@pytest.mark.parametrize("cut", range(5, 40))
def test_a_file_cut_inside_base64_says_so(cut):
    coded = base64.encodebytes(TEXT.encode() * 10)
    assert encoded("base64", coded)[1] == ""
    assert encoded("base64", coded[:-cut])[1] == "base64_broken"


@pytest.mark.parametrize("cut", range(1, 8))
def test_cut_base64_keeps_its_whole_bytes(cut):
    content, _ = encoded("BASE64", base64.b64encode(TEXT.encode())[:-cut])
    assert TEXT.encode().startswith(content)
    assert len(content) >= len(TEXT.encode()) - cut


@pytest.mark.parametrize(
    ("body", "content", "problems"),
    [
        (b"a=3D1 =E3=81=82=\n b", b"a=1 \xe3\x81\x82 b", []),
        (b"a=  \nb", b"ab", []),
        (b"a=ZZ b", b"a=ZZ b", ["quoted_printable_broken"]),
        (b"=e3=81=82", b"\xe3\x81\x82", []),
    ],
)
def test_quoted_printable_is_read(body, content, problems):
    assert encoded("quoted-printable", body) == (content, "")
    raw = b"From: a@example.jp\nDate: 1 Nov 2026 00:00:00 +0900\nContent-Transfer-Encoding: quoted-printable\n\n" + body
    assert [problem.code for problem in parse_mail(raw, "x").problems] == problems


def test_quoted_printable_that_is_not_declared_is_seen_through():
    content, problem = encoded("7bit", b"=E6=B3=A8=E6=96=87=\n=E7=95=AA=E5=8F=B7\n")
    assert (content.decode(), problem) == ("注文番号\n", "encoding_undeclared")


def test_sizes_are_told_without_decoding():
    content = bytes(1000)
    raw = b"Content-Type: x/y\nContent-Transfer-Encoding: base64\n\n" + base64.encodebytes(content).rstrip(b"\n")
    assert parts(raw).leaves[0].size() == len(content)


def test_too_deep_and_too_many_parts_are_left_out():
    deep = b"".join(multipart(b"--%d\n" % i, str(i)) for i in range(100)) + b"\n\nx"
    assert "too_deep" in codes(deep)
    many = multipart(b"--b\n\nx\n" * 10_000)
    found = parts(many)
    assert len(found.leaves) <= limits.PARTS
    assert found.problems


def test_long_parts_are_cut():
    content, problem = parts(b"\n" + b"x" * 100).leaves[0].content_bytes(10)
    assert (content, problem) == (b"x" * 10, "text_too_long")


@given(st.binary(max_size=500))
def test_any_bytes_have_parts(raw):
    for part in parts(raw).leaves:
        part.content_bytes(1000)


@given(st.binary(min_size=30, max_size=300), st.integers(0, 30))
def test_base64_cut_anywhere_gives_the_start_of_it(content, cut):
    coded = binascii.b2a_base64(content, newline=False)
    got, _ = encoded("base64", coded[: len(coded) - cut])
    assert content.startswith(got)
