"""Where the money goes back, and by when, for each way of paying."""

from okawari.domain.refund.asked import Asked, CardCycle
from okawari.domain.refund.planning import plan_refunds

__all__ = ["Asked", "CardCycle", "plan_refunds"]
