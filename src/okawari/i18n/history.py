"""Pasts of offers in words."""

from __future__ import annotations

from okawari.domain.history import Point, State, moment_of
from okawari.i18n import formats, text


def state_text(state: State | None, locale: str) -> str:
    """Return what an offer said: 在庫あり、2,980円."""
    if state is None:
        return text("history.unseen", locale)
    stock = text(f"watching.short_{state.availability}", locale)
    price = formats.money(state.price, locale) if state.price else text("watching.no_price", locale)
    gone = state.availability.is_gone and not state.price
    said = stock if gone else text("history.state", locale).format(stock=stock, price=price)
    return text("history.state_by", locale).format(said=said, seller=state.seller) if state.seller else said


def span_line(point: Point, until: int, locale: str) -> str:
    """Return one stretch of a past: from when till when, and what the offer said."""
    moments = (point.at, moment_of(until))
    begun, ended = (formats.moment(at, locale) for at in moments)
    return text("history.span", locale).format(begun=begun, ended=ended, said=state_text(point.state, locale))
