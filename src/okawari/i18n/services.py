"""What price services are called."""

from __future__ import annotations

from okawari.i18n import has, text


def service_text(name: str, locale: str) -> str:
    """Return the name of a price service."""
    key = f"offers.service_{name}"
    return text(key, locale) if has(key) else name
