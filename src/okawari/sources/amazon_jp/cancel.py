"""Cancellations: whether one is stated, by whom, why, and whether the whole order is meant."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from enum import Enum, auto

from okawari.domain.message import Cancel, CancelBy, CauseCode
from okawari.reading.causes import ENGLISH, stated_cause, unquoted
from okawari.sources.amazon_jp.lines import plain
from okawari.sources.amazon_jp.seller import is_amazon


class Stage(Enum):
    """How far a cancellation has come."""

    DONE = auto()
    REQUESTED = auto()
    REFUSED = auto()


_WORD = r"(?:(?<!ノイズ)(?<!エコー)キャンセル(?!リング|ラー)|お?取り?消し?)"
_POLITE = r"(?:し|致し|いたし|させて(?:いただき|頂き|戴き)|され|となり|と(?:させて(?:いただき|頂き)|いたし|致し|なり)|になり|済みとなり)"
_DONE = re.compile(
    rf"{_WORD}(?:の?(?:手続き?|お手続き|処理)(?:を|が|は)?)?(?:を|が|は)?(?:既に|すでに)?"
    rf"(?:{_POLITE}(?:ました(?!ら)|ます|た(?=ため|ので|ことを)|ております|ています)|(?:が|は|を)?(?:完了|実施)(?:いた|致)?し(?:ました(?!ら)|ております)"
    r"|(?:を|が)?(?:行い|行われ|おこない|実行し|進め|処理し)ました(?!ら)|(?<!手続き)(?<!手続)(?:を|が)?承りました|済み)"
    r"|(?:ご注文|注文|商品)を取り消し(?:いた|致)?し?ました"
    rf"|{_WORD}(?:を)?(?:いた|致)?し、(?=[^。]{{0,40}}返金[^。]{{0,30}}ま(?:した(?!ら)|す))"
)
_DONE_IN_ENGLISH = re.compile(r"(?:have|has been|was|were|been) cancel+ed", re.IGNORECASE)
_NO_ORDER = re.compile(
    rf"(?:定期(?:購入|おトク便)|会員(?:資格|登録)?|メンバーシップ|サブスクリプション|無料体験|アカウント)(?:(?!注文)[^。]){{0,12}}{_WORD}"
)
_JAPANESE = re.compile(r"[\u3040-\u30ff\u4e00-\u9fff]")
_NOT_DELIVERED = re.compile(
    r"お届け(?:すること)?が?でき(?:ません|なくなりました|かねます).{0,60}|返送のうえ.{0,20}返金(?:し|いたし|させて(?:いただき|頂き))ます"
)
_GOODS_RETURN = re.compile(r"(?:返送|代金|全額).{0,24}返金(?:いた|致)?(?:し|させて(?:いただき|頂き))ます")
_REQUEST = re.compile(
    rf"{_WORD}の?(?:リクエスト|お?手続き?|ご?(?:依頼|申請|要請|希望|申し出))(?:を|が|は)?(?:送信|受け?付け|受付|受け取り|受領|承り|お預かり|いただき|提出)"
)
_REFUSED = re.compile(
    rf"{_WORD}(?:を|は|が)?(?:(?:の)?(?:リクエスト|ご依頼)(?:を|は|に)?)?"
    r"(?:することが?)?(?:でき(?:ません|ない|かねます)|(?:お受け|承る)(?:することが?)?(?:でき|いたしかね)|承れません|され(?:ません|て(?:い|お)りません|ていません)|して(?:い|お)り?ません)"
)
_SUPPOSED = re.compile(
    r"場合|際(?:は|に|、)|(?:れ|し|な)ましたら|たい(?:とき|時|方)|ご希望(?:の|され)|可能性|ことがあり|ことがござい|でしょうか|ですか|ませんか|[?？]$|いずれか|か、"
)
_HEADLINE = re.compile(
    rf"(?:^|[\s】\]:：]|(?:注文|予約|商品|内容)の?){_WORD}(?:(?:完了)?の?(?:お知らせ|ご連絡|ご案内|通知|完了|確認)|済み|[:：]|$)"
)
_REASON = re.compile(r".{0,12}(?:理由|原因).{0,6}:.*")

_BUYER = re.compile(
    r"お客様(?:ご自身)?(?:の|から|より|からの|よりの)?(?:ご)?(?:都合|依頼|希望|要望|申し出|リクエスト|要請|申請|指示|操作)"
    r"|お客様(?:が|により|によって|ご自身で)[^。]{0,12}(?:キャンセル|取り?消)|購入者(?:様)?(?:の|から|により|都合)"
    rf"|{_WORD}の?(?:リクエスト|ご?(?:依頼|希望|要望|申請))(?:を|に|により|いただ|どおり|通り|があ)|ご?(?:依頼|要望|希望|リクエスト)(?:により|に基づ|に応じ|のとおり|どおり|いただいた)"
    rf"|{_WORD}(?:の?お?手続き?)?を(?:承(?:り|って)|受け?付け)"
)
_PLATFORM = re.compile(
    r"(?:Amazon(?:\.co\.jp)?|アマゾン|当サイト)(?:に(?:より|よって)|が|では?|側で|の判断で)[^。]{0,24}(?:キャンセル|取り?消)"
)
_SELLER = re.compile(
    r"(?:出品者|販売元)(?:様)?(?:(?!Amazon|アマゾン|当サイト)[^。]){0,40}?"
    r"(?:(?:に(?:より|よって)|が|は|側で)(?:(?!Amazon|アマゾン|当サイト)[^。]){0,60}(?:キャンセル|取り?消)|都合)"
)
_PART = re.compile(
    r"ご?注文の一部|一部(?:の|を|が)?(?:商品|キャンセル|ご注文)|一部キャンセル|(?:ご?注文(?:内容|商品)?)の?(?:うち|中から|内)[、,]?[^。]{0,20}(?:商品|点)"
    r"|(?:残り|その他|ほか|他|それ以外|キャンセルされなかった|それ以外)の(?:商品|ご注文|アイテム)(?:は|に|に関し|につ|も)"
    r"|次の商品のみ|下記の商品のみ|以下の商品のみ"
)
_REST = re.compile(r"(?:残り|その他|ほか|他|それ以外|以外)の(?:商品|ご注文)[^。]{0,40}(?:キャンセル|お届けできません)")
_FULFILMENT = frozenset({CauseCode.STOCKOUT, CauseCode.PRICE_ERROR, CauseCode.INSPECTION, CauseCode.LOST})


def stage_of(said: Sequence[str]) -> tuple[Stage, str] | None:
    """Return how far a cancellation has come and the sentence that says it, None where nothing states one."""
    weaker: list[tuple[Stage, str]] = []
    for sentence in said:
        text = plain(unquoted(sentence))
        if _REFUSED.search(text):
            weaker.append((Stage.REFUSED, sentence))
        elif _SUPPOSED.search(text) or _NO_ORDER.search(text):
            continue
        elif _DONE.search(text) or _DONE_IN_ENGLISH.search(text):
            return Stage.DONE, sentence
        elif _REQUEST.search(text):
            weaker.append((Stage.REQUESTED, sentence))
    return weaker[0] if weaker else _withheld(said)


def headline(subject: str) -> bool:
    """Return whether a subject announces a cancellation by its noun alone (ご注文のキャンセルのお知らせ)."""
    text = plain(unquoted(subject))
    return bool(_HEADLINE.search(text)) and "リクエスト" not in text and not _NO_ORDER.search(text)


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
        weighty = bool(_DONE.search(text) or _REASON.fullmatch(text) or _NOT_DELIVERED.search(text))
        (near if weighty else beside).setdefault(cause, sentence)
    for found in (near, beside):
        if found:
            return next(iter(found.items())) if len(found) == 1 else (CauseCode.UNKNOWN, "")
    return CauseCode.UNKNOWN, ""


def is_partial(said: Sequence[str]) -> bool:
    """Return whether only some of the goods of the order are cancelled."""
    return any(_PART.search(text) and not _REST.search(text) for text in map(plain, said))


def read_cancel(said: Sequence[str], stated: str, seller: str | None, shipped_by: str | None) -> Cancel:
    """Return who cancelled and why. `stated` is the sentence that states the cancellation."""
    cause, wording = cause_of(said)
    by = _by(said, stated, cause, seller, shipped_by)
    if by is CancelBy.BUYER and cause is CauseCode.UNKNOWN:
        cause, wording = CauseCode.BUYER_REQUEST, next((s for s in said if _said_of(_BUYER, s)), stated)
    return Cancel(by=by, cause=cause, wording=wording)


def _by(said: Sequence[str], stated: str, cause: CauseCode, seller: str | None, shipped_by: str | None) -> CancelBy:
    third_party = seller is not None and not is_amazon(seller)
    if cause is CauseCode.BUYER_REQUEST:
        return CancelBy.BUYER
    if cause is CauseCode.UNKNOWN and any(_said_of(_BUYER, sentence) for sentence in said):
        return CancelBy.BUYER
    if any(_said_of(_SELLER, sentence) for sentence in said):
        return CancelBy.SHOP
    if third_party and any(_said_of(_PLATFORM, sentence) for sentence in said):
        return CancelBy.PLATFORM
    if third_party and (cause is CauseCode.PAYMENT or (shipped_by is not None and is_amazon(shipped_by))):
        return CancelBy.PLATFORM  # a seller can cancel neither a pending order nor one that Amazon ships (MKT-FBA-01)
    if third_party:
        return CancelBy.SHOP if cause in _FULFILMENT else CancelBy.UNKNOWN
    humble = re.search(r"(?:いたし|致し|させて)", stated) is not None
    return CancelBy.SHOP if seller or humble or cause is not CauseCode.UNKNOWN else CancelBy.UNKNOWN


def _said_of(pattern: re.Pattern[str], sentence: str) -> bool:
    text = plain(unquoted(sentence))
    found = pattern.search(text)
    if found is None or _SUPPOSED.search(text):
        return False
    return re.match(r".{0,8}(?:では|じゃ)(?:な|あり|ござ)", text[found.end() :]) is None


def _withheld(said: Sequence[str]) -> tuple[Stage, str] | None:
    """Return a delivery that was given up, with the money to come back: a cancellation without the word."""
    stated = next((s for s in said if _NOT_DELIVERED.search(plain(s)) and not _SUPPOSED.search(plain(s))), None)
    returned = any(_GOODS_RETURN.search(plain(s)) and not _SUPPOSED.search(plain(s)) for s in said)
    return (Stage.DONE, stated) if stated and returned else None
