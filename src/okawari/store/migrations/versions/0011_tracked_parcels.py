"""Parcels that are looked up, and what the person chose."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"

HOUSEHOLD, MOMENT = sa.String(64), sa.String(27)


def upgrade() -> None:
    """Create the tables."""
    op.create_table(
        "tracked_parcels",
        sa.Column("household", HOUSEHOLD, nullable=False),
        sa.Column("carrier", sa.Text, nullable=False),
        sa.Column("number", sa.Text, nullable=False),
        sa.Column("next_at", MOMENT, nullable=False),
        sa.Column("failures", sa.Integer, nullable=False),
        sa.Column("closed", sa.String(16), nullable=False),
        sa.Column("last", sa.Text),
        sa.Column("told", sa.Text),
        sa.PrimaryKeyConstraint("household", "carrier", "number", name="tracked_parcels_pk"),
    )
    op.create_index("tracked_parcels_by_number", "tracked_parcels", ["household", "number"])
    op.create_table(
        "choices",
        sa.Column("household", HOUSEHOLD, nullable=False),
        sa.Column("name", sa.String(64), nullable=False),
        sa.Column("value", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("household", "name", name="choices_pk"),
    )
