"""What a mail offers instead of the thing that was ordered, where it names it by a label; in free words nothing is guessed."""

from __future__ import annotations

from okawari.domain.message import Item
from okawari.reading.amounts import money_in
from okawari.reading.labels import value_of

_INSTEAD = r"(?:代替|代わりの|かわりの|ご?提案)(?:商品|品)"
_TITLE_LABEL = rf"{_INSTEAD}(?:の?(?:商品名|品名|名称|名))?"
_PRICE_LABEL = rf"{_INSTEAD}の?(?:販売)?(?:価格|金額|代金|単価)"
_LONGEST_TITLE = 300


def substitute_in(text: str) -> Item | None:
    """Return the thing that is offered instead, with its price where a label gives one; None where no label names it."""
    title = value_of(text, _TITLE_LABEL)
    if not title:
        return None
    price = value_of(text, _PRICE_LABEL)
    return Item(title=title[:_LONGEST_TITLE], price=money_in(price) if price else None)
