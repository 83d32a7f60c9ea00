"""What a page calls a price: one to pay, one from before or to compare with, one that only some pay."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import lru_cache
from typing import Final

from okawari.reading.currencies import SIGN
from okawari.reading.literals import led
from okawari.reading.yen import LIST_PRICES, is_yen

LABEL_LETTERS: Final = 24
"""Our own choice: letters of a line before an amount that may be its label."""

_SIGN: Final = led(SIGN, re.IGNORECASE)
_ONLY_SIGN: Final = re.compile(rf"[\W_]*(?:{SIGN})[\W_]*", re.IGNORECASE)
_PLACEHOLDER: Final = re.compile(r"9{7,}(?:\.9+|\.0+)?")
_NOT_TO_PAY: Final = led(
    r"会員(?:様|さま)?(?:限定|特別)?(?:の)?(?:価格|特価|割引|セール|プライス)|(?:プレミアム|プライム|メルマガ|アプリ|カード)(?:会員|限定)?(?:価格|特価)|定期(?:便|購入|初回|コース|お?届け|価格)"
    r"|初回(?:限定)?(?:価格|特別価格|購入価格|お試し)|お試し価格|学割|学生(?:価格|割引)|法人(?:様)?(?:限定)?(?:価格|特価)|買い?取り?(?:価格|金額|上限|予定)|下取り|レンタル(?:料|価格)"
    r"|まとめ(?:買い|割)|\d+(?:点|個|本|箱|セット|枚)(?:以上|目から|まとめ)|\b(?:member(?:s|ship)?|subscri(?:be|ption)|trade-?in|rental|student)\b"
    r"|延長保証|保証料|ラッピング|包装|手数料|工賃|工事|設置|リサイクル料|会費|チャージ|オプション",
    re.IGNORECASE,
)
_COMPARED: Final = led(
    rf"{LIST_PRICES}|希望小売|参考小売|メーカー(?:小売)?価格|標準(?:小売)?価格|通常販売価格|通常[:： ]*[\d¥￥]|市場価格|(?:セール|値下げ|割引)前"
    r"|\b(?:rrp|msrp|list price|was|regular price|before)\b",
    re.IGNORECASE,
)
"""These lists and the next are ours, of how shops label prices; what is in none of them is a price to pay."""
_OF_A_PRICE: Final = re.compile(
    r"当店|販売|税込み?|税抜き?|税別|消費税|内税|本体|セール|特別|ネット|web|通販|通常|商品|会員外|一般|新品|中古|現在|定価|価格|特価|売価|値段|price|送料(?:込み?|無料|別)|\d[\d,.]*万?|円|税|jpy|usd|eur|gbp|yen",
    re.IGNORECASE,
)


def is_placeholder(amount: Decimal) -> bool:
    """Tell whether an amount stands for "no price": nines alone, seven and more of them."""
    return _PLACEHOLDER.fullmatch(str(amount)) is not None


@lru_cache(2000)
def is_not_to_pay(called: str) -> bool:
    """Tell whether a price is called one that only members, subscribers or buyers of several pay, that the shop pays, or that comes on top."""
    return _NOT_TO_PAY.search(called) is not None


@lru_cache(2000)
def is_compared(called: str) -> bool:
    """Tell whether a price is called one from before or to compare with."""
    return _COMPARED.search(called) is not None


def is_bare(line: str) -> bool:
    """Tell whether a folded line is a price and what it is called, and says nothing else."""
    return not any(map(str.isalnum, _OF_A_PRICE.sub("", line)))


def priced_lines(lines: Sequence[str], longest: int) -> Iterator[tuple[str, str]]:
    """Yield each amount that stands in folded lines with a currency, and with what it is called; lines with more letters describe.

    The sign may stand in a line of its own before or behind the number, the label in the line before both.
    """
    label = ""
    for at, line in enumerate(lines):
        if not any(map(str.isdigit, line)):
            label = line if len(line) <= LABEL_LETTERS and not _ONLY_SIGN.fullmatch(line) else label
            continue
        if len(line) > longest:
            label = ""
            continue
        if _SIGN.search(line) or is_yen(line):
            text = line
        elif at and _ONLY_SIGN.fullmatch(lines[at - 1]):
            text = f"{lines[at - 1]} {line}"
        elif _is_sign_behind(lines, at + 1, longest):
            text = f"{line} {lines[at + 1]}"
        else:
            label = ""
            continue
        yield text, f"{label} {text}"
        label = ""


def _is_sign_behind(lines: Sequence[str], at: int, longest: int) -> bool:
    if at == len(lines) or len(lines[at]) > longest:
        return False
    return _SIGN.search(lines[at]) is not None and not any(map(str.isdigit, lines[at]))
