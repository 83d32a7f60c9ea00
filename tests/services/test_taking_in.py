"""What a person hands over leads to its orders."""

from datetime import UTC, date, datetime

import pytest

from okawari.domain.judge import Trust
from okawari.domain.refund import Asked
from okawari.domain.told import Happened, Told
from okawari.services.cases import get_case
from okawari.services.evidence import forget_evidence, kept_mail, mails_without_order
from okawari.services.household import Household
from okawari.services.taking_in import take_in_files, take_in_text
from okawari.services.telling import keep_told
from okawari.store.orders import OrderKey
from tests.mails import order_mail, order_number, private_mail


@pytest.fixture
def household(store):
    return Household(store, Trust())


def test_files_lead_to_their_orders(household):
    taken = take_in_files(household, [("a.eml", order_mail(1)), ("b.eml", private_mail(9))])
    assert taken.orders == (OrderKey("amazon_jp", order_number(1)),)
    assert len(taken.silent) == 1
    assert kept_mail(household, taken.silent[0]).mail.subject == "明日の待ち合わせ"
    assert [mail.sha256 for mail in mails_without_order(household, 10)] == list(taken.silent)


def test_a_mail_that_is_kept_already_still_leads_to_its_order(household):
    first = take_in_files(household, [("a.eml", order_mail(1))])
    assert take_in_files(household, [("copy.eml", order_mail(1))]) == first


def test_pasted_text_leads_to_its_order_and_is_marked(household):
    text = f"Amazon.co.jp\n注文番号 {order_number(5)}\n在庫切れのため、ご注文はキャンセルされました。"
    taken = take_in_text(household, text, date(2026, 11, 20))
    assert taken.orders == (OrderKey("amazon_jp", order_number(5)),)
    (plan,) = get_case(household.store, order_number(5), Asked(on=date(2026, 11, 23)))
    assert plan.case.cancelled_at == datetime(2026, 11, 20, 3, tzinfo=UTC)


def test_a_mail_can_be_forgotten(household):
    taken = take_in_files(household, [("b.eml", private_mail(9))])
    assert forget_evidence(household, taken.silent[0])
    assert kept_mail(household, taken.silent[0]) is None
    assert not forget_evidence(household, taken.silent[0])


def test_what_is_told_is_a_case(household):
    told = Told(merchant="amazon_jp", happened=Happened.CANCELLED_STOCKOUT, on=date(2026, 11, 20))
    key = keep_told(household, told, datetime.now(UTC))
    (plan,) = get_case(household.store, key.order, Asked(on=date(2026, 11, 23)))
    assert plan.case.merchant == "amazon_jp"
