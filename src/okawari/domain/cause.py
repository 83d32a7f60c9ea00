"""Why an order was cancelled: the shop's own words first, then what fits."""

from __future__ import annotations

from okawari.domain.case import Case
from okawari.domain.message import CauseCode
from okawari.domain.plan import CauseFinding


def find_cause(case: Case) -> CauseFinding:
    """Return the cause, never more certain than the evidence."""
    if case.cancel is None:
        return CauseFinding(code=CauseCode.UNKNOWN)
    return CauseFinding(code=case.cancel.cause, wording=case.cancel.wording)
