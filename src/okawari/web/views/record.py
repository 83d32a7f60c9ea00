"""The shopper's own record as its page shows it."""

from __future__ import annotations

from dataclasses import dataclass

from okawari.domain.own_record import OwnRecord
from okawari.web.paths import case_path
from okawari.web.views.grounds import GroundsView, grounds_of_rule
from okawari.web.words import Words


@dataclass(frozen=True, slots=True)
class RecordView:
    """Rows of (year, shop, counts by whom), sellers with the addresses of their orders and what was on sale again, and what counts, with grounds."""

    cancels: tuple[tuple[int, str, tuple[tuple[str, int], ...]], ...]
    sellers: tuple[tuple[str, tuple[tuple[str, str], ...], str], ...]
    sayings: tuple[tuple[str, str, GroundsView | None], ...]
    undated: int


def record_view(record: OwnRecord, words: Words) -> RecordView:
    """Return the record in the reader's words."""
    return RecordView(
        cancels=tuple(
            (
                one.year,
                words.shop(one.merchant),
                tuple((words.words(f"record.by_{who}"), count) for who, count in one.by.items() if count),
            )
            for one in record.cancels
        ),
        sellers=tuple(
            (
                words.words(
                    "record.seller",
                    seller=one.seller,
                    cancels=one.cancels,
                    stockouts=one.stockouts,
                    last=words.day(one.last),
                ),
                tuple((order, case_path(one.merchant, order)) for order in one.orders),
                words.words("record.seller_again", count=one.again) if one.again else "",
            )
            for one in record.sellers
        ),
        sayings=tuple(
            (
                words.words(f"record.says_{one.code}"),
                words.words(f"rules.evidence_{one.evidence}"),
                grounds_of_rule(one.rule, words),
            )
            for one in record.sayings
        ),
        undated=record.undated,
    )
