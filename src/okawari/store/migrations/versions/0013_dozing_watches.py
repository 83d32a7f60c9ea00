"""Which looks a watch sleeps through."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"


def upgrade() -> None:
    """Add the column; each watch fills it at its next look."""
    op.add_column("watches", sa.Column("doze", sa.Text, nullable=False, server_default=""))
