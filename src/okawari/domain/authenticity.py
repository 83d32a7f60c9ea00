"""Whether a message is genuine: the verdict and its reasons."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

ADVICE = frozenset({"check_orders", "check_notices", "report_to", "report_council"})
"""Codes of reasons that say what to do, not why: they close the list."""


class Verdict(StrEnum):
    """`UNPROVEN` whenever there is doubt: a wrong "genuine" is the worst thing we can say."""

    GENUINE = "genuine"
    PHISHING = "phishing"
    UNPROVEN = "unproven"


@dataclass(frozen=True, slots=True)
class Reason:
    """One ground of a verdict.

    `code` is stable; the words stand in the catalogue under `authenticity.<code>` with `detail` as their value.
    """

    code: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Authenticity:
    """A verdict with every ground for it, the weightiest first."""

    verdict: Verdict
    reasons: tuple[Reason, ...] = ()

    @property
    def own_file(self) -> bool:
        """Whether it is no mail that was judged, but a file that the person fetched from the shop and handed over."""
        return OWN_FILE in self.reasons


OWN_FILE: Final = Reason("own_file")
