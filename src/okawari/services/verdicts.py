"""Why a watched page is said to stand as it does: the grounds of its last verdicts, and what was read."""

from __future__ import annotations

from typing import NamedTuple

from okawari.reading.page.source import PageSource
from okawari.services.watching import KeptWatch
from okawari.store import verdicts, watches
from okawari.store.engine import Store
from okawari.store.kept_text import utc_text
from okawari.store.verdicts import MOST_KEPT, KeptVerdict

__all__ = ["MOST_KEPT", "KeptVerdict", "ReadText", "key_of", "of_watch", "text_of"]


class ReadText(NamedTuple):
    """A page as it was read, as plain text, under the name of a file."""

    name: str
    text: str


def of_watch(store: Store, kept: KeptWatch) -> tuple[KeptVerdict, ...]:
    """Return the verdicts of a watch's page that are kept, the last first."""
    with store.reading() as transaction:
        return verdicts.of_page(transaction, kept.page)


def key_of(one: KeptVerdict) -> str:
    """Return what a verdict of a page is known by."""
    return utc_text(one.verdict.seen.at) or ""


def text_of(store: Store, id_: str, key: str = "") -> ReadText | None:
    """Return the page that a verdict of a watch was read from, the last one where no key names another; None where there is none."""
    with store.reading() as transaction:
        kept = watches.get(transaction, id_)
        listed = verdicts.of_page(transaction, kept.page) if kept else ()
        one = next((one for one in listed if key in {"", key_of(one)}), None)
        found = verdicts.bytes_read(transaction, kept.page, one.verdict.seen.at) if kept and one else None
    if one is None or found is None:
        return None
    return ReadText(f"okawari-{id_}-{one.verdict.seen.at:%Y%m%d-%H%M%S}.txt", PageSource(*found).text())
