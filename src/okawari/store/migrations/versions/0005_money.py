"""What was found of the money that is owed, what the person answered about it, and the alarms that were raised."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"

MOMENT = sa.String(27)


def upgrade() -> None:
    """Create the tables."""
    share = (("household", sa.String(64)), ("merchant", sa.Text), ("order_number", sa.Text), ("leg", sa.Text))
    op.create_table(
        "sightings",
        *(sa.Column(name, kind, nullable=False) for name, kind in share),
        sa.Column("payload", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("household", "order_number", "merchant", "leg", name="sightings_pk"),
    )
    op.create_table(
        "money_answers",
        sa.Column("id", sa.Integer, primary_key=True),
        *(sa.Column(name, kind, nullable=False) for name, kind in share),
        sa.Column("said_at", MOMENT, nullable=False),
        sa.Column("payload", sa.Text, nullable=False),
    )
    op.create_index("money_answers_by_order", "money_answers", ["household", "order_number", "merchant"])
    op.create_table(
        "alarms",
        sa.Column("household", sa.String(64), nullable=False),
        sa.Column("key", sa.Text, nullable=False),
        sa.Column("raised_on", sa.String(10), nullable=False),
        sa.Column("payload", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("household", "key", name="alarms_pk"),
    )
    op.create_index("alarms_by_day", "alarms", ["household", "raised_on"])
