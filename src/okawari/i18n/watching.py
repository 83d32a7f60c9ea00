"""Watches and alerts in words."""

from __future__ import annotations

from urllib.parse import urlsplit

from okawari.domain.candidate import Condition
from okawari.domain.delivery import Promise
from okawari.domain.money import Money
from okawari.domain.offer import Availability
from okawari.domain.watch.seek import search_at
from okawari.domain.watch.watch import Alert, AlertKind, Observation, Watch
from okawari.i18n import formats, has, text
from okawari.i18n.money import digest_text
from okawari.i18n.seeking import finds_text

_NO_PURCHASE = frozenset((AlertKind.CANNOT_SEE, AlertKind.EXPIRED))
_ACTS = {Availability.UNKNOWN: "alert_act_unknown_stock", Availability.PREORDER: "alert_act_preorder"}


def alert_text(alert: Alert, locale: str) -> tuple[str, str]:
    """Return the title and the body of an alert."""
    if alert.digest:
        return digest_text(alert.digest, locale)
    if alert.kind is AlertKind.CHANNEL_OFF:
        what = channel_trouble(alert.trouble, alert.detail, locale)
        return _words("alert_channel_off", locale, name=alert.title), _words("alert_channel_off_why", locale, what=what)
    price = _price(alert.price, locale)
    if alert.finds:
        return finds_text(alert, locale)
    title = _words(f"alert_{alert.kind}", locale, title=title_of(alert.title, alert.url, locale), price=price)
    return title, "\n".join(_cannot(alert, locale) if alert.kind in _NO_PURCHASE else _can(alert, price, locale))


def trouble_text(code: str, detail: str, locale: str) -> str:
    """Return why a page could not be seen."""
    looked = (f"look_{code}_{detail}", f"look_{code}_{detail[:1]}xx", f"look_{code}")
    keys = (*(f"watching.{entry}" for entry in looked), f"pages.{code}", f"watching.{code}")
    key = next((key for key in keys if has(key)), "watching.unreadable")
    return text(key, locale).format(detail=detail).rstrip("。.")


def channel_trouble(code: str, detail: str, locale: str) -> str:
    """Return why a channel does not work."""
    key = f"watching.channel_{code}"
    return text(key if has(key) else "watching.channel_failed", locale).format(detail=detail)


def waits_text(channel: str, detail: str, locale: str) -> str:
    """Return that an alert did not go out to a channel yet, and why, as the outbox keeps it (`code: detail`)."""
    code, _, said = detail.partition(": ")
    if not detail:
        return _words("waits_for", locale, channel=channel)
    return _words("waits_for_why", locale, channel=channel, what=channel_trouble(code, said, locale))


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


def snapshot_text(kept: int, size: int, locale: str) -> str:
    """Return how large a page was that was read, and how much of it is kept where that is not all."""
    entry = "snapshot" if kept == size else "snapshot_cut"
    return _words(entry, locale, size=_kilobytes(size), kept=_kilobytes(kept))


def _kilobytes(count: int) -> str:
    return f"{max(1, round(count / 1000)):,}"


def title_of(title: str, url: str, locale: str) -> str:
    """Return a page's title, or a word for it where it has none."""
    search = search_at(url)
    named = search.words or search.number if search else title
    return " ".join(named.split())[:120] or _words("untitled", locale, host=urlsplit(url).hostname or "?")


def watch_day_text(watch: Watch, title: str, entry: str, locale: str) -> tuple[str, str]:
    """Return the line and the details of a day of a watch in a calendar: `burst` or `until`."""
    return _words(f"calendar_{entry}", locale, title=title_of(title, watch.url, locale)), watch.link


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
    if alert.condition not in {Condition.NEW, Condition.UNKNOWN}:
        state = text(f"ranking.condition_{alert.condition}", locale)
        lines.append(_words("alert_condition", locale, condition=state))
    lines += [*_measure(alert, locale), *_effective(alert, locale)]
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
    lines.append(_words(_ACTS.get(alert.availability, "alert_act"), locale))
    return [*lines, _words("alert_flickers", locale)] if alert.flickers else lines


def _measure(alert: Alert, locale: str) -> list[str]:
    """Return what a drop or a lowest price is told against."""
    price, measure = alert.price, alert.measure
    if not (price and measure) or price.currency != measure.currency or measure.amount <= 0:
        return []
    told = formats.money(measure, locale)
    if alert.kind is AlertKind.LOWEST_PRICE:
        return [_words("alert_lowest_before", locale, price=told)]
    percent = int(100 - price.amount * 100 / measure.amount)
    if percent <= 0:
        return []
    entry = "alert_below_median" if alert.measure_days else "alert_below_first"
    return [_words(entry, locale, days=alert.measure_days, price=told, percent=percent)]


def _effective(alert: Alert, locale: str) -> list[str]:
    """Return the effective price, as a range while something of it is not known."""
    sure, best = alert.effective, alert.effective_best
    if sure is None or sure == alert.price == (best or sure):
        return []
    price = formats.money(sure, locale)
    if best is None or best == sure:
        return [_words("alert_effective", locale, price=price)]
    return [_words("alert_effective_range", locale, best=formats.money(best, locale), price=price)]


def _cannot(alert: Alert, locale: str) -> list[str]:
    if alert.kind is AlertKind.EXPIRED:
        return [_words("alert_expired_act", locale)]
    return [_words("alert_cannot_see_why", locale, what=trouble_text(alert.trouble, alert.detail, locale))]


def _price(price: Money | None, locale: str) -> str:
    return formats.money(price, locale) if price else _words("no_price", locale)


def _words(entry: str, locale: str, **values: object) -> str:
    return text(f"watching.{entry}", locale).format(**values)
