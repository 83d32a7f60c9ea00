"""Feeds in their formats, and what is no feed."""

import json
from datetime import UTC, datetime

import pytest

from okawari.reading.feeds import UnreadableFeedError, read_feed

HOME = "https://kaisai.example.jp/feed"
RSS = """<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:media="http://search.yahoo.com/mrss/">
<channel><title>入荷速報</title><link>https://kaisai.example.jp/</link><image><title>絵</title></image>
<item><title>水筒 K-500W &amp; ふた</title><media:title>ほか</media:title><link>https://www.kaisai.example.jp/1</link>
<guid isPermaLink="false">n-1</guid><pubDate>Sun, 29 Nov 2026 12:00:00 +0900</pubDate>
<description>&lt;p&gt;在庫&lt;b&gt;復活&lt;/b&gt;&lt;/p&gt;&lt;script&gt;x&lt;/script&gt;</description></item>
<item><description>題のない投稿</description><link>https://nise.example.com/1</link></item>
</channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>Atomの入荷</title><id>x</id>
<entry><id>urn:1</id><title type="html">&lt;b&gt;再販&lt;/b&gt;</title><link rel="edit" href="https://nise.example.com/"/>
<link href="/posts/1"/><updated>2026-11-29T03:00:00Z</updated>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>受付<em>開始</em></p></div></content></entry></feed>"""
BLUESKY = {
    "feed": [
        {
            "post": {
                "uri": "at://did:plc:abc123/app.bsky.feed.post/3kxyz",
                "cid": "bafy",
                "author": {"did": "did:plc:abc123", "handle": "kaisai.example.jp", "displayName": "入荷速報"},
                "record": {
                    "$type": "app.bsky.feed.post",
                    "text": "水筒 再入荷\nhttps://nise.example.com/",
                    "createdAt": "x",
                },
                "indexedAt": "2026-11-29T03:00:00.000Z",
            }
        },
        {"post": {"uri": "at://did:plc:abc123/app.bsky.feed.like/1"}},
        "odd",
    ]
}
MASTODON = [
    {
        "id": "1",
        "uri": "https://kaisai.example.jp/users/a/statuses/1",
        "url": "https://kaisai.example.jp/@a/1",
        "created_at": "2026-11-29T03:00:00.000Z",
        "content": "<p>水筒<br>再入荷</p>",
        "spoiler_text": "",
        "reblog": None,
        "account": {"display_name": "入荷速報", "acct": "a"},
    },
    {"id": "2", "uri": "u2", "reblog": {"content": "<p>ほかの人</p>"}, "created_at": "bad"},
]
NOON = datetime(2026, 11, 29, 3, tzinfo=UTC)


def feed(text):
    return read_feed(text.encode() if isinstance(text, str) else json.dumps(text).encode(), HOME)


def test_rss_is_read():
    found = feed(RSS)
    assert found.title == "入荷速報"
    first, second = found.entries
    assert (first.title, first.text, first.url, first.at) == (
        "水筒 K-500W & ふた",
        "在庫復活",
        "https://www.kaisai.example.jp/1",
        NOON,
    )
    assert (second.title, second.url, second.at) == ("題のない投稿", "", None)


def test_atom_is_read():
    (entry,) = feed(ATOM).entries
    assert (entry.title, entry.text, entry.url, entry.at) == (
        "再販",
        "受付開始",
        "https://kaisai.example.jp/posts/1",
        NOON,
    )


def test_an_authors_feed_at_bluesky_is_read():
    found = feed(BLUESKY)
    (entry,) = found.entries
    assert found.title == "入荷速報"
    assert entry.text == "水筒 再入荷 https://nise.example.com/"
    assert (entry.url, entry.at) == ("https://bsky.app/profile/did:plc:abc123/post/3kxyz", NOON)


def test_statuses_of_mastodon_are_read():
    first, second = feed(MASTODON).entries
    assert (first.text, first.url, first.at) == ("水筒 再入荷", "https://kaisai.example.jp/@a/1", NOON)
    assert (second.text, second.at) == ("ほかの人", None)


def test_an_entry_has_the_same_key_whenever_it_is_read():
    assert [one.key for one in feed(RSS).entries] == [one.key for one in feed(RSS.replace("復活", "切れ")).entries]
    assert len({one.key for one in feed(RSS).entries}) == 2


LAUGHS = (
    '<!DOCTYPE lolz [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
    "<rss version='2.0'><channel><title>&b;</title></channel></rss>"
)
OUTSIDE = '<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]><rss><channel><title>&x;</title></channel></rss>'


@pytest.mark.parametrize("text", [LAUGHS, OUTSIDE])
def test_entities_are_refused(text):
    with pytest.raises(UnreadableFeedError) as refused:
        feed(text)
    assert refused.value.code == "feed_entities"


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"  \n",
        b"<html><body>404</body></html>",
        RSS.encode()[:-20],
        b"<rss>" + b"<a>" * 500,
        b"{}",
        b'{"feed": 1}',
        b'"text"',
        b"[" * 100_000,
        b"\x00\xff\xfe",
        b"<rss/>" + b" " * 5_000_000,
    ],
)
def test_what_is_no_feed_is_refused(body):
    with pytest.raises(UnreadableFeedError) as refused:
        read_feed(body, HOME)
    assert refused.value.code == "no_feed"


def test_a_feed_without_entries_is_one():
    assert feed("<rss version='2.0'><channel><title>空</title></channel></rss>").entries == ()
    assert feed({"feed": []}).entries == feed([]).entries == ()


def test_an_endless_feed_is_cut():
    many = "".join(
        f"<item><guid>{number}</guid><title>{'長' * 30_000 if number < 3 else number}</title></item>"
        for number in range(500)
    )
    found = feed(f"<rss version='2.0'><channel>{many}</channel></rss>").entries
    assert len(found) == 200
    assert len(found[0].title) == 200
