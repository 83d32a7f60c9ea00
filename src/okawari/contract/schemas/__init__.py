"""The JSON Schemas of the documents, as files beside this one."""

from __future__ import annotations

from importlib import resources

NAMES = tuple(
    sorted(
        file.name.removesuffix(".json") for file in resources.files(__name__).iterdir() if file.name.endswith(".json")
    )
)


def schema_text(name: str) -> str:
    """Return the schema of a document as JSON text; `name` is one of `NAMES`."""
    return (resources.files(__name__) / f"{name}.json").read_text(encoding="utf-8")
