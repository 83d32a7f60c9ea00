"""Listing evidence, and what could not be read."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    """Create the indexes of the list and the table of what could not be read."""
    op.create_index("evidence_by_import", "evidence", ["household", "imported_at", "sha256"])
    op.create_index("evidence_by_kind", "evidence", ["household", "kind", "imported_at", "sha256"])
    op.create_index("evidence_by_merchant", "evidence", ["household", "merchant", "imported_at", "sha256"])
    op.create_table(
        "unreadable",
        sa.Column("household", sa.String(64), nullable=False),
        sa.Column("root", sa.Text, nullable=False),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("file", sa.Text, nullable=False),
        sa.Column("code", sa.Text, nullable=False),
        sa.Column("detail", sa.Text, nullable=False),
        sa.Column("met_at", sa.String(27), nullable=False),
        sa.PrimaryKeyConstraint("household", "root", "position", name="unreadable_pk"),
    )
    op.create_index("unreadable_by_time", "unreadable", ["household", "met_at"])
