"""The demo's mailbox tells the same story on any day."""

from datetime import date

import pytest

from okawari.domain.authenticity import Verdict
from okawari.domain.case import CaseState
from okawari.domain.facts import facts_of
from okawari.domain.judge import Trust
from okawari.domain.message import MessageKind
from okawari.domain.refund import Asked
from okawari.reading.mail.parse import parse_mail
from okawari.sandbox.answers import FIRST_SHOWN, demo_answers
from okawari.sandbox.mailbox import demo_mails
from okawari.services.read import understand
from okawari.services.rescue import plan_facts

DAYS = [date(2026, 11, 24), date(2026, 12, 30), date(2028, 2, 29)]


def read(today):
    return {name: understand(parse_mail(raw, name), Trust()) for name, raw in demo_mails(today)}


@pytest.mark.parametrize("today", DAYS)
def test_every_mail_is_genuine_but_the_forged_one(today):
    verdicts = {name: reading.authenticity.verdict for name, reading in read(today).items()}
    assert {name for name, verdict in verdicts.items() if verdict is Verdict.PHISHING} == {"12-forged-cancel.eml"}
    assert set(verdicts.values()) == {Verdict.PHISHING, Verdict.GENUINE}


@pytest.mark.parametrize("today", DAYS)
def test_every_situation_is_read(today):
    kinds = {name: reading.understood.kind for name, reading in read(today).items()}
    assert kinds["02-bottle-cancelled.eml"] is MessageKind.CANCELLED
    assert kinds["06-train-seller-asks.eml"] is MessageKind.CANCEL_REQUESTED
    assert kinds["08-rice-backordered.eml"] is MessageKind.BACKORDERED
    assert kinds["10-heater-shipped.eml"] is MessageKind.SHIPPED
    assert kinds["18-cards-part-cancelled.eml"] is MessageKind.PARTIALLY_CANCELLED
    assert kinds["21-speaker-refunded.eml"] is MessageKind.REFUND_ISSUED


@pytest.mark.parametrize("today", DAYS)
def test_the_story_ends_in_every_state(today):
    facts = [fact for reading in read(today).values() for fact in facts_of(reading)]
    plans = {plan.case.order: plan for plan in plan_facts(facts, Asked(on=today))}
    states = {order: plan.case.state for order, plan in plans.items()}
    assert states[FIRST_SHOWN] is CaseState.CANCELLED
    assert states["250-7719204-3385017"] is CaseState.CONTRADICTORY
    assert states["249-5093381-4471206"] is CaseState.BACKORDERED
    assert plans["250-6620184-5573920"].case.seller_asks_cancel
    assert plans["7311848204"].case.partial
    assert {answer.order for answer in demo_answers(today)} <= states.keys()


def test_no_mail_lies_in_the_future():
    for reading in read(DAYS[0]).values():
        assert reading.date.date() <= DAYS[0]
        assert "{{" not in parse_mail(demo_mails(DAYS[0])[0][1], "").text
