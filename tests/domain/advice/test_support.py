"""What one has at hand before one asks for help."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from okawari.domain.advice.support import number_problem, support_pack
from okawari.domain.money import Money
from okawari.domain.payment import parse_paid_by
from okawari.domain.refund import Asked
from okawari.domain.told import Happened, Told, facts_told, money_seen
from okawari.i18n import say
from okawari.rules.loader import rules
from okawari.services.rescue import plan_facts
from okawari.sources.registry import merchants

MARKETPLACE = rules("marketplace")


@pytest.mark.parametrize(
    ("order", "said"),
    [
        ("250-1234567-7654321", None),
        ("２５０-1234567-7654321", None),
        ("D01-1234567-7654321", None),
        ("250-1234567-765432", "16桁"),
        ("2501234567-7654321", "区切り"),
        ("250-123456O-7654321", "数字でない文字"),
        ("", "分かりません"),
        ("told-12345678", "分かりません"),
    ],
)
def test_the_17_digits_are_checked(order, said):
    problem = number_problem(order, MARKETPLACE)
    assert (problem is None) if said is None else said in say(problem)


def pack(merchant="amazon_jp", happened=Happened.CANCELLED_STOCKOUT, order="250-1234567-7654321"):
    (plan,) = plan_facts(
        facts_told(Told(merchant=merchant, happened=happened, on=date(2026, 11, 20), order=order, item="本")),
        Asked(on=date(2026, 11, 24)),
    )
    return support_pack(plan, merchants()[merchant], MARKETPLACE)


@pytest.mark.parametrize("locale", ["ja", "en"])
@pytest.mark.parametrize("happened", Happened)
def test_what_to_say_is_short_and_names_the_order(happened, locale):
    said = say(pack(happened=happened).draft.body, locale)
    assert "250-1234567-7654321" in said
    assert len(said) < 500


def test_the_way_to_the_chat_carries_its_rule_at_amazon_and_none_elsewhere():
    assert (len(pack().way), pack().rule) == (4, "MKT-CONTACT-01")
    other = pack("rakuten", order="123456-20261120-0000000001")
    assert (len(other.way), other.rule, other.number_problem) == (1, None, None)


@pytest.mark.parametrize(
    ("captured", "on", "asks"),
    [
        (True, date(2026, 11, 24), "返金の方法と、処理の日"),
        (True, date(2027, 2, 1), "返金を処理した日"),
        (False, date(2027, 2, 1), "利用承認を取り消した日"),
    ],
)
def test_what_to_ask_follows_how_late_the_money_is(captured, on, asks):
    told = Told(
        merchant="amazon_jp",
        happened=Happened.CANCELLED_STOCKOUT,
        on=date(2026, 11, 20),
        paid_by=(parse_paid_by("credit_card"),),
        captured=captured,
        total=Money(Decimal(1000)),
    )

    def planned(*more):
        (plan,) = plan_facts((*facts_told(told), *more), Asked(on=on, paid_by=told.paid_by, captured=captured))
        return plan, say(support_pack(plan, merchants()["amazon_jp"], MARKETPLACE).draft.body, "ja")

    plan, body = planned()
    assert asks in body
    _, body = planned(money_seen(plan.case, datetime(2027, 2, 1, tzinfo=UTC)))
    assert "返金も確認できました" in body
    assert asks not in body
