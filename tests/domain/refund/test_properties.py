"""What holds for every plan, whatever was bought and paid how."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta

from hypothesis import given
from hypothesis import strategies as st

from okawari.domain.japan_time import JAPAN
from okawari.domain.message import Cancel, CancelBy, CauseCode
from okawari.domain.money import total, yen
from okawari.domain.payment import KINDS, METHODS
from okawari.domain.plan import RefundLeg
from okawari.i18n import say
from okawari.rules.loader import rule
from tests.domain.refund.made import cancelled, planned

DAYS = st.dates(date(2025, 1, 1), date(2028, 12, 31))
MERCHANTS = st.sampled_from(["amazon_jp", "rakuten", "yahoo_shopping", "mercari", "yodobashi", "amazon_de", None])
BEFORE_MIDNIGHT = st.times(time(0), time(23, 59))


@st.composite
def ways(draw):
    method = draw(st.sampled_from(METHODS))
    kind = draw(st.none() | st.sampled_from(KINDS[method])) if method in KINDS else None
    expiry = draw(st.none() | DAYS)
    amount = draw(st.none() | st.integers(0, 5000))
    return (
        method
        + (f":{kind}" if kind else "")
        + (f"@{expiry}" if expiry else "")
        + (f"={amount}" if amount is not None else "")
    )


@st.composite
def cases(draw):
    cancelled_on = draw(DAYS)
    ordered_on = draw(st.none() | st.dates(cancelled_on - timedelta(days=200), cancelled_on))
    return cancelled(
        draw(MERCHANTS),
        cancelled_at=datetime.combine(cancelled_on, draw(BEFORE_MIDNIGHT), JAPAN),
        ordered_on=ordered_on,
        amount_due=draw(st.none() | st.integers(1, 9000).map(yen)),
        partial=draw(st.booleans()),
        total=draw(st.none() | st.just(yen(9000))),
        release_on=draw(st.none() | DAYS),
        cancel=Cancel(by=draw(st.sampled_from(CancelBy)), cause=draw(st.sampled_from(CauseCode))),
    )


CAPTURED = st.none() | st.booleans()
PAID_BY = st.lists(ways(), max_size=3)


def every(legs):
    for leg in legs:
        yield leg
        yield from every(leg.or_else)


@given(case=cases(), paid_by=PAID_BY, captured=CAPTURED)
def test_days_are_in_order_and_money_never_exceeds_what_is_due(case, paid_by, captured):
    legs = planned(case, *paid_by, captured=captured)
    assert legs
    for leg in every(legs):
        span = [day for day in (leg.earliest, leg.typical, leg.latest, leg.overdue_on) if day]
        assert span == sorted(span)
        assert leg.remind_on is None or leg.overdue_on is None or leg.remind_on <= leg.overdue_on
        assert (leg.earliest is None) == (leg.latest is None)
        assert leg.earliest is None or leg.earliest >= leg.counted_from
    due = case.amount_due
    if due:
        assert all(leg.amount is None or yen(0) <= leg.amount <= due for leg in every(legs))
        assert (total([leg.amount for leg in legs if leg.amount]) or yen(0)) <= due


@given(case=cases(), paid_by=PAID_BY, captured=CAPTURED)
def test_a_date_always_has_its_rule_and_its_evidence(case, paid_by, captured):
    for leg in every(planned(case, *paid_by, captured=captured)):
        if leg.rule is None:
            assert leg.destination in {"unknown", "none"}
        if leg.destination == "none":
            assert leg.amount.amount == 0
        if leg.latest:
            found = rule(leg.rule or "")
            assert found is not None
            assert found.time is not None
            assert (leg.evidence, leg.sources) == (found.evidence, found.sources)
            assert leg.evidence != "none"
        if leg.destination.startswith("unknown") and leg.method != "coupon":
            assert leg.latest is None


def phrases(leg: RefundLeg):
    yield from (said for said in (leg.statement_hint, leg.action, leg.ask, leg.condition) if said)
    yield from leg.notes


@given(case=cases(), paid_by=PAID_BY, captured=CAPTURED, issuer=st.sampled_from([None, "rakuten_card"]))
def test_everything_can_be_said_in_both_languages(case, paid_by, captured, issuer):
    for leg in every(planned(case, *paid_by, captured=captured, issuer=issuer)):
        for said in phrases(leg):
            assert "{" not in say(said, "ja") + say(said, "en")


@given(case=cases(), way=ways(), captured=CAPTURED, later=st.integers(0, 90))
def test_learning_the_day_of_the_refund_moves_a_deadline_only_with_what_it_counts_from(case, way, captured, later):
    issued = replace(case, refund_issued_on=case.cancelled_at.date() + timedelta(days=later))
    before, after = planned(case, way, captured=captured)[0], planned(issued, way, captured=captured)[0]
    if before.rule == after.rule and before.overdue_on and after.overdue_on > before.overdue_on:
        assert after.counted_from > before.counted_from
        assert not before.counted_from_known


@given(case=cases(), captured=st.booleans(), method=st.sampled_from(["credit_card", "debit_card", "paypay_balance"]))
def test_saying_whether_it_was_charged_picks_among_what_was_possible(case, captured, method):
    (open_leg,) = planned(case, method)
    (leg,) = planned(case, method, captured=captured)
    assert (leg.rule, leg.latest) in [(other.rule, other.latest) for other in every([open_leg])]
