"""Who a statement's row speaks of: merchants as cards, banks and wallets write them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection

from okawari.domain.merchant import Merchant

_DROPPED = re.compile(r"[\s.*・,'\"-]+")
_SMALL_KANA = str.maketrans("ァィゥェォッャュョヮ", "アイウエオツヤユヨワ")


def plain_payee(text: str) -> str:
    """Return a statement's wording as it is compared: NFKC, capitals, full-size kana, no spaces and dots."""
    folded = unicodedata.normalize("NFKC", text).upper().translate(_SMALL_KANA)
    return _DROPPED.sub("", folded)


class Payees:
    """The merchants that may stand on a statement.

    Where nobody knows how statements write a shop, the names it goes by stand in for it.
    """

    def __init__(self, merchants: Collection[Merchant]) -> None:
        self._names = sorted(
            ((plain_payee(name), merchant.id) for merchant in merchants for name in _names(merchant)),
            key=lambda entry: (-len(entry[0]), entry[0]),
        )
        self._told = frozenset(merchant.id for merchant in merchants if merchant.statement_names)

    def are_told_of(self, merchant: str) -> bool:
        """Return whether it is known how statements write a merchant."""
        return merchant in self._told

    def of(self, wording: str) -> str | None:
        """Return the id of the merchant that the row's wording names, None where it names none that is known.

        The longest name decides: a shop's other services stand there under longer names of their own.
        """
        plain = plain_payee(wording)
        return next((merchant for name, merchant in self._names if name and name in plain), None)


def _names(merchant: Merchant) -> tuple[str, ...]:
    if merchant.statement_names or merchant.kind != "shop":
        return merchant.statement_names
    return (merchant.name_ja, merchant.name_en, *merchant.brand_words)
