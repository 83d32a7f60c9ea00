"""What sample mails become as cases: forged ones promise nothing, and every document keeps the contract."""

import sys
from collections import Counter
from datetime import date

import pytest

from okawari.contract.read import message
from okawari.contract.rescue import rescue_document
from okawari.domain.authenticity import Verdict
from okawari.domain.case import CaseState
from okawari.domain.facts import facts_of
from okawari.domain.judge import Trust
from okawari.domain.payment import PaidBy
from okawari.domain.refund import Asked
from okawari.reading.mail.parse import parse_mail
from okawari.services.read import understand
from okawari.services.rescue import plan_facts
from tests.contract.shape import check

pytestmark = pytest.mark.corpus

ASKED = Asked(on=date(2026, 11, 23), paid_by=(PaidBy(method="credit_card"),))


def readings(folder, most=1500):
    for path in sorted(folder.rglob("*.eml"))[:most]:
        yield understand(parse_mail(path.read_bytes(), path.name), Trust())


@pytest.mark.parametrize("kind", ["phish-ja", "phish-world"])
def test_no_forged_mail_becomes_a_promise(corpus, kind):
    counted = Counter()
    for reading in readings(corpus / "mail" / kind):
        for plan in plan_facts(facts_of(reading), ASKED):
            counted[plan.case.state.value, plan.case.authenticity.verdict.value, len(plan.refunds)] += 1
            if plan.case.authenticity.verdict is Verdict.PHISHING:
                assert plan.refunds == (), reading.file
                assert plan.case.state is CaseState.UNKNOWN, reading.file
            assert plan.case.state is not CaseState.REFUNDED, reading.file
    sys.stdout.write(f"\n{kind}: {dict(counted)}\n")
    assert counted.total()


@pytest.mark.parametrize("kind", ["genuine", "phish-ja"])
def test_every_document_keeps_the_contract(corpus, kind):
    read = list(readings(corpus / "mail" / kind, most=150))
    check("read", {"schema": "okawari.read/1", "messages": [message(reading, "ja") for reading in read]})
    facts = [fact for reading in read for fact in facts_of(reading)]
    check("rescue", rescue_document(plan_facts(facts, ASKED), "ja"))
