"""What is fixed about the durable engine: its names, its database, its quiet.

Jobs lie beside the household's database, not in it: a file of their own for SQLite, a schema of their own in PostgreSQL.
"""

from __future__ import annotations

import logging
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

APPLICATION = "okawari"
VERSION = "1"
"""Raised only when the order of a job's steps changes: jobs of another version are left to the program that began them."""

QUEUE = "jobs"
JOB, BEAT = "job", "beat"
PROGRESS = "progress"
JOBS_AT_ONCE = 4
POLL_S = 0.5
SCHEMA = "okawari_jobs"


@dataclass(frozen=True, slots=True)
class JobDatabase:
    """Where the engine keeps its tables."""

    url: str
    folder: Path

    @property
    def is_file(self) -> bool:
        """Whether this is SQLite."""
        return self.url.startswith("sqlite")

    def prepare(self) -> None:
        """Make the tables where they are missing. The engine leaves the journal's mode to us: it stays in the file."""
        from dbos import run_dbos_database_migrations

        hush()
        if self.is_file:
            path = Path(self.url.removeprefix("sqlite:///"))
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            path.touch(mode=0o600)
            with closing(sqlite3.connect(path, timeout=30)) as connection:
                connection.execute("PRAGMA journal_mode = WAL")
        run_dbos_database_migrations(self.url, schema=SCHEMA)


def hush() -> None:
    """Keep the engine's greetings and advertisements out of our output; its errors still show."""
    logging.getLogger("dbos").setLevel(logging.ERROR)


def hush_at_the_end() -> None:
    """Keep quiet what the engine says of jobs that break off because the program ends: they go on with the next start."""
    logging.getLogger("dbos").setLevel(logging.CRITICAL)
