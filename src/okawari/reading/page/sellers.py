"""Who is shown to offer the thing, by the labels of a page or of a list of offers."""

from __future__ import annotations

import re
from typing import Final

from okawari.reading.page.lines import Lines

_LABEL: Final = re.compile(
    r"(?:(?:販売元|販売者|販売業者|販売店|出品者|ショップ名?|ストア名?|店舗名|取扱店)(?: ?: ?| |$)|sold by(?: ?: ?| )|seller ?: ?)(?P<name>.*)"
)
_IN_LABELS: Final = ("販売", "出品者", "ショップ", "ストア", "店舗名", "取扱店", "sold by", "seller")
_LONGEST: Final = 60
_MOST: Final = 50
_NO_NAME: Final = re.compile(
    r"[\W_]*|.*(?:レビュー|評価|一覧|情報|について|トップ|問い?合わ?せ|検索|比較|すべて|の店).*"
)


def sellers_in(lines: Lines) -> tuple[str, ...]:
    """Return the names behind the labels of sellers in folded lines, or in the line below a label, at most 50."""
    found: dict[str, None] = {}
    label = False
    for line in lines if lines.holds(*_IN_LABELS) else ():
        named = _LABEL.match(line)
        name = (named["name"] if named else line if label else "").strip(" :")
        label = bool(named) and not name
        if name and len(name) <= _LONGEST and not _NO_NAME.fullmatch(name):
            found[name] = None
            if len(found) >= _MOST:
                break
    return tuple(found)
