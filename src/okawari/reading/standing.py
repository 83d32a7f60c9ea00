"""What a shop tells everybody: terms and notices that stand below every mail and say nothing of this order."""

from __future__ import annotations

import re
from functools import lru_cache

from okawari.reading.spelling import plainly_spelt

_REQUEST = r"(?:キャンセル|取り?消し|返品|交換|返金|変更)"
_NOT_TAKEN = r"(?:お?受け(?:付け)?(?:でき|いたしかね|しかね|しており?ま)|承っ?て?(?:おり?ませ|いませ|かね)|承りかね|いたしかね|ご?容赦|ご?遠慮|お断り|不可|でき(?:ま|かね))"
_STANDING = re.compile(
    "|".join(
        (
            rf"(?:都合|理由|以外|性質上)[^。]{{0,16}}{_REQUEST}[^。]{{0,24}}{_NOT_TAKEN}",
            rf"(?:ご?注文|ご?予約|ご?購入|発送|出荷|開封|使用)(?:確定|完了)?後の[^。]{{0,16}}{_REQUEST}[^。]{{0,24}}{_NOT_TAKEN}",
            rf"{_REQUEST}(?:・|や|及び|および|、)[^。]{{0,24}}{_NOT_TAKEN}",
            r"まれに|稀に|万が?一|(?:の|た)節は|(?:の|た)際は、?[^。]{0,16}ご?(?:容赦|了承)",
            r"(?:検品|検査|品質管理|梱包|在庫管理)[^。]{0,16}(?:徹底|心がけ|努め|細心)",
            r"(?:送信|配信)専用|自動(?:送信|配信)|ご?返信いただ(?:いて|きまして)も|ご?返信[^。]{0,8}お?(?:答え|返事)でき",
            r"(?:到着|お届け|受け?取り?|届いて)(?:から|後|より)[^。]{0,10}日以内",
            r"(?:キャンセル|返品|交換|配送|お?支払い?)(?:・[^。]{1,12})?(?:に(?:ついて|関して)|方法)は[^。]{0,16}(?:こちら|ページ|ガイド|サイト|規約)",
            r"(?:当社|当店|弊社|運送会社|配送会社|各社)の?規[定約](?![^。]*(?:なりまし|しました|済み))|補償(?:は|も|が|の|対象)|転売(?![^。]*ました)|(?:年末年始|夏季|冬季|お盆|GW|ゴールデンウィーク)[^。]{0,8}(?:休業|休暇|お休み|は)",
            r"^[ \t\u3000]*[※＊](?![^。]*(?:ました|この度|このたび|今回|申し訳|お詫び|残り|欠品分|該当|[上下]記|(?:ご|本)(?:注文|商品|予約)(?:商品|分)?[はのに]))",
            r"\b(?:cannot|can't|can not|may not) be (?:cancel+ed|returned|exchanged|changed)\b[^.]{0,24}\b(?:once|after)\b",
            r"\bdo not reply\b|\bautomatically generated\b|\bwithin \d{1,3} days of (?:delivery|receipt)\b",
        )
    ),
    re.IGNORECASE,
)


@lru_cache(1024)  # shops say most things in the same sentences
def is_standing(sentence: str) -> bool:
    """Return whether a sentence is a shop's standing word to everybody: what it never takes back, what may rarely happen.

    「お客様都合によるキャンセルはお受けできません」 names neither a cancel nor its cause, whatever the mail is about.
    """
    return _STANDING.search(plainly_spelt(sentence)) is not None


_CLOSINGS = tuple(
    re.compile(words, re.MULTILINE)  # each begins with letters of its own: one pattern for all is looked for far slower
    for words in (
        r"よろしくお願い[^。\n]{0,12}ます",
        r"今後とも[^。\n]{0,40}",
        r"ご理解[^。\n]{0,12}(?:お願い|賜)[^。\n]{0,16}",
        r"ご了承[^。\n]{0,12}(?:お願い|賜)[^。\n]{0,16}",
        r"ご容赦[^。\n]{0,12}(?:お願い|賜)[^。\n]{0,16}",
        r"またの(?:ご?利用|ご?来店|ご?注文|機会)[^。\n]{0,24}",
        r"敬具$",
        r"[Rr]egards,?$",
        r"[Ss]incerely,?$",
    )
)
_RULE_BELOW = re.compile(r"[^\n]*(?:\n[ \t\u3000]*){1,4}[-─━=＝*＊_~〜◆◇■□・☆★+＋]{4,}")


def above_closing(text: str) -> tuple[str, bool]:
    """Return the letter down to its closing words, all of it where there are none, and whether a ruled line follows them.

    What stands beneath are a shop's address, its terms and its offers: for certain below the first closing words with a
    ruled line under them, likely below the last ones.
    """
    ends = sorted(closing.end() for words in _CLOSINGS for closing in words.finditer(text))
    for end in ends:
        if _RULE_BELOW.match(text, end):
            return text[:end], True
    return (text[: ends[-1]] if ends else text), False
