"""Mailboxes, how far each of their folders was looked through, and sealed secrets."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"

MOMENT = sa.String(27)


def upgrade() -> None:
    """Create the tables."""
    op.create_table(
        "mailboxes",
        sa.Column("household", sa.String(64), nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("provider", sa.Text, nullable=False),
        sa.Column("user", sa.Text, nullable=False),
        sa.Column("host", sa.Text, nullable=False),
        sa.Column("port", sa.Integer, nullable=False),
        sa.Column("security", sa.Text, nullable=False),
        sa.Column("login", sa.Text, nullable=False),
        sa.Column("watched", sa.Boolean, nullable=False),
        sa.Column("looked_at", MOMENT),
        sa.Column("trouble", sa.Text, nullable=False),
        sa.Column("detail", sa.Text, nullable=False),
        sa.Column("failures", sa.Integer, nullable=False),
        sa.Column("next_try_at", MOMENT),
        sa.PrimaryKeyConstraint("household", "name", name="mailboxes_pk"),
    )
    op.create_table(
        "mailbox_folders",
        sa.Column("household", sa.String(64), nullable=False),
        sa.Column("mailbox", sa.Text, nullable=False),
        sa.Column("folder", sa.LargeBinary, nullable=False),
        sa.Column("uid_validity", sa.BigInteger, nullable=False),
        sa.Column("first_uid", sa.BigInteger, nullable=False),
        sa.Column("last_uid", sa.BigInteger, nullable=False),
        sa.PrimaryKeyConstraint("household", "mailbox", "folder", name="mailbox_folders_pk"),
    )
    op.create_table(
        "mailbox_mails",
        sa.Column("household", sa.String(64), nullable=False),
        sa.Column("mail", sa.String(64), nullable=False),
        sa.Column("mailbox", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("household", "mail", "mailbox", name="mailbox_mails_pk"),
    )
    op.create_table(
        "secrets",
        sa.Column("household", sa.String(64), nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("sealed", sa.LargeBinary, nullable=False),
        sa.PrimaryKeyConstraint("household", "name", name="secrets_pk"),
    )
