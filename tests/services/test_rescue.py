"""From the bytes of mails to plans: what shoppers drop in, all at once, twice, forwarded, forged."""

import random
from datetime import date
from email.message import EmailMessage

import pytest

from okawari.domain.authenticity import Verdict
from okawari.domain.case import CaseState
from okawari.domain.facts import facts_of
from okawari.domain.judge import Trust
from okawari.domain.money import yen
from okawari.domain.payment import parse_paid_by
from okawari.domain.refund import Asked
from okawari.reading.mail.parse import parse_mail
from okawari.services.read import understand
from okawari.services.rescue import plan_facts

ORDER = "250-1234567-1234567"
TODAY = date(2026, 11, 24)
PASS = "mx.example.jp; dkim=pass header.d=amazon.co.jp; dmarc=pass header.from=amazon.co.jp"
INK, PEN, PAD = ("万年筆用インク 50ml 青墨", 2, 1430), ("万年筆 細字", 1, 8800), ("便箋 100枚", 1, 600)


def mail(subject, *lines, sender='"Amazon.co.jp" <order-update@amazon.co.jp>', hour=9, **headers):
    message = EmailMessage()
    for name, value in headers.items():
        message[name.replace("_", "-")] = value
    message["From"] = sender
    message["To"] = "hanako@example.jp"
    message["Date"] = f"Mon, 23 Nov 2026 {hour:02}:00:00 +0900"
    message["Message-ID"] = f"<{hour}.{len(lines)}@email.amazonses.com>"
    message["Subject"] = subject
    message.set_content("\n".join(lines) + "\n")
    return message.as_bytes()


def goods(*items):
    return [
        line for title, count, price in items for line in (f"* {title}", f"  数量: {count}", f"  {price:,} JPY", "")
    ]


def placed(*items, total, hour=8, **headers):
    return mail(
        "注文済み: ご注文の商品",
        "ご注文ありがとうございます。",
        "注文済み",
        "",
        "注文番号",
        ORDER,
        "",
        *goods(*items),
        "合計",
        f"{total:,} JPY",
        sender='"Amazon.co.jp" <auto-confirm@amazon.co.jp>',
        hour=hour,
        **headers,
    )


def cancelled(*items, said="在庫切れのため、ご注文はキャンセルされました。", more=(), hour=10, **headers):
    return mail(
        "ご注文のキャンセルのお知らせ", said, "", "注文番号", ORDER, "", *goods(*items), *more, hour=hour, **headers
    )


def shipped(*items, hour=9):
    sender = '"Amazon.co.jp" <shipment-tracking@amazon.co.jp>'
    return mail(
        "発送済み: ご注文の商品", "発送済み", "", "注文番号", ORDER, "", *goods(*items), sender=sender, hour=hour
    )


def forward(raw):
    inner = parse_mail(raw, "")
    return mail(
        f"Fwd: {inner.subject}",
        "---------- Forwarded message ---------",
        f"From: {inner.from_.display} <{inner.from_.address}>",
        f"Date: {inner.date:%Y年%m月%d日} {inner.date:%H:%M}",
        f"Subject: {inner.subject}",
        "To: <hanako@example.jp>",
        "",
        inner.text,
        sender="Hanako <hanako@example.jp>",
        hour=20,
    )


def plans(*raws, paid_by=(), **asked):
    readings = [understand(parse_mail(raw, f"{number}.eml"), Trust()) for number, raw in enumerate(raws)]
    ways = tuple(parse_paid_by(way) for way in paid_by)
    facts = [fact for reading in readings for fact in facts_of(reading)]
    return plan_facts(facts, Asked(on=TODAY, paid_by=ways, **asked))


def only(*raws, **asked):
    (plan,) = plans(*raws, **asked)
    return plan


def test_an_order_and_its_cancel_are_one_case():
    plan = only(placed(INK, PEN, total=11660), cancelled(), paid_by=["amazon_gift_balance"])
    assert (plan.case.state, plan.case.amount_due) == (CaseState.CANCELLED, yen(11660))
    assert [item.title for item in plan.case.cancelled_items] == [INK[0], PEN[0]]
    assert [(leg.amount, leg.rule) for leg in plan.refunds] == [(yen(11660), "REF-AMZ-GIFT-01")]
    assert {link.item for link in plan.elsewhere} == {INK[0], PEN[0]}


def test_copies_forwards_and_the_order_of_arrival_add_nothing():
    raws = [
        placed(INK, PEN, total=11660),
        cancelled(INK, said="ご注文の一部の商品は、在庫切れのためキャンセルしました。"),
    ]
    once = only(*raws)
    again = [*raws, *raws, forward(raws[0]), forward(raws[1])]
    random.Random(7).shuffle(again)
    many = only(*again)
    assert (many.case.state, many.case.amount_due, many.case.partial) == (CaseState.CANCELLED, yen(2860), True)
    assert many.case.cancelled_items == once.case.cancelled_items
    assert [leg.amount for leg in many.refunds] == [leg.amount for leg in once.refunds]


def test_one_of_three_items_paid_in_three_ways():
    raws = [
        placed(INK, PEN, PAD, total=12260),
        cancelled(PAD, said="ご注文の一部の商品は、在庫切れのためキャンセルしました。"),
    ]
    ways = ["amazon_points=260", "amazon_gift_balance=2000", "credit_card"]
    plan = only(*raws, paid_by=ways)
    assert (plan.case.amount_due, plan.case.partial) == (yen(600), True)
    assert [leg.method for leg in plan.refunds] == ["amazon_points", "amazon_gift_balance", "credit_card"]
    known = [leg.amount for leg in plan.refunds if leg.amount]
    assert sum((amount.amount for amount in known), yen(0).amount) <= 600


@pytest.mark.parametrize("total", [0, 9000])
def test_a_total_after_gift_cards_is_not_taken_for_the_price(total):
    assert only(placed(INK, PEN, total=total), cancelled()).case.amount_due is None
    paid = only(
        placed(INK, PEN, total=total), cancelled(), paid_by=[f"amazon_gift_balance={11660 - total}", "credit_card"]
    )
    assert paid.case.amount_due == yen(11660)


def test_shipped_and_out_of_stock_at_once():
    plan = only(placed(INK, total=2860), shipped(INK), cancelled(), paid_by=["credit_card"])
    assert plan.case.state is CaseState.CONTRADICTORY
    assert [step.code for step in plan.steps][:2] == ["check_history", "wait_one_day"]
    assert plan.cause.candidates[0].code == "status_lag"


def test_a_forged_cancel_changes_nothing_of_a_real_order():
    forged = mail(
        "ご注文のキャンセルと返金のお知らせ",
        "在庫切れのため、ご注文はキャンセルされました。",
        "注文番号",
        ORDER,
        "返金額: 99,999円",
        "24時間以内に返金手続きをお願いします https://amaz0n-refund.example/",
        sender='"Amazon.co.jp" <support@amaz0n-refund.example>',
        hour=11,
        Authentication_Results="mx.example.jp; spf=pass smtp.mailfrom=amaz0n-refund.example; "
        "dkim=pass header.d=amaz0n-refund.example; dmarc=pass header.from=amaz0n-refund.example",
    )
    plan = only(placed(INK, total=2860, Authentication_Results=PASS), forged, paid_by=["credit_card"])
    assert (plan.case.state, plan.case.authenticity.verdict, plan.refunds) == (CaseState.ORDERED, Verdict.GENUINE, ())
    assert [problem.code for problem in plan.case.problems] == ["phishing_about_order"]
    alone = only(forged, paid_by=["credit_card"])
    assert (alone.case.state, alone.case.authenticity.verdict) == (CaseState.UNKNOWN, Verdict.PHISHING)
    assert (alone.refunds, alone.elsewhere, alone.deadlines) == ((), (), ())


def test_a_title_that_speaks_like_a_mail_is_a_title():
    title = ("【キャンセルされました】合計 ¥100 数量 在庫切れ", 1, 1200)
    plan = only(placed(title, total=1200))
    assert (plan.case.state, plan.case.items[0].title, plan.case.total) == (CaseState.ORDERED, title[0], yen(1200))


def test_a_refund_mail_after_a_cancel_is_awaited_until_it_is_seen():
    refund = mail("返金のお知らせ", "返金を処理しました。", "", "注文番号", ORDER, "", "返金額: 2,860円", hour=12)
    plan = only(placed(INK, total=2860), cancelled(), refund, paid_by=["amazon_gift_balance"])
    assert (plan.case.state, plan.case.amount_due) == (CaseState.REFUND_PENDING, yen(2860))
    assert plan.case.refund_issued_on == date(2026, 11, 23)


def test_a_share_named_for_two_orders_at_once_is_promised_to_neither():
    first = placed(INK, total=2860), cancelled(INK)
    second = [raw.replace(b"250-", b"503-") for raw in first]
    found = plans(*first, *second, paid_by=["amazon_gift_balance=1000", "credit_card"])
    assert len(found) == 2
    assert {leg.amount for plan in found for leg in plan.refunds} == {None}
