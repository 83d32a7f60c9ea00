"""The daily digest is made once, whoever makes it, and goes the way of every alert."""

import threading
from datetime import UTC, date, datetime, time, timedelta

import pytest

from okawari.domain.judge import Trust
from okawari.domain.payment import parse_paid_by
from okawari.domain.refund import Asked
from okawari.domain.told import answer_about
from okawari.i18n.watching import alert_text
from okawari.services import alerting, digest
from okawari.services.cases import get_case
from okawari.services.digest import digest_is_due, make_digest
from okawari.services.following import raise_due
from okawari.services.household import Household
from okawari.services.importing import import_bytes
from okawari.services.telling import keep_answer
from okawari.store import alarms
from okawari.store.keys import keys_at
from okawari.store.secrets import Secrets
from tests.mails import order_mail, order_number

# a Friday, the refund of 2 November is overdue
DAY, NOW = date(2027, 1, 15), datetime(2027, 1, 15, 0, tzinfo=UTC)
EIGHT = time(8)


@pytest.fixture
def household(store):
    """One order of 1,001 yen that was cancelled on 2 November, paid by a card that was charged."""
    household = Household(store, Trust())
    mails = [(f"{name}.eml", order_mail(1, cancelled=name == "cancelled")) for name in ("order", "cancelled")]
    import_bytes(mails, household.store, household.trust)
    (plan,) = get_case(store, order_number(1), Asked(on=DAY))
    said = answer_about(plan.case, NOW, paid_by=(parse_paid_by("credit_card"),), captured=True)
    keep_answer(household, said, NOW)
    return household


def told(store):
    return [one.alert for one in alerting.alerts(store)]


def test_a_day_has_one_digest_and_later_days_without_news_have_none(household):
    assert make_digest(household.store, DAY, NOW) is not None
    assert [make_digest(household.store, DAY + timedelta(days=n), NOW) for n in (0, 1, 2)] == [None, None, None]
    (alert,) = told(household.store)
    title, body = alert_text(alert, "ja")
    assert title == "1月15日(金)のお知らせ"
    assert "Amazon.co.jpの返金1,001円が遅れています" in body
    assert "1,001" in alert_text(alert, "en")[1]


def test_nothing_to_say_sends_nothing(store):
    assert make_digest(store, DAY, NOW) is None
    assert told(store) == []
    assert not digest_is_due(store, EIGHT, NOW)


def test_it_waits_for_its_time_in_japan(household):
    before, after = datetime(2027, 1, 14, 22, 59, tzinfo=UTC), datetime(2027, 1, 14, 23, 0, tzinfo=UTC)
    assert [digest_is_due(household.store, EIGHT, at) for at in (before, after)] == [False, True]
    assert not digest_is_due(household.store, None, after)


def test_what_another_way_has_said_today_stands_in_it(household):
    assert len(raise_due(household.store, DAY)) == 1
    made = make_digest(household.store, DAY, NOW)
    assert [alarm.what for alarm in made.due] == ["refund_overdue"]
    assert raise_due(household.store, DAY) == ()


def test_several_at_once_make_one(household):
    made, start = [], threading.Barrier(4)

    def work():
        start.wait()
        made.append(make_digest(household.store, DAY, NOW))

    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sum(one is not None for one in made) == len(told(household.store)) == 1


def test_one_that_breaks_off_leaves_nothing_and_the_next_makes_it(household, monkeypatch):
    with monkeypatch.context() as broken:
        broken.setattr(digest.outbox, "add", lambda *_: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            make_digest(household.store, DAY, NOW)
    with household.store.reading() as transaction:
        assert alarms.raised(transaction) == frozenset()
    assert digest_is_due(household.store, EIGHT, NOW)
    assert make_digest(household.store, DAY, NOW) is not None


def test_it_goes_to_every_channel_once(household, tmp_path, monkeypatch):
    sent = []
    monkeypatch.setattr(alerting, "send", lambda address, message: sent.append((address, message.key)))
    secrets = Secrets(household.store, keys_at(tmp_path, "file"))
    for name in ("a", "b"):
        alerting.add_channel(household.store, secrets, name, f"smtp://{name}.example.jp/?to={name}@example.jp")
    make_digest(household.store, DAY, NOW)
    for hours in (0, 1):
        alerting.deliver(household.store, secrets, lambda one: alert_text(one, "ja"), NOW + timedelta(hours=hours))
    assert len(sent) == len(set(sent)) == 2
    assert len({key for _, key in sent}) == 1
