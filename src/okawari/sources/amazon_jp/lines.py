"""What a single line of a mail is: an order number, a quantity, an amount, a label, a rule."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal
from functools import lru_cache

from okawari.domain.money import Money

_DASH = re.compile(r"(?<=[0-9])[\u2010-\u2015\u2212\u30fc\uff70](?=[0-9])")
_ORDER = re.compile(r"(?<![0-9A-Za-z-])(?:\d{3}|[DPS]\d{2})-\d{7}-\d{7}(?![0-9A-Za-z]|-[0-9])", re.ASCII)
_BROKEN_ORDER = re.compile(r"((?<![0-9A-Za-z-])(?:\d{3}|[DPS]\d{2})-(?:\d{7}-)?)\n[ >]*(?=\d{7}(?![0-9]))", re.ASCII)
_COUNT = r"(?P<count>\d{1,3}) ?(?:点|個|冊|枚|本|箱|袋|セット)?"
_BULLET = r"[・■□●○◆◇▼\-]? ?"
_QUANTITY = re.compile(
    rf"{_BULLET}(?:数量|個数|注文数|点数|Qty|Quantity) ?[:=]? ?{_COUNT}(?: (?P<rest>\S.*))?", re.IGNORECASE
)
_QUANTITY_LABEL = re.compile(rf"{_BULLET}(?:数量|個数|注文数|点数) ?:?")
_BARE_COUNT = re.compile(_COUNT)
_NUMBER = r"\d{1,3}(?:,\d{3})+|\d{1,9}"
_PRICE_LABEL = r"(?:商品の?|販売|税込)?(?:価格|単価|金額)"
_PRICE_LABEL_LINE = re.compile(rf"{_BULLET}{_PRICE_LABEL} ?:?")
_AMOUNT = re.compile(
    rf"(?:{_BULLET}{_PRICE_LABEL})? ?:? ?"
    rf"(?P<minus>[-−▲△]?) ?(?:(?:[¥\\]|JPY) ?(?P<minus_after>[-−▲△]?)(?P<after>{_NUMBER})(?:\.0{{1,2}})?(?: ?JPY)?|(?P<before>{_NUMBER}) ?(?:円|JPY))"
    r" ?(?:\(?税込み?\)?)?",
    re.IGNORECASE,
)
_STARRED = re.compile(r"[ \u3000]*[*•] +\S")
_RULE = re.compile(r"[ \u3000]*(?:[-=_*~.━─＝ー－―…・]{5,})[ \u3000]*")
_URL = re.compile(r"<?https?://\S+>?")


# Each line of a mail is looked at by several readers, and a shop's mails have most lines in common.
_remembered = lru_cache(maxsize=1024)


@_remembered
def plain(text: str) -> str:
    """Return the text in the one form that patterns are written for: NFKC, single spaces, hyphens between digits."""
    return _DASH.sub("-", " ".join(unicodedata.normalize("NFKC", text).split()))


def any_of(*wordings: str) -> re.Pattern[str]:
    """Return the pattern that finds any of the wordings, in either case."""
    return re.compile("|".join(wordings), re.IGNORECASE)


@_remembered
def order_numbers(text: str) -> tuple[str, ...]:
    """Return the well-formed order numbers in `text`, each once, in order (MKT-ID-01)."""
    return tuple(dict.fromkeys(_ORDER.findall(_DASH.sub("-", unicodedata.normalize("NFKC", text)))))


def mended(text: str) -> str:
    """Return the text with order numbers that were broken at a hyphen made whole."""
    return _BROKEN_ORDER.sub(r"\1", text) if "-\n" in text else text


@_remembered
def quantity_in(line: str) -> tuple[int, str] | None:
    """Return the count of a line `数量: 2` and what stands behind it, or None."""
    found = _QUANTITY.fullmatch(plain(line))
    return (int(found["count"]), found["rest"] or "") if found else None


@_remembered
def is_quantity_label(line: str) -> bool:
    """Return whether the line is the label 数量 alone; its value is then on the next line."""
    return _QUANTITY_LABEL.fullmatch(plain(line)) is not None


@_remembered
def bare_count(line: str) -> int | None:
    """Return the count of a line `2` or `2点`, or None."""
    found = _BARE_COUNT.fullmatch(plain(line))
    return int(found["count"]) if found else None


@_remembered
def is_quantity(line: str) -> bool:
    """Return whether the line gives a quantity or announces one."""
    return quantity_in(line) is not None or is_quantity_label(line)


@_remembered
def amount_in(line: str) -> Money | None:
    """Return the amount of a line that is nothing but one amount of yen (`￥ 1,010`, `1010円(税込)`, `1,010 JPY`), or None."""
    found = _AMOUNT.fullmatch(unwrapped(plain(line)))
    if found is None:
        return None
    amount = Decimal((found["after"] or found["before"]).replace(",", ""))
    return Money(-amount if found["minus"] or found["minus_after"] else amount)


@_remembered
def is_amount(line: str) -> bool:
    """Return whether the line is nothing but an amount."""
    return amount_in(line) is not None


@_remembered
def is_price_label(line: str) -> bool:
    """Return whether the line is the label 価格 alone; its value is then on the next line."""
    return _PRICE_LABEL_LINE.fullmatch(plain(line)) is not None


@_remembered
def is_starred(line: str) -> bool:
    """Return whether the line begins an item of the layout since 2025."""
    return _STARRED.match(line) is not None


@_remembered
def is_rule(line: str) -> bool:
    """Return whether the line is a drawn line."""
    return _RULE.fullmatch(line) is not None


@_remembered
def without_urls(line: str) -> str:
    """Return the line without the addresses in it."""
    return (_URL.sub("", line) if "://" in line else line).strip()


@_remembered
def is_url(line: str) -> bool:
    """Return whether the line is nothing but addresses."""
    return bool(line.strip()) and not without_urls(line)


def unwrapped(text: str) -> str:
    """Return the text without the asterisks that stand for bold type in a converted mail."""
    return text[1:-1].strip() if len(text) > 2 and text[0] == text[-1] == "*" and text[1] != " " else text


def width(text: str) -> int:
    """Return the columns that a text takes: one for ASCII, two for Japanese (three bytes in UTF-8)."""
    return (len(text) + len(text.encode("utf-8", "replace"))) // 2
