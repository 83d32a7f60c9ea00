"""The words of the sales ahead."""

from __future__ import annotations

from okawari.domain.sales import Sale, SaleState
from okawari.i18n import formats, has, text
from okawari.i18n.ranking import mall_name

MOVES = ("before", "start", "one", "check", "elsewhere", "next")
"""What to do on the day, in this order."""


def name(sale: Sale, locale: str) -> str:
    """Return what a sale is called, with its mall."""
    key = f"sales.event_{sale.event}"
    event = text(key if has(key) else f"ranking.line_{sale.event}", locale)
    return text("sales.name", locale).format(mall=mall_name(sale.mall, locale), event=event)


def when(sale: Sale, locale: str) -> str:
    """Return when a sale is, or that nobody knows, with where to look and when the last round was."""
    said = _when(sale, locale)
    if sale.entry:
        said += text("sales.entry", locale)
    if sale.doubted:
        said += text("sales.doubted", locale)
    if sale.own:
        said += text("sales.own", locale)
    return " ".join(said.split())


def _when(sale: Sale, locale: str) -> str:
    if sale.on is not None and sale.until is not None:
        first, last = formats.day(sale.on, locale), formats.day(sale.until, locale)
        if sale.state is SaleState.RUNNING:
            key = "sales.today" if sale.on == sale.until else "sales.running"
        else:
            key = "sales.on_day" if sale.on == sale.until else "sales.from_to"
        clock = f" {sale.opens:%H:%M}" if sale.opens and sale.on != sale.until else ""
        return text(key, locale).format(first=first + clock, last=last)
    look = text(f"sales.look_{sale.mall}", locale)
    said = text(f"sales.{sale.state.value}", locale).format(look=look)
    first_day, last_day = sale.last
    if last_day is not None:
        first = formats.day(first_day, locale, year=True) if first_day else ""
        said += text("sales.last" if first else "sales.last_end", locale).format(
            first=first, last=formats.day(last_day, locale, year=True)
        )
    if sale.early is not None:
        said += text("sales.early", locale).format(day=formats.day(sale.early, locale, year=True))
    return said
