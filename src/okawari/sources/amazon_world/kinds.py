"""What a mail of an Amazon is about, and who cancelled why."""

from __future__ import annotations

from okawari.domain.message import SHOP_CAUSES, Cancel, CancelBy, CauseCode, MessageKind
from okawari.reading.causes import cause_in
from okawari.sources.amazon_world.letter import Letter

_SELLER_HOST = "marketplace.amazon."
_NEEDS_THE_BODY = {MessageKind.REFUND_ISSUED}


def kind_of(letter: Letter) -> MessageKind:
    """Return the kind: by the subject's first words, by the subject, by the body, by the sender; else OTHER."""
    if _SELLER_HOST in letter.sender:
        asks = letter.states("asks_buyer_to_cancel")
        return MessageKind.CANCEL_REQUESTED if asks else MessageKind.SELLER_MESSAGE
    kind = _by_subject(letter) or _by_body(letter)
    if kind in {MessageKind.CANCELLED, MessageKind.CANCEL_REQUESTED}:
        return _cancel_kind(letter, kind)
    if kind is None and letter.sender.startswith("auto-confirm@"):
        return MessageKind.ORDER_PLACED
    return kind or MessageKind.OTHER


def cancel_of(letter: Letter, kind: MessageKind) -> Cancel | None:
    """Return who cancelled and why, by the mail's own words; None for other kinds."""
    if kind is MessageKind.CANCEL_REQUESTED and _SELLER_HOST not in letter.sender:
        return Cancel(by=CancelBy.BUYER, cause=CauseCode.BUYER_REQUEST, wording=_request(letter))
    if kind not in {MessageKind.CANCELLED, MessageKind.PARTIALLY_CANCELLED, MessageKind.CANCEL_REQUESTED}:
        return None
    cause, wording = cause_in(letter.text, letter.language.causes)
    if kind is MessageKind.CANCEL_REQUESTED or cause in SHOP_CAUSES:
        return Cancel(by=CancelBy.SHOP, cause=cause, wording=wording)
    by = CancelBy.BUYER if cause is CauseCode.BUYER_REQUEST else CancelBy.UNKNOWN
    return Cancel(by=by, cause=cause, wording=wording)


def _by_subject(letter: Letter) -> MessageKind | None:
    for said in (letter.head, letter.subject):
        for kind, wording in letter.language.subject:
            if said and wording.search(said):
                return kind if kind not in _NEEDS_THE_BODY else _by_body(letter)
    return None


def _by_body(letter: Letter) -> MessageKind | None:
    return next(
        (kind for kind, wording in letter.language.body if any(wording.search(said) for said in letter.statements)),
        None,
    )


def _cancel_kind(letter: Letter, kind: MessageKind) -> MessageKind:
    """Return whether a cancel is done, wholly or partly, asked for, or refused (OTHER)."""
    if letter.states("not_cancelled"):
        return MessageKind.OTHER
    done = _by_body(letter) is MessageKind.CANCELLED
    if kind is MessageKind.CANCEL_REQUESTED or (letter.states("asked_by_buyer") and not done):
        return MessageKind.CANCELLED if done else MessageKind.CANCEL_REQUESTED
    partly = letter.states("partly") or bool(letter.language.wordings["partly"].search(letter.subject))
    return MessageKind.PARTIALLY_CANCELLED if partly else MessageKind.CANCELLED


def _request(letter: Letter) -> str:
    wanted = letter.language.wordings["asked_by_buyer"]
    return next((said for said in letter.statements if wanted.search(said)), "")
