"""Cancellations: whether one is stated, by whom, why, and whether the whole order is meant."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from enum import Enum, auto
from functools import lru_cache

from okawari.domain.message import SHOP_CAUSES, Cancel, CancelBy, CauseCode
from okawari.reading.causes import ENGLISH, RESTOCKED_SINCE, stated_cause, unquoted
from okawari.sources.amazon_jp import cancel_words as words
from okawari.sources.amazon_jp.lines import plain
from okawari.sources.amazon_jp.seller import is_amazon


class Stage(Enum):
    """How far a cancellation has come."""

    DONE = auto()
    REQUESTED = auto()
    REFUSED = auto()


_JAPANESE = re.compile(r"[\u3040-\u30ff\u4e00-\u9fff]")


def stage_of(said: Sequence[str]) -> tuple[Stage, str] | None:
    """Return how far a cancellation has come and the sentence that says it, None where nothing states one."""
    told = [(stage, sentence) for sentence in said if (stage := _stage_in(sentence)) is not None]
    done = next((one for one in told if one[0] is Stage.DONE), None)
    return done or (told[0] if told else _withheld(said))


@lru_cache(1024)  # shops say most things in the same sentences
def _stage_in(sentence: str) -> Stage | None:
    text = plain(unquoted(sentence))
    if RESTOCKED_SINCE.search(text):
        return None
    if words.REFUSED.search(text):
        return Stage.REFUSED
    if words.SUPPOSED.search(text) or words.NOT_AN_ORDER.search(text):
        return None
    if words.DONE.search(text):
        return Stage.DONE
    return Stage.REQUESTED if words.REQUESTED.search(text) else None


def headline(subject: str) -> bool:
    """Return whether a subject announces a cancellation by its noun alone (ご注文のキャンセルのお知らせ)."""
    text = plain(unquoted(subject))
    other = "リクエスト" in text or words.NOT_AN_ORDER.search(text) or RESTOCKED_SINCE.search(text)
    return bool(words.HEADLINE.search(text)) and not other


def cause_of(said: Sequence[str], ignored: Collection[CauseCode] = ()) -> tuple[CauseCode, str]:
    """Return the cause and the sentence that gives it; (UNKNOWN, "") where none or different ones are given.

    A sentence that speaks of the cancellation, or a line 理由：…, outweighs one that only stands beside it. Causes that
    are `ignored` are not looked at.
    """
    near: dict[CauseCode, str] = {}
    beside: dict[CauseCode, str] = {}
    for sentence in said:
        cause = stated_cause(sentence) if _JAPANESE.search(sentence) else stated_cause(sentence, ENGLISH)
        if cause is None or cause in ignored:
            continue
        text = plain(unquoted(sentence))
        weighty = bool(words.DONE.search(text) or words.REASON.search(text) or words.WITHHELD.search(text))
        (near if weighty else beside).setdefault(cause, sentence)
    for found in (near, beside):
        if found:
            return next(iter(found.items())) if len(found) == 1 else (CauseCode.UNKNOWN, "")
    return CauseCode.UNKNOWN, ""


def is_partial(said: Sequence[str]) -> bool:
    """Return whether only some of the goods of the order are cancelled."""
    return any(words.PART.search(text) and not words.REST_TOO.search(text) for text in map(plain, said))


def read_cancel(said: Sequence[str], stated: str, seller: str | None, shipped_by: str | None) -> Cancel:
    """Return who cancelled and why. `stated` is the sentence that states the cancellation."""
    cause, wording = cause_of(said)
    by = _by(said, stated, cause, seller, shipped_by)
    if by is CancelBy.BUYER and cause is CauseCode.UNKNOWN:
        cause, wording = CauseCode.BUYER_REQUEST, next((s for s in said if _said_of(words.BY_BUYER, s)), stated)
    return Cancel(by=by, cause=cause, wording=wording)


def _by(said: Sequence[str], stated: str, cause: CauseCode, seller: str | None, shipped_by: str | None) -> CancelBy:
    third_party = seller is not None and not is_amazon(seller)
    if cause is CauseCode.BUYER_REQUEST:
        return CancelBy.BUYER
    if cause is CauseCode.UNKNOWN and any(_said_of(words.BY_BUYER, sentence) for sentence in said):
        return CancelBy.BUYER
    if any(_said_of(words.BY_SELLER, sentence) for sentence in said):
        return CancelBy.SHOP
    if third_party and any(_said_of(words.BY_PLATFORM, sentence) for sentence in said):
        return CancelBy.PLATFORM
    if third_party and (cause is CauseCode.PAYMENT or (shipped_by is not None and is_amazon(shipped_by))):
        return CancelBy.PLATFORM  # a seller can cancel neither a pending order nor one that Amazon ships (MKT-FBA-01)
    if third_party:
        return CancelBy.SHOP if cause in SHOP_CAUSES else CancelBy.UNKNOWN
    humble = words.HUMBLE.search(stated) is not None
    return CancelBy.SHOP if seller or humble or cause is not CauseCode.UNKNOWN else CancelBy.UNKNOWN


def _said_of(pattern: re.Pattern[str], sentence: str) -> bool:
    text = plain(unquoted(sentence))
    found = pattern.search(text)
    if found is None or words.SUPPOSED.search(text):
        return False
    return words.DENIED.search(text[found.end() :]) is None


def _withheld(said: Sequence[str]) -> tuple[Stage, str] | None:
    """Return a delivery that was given up, with the money to come back: a cancellation without the word."""
    stated = next((s for s in said if words.WITHHELD.search(plain(s)) and not words.SUPPOSED.search(plain(s))), None)
    returned = any(words.MONEY_BACK.search(plain(s)) and not words.SUPPOSED.search(plain(s)) for s in said)
    return (Stage.DONE, stated) if stated and returned else None
