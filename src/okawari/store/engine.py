"""One SQLAlchemy engine for SQLite or PostgreSQL, and transactions on it."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, Table, create_engine, event, make_url
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.exc import ArgumentError

from okawari.errors import UnusableInputError

HOME = "home"
BUSY_TIMEOUT_S = 30
BUSY_PAUSE_S = 0.005
WRITES = "okawari_writes"
_LOG_PAGES = 4_000
"""Our own choice: after so many pages (16 MB) SQLite carries its log over into the file: whoever writes then waits for it, so seldom."""
_CACHE_KB = 16_000
"""Our own choice: what a connection keeps of a large file, eight times SQLite's own: enough of the trees of a million watches."""


@dataclass(frozen=True, slots=True)
class Transaction:
    """An open transaction of one household."""

    connection: Connection
    household: str


@dataclass(frozen=True, slots=True)
class Store:
    """The kept things of one household in one database."""

    engine: Engine
    household: str = HOME

    @contextmanager
    def reading(self) -> Iterator[Transaction]:
        """Open a transaction that only reads."""
        with self.engine.connect() as connection:
            yield Transaction(connection, self.household)

    @contextmanager
    def writing(self) -> Iterator[Transaction]:
        """Open a transaction that is kept whole when the block ends, or not at all."""
        with writing_connection(self.engine) as connection:
            yield Transaction(connection, self.household)

    @contextmanager
    def filling(self) -> Iterator[Transaction]:
        """Open a transaction as `writing` does, to put much into a store that holds nothing.

        SQLite then writes into its file at once, not into its log first: half the time of the database, and a third of what the
        disk has to take. Who wants to read meanwhile waits, so only where nobody else has the file open.
        """
        with self.engine.connect() as connection, _straight(connection):
            connection.execution_options(**{WRITES: True})
            with connection.begin():
                yield Transaction(connection, self.household)

    @contextmanager
    def snapshot(self) -> Iterator[Connection]:
        """Open a transaction that sees everything, of every household, as it stands at the first look."""
        levels = {"isolation_level": "REPEATABLE READ"} if self.engine.dialect.name == "postgresql" else {}
        with self.engine.connect().execution_options(**levels) as connection:
            yield connection

    def close(self) -> None:
        """Give back every connection."""
        self.engine.dispose()


@contextmanager
def writing_connection(engine: Engine) -> Iterator[Connection]:
    """Open a connection in a transaction that may write."""
    with engine.connect().execution_options(**{WRITES: True}) as connection, connection.begin():
        yield connection


def connect(url: str) -> Engine:
    """Return an engine for the database; UnusableInputError where `url` names none that can be used."""
    try:
        parsed = make_url(url)
    except ArgumentError:
        raise _unusable("no database URL", url) from None
    match parsed.get_backend_name():
        case "sqlite":
            return _sqlite(parsed)
        case "postgresql":
            return create_engine(parsed.set(drivername="postgresql+psycopg"))
        case other:
            raise _unusable(f"{other} is not supported", url)


def _unusable(what: str, url: str) -> UnusableInputError:
    mend = "use sqlite:///FILE or postgresql://USER@HOST/NAME in OKAWARI_DATABASE_URL"
    return UnusableInputError(what, url.rpartition("@")[2], mend)


def _sqlite(url: URL) -> Engine:
    if url.database and url.database != ":memory:":
        _make_private_file(Path(url.database))
    engine = create_engine(url.set(drivername="sqlite+pysqlite"), connect_args={"timeout": BUSY_TIMEOUT_S})
    event.listen(engine, "connect", _prepare_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def _make_private_file(path: Path) -> None:
    """Make the file and its folder for nobody else's eyes; SQLite gives its own side files the same rights."""
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        path.touch(mode=0o600)
    except OSError as error:
        raise UnusableInputError(str(error.strerror), str(path), "choose another OKAWARI_DATA_DIR") from None


def _prepare_sqlite(connection: sqlite3.Connection, _record: object) -> None:
    # The driver must leave BEGIN to us: its own begins late and would not cover what a migration does to tables.
    connection.isolation_level = None
    _log_ahead(connection)
    cursor = connection.cursor()
    for pragma in (
        "synchronous = FULL",
        "foreign_keys = ON",
        f"wal_autocheckpoint = {_LOG_PAGES}",
        f"cache_size = -{_CACHE_KB}",
    ):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _log_ahead(connection: sqlite3.Connection) -> None:
    # SQLite heeds no busy timeout where several open a new file at once and each turns it to a write-ahead log.
    give_up = time.monotonic() + BUSY_TIMEOUT_S
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL").fetchall()
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY or time.monotonic() > give_up:
                raise
            time.sleep(BUSY_PAUSE_S)
        else:
            return


@contextmanager
def _straight(connection: Connection) -> Iterator[None]:
    """Let SQLite write without its log in the block, where nobody else has the file open."""
    driver = connection.connection.driver_connection
    if not isinstance(driver, sqlite3.Connection):
        yield
        return
    driver.execute("PRAGMA busy_timeout = 0")
    with suppress(sqlite3.OperationalError):  # others have it open, and may keep it so
        driver.execute("PRAGMA journal_mode = DELETE").fetchall()
    driver.execute(f"PRAGMA busy_timeout = {BUSY_TIMEOUT_S * 1000}")
    try:
        yield
    finally:
        _log_ahead(driver)


def _begin_sqlite(connection: Connection) -> None:
    # A transaction that starts by reading cannot wait for its turn to write, so writers say so at once.
    writes = connection.get_execution_options().get(WRITES, False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def inserting(transaction: Transaction, table: Table) -> Any:
    """Return an INSERT of the database in use, which can say what to do on a conflict."""
    dialect = postgresql if transaction.connection.dialect.name == "postgresql" else sqlite
    return dialect.insert(table)
