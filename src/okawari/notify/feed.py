"""Messages as a feed that feed readers subscribe to (Atom, RFC 4287)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from xml.etree import ElementTree as ET

from okawari.notify.message import Message

_ATOM = "http://www.w3.org/2005/Atom"


@dataclass(frozen=True, slots=True)
class Item:
    """A message and its moment."""

    message: Message
    at: datetime


def feed_of(items: Sequence[Item], name: str, address: str) -> bytes:
    """Return the feed of the items, the latest first; `address` is where it is found."""
    feed = ET.Element("feed", xmlns=_ATOM)
    _put(feed, "id", address)
    _put(feed, "title", name)
    _put(feed, "updated", _moment(max((item.at for item in items), default=datetime(1970, 1, 1, tzinfo=UTC))))
    author = ET.SubElement(feed, "author")
    _put(author, "name", "Okawari")
    ET.SubElement(feed, "link", rel="self", href=address)
    for item in items:
        entry = ET.SubElement(feed, "entry")
        _put(entry, "id", f"urn:okawari:{item.message.key}")
        _put(entry, "title", item.message.title)
        _put(entry, "updated", _moment(item.at))
        if item.message.url:
            ET.SubElement(entry, "link", href=item.message.url)
        _put(entry, "content", item.message.body)
    made: bytes = ET.tostring(feed, encoding="utf-8", xml_declaration=True)
    return made


def _put(parent: ET.Element, name: str, text: str) -> None:
    ET.SubElement(parent, name).text = "".join(char for char in text if char.isprintable() or char == "\n")


def _moment(at: datetime) -> str:
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
