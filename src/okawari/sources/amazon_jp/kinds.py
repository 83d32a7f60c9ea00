"""What a mail is about: its subject first, then what its sentences state, then who sent it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from okawari.domain.message import MessageKind
from okawari.reading.causes import unquoted
from okawari.sources.amazon_jp import cancel, refund, seller_message
from okawari.sources.amazon_jp.letter import Letter
from okawari.sources.amazon_jp.lines import plain

_STATUS = {
    "注文済み": MessageKind.ORDER_PLACED,
    "予約済み": MessageKind.ORDER_PLACED,
    "発送済み": MessageKind.SHIPPED,
    "配達中": MessageKind.OUT_FOR_DELIVERY,
    "配送中": MessageKind.SHIPPED,
    "配達済み": MessageKind.DELIVERED,
    "配達完了": MessageKind.DELIVERED,
    "お届け済み": MessageKind.DELIVERED,
    "遅延": MessageKind.DELAYED,
    "配達遅延": MessageKind.DELAYED,
    "お届け遅延": MessageKind.DELAYED,
    "キャンセル済み": MessageKind.CANCELLED,
    "返金済み": MessageKind.REFUND_ISSUED,
}
_PREFIX = re.compile(rf"(?P<status>{'|'.join(_STATUS)})(?: ?:|$)")
_PROMOTION = re.compile(r"^(?:store-news|store_news|promotion|deals|marketing|vfe-campaign|p-?campaign)[\w.+-]*@")
_WORDINGS: tuple[tuple[MessageKind, re.Pattern[str]], ...] = (
    (
        MessageKind.PAYMENT_FAILED,
        re.compile(
            r"お?支払い?(?:い)?(?:方法|情報|が|の|は|を)?[^。]{0,24}(?:問題が(?:あ|発生|ござ)|承認され(?:ません|て(?:い|お)り?ません)|承認(?:が|を)(?:得|受け|いただけ)[^。]{0,6}ません|処理でき(?:ません|なかった)|失敗し|エラー|確認でき(?:ません|ておりません|ていません)|完了(?:できません|し(?:ません|て(?:い|お)り?ません))|お手続きができません)"
            r"|お?支払い?(?:い)?(?:方法|情報)(?:の|を|が)?(?:ご?(?:更新|変更|修正|確認|訂正)(?:して(?:ください|下さい)|が必要|(?:の|を)お願い|ください|下さい))"
            r"|カード[^。]{0,16}(?:承認され|有効期限が切れ|ご利用いただけ(?:ません|ない)|お取り?扱いできません|拒否)"
        ),
    ),
    (
        MessageKind.BACKORDERED,
        re.compile(
            r"入荷(?:次第|待ち)|入荷まで[^。]{0,20}お待ち|お届け(?:予定)?日(?:時)?(?:は|が)?(?:まだ|現在|現時点では)?[^。]{0,6}(?:未定|決まって(?:い|お)り?ません|確定(?:でき|し)て?(?:い|お)?り?ません|わかって(?:い|お)り?ません|お知らせできません)"
            r"|入荷(?:が|に)?(?:遅れ|予定より遅|時間が)|入荷時期[^。]{0,8}(?:未定|不明)|在庫(?:切れ|がな)[^。]{0,20}(?:入荷|お待ち)"
        ),
    ),
    (
        MessageKind.DELAYED,
        re.compile(
            r"(?:お届け|配達|配送|発送|到着|出荷)(?:予定日?)?(?:が|に|の|は)?[^。]{0,12}(?:遅れ(?:て|が|る|ま|ており|の)|遅延)"
            r"|お届け予定日?(?:が|の|を)?(?:変更(?:に|と|され|が|のお知らせ|いた|し)|更新され)|お届け(?:予定)?日の?変更|予定(?:日)?(?:どおり|通り)に(?:お届け|配達)でき"
        ),
    ),
    (
        MessageKind.DELIVERED,
        re.compile(
            r"(?:配達|お届け|配送)(?:が)?(?:いた|致)?(?:し|され|完了し|完了いたし|が完了)(?:ました(?!ら))|(?:配達|配送|お届け)(?:が)?(?:完了(?!し)|済み)|お届け(?:が)?完了|宅配ボックスに(?:お届け|配達)"
        ),
    ),
    (
        MessageKind.OUT_FOR_DELIVERY,
        re.compile(
            r"配達中(?:です|で)|本日(?:中に)?(?:お届け|配達)(?:予定|いたし|し)ます|配達に(?:出|向か)|配達員|まもなく(?:お届け|到着|配達)"
        ),
    ),
    (
        MessageKind.SHIPPED,
        re.compile(
            r"(?:発送|出荷)(?:いた|致)?(?:し(?:ました(?!ら)|、ご注文の処理)|され(?:ました(?!ら)))|(?:発送|出荷)(?:の|を)?(?:お知らせ|ご連絡|完了|確認)|ご注文の発送"
        ),
    ),
    (
        MessageKind.ORDER_PLACED,
        re.compile(
            r"ご注文(?:いただき)?(?:、|を)?(?:誠に)?ありがとうございます|ご注文(?:の|を)?(?:確認|承り|承った|受け付け|受付)|ご注文を?承(?:り|っ)|Amazon\.co\.jp ?での?ご注文|ご購入(?:いただき)?ありがとうございます|ご予約(?:いただき|の確認|を承)|ご注文内容(?:は以下|の確認)|Amazon ?Pay[^。]{0,12}(?:お支払い|ご利用|ご注文)"
        ),
    ),
    (
        MessageKind.RESTOCK,
        re.compile(
            r"再入荷|入荷(?:しました|のお知らせ)|在庫(?:が)?(?:復活|あり(?:に|と)なり|戻り)|再び(?:購入|ご注文)|購入できるようになりました"
        ),
    ),
    (
        MessageKind.PROMOTION,
        re.compile(
            r"セール|キャンペーン|クーポン(?:を|プレゼント)|タイムセール|お買い得|ポイントアップ|[%％] ?OFF|新着のおすすめ"
        ),
    ),
)
_SUPPOSED = re.compile(
    r"場合|際(?:は|に|、)|(?:れ|し|な)ましたら|次第[、,]?(?:改めて|E ?メール|お知らせ|ご連絡)|たら[、,]"
)
_SENDERS = {
    "auto-confirm": MessageKind.ORDER_PLACED,
    "digital-no-reply": MessageKind.ORDER_PLACED,
    "shipment-tracking": MessageKind.SHIPPED,
    "ship-confirm": MessageKind.SHIPPED,
    "payments-messages": MessageKind.PAYMENT_FAILED,
}


@dataclass(frozen=True, slots=True)
class Finding:
    """A kind and the wording that told it ("" where only the sender did)."""

    kind: MessageKind
    wording: str


def kind_of(letter: Letter, said: Sequence[str]) -> Finding:
    """Return the kind of a mail; `said` are the sentences it states."""
    if _PROMOTION.match(letter.sender):
        return Finding(MessageKind.PROMOTION, letter.subject)
    subject = plain(letter.subject)
    if status := _PREFIX.match(subject):
        return Finding(_STATUS[status["status"]], letter.subject)
    if seller_message.passed_on(letter):
        return Finding(*seller_message.asks(said))
    return (
        _cancelled_or_refunded(letter.subject, said)
        or _by_wording((letter.subject,))
        or _by_status_line(letter)
        or _by_wording(said)
        or Finding(_SENDERS.get(letter.sender.partition("@")[0], MessageKind.OTHER), "")
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
    words = dict.fromkeys(word for line in letter.lines if (word := plain(line)) in _STATUS)
    return Finding(_STATUS[only], only) if len(words) == 1 and (only := next(iter(words))) else None


def _by_wording(said: Sequence[str]) -> Finding | None:
    texts = [(plain(unquoted(sentence)), sentence) for sentence in said]
    for kind, pattern in _WORDINGS:
        for text, sentence in texts:
            if pattern.search(text) and not _SUPPOSED.search(text):
                return Finding(kind, sentence)
    return None
