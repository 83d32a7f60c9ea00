"""Fill a household with the demo's mails, answers and watches."""

from __future__ import annotations

from datetime import datetime

from okawari.domain.japan_time import japan_day
from okawari.domain.refund import Asked
from okawari.domain.told import answer_about
from okawari.sandbox.answers import demo_answers
from okawari.sandbox.mailbox import demo_mails, demo_statement
from okawari.sandbox.shops import DemoGate, demo_pasts, demo_watches
from okawari.services import past, watching
from okawari.services.cases import get_case
from okawari.services.checking import check_due
from okawari.services.following import match_money
from okawari.services.household import Household
from okawari.services.taking_in import take_in_files
from okawari.services.telling import keep_answer


def open_demo(household: Household, now: datetime) -> None:
    """Keep the demo's mails and statement, dated as of `now`, what its shopper has told about them, and what they watch."""
    today = japan_day(now)
    take_in_files(household, (*demo_mails(today), demo_statement(today)))
    for answer in demo_answers(today):
        (plan,) = get_case(household.store, answer.order, Asked(on=today))
        said = answer_about(plan.case, now, paid_by=answer.paid_by, captured=answer.captured, card=answer.card)
        keep_answer(household, said, now)
    match_money(household.store, today)
    _watch(household, now)


def _watch(household: Household, now: datetime) -> None:
    """Keep the demo's watches with the pasts of their pages, and look at these once."""
    gate = DemoGate()
    past.take_in(household.store, demo_pasts(now), now)
    watching.add(household.store, gate, *demo_watches(now))
    check_due(household.store, gate, now)
