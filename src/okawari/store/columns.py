"""Kinds of columns that every table uses, and the list of the tables."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Dialect, MetaData, String, Text
from sqlalchemy.types import TypeDecorator

from okawari.store.kept_text import storable, utc_text

metadata = MetaData()


class UtcText(TypeDecorator[datetime]):
    """A moment as `2026-11-23T00:00:00.000000Z`."""

    impl = String(27)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> str | None:  # noqa: ARG002 - SQLAlchemy's signature
        """Return the text that is kept; a moment without a zone is taken as UTC."""
        return utc_text(value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002 - SQLAlchemy's signature
        """Return the moment, in UTC."""
        return datetime.fromisoformat(value) if value else None


class MailText(TypeDecorator[str]):
    """Text that came out of a mail: without NUL and lone surrogates, which no database takes."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:  # noqa: ARG002 - SQLAlchemy's signature
        """Return the text that is kept."""
        return storable(value) if value is not None else None
