"""Items of digital orders (D01-…): a title without a quantity, above the line that names its seller."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from okawari.domain.message import Item
from okawari.sources.amazon_jp.lines import is_amount, is_rule, is_url, order_numbers, plain

_SOLD_BY = re.compile(r"販売(?:元)? ?:.+")
_LABEL = re.compile(r"[^:]{1,16}:.*|(?:ご?注文|合計|小計|商品の小計|[¥\\]).{0,20}")


def items(lines: Sequence[str]) -> tuple[Item, ...]:
    """Return the titles that stand directly above a line `販売: …`; a digital order names no quantity."""
    return tuple(_items(lines))


def _items(lines: Sequence[str]) -> Iterator[Item]:
    for at, line in enumerate(lines):
        if not _SOLD_BY.fullmatch(plain(line)):
            continue
        above = next((one for one in reversed(lines[max(0, at - 3) : at]) if one.strip()), "")
        text = plain(above)
        if text and not (
            is_rule(above)
            or is_url(above)
            or is_amount(text)
            or order_numbers(text)
            or _LABEL.fullmatch(text)
            or text.endswith("。")
        ):
            yield Item(title=above.strip())
