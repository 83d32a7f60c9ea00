"""Files that a person names on the command line."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Final

from okawari.domain.problem import Problem

MOST_BYTES: Final = 30_000_000


def text_of(path: str) -> str | Problem:
    """Return the text of a file, of standard input for `-`, or why it cannot be read."""
    raw = bytes_of(path)
    return raw if isinstance(raw, Problem) else raw.decode("utf-8-sig", "replace")


def bytes_of(path: str) -> bytes | Problem:
    """Return what is in a file, in standard input for `-`, or why it cannot be read."""
    try:
        with sys.stdin.buffer if path == "-" else Path(path).open("rb") as file:
            raw = file.read(MOST_BYTES + 1)
    except FileNotFoundError:
        return Problem("file_missing", path)
    except PermissionError:
        return Problem("file_forbidden", path)
    except (OSError, ValueError) as error:
        return Problem("file_unreadable", path, getattr(error, "strerror", None) or "")
    if len(raw) > MOST_BYTES:
        return Problem("file_too_large", path)
    return raw
