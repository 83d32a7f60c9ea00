"""Messages of a marketplace seller, as Amazon passes them on: what the seller did, asks or offers."""

from __future__ import annotations

import re
from collections.abc import Sequence

from okawari.domain.message import Cancel, CancelBy, CauseCode, MessageKind
from okawari.reading.causes import RESTOCKED_SINCE, unquoted
from okawari.reading.shop_mail import supply
from okawari.sources.amazon_jp.cancel import Stage, cause_of, stage_of
from okawari.sources.amazon_jp.cancel_words import CANCEL
from okawari.sources.amazon_jp.letter import Letter
from okawari.sources.amazon_jp.lines import any_of, plain

_RELAY = re.compile(r"@(?:m\.)?marketplace\.amazon\.(?:co\.jp|com)$")
_SUBJECT = re.compile(r"出品者[^。]{0,60}から(?:の)?(?:メッセージ|お問い合わせ|ご?連絡|お知らせ)")
_PASSED_ON = re.compile(
    r"出品者[^。\n]{0,60}から(?:の)?メッセージ(?:が届|です|をお届け|をお伝え|[:：])|メッセージ(?:は)?ここから|Begin message",
    re.IGNORECASE,
)
_MARKETPLACE = re.compile(
    r"[ \u3000]*[-–—(（|/／][ \u3000]*(?:via )?(?:Amazon|アマゾン).*$|(?:Amazon|アマゾン).*$", re.IGNORECASE
)
_BEGIN = re.compile(
    r"[-─=*＊ \u3000]*(?:.{0,20}メッセージ(?:は)?(?:ここから|以下)|.{0,10}begin message).*", re.IGNORECASE
)
_END = re.compile(r"[-─=*＊ \u3000]*(?:.{0,20}メッセージ(?:は)?ここまで|.{0,10}end message).*", re.IGNORECASE)
_PLEASE = r"(?:お願い|いただけ|頂け|ください|下さい)"
_ASKS_TO_CANCEL = any_of(
    rf"(?:お客様|そちら|購入者|注文履歴|アカウント|マイページ|ご自身)[^。]{{0,50}}{CANCEL}[^。]{{0,40}}{_PLEASE}",
    rf"{CANCEL}の?(?:リクエスト|申請|お?手続き?|ご?依頼|操作|ボタン)[^。]{{0,30}}(?:{_PLEASE}|送って)",
    rf"{CANCEL}(?:を|して)?(?:していただ|して頂|いただけ|頂け|お願い|してください|して下さい)",
    r"(?:please|kindly|could you|can you|would you)[^.]{0,60}\bcancel",
)
_CHOOSE = r"(?:か|いずれ|ご希望|お選び|ご返信|お知らせ|お聞かせ|ご連絡)"
_CHOICE = any_of(
    rf"(?:お待ち|待っ)[^。]{{0,60}}{CANCEL}[^。]{{0,60}}{_CHOOSE}",
    rf"{CANCEL}[^。]{{0,40}}(?:お待ち|待っ)[^。]{{0,60}}{_CHOOSE}",
    rf"(?:いずれか|どちら|どれか)[^。]{{0,60}}{_CHOOSE}",
    rf"(?:ご希望|お待ちいただけない|よろしくない)[^。]{{0,12}}(?:場合|際)[^。]{{0,20}}{CANCEL}[^。]{{0,40}}{_PLEASE}",
    rf"{CANCEL}(?:を|も)?(?:ご希望|され)[^。]{{0,8}}場合[^。]{{0,40}}(?:{_PLEASE}|お知らせ|ご連絡|ご返信)",
)
_IF = r"場合|ご希望で|でしたら"
_ON_CONDITION = any_of(_IF)
_ASKS_TO_WAIT = any_of(r"お待ち(?:いただけ|頂け|いただ(?:き|く)ことは)[^。]{0,20}(?:でしょうか|ますか|[?？])")
_SUBSTITUTE = any_of(
    r"代替(?:品|の?商品)|代わりの?(?:商品|品|もの)|代わりに[^。]{0,30}(?:お送り|お届け|発送|ご用意|ご提案)",
    r"(?:同等|類似|後継|別)(?:の)?(?:品|商品|モデル|カラー|色)[^。]{0,30}(?:いかが|ご提案|ご案内|ご用意|お送り|変更)",
    r"に(?:変更して|替えて|代えて)[^。]{0,20}(?:お送り|お届け|発送|よろしい|いかが)",
)
_SHIPPED = any_of(
    rf"^(?!.*(?:{_IF}|予定|まだ|前に|後(?:の|に|は)|以降|別の|他の)).*(?:発送|出荷)(?:が)?(?:いた|致)?(?:し|され|完了し|完了いたし)ました(?!ら)",
    r"^(?!.*\b(?:if|when|once|not|other)\b).*\b(?:have|has|was|were)(?: been)? shipped\b",
)
_CAME_BACK = any_of(r"返送|戻って(?:きて|まい|参|来)|宛(?:先|所)不明|紛失|破損")


def passed_on(letter: Letter) -> bool:
    """Return whether a seller wrote the mail through Amazon."""
    return bool(_RELAY.search(letter.sender) or _SUBJECT.search(letter.subject) or _PASSED_ON.search(letter.text))


def seller_of(letter: Letter) -> str | None:
    """Return the seller that the sender of a message passed on by Amazon names, or None."""
    if not _RELAY.search(letter.sender):
        return None
    return _MARKETPLACE.sub("", letter.display).strip(" 　\"'") or None


def asks_to_cancel(sentence: str) -> bool:
    """Return whether a sentence asks the buyer to cancel."""
    text = plain(unquoted(sentence))
    return _ASKS_TO_CANCEL.search(text) is not None and _ON_CONDITION.search(text) is None


def asks_choice(said: Sequence[str]) -> bool:
    """Return whether a seller leaves it to the buyer to wait, to change or to cancel."""
    texts = [plain(unquoted(sentence)) for sentence in said]
    waits = any(_ASKS_TO_WAIT.search(text) for text in texts) and any("キャンセル" in text for text in texts)
    return waits or any(_CHOICE.search(text) for text in texts)


def cannot_supply(said: Sequence[str]) -> Cancel | None:
    """Return why a seller says that the goods will not come, None where none says so."""
    if not supply.cannot_supply(said, said):
        return None
    cause, wording = cause_of(said, ignored=(CauseCode.BUYER_REQUEST,))
    return Cancel(by=CancelBy.SHOP, cause=cause, wording=wording)


def message_lines(lines: Sequence[str]) -> Sequence[str]:
    """Return the seller's own lines where marks set them off, else all."""
    begin = next((at + 1 for at, line in enumerate(lines) if _BEGIN.fullmatch(line.strip())), 0)
    end = next((at for at in range(begin, len(lines)) if _END.fullmatch(lines[at].strip())), len(lines))
    return lines[begin:end]


def asks(said: Sequence[str]) -> tuple[MessageKind, str]:
    """Return what a seller's message is, and the sentence that makes it so ("" for a message that only tells something).

    A choice between waiting and cancelling is a `seller_message`; a request that the buyer cancels is
    `cancel_requested`; "we have cancelled" is `cancelled`; "we have shipped" is `shipped`, unless something went wrong.
    """
    asking = next((sentence for sentence in said if asks_to_cancel(sentence)), None)
    stage = stage_of(said)
    if stage is not None and stage[0] is Stage.DONE and asking is None:
        return MessageKind.CANCELLED, stage[1]
    if choice := _first(_CHOICE, said):
        return MessageKind.SELLER_MESSAGE, choice
    if offer := _first(_SUBSTITUTE, said):
        return MessageKind.SUBSTITUTE_OFFERED, offer
    if asking is not None:
        return MessageKind.CANCEL_REQUESTED, asking
    if again := _first(RESTOCKED_SINCE, said):
        return MessageKind.RESTOCK, again
    if (sent := _first(_SHIPPED, said)) and not any(_CAME_BACK.search(plain(unquoted(one))) for one in said):
        return MessageKind.SHIPPED, sent
    return MessageKind.SELLER_MESSAGE, _first(_ASKS_TO_WAIT, said)


def _first(pattern: re.Pattern[str], said: Sequence[str]) -> str:
    return next((sentence for sentence in said if pattern.search(plain(unquoted(sentence)))), "")
