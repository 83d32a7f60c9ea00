"""Stand-ins for what is personal: the same value gives the same one, of the same length and script."""

from __future__ import annotations

import hashlib
import hmac
import re
from collections.abc import Callable, Iterator
from typing import Final

_KANJI: Final = "青木石川田中村山口小林森原野島本上下大内西東南北千代葉松竹梅花月星春夏秋冬海空風里沢谷岡"
_HIRAGANA: Final = "あいうえおかきくけこさしすせそたちつてとなにぬねのはまみむもやゆよらりるれろわ"
_KATAKANA: Final = "アイウエオカキクケコサシスセソタチツテトナニヌネノハマミムモヤユヨラリルレロワ"
_HALF_KATAKANA: Final = "ｱｲｳｴｵｶｷｸｹｺｻｼｽｾｿﾀﾁﾂﾃﾄﾅﾆﾇﾈﾉﾊﾏﾐﾑﾓﾔﾕﾖﾗﾘﾙﾚﾛﾜ"
_SMALL: Final = "abcdefghijklmnopqrstuvwxyz"
_DIGITS: Final = "0123456789"
_WIDE_DIGITS: Final = "０１２３４５６７８９"
_ALPHABETS: Final = (
    (re.compile("[0-9]"), _DIGITS),
    (re.compile("[０-９]"), _WIDE_DIGITS),
    (re.compile("[a-z]"), _SMALL),
    (re.compile("[A-Z]"), _SMALL.upper()),
    (re.compile("[ぁ-ゖ]"), _HIRAGANA),
    (re.compile("[ァ-ヺ]"), _KATAKANA),
    (re.compile("[ｦ-ﾝ]"), _HALF_KATAKANA),
    (re.compile("[々〆㐀-鿿豈-﫿]"), _KANJI),
)
_DATE: Final = re.compile(r"(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])")
_TRIES: Final = 20_000


class StandIns:
    """Makes stand-ins from a key: without the key nobody can tell which value one stands for."""

    def __init__(self, key: bytes, proves: Callable[[str], object]) -> None:
        """Keep the key, and what the check digits of a parcel's number prove."""
        self._key = key
        self._proves = proves

    def shaped(self, value: str) -> str:
        """Return text in which each letter and digit is another of its script; everything else stays."""
        draws = self._draws(value)
        return "".join(self._letter(letter, next(draws)) for letter in value)

    def order(self, value: str) -> str:
        """Return an order's number: its letters stay, and the digits of a date in it."""
        groups = re.split(r"(\D+)", value)
        draws = self._draws(value)
        return "".join(
            group if not group.isdigit() or _DATE.fullmatch(group) else self._digits(group, draws) for group in groups
        )

    def parcel(self, value: str) -> str:
        """Return a parcel's number that proves of itself what the original does, as to its carriers and check digits."""
        wanted = self._proves(value)
        for number in range(_TRIES):
            made = self._digits(value, self._draws(f"{number}/{value}"))
            if made != value and self._proves(made) == wanted:
                return made
        return self._digits(value, self._draws(value))

    def documented(self, value: str) -> str:
        """Return an IPv4 address of the range for documentation (RFC 5737)."""
        return f"192.0.2.{1 + next(self._draws(value)) % 254}"

    def _digits(self, value: str, draws: Iterator[int]) -> str:
        return "".join(self._digit(letter, next(draws)) if letter.isdigit() else letter for letter in value)

    def _digit(self, letter: str, draw: int) -> str:
        return (_WIDE_DIGITS if letter in _WIDE_DIGITS else _DIGITS)[1 + draw % 9]

    def _letter(self, letter: str, draw: int) -> str:
        for pattern, alphabet in _ALPHABETS:
            if pattern.match(letter):
                at = draw % len(alphabet)
                return alphabet[at] if alphabet[at] != letter else alphabet[at - 1]
        return letter

    def _draws(self, value: str) -> Iterator[int]:
        """Yield numbers that depend on the value and the key alone."""
        block = 0
        while True:
            yield from hmac.digest(self._key, f"{block}:{value}".encode("utf-8", "replace"), hashlib.sha256)
            block += 1
