"""From which day a leg counts, and how sure of it the plan is."""

from datetime import UTC, date, datetime

from okawari.domain.case import CaseState
from okawari.domain.message import Refund
from okawari.domain.money import yen
from tests.domain.refund.made import cancelled, planned


def span(leg):
    return leg.earliest, leg.typical, leg.latest


def test_gift_balance_is_back_within_two_days_of_the_moment():
    (leg,) = planned(cancelled(), "amazon_gift_balance")
    assert span(leg) == (date(2026, 11, 18), date(2026, 11, 18), date(2026, 11, 20))
    assert (leg.remind_on, leg.overdue_on) == (date(2026, 11, 20), date(2026, 11, 21))
    assert leg.counted_from_known


def test_the_day_is_the_one_in_japan():
    late_in_london = datetime(2026, 11, 17, 23, 30, tzinfo=UTC)
    (leg,) = planned(cancelled(cancelled_at=late_in_london), "amazon_points")
    assert leg.counted_from == date(2026, 11, 18)


def test_a_refund_not_yet_announced_is_counted_from_the_cancel_and_says_so():
    (leg,) = planned(cancelled(), "credit_card", captured=True)
    assert span(leg) == (date(2026, 11, 19), date(2026, 12, 2), date(2027, 1, 2))
    assert not leg.counted_from_known
    assert "refunds.note_counted_from_cancel" in [note.key for note in leg.notes]


def test_an_announced_refund_is_counted_from_its_day():
    (leg,) = planned(cancelled(refund_issued_on=date(2026, 11, 25)), "credit_card", captured=True)
    assert (leg.counted_from, leg.counted_from_known, leg.latest) == (date(2026, 11, 25), True, date(2027, 1, 9))


def test_a_refund_mail_alone_is_enough():
    case = cancelled(
        state=CaseState.REFUND_PENDING,
        cancelled_at=None,
        cancel=None,
        amount_due=yen(880),
        refunds=(Refund(amount=yen(880)),),
        refund_issued_on=date(2026, 11, 25),
    )
    (leg,) = planned(case, "credit_card")
    assert (leg.rule, leg.amount, leg.latest) == ("REF-AMZ-CARD-02", yen(880), date(2027, 1, 9))


def test_without_any_day_there_are_no_dates():
    (leg,) = planned(cancelled(cancelled_at=None), "debit_card")
    assert (leg.rule, *span(leg), leg.overdue_on) == ("REF-ANY-DEBIT-01", None, None, None, None)
    assert not leg.counted_from_known


def test_nothing_that_does_not_come_has_a_date():
    for paid_by in ("convenience_store:unpaid", "cash_on_delivery", "paypay_voucher@2026-11-01"):
        (leg,) = planned(cancelled(), paid_by)
        assert span(leg) == (None, None, None)


def test_a_bank_transfer_counts_from_the_day_on_which_the_account_can_be_given():
    (leg,) = planned(cancelled(), "convenience_store", on=date(2026, 11, 30))
    (transfer,) = leg.or_else
    assert (leg.destination, leg.latest) == ("amazon_gift_balance", date(2026, 11, 25))
    assert (transfer.rule, transfer.destination) == ("REF-AMZ-BANK-01", "bank_transfer")
    assert (transfer.earliest, transfer.latest) == (date(2026, 12, 3), date(2026, 12, 14))
    assert not transfer.counted_from_known


def test_net_banking_can_be_transferred_too_but_nobody_says_when():
    (leg,) = planned(cancelled(), "net_banking")
    (transfer,) = leg.or_else
    assert (transfer.rule, transfer.destination, transfer.latest) == ("REF-AMZ-CONV-01", "bank_transfer", None)


def test_a_debit_without_cancel_data_is_freed_by_the_bank():
    (leg,) = planned(cancelled(), "debit_card")
    assert (leg.remind_on, leg.overdue_on) == (date(2026, 12, 2), date(2027, 1, 17))
    (freed,) = leg.or_else
    assert (freed.rule, freed.destination) == ("NET-DEBIT-01", "original_bank_account_or_card_balance")
    assert (freed.earliest, freed.latest) == (date(2026, 12, 30), date(2027, 1, 29))  # 45 to 75 days from the order


def test_a_preorder_may_have_been_debited_twice():
    (leg,) = planned(cancelled(release_on=date(2026, 12, 1)), "debit_card")
    assert [other.rule for other in leg.or_else] == ["NET-DEBIT-01", "REF-ANY-DEBIT-02"]
