"""Where links lead."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from okawari.reading.hosts import ascii_domain
from okawari.reading.links import link_host, urls_in


@pytest.mark.parametrize(
    ("href", "host"),
    [
        ("https://www.amazon.co.jp/your-orders", "www.amazon.co.jp"),
        ("HTTPS://WWW.Amazon.CO.JP:443/x", "www.amazon.co.jp"),
        ("//evil.example/x", "evil.example"),
        ("www.evil.example/x", "www.evil.example"),
        ("https://amazon.co.jp@evil.example/x", "evil.example"),
        ("https://amazon.co.jp:443@evil.example", "evil.example"),
        ("https://a@b@evil.example/", "evil.example"),
        (r"https:\\evil.example\@amazon.co.jp", "evil.example"),
        (r"https://evil.example\.amazon.co.jp", "evil.example"),
        ("https:/evil.example", "evil.example"),
        ("https:evil.example", "evil.example"),
        ("https:///evil.example", "evil.example"),
        (" \n https://evil.example", "evil.example"),
        ("ht\ntps://ev\til.example", "evil.example"),
        ("https://evil.example?amazon.co.jp", "evil.example"),
        ("https://evil.example#@amazon.co.jp", "evil.example"),
        ("https://amazon.co.jp%2eevil.example/", "amazon.co.jp.evil.example"),
        ("https://evil.example./", "evil.example"),
        ("https://ｅｖｉｌ．example/", "evil.example"),
        ("https://日本語.jp/", "xn--wgv71a119e.jp"),
        ("https://аmazon.co.jp/", "xn--mazon-3ve.co.jp"),
        ("http://192.0.2.1/", "192.0.2.1"),
        ("http://3221225985/", "192.0.2.1"),
        ("http://0xC0.0x00.0x02.0x01/", "192.0.2.1"),
        ("http://0300.0.02.1/", "192.0.2.1"),
        ("http://192.513/", "192.0.2.1"),
        ("http://[2001:db8::1]:80/", "[2001:db8::1]"),
    ],
)
def test_hosts_are_read_as_browsers_read_them(href, host):
    assert link_host(href) == host


@pytest.mark.parametrize(
    "href",
    [
        "",
        "#top",
        "/gp/css",
        "mailto:a@evil.example",
        "tel:0120",
        "cid:logo",
        "javascript:alert(1)",
        "data:text/html,x",
        "https://",
        "https://a b/",
    ],
)
def test_what_is_no_web_page_has_no_host(href):
    assert link_host(href) == ""


@pytest.mark.parametrize(
    ("href", "host"),
    [
        ("https://www.amazon.co.jp/gp/r.html?C=1&T=C&U=https%3A%2F%2Fwww.amazon.co.jp%2Fdp", "www.amazon.co.jp"),
        ("https://www.amazon.co.jp/gp/r.html?C=1&U=https%3A%2F%2Fevil.example%2F", "evil.example"),
        ("https://www.amazon.co.jp/gp/f.html?U=%2Fdp%2FB000", "www.amazon.co.jp"),
        ("https://jpn01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fevil.example%2F&data=x", "evil.example"),
        ("https://www.google.com/url?q=https://evil.example/&sa=D", "evil.example"),
        ("https://www.google.co.jp/url?sa=t&url=https://evil.example/", "evil.example"),
        ("https://www.google.com/amp/s/evil.example/x", "evil.example"),
        ("https://www.youtube.com/redirect?q=https%3A%2F%2Fevil.example", "evil.example"),
        ("https://urldefense.proofpoint.com/v2/url?u=https-3A__evil.example_x&d=1", "evil.example"),
        ("https://urldefense.com/v3/__https://evil.example/a__;!!x", "evil.example"),
        (
            "https://www.google.com/url?q=https%3A%2F%2Fwww.google.com%2Furl%3Fq%3Dhttps%253A%252F%252Fevil.example",
            "evil.example",
        ),
        ("https://evil.example/gp/r.html?U=https%3A%2F%2Fwww.amazon.co.jp", "evil.example"),
        ("https://amazon.evil.example/gp/r.html?U=https%3A%2F%2Fwww.amazon.co.jp", "amazon.evil.example"),
    ],
)
def test_redirects_are_followed_on_paper(href, host):
    assert link_host(href) == host


def test_addresses_in_text_end_where_people_end_them():
    text = "詳細は https://a.example/x?y=1。または（https://b.example/）、<https://c.example/z_>をご覧ください。http://d.example/a、https://e.exampleをどうぞ"
    assert urls_in(text) == [
        "https://a.example/x?y=1",
        "https://b.example/",
        "https://c.example/z_",
        "http://d.example/a",
        "https://e.example",
    ]


@given(st.text(max_size=200))
def test_any_link_gives_an_ascii_host(href):
    for written in (href, "https://" + href):
        host = link_host(written)
        assert host.isascii()
        assert host == host.lower()


@given(st.from_regex(r"[a-z0-9]{1,20}(\.[a-z0-9]{1,20}){1,3}", fullmatch=True))
def test_plain_names_stay_as_they_are(name):
    assert ascii_domain(name.upper() + ".") == name
