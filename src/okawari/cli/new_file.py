"""A file that a command writes."""

from __future__ import annotations

import os
from pathlib import Path

from okawari.errors import UnusableInputError
from okawari.i18n import text


def write_new(path: Path, made: bytes, locale: str) -> None:
    """Write a new file for its owner alone; UnusableInputError where it cannot be, or stands already."""
    try:
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            file.write(made)
    except OSError as error:
        what = text("claims.not_written", locale).format(why=error.strerror or str(error))
        raise UnusableInputError(what, str(path), text("claims.not_written_mend", locale)) from None
