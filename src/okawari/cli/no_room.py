"""Whether an error means that a disk is full, whichever library met it."""

from __future__ import annotations

import errno
import sqlite3
from typing import Any

from okawari.cli.words import unusable
from okawari.errors import UnusableInputError

_FULL = frozenset({errno.ENOSPC, errno.EDQUOT})
_PRIMARY = 0xFF
_DISK_FULL = "53100"
"""PostgreSQL's code for it."""


def no_room(error: BaseException, locale: str) -> UnusableInputError | None:
    """Return where there is no room left and how to go on, None for every other error."""
    met: BaseException | None = error
    while met is not None:
        if isinstance(met, OSError) and met.errno in _FULL:
            return unusable("no_room", str(met.filename or ""), locale)
        if _is_full(getattr(met, "orig", met)):
            return unusable("no_room", _database(), locale)
        met = met.__cause__ or met.__context__
    return None


def _is_full(error: Any) -> bool:
    if isinstance(error, sqlite3.Error):
        code = getattr(error, "sqlite_errorcode", None)
        return code is not None and code & _PRIMARY == sqlite3.SQLITE_FULL
    return getattr(error, "sqlstate", None) == _DISK_FULL


def _database() -> str:
    from okawari.settings import read_settings

    return str(read_settings().data_dir)
