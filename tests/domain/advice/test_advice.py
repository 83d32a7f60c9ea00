from datetime import UTC, date, datetime, timedelta

import pytest

from okawari.domain.advice import advise
from okawari.domain.authenticity import Authenticity, Verdict
from okawari.domain.case import Case, CaseState
from okawari.domain.japan_time import japan_day
from okawari.domain.merchant import Merchant
from okawari.domain.message import Cancel, CancelBy, CauseCode, Item, Parcel
from okawari.domain.money import yen
from okawari.domain.payment import parse_paid_by
from okawari.domain.plan import CauseFinding, RefundLeg
from okawari.domain.refund import Asked
from okawari.i18n import say, text
from okawari.rules.loader import rules
from okawari.services.rescue import plan_case, plan_facts
from tests.domain import say as story

TODAY = date(2026, 11, 23)
CANCELLED_AT = datetime(2026, 11, 22, 3, 0, tzinfo=UTC)
SHOP = Merchant(
    id="amazon_jp",
    kind="shop",
    name_ja="Amazon.co.jp",
    name_en="Amazon.co.jp",
    brand_words=("amazon",),
    check_place_ja="Amazonアプリの「注文履歴」",
    check_place_en="Your Orders in the Amazon app",
    report_to="stop-spoofing@amazon.com",
    marketplace=True,
)
CUP = Item(title="マグカップ 350ml", quantity=1, price=yen(1010), line_total=yen(1010))
GENUINE = Authenticity(Verdict.GENUINE)


def a_case(**more):
    known = {
        "merchant": "amazon_jp",
        "order": "250-1234567-1234567",
        "state": CaseState.CANCELLED,
        "authenticity": GENUINE,
        "items": (CUP,),
        "cancelled_items": (CUP,),
        "amount_due": yen(1010),
        "cancel": Cancel(by=CancelBy.SHOP, cause=CauseCode.STOCKOUT),
        "cancelled_at": CANCELLED_AT,
    }
    return Case(**(known | more))


def a_leg(**more):
    known = {
        "method": "credit_card",
        "amount": yen(1010),
        "rule": "REF-AMZ-CARD-02",
        "destination": "original_card",
        "counted_from": TODAY,
        "remind_on": TODAY + timedelta(days=30),
        "overdue_on": TODAY + timedelta(days=60),
    }
    return RefundLeg(**(known | more))


def advice_for(case, *legs, captured=None):
    cause = CauseFinding(code=case.cancel.cause if case.cancel else CauseCode.UNKNOWN)
    asked = Asked(on=TODAY, captured=captured)
    return advise(
        case,
        cause,
        legs,
        asked=asked,
        merchants={"amazon_jp": SHOP},
        marketplace=rules("marketplace"),
        parcels=rules("parcels"),
    )


def codes(advice):
    return [step.code for step in advice.steps]


def letters(advice):
    for step in advice.steps:
        for locale in ("ja", "en"):
            yield say(step.text, locale)
            if step.draft:
                yield say(step.draft.body, locale)


def test_after_a_forged_mail_nothing_is_said_of_money():
    advice = advice_for(a_case(authenticity=Authenticity(Verdict.PHISHING), state=CaseState.UNKNOWN))
    assert codes(advice) == ["do_not_open", "check_history", "report_to_shop", "report_phishing", "if_entered"]
    assert advice.deadlines == ()
    assert all(step.draft is None for step in advice.steps)
    assert advice.conflicts == ("ART-19",)


def test_after_a_stockout_the_first_step_looks_at_the_real_order_and_money_is_followed_by_date():
    advice = advice_for(a_case(), a_leg(), captured=True)
    assert codes(advice)[0] == "check_history"
    assert codes(advice)[-4:] == ["check_card_credit", "ask_refund_date", "ask_issuer", "consumer_hotline"]
    days = [step.on for step in advice.steps if step.on]
    assert days == sorted(days)
    assert [(d.what, d.on) for d in advice.deadlines] == [
        ("look_for_refund", TODAY + timedelta(days=30)),
        ("refund_overdue", TODAY + timedelta(days=60)),
        ("decide_chargeback", TODAY + timedelta(days=100)),
    ]
    assert advice.unknowns == ()


def test_what_is_not_known_is_asked_for():
    unknown = a_leg(method="unknown", destination="unknown", rule=None, remind_on=None, overdue_on=None)
    advice = advice_for(a_case(amount_due=None, authenticity=Authenticity(Verdict.UNPROVEN)), unknown)
    assert "tell_payment" in codes(advice)
    assert [one.key for one in advice.unknowns] == ["unknowns.authenticity", "unknowns.payment", "unknowns.amount"]
    assert [one.key for one in advice_for(a_case(), a_leg()).unknowns] == ["unknowns.captured"]


def test_shares_that_nobody_can_tell_are_not_known_though_the_sum_is():
    advice = advice_for(a_case(), a_leg(method="amazon_gift_balance", amount=None), a_leg(amount=None), captured=True)
    assert [one.key for one in advice.unknowns] == ["unknowns.shares"]


def test_cash_is_asked_for_before_the_gift_balance_is_used():
    bank = a_leg(method="convenience_store", destination="bank_transfer")
    gift = a_leg(method="convenience_store", destination="amazon_gift_balance", or_else=(bank,))
    advice = advice_for(a_case(), gift)
    step = next(step for step in advice.steps if step.code == "ask_cash")
    assert step.on is None
    assert "コンビニ払い" in say(step.draft.body, "ja")


def test_an_unpaid_slip_is_not_to_be_paid_and_no_amount_is_missed():
    leg = a_leg(method="convenience_store", destination="none", amount=yen(0), remind_on=None, overdue_on=None)
    advice = advice_for(a_case(amount_due=None), leg)
    assert "do_not_pay" in codes(advice)
    assert advice.unknowns == ()
    assert "ask_refund_date" not in codes(advice)


def test_a_seller_who_sent_a_false_number_before_asking_to_cancel_is_asked_for_a_right_one():
    sent = {
        "state": CaseState.CONTRADICTORY,
        "seller_asks_cancel": True,
        "seller": "星空商店",
        "shipped_at": datetime(2026, 11, 17, 3, tzinfo=UTC),
        "parcels": (Parcel(carrier="yamato", number="123456789011"),),
    }
    advice = advice_for(a_case(**sent))
    assert codes(advice)[:4] == ["do_not_cancel_yourself", "check_history", "decline_cancel", "check_tracking"]
    plan = plan_case(a_case(**sent), Asked(on=TODAY))
    told = next(step for step in plan.steps if step.code == "parcel_check_failed")
    assert "検査数字が合いません" in say(told.text, "ja")
    assert "check_tracking" not in codes(advice_for(a_case(seller_asks_cancel=True, state=CaseState.CANCELLING)))


def test_a_seller_who_wants_the_buyer_to_cancel_is_declined():
    case = a_case(state=CaseState.CANCELLING, seller_asks_cancel=True, seller="星空商店", cancelled_items=())
    advice = advice_for(case)
    assert codes(advice)[:3] == ["do_not_cancel_yourself", "check_history", "decline_cancel"]
    draft = next(step.draft for step in advice.steps if step.code == "decline_cancel")
    assert draft.to == "seller"
    assert "お店の側でキャンセル" in say(draft.body, "ja")
    assert next(step for step in advice.steps if step.code == "tell_platform").on == TODAY + timedelta(days=2)
    assert "ART-08" in advice.conflicts


def test_shipped_and_cancelled_waits_a_day_and_looks_at_the_parcel():
    case = a_case(state=CaseState.CONTRADICTORY, parcels=(Parcel(carrier="yamato", number="335065497546"),))
    advice = advice_for(case)
    assert codes(advice)[:3] == ["check_history", "wait_one_day", "check_tracking"]
    assert (advice.steps[1].on, advice.steps[1].rule) == (japan_day(CANCELLED_AT + timedelta(days=1)), "TRK-CONTRA-01")


@pytest.mark.parametrize("state", list(CaseState))
@pytest.mark.parametrize("partial", [False, True])
@pytest.mark.parametrize("verdict", list(Verdict))
def test_every_state_has_a_next_step_in_both_languages(state, partial, verdict):
    case = a_case(state=state, partial=partial, authenticity=Authenticity(verdict), payment_failed=partial)
    advice = advice_for(case, a_leg())
    assert advice.steps
    assert all(letter and "{" not in letter for letter in letters(advice))
    assert all(text(f"rules.{article}_settled", locale) for article in advice.conflicts for locale in ("ja", "en"))
    assert all(text(f"deadlines.{deadline.what}", "ja") for deadline in advice.deadlines)


@pytest.mark.parametrize("kind", ["seller_asks_cancel", "seller_asks_choice", "cannot_supply", "substitute_offered"])
@pytest.mark.parametrize(("seller", "to"), [(None, "shop"), ("本の店", "seller")])
def test_every_question_of_a_seller_has_an_answer_to_send(kind, seller, to):
    advice = advice_for(a_case(state=CaseState.PREPARING, cancelled_items=(), seller=seller, **{kind: True}))
    assert {step.draft.to for step in advice.steps if step.code != "ask_delivery" and step.draft} == {to}
    assert all("{" not in letter for letter in letters(advice))


def test_of_a_message_that_is_not_understood_nobody_says_that_all_is_well():
    steps = advice_for(a_case(state=CaseState.ORDERED, cancelled_items=(), message_open=True)).steps
    assert [step.code for step in steps if step.code != "check_history"] == ["read_message"]


def test_a_parcel_sent_long_ago_is_asked_for_today():
    case = a_case(
        state=CaseState.SHIPPED, cancelled_items=(), not_arrived=True, shipped_at=CANCELLED_AT - timedelta(days=20)
    )
    step = next(step for step in advice_for(case).steps if step.code == "ask_delivery")
    assert step.on == TODAY


def test_a_late_delivery_is_never_said_to_be_without_trouble():
    steps = advice_for(a_case(state=CaseState.PREPARING, cancelled_items=())).steps
    assert [step.code for step in steps] == ["check_history", "wait_or_cancel", "look_elsewhere", "ask_delivery"]


def test_a_draft_leaves_out_what_is_not_known():
    case = a_case(order="", amount_due=None, cancelled_at=None, items=(), cancelled_items=())
    advice = advice_for(case, a_leg())
    draft = next(step.draft for step in advice.steps if step.code == "contact_support")
    assert "注文番号" not in say(draft.body, "ja")
    assert "None" not in say(draft.body, "ja")


def test_no_step_asks_to_follow_a_link():
    for state in CaseState:
        for letter in letters(advice_for(a_case(state=state), a_leg())):
            assert "http" not in letter


def test_the_guarantee_of_a_seller_who_ships_is_dated():
    case = a_case(state=CaseState.SHIPPED, seller="星空商店", delivery_latest=date(2026, 6, 1), cancel=None)
    days = {deadline.what: deadline.on for deadline in advice_for(case).deadlines}
    assert days["atoz_opens"] == date(2026, 6, 4)
    assert days["atoz_closes"] == date(2026, 8, 30)
    assert all(text(f"deadlines.{what}", locale) for what in days for locale in ("ja", "en"))


def test_a_question_that_is_due_comes_before_all_else():
    late = a_leg(
        counted_from=TODAY - timedelta(days=61),
        remind_on=TODAY - timedelta(days=31),
        overdue_on=TODAY - timedelta(days=1),
    )
    assert codes(advice_for(a_case(), late))[:2] == ["ask_refund_date", "check_history"]


def test_a_question_about_one_share_of_a_split_payment_names_its_amount_alone():
    dead = [story.placed(story.item("A", 12_000), total=12_000), story.cancelled(story.item("A", 12_000), hours=24)]
    paid_by = tuple(map(parse_paid_by, ("credit_card=7000", "amazon_gift_balance=5000")))
    (plan,) = plan_facts(dead, Asked(on=date(2026, 11, 30), paid_by=paid_by, captured=True))
    asked = [say(step.draft.body, "ja") for step in plan.steps if step.code in {"ask_refund_date", "ask_issuer"}]
    paid = [("5,000円", "Amazonギフトカード残高"), ("7,000円", "クレジットカード"), ("7,000円", "クレジットカード")]
    assert len(asked) == len(paid)
    for letter, (amount, method) in zip(asked, paid, strict=True):
        assert f"金額：{amount}\n" in letter
        assert f"支払い方法：{method}\n" in letter


def test_the_issuer_is_told_the_day_of_the_refund_where_the_shop_named_it():
    dead = [story.placed(story.item("A", 7_000), total=7_000), story.cancelled(hours=24)]
    asked = Asked(on=date(2026, 11, 30), paid_by=(parse_paid_by("credit_card"),), captured=True)
    for told, line in (
        ([], "お店から聞いた返金処理日：（　　月　　日）\n"),
        ([story.refunded(7_000, hours=48)], "お店から聞いた返金処理日：11月25日(水)\n"),
    ):
        (plan,) = plan_facts([*dead, *told], asked)
        letters = [say(step.draft.body, "ja") for step in plan.steps if step.code in {"ask_refund_date", "ask_issuer"}]
        assert line in letters[-1]
        assert all(("返金のお知らせ：11月25日(水)\n" in letter) is bool(told) for letter in letters)


def test_once_the_money_is_back_only_the_thing_and_the_discount_are_left():
    facts = [
        story.placed(story.item("A", 3000), total=3000),
        story.cancelled(story.item("A", 3000), hours=24),
        story.seen(),
    ]
    (plan,) = plan_facts(facts, Asked(on=date(2026, 11, 30)))
    assert [step.code for step in plan.steps] == ["look_elsewhere", "ask_coupon"]
    assert plan.deadlines == ()
