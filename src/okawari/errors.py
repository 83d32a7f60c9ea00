"""Every error that leaves Okawari.

OkawariError
├── UnusableInputError      bad input from a person: one line, exit code 2
├── BackupError             a backup that cannot be written or restored, by a code; the command tells it in one line
├── PrintingError           no PDF can be made: which system packages lack
└── MailboxError            a mailbox that cannot be read now: which trouble it is
"""

from __future__ import annotations

from okawari.domain.mailbox import Trouble

_LONGEST_DETAIL = 200


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


class PrintingError(OkawariError):
    """The system lacks the libraries that make a PDF; `packages` are Debian's names for them."""

    def __init__(self, packages: str) -> None:
        """Keep the packages; the message is their names."""
        super().__init__(packages)
        self.packages = packages


class MailboxError(OkawariError):
    """A mailbox cannot be read: which trouble it is, and what the server said, if anything."""

    def __init__(self, trouble: Trouble, detail: str = "") -> None:
        """Keep the detail short and printable: it was written by a server."""
        shown = " ".join("".join(char if char.isprintable() else " " for char in detail).split())
        self.detail = shown[:_LONGEST_DETAIL]
        self.trouble = trouble
        super().__init__(f"{trouble}: {self.detail}" if self.detail else str(trouble))
