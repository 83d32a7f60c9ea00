"""Why something was cancelled, in the shop's own words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain

from okawari.domain.message import CauseCode
from okawari.reading.spelling import plainly_spelt
from okawari.reading.standing import is_standing

_Wordings = Mapping[CauseCode, Sequence[str]]


@dataclass(frozen=True, slots=True, eq=False)
class CauseWords:
    """How one language names causes, how it supposes something (場合, if), and how it denies what it has just named.

    `named` finds any cause of the table: most sentences name none.
    """

    named: re.Pattern[str]
    table: tuple[tuple[re.Pattern[str], CauseCode], ...]
    supposed: re.Pattern[str]
    denied: re.Pattern[str]


def cause_words(wordings: _Wordings, supposed: str, denied: str = r"(?!)") -> CauseWords:
    """Return the words of a language; a sentence that fits several causes has the one named first.

    `denied` is what follows a named cause that is denied (在庫切れ + ではありません).
    """
    table = tuple((re.compile("|".join(listed), re.IGNORECASE), cause) for cause, listed in wordings.items())
    named = re.compile("|".join(chain.from_iterable(wordings.values())), re.IGNORECASE)
    return CauseWords(named, table, re.compile(supposed, re.IGNORECASE), re.compile(denied, re.IGNORECASE))


_JAPANESE: _Wordings = {
    CauseCode.INSPECTION: (
        r"検品(?!の?(?:うえ|上|後)[、にで]?[^。]{0,12}(?:発送|返金|返送))|不良品|傷や汚れ|破損|出荷工程|品質(?:基準|検査|上の)",
        r"(?:検査|点検|チェック)[^。]{0,16}見つか|(?:検査|点検|チェック)[^。]{0,12}(?:不良|傷|キズ|汚れ|不具合|破損)(?!は?(?:な|あり))",
        r"動作(?:確認|チェック|テスト)[^。]{0,16}(?:電源が入ら|動か|動作し|映ら|音が出|不良|不具合|故障|エラー)(?!は?(?:な|あり))",
        r"(?:ひび|ヒビ|割れ|欠け|破れ|液漏れ|へこみ|凹み|シミ|カビ)[^。]{0,12}(?:あ[りる]|見つ|気づ|気付|発覚|判明|確認)(?!ませ)",
        r"(?:商品|製品|品物)(?:の|に)?(?:傷|キズ|汚れ|不良|不具合|欠陥|劣化|損傷)",
    ),
    CauseCode.LOST: (r"紛失", r"所在が(?:確認でき|不明)", r"見(?:つか|当た)(?:らな|らず|りません)"),
    CauseCode.STOCKOUT: (
        r"在庫(?:切れ|切らし|がな|なし|がござい?ませ|があ(?:りませ|らず)|を(?:確保|ご?用意)(?:することが)?でき(?:な|ませ|ず)|(?:数)?が?不足|の?(?:確保|引き?当て?)が(?:でき(?!ま)|できません|困難))|(?:供給|入荷|納品|生産)[^。]{0,4}見込め",
        r"(?:入荷|納品|生産|供給)の?(?:見込み|目処|めど|目途|予定)(?:は|が|も)?(?:立|た[たっ]|な|つか|未定|ござい?ませ)|入荷未定|入荷[もはがの]?[^。]{0,4}予定[^。]{0,8}(?:ませ|な[いく]|未定)",
        r"(?:入荷数|数量)(?:が|の)?[^。]{0,12}(?:少な|不足|満た|下回)|在庫(?:数)?を(?:上回|超え)|取り?扱い(?:が|を)?(?:終了|中止)",
        r"在庫(?:の(?:な|無)い(?:商品|もの|状態|お品)[^。]{0,12}(?:ご注文|ご購入)|数?[とに][^。]{0,12}(?:相違|差異|食い違|ずれ|ズレ|違い|誤差)|管理[^。]{0,8}(?:不手際|不備|ミス|誤り))|先に売れ|(?:最後|残り)の?(?:1|１|一)[点個台本枚冊][^。]{0,12}(?:売れ|出て)|売れて(?:しま|おり|い)|減数|(?:予想|想定|予定数?)を[^。]{0,12}上回|(?:商品|在庫|お品)の?数が(?:足り|不足)",
        r"欠品|完売|品切れ|売り?切れ|廃盤|廃番|終売|(?:生産|製造|販売|発売)(?:が|を|の)?(?:終了|中止)|生産完了(?:品|の?ため|により|に伴)|予約数.{0,12}(?:上回|超え)",
        r"(?:入荷|手配|仕入れ?|調達|入手|ご用意|確保)(?:する?こと)?が?(?:でき(?:な|ませ|かね|ず)|不可能|困難)",
    ),
    CauseCode.PRICE_ERROR: (
        r"価格(?:の?(?:設定|表示|表記|登録))?(?:[のをに]|上の|が[^。]{0,8})?(?:誤|ミス|間違|不備)",
        r"(?:金額|表示価格|販売価格)(?:の|に|を)?誤|誤った[^。]{0,8}(?:金額|価格)",
    ),
    CauseCode.ADDRESS: (
        r"(?:住所|お届け先|宛先).{0,12}(?:不備|不明|誤り|確認(?:が)?でき)",
        r"配達(?:すること)?が?でき(?:な|ませ)|あて所|宛先不明",
    ),
    CauseCode.PAYMENT: (
        r"(?:お?支払い?|ご?入金|決済|代金|お?振り?込み?).{0,20}(?:確認(?:が)?(?:でき|取れ)|承認(?:され|が)|期限|期日|失敗)",
        r"カード.{0,16}(?:承認|ご利用いただけ|利用でき)",
    ),
    CauseCode.BUYER_REQUEST: (
        r"(?:お客様|ご本人様|購入者様?)(?:の|から|より|からの|よりの)?(?:ご|お)?(?:都合|依頼|希望|申し出|リクエスト|要望|申請|連絡)",
        r"(?:キャンセル|取り?消し)の?(?:ご|お)?(?:依頼|リクエスト|希望|申請|申し出|申込み)(?:を|いただ|に基づき|により|があ)",
        r"ご要望により|ご?依頼(?:いただ|の)[^。]{0,6}(?:とおり|通り)",
    ),
}
_ENGLISH: _Wordings = {
    CauseCode.INSPECTION: (
        r"(?:failed|did not pass)[^.]{0,20}(?:inspection|quality)",
        r"\bdamaged\b",
        r"\bdefective\b",
    ),
    CauseCode.LOST: (
        r"\blost\b",
        r"(?:unable to|cannot|could not|couldn't) (?:locate|find)\b[^.]{0,24}\b(?:item|unit|product|stock|copy)",
    ),
    CauseCode.STOCKOUT: (
        r"out of stock",
        r"sold out|\b(?:last|final|only) (?:one|piece|unit|item|copy)\b[^.]{0,20}\bsold\b",
        r"(?:lack of|limited|no longer) availab(?:ility|le)",
        r"(?:is|are|was|were) (?:un|not |no longer |currently un)available",
        r"(?:unable to|cannot|could not|couldn't) (?:obtain|source|fulfil+)",
        r"discontinued|\b(?:stock|inventory) (?:count|level|figure)s?\b[^.]{0,20}\b(?:off|wrong|incorrect|error)\b",
        r"ran out of (?:stock|inventory)|\bno (?:more |remaining )?(?:stock|inventory)\b|\boversold\b|(?:not|n't)(?: actually)? have[^.]{0,16} in stock",
    ),
    CauseCode.PRICE_ERROR: (r"pric(?:e|ing) (?:error|mistake)", r"incorrect(?:ly)? price"),
    CauseCode.ADDRESS: (
        r"undeliverable",
        r"(?:incorrect|invalid|incomplete|insufficient)[^.]{0,12} address",
        r"address[^.]{0,20}(?:incorrect|invalid|incomplete)",
    ),
    CauseCode.PAYMENT: (
        r"payment[^.]{0,40}(?:declined|failed|not (?:be )?(?:authori[sz]ed|approved|processed|received|verified))",
        r"(?:unable to|couldn't|could not|cannot) (?:process|verify|authori[sz]e|charge)[^.]{0,20}(?:payment|card)",
    ),
    CauseCode.BUYER_REQUEST: (
        r"(?:as you|you(?: have|'ve)?|at your|your|per your) (?:request|asked)",
        r"you cancel+ed",
    ),
}
JAPANESE = cause_words(
    _JAPANESE,
    r"場合(?!が.{0,6}ため)|こともござい|ことがあ|ことがござい|可能性(?!が(?:極めて)?高[くい])|(?:恐れ|おそれ)(?:が|も)|(?<!検品の)(?<!梱包の)(?<![実国手間])際(?:は|に)|でしたら|であれば|ますと|過ぎると|(?:時|とき)は|まし?たら",
    r"(?:に(?:よる|伴う)(?:もの|キャンセル)?|のため|[がを](?:原因|理由)と?|など|等)?(?:(?:で|と)は|じゃ)(?:な|あり(?!が)|ござ)"
    r"|(?:など|等)?[はも](?:な[いかく]|ありませ|ございませ|確認され(?:ませ|て(?:い|お)))"
    r"|.{0,12}(?:問題|異常)[はも]?.{0,8}(?:ありませ|ございませ|な[いかく])",
)
ENGLISH = cause_words(_ENGLISH, r"\bif\b|(?-i:\bmay\b)|\bmight\b|\bin case\b|\bunless\b|\bonce\b")
_QUOTED = re.compile(r"「[^「」\n]{7,}」|『[^『』\n]{7,}』|[\"“][^\"“”\n]{7,}[\"”]")
_SENTENCE_END = re.compile(
    r"(?<=[。！？])"
    r"|(?<=[.!?])[ \n]+(?=[A-ZÀ-Þ¿¡\"])"
    r"|\n[ \t\u3000]*(?:[-─━=＝*＊_]{3}.*)?\n"
    r"|\n(?=[ \t\u3000]*[■□◆◇●○◎・※【＜▼*])"
)


_POLITE_END = re.compile(r"(?<=ます|した|せん|です|さい)[ \t\u3000]*\n")
"""What ends a sentence of people who write none of its full stops."""
_INSIDE_JAPANESE = re.compile(r"(?<=[^\x00-\x7f])\n|\n(?=[^\x00-\x7f])")
_WIDE_GAP = re.compile(r"[\u3000 \t]{2,}")
_STANDS_ALONE = re.compile(
    r"^([ \t\u3000]*(?:[■□◆◇●○◎・※【\[［(（][ \u3000]?)?(?:"
    r"[^\s。、:：\]】]{1,12}[ \u3000]{0,4}(?:[:：]|[\]】］][ \u3000:：]{0,4})[^\n。、]{1,120}"
    r"|[^\s。、][^\n。、]{0,24}(?:様|さま|さん|御中)"
    r"|(?:ご?注文|Order) ?[#＃] ?[\w-]{1,40}"
    r"|(?:Hello|Hi|Dear|Guten Tag|Hallo|Sehr geehrte|Bonjour|Gentile|Ciao|Hola|Estimad[oa])\b[^.\n]{0,40}[,:]))$",
    re.MULTILINE,
)


@lru_cache(4)  # a mail's text is asked for its sentences several times
def sentences(text: str) -> tuple[str, ...]:
    """Return the sentences of a text that may speak of this order; lines that were broken inside a sentence are joined again.

    What the shop tells everybody (`standing`) is left out. A labelled value (`注文番号：1`) and the line that greets by name are never part of a sentence.
    """
    return tuple(_sentences(text))


def _sentences(text: str) -> Iterator[str]:
    apart = _STANDS_ALONE.sub(r"\n\1\n", "\n".join(text.splitlines()))
    if "。" not in apart:
        apart = _POLITE_END.sub("\n\n", apart)
    for piece in _SENTENCE_END.split(apart):
        sentence = piece.strip()
        if "\n" in sentence:
            sentence = _INSIDE_JAPANESE.sub("", sentence).replace("\n", " ")
        if sentence and not is_standing(sentence):
            yield _WIDE_GAP.sub(" ", sentence)


def unquoted(sentence: str) -> str:
    """Return the sentence with long quotations blanked, letter for letter: a title in 「」 states nothing."""
    return _QUOTED.sub(lambda found: found[0][0] + "□" * (len(found[0]) - 2) + found[0][-1], sentence)


@lru_cache(1024)  # shops say most things in the same sentences
def stated_cause(sentence: str, words: CauseWords = JAPANESE) -> CauseCode | None:
    """Return the cause that one sentence states, None where it supposes it, denies it (在庫切れではありません) or names none."""
    said = unquoted(plainly_spelt(sentence))
    if words.named.search(said) is None or words.supposed.search(said):
        return None
    for pattern, cause in words.table:
        if any(words.denied.match(said, found.end()) is None for found in pattern.finditer(said)):
            return cause
    return None


RESTOCKED_SINCE = re.compile(
    r"(?:キャンセル|取り?消し?)[^。\n]{0,24}(?:た|の)(?:お?品物?|商品)[^。\n]{0,24}(?:再?入荷|再販売?)(?!(?:予定|未定|しだい|次第|待ち))"
)
"""A sentence about goods that are to be had again, which names the cancel of old: it cancels nothing now."""


_AND_NO_OTHER = ({CauseCode.INSPECTION, CauseCode.STOCKOUT}, {CauseCode.LOST, CauseCode.STOCKOUT})


def cause_in(text: str, words: CauseWords = JAPANESE) -> tuple[CauseCode, str]:
    """Return the cause that `text` states and the sentence that states it; (UNKNOWN, "") where none or several do.

    Sentences that only suppose something (在庫切れの場合は…) state nothing. Several sentences of one cause count once,
    by the first; different causes leave it unknown, as a mail that lists the usual reasons gives none. A piece that was
    damaged or lost stays the cause where the shop then says that it has no other.
    """
    found: dict[CauseCode, str] = {}
    for sentence in sentences(text):
        cause = stated_cause(sentence, words)
        if cause is not None:
            found.setdefault(cause, sentence)
    if set(found) in _AND_NO_OTHER and next(iter(found)) is not CauseCode.STOCKOUT:
        found.pop(CauseCode.STOCKOUT)
    return next(iter(found.items())) if len(found) == 1 else (CauseCode.UNKNOWN, "")
