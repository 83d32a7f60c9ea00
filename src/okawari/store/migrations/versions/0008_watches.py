"""Watched pages, what was seen of them, and the alerts with their way to the person."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"

HOUSEHOLD, KEY, MOMENT = sa.String(64), sa.String(64), sa.String(27)


def upgrade() -> None:
    """Create the tables."""
    _pages()
    op.create_table(
        "watch_alerts",
        sa.Column("household", HOUSEHOLD, nullable=False),
        sa.Column("key", KEY, nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.Column("payload", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("household", "key", name="watch_alerts_pk"),
    )
    op.create_index("watch_alerts_by_time", "watch_alerts", ["household", "at"])
    op.create_table(
        "alert_channels",
        sa.Column("household", HOUSEHOLD, nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("trouble", sa.Text, nullable=False),
        sa.Column("detail", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("household", "name", name="alert_channels_pk"),
    )
    op.create_table(
        "deliveries",
        sa.Column("household", HOUSEHOLD, nullable=False),
        sa.Column("alert", KEY, nullable=False),
        sa.Column("channel", sa.Text, nullable=False),
        sa.Column("attempts", sa.Integer, nullable=False),
        sa.Column("next_try_at", MOMENT),
        sa.Column("lease", sa.String(32), nullable=False),
        sa.Column("sent_at", MOMENT),
        sa.Column("detail", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("household", "alert", "channel", name="deliveries_pk"),
        sa.ForeignKeyConstraint(
            ["household", "alert"],
            ["watch_alerts.household", "watch_alerts.key"],
            name="deliveries_alert",
            ondelete="CASCADE",
        ),
    )
    op.create_index("deliveries_due", "deliveries", ["household", "next_try_at"])


def _pages() -> None:
    op.create_table(
        "watched_hosts",
        sa.Column("household", HOUSEHOLD, nullable=False),
        sa.Column("host", sa.Text, nullable=False),
        sa.Column("free_at", MOMENT, nullable=False),
        sa.Column("interval_s", sa.Integer, nullable=False),
        sa.Column("failures", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("household", "host", name="watched_hosts_pk"),
    )
    op.create_table(
        "watched_pages",
        sa.Column("household", HOUSEHOLD, nullable=False),
        sa.Column("page", KEY, nullable=False),
        sa.Column("url", sa.Text, nullable=False),
        sa.Column("host", sa.Text, nullable=False),
        sa.Column("every", sa.Integer, nullable=False),
        sa.Column("next_look_at", MOMENT),
        sa.Column("leased_until", MOMENT),
        sa.Column("lease", sa.String(32), nullable=False),
        sa.Column("etag", sa.Text, nullable=False),
        sa.Column("last_modified", sa.Text, nullable=False),
        sa.Column("body", KEY, nullable=False),
        sa.Column("failures", sa.Integer, nullable=False),
        sa.Column("looked_at", MOMENT),
        sa.Column("changed_at", MOMENT),
        sa.Column("last", sa.Text),
        sa.Column("last_seen", sa.Text),
        sa.PrimaryKeyConstraint("household", "page", name="watched_pages_pk"),
    )
    op.create_index("watched_pages_due", "watched_pages", ["household", "next_look_at"])
    op.create_table(
        "watches",
        sa.Column("household", HOUSEHOLD, nullable=False),
        sa.Column("id", sa.String(32), nullable=False),
        sa.Column("page", KEY, nullable=False),
        sa.Column("standing", sa.String(16), nullable=False),
        sa.Column("every", sa.Integer, nullable=False),
        sa.Column("added_at", MOMENT, nullable=False),
        sa.Column("payload", sa.Text, nullable=False),
        sa.Column("state", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("household", "id", name="watches_pk"),
        sa.ForeignKeyConstraint(
            ["household", "page"],
            ["watched_pages.household", "watched_pages.page"],
            name="watches_page",
            ondelete="CASCADE",
        ),
    )
    op.create_index("watches_by_page", "watches", ["household", "page"])
    op.create_table(
        "observations",
        sa.Column("household", HOUSEHOLD, nullable=False),
        sa.Column("page", KEY, nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.Column("last_seen_at", MOMENT, nullable=False),
        sa.Column("availability", sa.String(16), nullable=False),
        sa.Column("price", sa.BigInteger),
        sa.Column("currency", sa.String(3), nullable=False),
        sa.Column("seller", sa.Text, nullable=False),
        sa.Column("condition", sa.String(16), nullable=False),
        sa.PrimaryKeyConstraint("household", "page", "at", name="observations_pk"),
    )
