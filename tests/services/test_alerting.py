"""The outbox: once for each event and channel, again where it failed, off where it never will."""

import subprocess
import sys
from datetime import UTC, datetime, timedelta

import pytest

from okawari.domain.watch.watch import Alert, AlertKind
from okawari.i18n.watching import alert_text, waits_text
from okawari.services import alerting
from okawari.services.alerting import ChannelError
from okawari.services.leases import new_lease
from okawari.store import outbox
from okawari.store.keys import keys_at
from okawari.store.secrets import Secrets

NOON = datetime(2026, 11, 24, 3, tzinfo=UTC)


@pytest.fixture
def household(store, tmp_path, monkeypatch):
    """A household with the channels "a" and "b"; its `sent` notes (address, key), `fails` are errors by address."""
    return Household(store, tmp_path, monkeypatch)


class Household:
    def __init__(self, store, folder, monkeypatch):
        self.store, self.secrets = store, Secrets(store, keys_at(folder, "file"))
        self.sent, self.fails = [], {}
        monkeypatch.setattr(alerting, "send", self.send)
        for name in ("a", "b"):
            alerting.add_channel(store, self.secrets, name, f"smtp://{name}.example.jp/?to={name}@example.jp")

    def send(self, address, message):
        name = address[7]
        if name in self.fails:
            raise self.fails[name]
        self.sent.append((name, message.key))

    def tell(self, number=1, at=NOON):
        alert = Alert(watch="w", number=number, kind=AlertKind.IN_STOCK, at=at, url="https://shop.example.jp/1")
        with self.store.writing() as transaction:
            return outbox.add(transaction, [alert])

    def deliver(self, at=NOON):
        return alerting.deliver(self.store, self.secrets, lambda _: ("title", "body"), at)


def test_each_event_goes_to_each_channel_once(household):
    assert (household.tell(), household.tell()) == (1, 0)
    household.deliver()
    household.deliver(NOON + timedelta(hours=1))
    assert sorted(household.sent) == [("a", "w-1"), ("b", "w-1")]


def test_what_is_claimed_with_its_keeping_goes_out_once_and_again_where_its_holder_is_gone(household):
    alert = Alert(watch="w", number=1, kind=AlertKind.IN_STOCK, at=NOON, url="https://shop.example.jp/1")
    with household.store.writing() as transaction:
        new, ways = outbox.add_claimed(transaction, [alert], "mine", NOON + outbox.LEASE)
        assert outbox.add_claimed(transaction, [alert], "mine", NOON + outbox.LEASE) == ((), ())
    assert (new, [way.channel for way in ways]) == ((alert,), ["a", "b"])
    assert household.deliver() == alerting.Delivered()
    alerting.send_all(household.store, household.secrets, lambda _: ("title", "body"), ways[:1], NOON)
    assert household.deliver(NOON + outbox.LEASE).sent == 1
    assert household.sent == [("a", "w-1"), ("b", "w-1")]


def test_what_a_killed_process_of_this_machine_was_to_send_goes_out_at_once(household):
    alert = Alert(watch="w", number=1, kind=AlertKind.IN_STOCK, at=NOON, url="https://shop.example.jp/1")
    with subprocess.Popen([sys.executable, "-c", ""]) as ended:
        pass
    with household.store.writing() as transaction:
        outbox.add_claimed(transaction, [alert], new_lease(ended.pid), NOON + outbox.LEASE)
    assert household.deliver().sent == 2
    assert household.deliver(NOON + outbox.LEASE).sent == 0


def test_a_channel_that_fails_is_tried_again_later_and_later(household):
    household.fails["a"] = ChannelError("no_answer", "down")
    household.tell()
    assert household.deliver() == alerting.Delivered(1, 1)
    assert household.deliver(NOON + timedelta(seconds=29)) == alerting.Delivered()
    assert household.deliver(NOON + timedelta(seconds=31)).put_off == 1
    assert household.deliver(NOON + timedelta(seconds=70)) == alerting.Delivered()
    household.fails.clear()
    assert household.deliver(NOON + timedelta(seconds=100)).sent == 1


def test_a_channel_that_refuses_for_good_is_switched_off_and_says_why(household):
    household.fails["a"] = ChannelError("refused", "535 wrong password", permanent=True)
    household.tell()
    assert household.deliver().switched_off == ("a",)
    household.tell(2)
    household.deliver(NOON + timedelta(hours=1))
    told = alerting.alerts(household.store)
    (off,) = [one.alert for one in told if one.alert.kind is AlertKind.CHANNEL_OFF]
    assert sorted(household.sent) == [("b", off.key), ("b", "w-1"), ("b", "w-2")]
    title, body = alert_text(off, "ja")
    assert title == "送り先「a」を止めました"
    assert body.startswith("相手の返事：535 wrong password。")
    (first,) = [one.sent for one in told if one.alert.key == "w-1"]
    assert waits_text("a", first[0][2], "ja") == "a：未送信（相手の返事：535 wrong password）"
    channel = alerting.channels(household.store)[0]
    assert (channel.trouble, channel.detail) == ("refused", "535 wrong password")


def test_a_test_that_arrives_switches_on_again_and_sends_what_waited(household):
    household.fails["a"] = ChannelError("refused", permanent=True)
    household.tell()
    household.deliver()
    household.fails.clear()
    channel = alerting.channels(household.store)[0]
    alerting.try_out(household.store, household.secrets, channel, alerting.test_message("t", "b"))
    household.deliver(NOON + timedelta(hours=1))
    assert ("a", "w-1") in household.sent


def test_it_gives_up_after_twelve_attempts(household):
    household.fails["a"] = ChannelError("no_answer")
    household.tell()
    tries = sum(household.deliver(NOON + timedelta(minutes=10 * step)).put_off for step in range(23 * 6))
    assert tries == alerting.MOST_ATTEMPTS
    assert alerting.channels(household.store)[0].trouble == "no_answer"


def test_what_is_a_day_old_is_no_news(household):
    household.tell()
    household.deliver(NOON + timedelta(days=1))
    assert household.sent == []


def test_a_channel_that_is_removed_takes_its_address_with_it(household):
    household.tell()
    assert alerting.remove_channel(household.store, household.secrets, "a")
    assert not alerting.remove_channel(household.store, household.secrets, "a")
    assert household.secrets.names() == ("alert_channel:b",)
    household.deliver()
    assert household.sent == [("b", "w-1")]
