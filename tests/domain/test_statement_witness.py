"""A line that names the order settles it where it is certain, and only there."""

from datetime import date, datetime, time

import pytest

from okawari.domain.authenticity import OWN_FILE, Authenticity, Verdict
from okawari.domain.case import CaseState
from okawari.domain.facts import Provenance
from okawari.domain.fold import fold
from okawari.domain.japan_time import JAPAN
from okawari.domain.money import Money, yen
from okawari.domain.statement import LineKind, StatementLine, Witness
from okawari.domain.statement_facts import StatementLineSeen
from tests.domain.say import ORDER, cancelled, item, placed

KETTLE = item("電気ケトル", 1010)
CANCEL_DAY = date(2026, 11, 23)


def seen(amount=1010, *, day=25, kind="refund", merchant="amazon_jp", order=ORDER, row=3):
    on = date(2026, 11, day)
    line = StatementLine(
        on=on,
        merchant="返金",
        amount=amount if isinstance(amount, Money) else yen(amount),
        kind=LineKind(kind),
        source="amazon_gift_balance",
        file="p",
        row=row,
        order=order,
    )
    return StatementLineSeen(
        merchant=merchant,
        order=order,
        at=datetime.combine(on, time(12), JAPAN),
        provenance=Provenance(
            evidence="e", file="p", reader="statement", reader_version=1,
            authenticity=Authenticity(Verdict.UNPROVEN, (OWN_FILE,)),
        ),
        witness=Witness(line, "残高"),
    )  # fmt: skip


def one_case(*facts):
    (case,) = fold([placed(KETTLE, total=1010, hours=-48), cancelled(), *facts])
    return case


def test_exactly_what_was_due_is_refunded_and_its_line_is_shown():
    case = one_case(seen())
    assert case.state is CaseState.REFUNDED
    assert [witness.line.amount for witness in case.witnesses] == [yen(1010)]
    assert case.timeline[-1].what.key == "statements.said_refund"
    assert case.authenticity.verdict is Verdict.GENUINE


def test_two_lines_that_sum_up_are_refunded():
    assert one_case(seen(1000), seen(10, row=4)).state is CaseState.REFUNDED


@pytest.mark.parametrize(
    "facts",
    [
        [seen(1009)],
        [seen(1011)],
        [seen(), seen(row=4)],  # twice as much as was due
        [seen(day=22)],  # before the cancel: of something else
        [seen(kind="charge")],
        [seen(kind="other")],
        [seen(), seen(kind="other", day=26)],  # a refund that was taken back
        [seen(Money(yen(1010).amount, "USD"))],
    ],
    ids=["less", "more", "twice", "before", "charge", "other", "taken back", "currency"],
)
def test_what_is_not_certain_leaves_the_case_open_and_is_shown(facts):
    case = one_case(*facts)
    assert case.state is CaseState.CANCELLED
    assert len(case.witnesses) == len(facts)


def test_a_line_of_another_order_is_no_witness():
    cases = fold([placed(KETTLE, total=1010, hours=-48), cancelled(), seen(order="250-7654321-7654321")])
    assert [case.state for case in cases if case.order == ORDER] == [CaseState.CANCELLED]


def test_a_line_without_a_merchant_joins_the_only_order_of_its_number():
    assert one_case(seen(merchant=None)).state is CaseState.REFUNDED


def test_a_line_alone_says_nothing_of_where_the_order_stands():
    (case,) = fold([seen()])
    assert case.state is CaseState.UNKNOWN


def test_an_amount_due_that_is_not_known_is_never_seen():
    (case,) = fold([cancelled(), seen()])
    assert case.state is CaseState.CANCELLED
