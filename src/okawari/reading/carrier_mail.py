"""What a carrier's mail says: which parcels, and what became of them. By strong wordings only, the subject's first."""

from __future__ import annotations

import re
from datetime import datetime, timedelta

from okawari.domain.japan_time import in_japan, japan_day
from okawari.domain.mail import Mail
from okawari.domain.merchant import Merchant
from okawari.domain.message import MessageKind, Parcel, ParcelEvent, Understanding
from okawari.reading.dates import date_in, moment_in
from okawari.reading.labels import value_of
from okawari.reading.parcels import number_in, parcels_in
from okawari.reading.shop_mail.wordings import NEWSLETTER, OFFER, statements

_WORDINGS = (
    (ParcelEvent.RETURNED, r"(?:送り主|ご?依頼主|差出人)様?へ(?:返送|ご?返却)|\breturn(?:ed|ing) to (?:the )?sender\b"),
    (ParcelEvent.RESCHEDULED, r"再配達の?(?:ご?依頼|お?申込み?)(?:を|の)?(?:受付|受け付け)|(?:日時|場所|方法)(?:の)?変更(?:を|の)?(?:受付|受け付け|承)"),
    (
        ParcelEvent.FAILED_ATTEMPT,
        (r"ご?不在(?:の?(?:お知らせ|ご?連絡|通知)|でした|でし?たので|のため[^。]{0,12}(?:持ち?帰|持ち?戻))|持ち?(?:帰り|戻り)(?:まし|、)"
        r"|\b(?:we |sorry.{0,4} we )?missed you\b|\b(?:delivery attempt(?:ed)?|attempted (?:delivery|to deliver))\b|delivery unsuccessful"),
    ),
    (
        ParcelEvent.DELIVERED,
        (r"(?:お届け|配達|投函)(?:が|は|を)?(?:完了(?:いた|致|し|の?(?:お知らせ|ご?連絡|ご?報告|通知))|いたしました|致しました|しました|済み)"
        r"|\b(?:has|have|was|were)(?: been)?(?: successfully)? delivered\b|\bhas successfully delivered\b"),
    ),
    (
        ParcelEvent.OUT_FOR_DELIVERY,
        (r"(?:配達|配送)中です|(?:配達|持ち?出し)に(?:出発|向か)|持ち?出し中|本日(?:中に)?[^。]{0,16}(?:お届け|配達)(?:いたし|する予定|予定|に)"
        r"|\bout (?:for|with courier for) delivery\b|\b(?:coming|scheduled for delivery|delivery is|arriving) today\b|\bon a live map\b"
        r"|\bwith your local (?:\w+ )?courier\b"),
    ),
    (
        ParcelEvent.EXCEPTION,
        r"(?:お届け|配達|配送|輸送)[^。]{0,16}(?:遅れ|遅延)|\bdelivery exception\b|\bnew scheduled delivery date\b|\b(?:is|been|be) delayed\b|\bmay arrive later\b",
    ),
    (ParcelEvent.HELD, r"保管(?:して|いたして|期限)|お受け?取り(?:が可能|可能|いただけます)|\b(?:ready|available) for (?:pick-?up|collection)\b"),
    (
        ParcelEvent.SCHEDULED,
        r"(?:お届け|配達|配送)(?:の|を|に)?(?:予定|のお知らせ|する予定)|お届けのお知らせ|\b(?:expected|scheduled|estimated) delivery\b|\bscheduled for delivery\b|ship notification",
    ),
    (ParcelEvent.IN_TRANSIT, r"(?:輸送|運送)中です|(?:お荷物|荷物)(?:を|が)(?:お預かり|発送)|\bon (?:its|the) way\b|\bin transit\b|\bhas shipped\b"),
)  # fmt: skip
_EVENTS = tuple((event, re.compile(wording, re.IGNORECASE)) for event, wording in _WORDINGS)
_LATEST_WORD = (ParcelEvent.SCHEDULED, ParcelEvent.IN_TRANSIT)
"""What a mail says in passing beside the event it is about."""
_OPPOSED = frozenset({ParcelEvent.DELIVERED, ParcelEvent.FAILED_ATTEMPT, ParcelEvent.RETURNED})
_NOT_DONE = re.compile(
    r"(?:ません|いない|まだ|予定です|次第|場合|場合は|いただき?ますと)|\b(?:if|when|once|after|until|unless|not|could not|will)\b",
    re.IGNORECASE,
)
_DONE_LABEL = r"(?:お?届け|配達|投函)(?:完了)?(?:日時|時刻|日)|(?:持ち?帰り|ご?不在|訪問)(?:日時|時刻)"
_PLANNED_LABEL = (
    r"お?届け予定(?:日時?|日)|配達予定(?:日時?|日)|(?:Estimated|Expected|Scheduled) [Dd]elivery(?: [Dd]ate)?"
)
_PLANNED = re.compile(r"(?:本日|\d{1,2}[月/]\d{1,2})[^。\n]{0,30}お?届け(?:する)?予定")
_KIND = {
    ParcelEvent.SCHEDULED: MessageKind.SHIPPED,
    ParcelEvent.IN_TRANSIT: MessageKind.SHIPPED,
    ParcelEvent.OUT_FOR_DELIVERY: MessageKind.OUT_FOR_DELIVERY,
    ParcelEvent.DELIVERED: MessageKind.DELIVERED,
    ParcelEvent.EXCEPTION: MessageKind.DELAYED,
}
_LONGEST_TEXT = 60_000
_NEAR = timedelta(days=31)


def read_carrier_mail(
    mail: Mail, merchant: Merchant, *, reader: str, version: int, label: str | None = None
) -> Understanding | None:
    """Return what the mail of a carrier says, as read by `reader`; None where it names no event of a parcel.

    `label` is what the carrier calls its numbers, where that is not what everybody does. A planned delivery is `shipped`,
    on its very day `out_for_delivery`; nobody at home, a new date or a parcel held changes nothing: `other`.
    """
    text = mail.text[:_LONGEST_TEXT]
    event, by_subject = _event(mail.subject, text)
    if event is None or (NEWSLETTER.search(text) and OFFER.search(mail.subject)):
        return None
    found = parcels_in(text, mail.links, sender=merchant.name_en, **({"label": label} if label else {}))
    found = found or _in_subject(mail.subject, merchant)
    if not found and not by_subject:
        return None
    if event is ParcelEvent.SCHEDULED and _is_today(mail, text):
        event = ParcelEvent.OUT_FOR_DELIVERY
    return Understanding(
        merchant=merchant.id,
        kind=_KIND.get(event, MessageKind.OTHER),
        parcels=found,
        event=event,
        event_at=_event_at(mail, text) if event in _OPPOSED else None,
        reader=reader,
        reader_version=version,
    )


def _event(subject: str, text: str) -> tuple[ParcelEvent | None, bool]:
    """Return what the mail is about, and whether its subject says so; else the one event that its sentences state."""
    said = [event for event, wording in _EVENTS if wording.search(subject)]
    if said and said[0] not in _LATEST_WORD:
        return said[0], True
    stated = [one for one in statements(text) if not _NOT_DONE.search(one)]
    told = [event for event, wording in _EVENTS if any(wording.search(one) for one in stated)]
    if len(_OPPOSED.intersection(told)) > 1:
        return None, False
    return next(iter([*told, *said]), None), bool(said)


def _is_today(mail: Mail, text: str) -> bool:
    sent = japan_day(mail.date) if mail.date else None
    said = _PLANNED.search(text)
    planned = value_of(f"{mail.subject}\n{text}", _PLANNED_LABEL) or (said[0] if said else "")
    day = date_in(planned, sent)
    return planned.startswith("本日") or (day is not None and day == sent)


def _event_at(mail: Mail, text: str) -> datetime | None:
    """Return when it was, as the mail says; None where that is far from the day of the mail, or after it."""
    said = value_of(text, _DONE_LABEL)
    at = moment_in(said, japan_day(mail.date) if mail.date else None) if said else None
    if at is None or mail.date is None:
        return at
    age = in_japan(mail.date) - at
    return at if timedelta(minutes=-5) <= age <= _NEAR else None


def _in_subject(subject: str, merchant: Merchant) -> tuple[Parcel, ...]:
    number = number_in(subject)
    return parcels_in(f"Tracking number: {number}", sender=merchant.name_en) if number else ()
