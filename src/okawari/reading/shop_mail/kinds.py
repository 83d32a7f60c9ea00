"""What a mail is about, by strong wordings only: a weak one leaves it `other`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from okawari.domain.message import SHOP_CAUSES, CancelBy, CauseCode, MessageKind, Parcel
from okawari.reading.causes import ENGLISH, JAPANESE, RESTOCKED_SINCE, cause_in, sentences, stated_cause
from okawari.reading.labels import labelled, value_of
from okawari.reading.shop_mail import supply
from okawari.reading.shop_mail import wordings as w
from okawari.reading.spelling import plainly_spelt

_CHOICE = re.compile(
    r"か、|か(?:を|ご)|または|どちら|もしくは|あるいは|それとも|\bor\b|[①②③]|(?:キャンセル|取り消し|返金|見送り)(?:も(?:承|可能|でき|大丈夫)|でも(?:構い|大丈夫)|をご?希望)|(?:こと|の|よう)でしたら|難し(?:けれ|いよう)|いずれか|ことも可能|(?:でき|待て)な|お待ちいただけな|ご?(?:連絡|返信)[がの]?(?:な|いただけな)い場合|^[(（]?[1-3１-３][)）.．]",
    re.IGNORECASE,
)
_ANSWER_WINDOW = 5
_FOR_THOSE_WHO_WISH = re.compile(r"希望(?:の|され|する)|方は|お客様(?:の)?(?:ご)?都合")
_REASON_LABEL = r"(?:キャンセル|取り?消し?)の?理由"
_DEADLINE = re.compile(r"以内|期限|自動")
_PAST = re.compile(r"ました|完了|cancel", re.IGNORECASE)
_OF_MONEY = re.compile(r"(?:決済|与信|オーソリ|売上|課金|会員登録|\d円)(?:(?!注文|予約|取引)[^。、]){0,12}$")
"""What stands before a cancel that is one of a charge, not of an order."""
_STRONGLY_PLACED = re.compile(r"承り|受け?付|お受け|received your order", re.IGNORECASE)
_THANKS = re.compile(r"ありがとう|thank", re.IGNORECASE)


@dataclass(frozen=True)
class Said:
    """A mail's words, with what is known of its setting.

    `numbered`: an order number is labelled. `priced`: a total or items are. `known`: it speaks in a known name. `parcels` are those whose numbers are
    labelled or linked, looked for when asked. `letter` is the part of `text` whose sentences count.
    """

    subject: str
    text: str
    letter: str
    numbered: bool
    priced: bool
    known: bool
    parcels: Sequence[Parcel]

    @cached_property
    def statements(self) -> tuple[str, ...]:
        """Return the subject and the sentences that state something."""
        return (plainly_spelt(self.subject), *w.statements(self.letter))

    @cached_property
    def stated(self) -> str:
        """Return the statements as one text."""
        return w.in_one(self.statements)

    @cached_property
    def whole(self) -> tuple[str, ...]:
        """Return all sentences, plainly spelt."""
        return tuple(plainly_spelt(one) for one in sentences(self.letter))

    @cached_property
    def cause(self) -> tuple[CauseCode, str]:
        """Return the cause that the mail states, and the sentence; what a label names as the reason comes first."""
        reason = next((one for one in labelled(self.text, _REASON_LABEL) if one.value), None)
        if reason:
            line = self.text.splitlines()[reason.line].strip()
            wording = line if reason.value in line else reason.value
            return stated_cause(reason.value) or CauseCode.UNKNOWN, wording
        found = cause_in(self.letter, JAPANESE)
        if found[0] is CauseCode.UNKNOWN:
            found = cause_in(self.letter, ENGLISH)
        if found[0] is CauseCode.UNKNOWN and (by_subject := stated_cause(self.subject)):
            found = by_subject, self.subject
        by_seller = found[0] is CauseCode.BUYER_REQUEST and w.ASKED_BY_SELLER.search(found[1])
        return (CauseCode.UNKNOWN, "") if by_seller else found

    @cached_property
    def sorry(self) -> bool:
        """Return whether the shop is sorry for something."""
        return self.states(w.SORRY)

    def states(self, wording: re.Pattern[str]) -> bool:
        """Return whether a statement has the wording."""
        return wording.search(self.stated) is not None

    def before(self, wording: re.Pattern[str]) -> Iterator[str]:
        """Yield what stands in a statement up to the end of the wording."""
        return (one[: found.end()] for one in self.statements if (found := wording.search(one)))


def kind_of(said: Said) -> MessageKind:
    """Return what the mail is about, `OTHER` where no strong wording says it."""
    if _is_card_use(said):
        return MessageKind.CARD_USED
    if not said.numbered and w.NEWSLETTER.search(said.text):
        return _news(said)
    if said.states(w.TAKEN_BACK):
        return MessageKind.OTHER
    if said.numbered or (said.known and said.states(w.ABOUT_AN_ORDER)):
        kind = _trouble(said) or _progress(said)
        if kind:
            return kind
    news = _news(said)
    must_answer = said.states(w.ORDERED_TWICE) or any(w.ANSWER_OR_CANCEL.search(one) for one in said.whole)
    about_goods = (said.states(w.ABOUT_STOCK) and not said.states(w.AT_HAND)) or said.cause[0] in SHOP_CAUSES
    if (
        said.numbered
        and (about_goods or must_answer)
        and news is MessageKind.OTHER
        and not w.NEWSLETTER.search(said.text)
    ):
        return MessageKind.SELLER_MESSAGE
    return news


def cancelled_by(said: Said, kind: MessageKind) -> CancelBy:
    """Return who cancelled or asks for it, as far as the words tell."""
    cause = said.cause[0]
    if kind is MessageKind.CANCEL_REQUESTED and said.states(w.ASKED_BY_SELLER):
        return CancelBy.SHOP
    if kind is MessageKind.CANCEL_REQUESTED:
        return CancelBy.BUYER if said.states(w.ASKED_BY_BUYER) and not _asks_buyer(said) else CancelBy.SHOP
    if cause is CauseCode.BUYER_REQUEST or (cause is CauseCode.UNKNOWN and said.states(w.ACCEPTED_FROM_BUYER)):
        return CancelBy.BUYER
    if said.states(w.PLATFORM_DECIDED):
        return CancelBy.PLATFORM
    if cause in SHOP_CAUSES or said.states(w.SHOP_DECIDED):
        return CancelBy.SHOP
    return CancelBy.UNKNOWN


def asks_choice(said: Said) -> bool:
    """Return whether the shop asks: wait, change or cancel?"""
    troubled = (
        said.cause[0] in SHOP_CAUSES or said.sorry or any(map(said.states, (w.BACKORDERED, w.DELAYED, w.CANNOT_SUPPLY)))
    )
    listed = (said.statements[0], *said.whole)
    for place, one in enumerate(listed):
        if (w.ASKS_ANSWER if troubled else w.ASKS_WHICH).search(one):
            near = " ".join(listed[max(0, place - _ANSWER_WINDOW) : place + _ANSWER_WINDOW])
            options = sum(bool(option.search(near)) for option in (w.WAIT_FOR_IT, w.AS_IT_IS, w.CHANGE, w.NO_LONGER))
            if options >= 2 and _CHOICE.search(near):
                return not said.states(w.CANCEL_DONE)
    return False


def cannot_supply(said: Said) -> bool:
    """Return whether the shop says that what was ordered will not come, all or in part."""
    return not w.PLACED_SUBJECT.search(said.subject) and supply.cannot_supply(said.statements, said.whole)


def _is_card_use(said: Said) -> bool:
    return bool(
        w.CARD_USED.search(said.subject)
        and value_of(said.text, r"ご?利用金額")
        and value_of(said.text, r"ご?利用(?:先|店|日)")
    )


def _trouble(said: Said) -> MessageKind | None:
    """Return what went wrong, the most telling first."""
    if _asks_buyer(said):
        return MessageKind.CANCEL_REQUESTED
    if asks_choice(said):
        return MessageKind.SELLER_MESSAGE
    if said.states(w.SUBSTITUTE) or (said.cause[0] in SHOP_CAUSES and any(map(w.INSTEAD_AT_HAND.search, said.whole))):
        return MessageKind.SUBSTITUTE_OFFERED
    cancelled = _is_cancelled(said)
    if (said.states(w.ASKED_BY_BUYER) or said.states(w.ASKED_BY_SELLER)) and not cancelled:
        return MessageKind.OTHER if said.states(w.CANCEL_REFUSED) else MessageKind.CANCEL_REQUESTED
    if cancelled:
        return MessageKind.PARTIALLY_CANCELLED if _is_partly(said) else MessageKind.CANCELLED
    if cannot_supply(said):
        return _without_the_word(said)
    if said.states(w.PAYMENT_FAILED):
        return MessageKind.PAYMENT_FAILED
    return MessageKind.REFUND_ISSUED if said.states(w.REFUNDED) else None


def _without_the_word(said: Said) -> MessageKind:
    """Return what it comes to that goods will not come, where no cancel is named: one, where the money goes back too."""
    if supply.asks_answer(said.whole) or not said.states(w.MONEY_GOES_BACK):
        return MessageKind.SELLER_MESSAGE
    return MessageKind.PARTIALLY_CANCELLED if _is_partly(said) else MessageKind.CANCELLED


def _is_partly(said: Said) -> bool:
    return said.states(w.PARTLY) or said.states(w.PARTLY_MISSING) or said.states(w.REST_COMES)


def _progress(said: Said) -> MessageKind | None:
    """Return how far the order has come: by the subject, else by the body."""
    if w.SHIPPED_SUBJECT.search(said.subject):
        return MessageKind.SHIPPED
    placed_subject = w.PLACED_SUBJECT.search(said.subject)
    if placed_subject and (said.priced or _STRONGLY_PLACED.search(said.subject) or _THANKS.search(said.subject)):
        return MessageKind.ORDER_PLACED
    for kind, wording in (
        (MessageKind.DELIVERED, w.DELIVERED),
        (MessageKind.OUT_FOR_DELIVERY, w.ON_THE_WAY),
        (MessageKind.SHIPPED, w.SHIPPED),
    ):
        if said.states(wording):
            return None if w.REVIEW_SUBJECT.search(said.subject) else kind
    if said.parcels and value_of(said.text, r"(?:発送|出荷)日"):
        return MessageKind.SHIPPED
    placed = [one for one in said.statements if w.PLACED.search(one) and stated_cause(one) not in SHOP_CAUSES]
    if placed and any(_STRONGLY_PLACED.search(one) for one in placed):
        return MessageKind.ORDER_PLACED
    if said.states(w.BACKORDERED):
        return MessageKind.BACKORDERED
    if said.states(w.DELAYED) or _is_late(said):
        return MessageKind.DELAYED
    return MessageKind.ORDER_PLACED if placed and said.priced else None


def _is_late(said: Said) -> bool:
    return said.sorry and any(
        not w.NOT_OF_COMING.search(one[: found.start()]) for one in said.statements for found in w.LATE.finditer(one)
    )


def _news(said: Said) -> MessageKind:
    if said.states(w.RESTOCKED):
        return MessageKind.RESTOCK
    if w.NEWSLETTER.search(said.text) and w.OFFER.search(said.subject):
        return MessageKind.PROMOTION
    return MessageKind.OTHER


def _asks_buyer(said: Said) -> bool:
    """Return whether the shop, for a reason of its own, asks the buyer to cancel."""
    asks = any(
        w.ASKS_BUYER_TO_CANCEL.search(one) and not _FOR_THOSE_WHO_WISH.search(one) and not w.CANCEL_DONE.search(one)
        for one in said.statements
    )
    return asks and (said.cause[0] in SHOP_CAUSES or bool(w.CANCEL.search(said.subject)))


def _is_cancelled(said: Said) -> bool:
    thanks = w.PLACED_SUBJECT.search(said.subject) and not w.CANCEL.search(said.subject)
    if thanks and said.cause[0] not in SHOP_CAUSES:
        return False
    asked = said.states(w.ASKED_BY_BUYER) or said.states(w.ASKED_BY_SELLER)
    if w.CANCEL_SUBJECT.search(said.subject) and not asked and not RESTOCKED_SINCE.search(said.subject):
        return True
    return said.states(w.CANCEL_DONE) and any(
        any(not _OF_MONEY.search(one[: found.start()]) for found in w.CANCEL_DONE.finditer(one))
        and not RESTOCKED_SINCE.search(one)
        and (not _DEADLINE.search(one) or bool(_PAST.search(one)))
        for one in said.statements
    )
