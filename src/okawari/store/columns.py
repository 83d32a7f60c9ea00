"""Kinds of columns that every table uses, and the list of the tables."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import lru_cache

from sqlalchemy import Dialect, MetaData, String, Text
from sqlalchemy.types import TypeDecorator

metadata = MetaData()


def utc_text(value: datetime | None) -> str | None:
    """Return a moment as `2026-11-23T00:00:00.000000Z`; one without a zone is taken as UTC, none stays none."""
    if value is None:
        return None
    aware = value if value.tzinfo else value.replace(tzinfo=UTC)
    try:
        return aware.astimezone(UTC).isoformat(timespec="microseconds").removesuffix("+00:00") + "Z"
    except OverflowError:
        return None


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


_NAME_LENGTH = 64
"""Names come again and again; longer texts hardly do, and would fill the memory."""


def storable(value: str) -> str:
    """Return text without NUL and lone surrogates."""
    if value.isascii() and "\0" not in value:
        return value
    return _clean_name(value) if len(value) <= _NAME_LENGTH else _clean(value)


def _clean(value: str) -> str:
    return value.replace("\0", "").encode("utf-8", "replace").decode()


_clean_name = lru_cache(maxsize=4096)(_clean)


class MailText(TypeDecorator[str]):
    """Text that came out of a mail: without NUL and lone surrogates, which no database takes."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:  # noqa: ARG002 - SQLAlchemy's signature
        """Return the text that is kept."""
        return storable(value) if value is not None else None
