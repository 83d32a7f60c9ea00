"""The documents of the watches and of their alerts: `okawari.watch/1` and `okawari.alerts/1`."""

from __future__ import annotations

from collections.abc import Iterable

from okawari.contract.values import Document, day, moment, money
from okawari.domain.watch.seek import FEED, search_at
from okawari.domain.watch.watch import Observation
from okawari.i18n.watching import alert_text, channel_trouble, trouble_text
from okawari.services.alerting import Channel, ChannelError, Delivered, Told
from okawari.services.checking import Checked
from okawari.services.watching import KeptWatch


def watch_document(
    watches: Iterable[KeptWatch], locale: str, done: tuple[Checked, Delivered] | None = None
) -> Document:
    """Return watches, and what a round of looks did."""
    return {
        "schema": "okawari.watch/1",
        "watches": [_watch(kept, locale) for kept in watches],
        "round": {
            "pages": done[0].pages,
            "changed": done[0].changed,
            "failed": done[0].failed,
            "alerts": done[0].alerts,
            "sent": done[1].sent,
            "put_off": done[1].put_off,
            "switched_off": list(done[1].switched_off),
        }
        if done
        else None,
    }


def alerts_document(
    alerts: Iterable[Told],
    channels: Iterable[Channel],
    locale: str,
    tested: Iterable[tuple[Channel, ChannelError | None]] = (),
) -> Document:
    """Return the alerts with where they went, the channels, and what a test of channels found."""
    return {
        "schema": "okawari.alerts/1",
        "alerts": [_alert(told, locale) for told in alerts],
        "channels": [
            {"name": one.name, "kind": one.kind, "trouble": _trouble(one.trouble, one.detail, locale)}
            for one in channels
        ],
        "tested": [
            {"channel": channel.name, "trouble": _trouble(error.code, error.detail, locale) if error else None}
            for channel, error in tested
        ],
    }


def _watch(kept: KeptWatch, locale: str) -> Document:
    watch, search = kept.watch, search_at(kept.watch.url)
    return {
        "id": watch.id,
        "url": watch.link,
        "kind": "search" if search else "feed" if watch.url.startswith(FEED) else "page",
        "search": {
            "words": search.words or None,
            "number": search.number or None,
            "services": list(search.services),
            "unsure": watch.unsure,
        }
        if search
        else None,
        "words": {"all_of": list(watch.all_of), "none_of": list(watch.none_of)},
        "standing": kept.standing.value,
        "wishes": {
            "price": money(watch.price),
            "effective": money(watch.effective),
            "drop_percent": watch.drop_percent,
            "drop_days": watch.drop_days or None,
            "lowest": watch.lowest,
            "preorder": watch.preorder,
            "seller": watch.seller or None,
            "condition": watch.condition.value if watch.condition else None,
            "appears": watch.appears or None,
            "earlier_days": watch.earlier_days or None,
        },
        "until": day(watch.until),
        "rests_until": day(watch.rests_until),
        "every": watch.every,
        "burst_at": moment(watch.burst_at),
        "quiet": f"{watch.quiet.start}-{watch.quiet.end}" if watch.quiet else None,
        "order": watch.order or None,
        "merchant": watch.merchant or None,
        "paid": money(watch.paid),
        "added_at": moment(watch.added_at),
        "next_look_at": moment(kept.next_look_at),
        "last_look": look_document(kept.last, locale) if kept.last else None,
        "last_seen": look_document(kept.last_seen, locale) if kept.last_seen else None,
    }


def look_document(seen: Observation, locale: str) -> Document:
    """Return what a look showed."""
    return {
        "at": moment(seen.at),
        "title": seen.title or None,
        "availability": seen.availability.value,
        "price": money(seen.price),
        "seller": seen.seller,
        "condition": seen.condition.value,
        "sellers": list(seen.sellers),
        "delivery": seen.delivery or None,
        "found": seen.found,
        "trouble": {"code": seen.trouble, "text": trouble_text(seen.trouble, seen.detail, locale)}
        if seen.trouble
        else None,
    }


def _alert(told: Told, locale: str) -> Document:
    alert = told.alert
    title, body = alert_text(alert, locale)
    return {
        "id": alert.key,
        "watch": alert.watch,
        "kind": alert.kind.value,
        "at": moment(alert.at),
        "url": alert.url,
        "title": title,
        "text": body,
        "availability": alert.availability.value,
        "price": money(alert.price),
        "seller": alert.seller,
        "paid": money(alert.paid),
        "effective": money(alert.effective),
        "risk": alert.risk or None,
        "order": alert.order or None,
        "merchant": alert.merchant or None,
        "finds": [
            {
                "title": find.title,
                "url": find.url or None,
                "source": find.source or None,
                "seller": find.seller or None,
                "price": money(find.price),
                "sure": find.sure,
                "at": moment(find.at),
            }
            for find in alert.finds
        ],
        "more": alert.more,
        "sent": [{"channel": name, "at": moment(at), "detail": detail or None} for name, at, detail in told.sent],
    }


def _trouble(code: str, detail: str, locale: str) -> Document | None:
    return {"code": code, "text": channel_trouble(code, detail, locale)} if code else None
