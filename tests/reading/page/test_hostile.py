"""Pages made to choke a reader: each is read, and nothing is made up from it."""

import pytest

from okawari.domain.offer import Availability
from okawari.reading.page import read_page

HEAD = b"<html><head><title>kettle one two</title></head><body><h1>kettle one two</h1>"
AMAZON = "https://www.amazon.co.jp/dp/B0EXAMPLE1"

HOSTILE = {
    "100 MB": HEAD + b"<p>xxxxx</p>" * 8_400_000,
    "nested": HEAD + b"<div>" * 1_000_000,
    "nested and closed": HEAD + b"<div>" * 300_000 + b"</div>" * 300_000,
    "nested without a title": b"<html><body>" + b"<div>" * 1_000_000,
    "fonts": HEAD + b"".join(b"<b class=a%d>" % number for number in range(100_000)),
    "attributes": HEAD + b"<p " + b" ".join(b"a%d=1" % number for number in range(200_000)) + b">x",
    "options": HEAD + b"<select>" + b"<option>sold</option>" * 200_000,
    "headings": b"<title>kettle one two</title><body>" + b"<h1>kettle" * 300_000,
    "scripts": HEAD + b"<script application/ld+json>" * 200_000,
    "bodies": b"<!--<body-->" * 100_000,
    "comments": HEAD + b"<!--" * 500_000,
    "pictures": HEAD + b"<svg>" * 300_000,
    "properties": b"<html><head>" + b'<meta a="' * 300_000,
    "lists of JSON": HEAD + b'<script type="application/ld+json">' + b"[" * 500_000,
    "comments of JSON": HEAD + b'<script type="application/ld+json">' + b"/*" * 500_000,
    "a word without end": HEAD + "在庫".encode() * 500_000,
    "a number without end": HEAD + b'<p class="price">' + b"1," * 500_000,
    "NUL": HEAD + b"\0" * 2_000_000,
}


@pytest.mark.parametrize("url", [None, AMAZON])
@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_page_is_read(name, url):
    found = read_page(HOSTILE[name], url)
    assert (found.price, found.availability) == (None, Availability.UNKNOWN)


def test_a_page_that_answers_differently_is_read_each_time_for_itself():
    first, second = (
        read_page(HEAD + b"<p class=price>" + shown + b"</p><p>" + words + b"</p></body></html>")
        for shown, words in ((b"$10", b"In stock"), (b"$12", b"Out of stock"))
    )
    assert (str(first.price.amount), first.availability) == ("10", Availability.IN_STOCK)
    assert (str(second.price.amount), second.availability) == ("12", Availability.OUT_OF_STOCK)
