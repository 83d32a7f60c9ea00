"""Fill a household with the demo's mails and answers."""

from __future__ import annotations

from datetime import datetime

from okawari.domain.japan_time import japan_day
from okawari.domain.refund import Asked
from okawari.domain.told import answer_about
from okawari.sandbox.answers import demo_answers
from okawari.sandbox.mailbox import demo_mails, demo_statement
from okawari.services.cases import get_case
from okawari.services.following import match_money
from okawari.services.household import Household
from okawari.services.taking_in import take_in_files
from okawari.services.telling import keep_answer


def open_demo(household: Household, now: datetime) -> None:
    """Keep the demo's mails and statement, dated as of `now`, and what its shopper has told about them."""
    today = japan_day(now)
    take_in_files(household, (*demo_mails(today), demo_statement(today)))
    for answer in demo_answers(today):
        (plan,) = get_case(household.store, answer.order, Asked(on=today))
        said = answer_about(plan.case, now, paid_by=answer.paid_by, captured=answer.captured, card=answer.card)
        keep_answer(household, said, now)
    match_money(household.store, today)
