"""What goes over a channel."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Message:
    """One message: `key` stays the same when it is sent again, `url` is the page to open ("" for none)."""

    key: str
    title: str
    body: str
    url: str

    @property
    def text(self) -> str:
        """The body with the address below it."""
        return f"{self.body}\n{self.url}".strip()
