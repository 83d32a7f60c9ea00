"""Orders of which only some goods were cancelled, told apart from those that still come."""

from __future__ import annotations

import re

from okawari.sources.amazon_jp.letter import Letter

_GONE = re.compile(r"キャンセル(?:された|となった|した|対象の?|する)(?:ご注文)?(?:の?商品|内容).*")
_KEPT = re.compile(
    r"(?:(?:引き続き|このまま)?(?:お届け|発送|配送)(?:する|予定の|される|対象の)"
    r"|残りの|その他の|キャンセルされ(?:ない|なかった|ていない))(?:ご注文)?(?:の?商品|内容).{0,12}"
)


def cancelled_lines(letter: Letter) -> tuple[str, ...] | None:
    """Return the lines about the cancelled goods, None where no heading sets them apart from goods that still come."""
    kept = _first(_KEPT, letter)
    if kept is None:
        return None
    gone = _first(_GONE, letter) or 0
    return letter.lines[gone:kept] if gone < kept else letter.lines[gone:]


def _first(heading: re.Pattern[str], letter: Letter) -> int | None:
    return next((at for at, line in enumerate(letter.lines) if heading.fullmatch(line.strip())), None)
