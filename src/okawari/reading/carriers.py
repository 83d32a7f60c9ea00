"""Parcel carriers as mails name them, by the ids of the tracking rules."""

from __future__ import annotations

import re
import unicodedata

UNKNOWN = "unknown"

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
    (r"\bfedex\b", "fedex"),
)
_COMPILED = tuple((re.compile(pattern), carrier) for pattern, carrier in _NAMES)


def carrier_of(wording: str, number: str = "") -> str:
    """Return the carrier that a wording names, `unknown` where it names none or several.

    FedEx has two id ranges: the one is told by the length of the parcel's `number` (12 or 15 digits).
    """
    plain = unicodedata.normalize("NFKC", wording).lower()
    named = {carrier for pattern, carrier in _COMPILED if pattern.search(plain)}
    if len(named) != 1:
        return UNKNOWN
    carrier = named.pop()
    if carrier != "fedex":
        return carrier
    return {12: "fedex12", 15: "fedex15"}.get(len(number), UNKNOWN)
