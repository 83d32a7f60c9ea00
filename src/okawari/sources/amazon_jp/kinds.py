"""What a mail is about: its subject first, then what its sentences state, then who sent it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from okawari.domain.message import MessageKind
from okawari.reading.causes import unquoted
from okawari.sources.amazon_jp import cancel, refund, seller_message
from okawari.sources.amazon_jp import kind_words as words
from okawari.sources.amazon_jp.letter import Letter
from okawari.sources.amazon_jp.lines import plain

_PREFIX = re.compile(rf"(?P<status>{'|'.join(words.STATUS)})(?: ?:|$)")


class Finding(NamedTuple):
    """A kind and the wording that told it ("" where only the sender did)."""

    kind: MessageKind
    wording: str


def kind_of(letter: Letter, said: Sequence[str]) -> Finding:
    """Return the kind of a mail; `said` are the sentences it states."""
    if words.PROMOTERS.match(letter.sender):
        return Finding(MessageKind.PROMOTION, letter.subject)
    found = _told(letter, said)
    if found.kind is MessageKind.DELAYED and (waits := _waits_for_goods(said)):
        return Finding(MessageKind.BACKORDERED, waits)
    return found


def _told(letter: Letter, said: Sequence[str]) -> Finding:
    if status := _PREFIX.match(plain(letter.subject)):
        return Finding(words.STATUS[status["status"]], letter.subject)
    if seller_message.passed_on(letter):
        return Finding(*seller_message.asks(said))
    return (
        _cancelled_or_refunded(letter.subject, said)
        or _by_wording((letter.subject,))
        or _by_status_line(letter)
        or _by_wording(said)
        or Finding(words.SENDERS.get(letter.sender.partition("@")[0], MessageKind.OTHER), "")
    )


def _waits_for_goods(said: Sequence[str]) -> str | None:
    return next(
        (s for s in said if words.WAITS_FOR_GOODS.search(plain(unquoted(s))) and not words.SUPPOSED.search(plain(s))),
        None,
    )


def has_status(subject: str) -> bool:
    """Return whether a subject begins with the status of the order and names the goods behind it (発送済み: 「…」)."""
    return _PREFIX.match(plain(subject)) is not None


def _cancelled_or_refunded(subject: str, said: Sequence[str]) -> Finding | None:
    if refund.headline(subject) and not cancel.headline(subject):
        return Finding(MessageKind.REFUND_ISSUED, refund.issued(said) or subject)
    in_subject = cancel.stage_of((subject,))
    if in_subject is not None and in_subject[0] is cancel.Stage.REFUSED:
        return Finding(MessageKind.OTHER, subject)
    stage = in_subject or cancel.stage_of(said)
    if stage is not None and stage[0] is not cancel.Stage.REFUSED:
        done = stage[0] is cancel.Stage.DONE
        return Finding(MessageKind.CANCELLED if done else MessageKind.CANCEL_REQUESTED, stage[1])
    if cancel.headline(subject):
        return Finding(MessageKind.OTHER, stage[1]) if stage else Finding(MessageKind.CANCELLED, subject)
    issued = refund.issued(said)
    return Finding(MessageKind.REFUND_ISSUED, issued) if issued else None


def _by_status_line(letter: Letter) -> Finding | None:
    """Return the kind that a status word alone on its line tells; the whole row of the progress bar tells none."""
    found = tuple(dict.fromkeys(word for line in letter.lines if (word := plain(line)) in words.STATUS))
    return Finding(words.STATUS[found[0]], found[0]) if len(found) == 1 else None


def _by_wording(said: Sequence[str]) -> Finding | None:
    texts = [(plain(unquoted(sentence)), sentence) for sentence in said]
    for kind, pattern in words.WORDINGS.items():
        for text, sentence in texts:
            if pattern.search(text) and not words.SUPPOSED.search(text):
                return Finding(kind, sentence)
    return None
