"""Alerts, the channels that they go to, and the outbox between: one row for each event and channel."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import bindparam, delete, insert, select, update

from okawari.domain.watch.watch import Alert
from okawari.store.codec import from_json, to_json
from okawari.store.engine import Transaction, inserting
from okawari.store.watching_schema import alert_channels, deliveries, watch_alerts

LEASE = timedelta(minutes=2)
"""How long whoever has an alert to send has it alone."""

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
    return len(_put(transaction, alerts, "", None)[0])


def add_claimed(
    transaction: Transaction, alerts: Iterable[Alert], lease: str, until: datetime
) -> tuple[tuple[Alert, ...], tuple[Delivery, ...]]:
    """Keep alerts like `add`; return the new ones and their deliveries, which are the caller's until a moment."""
    return _put(transaction, alerts, lease, until)


def _put(
    transaction: Transaction, alerts: Iterable[Alert], lease: str, until: datetime | None
) -> tuple[tuple[Alert, ...], tuple[Delivery, ...]]:
    listed = {alert.key: alert for alert in alerts}
    mine = {"of_household": transaction.household, "of_keys": list(listed)}
    for key in transaction.connection.execute(_KNOWN, mine).scalars():
        del listed[key]
    new = tuple(listed.values())
    names = [channel.name for channel in channels(transaction) if not channel.trouble]
    sent = tuple(Delivery(alert, name, 1 if until else 0) for alert in new for name in names)
    rows = [
        {"household": transaction.household, "key": alert.key, "at": alert.at, "payload": to_json(alert)}
        for alert in new
    ]
    ways = [
        {
            "household": transaction.household,
            "alert": way.alert.key,
            "channel": way.channel,
            "attempts": way.attempts,
            "next_try_at": until or way.alert.at,
            "lease": lease,
            "detail": "",
        }
        for way in sent
    ]
    for statement, values in ((_ADD_ALERT, rows), (_ADD_DELIVERY, ways)):
        if values:
            transaction.connection.execute(statement, values)
    return new, sent


_KNOWN = select(watch_alerts.c.key).where(
    watch_alerts.c.household == bindparam("of_household"),
    watch_alerts.c.key.in_(bindparam("of_keys", expanding=True)),
)
_ADD_ALERT, _ADD_DELIVERY = insert(watch_alerts), insert(deliveries)


def change_all(transaction: Transaction, holding: str, change: Callable[[Alert], Alert]) -> None:
    """Keep each alert whose JSON holds a text as it is after a change."""
    mine = (
        watch_alerts.c.household == transaction.household,
        watch_alerts.c.payload.contains(holding, autoescape=True),
    )
    query = select(watch_alerts.c.key, watch_alerts.c.payload).where(*mine)
    for key, payload in transaction.connection.execute(query).all():
        changed = to_json(change(from_json(Alert, payload)))
        if changed != payload:
            one = (watch_alerts.c.household == transaction.household, watch_alerts.c.key == key)
            transaction.connection.execute(update(watch_alerts).where(*one).values(payload=changed))


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
    tries = [
        {**_keys(transaction, key, channel), "new_attempts": attempts + 1, "new_next_try_at": until, "new_lease": lease}
        for key, channel, attempts, _ in rows
    ]
    if tries:
        transaction.connection.execute(_CLAIM, tries)
    return tuple(Delivery(from_json(Alert, payload), channel, n + 1) for _, channel, n, payload in rows)


def leases(transaction: Transaction, now: datetime) -> tuple[str, ...]:
    """Return the leases that deliveries are under."""
    mine = (deliveries.c.household == transaction.household, deliveries.c.next_try_at > now, deliveries.c.lease != "")
    return tuple(transaction.connection.execute(select(deliveries.c.lease).where(*mine).distinct()).scalars())


def give_back(transaction: Transaction, gone: Collection[str], now: datetime) -> None:
    """Let others send what is under leases whose holders are gone."""
    mine = (deliveries.c.household == transaction.household, deliveries.c.lease.in_(gone))
    transaction.connection.execute(update(deliveries).where(*mine).values(lease="", next_try_at=now))


def were_sent(transaction: Transaction, sent: Iterable[Delivery], at: datetime) -> None:
    """Keep that alerts went out: they never do again."""
    rows = [{**_keys(transaction, one.alert.key, one.channel), "new_sent_at": at} for one in sent]
    if rows:
        transaction.connection.execute(_SENT, rows)


def was_not_sent(transaction: Transaction, delivery: Delivery, detail: str, next_try_at: datetime | None) -> None:
    """Keep why an alert could not go out, and when to try again."""
    row = {"new_next_try_at": next_try_at, "new_detail": detail}
    keys = _keys(transaction, delivery.alert.key, delivery.channel)
    transaction.connection.execute(_NOT_SENT, keys | row)


def channels(transaction: Transaction) -> tuple[Channel, ...]:
    """Return the channels by their names."""
    mine = {"of_household": transaction.household}
    return tuple(Channel(*row) for row in transaction.connection.execute(_CHANNELS, mine))


_CHANNELS = (
    select(alert_channels.c.name, alert_channels.c.kind, alert_channels.c.trouble, alert_channels.c.detail)
    .where(alert_channels.c.household == bindparam("of_household"))
    .order_by(alert_channels.c.name)
)


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


def _keys(transaction: Transaction, key: str, channel: str) -> dict[str, object]:
    return {"of_household": transaction.household, "of_alert": key, "of_channel": channel}


_ONE = update(deliveries).where(
    deliveries.c.household == bindparam("of_household"),
    deliveries.c.alert == bindparam("of_alert"),
    deliveries.c.channel == bindparam("of_channel"),
)
_CLAIM = _ONE.values({name: bindparam(f"new_{name}") for name in ("attempts", "next_try_at", "lease")})
_SENT = _ONE.values(sent_at=bindparam("new_sent_at"), next_try_at=None, lease="", detail="")
_NOT_SENT = _ONE.values(next_try_at=bindparam("new_next_try_at"), detail=bindparam("new_detail"), lease="")
