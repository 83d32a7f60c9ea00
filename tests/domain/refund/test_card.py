"""Credit cards: charged or not, the issuer's view, and the bill."""

from datetime import date, datetime

import jpholiday
import pytest

from okawari.domain.japan_time import JAPAN
from okawari.domain.message import Refund
from okawari.domain.money import yen
from okawari.domain.payment import CardCycle
from okawari.domain.refund.card_cycle import closing_after, payment_of
from okawari.i18n import say
from tests.domain.refund.made import cancelled, planned

MONTH_END = CardCycle(closing_day=99, payment_day=27)
FIFTEENTH = CardCycle(closing_day=15, payment_day=10)
SHIPPED = datetime(2026, 11, 12, 9, 0, tzinfo=JAPAN)


def keys(leg):
    return [note.key for note in leg.notes]


def test_after_the_shipping_a_card_was_probably_charged():
    (leg,) = planned(cancelled(shipped_at=SHIPPED), "credit_card")
    assert [leg.rule, *(other.rule for other in leg.or_else)] == ["REF-AMZ-CARD-02", "REF-AMZ-CARD-01"]


def test_what_the_case_knows_settles_it():
    (leg,) = planned(cancelled(captured=False), "credit_card")
    assert (leg.rule, leg.or_else) == ("REF-AMZ-CARD-01", ())


def test_the_person_knows_better_than_the_case():
    (leg,) = planned(cancelled(captured=True), "credit_card", captured=False)
    assert leg.rule == "REF-AMZ-CARD-01"


@pytest.mark.parametrize("kind", ["instalment", "revolving"])
def test_a_plan_of_payments_takes_longer_unless_nothing_was_charged(kind):
    (leg,) = planned(cancelled(), f"credit_card:{kind}", captured=True)
    assert (leg.rule, leg.latest, leg.or_else) == ("REF-AMZ-MC-01", date(2027, 1, 17), ())
    (leg,) = planned(cancelled(), f"credit_card:{kind}")
    assert [leg.rule, *(other.rule for other in leg.or_else)] == ["REF-AMZ-MC-01", "REF-AMZ-CARD-01"]
    (leg,) = planned(cancelled(), f"credit_card:{kind}", captured=False)
    assert leg.rule == "REF-AMZ-CARD-01"


def test_rakuten_card_says_how_its_own_statement_looks():
    (leg,) = planned(cancelled(), "credit_card", captured=True, issuer="rakuten_card")
    assert leg.rule == "REF-AMZ-CARD-02"
    assert "rules.REF-ANY-CARD-03_statement" in keys(leg)
    (leg,) = planned(cancelled("rakuten"), "credit_card", issuer="rakuten_card")
    assert (leg.rule, leg.earliest, leg.latest) == ("REF-ANY-CARD-03", date(2026, 12, 2), date(2026, 12, 9))
    (leg,) = planned(cancelled(), "credit_card", captured=False, issuer="rakuten_card")
    assert "rules.REF-ANY-CARD-03_statement" not in keys(leg)


@pytest.mark.parametrize(
    ("cycle", "day", "closing", "drawn"),
    [
        (MONTH_END, date(2026, 11, 30), date(2026, 11, 30), date(2026, 12, 28)),  # the 27th is a Sunday
        (MONTH_END, date(2027, 2, 1), date(2027, 2, 28), date(2027, 3, 29)),
        (FIFTEENTH, date(2026, 11, 15), date(2026, 11, 15), date(2026, 12, 10)),
        (FIFTEENTH, date(2026, 11, 16), date(2026, 12, 15), date(2027, 1, 12)),  # the 10th is a Sunday, then a holiday
        (CardCycle(closing_day=31, payment_day=99), date(2026, 4, 3), date(2026, 4, 30), date(2026, 6, 1)),
        (
            CardCycle(closing_day=5, payment_day=27, payment_month_offset=0),
            date(2026, 12, 6),
            date(2027, 1, 5),
            date(2027, 1, 27),
        ),
    ],
)
def test_closing_and_payment_days(cycle, day, closing, drawn):
    assert closing_after(day, cycle) == closing
    assert payment_of(closing, cycle, jpholiday.is_holiday) == drawn


def bill(ordered, issued, cycle=MONTH_END):
    case = cancelled(ordered_on=ordered, shipped_at=None, refund_issued_on=issued)
    (leg,) = planned(case, "credit_card", captured=True, card=cycle)
    return next(note for note in leg.notes if note.key.startswith("refunds.cycle_"))


def test_a_long_wait_can_cross_the_closing_day():
    far_payment = CardCycle(closing_day=30, payment_day=27, payment_month_offset=2)
    note = bill(date(2026, 10, 1), date(2026, 10, 2), far_payment)
    assert note.key == "refunds.cycle_either"
    assert "遅くとも2027年1月27日(水)の支払いで戻ります" in say(note, "ja")


def test_what_was_not_charged_is_no_part_of_the_bill():
    (leg,) = planned(cancelled(), "credit_card", captured=False, card=MONTH_END)
    assert [(note.key, dict(note.values)) for note in leg.notes] == [
        ("refunds.cycle_released", {"drawn": date(2026, 12, 28)})
    ]


def test_past_the_closing_day_it_is_drawn_once_and_returned():
    note = bill(date(2026, 10, 20), date(2026, 11, 5))
    assert note.key == "refunds.cycle_drawn_then_returned"
    assert note.values == {"drawn": date(2026, 11, 27), "returned": date(2027, 1, 27)}
    assert "遅くとも2027年1月27日(水)の支払いで戻ります" in say(note, "ja")
    assert say(note, "en").endswith("at the latest.")


def test_a_short_wait_before_the_closing_day_is_voided_in_the_same_statement():
    case = cancelled("rakuten", ordered_on=date(2026, 11, 1), cancelled_at=datetime(2026, 11, 2, tzinfo=JAPAN))
    (leg,) = planned(case, "credit_card", issuer="rakuten_card", card=MONTH_END)
    note = next(note for note in leg.notes if note.key == "refunds.cycle_same_statement")
    assert note.values == {"closing": date(2026, 11, 30), "drawn": date(2026, 12, 28)}


def test_the_shops_figure_beside_ours():
    (leg,) = planned(cancelled(refunds=(Refund(amount=yen(900)),)), "credit_card")
    note = next(note for note in leg.notes if note.key == "refunds.note_announced")
    assert note.values == {"said": yen(900), "due": yen(1010)}


def test_a_figure_named_twice_is_one_refund():
    (leg,) = planned(cancelled(refunds=(Refund(amount=yen(1010)), Refund(amount=yen(1010)))), "credit_card")
    assert "refunds.note_announced" not in keys(leg)


@pytest.mark.parametrize("day", [0, 32, 98, -1])
def test_a_day_that_no_month_has_is_refused(day):
    with pytest.raises(ValueError, match="no month has a day"):
        CardCycle(closing_day=day, payment_day=10)


def test_a_shop_without_a_known_rule_still_cannot_hold_a_card_for_ever():
    (leg,) = planned(cancelled("yodobashi"), "credit_card")
    (released,) = leg.or_else
    assert (leg.rule, leg.latest) == ("REF-YODO-01", None)
    assert (released.rule, released.destination) == ("NET-AUTH-03", "authorisation_release")
    assert released.latest == date(2026, 12, 15)  # 30 days from the order
    (charged,) = planned(cancelled("yodobashi"), "credit_card", captured=True)
    assert charged.or_else == ()
