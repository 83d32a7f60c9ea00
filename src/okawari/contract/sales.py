"""The document `okawari.sales/1`."""

from __future__ import annotations

from datetime import datetime

from okawari.contract.rank import rule
from okawari.contract.values import Document, day, moment
from okawari.i18n import sales as say
from okawari.i18n import text
from okawari.services.sales import Sales

SCHEMA = "okawari.sales/1"


def sales_document(found: Sales, now: datetime, locale: str) -> Document:
    """Return the sales ahead, what to do on the day, and the rules behind both."""
    return {
        "schema": SCHEMA,
        "at": moment(now),
        "sales": [
            {
                "mall": one.mall,
                "event": one.event,
                "state": one.state.value,
                "on": day(one.on),
                "until": day(one.until),
                "opens": moment(one.opens),
                "entry": one.entry,
                "own": one.own,
                "doubted": one.doubted,
                "early": day(one.early),
                "last": [day(one.last[0]), day(one.last[1])],
                "rule": one.rule or None,
                "text": f"{say.name(one, locale)}: {say.when(one, locale)}",
            }
            for one in found.sales
        ],
        "moves": [text(f"sales.move_{move}", locale) for move in say.MOVES],
        "rules": [rule(card, locale) for card in found.cards],
    }
