"""Bring a database to the tables that this version of Okawari uses."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import (
    Column,
    Connection,
    Engine,
    Index,
    MetaData,
    PrimaryKeyConstraint,
    String,
    Table,
    insert,
    inspect,
    select,
    text,
)
from sqlalchemy.exc import DBAPIError
from sqlalchemy.schema import CreateIndex, CreateTable

from okawari.errors import UnusableInputError
from okawari.store.engine import writing_connection
from okawari.store.schema import metadata

NEWEST = "0015"
MIGRATIONS = Path(__file__).parent / "migrations"
_VERSION = Table(
    "alembic_version",
    MetaData(),
    Column("version_num", String(32), nullable=False),
    PrimaryKeyConstraint("version_num", name="alembic_version_pkc"),
)
LOCK_ID = 0x6F6B6177  # "okaw": the key that PostgreSQL's advisory lock goes by


def upgrade(engine: Engine) -> None:
    """Run the migrations that are missing, in one transaction and one process at a time.

    UnusableInputError for a database that cannot be opened, or that a newer version has upgraded.
    """
    try:
        _upgrade(engine)
    except DBAPIError as error:
        said = str(error.orig).strip().partition("\n")[0]
        raise UnusableInputError(said, _where(engine), "see OKAWARI_DATABASE_URL in docs/install.md") from None


def migrate(connection: Connection, revision: str = NEWEST) -> None:
    """Run the migrations that are missing up to a revision; UnusableInputError for a database that is newer."""
    from alembic import command
    from alembic.config import Config
    from alembic.util import CommandError

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    config.attributes["connection"] = connection
    try:
        command.upgrade(config, revision)
    except CommandError:
        what = "a newer version has upgraded this database"
        raise UnusableInputError(what, _where(connection.engine), "update Okawari") from None


_TAKEN_AWAY = ("observations",)
"""Tables that an older revision has and the newest has no more."""


def make_anew(connection: Connection, revision: str) -> None:
    """Drop the tables with all that they hold, and make them as the revision left them."""
    _wait_for_turn(connection)
    metadata.drop_all(connection)
    for table in (*_TAKEN_AWAY, "alembic_version"):
        connection.execute(text(f"DROP TABLE IF EXISTS {table}"))
    migrate(connection, revision)


def _upgrade(engine: Engine) -> None:
    with engine.connect() as connection:
        if _version(connection) == NEWEST:
            return
    with writing_connection(engine) as connection:
        _wait_for_turn(connection)
        if not inspect(connection).get_table_names():
            _make_new(connection)
        elif _version(connection) != NEWEST:
            migrate(connection)


def _make_new(connection: Connection) -> None:
    """Make the tables in an empty database as the migrations would, one after the other, in a tenth of the time."""
    for table in metadata.sorted_tables:
        connection.execute(CreateTable(table))
        for index in sorted(table.indexes, key=_narrow_last):
            connection.execute(CreateIndex(index))
    _VERSION.create(connection, checkfirst=False)
    connection.execute(insert(_VERSION).values(version_num=NEWEST))


def _narrow_last(index: Index) -> tuple[bool, str]:
    """Order indexes as no set does: of two that serve alike SQLite takes the younger one, which is to be the one over fewer rows."""
    return index.dialect_options["sqlite"]["where"] is not None, str(index.name)


def _wait_for_turn(connection: Connection) -> None:
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(:id)"), {"id": LOCK_ID})


def _version(connection: Connection) -> str | None:
    if not inspect(connection).has_table(_VERSION.name):
        return None
    version: str | None = connection.execute(select(_VERSION.c.version_num)).scalar()
    return version


def _where(engine: Engine) -> str:
    return engine.url.render_as_string(hide_password=True)
