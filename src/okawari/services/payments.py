"""Ways of paying by the names that people and shops use."""

from __future__ import annotations

from okawari.reading.payments import UNKNOWN, payment_method


def named_method(name: str) -> str | None:
    """Return the METHOD word of `domain.payment` for a name, None where it leaves it open."""
    method = payment_method(name)
    return None if method == UNKNOWN else method
