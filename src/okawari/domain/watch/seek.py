"""Watches for what is new: offers of a search, entries of a feed."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Final
from urllib.parse import parse_qs, urlencode

from okawari.domain.candidate import Condition
from okawari.domain.identifiers import identifiers
from okawari.domain.money import Money
from okawari.domain.same_thing import Thing

FEED: Final = "feed:"
SEARCH: Final = "search:"
_MASTODON: Final = re.compile(r"@(\w{1,60})@([\w.-]{3,200})", re.ASCII)
_MASTODON_PAGE: Final = re.compile(r"https://[\w.-]{3,200}/@\w{1,60}/?", re.ASCII)
_BLUESKY: Final = re.compile(
    r"(?:https://bsky\.app/profile/|@)([\w.:-]{3,200}\.[\w-]+|did:[\w:.%-]{3,200})/?", re.ASCII
)
_APPVIEW: Final = "https://public.api.bsky.app/xrpc/app.bsky.feed.getAuthorFeed"
USUAL_MINUTES: Final = 60
SHORTEST_SEARCH_MINUTES: Final = 15


@dataclass(frozen=True, slots=True, kw_only=True)
class Search:
    """What services are asked for: words as one types them, or a JAN, ISBN or ASIN (`kind` and `number`); by `services`."""

    words: str = ""
    kind: str = ""
    number: str = ""
    services: tuple[str, ...] = ()

    @property
    def address(self) -> str:
        """What it is kept under: equal searches have the same."""
        told = [("words", self.words), ("kind", self.kind), ("number", self.number)]
        return SEARCH + urlencode([*told, *(("by", one) for one in sorted(self.services))])

    @property
    def thing(self) -> Thing:
        """The thing that is wanted, as offers are compared with it."""
        known = ((self.kind, self.number),) if self.number else ()
        return Thing(self.words, identifiers(self.words, known))


def search_at(address: str) -> Search | None:
    """Return the search that is kept under an address, None for that of a page or a feed."""
    if not address.startswith(SEARCH):
        return None
    told = parse_qs(address.removeprefix(SEARCH))
    words, kind, number = (told.get(name, [""])[0] for name in ("words", "kind", "number"))
    return Search(words=words, kind=kind, number=number, services=tuple(told.get("by", ())))


def is_sought(address: str) -> bool:
    """Tell whether an address is that of a search or a feed, not of a page."""
    return address.startswith((FEED, SEARCH))


def web_address(address: str) -> str:
    """Return where a person can look: the page or the feed, "" for a search."""
    return "" if address.startswith(SEARCH) else address.removeprefix(FEED)


def feed_address(given: str) -> str:
    """Return the address of a feed for what a person gives: that of the feed, or of an account at Bluesky or Mastodon.

    Bluesky: `https://bsky.app/profile/NAME` or `@name.bsky.social`, read from the public AppView without a key.
    Mastodon: `https://SERVER/@NAME` or `@NAME@SERVER`, whose public feed is at the same address with `.rss`.
    """
    text = given.strip()
    account = _MASTODON.fullmatch(text)
    if account:
        return f"https://{account[2]}/@{account[1]}.rss"
    if _MASTODON_PAGE.fullmatch(text):
        return f"{text.rstrip('/')}.rss"
    profile = _BLUESKY.fullmatch(text)
    return (
        f"{_APPVIEW}?{urlencode({'actor': profile[1], 'limit': '50', 'filter': 'posts_no_replies'})}"
        if profile
        else text
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Find:
    """One offer that a search found, or one entry of a feed; `key` is the same whenever it is found.

    `url` leads to its own page on the service's or the feed's own domain, "" where there is none. `source` is the service, `credit` the line that must stand beside its offers. `yen`
    is what the price is in yen, by the day's rate. `sure` is False of an offer that may be another thing. `at` is when an
    entry, or the mail that told an offer, was written. After `fresh_until` the terms of the service let the price be kept no more.
    """

    key: str
    title: str
    url: str = ""
    text: str = ""
    source: str = ""
    credit: str = ""
    seller: str = ""
    price: Money | None = None
    yen: Money | None = None
    condition: Condition = Condition.UNKNOWN
    sure: bool = True
    at: datetime | None = None
    fresh_until: datetime | None = None


@dataclass(frozen=True, slots=True)
class News:
    """What a look found that was not known: `told` is to be told, `old` to be known without."""

    told: tuple[Find, ...] = ()
    old: tuple[Find, ...] = ()


def news_of(finds: Iterable[Find], known: Collection[str], *, since: datetime, first: bool, of_feed: bool) -> News:
    """Return what of the finds is new.

    Nothing is told that was written before `since`, and of what a feed holds without a date nothing that was there at the
    first look. Of offers, which bear no date, everything is told once, at the first look too.
    """
    told: list[Find] = []
    old: list[Find] = []
    for find in finds:
        if find.key not in known:
            before = find.at < since if find.at else first and of_feed
            (old if before else told).append(find)
    return News(tuple(told), tuple(old))


def says(find: Find, all_of: Iterable[str], none_of: Iterable[str]) -> bool:
    """Tell whether a find holds all of the words and none of the others, whatever their width and case."""
    text = _folded(f"{find.title} {find.text}")
    return all(_folded(word) in text for word in all_of) and not any(_folded(word) in text for word in none_of)


def _folded(text: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())
