"""A document as JSON text."""

from __future__ import annotations

import json
from typing import Any

import orjson


def json_text(document: dict[str, Any]) -> str:
    """Return the document on one line; halves of characters, as broken mails hold them, stay in it."""
    try:
        return orjson.dumps(document).decode()
    except TypeError:  # it writes no halves of characters
        return json.dumps(document, ensure_ascii=False, separators=(",", ":"))
