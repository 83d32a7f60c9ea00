"""What searches and feeds found, in words."""

from __future__ import annotations

from okawari.domain.watch.seek import Find
from okawari.domain.watch.watch import Alert, AlertKind
from okawari.i18n import formats, text
from okawari.i18n.services import service_text

_TEXT = 300


def finds_text(alert: Alert, locale: str) -> tuple[str, str]:
    """Return the title and the body of an alert of offers or entries."""
    of_feed = alert.kind is AlertKind.ENTRIES_FOUND
    first, count = alert.finds[0], len(alert.finds) + alert.more
    kind = "entry" if of_feed else "offer"
    entry = f"{kind}_title" if count == 1 else f"{kind}_title_more"
    title = _words(entry, locale, title=first.title[:120], feed=alert.title[:60], more=count - 1)
    lines = [
        line
        for find in alert.finds
        for line in (_entry(find, alert, locale) if of_feed else _offer(find, alert, locale))
    ]
    if alert.more:
        lines.append(_words("more", locale, count=alert.more))
    at = formats.moment(alert.at, locale)
    lines += (
        [_words("entry_act", locale)]
        if of_feed
        else [_words("offer_act", locale, at=at), *dict.fromkeys(find.credit for find in alert.finds if find.credit)]
    )
    return title, "\n".join(lines)


def _offer(find: Find, alert: Alert, locale: str) -> list[str]:
    price = formats.money(find.price, locale) if find.price else text("watching.no_price", locale)
    service = service_text(find.source, locale)
    seller = _words("by_seller", locale, seller=find.seller, service=service) if find.seller else service
    lines = [_words("offer_line" if find.sure else "offer_line_unsure", locale, title=find.title[:120], price=price)]
    lines.append(seller)
    if find.at:
        lines.append(_words("mail_at", locale, at=formats.moment(find.at, locale)))
    return [*lines, find.url] if find.url and find.url != alert.url else lines


def _entry(find: Find, alert: Alert, locale: str) -> list[str]:
    """Return an entry: its title where its text does not begin with it, the text, and its address where it is not the alert's."""
    same = find.text.startswith(find.title)
    lines = [find.text[:_TEXT]] if same else [find.title[:120], *([find.text[:_TEXT]] if find.text else [])]
    if find.url and find.url != alert.url:
        lines.append(find.url)
    return [*lines, _words("entry_at", locale, at=formats.moment(find.at, locale))] if find.at else lines


def _words(entry: str, locale: str, **values: object) -> str:
    return text(f"seeking.{entry}", locale).format(**values)
