"""The tables of watched pages, what was seen of them, and the alerts on their way to the person."""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Column,
    ForeignKeyConstraint,
    Index,
    Integer,
    PrimaryKeyConstraint,
    String,
    Table,
    Text,
)

from okawari.store.columns import MailText, UtcText, metadata

__all__ = [
    "alert_channels",
    "deliveries",
    "metadata",
    "observations",
    "watch_alerts",
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
    PrimaryKeyConstraint("household", "id", name="watches_pk"),
    ForeignKeyConstraint(
        ["household", "page"],
        ["watched_pages.household", "watched_pages.page"],
        name="watches_page",
        ondelete="CASCADE",
    ),
    Index("watches_by_page", "household", "page"),
)

observations = Table(
    "observations",
    metadata,
    Column("household", String(64)),
    Column("page", String(64)),
    Column("at", UtcText),
    Column("last_seen_at", UtcText, nullable=False),
    Column("availability", String(16), nullable=False),
    Column("price", BigInteger),
    Column("currency", String(3), nullable=False),
    Column("seller", MailText, nullable=False),
    Column("condition", String(16), nullable=False),
    PrimaryKeyConstraint("household", "page", "at", name="observations_pk"),
)
"""Points at which a page began to say something else. `price` is in the currency's smallest unit."""

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
