"""Signs and words for currencies as shops write them, by ISO 4217 code."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

_SIGNS: Final = {
    "JPY": "¥ 円 JPY yen",
    "USD": "US$ US_$ $US U$S USD $",
    "EUR": "€ EUR euro euros Euro",
    "GBP": "£ GBP stg",
    "CNY": "元 CN¥ RMB CNY 人民币 yuan",
    "TWD": "NT$ TWD",
    "HKD": "HK$ HKD",
    "KRW": "₩ 원 KRW",
    "CAD": "CAD$ CA$ C$ CDN$ CAD",
    "AUD": "AU$ A$ AUD",
    "NZD": "NZ$ NZD nzd",
    "SGD": "SGD$ S$ SGD",
    "MXN": "MX$ MXN",
    "BRL": "R$ BRL",
    "CHF": "CHF CHf SFr chf",
    "CZK": "Kč CZK",
    "PLN": "zł Zł PLN",
    "HUF": "Ft HUF",
    "RON": "lei LEI RON",
    "BGN": "лв. лв BGN",
    "RUB": "руб. руб р. Р ₽ RUB",
    "UAH": "грн. грн ₴ UAH",
    "TRY": "₺ TL TRY",
    "SEK": "SEK",
    "NOK": "NOK",
    "DKK": "DKK",
    "ILS": "₪ nis ILS",
    "INR": "₹ Rs. Rs र INR",
    "THB": "฿ บาท THB",
    "VND": "₫ đ VNĐ VND",
    "IDR": "Rp IDR",
    "MYR": "RM MYR",
    "PHP": "₱ PHP",
    "ZAR": "R ZAR",
    "AED": "AED",
    "KWD": "KD KWD",
    "BHD": "BHD",
    "OMR": "OMR",
    "JOD": "JOD",
    "TND": "DT TND",
    "IRR": "تومان",
    "SAR": "ريال SAR",
    "RSD": "Dinara din RSD",
    "DEM": "DEM",
    "PTE": "PTE",
    "KZT": "₸ тг. тг KZT",
    "ARS": "ARS",
    "CLP": "CLP",
}
CURRENCIES: Final = tuple(code for code in _SIGNS if code != "JPY")
"""Those that prices may be in, beside the yen."""
_CODES: Final = {sign.replace("_", " "): code for code, signs in _SIGNS.items() for sign in signs.split()}
_BY_LENGTH: Final = sorted(_CODES, key=len, reverse=True)


def _pattern(sign: str) -> str:
    return re.escape(sign) + (r"(?![^\W\d_])" if sign[-1].isalpha() else "")


_WORDS: Final = "|".join(_pattern(sign) for sign in _BY_LENGTH if sign[0].isalpha())
_MARKS: Final = "|".join(_pattern(sign) for sign in _BY_LENGTH if not sign[0].isalpha())
SIGN: Final = rf"(?:[A-Z]{{1,3}}\$|(?<![^\W\d_])(?:{_WORDS})|{_MARKS}|kr\b|Kr\b)"
"""A regular expression for one sign."""

# Currencies of three decimals, where 423.923 is no thousands.
MILLS: Final = frozenset({"KWD", "BHD", "OMR", "JOD", "TND"})

_DOLLARS: Final = frozenset({"USD", "CAD", "AUD", "NZD", "SGD", "HKD", "TWD", "MXN"})
_CROWNS: Final = frozenset({"SEK", "NOK", "DKK", "ISK"})


def currency_of(sign: str, hint: str = "") -> str:
    """Return the ISO 4217 code of a sign, "" for an unknown one; `hint` tells which dollar or crown is meant."""
    wanted = _CODES.get(hint, hint)
    if sign == "$":
        return wanted if wanted in _DOLLARS else "USD"
    if sign.lower() == "kr":
        return wanted if wanted in _CROWNS else ""
    return _CODES.get(sign, "")


@lru_cache(500)
def code_in(text: str) -> str:
    """Return the currency that a hint names: a code, a sign, or a text with one; "" for none."""
    found = re.search(SIGN, text)
    return currency_of(found[0]) if found else ""
