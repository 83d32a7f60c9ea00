"""The tables of parcels that are looked up, and of what the person chose."""

from __future__ import annotations

from sqlalchemy import Column, Index, Integer, PrimaryKeyConstraint, String, Table

from okawari.store.columns import MailText, UtcText
from okawari.store.watching_schema import metadata

__all__ = ["choices", "metadata", "tracked_parcels"]

tracked_parcels = Table(
    "tracked_parcels",
    metadata,
    Column("household", String(64)),
    Column("carrier", MailText),
    Column("number", MailText),
    Column("next_at", UtcText, nullable=False),
    Column("failures", Integer, nullable=False),
    Column("closed", String(16), nullable=False),
    Column("last", MailText),
    Column("told", MailText),
    PrimaryKeyConstraint("household", "carrier", "number", name="tracked_parcels_pk"),
    Index("tracked_parcels_by_number", "household", "number"),
)
"""`last` is the last look, `told` the last that saw the carrier's record."""

choices = Table(
    "choices",
    metadata,
    Column("household", String(64)),
    Column("name", String(64)),
    Column("value", MailText, nullable=False),
    PrimaryKeyConstraint("household", "name", name="choices_pk"),
)
"""What the person chose in the program itself; what is not here is as it was delivered."""
