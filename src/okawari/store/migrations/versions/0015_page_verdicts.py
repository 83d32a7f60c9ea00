"""What the last looks at watched pages came to, with their grounds and the bytes that were read."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"


def upgrade() -> None:
    """Create the table."""
    op.create_table(
        "page_verdicts",
        sa.Column("household", sa.String(64), nullable=False),
        sa.Column("page", sa.String(64), nullable=False),
        sa.Column("at", sa.String(27), nullable=False),
        sa.Column("trouble", sa.Text, nullable=False),
        sa.Column("payload", sa.Text, nullable=False),
        sa.Column("charset", sa.Text, nullable=False),
        sa.Column("body", sa.String(64), nullable=False),
        sa.Column("size", sa.Integer, nullable=False),
        sa.Column("kept", sa.Integer, nullable=False),
        sa.Column("packed", sa.LargeBinary, nullable=False),
        sa.PrimaryKeyConstraint("household", "page", "at", name="page_verdicts_pk"),
        sa.ForeignKeyConstraint(
            ["household", "page"],
            ["watched_pages.household", "watched_pages.page"],
            name="page_verdicts_page",
            ondelete="CASCADE",
        ),
    )
