"""The daily digest: made once a day, at a time that the person chose, and put into the outbox."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time

import jpholiday

from okawari.domain.digest import Digest, digest_of
from okawari.domain.japan_time import JAPAN
from okawari.domain.phrase import Bilingual
from okawari.domain.refund import Asked
from okawari.domain.watch.watch import Alert, AlertKind
from okawari.services.cases import list_cases
from okawari.services.following import match_money
from okawari.services.shops import shop_named
from okawari.store import alarms, outbox
from okawari.store.engine import Store


def digest_is_due(store: Store, at: time | None, now: datetime) -> bool:
    """Return whether the time of the day has come and the day's digest was not made; never without a time."""
    there = now.astimezone(JAPAN)
    if at is None or there.time() < at:
        return False
    with store.reading() as transaction:
        return not alarms.digest_made(transaction, there.date())


def make_digest(store: Store, day: date, now: datetime) -> Digest | None:
    """Make the day's digest and put it into the outbox; None where it was made before or nothing is to be said.

    The day, what was said and the message are kept at once: whoever is killed leaves all or nothing, and of several
    that try only one makes it. Days on which nobody tried are not made up for.
    """
    match_money(store, day)
    plans = list_cases(store, Asked(on=day))
    with store.writing() as transaction:
        if not alarms.make_digest(transaction, day):
            return None
        today = [alarm for _, alarm in alarms.since(transaction, day)]
        digest, news = digest_of(plans, day, alarms.raised(transaction), today, jpholiday.is_holiday)
        if not news and not digest.due:
            return None
        alarms.add(transaction, news, day)
        digest = replace(digest, shops=_shops(digest))
        alert = Alert(watch="digest", number=day.toordinal(), kind=AlertKind.DIGEST, at=now, url="", digest=digest)
        outbox.add(transaction, [alert])
    return digest


def _shops(digest: Digest) -> tuple[tuple[str, Bilingual], ...]:
    named = {alarm.merchant: shop_named(alarm.merchant) for alarm in digest.lines}
    return tuple((merchant, name) for merchant, name in named.items() if merchant and isinstance(name, Bilingual))
