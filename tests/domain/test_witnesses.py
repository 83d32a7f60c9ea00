"""One order, told by mails and by the person's own export."""

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from okawari.domain.authenticity import Verdict
from okawari.domain.case import CaseState
from okawari.domain.export import ExportedLine, ExportedOrder, ExportedRefund, ExportedShipment, ExportState
from okawari.domain.export_facts import BY_THE_PERSON, order_facts, refund_facts
from okawari.domain.facts import Provenance
from okawari.domain.fold import fold
from okawari.domain.message import CancelBy, CauseCode, Item, Parcel, PaymentPart
from okawari.domain.money import Money, yen

from . import say

AT = datetime(2026, 11, 20, tzinfo=UTC)
NUMBER = say.placed().order
OWN = Provenance(
    evidence="e" * 64, file="Your Orders.zip", reader="amazon_export", reader_version=1, authenticity=BY_THE_PERSON
)
TEA, CUP = say.item("煎茶 100g", 1010), say.item("湯のみ", 500)


def listed(*items, state=ExportState.ORDERED, cancelled=(), total=None, **more):
    lines = [ExportedLine(item=item) for item in items]
    lines += [ExportedLine(item=replace(item, quantity=0, line_total=yen(0)), cancelled=True) for item in cancelled]
    whole = total if total is not None else sum(int(item.line_total.amount) for item in items)
    order = ExportedOrder(
        file="Order History.csv",
        number=NUMBER,
        merchant="amazon_jp",
        state=state,
        ordered_at=AT,
        lines=tuple(lines),
        total=yen(whole),
        **more,
    )
    return order_facts(order, OWN)


def paid_back(*amounts, day=25, completed=True):
    refunds = [
        ExportedRefund(
            file="Refund Details.csv",
            order=NUMBER,
            merchant="amazon_jp",
            amount=yen(amount),
            at=datetime(2026, 11, day, 16, tzinfo=UTC),
            completed=completed,
        )
        for amount in amounts
    ]
    return tuple(refund_facts(refunds, OWN))


def only(*facts):
    (case,) = fold(facts)
    return case


def codes(case):
    return [problem.code for problem in case.problems]


def test_an_export_alone_makes_a_case_that_is_called_neither_genuine_nor_doubtful():
    case = only(*listed(TEA, CUP, payments=(PaymentPart(method="credit_card"),)))
    assert (case.state, case.total, case.ordered_on) == (CaseState.ORDERED, yen(1510), date(2026, 11, 20))
    assert case.authenticity.verdict is Verdict.UNPROVEN
    assert case.authenticity.own_file
    assert [reason.code for reason in case.authenticity.reasons] == ["own_file"]


def test_mail_and_export_are_one_case_and_the_mail_keeps_its_proof():
    case = only(say.placed(TEA, CUP, total=1510), *listed(TEA, CUP))
    assert case.authenticity.verdict is Verdict.GENUINE
    assert (case.total, codes(case), len(case.timeline)) == (yen(1510), [], 2)
    assert all(entry.believed for entry in case.timeline)


def test_what_a_mail_leaves_open_the_export_tells():
    parcel = Parcel(carrier="yamato", number="443200000014")
    shipment = ExportedShipment(at=datetime(2026, 11, 21, 20, tzinfo=UTC), parcels=(parcel,), titles=(TEA.title,))
    facts = listed(TEA, state=ExportState.SHIPPED, shipments=(shipment,), payments=(PaymentPart(method="credit_card"),))
    case = only(say.placed(total=1010), *facts)
    assert (case.state, case.items, case.parcels) == (CaseState.SHIPPED, (TEA,), (parcel,))
    assert [part.method for part in case.payments] == ["credit_card"]


def test_different_totals_are_shown_and_no_amount_rests_on_them():
    case = only(say.placed(TEA, total=2000), *listed(TEA, total=1900), say.cancelled())
    assert "totals_differ" in codes(case)
    assert next(one.detail for one in case.problems if one.code == "totals_differ") == "2000 JPY / 1900 JPY"
    assert (case.total, case.amount_due) == (None, None)


def test_a_total_before_and_one_after_points_are_one_price():
    points = PaymentPart(method="amazon_points", amount=yen(100))
    card = PaymentPart(method="credit_card", amount=yen(910))
    case = only(say.placed(TEA, total=1010, payments=(points, card)), *listed(TEA, total=910))
    assert "totals_differ" not in codes(case)


def test_the_cause_is_the_mails_even_where_the_mail_is_not_proven():
    mail = say.cancelled(TEA, verdict=Verdict.UNPROVEN, mail="unproven")
    case = only(mail, *listed(cancelled=(TEA,), state=ExportState.CANCELLED))
    assert case.state is CaseState.CANCELLED
    assert (case.cancel.cause, case.cancel.by) == (CauseCode.STOCKOUT, CancelBy.SHOP)
    assert case.cancelled_at == mail.at


def test_an_export_gives_no_cause_and_no_day_of_a_cancel():
    case = only(*listed(cancelled=(TEA,), state=ExportState.CANCELLED))
    assert (case.state, case.cancelled_at, case.cancel.cause) == (CaseState.CANCELLED, None, CauseCode.UNKNOWN)
    assert (case.total, case.amount_due) == (None, None)


def test_the_price_of_a_line_that_the_export_cancelled_comes_from_the_mail():
    case = only(say.placed(TEA, CUP, total=1510), *listed(CUP, cancelled=(TEA,), state=ExportState.SHIPPED))
    assert case.partial
    assert [item.title for item in case.cancelled_items] == [TEA.title]
    assert case.amount_due == yen(1010)


def test_a_refund_is_announced_once_and_not_seen():
    case = only(say.placed(TEA), say.cancelled(), say.refunded(1010), *paid_back(1010))
    assert case.state is CaseState.REFUND_PENDING
    assert case.amount_due == yen(1010)
    assert len(case.refunds) == 1
    assert case.refund_issued_on == date(2026, 11, 26)


def test_a_mail_without_an_amount_gets_that_of_the_export():
    case = only(say.refunded(), *paid_back(330))
    assert [refund.amount for refund in case.refunds] == [yen(330)]


def test_two_refunds_of_one_day_are_two():
    assert only(*paid_back(330, 330)).amount_due == yen(660)
    assert only(say.refunded(330), *paid_back(330, 330)).amount_due == yen(660)


def test_different_refunds_are_shown_and_no_amount_is_told():
    case = only(say.refunded(1010), *paid_back(900))
    assert "refunds_differ" in codes(case)
    assert case.amount_due is None


def test_a_cancel_that_announced_another_amount_is_told():
    case = only(say.placed(TEA), say.cancelled(refund=say.announced(1010)), *paid_back(900))
    assert "refunds_differ" in codes(case)


def test_a_refund_that_is_not_completed_is_none():
    assert paid_back(1010, completed=False) == ()


def test_amounts_in_two_currencies_differ():
    facts = listed(Item(title="Tea", quantity=1, line_total=Money(Decimal(10), "USD")), total=10)
    dollars = replace(facts[0], part=replace(facts[0].part, total=Money(Decimal(1010), "USD")))
    assert "totals_differ" in codes(only(say.placed(TEA, total=1010), dollars))


EVERYTHING = [
    say.placed(TEA, CUP, total=1510),
    say.cancelled(TEA, partial=True),
    say.cancelled(),
    say.refunded(1010),
    say.refunded(),
    say.forged(),
    *listed(TEA, CUP),
    *listed(CUP, cancelled=(TEA,)),
    *listed(cancelled=(TEA, CUP), state=ExportState.CANCELLED),
    *paid_back(1010),
    *paid_back(330, day=27),
]


@settings(max_examples=80)
@given(st.lists(st.sampled_from(EVERYTHING), min_size=1, max_size=8), st.randoms(use_true_random=False))
def test_the_same_export_twice_and_any_order_change_nothing(facts, chance):
    again = [*facts, *[replace(fact, provenance=fact.provenance) for fact in facts]]
    chance.shuffle(again)
    assert fold(again) == fold(facts)


@settings(max_examples=80)
@given(st.lists(st.sampled_from(EVERYTHING), min_size=1, max_size=8))
def test_an_export_makes_no_mail_less_genuine_and_never_shows_money_as_seen(facts):
    for case in fold(facts):
        mails = fold([fact for fact in facts if not fact.provenance.authenticity.own_file])
        if mails and mails[0].authenticity.verdict is Verdict.GENUINE:
            assert case.authenticity.verdict is Verdict.GENUINE
        assert case.state is not CaseState.REFUNDED
