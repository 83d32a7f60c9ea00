"""A household: what it keeps, and what its set-up lets it trust."""

from __future__ import annotations

from dataclasses import dataclass

from okawari.domain.judge import Trust
from okawari.store.engine import Store


@dataclass(frozen=True, slots=True)
class Household:
    """One household's store and its trust."""

    store: Store
    trust: Trust
