"""The document of the pasts of offers: `okawari.history/1`."""

from __future__ import annotations

from collections.abc import Iterable

from okawari.contract.values import Document, moment, money, problems
from okawari.domain.history import State, moment_of
from okawari.services.past import Past, Taken


def history_document(pasts: Iterable[Past], locale: str, taken: Taken | None = None) -> Document:
    """Return the pasts of offers, and what was taken in."""
    return {
        "schema": "okawari.history/1",
        "offers": [_past(past) for past in pasts],
        "taken": {"offers": taken.offers, "points": taken.points, "problems": problems(taken.problems, locale)}
        if taken
        else None,
    }


def _past(past: Past) -> Document:
    offer = past.offer
    return {
        "url": offer.url,
        "title": offer.title or None,
        "product": offer.product or None,
        "last_seen_at": moment(offer.last_seen_at),
        "points": [
            {"from": moment(point.at), "until": moment(moment_of(until)), **_state(point.state or State())}
            for point, until in past.history.spans()
        ],
    }


def _state(state: State) -> Document:
    return {
        "availability": state.availability.value,
        "price": money(state.price),
        "seller": state.seller or None,
        "condition": state.condition.value,
    }
