"""The parcels that facts name."""

from __future__ import annotations

import json

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Create the table, and fill it from the shipments that are kept."""
    table = op.create_table(
        "parcels",
        sa.Column("household", sa.String(64), nullable=False),
        sa.Column("evidence", sa.String(64), nullable=False),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("number", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("household", "evidence", "position", "number", name="parcels_pk"),
        sa.ForeignKeyConstraint(
            ["household", "evidence", "position"],
            ["facts.household", "facts.evidence", "facts.position"],
            name="parcels_facts",
            ondelete="CASCADE",
        ),
    )
    op.create_index("parcels_by_number", "parcels", ["household", "number"])
    shipments = sa.text("SELECT household, evidence, position, payload FROM facts WHERE kind = 'shipment_notified'")
    rows = [
        {"household": household, "evidence": evidence, "position": position, "number": number}
        for household, evidence, position, payload in op.get_bind().execute(shipments)
        for number in dict.fromkeys(parcel["number"] for parcel in json.loads(payload).get("parcels", []))
    ]
    if rows:
        op.bulk_insert(table, rows)
