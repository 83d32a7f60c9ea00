"""What accounts show of money, and what to say on the day of an alarm, in words."""

from __future__ import annotations

from collections.abc import Iterable

from okawari.domain.alarms import Alarm
from okawari.domain.digest import Digest
from okawari.domain.happened import things
from okawari.domain.phrase import Bilingual, Phrase, phrase
from okawari.domain.plan import Candidate, Seen, SeenRow
from okawari.i18n import formats, has, say, text

_LINES = 5
"""So many of each kind: a message on a phone is read at a glance."""


def seen_text(seen: Seen, locale: str) -> str:
    """Return on which rows a share of money was seen, and why it is taken for it."""
    alike = seen.together_with and has(f"money.seen_{seen.ground}_together")
    said = text(f"money.seen_{seen.ground}{'_together' if alike else ''}", locale)
    return said.format(rows=rows_text(seen.rows, locale), orders=_listed(seen.together_with, locale))


def candidate_text(candidate: Candidate, locale: str) -> str:
    """Return the question whether rows, or the lack of any, are about a share of money."""
    if candidate.rows:
        return text("money.ask_doubted" if candidate.doubted else "money.ask_rows", locale).format(
            rows=rows_text(candidate.rows, locale)
        )
    return text("money.ask_account", locale).format(account=account_text(candidate.account, locale))


def refused_text(candidate: Candidate, locale: str) -> str:
    """Return what the person said is not a share of money."""
    if candidate.rows:
        return text("money.refused_rows", locale).format(rows=rows_text(candidate.rows, locale))
    return text("money.refused_account", locale).format(account=account_text(candidate.account, locale))


def rows_text(rows: Iterable[SeenRow], locale: str) -> str:
    """Return rows of accounts: their day, account, wording and amount."""
    row = text("money.row", locale)
    return _listed(
        (
            row.format(
                on=formats.day(one.on, locale, year=True),
                account=account_text(one.account, locale),
                wording=one.wording,
                amount=formats.money(one.amount, locale),
            )
            for one in rows
        ),
        locale,
    )


def account_text(account: str, locale: str) -> str:
    """Return the name of an account, given as `source|card`."""
    source, _, card = account.partition("|")
    key = f"statements.source_{source}"
    name = text(key, locale) if has(key) else source
    return text("money.account_card", locale).format(name=name, card=card) if card else name


def alarm_text(alarm: Alarm, shop: Bilingual | Phrase, locale: str) -> str:
    """Return what an alarm says; `shop` is the name of its merchant."""
    amount = formats.money(alarm.amount, locale) if alarm.amount else ""
    spaced = f" {amount}" if amount and locale == "en" else amount
    place = f"alarms.place_{alarm.place}"
    values = {
        "shop": shop,
        "money": spaced,
        "what": things(alarm.items),
        "about": alarm.about,
        "place": phrase(place if has(place) else "alarms.place"),
    }
    of_a_hold = f"alarms.{alarm.what}_hold"
    hold = alarm.place == "authorisation_release" and has(of_a_hold)
    return say(phrase(of_a_hold if hold else f"alarms.{alarm.what}", **values), locale)


def digest_text(digest: Digest, locale: str) -> tuple[str, str]:
    """Return the title and the body of a digest, read on its day: of each kind of thing the latest few, and how many more there are."""
    return formats.words_read_on(digest.on, lambda: _digest(digest, locale))


def _digest(digest: Digest, locale: str) -> tuple[str, str]:
    shops = dict(digest.shops)
    body: list[str] = []
    for entry in ("due", "overdue", "seen", "questions"):
        listed: tuple[Alarm, ...] = getattr(digest, entry)
        if not listed:
            continue
        body.append(text(f"alarms.digest_{entry}", locale).format(count=len(listed)))
        for alarm in listed[:_LINES]:
            shop = shops.get(alarm.merchant or "", phrase("steps.shop_unknown"))
            body.append(text("alarms.digest_line", locale).format(line=alarm_text(alarm, shop, locale)))
        if len(listed) > _LINES:
            body.append(text("alarms.digest_more", locale).format(more=len(listed) - _LINES))
    title = text("alarms.digest_title", locale).format(day=formats.day(digest.on, locale))
    return title, "\n".join((*body, text("alarms.digest_end", locale)))


def _listed(parts: Iterable[str], locale: str) -> str:
    return text("money.between_rows", locale).join(parts)
