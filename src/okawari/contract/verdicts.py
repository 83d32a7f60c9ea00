"""The document `okawari.verdicts/1`."""

from __future__ import annotations

from collections.abc import Iterable

from okawari.contract.page import grounds_document
from okawari.contract.values import Document
from okawari.contract.watching import look_document
from okawari.services.verdicts import KeptVerdict


def verdicts_document(watch: str, verdicts: Iterable[KeptVerdict], locale: str) -> Document:
    """Return what the last looks at a watch's page came to, with their grounds and what is kept of the page."""
    return {
        "schema": "okawari.verdicts/1",
        "watch": watch,
        "verdicts": [
            {
                "look": look_document(one.verdict.seen, locale),
                "grounds": grounds_document(one.verdict.why),
                "snapshot": {"size": one.size, "kept": one.kept, "sha256": one.body},
            }
            for one in verdicts
        ],
    }
