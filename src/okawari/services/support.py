"""Gather what one has at hand before one asks for help."""

from __future__ import annotations

from okawari.domain.advice.support import SupportPack, support_pack
from okawari.domain.plan import Plan
from okawari.rules.loader import rules
from okawari.sources import registry


def support_for(plan: Plan) -> SupportPack | None:
    """Return the words, numbers and way for a case; None for a forged mail."""
    return support_pack(plan, registry.merchants().get(plan.case.merchant or ""), rules("marketplace"))
