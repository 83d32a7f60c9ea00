"""What receivers say about a sender."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from okawari.reading.mail.authentication import parse_authentication


def said(*values):
    return [
        (header.authserv_id, [(r.method, r.result, r.domain) for r in header.results])
        for header in parse_authentication(values)
    ]


def test_gmail():
    assert said(
        "mx.google.com;\n dkim=pass header.i=@amazon.co.jp header.s=abc header.b=Xy;\n"
        " dkim=pass header.i=@amazonses.com header.s=def header.b=Zz;\n"
        " spf=pass (google.com: domain of 2026x@bounces.amazon.co.jp designates 54.240.1.1 as permitted sender)"
        " smtp.mailfrom=2026x@bounces.amazon.co.jp;\n dmarc=pass (p=QUARANTINE sp=QUARANTINE dis=NONE) header.from=amazon.co.jp"
    ) == [
        (
            "mx.google.com",
            [
                ("dkim", "pass", "amazon.co.jp"),
                ("dkim", "pass", "amazonses.com"),
                ("spf", "pass", "bounces.amazon.co.jp"),
                ("dmarc", "pass", "amazon.co.jp"),
            ],
        )
    ]


def test_outlook_names_no_server():
    assert said(
        "spf=pass (sender IP is 192.0.2.1)\n smtp.mailfrom=example.jp; dkim=none (message not signed)\n"
        " header.d=none;dmarc=bestguesspass action=none\n header.from=example.jp;compauth=pass reason=109"
    ) == [
        (
            "",
            [
                ("spf", "pass", "example.jp"),
                ("dkim", "none", ""),
                ("dmarc", "bestguesspass", "example.jp"),
                ("compauth", "pass", ""),
            ],
        )
    ]


def test_yahoo_puts_properties_into_pieces_of_their_own():
    assert said(
        "mta1.example.jp from=amazon.co.jp; domainkeys=neutral (no sig); dkim=pass (ok); header.i=@amazon.co.jp"
    ) == [("mta1.example.jp", [("domainkeys", "neutral", ""), ("dkim", "pass", "amazon.co.jp")])]


def test_headers_keep_their_order():
    assert [server for server, _ in said("top.example; spf=none", "below.example; spf=pass")] == [
        "top.example",
        "below.example",
    ]


@pytest.mark.parametrize(
    "value",
    [
        "mx.example; spf=fail (x; dkim=pass header.d=amazon.co.jp) smtp.mailfrom=evil.example",
        "mx.example; spf=fail (a (b; dkim=pass header.d=amazon.co.jp) c) smtp.mailfrom=evil.example",
        "mx.example; spf=fail smtp.mailfrom=evil.example (dkim=pass header.d=amazon.co.jp",
        'mx.example; spf=fail smtp.mailfrom="x; dkim=pass header.d=amazon.co.jp"@evil.example',
    ],
)
def test_words_that_a_sender_chose_are_no_results(value):
    [(_, results)] = said(value)
    assert [method for method, _, _ in results] == ["spf"]
    assert "amazon" not in str(results)


@pytest.mark.parametrize(
    ("properties", "domain"),
    [
        ("header.d=amazon.co.jp header.i=@bounces.amazon.co.jp", "amazon.co.jp"),
        ("header.d=evil.example header.i=@amazon.co.jp", ""),
        ("header.d=evil.example header.d=amazon.co.jp", ""),
        ("header.i=user@amazon.co.jp", "amazon.co.jp"),
        ("header.d=Amazon.CO.JP.", "amazon.co.jp"),
        ("header.i=@", ""),
        ("header.b=amazon.co.jp header.s=amazon.co.jp", ""),
        ("smtp.mailfrom=amazon.co.jp", ""),
    ],
)
def test_whom_a_signature_is_about(properties, domain):
    assert said(f"mx.example; dkim=pass {properties}")[0][1] == [("dkim", "pass", domain)]


@pytest.mark.parametrize("value", ["", "mx.example", "mx.example; none", ";;;", "()", "====", "mx.example 1; none"])
def test_without_results_there_are_none(value):
    assert said(value)[0][1] == []


def test_a_version_and_spaces_are_read():
    assert said("mx.example 1 ; dkim / 1 = pass  header.d = amazon.co.jp") == [
        ("mx.example", [("dkim", "pass", "amazon.co.jp")])
    ]


@given(st.text(max_size=300))
def test_any_value_is_read(value):
    for header in parse_authentication([value]):
        for result in header.results:
            assert result.domain.isascii()


@given(st.text(st.characters(exclude_characters='()"\\'), max_size=80))
def test_no_comment_adds_a_result(comment):
    plain = said("mx.example; spf=pass smtp.mailfrom=a.example")
    assert said(f"mx.example; spf=pass ({comment}) smtp.mailfrom=a.example") == plain
