"""Reading what is kept again, with a better reader."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from okawari.domain.judge import Trust
from okawari.domain.message import MessageKind
from okawari.domain.refund import Asked
from okawari.services import reading_mails
from okawari.services.cases import get_case, remember_answers
from okawari.services.importing import import_bytes
from okawari.services.read import understand
from okawari.services.reading_again import read_again
from okawari.store import evidence
from tests.mails import order_mail, order_number
from tests.services.test_cases import said_of
from tests.services.test_importing import contents

MAILS = [(f"{n}.eml", order_mail(n)) for n in range(3)]


def better(mail, trust):
    """A reader of the next version, which sees shipments where this one sees orders, and nothing in mail 2."""
    reading = understand(mail, trust)
    orders = () if order_number(2) in mail.text else reading.understood.orders
    understood = replace(reading.understood, kind=MessageKind.SHIPPED, orders=orders, reader_version=99)
    return replace(reading, understood=understood)


def test_the_same_reader_changes_nothing(store):
    import_bytes(MAILS, store, Trust())
    before = contents(store)
    assert read_again(store, Trust()) == 3
    assert contents(store) == before


def test_a_better_reader_takes_the_place_of_the_old_one_everywhere(store, monkeypatch):
    import_bytes(MAILS, store, Trust())
    remember_answers(store, [said_of(0, captured=True)], datetime.now(UTC))
    monkeypatch.setattr(reading_mails, "understand", better)
    read_again(store, Trust())
    mails, facts = contents(store)
    assert {mail.reader_version for mail in mails} == {99}
    assert [(fact.order_number, fact.kind) for fact in sorted(facts, key=lambda fact: fact.order_number)] == [
        (order_number(0), "shipment_notified"),
        (order_number(1), "shipment_notified"),
    ]
    (plan,) = get_case(store, order_number(0), Asked(on=date(2026, 11, 23)))
    assert plan.case.captured is True


def test_a_reading_that_is_stopped_leaves_each_mail_wholly_old_or_wholly_new(store, monkeypatch):
    import_bytes(MAILS, store, Trust())
    before = contents(store)
    calls = 0

    def stops_at_the_second(transaction, mail):
        nonlocal calls
        calls += 1
        if calls == 2:
            raise KeyboardInterrupt
        read_again_of_one(transaction, mail)

    read_again_of_one = evidence.read_again
    monkeypatch.setattr(reading_mails, "understand", better)
    monkeypatch.setattr(evidence, "read_again", stops_at_the_second)
    with pytest.raises(KeyboardInterrupt):
        read_again(store, Trust())
    assert contents(store) == before
