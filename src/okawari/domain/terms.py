"""What a site's terms let us do with its pages."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """Terms of the pages below `hosts`; those of a site that nobody looked into are the defaults.

    `may_read`: whether pages may be fetched by a program at all. `may_store_history`: whether more than the current state
    may be kept. `min_interval_s`: the shortest time between two requests. `instead` names the way that is open where
    reading is not (`watching.instead_<code>`), `source` where the terms were read.
    """

    hosts: tuple[str, ...] = ()
    may_read: bool = True
    may_store_history: bool = True
    min_interval_s: int = 5
    instead: str = ""
    source: str = ""
