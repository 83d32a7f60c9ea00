"""Prices in yen, as Japanese pages write them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from okawari.reading.literals import led

_DIGITS: Final = r"\d[\d,]{0,15}(?:\.\d{1,4})?"
_AMOUNT: Final = rf"{_DIGITS}(?: ?[億万千百] ?(?:{_DIGITS})?){{0,4}}"
_UNIT: Final = r"円|JPY\b|yen\b"
_YEN: Final = led(
    rf"(?:[¥\\]|(?<![A-Za-z])JPY) ?(?P<front>{_AMOUNT})(?: ?(?:{_UNIT}))?|(?<![\d.,])(?P<back>{_AMOUNT}) ?(?:{_UNIT})",
    re.IGNORECASE,
)
_SIGN: Final = led(r"[¥円]|\\ ?\d|(?<![A-Za-z])(?:JPY|yen)(?![A-Za-z])|\d ?yen\b", re.IGNORECASE)
_UNITS: Final = {"億": 100_000_000, "万": 10_000, "千": 1_000, "百": 100}
_PIECE: Final = re.compile(rf"({_DIGITS}) ?([億万千百]?) ?")
_WHOLE: Final = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.00?)?|\d+(?:\.00?)?")
_GOES_ON: Final = re.compile(r" \d{3}(?!\d)|[.,]\d")
_KANJI_BEFORE: Final = re.compile(r"[〇一二三四五六七八九十百千万億兆.,]$")

# What stands right before or behind an amount that is no price: postage, a reduction, a limit, a part of a payment.
_NOT_BEFORE: Final = re.compile(
    r"(?:送料|手数料|配送料|クーポン|値引き?|割引|最大|月々|月額|分割|ポイント|頭金|差額|お得|還元|買取価格|買取|下取り)(?:額|で|は|が|税込|[:：（()）\s])*$|[-−▲△] ?$"
)
_NOT_BEHIND: Final = re.compile(
    r"[^\d。、\n]{0,4}?(?:引き?|割引|OFF|オフ|クーポン|以上|以下|未満|まで|安い|お得|還元|相当|分の?ポイント|キャッシュバック|値引)"
    r"| ?[×x] ?\d+ ?回",
    re.IGNORECASE,
)
LIST_PRICES: Final = "定価|参考価格|通常価格|希望小売価格|元値|旧価格|発売時"
"""What shops call a price from before or to compare with, as alternatives of a pattern."""
_LIST_PRICE: Final = re.compile(rf"(?:{LIST_PRICES}|通常|当店通常)(?:は|[:：（(\s])*$")
_TAX_IN_BEFORE: Final = re.compile(r"(?:税込み?(?:価格)?|総額)(?:[:：）)\s])*$")
_TAX_IN_BEHIND: Final = re.compile(r"[ (（]*(?:税込|消費税込|内税)(?!み?(?:価格)?[:： ]*[¥\\\d])")
_TAX_OUT_BEFORE: Final = re.compile(r"(?:税抜き?|税別|本体価格?|本体)(?:価格)?(?:[:：）)\s])*$")
_TAX_OUT_BEHIND: Final = re.compile(r"[ (（]*(?:\+ ?税|税抜|税別|本体)(?!き?(?:価格)?[:： ]*[¥\\\d])")
TAX_WORDS: Final = ("税", "本体", "総額")
"""Words (NFKC) without one of which no text says whether an amount holds the tax."""
_TAX_IN_ASIDE: Final = re.compile(r" ?[(（] ?税込み?(?:価格)?[:： ]*[¥\\]? ?\d")
_FORMER: Final = re.compile(r" ?(?:→|⇒|➡|-?->|▶)")
_PERCENT_OFF: Final = re.compile(
    r"[ (（]*(?:税込)?[ )）【\[(（]*(\d{1,2}) ?% ?(?:OFF|オフ|引き?|割引|値引き?)[ )）】\]!]*(?:(?:SALE|セール)(?:価格)?[:： ]*)?(?:[→⇒➡▶] ?)?",
    re.IGNORECASE,
)
"""What stands between a price and the one that it was brought down to, and nothing else: a condition (会員) makes it no price for all."""
_BARE: Final = re.compile(rf" ?{_AMOUNT} ?")
_UNIT_PRICE: Final = re.compile(r" ?[/／] ?\S|(?:あたり|当たり)")
_OPEN: Final = re.compile(r"[ (（]*(?:税込|税抜|税別)?[ )）]*(?:[~〜～]|-\s*[¥\d]|から(?!の)|–|—)")
_BRACKETS: Final = re.compile(r"[（(]|[)）]")
_OPEN_RANK: Final = 4
_WITH_TAX: Final = 3
_MOST_TAX: Final = Decimal("1.2")
"""Our own choice: an amount that is larger by more is not the same one with tax."""


@dataclass(frozen=True, slots=True)
class _Candidate:
    """One amount in a text and how much speaks for its being the price: 3 tax included, 2 plain, 1 second choice.

    `is_net` where the text says that tax comes on top, `is_former` where it says by how much the price was brought down.
    """

    amount: Decimal | None
    rank: int
    is_net: bool = False
    is_former: bool = False


def is_yen(text: str) -> bool:
    """Tell whether a text (NFKC) speaks of yen."""
    return _SIGN.search(text) is not None


def yen_price(text: str) -> Decimal | None:
    """Return the one price in a text (NFKC) that speaks of yen.

    The amount with tax counts where both are named, and of two that a percent between them explains (5,500円 40%OFF
    3,300円) the lower one. None for a range or an open end (1,980円〜), for reductions,
    postage and points, for two prices that contradict each other, and for an amount that is not clear as a whole
    (一万2,800円): never a part of it.
    """
    candidates = list(_candidates(text))
    if not candidates:
        return None
    best = max(candidate.rank for candidate in candidates)
    amounts = {candidate.amount for candidate in candidates if candidate.rank == best}
    return amounts.pop() if len(amounts) == 1 else None


def price_before(text: str) -> Decimal | None:
    """Return the price from which a text (NFKC) says that the one in it was brought down, by the percent that it names."""
    return next((one.amount for one in _candidates(text) if one.is_former), None)


def is_open_yen(text: str) -> bool:
    """Tell whether a text (NFKC) names where prices in yen begin or between which they lie."""
    return any(one.rank == _OPEN_RANK for one in _candidates(text))


def bare_yen_price(text: str) -> Decimal | None:
    """Return the amount of a text that is nothing but a number known to be yen."""
    return _with_units(text.strip()) if _BARE.fullmatch(text) else None


def with_tax(text: str, amount: Decimal) -> Decimal | None:
    """Return the one amount with tax that a text (NFKC) names beside an amount without; None where it names none."""
    told = [(one.amount, one) for one in _candidates(text) if one.amount is not None]
    gross = {found for found, one in told if one.rank == _WITH_TAX and amount < found <= amount * _MOST_TAX}
    is_net = any(found == amount and one.is_net for found, one in told)
    return gross.pop() if is_net and len(gross) == 1 else None


def tax_told(text: str, amount: Decimal) -> frozenset[bool]:
    """Return whether a text (NFKC) says of an amount that it holds the tax, or that tax comes on top; empty where it says neither."""
    found = [one for one in _candidates(text) if one.amount == amount]
    return frozenset(one.rank == _WITH_TAX for one in found if one.is_net or one.rank == _WITH_TAX)


def _candidates(text: str) -> Iterator[_Candidate]:
    end, left_at = 0, -1
    for found in _YEN.finditer(text):
        before, behind = text[end : found.start()], text[found.end() : found.end() + 24]
        end = found.end()
        reduction = _NOT_BEHIND.match(behind)
        if reduction or (found.start() != left_at and _NOT_BEFORE.search(before)):
            end += reduction.end() if reduction else 0
            continue
        if _OPEN.match(behind) or re.search(r"[~〜～] ?$", before):
            yield _Candidate(None, _OPEN_RANK)
            continue
        unclear = (found["back"] and _KANJI_BEFORE.search(before)) or _GOES_ON.match(behind)
        amount = None if unclear else _with_units(found["front"] or found["back"])
        left_at = _left_at(amount, text, found.end()) if amount is not None and "%" in behind else -1
        if left_at >= 0:
            yield _Candidate(amount, 1, is_former=True)
        elif _TAX_IN_BEFORE.search(before) or _TAX_IN_BEHIND.match(behind):
            yield _Candidate(amount, _WITH_TAX)
        elif _TAX_OUT_BEFORE.search(before) or _TAX_OUT_BEHIND.match(behind):
            yield _Candidate(amount, 1, is_net=True)
        else:
            is_net = _TAX_IN_ASIDE.match(behind) is not None
            yield _Candidate(amount, _rank(text[: found.start()], before, behind), is_net)


def _left_at(amount: Decimal, text: str, end: int) -> int:
    """Return where the price stands that a percent behind an amount leaves of it, -1 where none does; shops round the percent, or cut it off."""
    off = _PERCENT_OFF.match(text, end)
    left = _YEN.match(text, off.end()) if off else None
    paid = _with_units(left["front"] or left["back"]) if left else None
    if off is None or paid is None or not 0 < paid < amount:
        return -1
    percent = (amount - paid) * 100 / amount
    return left.start() if left and int(off[1]) in {int(percent), round(percent)} else -1


def _rank(head: str, before: str, behind: str) -> int:
    if _LIST_PRICE.search(before):
        return 1
    if _FORMER.match(behind):
        return 1
    return 1 if _UNIT_PRICE.match(behind) or _in_brackets(head) else 2


def _in_brackets(head: str) -> bool:
    """Tell whether a text ends inside brackets, where asides stand."""
    depth = 0
    for bracket in _BRACKETS.findall(head):
        depth += 1 if bracket in "（(" else -1 if depth else 0
    return depth > 0


def _with_units(written: str) -> Decimal | None:
    """Return 12800 for 1万2,800 and 15000 for 1.5万, None where the pieces do not make one number."""
    total = Decimal(0)
    left = Decimal("Infinity")
    for digits, unit in _PIECE.findall(written):
        value = Decimal(digits.replace(",", "")) * _UNITS[unit] if unit else _whole(digits)
        if value is None or (unit and not _is_number(digits)) or value >= left or value != value.to_integral_value():
            return None
        total += value
        left = Decimal(_UNITS.get(unit, 1))
    return Decimal(int(total)) if written else None


def _is_number(digits: str) -> bool:
    return "," not in digits or _WHOLE.fullmatch(digits) is not None


def _whole(digits: str) -> Decimal | None:
    return Decimal(digits.replace(",", "").partition(".")[0]) if _WHOLE.fullmatch(digits) else None
