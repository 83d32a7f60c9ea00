"""Points with an end of their own: back, granted again, or lost."""

from datetime import date, datetime

import pytest

from okawari.domain.japan_time import JAPAN
from okawari.domain.message import Cancel, CancelBy, CauseCode, PaymentPart
from okawari.domain.money import yen
from okawari.domain.refund import losses_of
from okawari.rules.loader import rules
from tests.domain.refund.made import cancelled, planned

BY_BUYER = Cancel(by=CancelBy.BUYER, cause=CauseCode.BUYER_REQUEST)
UNCLEAR = Cancel()
EXPIRED = "rakuten_points:limited@2026-07-31"


def rakuten(cancel, at=datetime(2026, 8, 1, 0, 10, tzinfo=JAPAN), **more):
    return cancelled("rakuten", cancel=cancel, cancelled_at=at, **more)


def test_points_are_good_until_the_end_of_their_last_day():
    last_evening = datetime(2026, 7, 31, 23, 59, tzinfo=JAPAN)
    (leg,) = planned(rakuten(BY_BUYER, last_evening), EXPIRED)
    assert (leg.rule, leg.latest) == ("REF-RAK-POINT-02", date(2026, 8, 1))


def test_expired_points_are_granted_again_when_the_shop_cancels_for_stockout():
    shop = Cancel(by=CancelBy.SHOP, cause=CauseCode.STOCKOUT)
    (leg,) = planned(rakuten(shop), EXPIRED)  # 1 August 2026 is a Saturday, the 11th a holiday
    assert (leg.rule, leg.earliest, leg.latest) == ("REF-RAK-POINT-03", date(2026, 8, 4), date(2026, 8, 5))
    assert (leg.remind_on, leg.overdue_on) == (date(2026, 8, 6), date(2026, 8, 8))


def test_a_stockout_is_the_shops_even_where_nobody_says_who_cancelled():
    (leg,) = planned(rakuten(Cancel(cause=CauseCode.STOCKOUT)), EXPIRED)
    assert leg.rule == "REF-RAK-POINT-03"


def test_expired_points_are_lost_when_the_buyer_cancels():
    (leg,) = planned(rakuten(BY_BUYER), EXPIRED)
    assert (leg.rule, leg.destination, leg.latest) == ("REF-RAK-POINT-04", "lost", None)
    assert leg.amount == yen(1010)


def test_expired_points_wait_for_who_cancelled():
    (leg,) = planned(rakuten(UNCLEAR), EXPIRED)
    assert (leg.rule, leg.destination) == (None, "unknown")
    assert [(other.rule, other.condition.key) for other in leg.or_else] == [
        ("REF-RAK-POINT-03", "refunds.if_shop_cancelled_for_stockout"),
        ("REF-RAK-POINT-04", "refunds.if_buyer_cancelled"),
    ]


def test_limited_points_without_a_date_wait_for_it():
    (leg,) = planned(rakuten(BY_BUYER), "rakuten_points:limited")
    assert (leg.rule, leg.destination) == (None, "unknown")
    assert [other.rule for other in leg.or_else] == ["REF-RAK-POINT-02", "REF-RAK-POINT-04"]


@pytest.mark.parametrize("paid_by", ["amazon_points:limited", "amazon_points:limited@2026-11-01"])
def test_amazons_limited_points_may_be_lost(paid_by):
    (leg,) = planned(cancelled(), paid_by)
    assert (leg.rule, leg.destination, leg.evidence) == ("REF-AMZ-POINTS-02", "amazon_points_or_lost", "article")


def test_points_in_a_mail_may_be_limited_ones():
    (leg,) = planned(cancelled(payments=(PaymentPart(method="amazon_points"),)))
    assert [leg.rule, *(other.rule for other in leg.or_else)] == ["REF-AMZ-POINTS-01", "REF-AMZ-POINTS-02"]


def test_mercaris_expired_points_come_back_with_a_new_date():
    (leg,) = planned(cancelled("mercari"), "mercari_points@2026-11-01")
    note = next(note for note in leg.notes if note.key == "refunds.note_new_expiry")
    assert note.values == {"days": 5, "until": date(2026, 11, 22)}


def lost(case, *paid_by):
    return [said.key for said in losses_of(case, planned(case, *paid_by), rules("refund"))]


def test_losses_are_named():
    assert lost(rakuten(BY_BUYER), EXPIRED) == ["refunds.lost_amount"]
    assert lost(cancelled(), "amazon_points:limited") == [
        "rules.REF-AMZ-POINTS-02_title",
        "rules.REF-AMZ-POINTS-03_title",
    ]
    assert "rules.MKT-PRE-04_title" in lost(cancelled(release_on=date(2026, 12, 1)), "credit_card")
    assert lost(cancelled("yodobashi"), "credit_card") == []
    assert lost(cancelled(cancelled_at=None, cancel=None, state="ordered"), "credit_card") == []


def test_points_that_the_mail_calls_limited_are_limited():
    case = rakuten(BY_BUYER, payments=(PaymentPart(method="rakuten_points", amount=yen(1010), kind="limited"),))
    (leg,) = planned(case)
    assert (leg.rule, [other.rule for other in leg.or_else]) == (None, ["REF-RAK-POINT-02", "REF-RAK-POINT-04"])
