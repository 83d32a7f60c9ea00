"""The JSON Schemas of the documents, as files beside this one."""

from __future__ import annotations

from importlib import resources

NAMES = (
    "read",
    "rescue",
    "statement",
    "statement-layouts",
    "parcel",
    "tracking",
    "preorder",
    "export",
    "backup",
    "page",
    "rank",
    "offers",
    "key",
    "money",
    "due",
    "calendar",
    "seller",
    "evidence",
    "forgotten",
    "redact",
    "watch",
    "alerts",
    "history",
    "mailbox",
)


def schema_text(name: str) -> str:
    """Return the schema of a document as JSON text; `name` is one of `NAMES`."""
    return (resources.files(__name__) / f"{name}.json").read_text(encoding="utf-8")
