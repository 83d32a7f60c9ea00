"""Evidence, the facts read from it, and the person's answers."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

MOMENT = sa.String(27)


def upgrade() -> None:
    """Create the first tables."""
    op.create_table(
        "evidence",
        sa.Column("household", sa.String(64), nullable=False),
        sa.Column("sha256", sa.String(64), nullable=False),
        sa.Column("same_mail", sa.String(64), nullable=False),
        sa.Column("source", sa.Text, nullable=False),
        sa.Column("raw", sa.LargeBinary, nullable=False),
        sa.Column("size", sa.Integer, nullable=False),
        sa.Column("imported_at", MOMENT, nullable=False),
        sa.Column("sent_at", MOMENT),
        sa.Column("sender", sa.Text, nullable=False),
        sa.Column("subject", sa.Text, nullable=False),
        sa.Column("merchant", sa.Text, nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("verdict", sa.Text, nullable=False),
        sa.Column("reader", sa.Text, nullable=False),
        sa.Column("reader_version", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("household", "sha256", name="evidence_pk"),
        sa.UniqueConstraint("household", "same_mail", name="evidence_same_mail"),
    )
    op.create_table(
        "facts",
        sa.Column("household", sa.String(64), nullable=False),
        sa.Column("evidence", sa.String(64), nullable=False),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("merchant", sa.Text, nullable=False),
        sa.Column("order_number", sa.Text, nullable=False),
        sa.Column("at", MOMENT),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("payload", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("household", "evidence", "position", name="facts_pk"),
        sa.ForeignKeyConstraint(
            ["household", "evidence"],
            ["evidence.household", "evidence.sha256"],
            name="facts_evidence",
            ondelete="CASCADE",
        ),
    )
    op.create_index("facts_by_order", "facts", ["household", "order_number", "merchant"])
    op.create_table(
        "answers",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("household", sa.String(64), nullable=False),
        sa.Column("merchant", sa.Text, nullable=False),
        sa.Column("order_number", sa.Text, nullable=False),
        sa.Column("said_at", MOMENT, nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("payload", sa.Text, nullable=False),
    )
    op.create_index("answers_by_order", "answers", ["household", "order_number", "merchant"])
