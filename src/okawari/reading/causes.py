"""Why something was cancelled, in the shop's own words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain

from okawari.domain.message import CauseCode
from okawari.reading.grammar import ABSENT, ACT, CLAUSE_STATED, NO_PROSPECT, UNABLE
from okawari.reading.spelling import plainly_spelt
from okawari.reading.standing import is_standing

_Wordings = Mapping[CauseCode, Sequence[str]]
_FLAW = r"傷(?!つ)|キズ|汚れ|ひび|ヒビ|割れ|欠け(?!て?落)|欠損|剥がれ|壊れ|破れ|液漏れ|へこみ|凹み|シミ|カビ|くもり|クモリ|サビ|錆|色あせ|ほつれ|型崩れ|反り|歪み|不良(?<!体調不良)(?<!天候不良)(?<!生育不良)|不具合|ジャンク|落丁|乱丁|抜け(?!道)|破け"

_MADE = r"(?:生産|製造|製作|制作|販売|発売|発行|刊行|出版|供給|流通|輸入|取り?扱い|再販)(?!元|代理|業|者|店|先|会?社)"
"""How goods come to be had: where it ends, there are no more of them."""


@dataclass(frozen=True, slots=True, eq=False)
class CauseWords:
    """How one language names causes, how it supposes something (場合, if), and how it denies what it has just named.

    `named` finds any cause of the table: most sentences name none. `written` is what any sentence of the language holds.
    """

    written: re.Pattern[str]
    named: re.Pattern[str]
    table: tuple[tuple[re.Pattern[str], CauseCode], ...]
    supposed: re.Pattern[str]
    denied: re.Pattern[str]


def cause_words(
    wordings: _Wordings, supposed: str, denied: str = r"(?!)", written: str = "[A-Za-zÀ-ž]{3}"
) -> CauseWords:
    """Return the words of a language; a sentence that fits several causes has the one named first.

    `denied` is what follows a named cause that is denied (在庫切れ + ではありません).
    """
    table = tuple((re.compile("|".join(listed), re.IGNORECASE), cause) for cause, listed in wordings.items())
    named = re.compile("|".join(chain.from_iterable(wordings.values())), re.IGNORECASE)
    asked = (re.compile(words, re.IGNORECASE) for words in (supposed, denied))
    return CauseWords(re.compile(written), named, table, *asked)


_JAPANESE: _Wordings = {
    CauseCode.INSPECTION: (
        r"検品(?!の?(?:うえ|上|後)[、にで]?[^。]{0,12}(?:発送|返金|返送))|不良品|傷や汚れ|破損|出荷工程|品質(?:基準|検査|上の)",
        r"(?:検査|点検|チェック)[^。]{0,16}見つか|(?:検査|点検|チェック)[^。]{0,12}(?:不良|傷|キズ|汚れ|不具合|破損)(?!は?(?:な|あり))",
        r"動作(?:確認|チェック|テスト)[^。]{0,16}(?:電源が入ら|動か|動作し|映ら|音が出|不良|不具合|故障|エラー)(?!は?(?:な|あり))",
        rf"(?:{_FLAW})(?:(?!な[いくし]|ませ|場合|有無)[^。、]){{0,12}}(?:あ[りるっ](?!ませ)|ござい(?!ませ)|見つ|見つけ|気づ|気付|発見|発覚|判明|確認|生じ|発生|出て|入って|認め|でした|だった|し?て(?:しま|い[たる]|おり(?!ませ))|いたして)",
        r"(?:商品|製品|品物)(?:の|に)?(?:傷|キズ|汚れ|不良|不具合|欠陥|劣化|損傷)",
        r"(?:株|苗|鉢|花|実|松|木)[^。、]{0,10}(?:傷[んみ]|枯れ|弱っ|腐)|てしま(?<=[割折破濡潰]れてしま|[欠溶]けてしま|[汚壊]してしま|[割破折]ってしま)|売り物に(?:は)?な[らり]|(?:出荷|販売|当店の?)基準[^。、]{0,8}(?:達|満た)|水濡れ|焼き上が[^。、]{0,12}(?:歪|割れ|ひび)",
    ),
    CauseCode.LOST: (
        r"紛失|行方不明(?:[^。]{0,8}(?:との|判明|報告|ため|でし))|所在(?:が(?:確認でき|分から|つかめ)|が?不明)|(?:荷物|商品|お品|輸送|仕分け)[^。、]{0,12}失われ",
        r"見(?<!建物が見)(?<!住所が見)(?:つか|当た)(?:らな|らず|りません)(?![^。]*(?:販売済|売れ|売却))|[探捜]し[^。]{0,16}(?:出てき|出てこ|見つ)[^。、]{0,4}(?:な|ま?せ|ず)",
    ),
    CauseCode.STOCKOUT: (
        # what is not there
        rf"(?:在庫|現物|実物|手元に残っ|現品|残部)(?:数)?(?:切れ|切らし|なし|に?(?:は|が|も|の)?[^。、]{{0,4}}{ABSENT})|在庫(?:数)?が?不足|(?<!\d)[1１一](?:点|つ|個|枚|台)も{ABSENT}|(?:でき[るた]|お渡し|お送り)(?!こと|情報|方法|手段|時間|日)[^。、]{{1,6}}[がはも]{ABSENT}|(?:もの|お?品|株|数)[がはも]残りませ",
        rf"(?:入荷|納品|生産|製造|供給|再販|再入荷|重版|増刷|販売|発売|手配)(?:(?!日|場合)[^。、]){{0,4}}{NO_PROSPECT}|入荷未定|重版未定",
        # what cannot be had
        rf"(?:入荷|手配|仕入れ?|調達|入手|ご?用意|確保|供給|(?:お)?取り?寄せ|生産|製造|補充|仕上げ|収穫|製作|制作|引き?当て?){ACT}(?:{UNABLE})|(?:供給|入荷|納品|生産)[^。]{{0,4}}見込め|手に(?:は|も)?入ら|もう作れ|(?:水揚げ|収穫|入荷)[がは]な[いくか]|(?:該当|当該|対象)の?(?:商品|品)[がは](?:な[いくか]|ありませ|ございませ)|手配漏れ",
        # what is over
        rf"欠品|完売|品切れ|売り?切れ|廃盤|廃番|終売|絶版|カタログ落ち|販売済|売約済|売却済|完売済|底をつ|在庫[がもは]尽き|掃け|{_MADE}(?:(?!期間|受付|受け?付け)[^。、]){{0,8}}(?:終了|終わ[っり]|終え|中止|打ち切|取りやめ|やめ[たて]|見送|(?<!き)なくな|途絶え|廃止)|廃業|倒産|全滅|生産完了(?:品|の?ため|により|に伴)|棚卸し[^。、]{{0,10}}(?:ゼロ|0|０)",
        # what somebody else bought
        r"(?:先に|別の?|他の?|ほかの|あちらの|店頭[でに]|同時に|タイミングで)(?:お?客様|方|サイト|店舗|ご)?[^。]{0,16}(?:売れ|成約|買われ|お求めになり|ご注文が(?:入|確定)|ご?購入さ|お買い上げ|が先で|(?:出|傷つけ|こぼし|渡し)てしま)|(?:最後|残り)の?(?:1|１|一)[点個台本枚冊瓶][^。]{0,12}(?:売れ|出て)|埋まって|売れて(?:しま|おり|い)|存在し(?:な|ま)[^。、]{0,6}(?:在庫|商品)",
        # too few of it
        r"(?:[入出]荷数?|納品数?|数量?|予約(?:数|分)?|受注数?|収量|割り?当て?|配分|注文数|収穫量?)(?:が|の|に|を|は)?(?:(?!延期|遅)[^。]){0,12}(?:少な|不足|満た|下回|上回|超え|削減|減ら|足り(?:ませ|な|ず)|届か(?:な|ず)|達し(?:ませ|な|ず)|とどま)|減数|割り?当て?外|在庫(?:数)?(?:を(?:上回|超え)|以上)|(?:予想|想定|予定(?:の?数)?)を[^。]{0,12}上回|(?:商品|在庫|お品)の?数が(?:足り|不足)|不足(?:の|分の?|して(?:いる|おり))[^。、]{0,4}\d+ ?[点個枚冊本台足着]|(?:確保|ご?用意|手配|入荷)でき(?:ました|た)(?:のが|のは)?[^。、]{0,8}のみ|(?:揃い|そろい|整い)ませ",
        # a stock that was counted wrong
        r"在庫(?:の(?:な|無)い(?:商品|もの|状態|お品)[^。]{0,12}(?:ご注文|ご購入)|数?[とに][^。]{0,12}(?:相違|差異|食い違|ずれ|ズレ|違い|誤差)|(?:管理|表示|反映|連携|更新)[^。]{0,8}(?:不手際|不備|ミス|誤り|漏れ|追いつか))",
    ),
    CauseCode.PRICE_ERROR: (
        r"(?:価格|値段|金額|単価)[^。、]{0,10}(?:誤(?![解差])|見間違|ミス|(?<!お)間違(?!い[がはも]?な)|不備)|価格の?桁",
        r"誤った[^。]{0,8}(?:金額|価格|値段)",
        r"(?:本来|通常|正しくは|定価)[^。、]{0,12}円(?:の(?:ところ|品|商品)|を)[^。]{0,16}円[とで](?:表示|掲載|登録|公開|出品|販売)|円の(?:ところ|品|商品)を[^。、]{0,12}円で(?:表示|掲載|登録|公開|出品|販売)",
    ),
    CauseCode.ADDRESS: (
        r"(?:住所|お届け先|宛先|送り先|番地|郵便番号).{0,12}(?:不備|不明|誤り|確認(?:が)?でき|一致せ|含まれて|抜け|記載(?:が|され)な|足り|合致し|存在し(?:な|ま)|該当)|(?:建物|住所)が見(?:つか|当た)",
        r"正しい(?:ご)?住所[^。]{0,16}(?:得られ|いただけ)(?:ま?せ|な|ず)|配達(?:すること)?が?でき(?:な|ませ)|あて所|宛先不明|宛所",
    ),
    CauseCode.PAYMENT: (
        r"(?:お?支払い?|ご?入金|決済|代金|お?振り?込み?).{0,20}(?:確認(?:が)?(?:でき|取れ)|承認(?:され|が|を得)|期限|期日|期間内|失敗|審査[^。]{0,6}通[らり]|行われ(?:な|ませ))|カード[^。、]{0,16}(?:登録|更新|手続き)[^。、]{0,8}ませんでし",
        r"カード.{0,16}(?:承認|ご利用いただけ|利用でき|利用不可)",
    ),
    CauseCode.BUYER_REQUEST: (
        r"(?:お客様|ご本人様|購入者様?)(?:の|から|より|からの|よりの)?(?:ご|お)?(?:都合|依頼|希望|申し出|リクエスト|要望|申請|連絡)",
        r"(?:キャンセル|取り消し)の?(?:ご|お)?(?:依頼|リクエスト|希望|申請|申し出|申込み)(?:を|いただ|に基づき|により|があ)",
        r"ご要望により|(?:申し出|希望|依頼|要望|指示)(?:いただ|の)?[^。、]{0,6}(?:とお|どお|通)り|申し出(?:に(?:基づ|より|よる)|を受け)|承りました(?:キャンセル|取り消し)",
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
    r"場合(?!が.{0,6}ため)|こともござい|ことがあ|ことがござい|可能性(?!が(?:極めて)?高[くい])|(?:恐れ|おそれ)(?:が|も)|(?<!検品の)(?<!梱包の)(?<![実国手間])際(?:は|に)|でしたら|であれば|ますと|過ぎると|(?:時|とき)は|まし?たら(?![^。]*(?:まし|でし)た(?:。|$))|なければ|ない限り|(?:で?よろし|でよ)ければ",
    r"(?:に(?:よる|伴う)(?:もの|キャンセル)?|のため|[がを](?:原因|理由)と?|など|等)?(?:(?:で|と)は|じゃ)(?:な|あり(?!が)|ござ)"
    r"|(?:など|等)?[はも](?:な[いかく]|ありませ|ございませ|確認され(?:ませ|て(?:い|お)))"
    r"|.{0,12}(?:問題|異常)[はも]?.{0,8}(?:ありませ|ございませ|な[いかく])",
    written="[ぁ-んァ-ヶ一-龠]",
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


def stated_of(said: str, words: CauseWords) -> str:
    """Return what a sentence states before it begins to suppose something (在庫がございませんが、+ 色違いでよろしければ…), maybe nothing."""
    supposed = words.supposed.search(said)
    if supposed is None:
        return said
    ended = [joint.end() for joint in CLAUSE_STATED.finditer(said, 0, supposed.start())]
    return said[: ended[-1]] if ended else ""


@lru_cache(1024)  # shops say most things in the same sentences
def stated_cause(sentence: str, words: CauseWords = JAPANESE) -> CauseCode | None:
    """Return the cause that one sentence states, None where it supposes it, denies it (在庫切れではありません) or names none."""
    if words.written.search(sentence) is None:
        return None
    said = unquoted(plainly_spelt(sentence))
    if words.named.search(said) is None:
        return None
    said = stated_of(said, words)
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
