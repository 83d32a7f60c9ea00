"""A pasted balance, an export and a mail of one order are one case with three witnesses."""

from datetime import UTC, date, datetime

import pytest
from sqlalchemy import select

from okawari.domain.judge import Trust
from okawari.domain.matching.expectations import Share
from okawari.domain.refund import Asked
from okawari.services.cases import get_case, list_cases
from okawari.services.following import recognise
from okawari.services.household import Household
from okawari.services.importing import import_bytes
from okawari.services.taking_in import take_in_text
from okawari.store.schema import facts, statement_lines
from okawari.web.app import create_app
from tests.cli.mails import CANCELLED
from tests.web.conftest import HOST, MANNERS

TODAY = date(2026, 11, 28)
NOW = datetime(2026, 11, 28, 3, tzinfo=UTC)


def order_in(store):
    (plan,) = list_cases(store, Asked(on=TODAY))
    return plan.case


def history(order, amount, kind="返金"):
    return f"ギフトカードの利用履歴\n日付\t説明\t金額\n2026年11月25日\tキャンセルによる{kind} 注文番号 {order}\t+￥{amount}\n"


@pytest.fixture
def household(store):
    import_bytes([("cancelled.eml", CANCELLED.encode() if isinstance(CANCELLED, str) else CANCELLED)], store, Trust())
    return Household(store, Trust())


def test_the_refund_on_the_balance_settles_the_case(household):
    case = order_in(household.store)
    due = case.amount_due.plain()
    take_in_text(household, history(case.order, due), TODAY)
    settled = order_in(household.store)
    assert (settled.state.value, len(settled.witnesses)) == ("refunded", 1)
    (plan,) = get_case(household.store, case.order, Asked(on=TODAY))
    assert plan.case == settled


def test_the_line_is_named_and_can_be_refused_and_taken_for_it_again(household):
    case = order_in(household.store)
    take_in_text(household, history(case.order, case.amount_due.plain()), TODAY)

    def share():
        (plan,) = get_case(household.store, case.order, Asked(on=TODAY))
        (leg,) = plan.refunds
        return plan.case.state.value, leg

    state, leg = share()
    assert (state, leg.seen.ground, [row.on for row in leg.seen.rows]) == ("refunded", "named", [date(2026, 11, 25)])
    of = Share(case.merchant, case.order, leg.name)
    wrong = leg.seen.candidate
    recognise(household.store, of, wrong, is_it=False, now=NOW)
    state, leg = share()
    assert (state, leg.seen, leg.refused) == (case.state.value, None, (wrong,))
    recognise(household.store, of, wrong, is_it=None, now=NOW)
    state, leg = share()
    assert (state, leg.seen.ground, leg.refused) == ("refunded", "named", ())


def test_another_paste_of_the_same_days_adds_nothing(household):
    case = order_in(household.store)
    due = case.amount_due.plain()
    take_in_text(household, history(case.order, due), TODAY)
    take_in_text(household, "アカウントサービス\n" + history(case.order, due).replace("\t", "\n"), TODAY)
    with household.store.reading() as transaction:
        assert len(transaction.connection.execute(select(statement_lines)).all()) == 1
    assert order_in(household.store).state.value == "refunded"


def test_another_amount_is_shown_and_settles_nothing(household):
    case = order_in(household.store)
    take_in_text(household, history(case.order, "7"), TODAY)
    assert (order_in(household.store).state, len(order_in(household.store).witnesses)) == (case.state, 1)


def test_a_line_makes_no_case_by_itself_and_no_fact(household):
    with household.store.reading() as transaction:
        before = transaction.connection.execute(select(facts)).all()
    take_in_text(household, history("250-7654321-7654321", "300"), TODAY)
    assert get_case(household.store, "250-7654321-7654321", Asked(on=TODAY)) == ()
    with household.store.reading() as transaction:
        assert transaction.connection.execute(select(facts)).all() == before


@pytest.mark.parametrize("language", ["ja", "en"])
def test_the_page_says_what_the_balance_shows(household, language):
    from fastapi.testclient import TestClient

    case = order_in(household.store)
    take_in_text(household, history(case.order, case.amount_due.plain()), TODAY)
    site = create_app(household, [HOST], now=lambda: datetime(2026, 11, 28, 3, tzinfo=UTC))
    with TestClient(site, base_url=f"http://{HOST}", headers=MANNERS) as client:
        client.cookies.set("okawari_language", language)
        page = client.get(f"/cases/{case.merchant}/{case.order}").text
    said = "Amazonギフト券の残高に、" if language == "ja" else "Amazon gift card balance: "
    assert said in page
    assert "11月25日" in page or "Nov" in page
