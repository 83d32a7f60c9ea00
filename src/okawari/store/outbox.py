"""Alerts, the channels that they go to, and the outbox between: one row for each event and channel."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, delete, select, update

from okawari.domain.watch.watch import Alert
from okawari.store.codec import from_json, to_json
from okawari.store.engine import Transaction, inserting
from okawari.store.watching_schema import alert_channels, deliveries, watch_alerts

FRESH = timedelta(hours=24)
"""What could not be delivered for so long is news no more."""


@dataclass(frozen=True, slots=True)
class Channel:
    """A way to the person: `kind` is the scheme of its address, `trouble` why it is switched off ("" where it is on)."""

    name: str
    kind: str
    trouble: str = ""
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Delivery:
    """An alert that is to go to a channel, tried `attempts` times, this one included."""

    alert: Alert
    channel: str
    attempts: int


@dataclass(frozen=True, slots=True)
class Told:
    """An alert, and to which channels it went when."""

    alert: Alert
    sent: tuple[tuple[str, datetime | None, str], ...]


def add(transaction: Transaction, alerts: Iterable[Alert]) -> int:
    """Keep alerts and put them into the outbox of every channel that is on; return how many were new."""
    listed = tuple(alerts)
    names = [channel.name for channel in channels(transaction) if not channel.trouble]
    added = 0
    for alert in listed:
        row = {"household": transaction.household, "key": alert.key, "at": alert.at, "payload": to_json(alert)}
        statement = inserting(transaction, watch_alerts).values(row).on_conflict_do_nothing()
        added += len(transaction.connection.execute(statement.returning(watch_alerts.c.key)).all())
        for name in names:
            _put(transaction, alert, name)
    return added


def latest(transaction: Transaction, limit: int) -> tuple[Told, ...]:
    """Return the last alerts, the latest first, each with where it went."""
    query = (
        select(watch_alerts.c.payload)
        .where(watch_alerts.c.household == transaction.household)
        .order_by(watch_alerts.c.at.desc(), watch_alerts.c.key)
        .limit(limit)
    )
    listed = [from_json(Alert, payload) for payload in transaction.connection.execute(query).scalars()]
    ways = select(deliveries.c.alert, deliveries.c.channel, deliveries.c.sent_at, deliveries.c.detail).where(
        deliveries.c.household == transaction.household, deliveries.c.alert.in_([alert.key for alert in listed])
    )
    sent: dict[str, list[tuple[str, datetime | None, str]]] = {}
    for key, channel, sent_at, detail in transaction.connection.execute(ways):
        sent.setdefault(key, []).append((channel, sent_at, detail))
    return tuple(Told(alert, tuple(sorted(sent.get(alert.key, []), key=lambda way: way[0]))) for alert in listed)


def is_due(transaction: Transaction, now: datetime) -> bool:
    """Return whether an alert waits to go out."""
    mine = (deliveries.c.household == transaction.household, deliveries.c.next_try_at <= now)
    return transaction.connection.execute(select(deliveries.c.alert).where(*mine).limit(1)).first() is not None


def claim(transaction: Transaction, now: datetime, until: datetime, lease: str, limit: int) -> tuple[Delivery, ...]:
    """Return deliveries that are due on channels that are on, the caller's until a moment; nobody else gets them till then."""
    query = (
        select(deliveries.c.alert, deliveries.c.channel, deliveries.c.attempts, watch_alerts.c.payload)
        .join(
            watch_alerts,
            (watch_alerts.c.household == deliveries.c.household) & (watch_alerts.c.key == deliveries.c.alert),
        )
        .join(
            alert_channels,
            (alert_channels.c.household == deliveries.c.household) & (alert_channels.c.name == deliveries.c.channel),
        )
        .where(
            deliveries.c.household == transaction.household,
            deliveries.c.next_try_at <= now,
            watch_alerts.c.at > now - FRESH,
            alert_channels.c.trouble == "",
        )
        .order_by(deliveries.c.next_try_at)
        .limit(limit)
        .with_for_update(skip_locked=True, of=deliveries)
    )
    rows = transaction.connection.execute(query).all()
    for key, channel, attempts, _ in rows:
        transaction.connection.execute(
            update(deliveries)
            .where(*_is(transaction, key, channel))
            .values(attempts=attempts + 1, next_try_at=until, lease=lease)
        )
    return tuple(Delivery(from_json(Alert, payload), channel, n + 1) for _, channel, n, payload in rows)


def was_sent(transaction: Transaction, delivery: Delivery, at: datetime) -> None:
    """Keep that an alert went out: it never does again."""
    _change(transaction, delivery, sent_at=at, next_try_at=None, lease="", detail="")


def was_not_sent(transaction: Transaction, delivery: Delivery, detail: str, next_try_at: datetime | None) -> None:
    """Keep why an alert could not go out, and when to try again."""
    _change(transaction, delivery, next_try_at=next_try_at, lease="", detail=detail)


def channels(transaction: Transaction) -> tuple[Channel, ...]:
    """Return the channels by their names."""
    table = alert_channels.c
    query = (
        select(table.name, table.kind, table.trouble, table.detail)
        .where(table.household == transaction.household)
        .order_by(table.name)
    )
    return tuple(Channel(*row) for row in transaction.connection.execute(query))


def put_channel(transaction: Transaction, channel: Channel) -> None:
    """Keep a channel in the place of one of the same name."""
    changed = {"kind": channel.kind, "trouble": channel.trouble, "detail": channel.detail}
    row = inserting(transaction, alert_channels).values(household=transaction.household, name=channel.name, **changed)
    transaction.connection.execute(row.on_conflict_do_update(index_elements=("household", "name"), set_=changed))


def switch_off(transaction: Transaction, name: str, trouble: str, detail: str) -> None:
    """Send nothing to a channel any more, and keep why."""
    mine = (alert_channels.c.household == transaction.household, alert_channels.c.name == name)
    transaction.connection.execute(update(alert_channels).where(*mine).values(trouble=trouble, detail=detail))


def remove_channel(transaction: Transaction, name: str) -> bool:
    """Delete a channel and what waits for it; return whether there was one."""
    waiting = (deliveries.c.household == transaction.household, deliveries.c.channel == name)
    transaction.connection.execute(delete(deliveries).where(*waiting, deliveries.c.sent_at.is_(None)))
    mine = (alert_channels.c.household == transaction.household, alert_channels.c.name == name)
    return transaction.connection.execute(delete(alert_channels).where(*mine)).rowcount > 0


def _put(transaction: Transaction, alert: Alert, channel: str) -> None:
    row = {"household": transaction.household, "alert": alert.key, "channel": channel, "next_try_at": alert.at}
    statement = inserting(transaction, deliveries).values(**row, attempts=0, lease="", detail="")
    transaction.connection.execute(statement.on_conflict_do_nothing())


def _is(transaction: Transaction, key: str, channel: str) -> tuple[ColumnElement[bool], ...]:
    return (
        deliveries.c.household == transaction.household,
        deliveries.c.alert == key,
        deliveries.c.channel == channel,
    )


def _change(transaction: Transaction, delivery: Delivery, **values: object) -> None:
    mine = _is(transaction, delivery.alert.key, delivery.channel)
    transaction.connection.execute(update(deliveries).where(*mine).values(**values))
