"""Every error that leaves Okawari.

OkawariError
├── UnusableInputError      bad input from a person: one line, exit code 2
└── BackupError             a backup that cannot be written or restored, by a code; the command tells it in one line
"""

from __future__ import annotations


class OkawariError(Exception):
    """The root of all errors that Okawari raises on purpose."""


class UnusableInputError(OkawariError):
    """Input that cannot be used: what is wrong, where, and how to mend it."""

    def __init__(self, what: str, where: str, mend: str) -> None:
        """Keep the three parts; the message is one line."""
        super().__init__(f"{where}: {what} — {mend}" if where else f"{what} — {mend}")
        self.what = what
        self.where = where
        self.mend = mend


class BackupError(OkawariError):
    """A backup that cannot be written or restored: `exists`, `unreachable`, `damaged`, `newer` or `not_empty`."""

    def __init__(self, code: str, detail: str = "") -> None:
        """Keep the code, whose words stand in the catalogue under `backups.<code>`."""
        super().__init__(f"{code} {detail}".rstrip())
        self.code = code
        self.detail = detail
