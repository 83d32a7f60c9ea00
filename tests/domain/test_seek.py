"""What is new among what was found, and under which address a search or an account is kept."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from okawari.domain.candidate import Condition
from okawari.domain.money import yen
from okawari.domain.watch.judge import suits
from okawari.domain.watch.seek import FEED, Find, Search, feed_address, news_of, says, search_at
from okawari.domain.watch.watch import Watch

NOON = datetime(2026, 11, 29, 3, tzinfo=UTC)
BOTTLE = Find(key="1", title="水筒 K-500W", yen=yen(3000), condition=Condition.NEW)


def test_a_search_is_found_again_under_its_address():
    search = Search(words="水筒 & ふた", kind="jan", number="4548736132610", services=("yahoo_shopping", "ebay"))
    assert search_at(search.address) == replace(search, services=("ebay", "yahoo_shopping"))
    assert search.address == replace(search, services=("ebay", "yahoo_shopping")).address
    assert search_at("https://shop.example.jp/") is None


@pytest.mark.parametrize(
    ("given", "address"),
    [
        ("https://blog.example.jp/rss", "https://blog.example.jp/rss"),
        (" @kaisai@mstdn.example.jp ", "https://mstdn.example.jp/@kaisai.rss"),
        ("https://mstdn.example.jp/@kaisai", "https://mstdn.example.jp/@kaisai.rss"),
        ("https://mstdn.example.jp/@kaisai/", "https://mstdn.example.jp/@kaisai.rss"),
    ],
)
def test_accounts_are_read_as_their_public_feeds(given, address):
    assert feed_address(given) == address


@pytest.mark.parametrize("given", ["https://bsky.app/profile/kaisai.bsky.social", "@kaisai.bsky.social"])
def test_accounts_at_bluesky_are_read_at_the_public_appview(given):
    address = feed_address(given)
    assert address.startswith("https://public.api.bsky.app/xrpc/app.bsky.feed.getAuthorFeed?actor=kaisai.bsky.social&")


def test_of_a_feed_only_what_was_written_since_is_news():
    before, after = replace(BOTTLE, key="b", at=NOON - timedelta(1)), replace(BOTTLE, key="a", at=NOON + timedelta(1))
    for first in (True, False):
        news = news_of([before, after, BOTTLE], {"x"}, since=NOON, first=first, of_feed=True)
        assert [find.key for find in news.told] == (["a"] if first else ["a", "1"])
    assert news_of([after], {"a"}, since=NOON, first=False, of_feed=True).told == ()


def test_of_a_search_everything_is_told_once():
    assert news_of([BOTTLE], (), since=NOON, first=True, of_feed=False).told == (BOTTLE,)
    assert news_of([BOTTLE], {"1"}, since=NOON, first=False, of_feed=False).told == ()


def test_words_count_whatever_their_width_and_case():
    find = Find(key="1", title="ＷＨ-1000XM5", text="在庫 復活")
    assert says(find, ["wh-1000", "在庫 復活"], ["中古"])
    assert not says(find, ["wh-1000", "予約"], [])
    assert not says(find, [], ["復活"])


@pytest.mark.parametrize(
    ("wishes", "changed", "fits"),
    [
        ({}, {}, True),
        ({}, {"sure": False}, False),
        ({"unsure": True}, {"sure": False}, True),
        ({"price": yen(3000)}, {}, True),
        ({"price": yen(2999)}, {}, False),
        ({"price": yen(3000)}, {"yen": None}, False),
        ({"condition": Condition.VERY_GOOD}, {}, True),
        ({"condition": Condition.VERY_GOOD}, {"condition": Condition.GOOD}, False),
        ({"condition": Condition.VERY_GOOD}, {"condition": Condition.UNKNOWN}, False),
        ({"none_of": ("k-500",)}, {}, False),
    ],
)
def test_what_suits(wishes, changed, fits):
    assert suits(Watch(id="w", url=FEED, added_at=NOON, **wishes), replace(BOTTLE, **changed)) == fits
