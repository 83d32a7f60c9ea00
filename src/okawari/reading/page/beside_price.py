"""Postage and points as a page shows them near its product's title, in lines that say nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from okawari.reading.page.lines import Lines

# Over folded lines. What holds under a condition (5,000円以上, 会員, 最大, 〜, 一部地域を除く) is in none of these forms.
_TAX: Final = r"(?: ?\(?税込み?\)?)?"
_END: Final = r"[^\w~〜～+?]*"
_POSTAGE: Final = re.compile(
    rf"[\W_]*(?:全国|全品|国内)?(?:配?送料){_TAX}[ :は]*"
    rf"(?:(?P<free>無料|込み?)|(?:全国)?(?:一律)?[ :]*(?P<sign>¥ ?)?(?P<amount>\d[\d,]*)(?(sign)| ?円){_TAX}){_END}"
)
_GRANTED: Final = r"(?:獲得|付与|進呈|加算|取得)"
_RATE: Final = r"(?: ?\(\d{1,2}(?:\.\d)?%(?:還元)?\))?"
_POINTS: Final = re.compile(
    rf"[\W_]*(?:{_GRANTED}(?:予定)?ポイント数?[ :]*(?P<named>\d[\d,]*) ?(?:ポイント|pt|p)?"
    rf"|ポイント数?[ :]*(?P<unit>\d[\d,]*) ?(?:ポイント|pt|p)"
    rf"|(?P<verb>\d[\d,]*) ?(?:ポイント|pt){_RATE} ?を?(?:{_GRANTED}|還元)){_RATE}{_END}"
)
_LABEL: Final = re.compile(rf"[\W_]*(?:配?送料{_TAX}|{_GRANTED}?(?:予定)?ポイント数?)[ :]*")
_SAYS: Final = re.compile(r"\d|無料|込")
_NEAR: Final = 1_500
_PARTS: Final = 4
"""Our own choice: letters near the title among which such a line is the product's, and lines that a label and its value take."""


def postage_in(lines: Lines) -> tuple[Decimal, str] | None:
    """Return the postage in yen, 0 where it is free, and the line; None where none is told, or not for every order."""
    found: dict[Decimal, str] = {}
    for line in _readings(lines, "送料"):
        told = _POSTAGE.fullmatch(line)
        if told:
            found[Decimal(0 if told["free"] else told["amount"].replace(",", ""))] = line
        elif _SAYS.search(line):
            return None
    return found.popitem() if len(found) == 1 else None


def points_in(lines: Lines) -> tuple[int, str] | None:
    """Return the points that the shop grants for one piece, and the line; None where none or different ones are told."""
    found = {
        int((told["named"] or told["unit"] or told["verb"]).replace(",", "")): line
        for line in _readings(lines, "ポイント")
        if (told := _POINTS.fullmatch(line))
    }
    return found.popitem() if len(found) == 1 else None


def _readings(lines: Lines, word: str) -> Iterator[str]:
    """Yield the lines near the title that hold a word, a label with the lines of its value."""
    if not lines.holds(word):
        return
    listed = tuple(lines)
    length = 0
    for at, line in enumerate(listed):
        length += len(line)
        if length > _NEAR:
            return
        if word not in line:
            continue
        if _LABEL.fullmatch(line):
            joined = [" ".join(listed[at : at + parts]) for parts in range(2, _PARTS + 1)]
            yield next((one for one in joined if _POSTAGE.fullmatch(one) or _POINTS.fullmatch(one)), line)
        else:
            yield line
