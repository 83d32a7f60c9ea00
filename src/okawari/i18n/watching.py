"""Watches and alerts in words."""

from __future__ import annotations

from urllib.parse import urlsplit

from okawari.domain.delivery import Promise
from okawari.domain.money import Money
from okawari.domain.offer import Availability
from okawari.domain.watch.seek import search_at
from okawari.domain.watch.watch import Alert, AlertKind, Observation
from okawari.i18n import formats, has, text
from okawari.i18n.money import digest_text
from okawari.i18n.seeking import finds_text

_NO_PURCHASE = frozenset((AlertKind.CANNOT_SEE, AlertKind.EXPIRED))


def alert_text(alert: Alert, locale: str) -> tuple[str, str]:
    """Return the title and the body of an alert."""
    if alert.digest:
        return digest_text(alert.digest, locale)
    price = _price(alert.price, locale)
    if alert.finds:
        return finds_text(alert, locale)
    title = _words(f"alert_{alert.kind}", locale, title=title_of(alert.title, alert.url, locale), price=price)
    return title, "\n".join(_cannot(alert, locale) if alert.kind in _NO_PURCHASE else _can(alert, price, locale))


def trouble_text(code: str, detail: str, locale: str) -> str:
    """Return why a page could not be seen."""
    key = next((key for key in (f"pages.{code}", f"watching.{code}") if has(key)), "watching.unreadable")
    return text(key, locale).format(detail=detail).rstrip("。.")


def channel_trouble(code: str, detail: str, locale: str) -> str:
    """Return why a channel does not work."""
    key = f"watching.channel_{code}"
    return text(key if has(key) else "watching.channel_failed", locale).format(detail=detail)


def seen_text(last: Observation | None, last_seen: Observation | None, locale: str) -> str:
    """Return what the last look at a page showed, or that it showed nothing."""
    if last is None:
        return _words("not_seen_yet", locale)
    at = formats.moment(last.at, locale)
    if last.trouble:
        return _words("trouble", locale, what=trouble_text(last.trouble, last.detail, locale), at=at)
    if last.found is not None:
        entry = "seen_found_partly" if last.detail else "seen_found"
        return text(f"seeking.{entry}", locale).format(count=last.found, at=at, services=last.detail)
    shown = last_seen or last
    availability = text(f"pages.{shown.availability}", locale)
    return _words("seen", locale, availability=availability, price=_price(shown.price, locale), at=at)


def title_of(title: str, url: str, locale: str) -> str:
    """Return a page's title, or a word for it where it has none."""
    search = search_at(url)
    named = search.words or search.number if search else title
    return " ".join(named.split())[:120] or _words("untitled", locale, host=urlsplit(url).hostname or "?")


def promise_text(promise: Promise, locale: str) -> str:
    """Return the days of a promise, whether of arrival or of shipping."""
    first, last = (formats.day(one, locale) if one else "" for one in (promise.first, promise.last))
    entry = "days_on" if first == last else "days_between" if first and last else "days_from" if first else "days_until"
    days = _words(entry, locale, first=first, last=last)
    return _words("promise_ships" if promise.ships else "promise_arrives", locale, days=days)


def _can(alert: Alert, price: str, locale: str) -> list[str]:
    at = formats.moment(alert.at, locale)
    availability = text(f"pages.{alert.availability}", locale)
    lines = [_words("alert_state", locale, availability=availability, price=price, at=at)]
    if alert.promise:
        lines.append(_words("alert_delivery", locale, promise=promise_text(alert.promise, locale)))
    if alert.promise and alert.promised_before:
        lines.append(_words("alert_delivery_before", locale, promise=promise_text(alert.promised_before, locale)))
    if alert.seller:
        lines.append(_words("alert_seller", locale, seller=" ".join(alert.seller.split())[:80]))
    if alert.effective and alert.effective != alert.price:
        lines.append(_words("alert_effective", locale, price=formats.money(alert.effective, locale)))
    if alert.risk:
        grounds = [text(f"ranking.ground_{code}", locale).format(found=found) for code, found in alert.risk_grounds]
        level = text(f"ranking.level_{alert.risk}", locale)
        lines.append(
            _words("alert_risk", locale, level=level, grounds=text("ranking.comma", locale).join(grounds) or level)
        )
    if alert.paid and alert.price and alert.paid.currency == alert.price.currency:
        more = alert.price - alert.paid
        entry = "dearer" if more.amount > 0 else "cheaper" if more.amount < 0 else "same_price"
        difference = more if more.amount > 0 else alert.paid - alert.price
        shown = formats.money(difference, locale)
        lines.append(_words(f"alert_{entry}", locale, paid=formats.money(alert.paid, locale), difference=shown))
    if alert.kind is AlertKind.DELIVERY_EARLIER:
        return [*lines, _words("alert_act_delivery", locale)]
    unknown = alert.availability is Availability.UNKNOWN
    return [*lines, _words("alert_act_unknown_stock" if unknown else "alert_act", locale)]


def _cannot(alert: Alert, locale: str) -> list[str]:
    if alert.kind is AlertKind.EXPIRED:
        return [_words("alert_expired_act", locale)]
    return [_words("alert_cannot_see_why", locale, what=trouble_text(alert.trouble, alert.detail, locale))]


def _price(price: Money | None, locale: str) -> str:
    return formats.money(price, locale) if price else _words("no_price", locale)


def _words(entry: str, locale: str, **values: object) -> str:
    return text(f"watching.{entry}", locale).format(**values)
