"""The entries of a feed: RSS 2.0 and 1.0, Atom, a Bluesky author's feed, a Mastodon account's statuses.

Formats: RSS 2.0 (rssboard.org/rss-specification), Atom (RFC 4287), `app.bsky.feed.getAuthorFeed` (the lexicon in
github.com/bluesky-social/atproto, `lexicons/app/bsky/feed/getAuthorFeed.json`), Mastodon's Status
(docs.joinmastodon.org/entities/Status).
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Any, Final
from urllib.parse import urljoin, urlsplit
from xml.parsers import expat

from okawari.domain.hosts import organisation
from okawari.domain.watch.seek import Find
from okawari.reading.answers import inner, words
from okawari.reading.html import read_html

_LARGEST: Final = 4_000_000
_MOST: Final = 200
_DEEPEST: Final = 100
_LONGEST: Final = 20_000
_TITLE: Final = 200
_TEXT: Final = 1_000
_KEY_LETTERS: Final = 40
_ATOM: Final = "http://www.w3.org/2005/Atom"
_KNOWN: Final = frozenset(
    {
        "",
        _ATOM,
        "http://purl.org/rss/1.0/",
        "http://purl.org/rss/1.0/modules/content/",
        "http://purl.org/dc/elements/1.1/",
    }
)
_TEXTS: Final = ("content", "encoded", "description", "summary")
_DATES: Final = ("published", "pubDate", "date", "updated")
_FIELDS: Final = frozenset({"title", "link", "guid", "id", *_TEXTS, *_DATES})
_AT_URI: Final = re.compile(
    r"at://(did:[a-z]+:[A-Za-z0-9._:%-]{1,200})/app\.bsky\.feed\.post/([A-Za-z0-9._~:-]{1,100})"
)


class UnreadableFeedError(Exception):
    """What is no feed; `code` says why: `no_feed`, or `feed_entities` where it declares what could grow without end."""

    def __init__(self, code: str) -> None:
        """Keep the code."""
        super().__init__(code)
        self.code = code


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed's title and its entries, at most 200, in its order."""

    title: str
    entries: tuple[Find, ...]


def read_feed(body: bytes, url: str) -> Feed:
    """Return what a feed holds, as plain text; UnreadableFeedError for anything else.

    A link of an entry is kept only where it leads to the organisation of the feed's own address `url`.
    """
    start = body[:_LARGEST].lstrip(b"\xef\xbb\xbf \t\r\n")[:1]
    if len(body) > _LARGEST or not start:
        raise UnreadableFeedError("no_feed")
    return _of_json(body, url) if start in {b"{", b"["} else _of_xml(body, url)


def _of_xml(body: bytes, url: str) -> Feed:
    reader = _Reader()
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.EntityDeclHandler = _refuse
    parser.StartElementHandler = reader.start
    parser.EndElementHandler = reader.end
    parser.CharacterDataHandler = reader.text
    try:
        parser.Parse(body, True)
    except (expat.ExpatError, ValueError, LookupError):
        # What came before the fault is not taken: nobody can say what an entry that is cut was to say.
        raise UnreadableFeedError("no_feed") from None
    if not reader.is_feed:
        raise UnreadableFeedError("no_feed")
    return Feed(_plain(reader.title, _TITLE), tuple(_entry(fields, url) for fields in reader.entries))


def _refuse(*_: object) -> None:
    raise UnreadableFeedError("feed_entities")


class _Reader:
    """The fields of each entry as expat passes by."""

    def __init__(self) -> None:
        self.is_feed = False
        self.title = ""
        self.entries: list[dict[str, str]] = []
        self._path: list[str] = []
        self._entry: dict[str, str] | None = None
        self._field = ""
        self._at = self._at_field = 0
        self._pieces: list[str] = []
        self._left = _LONGEST

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        space, _, name = tag.rpartition(" ")
        self._path.append(name)
        if len(self._path) > _DEEPEST:
            raise UnreadableFeedError("no_feed")
        if len(self._path) == 1:
            self.is_feed = name in {"rss", "feed", "RDF"}
        if name in {"item", "entry"} and self._entry is None:
            self._entry = {}
            self._field = ""
            self._at = len(self._path)
        elif not self._field and space in _KNOWN and name in _FIELDS and self._is_field():
            self._field, self._pieces, self._left = name, [], _LONGEST
            if name == "link" and attributes.get("href") and attributes.get("rel", "alternate") == "alternate":
                self._pieces.append(attributes["href"])
            self._at_field = len(self._path)

    def _is_field(self) -> bool:
        """Tell whether the element belongs to the entry, or to the feed itself."""
        depth = len(self._path)
        return depth == self._at + 1 if self._entry is not None else depth <= 3 and self._path[-1] == "title"

    def text(self, text: str) -> None:
        if self._field and self._left > 0:
            self._pieces.append(text[: self._left])
            self._left -= len(text)

    def end(self, _tag: str) -> None:
        depth = len(self._path)
        name = self._path.pop()
        if self._field and depth == self._at_field:
            value = "".join(self._pieces).strip()
            if self._entry is None:
                self.title = self.title or value
            elif value:
                self._entry.setdefault(name, value)
            self._field = ""
        elif self._entry is not None and depth == self._at:
            if len(self.entries) < _MOST:
                self.entries.append(self._entry)
            self._entry, self._at = None, 0


def _entry(fields: Mapping[str, str], url: str) -> Find:
    title = _plain(fields.get("title", ""), _TITLE)
    text = _plain(next((fields[name] for name in _TEXTS if fields.get(name)), ""), _TEXT)
    link = fields.get("link", "")
    at = next((found for name in _DATES if (found := _moment(fields.get(name, "")))), None)
    key = fields.get("guid") or fields.get("id") or link or f"{title}\n{text}"
    return Find(key=_key(key), title=title or text[:_TITLE], text=text, url=_own(link, url), at=at)


def _of_json(body: bytes, url: str) -> Feed:
    try:
        held = json.loads(body)
    except (ValueError, RecursionError):
        raise UnreadableFeedError("no_feed") from None
    if isinstance(held, dict) and isinstance(held.get("feed"), list):
        listed = [one for one in held["feed"][:_MOST] if isinstance(one, dict)]
        entries = tuple(found for one in listed if (found := _bluesky(one)))
        author = inner(inner(listed[0], "post"), "author") if listed and not inner(listed[0], "reason") else {}
        return Feed(words(author, "displayName") or words(author, "handle"), entries)
    if isinstance(held, list):
        listed = [one for one in held[:_MOST] if isinstance(one, dict)]
        statuses = tuple(found for status in listed if (found := _mastodon(status, url)))
        account = inner(listed[0], "account") if listed else {}
        return Feed(words(account, "display_name") or words(account, "acct"), statuses)
    raise UnreadableFeedError("no_feed")


def _bluesky(one: Mapping[str, Any]) -> Find | None:
    """Return a post; of one that is passed on, the time of passing on counts."""
    post = inner(one, "post")
    uri = _AT_URI.fullmatch(words(post, "uri"))
    if uri is None:
        return None
    text = _shown(inner(post, "record").get("text"))
    at = _moment(words(inner(one, "reason"), "indexedAt") or words(post, "indexedAt"))
    page = f"https://bsky.app/profile/{uri[1]}/post/{uri[2]}"
    return Find(key=_key(uri[0]), title=text[:_TITLE], text=text[:_TEXT], url=page, at=at)


def _mastodon(status: Mapping[str, Any], url: str) -> Find | None:
    told = inner(status, "reblog") or status
    key = words(status, "uri") or words(status, "id")
    if not key:
        return None
    text = _plain(f"{told.get('spoiler_text') or ''} {told.get('content') or ''}"[:_LONGEST], _TEXT)
    at = _moment(words(status, "created_at"))
    return Find(key=_key(key), title=text[:_TITLE], text=text, url=_own(words(status, "url"), url), at=at)


def _own(link: str, feed: str) -> str:
    """Return the address of an entry where it is the feed's own, "" for a way to anybody else."""
    try:
        whole = urljoin(feed, link.strip()) if link else ""
        own, found = urlsplit(feed), urlsplit(whole)
    except ValueError:
        return ""
    same = bool(found.hostname) and organisation(found.hostname or "") == organisation(own.hostname or "")
    return whole if same and found.scheme in {"https", "http"} and not found.username and len(whole) <= _TEXT else ""


def _plain(markup: str, most: int) -> str:
    return _shown(read_html(markup).text if "<" in markup or "&" in markup else markup)[:most]


def _shown(text: object) -> str:
    if not isinstance(text, str):
        return ""
    return " ".join("".join(char if char.isprintable() else " " for char in text[:_LONGEST]).split())


def _moment(text: str) -> datetime | None:
    for read in (datetime.fromisoformat, parsedate_to_datetime):
        try:
            found = read(text.strip())
        except (ValueError, TypeError, IndexError, OverflowError):
            continue
        return found if found.tzinfo else found.replace(tzinfo=UTC)
    return None


def _key(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:_KEY_LETTERS]
