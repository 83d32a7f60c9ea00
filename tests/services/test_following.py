"""What is owed against the rows of kept statements, from mails and files to a settled case."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest

from okawari.domain.account import AccountKind
from okawari.domain.case import CaseState
from okawari.domain.judge import Trust
from okawari.domain.matching.expectations import Share
from okawari.domain.money import Money
from okawari.domain.payment import parse_paid_by
from okawari.domain.plan import OWN_WORD, Candidate
from okawari.domain.refund import Asked
from okawari.domain.returns import Standing
from okawari.domain.statement import LineKind
from okawari.domain.told import Happened, Told, answer_about, money_seen
from okawari.i18n.money import seen_text
from okawari.reading.statement_columns import preview
from okawari.services.cases import get_case
from okawari.services.following import (
    match_money,
    money_overview,
    raise_due,
    recognise,
    scheduled,
)
from okawari.services.household import Household
from okawari.services.importing import import_bytes
from okawari.services.keeping_statements import forget_statement
from okawari.services.kept_statements import tell_layout
from okawari.services.taking_in import take_in_files
from okawari.services.telling import keep_answer, keep_told
from okawari.store import alarms, statement_lines
from tests.mails import order_mail, order_number

TODAY = date(2027, 1, 15)
NOW = datetime(2027, 1, 15, 3, tzinfo=UTC)


def vpass(*rows, card="4980-****-****-1234"):
    lines = [
        f"山田　花子　様,{card},三井住友カード",
        *(f"{day},{shop},{amount},1,1,{amount}," for day, shop, amount in rows),
    ]
    return ("\r\n".join(lines) + "\r\n").encode("cp932")


@pytest.fixture
def household(store):
    """One order of 1,001 yen that was cancelled on 2 November, paid by a card that was charged."""
    household = Household(store, Trust())
    put(household, 1)
    paid(household, 1, "credit_card", captured=True)
    return household


def put(household, number):
    mails = [
        (f"{name}-{number}.eml", order_mail(number, cancelled=name == "cancelled")) for name in ("order", "cancelled")
    ]
    import_bytes(mails, household.store, household.trust)


def paid(household, number, method, *, captured):
    said = answer_about(plan_of(household, number).case, NOW, paid_by=(parse_paid_by(method),), captured=captured)
    keep_answer(household, said, NOW)


def plan_of(household, number=1):
    (plan,) = get_case(household.store, order_number(number), Asked(on=TODAY))
    return plan


def statement(household, *rows, name="vpass.csv", **more):
    taken = take_in_files(household, [(name, vpass(*rows, **more))])
    assert not taken.unreadable
    match_money(household.store, TODAY)


def test_a_refund_on_the_statement_settles_the_case(household):
    assert plan_of(household).case.state is not CaseState.REFUNDED
    statement(household, ("2026/11/20", "ＡＭＡＺＯＮ．ＣＯ．ＪＰ", "-1001"))
    plan = plan_of(household)
    assert plan.case.state is CaseState.REFUNDED
    (leg,) = plan.refunds
    assert leg.seen.ground == "same_amount"
    assert [(row.on, row.wording) for row in leg.seen.rows] == [(date(2026, 11, 20), "ＡＭＡＺＯＮ．ＣＯ．ＪＰ")]
    assert not any(step.leg for step in plan.steps)


@pytest.mark.parametrize(
    "row",
    [
        ("2026/11/20", "ＡＭＡＺＯＮ．ＣＯ．ＪＰ", "-1000"),
        ("2026/11/20", "ヨドバシカメラ", "-1001"),
        ("2026/10/20", "ＡＭＡＺＯＮ．ＣＯ．ＪＰ", "-1001"),
        ("2026/11/20", "ＡＭＡＺＯＮ．ＣＯ．ＪＰ", "1001"),
        ("2026/11/20", "AMAZON WEB SERVICES (AWS.AMAZON.CO)", "-1001"),
    ],
    ids=["amount", "shop", "before", "charge", "other service"],
)
def test_any_other_row_settles_nothing(household, row):
    statement(household, row)
    plan = plan_of(household)
    assert plan.case.state is not CaseState.REFUNDED
    assert (plan.refunds[0].seen, plan.refunds[0].candidates) == (None, ())


PAYPAY = (
    "取引日,出金金額（円）,入金金額（円）,海外出金金額,通貨,変換レート（円）,利用国,取引内容,取引先,取引方法,支払い区分,利用者,取引番号\n"
    '2026/11/20 10:00:00,-,"1,001",-,-,-,-,返金,Amazon.co.jp,PayPay残高,-,-,01\n'
)
MONEYFORWARD = (
    "計算対象,日付,内容,金額（円）,保有金融機関,大項目,中項目,メモ,振替,ID\n"
    "1,2026/11/20,AMAZON.CO.JP 返金,1001,三井住友カード,食費,食料品,,0,a1\n"
)


@pytest.mark.parametrize(
    ("method", "statement", "account"),
    [("paypay_balance", PAYPAY, "paypay|"), ("credit_card", MONEYFORWARD, "moneyforward_me|三井住友カード")],
    ids=["wallet", "household book"],
)
def test_a_refund_is_found_on_each_kind_of_account(household, method, statement, account):
    paid(household, 1, method, captured=True)
    assert not take_in_files(household, [("rows.csv", statement.encode())]).unreadable
    match_money(household.store, TODAY)
    (leg,) = plan_of(household).refunds
    assert (leg.seen.ground, [row.account for row in leg.seen.rows]) == ("same_amount", [account])


@pytest.mark.parametrize(("wording", "asked"), [("ラクテン　フクロヤ", True), ("ヨドバシカメラ", False)])
def test_a_refund_under_a_name_that_nobody_knows_is_asked_about(store, wording, asked):
    household = Household(store, Trust())
    told = Told(
        merchant="rakuten",
        happened=Happened.CANCELLED_STOCKOUT,
        on=date(2026, 11, 2),
        paid_by=(parse_paid_by("credit_card"),),
        captured=True,
        total=Money(Decimal(1001)),
        order="123456-20261101-0000000001",
    )
    keep_told(household, told, NOW)
    statement(household, ("2026/11/20", wording, "-1001"))
    (plan,) = get_case(store, told.order, Asked(on=TODAY))
    (leg,) = plan.refunds
    assert (leg.seen, [one.rows[0].wording for one in leg.candidates]) == (None, [wording] if asked else [])
    if asked:
        share = Share("rakuten", told.order, leg.name)
        recognise(store, share, leg.candidates[0], is_it=True, now=NOW)
        assert get_case(store, told.order, Asked(on=TODAY))[0].case.state is CaseState.REFUNDED


def test_forgetting_the_statement_takes_the_sighting_back(household):
    statement(household, ("2026/11/20", "ＡＭＡＺＯＮ．ＣＯ．ＪＰ", "-1001"))
    with household.store.reading() as transaction:
        (file,) = statement_lines.files(transaction)
    forget_statement(household.store, file.sha256)
    assert match_money(household.store, TODAY) == 0
    assert plan_of(household).case.state is not CaseState.REFUNDED


def test_two_rows_are_asked_and_the_answer_settles(household):
    statement(
        household,
        ("2026/11/20", "ＡＭＡＺＯＮ．ＣＯ．ＪＰ", "-1001"),
        ("2026/11/25", "ＡＭＡＺＯＮ．ＣＯ．ＪＰ", "-1001"),
    )
    (leg,) = plan_of(household).refunds
    assert leg.seen is None
    first, second = leg.candidates
    share = Share("amazon_jp", order_number(1), leg.name)
    recognise(household.store, share, first, is_it=False, now=NOW)
    (leg,) = plan_of(household).refunds
    assert leg.seen.rows == second.rows  # the other one is left, and the only one
    recognise(household.store, share, second, is_it=True, now=NOW)
    assert plan_of(household).refunds[0].seen.ground == "person"
    assert plan_of(household).case.state is CaseState.REFUNDED


def said(household, candidate, *, is_it, number=1):
    (leg,) = plan_of(household, number).refunds
    recognise(household.store, Share("amazon_jp", order_number(number), leg.name), candidate, is_it=is_it, now=NOW)
    (leg,) = plan_of(household, number).refunds
    return leg


def test_a_found_row_is_refused_never_matched_again_and_the_refusal_is_taken_back(household):
    rows = (("2026/11/20", "ＡＭＡＺＯＮ．ＣＯ．ＪＰ", "-1001"),)
    statement(household, *rows)
    (leg,) = plan_of(household).refunds
    wrong = leg.seen.candidate
    leg = said(household, wrong, is_it=False)
    assert (leg.seen, leg.candidates, leg.refused) == (None, (), (wrong,))
    assert plan_of(household).case.state is not CaseState.REFUNDED
    statement(household, *rows, ("2026/11/22", "スーパー", "500"), name="again.csv")
    assert plan_of(household).refunds[0].seen is None
    leg = said(household, wrong, is_it=None)
    assert (leg.seen.ground, leg.refused) == ("same_amount", ())


def test_a_refused_row_is_free_for_the_order_that_it_belongs_to(household):
    put(household, 2)
    paid(household, 2, "credit_card", captured=True)
    statement(household, ("2026/11/20", "ＡＭＡＺＯＮ．ＣＯ．ＪＰ", "-2003"))
    legs = [plan_of(household, number).refunds[0] for number in (1, 2)]
    assert [leg.seen.ground for leg in legs] == ["sum_of_orders", "sum_of_orders"]
    said(household, legs[0].seen.candidate, is_it=False)
    assert [plan_of(household, number).refunds[0].seen for number in (1, 2)] == [None, None]


def test_a_refused_row_is_asked_about_for_another_order_of_the_same_amount(household):
    elsewhere = Share("amazon_jp", order_number(9), "credit_card")
    statement(household, ("2026/11/20", "ＡＭＡＺＯＮ．ＣＯ．ＪＰ", "-1001"))
    (found,) = plan_of(household).refunds
    recognise(household.store, elsewhere, found.seen.candidate, is_it=False, now=NOW)
    (leg,) = plan_of(household).refunds
    (candidate,) = leg.candidates
    assert (leg.seen, candidate.rows, candidate.doubted) == (None, found.seen.rows, True)
    assert said(household, candidate, is_it=True).seen.ground == "person"
    recognise(household.store, Share("amazon_jp", order_number(1), leg.name), candidate, is_it=None, now=NOW)
    recognise(household.store, elsewhere, candidate, is_it=None, now=NOW)
    assert plan_of(household).refunds[0].seen.ground == "same_amount"


def test_an_answer_by_mistake_is_taken_back(household):
    statement(
        household,
        ("2026/11/20", "ＡＭＡＺＯＮ．ＣＯ．ＪＰ", "-1001"),
        ("2026/11/25", "ＡＭＡＺＯＮ．ＣＯ．ＪＰ", "-1001"),
    )
    first, second = plan_of(household).refunds[0].candidates
    leg = said(household, first, is_it=True)
    assert leg.seen.candidate == first
    leg = said(household, leg.seen.candidate, is_it=False)
    assert (leg.seen.rows, leg.refused) == (second.rows, (first,))
    leg = said(household, first, is_it=None)
    assert (leg.seen, leg.candidates) == (None, (first, second))


def test_that_the_money_was_seen_is_taken_back(household):
    keep_answer(household, money_seen(plan_of(household).case, NOW), NOW)
    (leg,) = plan_of(household).refunds
    assert leg.seen.ground == "known"
    leg = said(household, leg.seen.candidate, is_it=False)
    assert (leg.seen, leg.refused, plan_of(household).case.state) == (None, (), CaseState.CANCELLED)


def test_a_row_that_the_person_recognised_is_nobody_elses(household):
    statement(household, ("2026/11/20", "ＡＭＡＺＯＮ．ＣＯ．ＪＰ", "-1001"))
    (leg,) = plan_of(household).refunds
    with household.store.reading() as transaction:
        (kept,) = statement_lines.between(transaction, date(2026, 11, 1), date(2026, 11, 30))
    elsewhere = Share("amazon_jp", order_number(9), "credit_card")
    recognise(household.store, elsewhere, Candidate(keys=(kept.key,), rows=leg.seen.rows), is_it=True, now=NOW)
    assert plan_of(household).refunds[0].seen is None


def test_a_closed_statement_without_a_charge_is_asked_about_the_card(household):
    paid(household, 1, "credit_card", captured=False)
    rows = [
        (f"2026/{month}/{day}", "スーパー", "500")
        for month, day in ((10, 20), (11, 5), (11, 20), (12, 5), (12, 20), (12, 31))
    ]
    statement(household, *rows)
    (leg,) = plan_of(household).refunds
    (candidate,) = leg.candidates
    assert candidate.account == "smbc_vpass|1234"
    recognise(household.store, Share("amazon_jp", order_number(1), leg.name), candidate, is_it=True, now=NOW)
    assert plan_of(household).refunds[0].seen.ground == "no_charge"


def test_a_statement_with_the_charge_says_nothing_of_a_release(household):
    paid(household, 1, "credit_card", captured=False)
    rows = [
        (f"2026/{month}/{day}", "スーパー", "500")
        for month, day in ((10, 20), (11, 5), (11, 20), (12, 5), (12, 20), (12, 31))
    ]
    statement(household, *rows, ("2026/11/03", "ＡＭＡＺＯＮ．ＣＯ．ＪＰ", "1001"))
    assert plan_of(household).refunds[0].candidates == ()


def test_the_overview_counts_each_share_once(household):
    put(household, 2)
    paid(household, 2, "amazon_gift_balance", captured=None)
    statement(household, ("2026/11/20", "ＡＭＡＺＯＮ．ＣＯ．ＪＰ", "-1001"))
    overview = money_overview(household.store, TODAY)
    assert {(one.plan.case.order, one.standing) for one in overview.all} == {
        (order_number(1), Standing.RETURNED),
        (order_number(2), Standing.OVERDUE),
    }


def test_alarms_are_raised_once_and_kept(household):
    first = raise_due(household.store, TODAY)
    assert [alarm.what for alarm in first] == ["refund_overdue"]
    assert raise_due(household.store, TODAY) == ()
    assert raise_due(household.store, TODAY - timedelta(days=3)) == ()
    with household.store.reading() as transaction:
        kept = alarms.since(transaction, TODAY)
    assert [(day, alarm.key) for day, alarm in kept] == [(TODAY, one.key) for one in first]


def test_a_settled_case_raises_nothing_more(household):
    statement(household, ("2026/11/20", "ＡＭＡＺＯＮ．ＣＯ．ＪＰ", "-1001"))
    assert raise_due(household.store, TODAY) == ()
    assert scheduled(household.store, TODAY) == ()


AMAZON = "ＡＭＡＺＯＮ．ＣＯ．ＪＰ"
STRANGER = "9876-****-****-9876"


def on_my_card(household, *more):
    statement(household, ("2026/11/02", AMAZON, "1001"), *more)


def test_a_refund_on_a_card_that_did_not_pay_is_asked_about(household):
    on_my_card(household)
    statement(household, ("2026/11/20", AMAZON, "-1001"), name="other.csv", card=STRANGER)
    plan = plan_of(household)
    assert plan.case.state is not CaseState.REFUNDED
    assert [one.rows[0].account for one in plan.refunds[0].candidates] == ["smbc_vpass|9876"]


def test_the_card_that_paid_settles_it_whatever_another_shows(household):
    on_my_card(household, ("2026/11/20", AMAZON, "-1001"))
    statement(household, ("2026/11/21", AMAZON, "-1001"), name="other.csv", card=STRANGER)
    leg = plan_of(household).refunds[0]
    assert [row.account for row in leg.seen.rows] == ["smbc_vpass|1234"]
    assert leg.candidates == ()


def test_a_strangers_refund_makes_no_two_orders_of_one_price_both_seen(household):
    alike = order_mail(2).replace(b"1002", b"1001"), order_mail(2, cancelled=True).replace(b"1002", b"1001")
    mails = [(f"{number}.eml", raw) for number, raw in enumerate(alike)]
    import_bytes(mails, household.store, household.trust)
    paid(household, 2, "credit_card", captured=True)
    on_my_card(household, ("2026/11/01", AMAZON, "1001"), ("2026/11/20", AMAZON, "-1001"))
    statement(household, ("2026/11/20", AMAZON, "-1001"), name="other.csv", card=STRANGER)
    for number in (1, 2):
        assert plan_of(household, number).refunds[0].seen is None


def test_two_alike_rows_of_two_alike_orders_say_that_nobody_can_tell_them_apart(household):
    alike = order_mail(2).replace(b"1002", b"1001"), order_mail(2, cancelled=True).replace(b"1002", b"1001")
    mails = [(f"{number}.eml", raw) for number, raw in enumerate(alike)]
    import_bytes(mails, household.store, household.trust)
    paid(household, 2, "credit_card", captured=True)
    statement(household, ("2026/11/20", AMAZON, "-1001"), ("2026/11/21", AMAZON, "-1001"))
    for number, other in ((1, 2), (2, 1)):
        (leg,) = plan_of(household, number).refunds
        text = seen_text(leg.seen, "ja")
        assert f"注文（{order_number(other)}）の分と合わせて、同じ金額が戻っています。" in text
        assert "どの行がどの注文の分かは分かりません。" in text


def test_a_refund_on_a_card_whose_statement_from_the_order_on_shows_no_charge_is_asked_about(household):
    others = [(f"2026/11/{day:02}", "セブンイレブン", "300") for day in (1, 15, 21)]
    statement(household, *others, ("2026/11/20", AMAZON, "-1001"), card=STRANGER)
    plan = plan_of(household)
    assert plan.case.state is not CaseState.REFUNDED
    assert [one.rows[0].account for one in plan.refunds[0].candidates] == ["smbc_vpass|9876"]


def test_a_card_on_which_the_person_recognised_a_refund_is_theirs_though_it_shows_no_charge(household):
    import_bytes([("2.eml", order_mail(2)), ("3.eml", order_mail(2, cancelled=True))], household.store, household.trust)
    paid(household, 2, "credit_card", captured=True)
    others = [(f"2026/11/{day:02}", "セブンイレブン", "300") for day in (1, 15, 21)]
    statement(household, *others, ("2026/11/20", AMAZON, "-1001"), ("2026/11/20", AMAZON, "-1002"), card=STRANGER)
    leg = plan_of(household).refunds[0]
    recognise(household.store, Share("amazon_jp", order_number(1), leg.name), leg.candidates[0], is_it=True, now=NOW)
    assert plan_of(household, 2).case.state is CaseState.REFUNDED


@pytest.mark.parametrize(
    "rows",
    [
        [("2026/11/15", "セブンイレブン", "300"), ("2026/11/21", "セブンイレブン", "300")],
        [("2026/11/01", "セブンイレブン", "300"), ("2026/11/03", AMAZON, "400"), ("2026/11/05", AMAZON, "601")],
    ],
)
def test_where_the_statement_begins_after_the_order_or_shows_it_in_parts_the_refund_counts(household, rows):
    statement(household, *rows, ("2026/11/20", AMAZON, "-1001"), ("2026/11/21", "セブンイレブン", "300"))
    assert plan_of(household).case.state is CaseState.REFUNDED


def test_where_no_statement_shows_the_charge_a_refund_counts_as_before(household):
    statement(household, ("2026/11/20", AMAZON, "-1001"), card=STRANGER)
    assert plan_of(household).case.state is CaseState.REFUNDED


def split(household):
    """The order of 1,001 yen was paid by 300 points and a card."""
    parts = tuple(parse_paid_by(part) for part in ("credit_card=701", "amazon_points=300"))
    keep_answer(household, answer_about(plan_of(household).case, NOW, paid_by=parts, captured=True), NOW)


def test_one_row_of_a_wallet_holds_its_balance_and_its_points(household):
    parts = tuple(parse_paid_by(part) for part in ("paypay_balance=701", "paypay_points=300"))
    keep_answer(household, answer_about(plan_of(household).case, NOW, paid_by=parts), NOW)
    assert not take_in_files(household, [("rows.csv", PAYPAY.encode())]).unreadable
    match_money(household.store, TODAY)
    assert grounds(household) == dict.fromkeys(("paypay_balance", "paypay_points"), "sum_of_shares")
    (text,) = {seen_text(leg.seen, "ja") for leg in plan_of(household).refunds}
    assert text.endswith("この注文の、ほかの支払い方法の分と合わせて戻っています。")
    assert plan_of(household).case.state is CaseState.REFUNDED


def saw_share(household, leg, *, is_it):
    recognise(household.store, Share("amazon_jp", order_number(1), leg), OWN_WORD, is_it=is_it, now=NOW)


def grounds(household):
    return {leg.name: leg.seen and leg.seen.ground for leg in plan_of(household).refunds}


def test_one_share_is_seen_by_the_persons_word_while_the_other_is_still_looked_for(household):
    split(household)
    saw_share(household, "amazon_points", is_it=True)
    assert grounds(household) == {"credit_card": None, "amazon_points": "own_word"}
    assert plan_of(household).case.state is not CaseState.REFUNDED
    assert not [alarm for alarm in scheduled(household.store, TODAY) if alarm.thread == "amazon_points"]
    statement(household, ("2026/11/20", "ＡＭＡＺＯＮ．ＣＯ．ＪＰ", "-701"))
    assert grounds(household) == {"credit_card": "same_amount", "amazon_points": "own_word"}
    assert plan_of(household).case.state is CaseState.REFUNDED


@pytest.mark.parametrize("is_it", [False, None])
def test_the_persons_word_of_a_share_is_taken_back(household, is_it):
    split(household)
    saw_share(household, "amazon_points", is_it=True)
    saw_share(household, "amazon_points", is_it=is_it)
    assert grounds(household) == {"credit_card": None, "amazon_points": None}
    assert plan_of(household).refunds[1].refused == ()


def told_statement(household, name, account, *rows):
    """Take in a statement that nobody knows, and tell what it is of and what its columns are."""
    listed = [["日付", "内容", "金額"], *(list(row) for row in rows)]
    raw = "\r\n".join(",".join(cells) for cells in listed).encode()
    take_in_files(household, [(f"{name}.csv", raw)])
    columns = {"date": 1, "merchant": 2, "amount": 3}
    tell_layout(household.store, preview(listed), columns, LineKind.REFUND, account, name=name, now=NOW)
    match_money(household.store, TODAY)


@pytest.mark.parametrize(
    ("method", "account"),
    [
        ("carrier_docomo", AccountKind.CARRIER),
        ("carrier_au", AccountKind.CARRIER),
        ("paidy:bill_unpaid", AccountKind.PAY_LATER),
        ("paidy:bill_paid", AccountKind.PAY_LATER),
    ],
)
def test_a_phone_bill_and_a_pay_later_bill_show_what_was_taken_off(household, method, account):
    paid(household, 1, method, captured=None)
    told_statement(household, "請求", account, ("2026/11/10", "AMAZON.CO.JP", "-1001"), ("2026/11/12", "通話料", "980"))
    (leg,) = plan_of(household).refunds
    assert leg.seen.ground == "same_amount"
    assert plan_of(household).case.state is CaseState.REFUNDED


def test_a_row_of_a_phone_bill_that_names_no_shop_is_asked_about(household):
    paid(household, 1, "carrier_softbank", captured=None)
    told_statement(household, "請求", AccountKind.CARRIER, ("2026/11/10", "まとめて支払い 返金", "-1001"))
    (leg,) = plan_of(household).refunds
    assert leg.seen is None
    assert [row.wording for one in leg.candidates for row in one.rows] == ["まとめて支払い 返金"]


def test_points_that_came_are_asked_about_and_never_taken_for_a_refund(household):
    """A campaign may have granted as many."""
    split(household)
    told_statement(household, "ポイント", AccountKind.POINTS, ("2026/11/05", "Amazonポイント 獲得", "-300"))
    points = next(leg for leg in plan_of(household).refunds if leg.method == "amazon_points")
    assert points.seen is None
    (question,) = points.candidates
    recognise(household.store, Share("amazon_jp", order_number(1), "amazon_points"), question, is_it=True, now=NOW)
    assert grounds(household)["amazon_points"] == "person"


def test_points_that_name_the_order_are_taken(household):
    split(household)
    row = ("2026/11/05", f"キャンセル 注文番号 {order_number(1)}", "-300")
    told_statement(household, "ポイント", AccountKind.POINTS, row)
    assert grounds(household)["amazon_points"] == "named"


def test_a_card_statement_shows_no_points_and_no_phone_bill(household):
    split(household)
    statement(household, ("2026/11/20", "ＡＭＡＺＯＮ．ＣＯ．ＪＰ", "-300"))
    points = next(leg for leg in plan_of(household).refunds if leg.method == "amazon_points")
    assert (points.seen, points.candidates) == (None, ())


@pytest.mark.parametrize(("name", "found"), [("ドコモ 携帯料金", True), ("三井住友カード", False)])
def test_a_household_book_tells_by_the_accounts_name_what_it_is(household, name, found):
    paid(household, 1, "carrier_docomo", captured=None)
    book = (
        "計算対象,日付,内容,金額（円）,保有金融機関,大項目,中項目,メモ,振替,ID\r\n"
        f"1,2026/11/10,AMAZON.CO.JP,1001,{name},趣味・娯楽,本,,0,a1\r\n"
    )
    take_in_files(household, [("book.csv", book.encode("cp932"))])
    match_money(household.store, TODAY)
    (leg,) = plan_of(household).refunds
    assert (leg.seen is not None) is found
