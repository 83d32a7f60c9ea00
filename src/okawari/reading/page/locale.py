"""The currency that a page's address and language let one expect, for amounts without a sign."""

from __future__ import annotations

from typing import Final
from urllib.parse import urlsplit

from okawari.reading.page.document import Document

_BY_ENDING: Final = {
    "jp": "JPY",
    "uk": "GBP",
    "ch": "CHF",
    "pl": "PLN",
    "cz": "CZK",
    "hu": "HUF",
    "ro": "RON",
    "se": "SEK",
    "no": "NOK",
    "dk": "DKK",
    "ru": "RUB",
    "ua": "UAH",
    "tr": "TRY",
    "cn": "CNY",
    "tw": "TWD",
    "hk": "HKD",
    "kr": "KRW",
    "in": "INR",
    "au": "AUD",
    "nz": "NZD",
    "ca": "CAD",
    "br": "BRL",
    "mx": "MXN",
    "sg": "SGD",
    "th": "THB",
    "kz": "KZT",
    "il": "ILS",
    "ar": "ARS",
    "cl": "CLP",
} | dict.fromkeys(
    ("de", "fr", "it", "es", "pt", "nl", "be", "at", "ie", "fi", "gr", "sk", "si", "ee", "lv", "lt", "eu"), "EUR"
)
_BY_LANGUAGE: Final = {"ja": "JPY", "ko": "KRW", "pl": "PLN", "cs": "CZK", "hu": "HUF", "en-us": "USD", "en-gb": "GBP"}


def currency_of_page(document: Document) -> str:
    """Return the ISO 4217 code that fits the page's address, else its language; "" where neither tells."""
    for url in document.identity.urls:
        try:
            ending = (urlsplit(url).hostname or "").rpartition(".")[2]
        except ValueError:
            continue
        if ending in _BY_ENDING:
            return _BY_ENDING[ending]
    return _BY_LANGUAGE.get(document.language) or _BY_LANGUAGE.get(document.language[:2], "")
