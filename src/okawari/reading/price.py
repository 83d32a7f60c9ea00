"""A price from the text that a shop shows, in any of the ways shops write one."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from okawari.reading.currencies import MILLS, SIGN, code_in, currency_of
from okawari.reading.literals import led
from okawari.reading.yen import bare_yen_price, is_open_yen, is_yen, price_before, yen_price

_NUMBER: Final = r"\.{0,2}\d{1,12}(?:(?:[.,']| (?=\d{3}(?!\d)))\d{1,12}|[.,] \d\d(?!\d)){0,6}"
_PRICED: Final = led(
    rf"(?P<front>{SIGN}) ?(?P<first>{_NUMBER})(?: ?(?P<code>[A-Z]{{3}})\b)?"
    rf"|(?<![\d.,'])(?P<second>{_NUMBER}) ?(?:,?- ?)?(?P<back>{SIGN})(?P<cents>\d{{2,3}}(?!\d)| \d\d(?![\d.,%]))?"
)
_SIGN_BEFORE: Final = re.compile(SIGN + r" ?$")
_BARE: Final = re.compile(rf"(?<![^\W_])(?<![\d.,'-]){_NUMBER}(?!-?\d)")
_RANGE: Final = re.compile(rf"(?<![\d.,'])({_NUMBER}) (?:to|bis|à|a|–|-) ?$")
_JAPANESE_UNIT: Final = re.compile(r"\d ?[百千万億兆]|[百千万億兆] ?\d")
_FREE: Final = re.compile(r"\W*(?:free|gratis|kostenlos|gratuit|無料|タダ)\W*", re.IGNORECASE)
_NO_PRICE_BEHIND: Final = re.compile(
    r" ?(?:%|\+(?! ?\w)|ポイント|p(?:oin)?ts?\b|円引|OFF\b|[年月日時分点個件倍]|-\d)|[PKM]\b", re.IGNORECASE
)
_TAX_ADDED: Final = ("税抜", "税別", "+税", "＋税")
_PERCENT_OFF: Final = re.compile(
    r"(?<=[\d$€£]) ?[(\[]?-?(\d{1,2}) ?%(?: ?(?:off|discount|オフ))?[)\]]?:? ?(?=[\d$€£]|(?-i:[A-Z]{3}) ?\d)",
    re.IGNORECASE,
)
"""What stands between a price and the one that it was brought down to, and nothing else."""
_LENGTH: Final = 500
_BARE_DIGITS: Final = 9


@dataclass(frozen=True, slots=True)
class Price:
    """An exact amount and its currency: an ISO 4217 code, "" where the text does not tell."""

    amount: Decimal
    currency: str


def holds_tax(text: str) -> bool | None:
    """Return whether a price's own words say that it holds the tax, None where they say nothing of it, or both."""
    held, added = "税込" in text, any(word in text for word in _TAX_ADDED)
    return held if held != added else None


def former_price(text: str) -> Decimal | None:
    """Return the price in yen from which the one in a text was brought down by the percent beside it; None where it names none."""
    plain = _plain(text)
    return price_before(plain) if "%" in plain else None


def open_price(text: str) -> str:
    """Return a text that names where prices in yen begin or between which they lie, without the unit; "" for any other."""
    plain = _plain(text)
    return plain.replace("円", "").replace("~", "〜") if is_open_yen(plain) else ""


def read_price(text: str | None, currency_hint: str | None = None) -> Price | None:
    """Return the price in `text`, None where there is none or it is not clear as a whole.

    `currency_hint` is a code, a sign or a text that holds one, for amounts without a sign of their own. Of two prices
    the first counts, but of two that a percent between them explains the lower ($55 40% off $33); in yen, two that
    contradict each other are none (see `yen_price`).
    """
    plain = _plain(text or "")
    hint = code_in((currency_hint or "")[:_LENGTH])
    if _FREE.fullmatch(plain):
        return Price(Decimal(0), hint)
    if is_yen(plain):
        amount = yen_price(plain)
        return Price(amount, "JPY") if amount is not None else None
    if hint == "JPY":
        amount = bare_yen_price(plain)
        return Price(amount, "JPY") if amount is not None else None
    if _JAPANESE_UNIT.search(plain):
        return None  # 1万2,800 without 円: of what, nobody says, and a part of it is wrong
    return _brought_down(plain, hint) or next(_signed(plain, hint), None) or next(_unsigned(plain, hint), None)


def _plain(text: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", text[:_LENGTH].replace("’", "'")).split())


def _brought_down(text: str, hint: str) -> Price | None:
    """Return the price to which a text says by how much per cent the one before it was brought down; None where the two do not fit."""
    for found in _PERCENT_OFF.finditer(text) if "%" in text else ():
        before = list(_signed(text[: found.start()], hint))
        after = next(_signed(text[found.end() :], hint), None)
        if before and after and before[-1].currency == after.currency:
            expected = before[-1].amount * (100 - int(found[1])) / 100
            if abs(expected - after.amount) <= max(Decimal(1), before[-1].amount / 100):
                return after
    return None


def _signed(text: str, hint: str) -> Iterator[Price]:
    """Yield the amounts that stand beside a currency's sign."""
    for found in _PRICED.finditer(text):
        if found.end() < len(text) and _NO_PRICE_BEHIND.match(text, found.end()):
            continue
        sign = found["front"] or found["back"]
        currency = currency_of(found["code"] or "") or currency_of(sign, hint)
        ranged = _RANGE.search(text, 0, found.start()) if found.start() else None
        digits = ranged[1] if ranged else found["first"] or found["second"]
        cents = "." + found["cents"].strip() if found["cents"] and not ranged and "." not in digits else ""
        amount = _amount(digits + cents, currency, has_cents=bool(cents))
        if amount is not None:
            yield Price(amount, currency)


def _unsigned(text: str, hint: str) -> Iterator[Price]:
    """Yield the amounts without a known sign."""
    for found in _BARE.finditer(text):
        if _NO_PRICE_BEHIND.match(text, found.end()) or _SIGN_BEFORE.search(text, 0, found.start()):
            continue
        if sum(letter.isdigit() for letter in found[0]) > _BARE_DIGITS:
            continue
        amount = _amount(found[0], hint)
        if amount is not None:
            yield Price(amount, hint)


def _amount(written: str, currency: str, *, has_cents: bool = False) -> Decimal | None:
    """Return the number: the last mark is a decimal point unless three digits follow it, as thousands have."""
    compact = written.replace(" ", "").replace("'", "")
    marks = [letter for letter in compact if letter in ".,"]
    whole, mark, fraction = _parted(compact)
    thousands = len(fraction) == 3 and not has_cents and bool(whole) and not (currency in MILLS and mark == ".")
    if (
        not mark
        or thousands
        or (marks.count(mark) > 1 and len(set(marks)) == 1 and whole.strip(".,") and len(fraction) == 3)
    ):
        return Decimal(_digits(compact))
    return Decimal(f"{_digits(whole) or 0}.{fraction}")


def _digits(written: str) -> str:
    return written.replace(".", "").replace(",", "")


def _parted(compact: str) -> tuple[str, str, str]:
    at = max(compact.rfind("."), compact.rfind(","))
    return (compact[:at], compact[at], compact[at + 1 :]) if at >= 0 else (compact, "", "")
