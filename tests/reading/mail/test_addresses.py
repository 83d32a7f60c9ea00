"""Addresses are found where mail programs find them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from okawari.reading.mail.addresses import addresses

SHOP = "order-update@amazon.co.jp"


def found(header):
    raw = header if isinstance(header, bytes) else header.encode()
    return [(a.display, a.address, a.domain) for a in addresses(raw)]


@pytest.mark.parametrize(
    ("header", "display"),
    [
        (f'"Amazon.co.jp" <{SHOP}>', "Amazon.co.jp"),
        (f"Amazon.co.jp <{SHOP}>", "Amazon.co.jp"),
        (f"<{SHOP}>", ""),
        (SHOP, ""),
        (f"{SHOP} (Amazon)", "Amazon"),
        (f"=?utf-8?B?44Ki44Oe44K+44Oz?= <{SHOP}>", "アマゾン"),
        (f'"=?utf-8?B?44Ki44Oe44K+44Oz?=" <{SHOP}>', "アマゾン"),
        (f"Amazon, Inc. <{SHOP}>", "Amazon, Inc."),
        (f'"Amazon, \\"Inc.\\"" <{SHOP}>', 'Amazon, "Inc."'),
        ("Amazon <order-update@Amazon.CO.JP.>", "Amazon"),
        (f"Amazon <{SHOP}'>", "Amazon"),
        (f'Amazon <{SHOP}">', "Amazon"),
        (f"Amazon < {SHOP} >", "Amazon"),
        (f"Amazon <{SHOP}", "Amazon"),
        (f"<@relay.example,@b.example:{SHOP}>", ""),
        (f"Amazon ＜{SHOP}＞", "Amazon ＜ ＞"),
        ("アマゾン".encode("iso-2022-jp") + f" <{SHOP}>".encode(), "アマゾン"),
        ("アマゾン".encode("cp932") + f" <{SHOP}>".encode(), "アマゾン"),
        ("=?utf-8?B?QW1hem9uIDxvcmRlci11cGRhdGVAYW1hem9uLmNvLmpwPg==?=", "Amazon"),
        (f"Amazon,(<{SHOP}>)", "Amazon"),
    ],
)
def test_the_address_is_found(header, display):
    assert found(header) == [(display, SHOP, "amazon.co.jp")]


@pytest.mark.parametrize(
    ("header", "display"),
    [
        (f'"{SHOP}" <a@evil.example>', SHOP),
        (f"{SHOP} <a@evil.example>", SHOP),
        (f"<{SHOP}> <a@evil.example>", f"<{SHOP}>"),
        (f'"{SHOP}", <a@evil.example>', SHOP),
        (f'"Amazon <{SHOP}>, x" <a@evil.example>', f"Amazon <{SHOP}>, x"),
        ("=?utf-8?Q?order-update@amazon.co.jp?= <a@evil.example>", SHOP),
        (f"=?utf-8?B?{'PG9AYW1hem9uLmNvLmpwPg=='}?= <a@evil.example>", "<o@amazon.co.jp>"),
        (f"({SHOP}) a@evil.example", SHOP),
    ],
)
def test_an_address_in_the_display_name_is_display(header, display):
    assert found(header) == [(display, "a@evil.example", "evil.example")]


@pytest.mark.parametrize(
    ("header", "domain"),
    [
        ("<a@amazon.co.jp@evil.example>", "evil.example"),
        ('<"a@amazon.co.jp"@evil.example>', "evil.example"),
        ("<a@ａｍａｚｏｎ.co.jp>", "amazon.co.jp"),
        ("<a@日本.jp>", "xn--wgv71a.jp"),
        ("<a@аmazon.co.jp>", "xn--mazon-3ve.co.jp"),
        ("<aviso@%correios.example>", "%correios.example"),
        ("<a@[192.0.2.1]>", "192.0.2.1"),
    ],
)
def test_the_domain_is_what_receivers_see(header, domain):
    assert found(header)[0][2] == domain


def test_several_addresses_come_in_order():
    assert [domain for _, _, domain in found("x <a@one.example>, b@two.example; c@three.example")] == [
        "one.example",
        "two.example",
        "three.example",
    ]


@pytest.mark.parametrize("header", ["", "<>", "undisclosed-recipients:;", "Amazon <>", "nothing here"])
def test_without_an_address_there_is_none(header):
    assert not any(address for _, address, _ in found(header))


def test_the_display_keeps_hidden_letters():
    assert found("=?utf-8?B?4oCqQW1hem9u?= <a@evil.example>")[0][0] == "\u202aAmazon"


@given(st.binary(max_size=300))
def test_any_header_is_read(raw):
    for address in addresses(raw):
        assert address.domain == address.domain.lower()
        assert address.domain.isascii()
        address.display.encode("utf-8")


@given(st.text(st.characters(codec="utf-8", exclude_characters='"\\'), max_size=60))
def test_no_quoted_display_moves_the_address(display):
    read = addresses(f'"{display}" <a@evil.example>'.encode())
    assert read[-1].domain == "evil.example"
