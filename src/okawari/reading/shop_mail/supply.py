"""Whether a shop says that what was ordered will not come, be it with or without the word cancel."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from okawari.domain.message import SHOP_CAUSES
from okawari.reading.causes import ENGLISH, JAPANESE, stated_cause, unquoted
from okawari.reading.shop_mail import wordings as w

_IN_GENERAL = re.compile(r"不明|ご?質問|お?問い?合わ?せ|お気づき|何かござい|questions?\b", re.IGNORECASE)


def cannot_supply(statements: Sequence[str], whole: Iterable[str]) -> bool:
    """Return whether sentences say, for a reason of the shop's own, that goods will not come, all or in part.

    `statements` are those that suppose nothing, `whole` all of the mail.
    """
    stated = w.in_one(statements)
    if w.SENT_BACK.search(stated) or w.SENT_ANEW.search(stated):
        return False
    troubled = any(
        stated_cause(one, words) in SHOP_CAUSES and not w.BACK_FOR_WHAT_IS_KNOWN.search(one)
        for one in statements
        for words in (JAPANESE, ENGLISH)
    )
    return (troubled and _is_settled(stated, whole)) or any(
        _is_of_goods(one, found, troubled=troubled)
        for one in statements
        if not w.BACK_FOR_WHAT_IS_KNOWN.search(one)
        for found in w.CANNOT_SUPPLY.finditer(unquoted(one))
    )


def _is_settled(stated: str, whole: Iterable[str]) -> bool:
    """Return whether the shop goes on to what then is to become of the order, and not that the goods come later."""
    if w.DELAYED.search(stated) or w.BACKORDERED.search(stated):
        return False
    return bool(w.PARTLY_MISSING.search(stated) or w.MONEY_GOES_BACK.search(stated)) or asks_answer(whole)


def asks_answer(whole: Iterable[str]) -> bool:
    """Return whether the shop waits for an answer, which is more than that it may be asked."""
    return any(w.ASKS_ANSWER.search(one) and not _IN_GENERAL.search(one) for one in whole)


def _is_of_goods(sentence: str, found: re.Match[str], *, troubled: bool) -> bool:
    before = sentence[: found.start()]
    named = troubled or any(words.search(part) for words in (w.GOODS, w.CANCEL) for part in (before, found[0]))
    return named and not w.NOT_OF_GOODS.search(before)
