"""Find renumbered orders without looking at every fact: there are few among many."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    """Create the index of renumberings alone."""
    only = sa.text("kind = 'order_renumbered'")
    op.create_index("facts_renumbered", "facts", ["household"], sqlite_where=only, postgresql_where=only)
