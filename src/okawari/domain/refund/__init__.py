"""Where the money goes back, and by when, for each way of paying."""

from okawari.domain.refund.asked import Asked, CardCycle
from okawari.domain.refund.losses import losses_of
from okawari.domain.refund.planning import plan_refunds

__all__ = ["Asked", "CardCycle", "losses_of", "plan_refunds"]
