"""The past of offers in packed blocks; what was kept a row a point goes there."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from itertools import groupby

import sqlalchemy as sa
from alembic import op

from okawari.domain.candidate import Condition
from okawari.domain.history import History, State, looked, minute_of
from okawari.domain.offer import Availability
from okawari.store.packing import pack

revision = "0010"
down_revision = "0009"

_A_BLOCK = 200


def upgrade() -> None:
    """Create the tables, fill them and drop the old one."""
    op.create_table(
        "histories",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("household", sa.String(64), nullable=False),
        sa.Column("page", sa.String(64), nullable=False),
        sa.Column("url", sa.Text, nullable=False),
        sa.Column("title", sa.Text, nullable=False),
        sa.Column("product", sa.Text, nullable=False),
        sa.Column("last_seen", sa.Integer, nullable=False),
        sa.UniqueConstraint("household", "page", name="histories_page"),
    )
    op.create_index("histories_by_product", "histories", ["household", "product"])
    op.create_table(
        "history_blocks",
        sa.Column("history", sa.Integer, nullable=False),
        sa.Column("first", sa.Integer, nullable=False),
        sa.Column("packed", sa.LargeBinary, nullable=False),
        sa.PrimaryKeyConstraint("history", "first", name="history_blocks_pk"),
        sa.ForeignKeyConstraint(["history"], ["histories.id"], name="history_blocks_history", ondelete="CASCADE"),
        sqlite_with_rowid=False,
    )
    _move(op.get_bind())
    op.drop_table("observations")


def _move(connection: sa.Connection) -> None:
    listed = connection.execute(
        sa.text(
            "SELECT o.*, p.url FROM observations o JOIN watched_pages p ON p.household = o.household AND p.page = o.page"
            " ORDER BY o.household, o.page, o.at"
        )
    ).mappings()
    inserted = sa.text(
        "INSERT INTO histories (household, page, url, title, product, last_seen)"
        " VALUES (:household, :page, :url, '', '', :last_seen) RETURNING id"
    )
    for (household, page, url), rows in groupby(
        listed.all(), key=lambda row: (row["household"], row["page"], row["url"])
    ):
        history = _history(rows)
        offer = {"household": household, "page": page, "url": url, "last_seen": history.last_seen}
        id_ = connection.execute(inserted, offer).scalar()
        points = list(history.points)
        while points:
            end = _A_BLOCK
            while end < len(points) and points[end].minute <= points[0].minute:
                end += 1
            first = points[0].minute
            block = {"history": id_, "first": first, "packed": pack(points[:end], first)}
            connection.execute(
                sa.text("INSERT INTO history_blocks (history, first, packed) VALUES (:history, :first, :packed)"), block
            )
            del points[:end]


def _history(rows: Iterable[sa.RowMapping]) -> History:
    history = History()
    for row in rows:
        minute, seen = (minute_of(datetime.fromisoformat(row[name])) for name in ("at", "last_seen_at"))
        units, currency = row["price"], row["currency"]
        stock, condition = Availability(row["availability"]), Condition(row["condition"])
        state = State(stock, units, currency, row["seller"][:120], condition)
        history = History((*history.points, *looked(history, minute, state)), max(seen, history.last_seen))
    return history
