"""The tables of watched pages, what was seen of them, and the alerts on their way to the person."""

from __future__ import annotations

from sqlalchemy import (
    Column,
    ForeignKeyConstraint,
    Index,
    Integer,
    LargeBinary,
    PrimaryKeyConstraint,
    String,
    Table,
    Text,
    UniqueConstraint,
)

from okawari.store.columns import MailText, UtcText, metadata

__all__ = [
    "alert_channels",
    "deliveries",
    "histories",
    "history_blocks",
    "metadata",
    "page_verdicts",
    "watch_alerts",
    "watch_finds",
    "watched_hosts",
    "watched_pages",
    "watches",
]

watched_hosts = Table(
    "watched_hosts",
    metadata,
    Column("household", String(64)),
    Column("host", MailText),
    Column("free_at", UtcText, nullable=False),
    Column("interval_s", Integer, nullable=False),
    Column("failures", Integer, nullable=False),
    PrimaryKeyConstraint("household", "host", name="watched_hosts_pk"),
)
"""From when on the next page of a host may be asked for, whoever asks; `failures` in a row put it further away."""

watched_pages = Table(
    "watched_pages",
    metadata,
    Column("household", String(64)),
    Column("page", String(64)),
    Column("url", MailText, nullable=False),
    Column("host", MailText, nullable=False),
    Column("every", Integer, nullable=False),
    Column("next_look_at", UtcText),
    Column("leased_until", UtcText),
    Column("lease", String(32), nullable=False),
    Column("etag", MailText, nullable=False),
    Column("last_modified", MailText, nullable=False),
    Column("body", String(64), nullable=False),
    Column("failures", Integer, nullable=False),
    Column("looked_at", UtcText),
    Column("changed_at", UtcText),
    Column("last", MailText),
    Column("last_seen", MailText),
    PrimaryKeyConstraint("household", "page", name="watched_pages_pk"),
    Index("watched_pages_due", "household", "next_look_at"),
)
"""One fetch serves all watches of a page. `body` is the SHA-256 of the bytes last read, `last` the last look, `last_seen` the
last one that showed something. `next_look_at` is NULL where nobody watches."""

page_verdicts = Table(
    "page_verdicts",
    metadata,
    Column("household", String(64)),
    Column("page", String(64)),
    Column("at", UtcText),
    Column("trouble", Text, nullable=False),
    Column("payload", MailText, nullable=False),
    Column("charset", MailText, nullable=False),
    Column("body", String(64), nullable=False),
    Column("size", Integer, nullable=False),
    Column("kept", Integer, nullable=False),
    Column("packed", LargeBinary, nullable=False),
    PrimaryKeyConstraint("household", "page", "at", name="page_verdicts_pk"),
    ForeignKeyConstraint(
        ["household", "page"],
        ["watched_pages.household", "watched_pages.page"],
        name="page_verdicts_page",
        ondelete="CASCADE",
    ),
)
"""What the last looks that said something new came to, with their grounds. `packed` holds the first `kept` of the `size` bytes that were
read, `body` is the SHA-256 of all, `charset` what the server declared; `trouble` is "" where the page showed something."""

watches = Table(
    "watches",
    metadata,
    Column("household", String(64)),
    Column("id", String(32)),
    Column("page", String(64), nullable=False),
    Column("standing", String(16), nullable=False),
    Column("every", Integer, nullable=False),
    Column("added_at", UtcText, nullable=False),
    Column("payload", MailText, nullable=False),
    Column("state", MailText, nullable=False),
    Column("doze", Text, nullable=False, server_default=""),
    PrimaryKeyConstraint("household", "id", name="watches_pk"),
    ForeignKeyConstraint(
        ["household", "page"],
        ["watched_pages.household", "watched_pages.page"],
        name="watches_page",
        ondelete="CASCADE",
    ),
    Index("watches_by_page", "household", "page"),
)
"""`doze` tells which looks a watch sleeps through as its state stands (see `domain.watch.doze`), "" where it does not."""

watch_finds = Table(
    "watch_finds",
    metadata,
    Column("household", String(64)),
    Column("watch", String(32)),
    Column("find", String(64)),
    Column("waiting", MailText),
    PrimaryKeyConstraint("household", "watch", "find", name="watch_finds_pk"),
    ForeignKeyConstraint(
        ["household", "watch"],
        ["watches.household", "watches.id"],
        name="watch_finds_watch",
        ondelete="CASCADE",
    ),
)
"""What a search or a feed found, by the find's key. `waiting` holds it till it is told, NULL from then on."""

histories = Table(
    "histories",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("household", String(64), nullable=False),
    Column("page", String(64), nullable=False),
    Column("url", MailText, nullable=False),
    Column("title", MailText, nullable=False),
    Column("product", MailText, nullable=False),
    Column("last_seen", Integer, nullable=False),
    UniqueConstraint("household", "page", name="histories_page"),
    Index("histories_by_product", "household", "product"),
)
"""Offers whose past is kept. `product` is a number that names the same thing in any shop ("jan:4901234567894"), or "".
`last_seen` is the minute, counted from 1970, of the last look that bore out the last point."""

history_blocks = Table(
    "history_blocks",
    metadata,
    Column("history", Integer),
    Column("first", Integer),
    Column("packed", LargeBinary, nullable=False),
    PrimaryKeyConstraint("history", "first", name="history_blocks_pk"),
    ForeignKeyConstraint(["history"], ["histories.id"], name="history_blocks_history", ondelete="CASCADE"),
    sqlite_with_rowid=False,
)
"""Points of an offer from the minute `first` on; see `store.packing`."""

watch_alerts = Table(
    "watch_alerts",
    metadata,
    Column("household", String(64)),
    Column("key", String(64)),
    Column("at", UtcText, nullable=False),
    Column("payload", MailText, nullable=False),
    PrimaryKeyConstraint("household", "key", name="watch_alerts_pk"),
    Index("watch_alerts_by_time", "household", "at"),
)

alert_channels = Table(
    "alert_channels",
    metadata,
    Column("household", String(64)),
    Column("name", MailText),
    Column("kind", String(16), nullable=False),
    Column("trouble", Text, nullable=False),
    Column("detail", MailText, nullable=False),
    PrimaryKeyConstraint("household", "name", name="alert_channels_pk"),
)
"""`trouble` says why a channel is switched off, "" where it is on. Its address is a secret."""

deliveries = Table(
    "deliveries",
    metadata,
    Column("household", String(64)),
    Column("alert", String(64)),
    Column("channel", MailText),
    Column("attempts", Integer, nullable=False),
    Column("next_try_at", UtcText),
    Column("lease", String(32), nullable=False),
    Column("sent_at", UtcText),
    Column("detail", MailText, nullable=False),
    PrimaryKeyConstraint("household", "alert", "channel", name="deliveries_pk"),
    ForeignKeyConstraint(
        ["household", "alert"],
        ["watch_alerts.household", "watch_alerts.key"],
        name="deliveries_alert",
        ondelete="CASCADE",
    ),
    Index("deliveries_due", "household", "next_try_at"),
)
"""The outbox: one row for an event and a channel. `next_try_at` is NULL where nothing is left to try."""
