"""How an offer says that a buyer has yet to choose, in one spelling."""

from __future__ import annotations

import re
from typing import Final

from okawari.domain.same_thing.spelling.rewriting import Habit

_SORTS: Final = "(?:カラー|サイズ|デザイン|種類|香り|色|柄|味)"
"""What there is to choose."""
_CHOSEN: Final = re.compile(r"(?:から|[はがを])?お?選べ(?:ます|る)|(?:よ|選)り取?ど?り")
_LEFT_TO_SHOP: Final = re.compile(f"{_SORTS}(?:は|を)?お?(?:任せ|まかせ)")
_ALL_OF_THEM: Final = re.compile(rf"全(?:カラー|サイズ|色|柄)(?!対応)|{_SORTS}(?:各種|多数|豊富|あり)")
_AND_OTHERS: Final = re.compile(r"/[^/ ]{2,12} ?(?:ほか|他)(?![一-鿿ぁ-ゟ])")
_CHOOSE: Final = " 選べる "

OFFERED: Final[tuple[Habit, ...]] = (
    ("選", _CHOSEN, _CHOOSE),
    ("よりどり", _CHOSEN, _CHOOSE),
    ("任せ", _LEFT_TO_SHOP, _CHOOSE),
    ("まかせ", _LEFT_TO_SHOP, _CHOOSE),
    ("全", _ALL_OF_THEM, _CHOOSE),
    ("各種", _ALL_OF_THEM, _CHOOSE),
    ("多数", _ALL_OF_THEM, _CHOOSE),
    ("豊富", _ALL_OF_THEM, _CHOOSE),
    ("あり", _ALL_OF_THEM, _CHOOSE),
    ("ほか", _AND_OTHERS, _CHOOSE),
    ("他", _AND_OTHERS, _CHOOSE),
)
"""What is written anew, each with a sign without which it need not be looked for."""
