"""Bring alerts to the person, by the channels they chose."""

from __future__ import annotations

import re
import secrets as tokens
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import datetime, timedelta

from okawari.domain.watch.watch import Alert, AlertKind
from okawari.notify.channels import ChannelError, kind_of, send
from okawari.notify.feed import Item, feed_of
from okawari.notify.message import Message
from okawari.services.leases import is_gone, new_lease
from okawari.store import outbox
from okawari.store.engine import Store
from okawari.store.outbox import Channel, Delivery, Told
from okawari.store.secrets import Secrets

__all__ = [
    "Channel",
    "ChannelError",
    "Told",
    "add_channel",
    "alerts",
    "channels",
    "deliver",
    "feed",
    "remove_channel",
    "test_message",
    "try_out",
]

Say = Callable[[Alert], tuple[str, str]]
"""How an alert is told: title and body in the words of the skin's language."""

MOST_ATTEMPTS = 12
_AT_ONCE = 4
_BATCH = 200
_NAME = re.compile(r"[\w.-]{1,40}")


@dataclass(frozen=True, slots=True)
class Delivered:
    """How many alerts went out, how many will be tried again, and the channels that were switched off."""

    sent: int = 0
    put_off: int = 0
    switched_off: tuple[str, ...] = ()

    def __add__(self, more: Delivered) -> Delivered:
        """Return both together, each channel once."""
        off = dict.fromkeys(self.switched_off + more.switched_off)
        return Delivered(self.sent + more.sent, self.put_off + more.put_off, tuple(off))


def add_channel(store: Store, secrets: Secrets, name: str, address: str) -> Channel:
    """Keep a channel: its address, which may hold passwords, is sealed. ChannelError where it is none, or the name is."""
    if not _NAME.fullmatch(name):
        raise ChannelError("bad_name", name, permanent=True)
    channel = Channel(name, kind_of(address))
    secrets.put(_secret(name), address)
    with store.writing() as transaction:
        outbox.put_channel(transaction, channel)
    return channel


def remove_channel(store: Store, secrets: Secrets, name: str) -> bool:
    """Delete a channel; return whether there was one."""
    with store.writing() as transaction:
        found = outbox.remove_channel(transaction, name)
    secrets.forget(_secret(name))
    return found


def channels(store: Store) -> tuple[Channel, ...]:
    """Return the channels by their names."""
    with store.reading() as transaction:
        return outbox.channels(transaction)


def try_out(store: Store, secrets: Secrets, channel: Channel, message: Message) -> None:
    """Send a message to a channel now; ChannelError holds the channel's own reason.

    One that works is switched on again, one that never will is switched off.
    """
    try:
        send(_known(_address(secrets, channel.name), channel.name), message)
    except ChannelError as error:
        if error.permanent:
            with store.writing() as transaction:
                outbox.switch_off(transaction, channel.name, error.code, error.detail)
        raise
    with store.writing() as transaction:
        outbox.switch_off(transaction, channel.name, "", "")


def alerts(store: Store, limit: int = 100) -> tuple[Told, ...]:
    """Return the last alerts, the latest first, each with where it went."""
    with store.reading() as transaction:
        return outbox.latest(transaction, limit)


def feed(store: Store, name: str, say: Say, address: str) -> bytes:
    """Return the last alerts as an Atom feed, for a feed reader."""
    items = [Item(_message(told.alert, say), told.alert.at) for told in alerts(store)]
    return feed_of(items, name, address)


def deliver(store: Store, secrets: Secrets, say: Say, now: datetime) -> Delivered:
    """Send what waits in the outbox; any number of processes may do this at once.

    Each alert goes to each channel once. Only where the machine stops between the channel's "yes" and our noting it does the
    alert go again: it then bears the same id. What fails is tried again after 30 seconds, doubled each time; a channel that
    says it never will, or that failed twelve times, is switched off, which the others tell.
    """
    with store.reading() as transaction:
        gone = [one for one in outbox.leases(transaction, now) if is_gone(one)]
        if not gone and not outbox.is_due(transaction, now):
            return Delivered()
    lease = new_lease()
    with store.writing() as transaction:
        if gone:
            outbox.give_back(transaction, gone, now)
        claimed = outbox.claim(transaction, now, now + outbox.LEASE, lease, _BATCH)
    return send_all(store, secrets, say, claimed, now)


def send_all(store: Store, secrets: Secrets, say: Say, claimed: Sequence[Delivery], now: datetime) -> Delivered:
    """Send alerts that are the caller's to send, and keep how each went."""
    if not claimed:
        return Delivered()
    addresses = {name: _address(secrets, name) for name in {delivery.channel for delivery in claimed}}
    with ThreadPoolExecutor(min(_AT_ONCE, len(claimed))) as pool:
        said = pool.map(lambda delivery: _tried(addresses[delivery.channel], delivery, say), claimed)
        return _keep(store, list(zip(claimed, said, strict=True)), now)


def _keep(store: Store, tried: Sequence[tuple[Delivery, ChannelError | None]], now: datetime) -> Delivered:
    off: dict[str, ChannelError] = {}
    with store.writing() as transaction:
        outbox.were_sent(transaction, (delivery for delivery, error in tried if error is None), now)
        for delivery, error in tried:
            if error is None:
                continue
            outbox.was_not_sent(transaction, delivery, str(error), now + _pause(delivery.attempts))
            if error.permanent or delivery.attempts >= MOST_ATTEMPTS:
                off[delivery.channel] = error
        for name, error in off.items():
            outbox.switch_off(transaction, name, error.code, error.detail)
        outbox.add(transaction, (_switched_off(name, error, now) for name, error in off.items()))
    failed = sum(error is not None for _, error in tried)
    return Delivered(len(tried) - failed, failed, tuple(off))


def _switched_off(name: str, error: ChannelError, now: datetime) -> Alert:
    return Alert(
        watch=f"channel.{name}",
        number=int(now.timestamp()),
        kind=AlertKind.CHANNEL_OFF,
        at=now,
        url="",
        title=name,
        trouble=error.code,
        detail=error.detail,
    )


def _pause(attempts: int) -> timedelta:
    return timedelta(seconds=30 * (1 << min(attempts - 1, 8)))


def _tried(address: str | None, delivery: Delivery, say: Say) -> ChannelError | None:
    try:
        send(_known(address, delivery.channel), _message(delivery.alert, say))
    except ChannelError as error:
        return error
    return None


def _message(alert: Alert, say: Say) -> Message:
    """Return an alert as it goes out; the address is the one that the person gave."""
    return Message(alert.key, *say(alert), alert.url)


def _address(secrets: Secrets, name: str) -> str | None:
    return secrets.get(_secret(name))


def _known(address: str | None, name: str) -> str:
    if address is None:
        raise ChannelError("no_address", name, permanent=True)
    return address


def _secret(name: str) -> str:
    return f"alert_channel:{name}"


def test_message(title: str, body: str) -> Message:
    """Return a message that tries out a channel."""
    return Message(f"test-{tokens.token_hex(6)}", title, body, "")
