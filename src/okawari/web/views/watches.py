"""Watches and alerts as a page shows them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from okawari.domain.offer import Availability
from okawari.domain.watch.seek import is_sought, search_at
from okawari.domain.watch.watch import AlertKind, Lead, Standing, Watch
from okawari.i18n import formats
from okawari.i18n.services import service_text
from okawari.i18n.watching import alert_text, channel_trouble, seen_text, title_of, waits_text
from okawari.services.alerting import Channel, Told
from okawari.services.watching import KeptWatch
from okawari.web.paths import case_path
from okawari.web.views.state import State
from okawari.web.words import Words

_ACTIONS = {
    Standing.ACTIVE: ("done", "pause", "remove"),
    Standing.PAUSED: ("resume", "remove"),
    Standing.FULFILLED: ("resume", "remove"),
    Standing.EXPIRED: ("remove",),
}


_TELLING = (State.DUE, State.LATE, State.UNKNOWN, State.PLANNED, State.DONE)


@dataclass(frozen=True, slots=True)
class LeadView:
    """What the person is asked: whether an order or a reservation is for the watched thing."""

    key: str
    question: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WatchView:
    """One watch: `word` is its state, `seen` what the last look showed, `wishes` what it waits for."""

    id: str
    title: str
    url: str
    host: str
    state: State
    word: str
    seen: str
    wishes: tuple[str, ...]
    price: str
    next_look: str
    case: str
    order: str
    actions: tuple[str, ...]
    leads: tuple[LeadView, ...]


@dataclass(frozen=True, slots=True)
class AlertView:
    """One alert, with where it went; `inside` is the page here that tells more."""

    title: str
    lines: tuple[str, ...]
    url: str
    inside: str
    host: str
    sent: tuple[str, ...]


def watch_view(kept: KeptWatch, words: Words) -> WatchView:
    """Return a watch for the list."""
    watch, seen = kept.watch, kept.last_seen
    state, word = _state(kept, words)
    waits = kept.standing is Standing.ACTIVE and kept.next_look_at
    return WatchView(
        id=watch.id,
        title=title_of(kept.title, watch.url, words.locale),
        url=watch.link,
        host=urlsplit(watch.link).hostname or "",
        state=state,
        word=word,
        seen=seen_text(kept.last, kept.last_seen, words.locale),
        wishes=_wishes(watch, words),
        price=words.money(seen.price) if seen and seen.price else "",
        next_look=words.words("watching.next_look", at=words.moment(kept.next_look_at))
        if waits and kept.next_look_at
        else "",
        case=case_path(watch.merchant or None, watch.order) if watch.order else "",
        order=watch.order,
        actions=_ACTIONS[kept.standing],
        leads=tuple(_lead(one, words) for one in watch.open_leads) if kept.open else (),
    )


def gist_of(watched: Sequence[WatchView], words: Words) -> str:
    """Return in a few words how many watches there are, and where the one with the most to say stands."""
    if not watched:
        return ""
    told = min(watched, key=lambda one: _TELLING.index(one.state))
    return " ".join(part for part in (words("count", count=len(watched)), told.word, told.price) if part)


def _lead(lead: Lead, words: Words) -> LeadView:
    key = "lead_order" if lead.by_order else "lead_reservation"
    return LeadView(lead.key, words.words(f"watching.{key}", number=lead.number, title=lead.title, shop=lead.shop))


def alert_view(told: Told, words: Words) -> AlertView:
    """Return an alert for the list."""
    title, body = alert_text(told.alert, words.locale)
    sent = tuple(
        words.words("watching.sent_to", channel=name, at=words.moment(at))
        if at
        else waits_text(name, detail, words.locale)
        for name, at, detail in told.sent
    )
    inside = "/money" if told.alert.digest else f"/watches/{told.alert.watch}"
    inside = "/watches" if told.alert.kind is AlertKind.CHANNEL_OFF else inside
    return AlertView(
        title, tuple(body.splitlines()), told.alert.url, inside, urlsplit(told.alert.url).hostname or "", sent
    )


def channel_line(channel: Channel, words: Words) -> str:
    """Return a channel with its state."""
    what = channel_trouble(channel.trouble, channel.detail, words.locale)
    on = words.words("watching.channel_on")
    state = words.words("watching.channel_off", what=what) if channel.trouble else on
    return words.words("watching.channel_line", name=channel.name, kind=channel.kind, state=state)


def _state(kept: KeptWatch, words: Words) -> tuple[State, str]:
    if kept.standing is not Standing.ACTIVE:
        done = State.DONE if kept.standing is Standing.FULFILLED else State.PLANNED
        return done, words.words(f"watching.standing_{kept.standing}")
    if kept.last is None:
        return State.PLANNED, words.words("watching.state_new")
    if kept.last.trouble or kept.state.told_blind:
        return (State.LATE if kept.state.told_blind else State.UNKNOWN), words.words("watching.state_unseen")
    if kept.last.found is not None:
        return State.PLANNED, words.words("seeking.state_seen")
    availability = kept.last.availability
    word = words.words(f"watching.short_{availability}")
    if availability is Availability.UNKNOWN:
        return State.UNKNOWN, word
    return (State.DUE if availability.is_at_hand else State.PLANNED), word


def _wishes(watch: Watch, words: Words) -> tuple[str, ...]:
    said = [*_sought(watch, words), *_price_wishes(watch, words), *_edge_wishes(watch, words)]
    said = said or [words.words("watching.wish_stock")]
    if watch.preorder:
        said.append(words.words("watching.wish_preorder"))
    if watch.seller:
        said.append(words.words("watching.wish_seller", seller=watch.seller))
    if watch.condition:
        said.append(
            words.words("watching.wish_condition", condition=words.words(f"ranking.condition_{watch.condition}"))
        )
    if watch.until:
        said.append(words.words("watching.wish_until", day=words.day(watch.until)))
    if watch.quiet:
        said.append(words.words("watching.wish_quiet", start=watch.quiet.start, end=watch.quiet.end))
    if watch.burst_at:
        said.append(words.words("watching.wish_burst", at=words.moment(watch.burst_at)))
    if watch.rests_until:
        said.append(words.words("watching.wish_rests", day=words.day(watch.rests_until)))
    return tuple(said)


def _sought(watch: Watch, words: Words) -> list[str]:
    search = search_at(watch.url)
    if search:
        services = words.words("watching.and").join(service_text(one, words.locale) for one in search.services)
        said = [words.words("seeking.wish_search", services=services)]
    else:
        said = [words.words("seeking.wish_feed")] if is_sought(watch.url) else []
    parted = words.words("watching.and")
    if watch.all_of:
        said.append(words.words("seeking.wish_all", words=parted.join(watch.all_of)))
    if watch.none_of:
        said.append(words.words("seeking.wish_none", words=parted.join(watch.none_of)))
    if watch.unsure:
        said.append(words.words("seeking.wish_unsure"))
    return said


def _edge_wishes(watch: Watch, words: Words) -> list[str]:
    said = []
    if watch.appears:
        said.append(words.words("watching.wish_appears", seller=watch.appears))
    if watch.earlier_days:
        said.append(words.words("watching.wish_earlier", days=watch.earlier_days))
    return said


def _price_wishes(watch: Watch, words: Words) -> list[str]:
    said = []
    if watch.price:
        said.append(words.words("watching.wish_price", price=formats.money(watch.price, words.locale)))
    if watch.effective:
        said.append(words.words("watching.wish_effective", price=formats.money(watch.effective, words.locale)))
    if watch.drop_percent:
        key = "watching.wish_drop_median" if watch.drop_days else "watching.wish_drop"
        said.append(
            words.words(key, percent=watch.drop_percent, **({"days": watch.drop_days} if watch.drop_days else {}))
        )
    if watch.lowest:
        said.append(words.words("watching.wish_lowest"))
    return said
