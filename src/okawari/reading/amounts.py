"""Amounts of money in a text that is known to hold one, such as the value behind a label."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal

from okawari.domain.money import Money

_MARKS = {
    "JPY": (r"[¥\\]|JPY", r"円|\(円\)|JPY|yen"),
    "USD": (r"US\$|USD|\$", r"USD|US\$|\$"),
    "GBP": (r"GBP|£", r"GBP|£"),
    "EUR": (r"EUR|€", r"EUR|€|Euro"),
    "CAD": (r"CDN\$|CA\$|C\$|CAD|\$", r"CAD|\$"),
    "AUD": (r"AU\$|A\$|AUD|\$", r"AUD|\$"),
}
CURRENCIES = tuple(_MARKS)
_NUMBERS = {"JPY": r"\d[\d.,]{0,20}"}
_NUMBER = r"\d[\d.,']{0,20}(?: \d{3}(?!\d)[\d.,]{0,10}){0,3}"
_PATTERNS = {
    currency: re.compile(
        rf"(?P<minus>-?) ?(?<![A-Za-z$\d])(?:{before}) ?(?P<front>-?{number})"
        rf"|(?<![\d.,])(?P<back>-?{number}) ?(?:{after})(?![A-Za-z$])",
        re.IGNORECASE,
    )
    for currency, (before, after) in _MARKS.items()
    for number in [_NUMBERS.get(currency, _NUMBER)]
}
_MINUS = re.compile(r"−|[▲△] ?(?=[¥\\]? ?\d)")
_MAN = re.compile(r"(\d{1,4})万(?:(\d[\d,]{0,5}))? ?円")
_WHOLE = re.compile(r"-?(?:\d{1,3}(?:,\d{3})+|\d+)")
_CENTS = re.compile(
    r"(?P<whole>-?\d{1,3}(?:(?P<group>[.,' ])\d{3})(?:(?P=group)\d{3})*|-?\d+)(?P<mark>[.,])(?P<cents>\d{2})"
)


def money_in(text: str, currency: str = "JPY") -> Money | None:
    """Return the one amount of `currency` in `text`, with its sign.

    None where there is none, where there are two different ones, and where the digits are not clear: yen with a
    fraction, a currency with cents but without them ("$613" is what is left of a raised "$6¹³"), broken grouping.
    Grouping and decimal mark are told apart by their places, so that 1.234,56 and 1,234.56 are the same.
    """
    plain = _plain(text)
    if currency == "JPY" and (man := _MAN.search(plain)):
        rest = Decimal((man[2] or "0").replace(",", ""))
        return Money(Decimal(man[1]) * 10_000 + rest) if len(_MAN.findall(plain)) == 1 and rest < 10_000 else None
    amounts = {
        _number((found["minus"] or "") + (found["front"] or found["back"]).rstrip(".,' "), currency)
        for found in _PATTERNS[currency].finditer(plain)
    }
    only = amounts.pop() if len(amounts) == 1 else None
    return Money(only, currency) if only is not None else None


def bare_yen(text: str) -> Money | None:
    """Return the amount of yen where the text is nothing but digits, as under a column heading 金額."""
    plain = _plain(text).strip()
    return Money(Decimal(plain.replace(",", ""))) if _WHOLE.fullmatch(plain) else None


def _plain(text: str) -> str:
    plain = unicodedata.normalize("NFKC", text)
    clean = re.sub(r"[「」『』*\u2068\u2069\u202f\u200e\u200f]", "", re.sub(r"\s+", " ", plain))
    return _MINUS.sub("-", clean)


def _number(digits: str, currency: str) -> Decimal | None:
    if currency == "JPY":
        return Decimal(digits.replace(",", "")) if _WHOLE.fullmatch(digits) else None
    cents = _CENTS.fullmatch(digits)
    if cents is None or cents["group"] == cents["mark"]:
        return None
    return Decimal(re.sub(r"[.,' ]", "", cents["whole"]) + "." + cents["cents"])
