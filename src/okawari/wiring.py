"""The composition root: the only place where settings meet the rooms."""

from __future__ import annotations

from okawari.domain.judge import Trust
from okawari.settings import Settings


def trust(settings: Settings) -> Trust:
    """Return what the set-up lets us trust."""
    return Trust(authserv_ids=settings.authserv_ids)
