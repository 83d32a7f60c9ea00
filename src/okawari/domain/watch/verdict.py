"""What a look at a page came to, and why."""

from __future__ import annotations

from dataclasses import dataclass

from okawari.domain.offer import Ground
from okawari.domain.watch.watch import Observation


@dataclass(frozen=True, slots=True)
class Verdict:
    """What one look at a page came to, with the grounds of each thing said."""

    seen: Observation
    why: tuple[Ground, ...] = ()
