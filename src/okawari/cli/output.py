"""Standard output: one JSON document and nothing else, or text; never a crash for a character that nobody can write."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from typing import Any

from okawari.contract.json_text import json_text


def let_go() -> None:
    """Leave out what is still to be written where that cannot be; else Python tries it again at its end, and fails by itself."""
    try:
        sys.stdout.flush()
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def put_document(document: dict[str, Any]) -> None:
    """Print one JSON document."""
    put((json_text(document), "\n"))


def put(pieces: Iterable[str]) -> None:
    """Print pieces of text as they come; halves of characters, as broken mails hold them, become question marks."""
    for piece in pieces:
        try:
            sys.stdout.write(piece)
        except UnicodeEncodeError:
            sys.stdout.write(piece.encode("utf-8", "replace").decode("utf-8"))
    sys.stdout.flush()
