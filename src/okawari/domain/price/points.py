"""How the malls count points, in whole numbers. Source: PTS-RAK-*, PTS-YS-*, PTS-ORDER-01."""

from __future__ import annotations


def without_tax(amount: int, tax_percent: int = 10) -> int:
    """Return the price without tax; a broken yen is dropped."""
    return amount * 100 // (100 + tax_percent)


def with_tax(amount: int, tax_percent: int = 10) -> int:
    """Return the price with tax; a broken yen counts as a whole one."""
    return -(-amount * (100 + tax_percent) // 100)


def points_on(base: int, per_mille: int, floor: int) -> int:
    """Return the points on a base that is cut down to a multiple of `floor` first."""
    return base // floor * floor * per_mille // 1000


def less_coupon(points: int, coupon: int, whole: int) -> int:
    """Return what a coupon of the mall leaves of an order's points; `whole` are all its items without tax. PTS-RAK-COUPON-01."""
    return points - -(-points * coupon // whole) if whole > 0 else 0


def shop_hops(shops: int, most: int) -> int:
    """Return the extra multiples for having bought from so many shops. PTS-RAK-MAR-01."""
    return max(min(shops, most) - 1, 0)


def spend_that_fills(cap: int, per_mille: int, floor: int) -> int:
    """Return the least base whose points reach the cap."""
    return -(-cap * 1000 // (per_mille * floor)) * floor
