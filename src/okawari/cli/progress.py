"""How far a long command is, on stderr."""

from __future__ import annotations

import sys
import time

SECONDS_BETWEEN_LINES = 5
SECONDS_BETWEEN_UPDATES = 0.1


class Progress:
    """One line that is written over on a terminal; now and then a line of its own elsewhere."""

    def __init__(self) -> None:
        """Begin without having shown anything."""
        self._terminal = sys.stderr.isatty()
        self._shown_at = float("-inf")

    def show(self, text: str) -> None:
        """Show the text unless the last one is too fresh."""
        now = time.monotonic()
        if now - self._shown_at < (SECONDS_BETWEEN_UPDATES if self._terminal else SECONDS_BETWEEN_LINES):
            return
        self._shown_at = now
        sys.stderr.write(f"\r\x1b[K{text}" if self._terminal else f"{text}\n")
        sys.stderr.flush()

    def end(self) -> None:
        """Take the line away."""
        if self._terminal:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()
