"""A charge on a phone bill that is cancelled: gone, or billed once and deducted later."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from okawari.domain.refund.windows import add_months


@dataclass(frozen=True, slots=True)
class CarrierBilling:
    """`removed`: the charge never appears; else it is billed with `usage_month` and deducted in `deducted_month`.

    Months are given by their first day.
    """

    removed: bool
    usage_month: date
    deducted_month: date | None


def carrier_billing(bought: date, cancelled: date) -> CarrierBilling:
    """Return what a d-barai bill shows for an order cancelled on a later day. Source: REF-AMZ-DPAY-01 and -02."""
    usage, cancel_month = bought.replace(day=1), cancelled.replace(day=1)
    if usage == cancel_month:
        return CarrierBilling(removed=True, usage_month=usage, deducted_month=None)
    return CarrierBilling(removed=False, usage_month=usage, deducted_month=add_months(cancel_month, 1))
