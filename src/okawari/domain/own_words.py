"""What a person wrote in a mail in own words: remarks, messages of gifts, what stands in a quoted letter."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from okawari.domain.named import LETTERS

REMARK: Final = "remark"
SHOPS: Final = "shops"
SIGNED: Final = "signed"
_WORD: Final = "[一-鿿ぁ-ゖァ-ヺー]"
_LABEL: Final = re.compile(
    r"^[ 　>]*[■●◆◇□▼▽・*※【\[(（<＜]*[ 　]*(?!.{0,8}(?:ショップ|当店|お?店舗?|ストア|メーカー|事務局|サポート)から)"
    rf"(?:(?:{_WORD}{{1,10}}の|{_WORD}{{0,6}}(?:ついて|へ)の|その他|評価|ギフト|ひとこと|お客様|[^、。:：]{{1,6}}・)?(?:備考|ご?要望|ご?意見|ご?感想|通信|連絡(?:事項)?|ご連絡|メッセージ(?:カード)?|コメント|伝言|メモ|ご?記入|ひとこと)(?:欄|らん|等)?(?:の?(?:内容|本文))?"
    rf"|(?:{_WORD}{{2,4}}(?:の|時の)?)?ご指示|のし(?:名入れ|名|の名前|[上下])?|熨斗(?:名入れ|名)?|名入れ(?:文字|内容)?|(?:ネーム|名前)?刺(?:繍|しゅう)(?:文字|内容)?|刻印(?:文字|内容)?|立て?札|短冊|同梱カード"
    r"|(?:お届け|配達|配送)(?:時|員)?(?:の|への)?(?:ご?希望|指示)|(?:置き?配|設置|搬入)(?:場所|の指定)"
    r"|取引ナビ|レビュー|口コミ|お問い?合わ?せ(?:の)?(?:内容|本文)|ご?質問(?:内容)?|ご?相談(?:内容)?|アレルギー|[おご]?勤務先(?:名)?|勤め先|学校名"
    r"|(?:(?:your|order|gift|personal|delivery|special|customer) )?(?:remarks?|notes?|comments?|messages?|instructions?)|engraving"
    rf"|[{LETTERS}0-9_☆★♪♡・.-]{{2,20}}[ 　]?(?:さん|様|さま)(?:より|から))"
    r"(?:[ 　]*[】\])）>＞])*[ 　]*(?:[:：\t】\]][ 　]*(.*))?$",
    re.IGNORECASE,
)
_NAMED: Final = re.compile(
    r"^[ 　>]*[■●◆◇□▼▽・*※【\[(（]*[ 　]*(?:お?名前|氏名|ふりがな|フリガナ|your name)[ 　】\])）]*$", re.IGNORECASE
)
_NOTHING: Final = re.compile(
    r"[\s　(（「【\[-]*(?:特に)?(?:な[しい]|無[しい]?|ありません|ございません|(?:希望|指定|利用)?(?:しない|する|なし|あり)|不要|必要|未(?:入力|記入|設定|回答)|有り?|あり|内祝い?|御?祝い?|御歳暮|御中元|"
    r"はい|いいえ|標準|none|no|n/?a|nil|yes|[ー―–-]*)[\s　)）」】\]。.-]*",
    re.IGNORECASE,
)
_SHOP_SPEAKS: Final = re.compile(
    "させていただ|当店|弊社|当社|お客[様さ]|ございません|ご了承|申し訳|ご注文(?:を|いただ|の)|キャンセル(?:と|いた|し)|お待ちください|欠品|在庫"
)
_LETTER: Final = re.compile("(?:メッセージ|コメント|伝言|ご?質問|取引ナビ|お問い?合わ?せ)(?:が|を|は|に|：|:|$)")
_SPOKEN: Final = re.compile(r"[ 　>]*「(.{4,400})」[ 　]*")
_STOP: Final = re.compile(
    rf"^[ 　]*(?:[■●◆◇□▼▽・*※【\[<=_-]|[{LETTERS}0-9 　]{{2,14}}[:：\t]|[^、。]{{0,12}}[\d,]+ ?円)"
)
_QUOTED: Final = re.compile(r"^[ 　]*(?:[>＞|][ 　]?)+")
_BY: Final = re.compile(
    r"(?:\d{1,2}:\d{2}(?::\d{2})?(?: ?[AP]M)?[)、, 　]*|^On .{6,60}, )([^<>:：\d]{2,30}?)[ 　]*<[^<>\s]+@[^<>\s]+>"
)
_SELF: Final = re.compile(
    r"^(?:(?:お世話になって[^、。]{2,6}|はじめまして|初めまして|こんにちは|こんばんは)[、。][ 　]*)?([一-鿿々]{2,6}|[ァ-ヺー]{2,8}|[ぁ-ゖ]{2,5})です(?=[。、.]|$)"
)
_NO_SELF: Final = re.compile(
    "(?:未[着定]|在庫|本日|明日|昨日|先日|以[上下]|商品|完売|質問|[ご]?注文|返[品金]|至急|大変|残念|結構|同様|不[明良要]|上記|下記|当方|個人|初心者|希望|予定|必要|可能|無料|有料|満足|最[高悪]|破損|限定|対象"
    "|セット|キャンセル|クレジットカード|カード|コンビニ|メール|サイズ|はじめて|ありがとう|よろしく|お願い|どう|そう|だめ|まだ|いつ|なぜ|これ|それ|ここ).*"
)
_NAME: Final = re.compile(rf"([{LETTERS}]{{1,16}}(?:[ 　][{LETTERS}]{{1,16}})?)(?:[ 　]*(?:様|さま|さん|殿))?")
_SIGNATURE: Final = re.compile(
    r"[ 　]*([一-鿿々]{2,3}[ 　]?[一-鿿々ぁ-ゖァ-ヺ]{1,4}|[ぁ-ゖ]{2,5}|[A-Z][a-z]+(?: [A-Z][a-z]+)?)(?:より|拝)?[ 　]*"
)
_NO_SIGNATURE: Final = re.compile(
    "敬具|草々|以上|.*[店社堂屋房館局部課園所]|.*(?:ます|です|ました|ません|ください|い|う|す|た)|Regards|Thanks|Sincerely|Best.*|Cheers"
)
_MOST_LINES: Final = 8
_SOON: Final = 4
_LONGEST: Final = 2_000
"""No line that a person writes or that a label begins is longer."""


def own_words(lines: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield what persons wrote, as (`remark`, its line), and how they sign a quoted letter or introduce themselves (`signed`).

    A remark in which the shop seems to speak is yielded as `shops`: it is for a person to look at.
    """
    listed = [line.rstrip() if len(line) < _LONGEST else "" for line in lines]
    left = soon = 0
    for place, line in enumerate(listed):
        label = _LABEL.match(line)
        soon = _SOON if _LETTER.search(line) else soon - bool(line)
        if soon > 0 and (spoken := _SPOKEN.fullmatch(line)):
            yield from _remark(spoken[1])
        if label:
            yield from _remark(label[1] or "")
            left = 0 if label[1] else _MOST_LINES
        elif left and line and not _STOP.match(line):
            yield from _remark(line)
            left -= 1
        elif left != _MOST_LINES:
            left = 0
        if place and _NAMED.match(listed[place - 1]) and (found := _NAME.fullmatch(line.strip())):
            yield SIGNED, found[1]
        if found := _BY.search(line):
            yield SIGNED, found[1].strip()
        yield from _of_quoted(listed, place)


def _remark(text: str) -> Iterator[tuple[str, str]]:
    said = _QUOTED.sub("", text).strip().strip("「」")
    if len(said) > 1 and not _NOTHING.fullmatch(said):
        yield (SHOPS if _SHOP_SPEAKS.search(said) else REMARK), said


def _of_quoted(lines: list[str], place: int) -> Iterator[tuple[str, str]]:
    """Yield how the writer of a quoted letter, or of a mail that passes one on, names themselves at its start and end."""
    quote = _QUOTED.match(lines[place])
    first = not any(lines[:place])
    if not quote and not first:
        return
    said = _QUOTED.sub("", lines[place]).strip()
    if (found := _SELF.match(said)) and not _NO_SELF.fullmatch(found[1]):
        yield SIGNED, found[1]
    is_last = place + 1 == len(lines) or not _QUOTED.match(lines[place + 1])
    if quote and is_last and (found := _SIGNATURE.fullmatch(said)) and not _NO_SIGNATURE.fullmatch(found[1]):
        yield SIGNED, found[1].strip()
