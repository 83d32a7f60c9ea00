"""Tables of goods in HTML mails (商品名 / 数量 / 価格 side by side), as the labelled lines that the layouts know."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from okawari.sources.amazon_jp.lines import plain

_COLUMNS = {
    "商品名": re.compile(r"(?:ご?注文)?商品(?:名)?|品名"),
    "数量": re.compile(r"数量|個数|点数"),
    "価格": re.compile(r"(?:商品の?|販売)?(?:価格|単価)(?:\(税込\))?"),
    "小計": re.compile(r"小計|金額(?:\(税込\))?"),
}
_NEEDED = {"商品名", "数量"}


def cells_of(rows: Iterable[str]) -> Iterator[str]:
    """Yield the rows of a text, those of HTML tables (cells with tabs between) as one cell a line.

    Below a heading row with 商品名 and 数量, a row of as many cells is yielded as `商品名: …`, `数量: …`, `価格: …`.
    """
    columns: list[str] = []
    for row in rows:
        if "\t" not in row:
            yield row
            continue
        cells = [cell.strip() for cell in row.split("\t") if cell.strip()]
        if len(cells) < 2:
            yield row.replace("\t", "")
            continue
        heading = [
            next((name for name, words in _COLUMNS.items() if words.fullmatch(plain(cell))), "") for cell in cells
        ]
        if set(heading) >= _NEEDED:
            columns = heading
        elif len(cells) == len(columns):
            named = dict(zip(columns, cells, strict=True))
            yield from (f"{name}: {named[name]}" for name in _COLUMNS if name in named)
            yield ""
        else:
            yield from cells
