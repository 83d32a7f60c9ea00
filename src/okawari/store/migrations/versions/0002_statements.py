"""Lines of statements, the bytes of the files they were read from, and layouts that the person told."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Create the tables."""
    of_evidence = (["household", "evidence"], ["evidence.household", "evidence.sha256"])
    op.create_table(
        "evidence_pieces",
        sa.Column("household", sa.String(64), nullable=False),
        sa.Column("evidence", sa.String(64), nullable=False),
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("packed", sa.LargeBinary, nullable=False),
        sa.PrimaryKeyConstraint("household", "evidence", "number", name="evidence_pieces_pk"),
        sa.ForeignKeyConstraint(*of_evidence, name="evidence_pieces_evidence", ondelete="CASCADE"),
    )
    op.create_table(
        "statement_lines",
        sa.Column("household", sa.String(64), nullable=False),
        sa.Column("source", sa.Text, nullable=False),
        sa.Column("card", sa.Text, nullable=False),
        sa.Column("day", sa.String(10), nullable=False),
        sa.Column("merchant", sa.Text, nullable=False),
        sa.Column("amount", sa.BigInteger, nullable=False),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("ordinal", sa.Integer, nullable=False),
        sa.Column("note", sa.Text, nullable=False),
        sa.Column("order_number", sa.Text, nullable=False),
        sa.Column("evidence", sa.String(64), nullable=False),
        sa.Column("row", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint(
            "household", "source", "card", "day", "merchant", "amount", "kind", "ordinal", name="statement_lines_pk"
        ),
        sa.ForeignKeyConstraint(*of_evidence, name="statement_lines_evidence", ondelete="CASCADE"),
    )
    op.create_index("statement_lines_by_day", "statement_lines", ["household", "day", "amount"])
    op.create_index("statement_lines_by_evidence", "statement_lines", ["household", "evidence"])
    named = sa.text("order_number <> ''")
    op.create_index(
        "statement_lines_by_order",
        "statement_lines",
        ["household", "order_number"],
        sqlite_where=named,
        postgresql_where=named,
    )
    op.create_table(
        "statement_layouts",
        sa.Column("household", sa.String(64), nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("told_at", sa.String(27), nullable=False),
        sa.Column("payload", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("household", "name", name="statement_layouts_pk"),
    )
