"""What the cells of statements hold: days, signed amounts, card numbers, order numbers, words that say "back"."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from functools import lru_cache

_REMEMBERED = 32_768
_LONGEST = 64
_DATE = re.compile(
    r"(?P<year>\d{4}|\d{2})(?P<by>[年/.-])(?P<month>\d{1,2})[月/.-](?P<day>\d{1,2})日?(?:[(][月火水木金土日][)])?(?:[ T]\d.*)?"
    r"|(?P<plain>\d{8})",
    re.ASCII,
)
_OTHER_ORDER = re.compile(r"\d{1,2}[/.-]\d{1,2}[/.-]\d{4}(?: .*)?", re.ASCII)
_AMOUNT = re.compile(
    r"(?P<minus>[-−▲△(+]?)\s*[¥\\]?\s*(?P<minus2>[-−▲△]?)(?P<digits>\d{1,3}(?:,\d{3}){1,4}|\d{1,12})\s*円?\s*(?P<after>[-)]?)",
    re.ASCII,
)
_REFUND_WORDS = re.compile(
    r"返金|払戻|払い戻し|取消|返品|ヘンキン|ヘンピン|トリケシ|キャンセル|キヤンセル|REFUND", re.IGNORECASE
)
_CARD = re.compile(r"(?<![0-9*-])[0-9*]{4}-[0-9*]{4,6}-[0-9*]{4,5}(?:-[0-9*]{1,4})?(?![0-9*-])")
_ORDER = re.compile(
    r"(?:注文番号|注文ID|オーダー番号|Order(?: number| ID|#)?)[:#\s]*([A-Z0-9]{2,}(?:-[A-Z0-9]{3,})+)", re.IGNORECASE
)


def plain(text: str) -> str:
    """Return a cell as headings and wordings are compared: NFKC, without spaces."""
    return text.strip() if text.isascii() else "".join(unicodedata.normalize("NFKC", text).split())


@lru_cache(maxsize=_REMEMBERED)
def signed_yen(text: str) -> Decimal | None:
    """Return the amount in a cell with its sign (▲ △ − - ( ) mean minus), None where it holds none."""
    match = _AMOUNT.fullmatch(_folded(text)) if len(text) <= _LONGEST else None
    if match is None:
        return None
    digits = Decimal(match["digits"].replace(",", ""))
    return -digits if match["minus"] not in {"", "+"} or match["minus2"] or match["after"] else digits


@lru_cache(maxsize=_REMEMBERED)
def statement_date(text: str) -> date | None:
    """Return the date in a cell (2026/7/4, 26/07/04, 2026-07-04, 2026年7月4日, 20260704), None where it holds none."""
    folded = _folded(text) if len(text) <= _LONGEST else ""
    match = _DATE.fullmatch(folded)
    if match is None:
        return None
    if match["plain"]:
        year, month, day = int(folded[:4]), int(folded[4:6]), int(folded[6:])
    else:
        year, month, day = int(match["year"]), int(match["month"]), int(match["day"])
    try:
        return date(year + 2000 if year < 100 else year, month, day)
    except ValueError:
        return None


def has_other_date_order(text: str) -> bool:
    """Return whether a cell holds a date whose year comes last: nobody can tell its day from its month."""
    return len(text) <= _LONGEST and _OTHER_ORDER.fullmatch(_folded(text)) is not None


def says_refund(texts: Iterable[str]) -> bool:
    """Return whether words of a row say that money came back."""
    return _REFUND_WORDS.search(plain(" ".join(texts))) is not None


def card_in(text: str) -> str:
    """Return the number of a card as far as it is shown: its last digits (`1234`), else its first (`4980`), else ""."""
    found = _CARD.search(unicodedata.normalize("NFKC", text))
    groups = found[0].split("-") if found else [""]
    return groups[-1] if groups[-1].isdigit() else next((shown for one in groups if (shown := one.strip("*"))), "")


def order_in(text: str) -> str:
    """Return the order number behind a label (`注文番号：250-…`), "" where none is named."""
    if "-" not in text:
        return ""
    found = _ORDER.search(unicodedata.normalize("NFKC", text))
    return found[1] if found else ""


def _folded(text: str) -> str:
    return text.strip() if text.isascii() else unicodedata.normalize("NFKC", text).strip()
