"""Whether a message is genuine: the verdict and its reasons."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

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
