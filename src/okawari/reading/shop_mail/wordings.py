"""The strong wordings that tell what a shop's mail is about."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from okawari.reading.causes import ENGLISH, JAPANESE, sentences, stated_of
from okawari.reading.grammar import ACT, DECIDED, DONE, GOES_ON, LIGHT, UNABLE
from okawari.reading.spelling import plainly_spelt


def _words(*patterns: str) -> re.Pattern[str]:
    return re.compile("|".join(patterns), re.IGNORECASE | re.MULTILINE)


_OUT_OF_ORDER = r"ご?(?:注文|予約)(?:内容)?から(?:外|除|削|減ら|抜)[^。、]{0,4}(?:し|さ?せていただき|いたし|させ)"
_ENDED = r"白紙|無効|不成立|失効|解約|解除|取り下げ|打ち切り|お取り扱い[をの]?終了|終了(?=とさ?せ)|閉じ|中止|なかったこと|無かったこと|お断り"
_TAKEN_OUT = r"\b(?:removed|taken)\b[^.]{0,40}\b(?:from|off|out of) (?:your|the) order\b"
_NONE = r"[^。、]{0,8}(?:な[いくし]|ませ|かね|でき(?:ず|な)|不可|困難)"
CANCEL_DONE = _words(
    rf"(?:キャンセル|取り消し|取りやめ){DECIDED}",
    r"(?:キャンセル|取り消し)の?ご?(?:申請|依頼|リクエスト)[をが](?:承認|受理)(?:いたし|し|され)まし",
    r"(?:キャンセル|取り消し)の(?:上|うえ)[^。]{0,40}(?:返金[^。]{0,30}ま(?:した|す)(?!か)|請求[^。]{0,8}ません)",
    rf"[をは](?:一旦|いったん|一度)?取り消し{GOES_ON}",
    rf"取り消さ(?:れ|せていただき)(?:(?:ま(?:した|す)|ており)(?!か)|{GOES_ON})",
    rf"(?:商品|お?品物?|欠品|こちら)[^。]{{0,20}}{_OUT_OF_ORDER}(?:ました|、)",
    rf"(?:ご?注文|お?取引|ご?予約|ご?落札|ご?購入|お?取り?寄せ|契約|本件)(?:自体|分|の(?:お取り扱い|ご注文|ご予約))?(?:[はをもが]|に(?:つき|関し)まして(?:は|も)?|に関しては)[^。]{{0,16}}(?:{_ENDED}){DECIDED}|落札者削除",
    r"(?:ご?注文|お?取引|ご?予約)(?:は|を|も)?[^。、]{0,12}(?:無効|お断り|なかったこと)(?:と|に)?(?:さ?せていただきたく|さ?せていただく)",
    r"(?:order|item|purchase)s?\b[^.]{0,60}\b(?:has|have|was|were)(?: been)? (?:cancel+ed|voided)",
    r"\bwe(?:'ve| have)? (?:had to )?cancel+(?:ed)?\b[^.]{0,60}\b(?:order|item|purchase|it)\b",
    _TAKEN_OUT,
)
CANNOT_SUPPLY = _words(
    rf"(?:ご?用意|お送り|お届け|発送|出荷|お渡し|お?譲り|お?出し|手配|ご?提供|ご?販売|お?引き?渡し|納品|お?受け|調達|入手|確保|お?取り?寄せ){ACT}(?:{UNABLE}|できなく)",
    r"(?:今回|この度|このたび)は[^。、]{0,12}見送(?:り?とさ?せて|らせて)",
    r"お(?:送り|渡し|出し|届け)(?:する)?(?:わけには|に至|できるもの|できる[^。、]{1,6}(?:では|じゃ)(?:な|あり|ござ))",
    rf"お応え{ACT}{UNABLE}|行き渡らな|届かな(?:いこと|くな)|お?見送り?(?:って)?いただくほか",
    r"(?:公演|開催|イベント|ツアー|講座)[^。、]{0,24}中止(?:と|いた|し|さ?せ|に)",
    r"(?:発送|出荷|お届け|お渡し|ご?販売|ご?提供)(?:を|は)?(?:お)?(?:見送[らり]|見合わせ|中止(?:さ?せて|いたし|し|と)|取りやめ|断念)",
    rf"(?:キャンセル|取り消し){LIGHT}さ?せて(?:くださ|(?:いただ|もら)(?:きた|いた|け(?:ま|な|た)|え|いても|っても))|取り消したい",
    r"(?:キャンセル|取り消し)(?:(?!ま?せん|かね|ポリシー|規約|規定)[^。、]){0,10}(?:了承|承諾|同意)(?:を|いただけ|いただきた|賜り|くださ)",
    r"\b(?:(?:un|not |won't be |will not be )able to|cannot|can't|could not|couldn't)\b[^.]{0,20}\b(?:ship|send|supply|fulfil+|deliver|provide)\b[^.]{0,30}\b(?:orders?|items?|products?|it|them|you)\b",
    r"(?:お?取引|落札)(?:を|は|の)?(?:中止|取りやめ|辞退)|ご?(?:注文|予約)(?:を|は)?(?:承れ|承り?かね)(?:ません|ま|る)",
    r"\boversold\b",
)
"""That the goods will not come, or that the shop wants leave to cancel. What else cannot be done, or for whose reasons, tells `NOT_OF_GOODS`."""
NOT_OF_GOODS = _words(
    r"(?:キャンセル|返品|交換|変更|指定|同梱|お?まとめ|領収書?|ラッピング|のし|返信|ご?回答|返金|お?支払い?|決済|割引|ポイント|クーポン|電話|即日|当日|翌日|今週|今月|本日|今日|年内|日時|時間帯|海外|離島|以外|別送|メール便|要望|要求|質問)[^。、]{0,12}$",
    r"不在|受取人|住所|宛先|宛て先|ご?連絡が(?:つか|取れ|とれ)",
)
SENT_BACK = _words(
    r"返品(?:の|いただ|を|が|商品)[^。]{0,16}(?:受け取|受領|到着|届き|承|確認|いただ)", r"\byour return\b"
)
SENT_ANEW = _words(
    r"(?:代替品|新品|同じ(?:商品|品|もの)|新しい(?:お?品|もの|商品)|良品|交換品)[^。]{0,16}(?:手配|発送|お送り|再送)(?:を?(?:いた)?しま|さ?せていただきま|済み|して)|再(?:発送|送)(?:を?(?:いた)?しま|さ?せていただきま)"
)
"""That the goods come all the same: a shop sends them once more."""
GOODS = _words(
    r"商品|お?品物?(?!質)|ご?(?:注文|予約|購入|落札)|在庫|製品|チケット|公演|イベント|ツアー",
    r"\b(?:orders?|items?|products?|sold out|stock)\b",
)
_BACK = r"(?:返金|払い?戻し|返却|返還|お?返し|お?戻し|口座[^。、]{0,8}(?:振り?込み?(?!で)|送金))"
MONEY_GOES_BACK = _words(
    rf"(?:全額|お?代(?:金)?|ご?入金|お?支払い?|決済|ご?請求|料金|金額|\d円|内金|予約金|手付け?金)[^。]{{0,24}}(?:{_BACK}|取り消し)(?:さ?せてくださ|{DECIDED})",
    rf"(?:返金|払い?戻し)(?:さ?せてくださ|{DECIDED})",
    r"(?:返金|払い?戻し)[^。、]{0,6}(?:処理|手続き?|操作)(?:[にへ](?:入|移|進)|を(?:済ま|進め|取))|(?:お?代(?:金)?|お?支払い?)[^。]{0,16}お?返し(?:し|する|いたし)",
    r"\b(?:not|n't|nothing will|never) be (?:charged|billed)\b",
    r"(?:ご?請求|代金|合計|お?支払い?)[^。]{0,12}(?:差し?引|お引き|減額|控除)",
    r"(?:ご?請求|料金|代金)(?:は|も)?(?:いたし|し|発生(?:いた|し)?|頂戴して|いただいて)[^。]{0,4}(?:ません)",
    r"(?:合計|ご?請求|お?支払い?|決済|代引き?)(?:金額|額)?(?:は|が|を)[^。]{0,40}(?:変更|減額|訂正)(?:と(?:なり|さ?せて)|に?(?:なり|いたし|し)|いたし|さ?せて|して(?:ござ|おり|あり)|済み)",
    r"\b(?:refunded|issued a (?:full )?refund|full refund (?:has|was|will))\b|\bwe(?:'ll| will|'re| are) refund(?:ing)?\b",
)
BACK_FOR_WHAT_IS_KNOWN = _words(
    rf"(?:伴う|よる|となりました[^。]{{0,12}}の)ご?{_BACK}|(?:欠品|キャンセル|取り消し)分[^。]{{0,40}}{_BACK}{DONE}|(?:かった|とな(?:っ|りまし)た|となっていた)[^。、]{{0,30}}代[^。]{{0,30}}{_BACK}{DONE}"
)
"""A refund whose reason is only recalled (欠品に伴うご返金): what was cancelled, an earlier mail said."""
_COUNT = r"(?<![\d.])\d{1,3} ?(?:[点個枚冊本台足着箱つ体株袋]|セット)"
REST_COMES = _words(
    r"(?:残り|その他|ほか|他)の?[^。]{0,20}(?:発送|お送り|お届け|出荷|出し|お渡し)(?!(?:を|が|は)?(?:する)?(?:こと)?[^。、]{0,3}(?:でき(?:ま?せ|ず|な)|不可|かね))|今回の(?:発送|出荷|お届け)に[^。、]{0,4}含まれ",
    rf"(?:{_COUNT})(?:のみ|だけ|で)の?(?:を)?[^。、]{{0,8}}(?:発送|お送り|お届け|出荷)|(?:不足|足りな|欠品|残る|残りの)[^。、]{{0,6}}{_COUNT}分?|(?:{_COUNT})のみ(?:で|と|し)",
    r"(?:欠品|在庫切れ|品切れ|その)(?:分|の商品)(?:の代金|を(?:除|のぞ)|以外|につ)|\d ?[点個枚冊本台足着]目(?:以降|は)",
    r"\bthe (?:rest|other items?|remaining)\b[^.]{0,40}\b(?:ship|sent|send|on (?:its|their) way)",
)
CANCEL_SUBJECT = _words(
    r"(?:キャンセル|取り消し)(?:完了)?の?(?:お知らせ|ご連絡|ご案内|完了|通知)", r"cancel+ed|cancel+ation confirm"
)
PARTLY = _words(
    r"(?:ご注文|注文)(?:商品)?のうち[^。]{0,40}(?:キャンセル|取り消し)",
    r"(?<!\d)(\d{1,3}) ?[点個枚冊本台足着]の?(?:うち|中)(?!、? ?(?:\1 ?[点個枚冊本台足着]|すべて|全))[^。]{0,40}(?:キャンセル|取り消し)",
    rf"(?:発送|出荷|ご用意)可(?:能)?の商品のみ|商品のみ(?:を)?(?:キャンセル|取り消し)|{_OUT_OF_ORDER}",
    r"一部(?:の)?(?:ご注文|商品|の商品)?(?:の|を|が)?(?:商品)?[^。]{0,12}(?:キャンセル|取り消し)",
    r"(?:残り|その他|そのほか|ほか|他)の(?:ご?注文)?商品(?:は|につきまして)[^。]{0,30}(?:発送|出荷|お届け|お送り|ご用意(?!でき(?:ま|か|な)))",
    r"ご用意(?:が)?(?:でき(?:た|る|ました)|可能な)(?:ご?注文)?商品",
    r"\bpart(?:ially|ly)? (?:of your order )?[^.]{0,20}cancel",
    _TAKEN_OUT,
)
PARTLY_MISSING = _words(
    r"(?<!\d)(\d{1,3}) ?[点個枚冊本台足着]の?(?:うち|中)(?!、? ?(?:\1 ?[点個枚冊本台足着]|すべて|全))[^。]{0,60}(?:欠品|在庫切れ|在庫不足|品切れ|売り切れ|完売|でき(?:ません|な))",
    r"(?:注文|お届け)(?:商品|の品|分)?のうち、?[^。、]{1,60}[がは]",
    r"一部(?:の)?(?:ご注文)?(?:の)?商品[^。]{0,24}(?:欠品|在庫切れ|在庫不足|品切れ|売り切れ|完売|でき(?:ません|な))",
    r"\b(?:one|some|part) of (?:the|your) (?:items?|products?|order)\b[^.]{0,40}\b(?:unavailable|available|out of stock|sold out)\b",
)
TAKEN_BACK = _words(
    r"(?:キャンセル|取り消し|発送|返金)[^。]{0,40}(?:メール|ご?案内|ご?連絡|お?知らせ|通知)[^。]{0,16}(?:手違い|誤り|間違い|訂正|撤回|誤送信)",
    r"(?:誤って|手違いで|間違って)[^。]{0,40}(?:メール|ご?案内|ご?連絡|お?知らせ|通知)[^。]{0,12}(?:送|配信)",
    r"\b(?:sent|received)[^.]{0,40}\b(?:in error|by mistake)\b",
)
"""A shop takes back what an earlier mail said: what it said then is quoted in the correction."""
CANCEL_REFUSED = _words(
    r"キャンセル[^。]{0,60}(?:でき|され|いただけ|承れ|お受けでき|受け付けられ)ませんでした",
    r"(?:発送|出荷|配送|すでに|既に)[^。]{0,30}キャンセル[^。]{0,20}(?:でき(?:ません|かね)|承れません|いたしかね|承りかね)",
    r"\b(?:could not|cannot|unable to)\b[^.]{0,20}\bcancel",
)
ASKED_BY_BUYER = _words(
    r"(?:キャンセル|取り消し)の?ご?(?:リクエスト|依頼|申請|希望|申込み?|お申し?込み)(?:を|の内容を)?(?:承|受け|受付|確認|送信|いただ)",
    r"購入者(?:様|さま|さん)?(?:から|より|が)[^。]{0,20}キャンセル[^。]{0,8}(?:申請|依頼|リクエスト|希望)",
    r"(?:received|got) your (?:cancel+ation request|request to cancel)",
)
ASKED_BY_SELLER = _words(
    r"(?:出品者|販売者|ショップ|ストア|店舗)(?:様|さま|さん)?(?:から|より|が)[^。]{0,20}キャンセル[^。]{0,8}(?:申請|依頼|リクエスト|希望)",
)
_NOT_TO_DO = (
    r"了承|理解|容赦|承知|承諾|同意|さ?せて|よろし|希望|確認|待ち|連絡|返信|回答|返事|返答|知らせ|聞かせ|選び|方は"
)
"""What is asked for beside a cancel is not the cancel itself."""
ASKS_BUYER_TO_CANCEL = _words(
    rf"(?:キャンセル|取り消し|取り下げ)(?:(?!{_NOT_TO_DO})[^。、]){{0,16}}(?:お願い|いただけ|くださ|いただきた|願え)",
    r"(?:キャンセル|取り消し)[^。、]{0,6}必要[^。]{0,40}(?:お願い|いただけ|くださ)",
    r"(?:please|could you|kindly)\b[^.]{0,40}\bcancel (?:the|your|this) (?:order|item|purchase)",
)
ACCEPTED_FROM_BUYER = _words(r"(?:キャンセル|取り消し)を承りました")
PLATFORM_DECIDED = _words(r"事務局(?:にて|で|が|により|側で)")
SHOP_DECIDED = _words(
    r"(?:誠に)?勝手ながら|(?:当店|弊社|当社)(?:の)?(?:ご?都合|判断)|当店(?:にて|で)|やむを得ず"
    r"|(?:出品者|販売者|ショップ|ストア|店舗)(?:様|さま|さん|側)?(?:の|からの)?(?:ご)?(?:都合|申請|申し出|依頼|により)"
)
WAIT_FOR_IT = _words(
    r"待(?:ち|って)(?:いただ[くけ]|くださ|にな[るらり])|(?:発送|お届け|お渡し)[^。、]{0,8}(?:さ?せていただけ|で(?:も)?(?:よろし|構|大丈夫))|お待たせして?しま|待つ|待て|[日週月]後(?:に|へ)(?:して|変更|ず)|次回の?入荷|入荷[^。]{0,8}未定|目[処途]が?立|(?:了承|承諾)いただけるか|継続(?:さ|し|を|か)",
    r"\bwait\b",
)
AS_IT_IS = _words(
    r"(?:この|その)まま(?:で|の)?[^。、]{0,8}(?:お送り|発送|お届け|お渡し)|(?:値引き?|割引|値段を下げ|お安く)[^。]{0,24}(?:お送り|発送|お届け|お渡し|お譲り|よろし)"
)
CHANGE = _words(
    r"変更|交換|[りお]替え|おかえ|色違い|別の?(?:商品|色|カラー|お品)|他の?商品",
    r"\b(?:change|swap|different|another|replace|instead|version)",
)
CANCEL = _words(r"キャンセル|取り消し", r"\bcancel")
NO_LONGER = _words(
    r"キャンセル|取り消し|ご?返金|見送[らり]|お?取りやめ|やめ(?:る|に)|不要|見合わせ|お?返し|辞退|取り下げ",
    r"\b(?:cancel|refund)",
)
ASKS_ANSWER = _words(
    r"(?:ご?返信|ご?連絡|ご?回答|お?返事|ご?返答|お?知らせ|お?聞かせ|お選び|お?決め|ご?指示|ご検討|ご?一報|教え(?:て)?|おっしゃって|言って)(?:を)?(?:くださ|いただ(?:け|きた|きま?すよう|くよう)|お願い|願|頂戴でき|頂戴したく|お待ち)",
    r"いかが(?:いたし|なさい|でしょう)|どのように(?:いた|な)|どう(?:なさい|され)|どちら(?:が|に|を)[^。]{0,8}(?:よろし|しま|なさ)|(?:よろしい|ご希望)(?:です|でしょう)か|ご希望(?:は|を)|(?:お待ちいただけ|お待ちになり|(?:キャンセル|取り消し)(?:され|なさい))ます(?:でしょう)?か",
    r"\b(?:let us know|please reply|which (?:would|do) you|would you (?:like|prefer))",
)
ASKS_WHICH = _words(
    r"(?:キャンセル|取り消し|ご?返金)でも[^。]{0,10}(?:構い|問題|結構|大丈夫)|いかが(?:いたし|なさい)|どのように(?:いた|な)|どう(?:なさい|され)|どちら(?:が|に|を)[^。]{0,8}(?:よろし|しま|なさ)|か、[^。]{1,40}か(?:、|を|ご|の)[^。]{0,16}(?:連絡|返信|回答|返答|返事|知らせ|聞かせ)"
)
"""A question between two ways, which no order without a trouble is asked."""
_IF_SO = r"(?:でしたら|であれば|なら|で?よろしければ|でよければ|(?:で|に|へ)の)"
SUBSTITUTE = _words(
    rf"(?:代替|代わり|かわり|替わり)(?:の)?(?:商品|品|の品)?[^。]{{0,30}}(?:ご提案|ご案内|ご用意|お送り|お届け|発送|いかが|ご希望|おすすめ)(?!{_NONE})",
    rf"(?:同等品|後継品|類似品|相当品)[^。]{{0,20}}(?:ご提案|ご案内|ご用意|お送り|お届け|発送|いかが)(?!{_NONE})",
    r"差し替え(?:る|する|いたす)?こと(?:が|も)(?:でき(?!ま?せ)|可能)|代用(?:さ?せて|いたし|した)",
    r"\b(?:offer|suggest|send|provide)[^.]{0,30}\b(?:substitute|alternative|replacement|instead)\b",
)
ANSWER_OR_CANCEL = _words(
    r"(?:返信|連絡|回答|返答|お返事)[^。]{0,16}(?:な[いかけ]|いただけない)[^。]{0,24}(?:キャンセル|取り消|無効)",
    r"\b(?:don't hear|do not hear|no (?:reply|answer|response)|unless you (?:reply|answer|respond))\b[^.]{0,60}\bcancel",
)
"""Whoever does not answer loses the order."""
PAYMENT_FAILED = _words(
    r"(?:お?支払い?|決済|ご?入金|カード)[^。]{0,24}(?:完了(?:して(?:おりません|いません)|できません)|(?:審査|決済|カード)[^。]{0,8}(?:通(?:ら|りませ)|否決)|オーソリ[^。]{0,6}不可|承認(?:されません|[がを]?(?:下り|得られ|おり|得ることが?でき)(?:ませ|な|ず))|(?:利用|使用|取り?扱い?)(?:不可|停止)|(?:でき|行え|いただけ)(?:ません|ておりません)でした|エラー(?:が|と)|に失敗|否認|確認(?:が)?(?:でき|取れ)(?:ません|ておりません))",
    r"(?:payment|card)[^.]{0,40}\b(?:declined|failed|could not be (?:processed|authori[sz]ed)|was not (?:approved|authori[sz]ed))",
    r"\bdeclined (?:the|your|this) (?:charge|payment|card|transaction)|\bpayment (?:problem|issue|failed|failure)|\b(?:problem|issue) with your payment",
)
REFUNDED = _words(
    rf"(?:ポイント|残高|ギフト券|pt|(?<=\d)P|クーポン|円|代|金額|全額)[^。]{{0,30}}{_BACK}{DONE}",
    r"クーポン[^。]{0,30}(?:改めて[^。]{0,16}付与|再発行|再付与)(?:いた)?しまし|(?:お?支払い?|代金|円)[^。]{0,20}払い?戻しました",
    rf"ご?返金{DONE}|返金[^。、]{{0,6}}(?:操作|処理|手続き)を(?:済ま|終え)",
    r"(?:重複|二重|過剰|誤)[^。]{0,30}(?:取り消し済み|取り消しました|返金済み)",
    r"\b(?:refund (?:of [^.]{1,24})?(?:has been|was) (?:issued|processed|completed)|we(?:'ve| have)? (?:refunded|(?:issued|processed)[^.]{0,30}refund)|(?:has been|was|were) refunded|refund is on its way|sent [¥$€£][0-9,.]+ back|refunded (?:you|your|[¥$€£]|JPY|USD|[0-9]))",
)
SHIPPED = _words(
    r"(?:発送|出荷|送付)(?:手続き?|処理)?(?:を|が)?(?:いたしました|しました|完了(?:いた|し|の)|させていただきました|されました)",
    r"\b(?:has|have|was|were)(?: been)? (?:shipped|dispatched)\b|(?<!refund is )\bon its way\b",
)
SHIPPED_SUBJECT = _words(
    r"(?<!未)(?:発送|出荷)(?:完了)?(?:の|を)?(?:お知らせ|ご連絡|ご案内|完了|済み|いたし|しまし)|発送連絡",
    r"\bshipped\b|\bdispatched\b|shipping confirmation",
)
DELIVERED = _words(
    r"(?:配達|お届け|配送)(?:が|を|は)?(?:完了(?:いた|し)|いたしました|しました|済み)(?!の(?:際|場合))",
    r"\b(?:has|have|was|were)(?: been)? delivered\b",
)
REVIEW_SUBJECT = _words(
    r"レビュー|ご感想|いかがでし(?:た|ょう)か|お手元に[^。]{0,8}届きまし(?:た|て)?(?:でしょう)?か", r"\breview\b"
)
"""Asked for a fixed time after the order, whether it came or not."""
ON_THE_WAY = _words(
    r"(?:配達|配送)中です|(?:配達|持ち出し)に(?:出発|向か)|本日(?:中に)?[^。]{0,12}お届け(?:いたし|する予定|予定)(?!の|でし|だっ)",
    r"\b(?:is|are) (?:now )?out for delivery\b",
)
INSTEAD_AT_HAND = _words(
    rf"(?<!平日)(?<!以降){_IF_SO}[^。]{{0,24}}(?:(?:ご?用意|お送り|お届け|お渡し|発送|手配|差し替え?)(?:する)?(?:こと)?(?:が|も)?(?:でき(?:ます|ますが|る)|可能(?:です|で)|(?:いた)?しま(?:す|しょう))|(?:在庫|ご?用意)(?:が|も)?(?:ござい|あり)ます)"
)
"""What the shop could send, said with an if (別の色でしたらご用意できます): an offer only where what was ordered cannot be had."""
BACKORDERED = _words(
    r"納期未定|納期が(?:判明|分かり|わかり|決まり)次第|(?:お届け|発送|出荷|入荷)(?:予定)?日?[^。]{0,8}(?:お?約束|ご案内|ご?回答)[^。]{0,10}(?:でき|かね)",
    r"入荷待ち(?:と|の|で|に)?(?:なって|状態|です|でござい|いたし)",
    r"(?:お)?取り?寄せ(?:と(?:なって|なり)|中|に[^。]{0,20}お時間|いたしており)",
    r"次回の?入荷(?:予定)?(?:は|が)|[月日旬頃]の入荷(?:を|が)?[^。、]{0,4}(?:予定|見込)",
    r"(?:メーカー|仕入れ?先|問屋)(?:から|より)[^。]{0,20}入荷(?:の)?(?:予定|見込)",
    r"再入荷(?:予定)?(?:が|は)[^。]{0,12}(?:頃|予定|決まり|見込)",
    r"入荷日が[^。]{0,16}(?:決ま|決定)|入荷後[^。]{0,8}(?:発送|お送り|出荷|お届け)",
    r"入荷次第[^。]{0,16}(?:発送|お送り|出荷|お届け|ご連絡)",
    r"\b(?:back-?ordered|on back-?order)\b",
)
DELAYED = _words(
    r"(?:発送|出荷|お届け|配送|配達|入荷|到着|納期|発売|お渡し|船便|入庫|生産|製造|仕上がり|完成)(?:予定)?(?:日|時期)?(?:が|は|に|の)?[^。]{0,30}(?:遅れ|遅延|遅くな|延期|延び|(?:変更|改め|変わ)(?:と|に)?な[りっる]|変わり|変えさせて|見直|後ろ(?:倒し|にず)|ず(?:れ|らさ|らせ)|滞っ|長引|先送り|先にな|未定と|お時間をいただ|お?日にちをいただ)",
    r"(?:と|予定)しており(?:まし)?た[^。]{0,24}に(?:な[りる]|変わ|ず|延)",
    r"(?:間に合わ|遅くな)[^。]{0,20}(?:発送|出荷|お届け)|(?:明日|翌日|翌営業日|後日|来週)[^。]{0,6}(?:発送|出荷|お届け)(?:と|に)(?:なり|変更|さ?せて)",
    r"(?:発送|出荷|お届け|入荷)まで(?:に|は)?[^。]{0,16}(?:日|週間|ヶ月|か月|カ月)[^。]{0,8}(?:かか|要し)",
    r"\b(?:delayed|postponed|running late|will be late|new (?:delivery|release|shipping) date|now expect(?:ed)? to (?:ship|arrive|deliver))\b|\b(?:not|n't) (?:be )?(?:ship(?:ped|ping)?|arriv(?:e|ing)|deliver(?:ed)?|release(?:d)?|available) until\b",
    r"\b(?:release|launch|shipping|delivery|arrival)\b[^.]{0,20}\b(?:changed|moved|pushed)\b|\b(?:pushed|moved|put)\b[^.]{0,24}\b(?:release|launch|shipping|delivery)\b[^.]{0,40}\b(?:back|to)\b",
)
SORRY = _words(
    r"申し訳|すみません|お詫び|ご?迷惑|不便|心苦し|残念|遺憾|ごめんなさい|あいにく|心配|お待たせ",
    r"\b(?:sorry|apologi[sz]e)",
)
LATE = _words(
    r"遅れ|遅延|遅く|延期|延び|後ろ倒し|ずれ込|押して|長引|滞っ|追いつ|積み残し|留まっ|乱れ",
    r"(?:[月日旬頃春夏秋冬週]|明け)(?:以降|中)?[のにで]?(?:お届け|発送|お渡し|出荷|仕上がり|完成|入荷)[とに]な[るりっ]",
)
"""That something comes late, whatever it is: only of a shop that is sorry, and not of a person's answer (`NOT_OF_COMING`)."""
NOT_OF_COMING = _words(
    r"(?:連絡|返信|回答|返事|返答|案内|報告|お礼|メール|入金|確認|対応|処理|手続き|支払い?|振り?込み?|期限)[^。、]{0,8}$"
)
RESTOCKED = _words(
    r"再?入荷(?:いた|し)(?:しました|ました)|再入荷(?:の)?お知らせ|在庫が(?:復活|補充)", r"\bback in stock\b"
)
PLACED = _words(
    r"ご(?:注文|予約|購入)(?:の)?(?:内容)?(?:を|は|が)?(?:(?!キャンセル|取り消)[^。]){0,16}(?:承りました|受け付け|受付(?:いた|けい|しま|完了)|お受け(?:いた|しま)|お承り|確認(?:いた|しま))",
    r"ご(?:注文|予約|購入)(?:の?手続き)?(?:は|が)(?:完了|確定|成立)(?:いた|しま)",
    r"にて承りました|お承りしました",
    r"ご注文(?:(?:を)?(?:いただき|くださり)(?:まして)?)?、?\s?(?:誠に|まことに)?ありがとう",
    r"ご購入(?:いただき)?、?(?:誠に|まことに)?ありがとう",
    r"\bthank(?:s| you) for (?:your order|ordering|your purchase)|we(?:'ve| have)? received your order",
)
PLACED_SUBJECT = _words(
    r"ご?注文(?:内容)?の?(?:ご)?確認|ご注文ありがとう|注文(?:手続き)?(?:を)?(?:受け?付け?|受付|承り|完了)|ご購入ありがとう",
    r"order confirm|thank(?:s| you) for your order",
)
NEWSLETTER = _words(r"配信停止|配信解除|メールマガジン|メルマガ|購読(?:を)?(?:解除|停止)", r"\bunsubscribe\b")
OFFER = _words(
    r"セール|クーポン|キャンペーン|ポイント\s?\d+\s?倍|[%％]\s?(?:OFF|オフ|引)|特集|新着|お買い?得|タイムセール|限定価格",
    r"\bsale\b|\bdeals?\b|\d+% off",
)
CARD_USED = _words(r"ご?利用(?:の)?(?:お知らせ|のご連絡|通知|確認)")
AT_HAND = _words(r"(?:確保|手配|ご?用意|入荷)が?(?:でき|いたし|し)まし")
ORDERED_TWICE = _words(r"ご?注文[^。]{0,12}(?:重複|二重)|(?:同じ|同一)(?:の)?内容[^。]{0,8}ご?注文")
"""Nothing is wrong with the goods, and the shop waits for the buyer."""
ABOUT_STOCK = _words(r"(?<!再)(?:在庫|入荷|手配|仕入れ?|取り?寄せ)(?!いた|し(?:まし|た)|案内|通知)", r"\bstock\b")
ABOUT_AN_ORDER = _words(r"ご(?:注文|予約|購入)|お買い?上げ|お?取引|受注|商品", r"\b(?:order|purchase|item)")

WORTH_READING = _words(
    r"注文|[受発]注|取引|オーダー|予約|購入|発送|出荷|配達|配送|入荷|在庫|返金|キャンセル|利用|配信|メルマガ|メールマガジン|購読",
    r"order|purchase|shipped|deliver|refund|stock|unsubscribe",
)
"""A mail without any of these words is about nothing that a shop says; most mails of a mailbox are such."""


def statements(text: str) -> Iterator[str]:
    """Yield what sentences state, plainly spelt, without what they only suppose (場合, if)."""
    return (said for one in sentences(text) if (said := _stated_of(plainly_spelt(one))))


def in_one(listed: Iterable[str]) -> str:
    """Return sentences as one text, in which no wording reaches from one into the next: looked through far faster."""
    return "。.\n".join(listed)


@lru_cache(1024)  # shops say most things in the same sentences
def _stated_of(said: str) -> str:
    return stated_of(stated_of(said, JAPANESE), ENGLISH)
