"""Parcel carriers as mails name them, by the ids of the tracking rules."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from urllib.parse import parse_qsl

from okawari.reading.links import link_target

UNKNOWN = "unknown"
_MOST_PARAMETERS = 100

_NAMES: tuple[tuple[str, str], ...] = (
    (r"ヤマト|クロネコ|宅急便|ネコポス|kuronekoyamato|yamato transport", "yamato"),
    (r"佐川|飛脚|sagawa", "sagawa"),
    (
        r"日本郵便|郵便局|ゆうパック|ゆうパケット|ゆうメール|ゆうプリ|レターパック|クリックポスト|定形外郵便|japan ?post",
        "japanpost_domestic",
    ),
    (r"西濃|カンガルー便|seino", "seino"),
    (r"福山通運|fukuyama", "fukuyama"),
    (r"デリバリープロバイダ|amazon logistics|\bamzl|amazon配送|amazon shipping", "amazon"),
    (r"\bdhl\b", "dhl_express"),
    (r"\bups\b", "ups"),
    (r"\bfedex\b|フェデックス", "fedex"),
    (r"\busps\b|united states postal", "usps"),
)
_COMPILED = tuple((re.compile(pattern), carrier) for pattern, carrier in _NAMES)


_BY_NUMBER: dict[str, tuple[tuple[str, str], ...]] = {
    "fedex": ((r"\d{12}", "fedex12"), (r"\d{15}", "fedex15"), (r"96\d{20}", "fedex_ground96"), ("", UNKNOWN)),
    "japanpost_domestic": ((r"\d{11}", "japanpost_registered"), (r"[A-Z]{2}\d{9}[A-Z]{2}", "upu_s10")),
}
"""Carriers whose numbers come in several kinds, each with an id of its own."""
_LINKS = (
    ("kuronekoyamato.co.jp", "yamato", r"number\d{2}|no\d{2}|pno"),
    ("sagawa-exp.co.jp", "sagawa", r"okurijono\d{0,2}"),
    ("japanpost.jp", "japanpost_domestic", r"reqcodeno\d{0,2}|requestno\d{0,2}"),
    ("ups.com", "ups", r"tracknums?|trackingnumber|inquirynumber\d?|z"),
    ("fedex.com", "fedex", r"tracknumbers?|trknbr"),
    ("dhl.com", "dhl_express", r"tracking-?id|awb"),
    ("usps.com", "usps", r"tlabels\d?"),
)
"""Hosts of carriers' tracking pages and the parameters that hold numbers. Source: the tracking rules; real mails."""


def carrier_of(wording: str, number: str = "") -> str:
    """Return the carrier that a wording names, `unknown` where it names none or several.

    FedEx and Japan Post have several kinds of numbers: these are told by the form of the parcel's `number`.
    """
    plain = unicodedata.normalize("NFKC", wording).lower()
    named = {carrier for pattern, carrier in _COMPILED if pattern.search(plain)}
    return _with_number(named.pop(), number) if len(named) == 1 else UNKNOWN


def numbers_in_link(href: str) -> Iterator[tuple[str, str]]:
    """Yield what a link to a carrier's tracking page holds in its query: (the carrier's id, what may be a number)."""
    host, query = link_target(href)
    for domain, carrier, parameters in _LINKS:
        if host == domain or host.endswith(f".{domain}"):
            for name, value in parse_qsl(query)[:_MOST_PARAMETERS]:
                if re.fullmatch(parameters, name.lower()):
                    for number in value.split(",")[:_MOST_PARAMETERS]:
                        yield _with_number(carrier, number.strip().upper()), number


def _with_number(carrier: str, number: str) -> str:
    kinds = _BY_NUMBER.get(carrier, ())
    return next((kind for form, kind in kinds if not form or re.fullmatch(form, number)), carrier)
