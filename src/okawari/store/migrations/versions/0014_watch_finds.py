"""What searches and feeds found."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"


def upgrade() -> None:
    """Create the table."""
    op.create_table(
        "watch_finds",
        sa.Column("household", sa.String(64), nullable=False),
        sa.Column("watch", sa.String(32), nullable=False),
        sa.Column("find", sa.String(64), nullable=False),
        sa.Column("waiting", sa.Text),
        sa.PrimaryKeyConstraint("household", "watch", "find", name="watch_finds_pk"),
        sa.ForeignKeyConstraint(
            ["household", "watch"], ["watches.household", "watches.id"], name="watch_finds_watch", ondelete="CASCADE"
        ),
    )
