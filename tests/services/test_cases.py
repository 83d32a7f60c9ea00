"""Cases of what is kept."""

from dataclasses import replace
from datetime import UTC, date, datetime

from okawari.domain.authenticity import Authenticity, Verdict
from okawari.domain.case import CaseState
from okawari.domain.facts import PersonSaid, Provenance
from okawari.domain.judge import Trust
from okawari.domain.message import OrderPart
from okawari.domain.payment import PaidBy
from okawari.domain.refund import Asked
from okawari.services.cases import get_case, list_cases, remember_answers
from okawari.services.importing import import_bytes
from okawari.services.reading_again import read_again
from tests.mails import order_mail, order_number

ASKED = Asked(on=date(2026, 11, 23))


def said_of(number, **said):
    provenance = Provenance(
        evidence="", file="", reader="person", reader_version=1, authenticity=Authenticity(Verdict.UNPROVEN)
    )
    order = order_number(number)
    return PersonSaid(
        merchant="amazon_jp", order=order, at=None, provenance=provenance, part=OrderPart(number=order), **said
    )


def test_cases_are_listed_the_last_spoken_of_first(store):
    import_bytes([(f"{n}.eml", order_mail(n)) for n in (1, 3, 2)], store, Trust())
    assert [plan.case.order for plan in list_cases(store, ASKED)] == [order_number(n) for n in (3, 2, 1)]
    assert [plan.case.order for plan in list_cases(store, ASKED, limit=1, offset=1)] == [order_number(2)]


def test_more_orders_than_one_query_takes_are_all_listed(store, monkeypatch):
    monkeypatch.setattr("okawari.services.cases.SUBJECTS_AT_ONCE", 2)
    import_bytes([(f"{n}.eml", order_mail(n)) for n in range(5)], store, Trust())
    assert len(list_cases(store, ASKED)) == 5


def test_a_case_is_folded_from_all_mails_of_its_order(store):
    import_bytes([("1.eml", order_mail(1)), ("2.eml", order_mail(1, cancelled=True))], store, Trust())
    (plan,) = get_case(store, order_number(1), ASKED)
    assert plan.case.state is CaseState.CANCELLED
    assert plan.on == ASKED.on


def test_an_order_that_nothing_speaks_of_is_no_case(store):
    assert get_case(store, "250-0000000-0000000", ASKED) == ()


def test_what_the_person_said_fills_what_is_not_asked_now(store):
    import_bytes([("2.eml", order_mail(1, cancelled=True))], store, Trust())
    first = said_of(1, paid_by=(PaidBy(method="paidy"),), issuer="jcb")
    second = said_of(1, paid_by=(PaidBy(method="amazon_gift_balance"),))
    remember_answers(store, [first], datetime(2026, 11, 23, 1, tzinfo=UTC))
    remember_answers(store, [second], datetime(2026, 11, 23, 2, tzinfo=UTC))
    (plan,) = get_case(store, order_number(1), ASKED)
    assert [leg.method for leg in plan.refunds] == ["amazon_gift_balance"]
    now = Asked(on=ASKED.on, paid_by=(PaidBy(method="credit_card"),))
    (plan,) = get_case(store, order_number(1), now)
    assert [leg.method for leg in plan.refunds] == ["credit_card"]


def test_reading_again_keeps_what_the_person_said(store):
    import_bytes([("2.eml", order_mail(1, cancelled=True))], store, Trust())
    remember_answers(store, [said_of(1, paid_by=(PaidBy(method="amazon_gift_balance"),))], datetime.now(UTC))
    before = get_case(store, order_number(1), ASKED)
    assert read_again(store, Trust()) == 1
    assert get_case(store, order_number(1), ASKED) == before


def test_a_mail_that_names_no_order_is_a_case_of_its_own(store):
    without_number = order_mail(1, cancelled=True).replace(order_number(1).encode(), b"")
    import_bytes(
        [("a.eml", without_number), ("b.eml", without_number.replace(b"cancel-1", b"cancel-2"))], store, Trust()
    )
    plans = list_cases(store, ASKED)
    assert [(plan.case.order, plan.case.merchant) for plan in plans] == [("", "amazon_jp")] * 2
    assert len(list_cases(store, ASKED, limit=1)) == 1


def test_a_forged_mail_that_names_no_order_is_a_case_that_says_so(store):
    forged = (
        order_mail(1, cancelled=True).replace(order_number(1).encode(), b"").replace(b"amazon.co.jp>", b"evil.example>")
    )
    import_bytes([("a.eml", forged)], store, Trust())
    (plan,) = list_cases(store, ASKED)
    assert (plan.case.authenticity.verdict, plan.refunds) == (Verdict.PHISHING, ())


def test_what_is_said_of_a_number_without_its_shop_joins_the_order(store):
    import_bytes([("2.eml", order_mail(1, cancelled=True))], store, Trust())
    anybody = replace(said_of(1, paid_by=(PaidBy(method="amazon_gift_balance"),)), merchant=None)
    remember_answers(store, [anybody], datetime.now(UTC))
    (plan,) = list_cases(store, ASKED)
    assert [leg.method for leg in plan.refunds] == ["amazon_gift_balance"]


def test_an_answer_about_one_shop_is_none_about_another_that_uses_the_same_number(store):
    import_bytes([("2.eml", order_mail(1, cancelled=True))], store, Trust())
    elsewhere = replace(said_of(1, paid_by=(PaidBy(method="amazon_gift_balance"),)), merchant="yodobashi")
    remember_answers(store, [elsewhere], datetime.now(UTC))
    plans = {plan.case.merchant: plan for plan in get_case(store, order_number(1), ASKED)}
    assert plans.keys() == {"amazon_jp", "yodobashi"}
    assert [leg.method for leg in plans["amazon_jp"].refunds] != ["amazon_gift_balance"]
