"""Where the money goes back, and by when, for each way of paying."""

from okawari.domain.refund.asked import Asked
from okawari.domain.refund.losses import losses_of
from okawari.domain.refund.planning import plan_refunds

__all__ = ["Asked", "losses_of", "plan_refunds"]
