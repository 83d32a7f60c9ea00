"""The document `okawari.redact/1`: never an original, so that it can be handed on with the copy."""

from __future__ import annotations

from collections import Counter

from okawari.contract.values import Document
from okawari.services.redacting import Redacted


def redaction_document(copy: Redacted, file: str) -> Document:
    """Return what was replaced, how often and by which rule, and in how many lines to look."""
    values = Counter((change.kind.value, change.rule) for change in copy.changes)
    times = Counter[tuple[str, str]]()
    for change in copy.changes:
        times[change.kind.value, change.rule] += change.count
    return {
        "schema": "okawari.redact/1",
        "file": file,
        "changes": [
            {"kind": kind, "rule": rule, "values": count, "times": times[kind, rule]}
            for (kind, rule), count in sorted(values.items())
        ],
        "dropped": len(copy.dropped),
        "look_at": [
            {"what": what, "lines": count} for what, count in sorted(Counter(w for w, _ in copy.unsure).items())
        ],
    }
