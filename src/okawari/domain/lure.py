"""What forgers' mails ask for: words that press the reader to sign in, confirm, pay or hand over secrets."""

from __future__ import annotations

import re

from okawari.domain.lookalike import plain

_READ = 6_000

_ACCOUNT = "アカウント|口座|カード|お支払い?方法|お支払い?情報|会員情報|会員資格|お客様情報|個人情報|登録情報|ご利用|お取引|取引|サービス|プライム|パスワード|料金|代金|ポイント|マイル"
_TROUBLE = (
    "停止|制限|保留|凍結|ロック|失効|解除|無効|異常|不正|不審|第三者|更新|確認(?!(?:いただけ|頂け)ます)|認証|再認証|退会|解約|問題|承認され|期限|未納|未払|"
    "差し押|規制|検知|ログイン|サインイン"
)
_PRESSING = re.compile(
    rf"(?:{_ACCOUNT})[^。\n]{{0,24}}(?:{_TROUBLE})"
    r"|本人(?:様)?確認|身元を?確認|異常(?:な|を|通知|ログイン)|24\s?時間以内|48\s?時間以内|至急|緊急"
    r"|(?:荷物|お届け|配達|郵便物)[^。\n]{0,20}(?:できません|できなかった|情報(?:の|を)?(?:確認|補充|更新))"
    r"|(?:税金|還付|税務)[^。\n]{0,20}(?:未納|お支払|お知らせ|処理)|配当金|入金の?(?:ご連絡|を行い)"
    r"|(?:ポイント|円|クーポン|プレゼント|賞品|ギフト)[^。\n]{0,12}(?:もらえる|当選|進呈|贈呈|キャッシュバック|獲得)|当選"
    r"|account[^.\n]{0,30}(?:suspend|limit|lock|restrict|verif|hold|update|confirm)|(?:verify|confirm|update) your"
    r"|payment[^.\n]{0,30}(?:fail|problem|declin|update|information)|(?:package|parcel|shipment|order|delivery)[^.\n]{0,40}"
    r"(?:held|pending|fail|suspend|could not|will not|confirm|waiting)"
)
_SECRETS = "パスワード|暗証番号|カード番号|セキュリティコード|口座番号|有効期限|マイナンバー|password|passcode|card number|\\bcvv\\b|\\bpin\\b"
_HAND_OVER = (
    "ご?入力|ご?記入|ご?返信|お知らせください|ご送信|ご提供|変更してください|変更し、|enter|provide|submit|reply with"
)
_ASKED = re.compile(rf"(?:{_SECRETS})[^。\n]{{0,30}}(?:{_HAND_OVER})|(?:{_HAND_OVER})[^。\n]{{0,20}}(?:{_SECRETS})")
_WARNS = re.compile(
    r"(?:こと|もの)は(?:一切|絶対に)?(?:ありません|ございません|ない)|(?:お尋ね|お伺い|お聞き)(?:する|し)|いたしません|しないでください|never|not ask"
)
_SIMPLIFIED = re.compile(
    "[们这请您账录证确认银额问题时间过设备导页邮单货户发实现联应预约费务员动态询订购领骗钱帐获奖击链续紧险]"
)
_KANA = re.compile("[\u3041-\u30fa]")


def presses(text: str) -> bool:
    """Return whether a text presses its reader to act on an account, a payment, a parcel or a prize."""
    return bool(_PRESSING.search(plain(text[:_READ])))


def asks_for_secret(text: str) -> str:
    """Return the words in which a text asks for a password or card number, "" where it does not or warns of it."""
    folded = plain(text[:_READ])
    for found in _ASKED.finditer(folded):
        if not _WARNS.search(folded, found.start(), found.end() + 40):
            return found[0]
    return ""


def simplified_chinese(text: str) -> tuple[str, ...]:
    """Return characters of simplified Chinese, which Japanese does not write, inside a text with kana."""
    read = text[:_READ]
    return tuple(dict.fromkeys(_SIMPLIFIED.findall(read))) if _KANA.search(read) else ()
