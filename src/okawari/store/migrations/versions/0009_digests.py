"""The days whose digest was made."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"


def upgrade() -> None:
    """Create the table of the daily digest."""
    op.create_table(
        "digests",
        sa.Column("household", sa.String(64), nullable=False),
        sa.Column("day", sa.String(10), nullable=False),
        sa.PrimaryKeyConstraint("household", "day", name="digests_pk"),
    )
