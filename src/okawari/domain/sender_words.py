"""Words that mail senders use about themselves, in the folding of `lookalike.skeleton`."""

from __future__ import annotations

import re

from okawari.domain.lookalike import skeleton

_GENERIC_JA = (
    "株式会社 有限会社 合同会社 公式 運営 事務局 サポート サービス カスタマー センター センタ オンライン ネット ウェブ メンバー 会員様 会員 "
    "お客様 お客さま デスク 窓口 部門 チーム グループ ジャパン 日本 カード 銀行 証券 證券 保険 ショッピング ポイント マイレージ ギフト "
    "ストア 通販 プライム アカウント 口座 通知 通報 配信 自動 送信 発信 返信 専用 メール ニュース マガジン お知らせ ご案内 案内 ご連絡 連絡 事項 ご確認 "
    "セキュリティ アプリ インターネット バンキング クレジット ファイナンス フィナンシャル 担当 本部 特典 優待 限定 当選 "
    "確認 ご利用 利用 ご注文 注文 明細 重要 緊急 至急 最新 情報 管理 安全 認証 キャンペーン 一斉 からの より から の 様 係 本人 決済"
)
_GENERIC_EN = (
    "inc ltd llc co corp corporation company group the of from and my your com net org jp www japan official team support "
    "service services customer customers care account accounts info information news notice notices notification "
    "notifications update updates alert alerts security center centre desk admin master webmaster mail mailer email no not "
    "do reply noreply donotreply auto automatic system online web id prime pay card cards bank banking store shop shopping "
    "order orders delivery deliveries package packages parcel paket pakete shipment tracking track status express post "
    "manager member members membership billing payment payments gift gutschein benachrichtigung kundenservice entrega "
    "pedido pedidos servicio cliente clientes sa xmas deal deals aviso notificacao taxa dos das da de la le brasil importante "
    "important distribution communication"
)


def _any_of(words: str) -> str:
    return "|".join(sorted(map(re.escape, {skeleton(word) for word in words.split()}), key=len, reverse=True))


GENERIC = re.compile(rf"{_any_of(_GENERIC_JA)}|(?<![a-z])(?:{_any_of(_GENERIC_EN)})(?![a-z])")
"""What any sender calls itself: 自動配信メール, Customer Support. Alone it names nobody."""

OUTLET = re.compile(skeleton("(?:市場|ショッピング|!|マーケット|モール)*(?:支)?店"))
"""What follows a mall's name in the name of a shop of that mall: 楽天市場店."""

ANOTHERS = re.compile(skeleton(r"\bvia\b|\bpowered by\b|経由|対応|専門|代行|修理|買取|出品者|攻略"))
"""A name with one of these is somebody who has to do with the brand, not the brand."""

ADDRESSED = re.compile(
    r"(?:\.(?:com|co\.jp|jp))?"
    + skeleton("(?:会員|会費|プライム|カード|アカウント|サービス|オンライン|ネット|銀行|証券)*")
    + r"[」』】\])>]?\s?(?:の(?:サービス|製品とサービス))?"
    + skeleton(
        "(?:をご?利用(?:いただき|頂き|の)|をご?愛顧|をご?愛用|をお使い|にご?登録|会員(?:の皆)?(?:様|さま)|の?お客(?:様|さま)|"
        "カスタマー|サポート|事務局|インフォメーション|株式会社|からの(?:重要な)?お知らせ|より(?:重要な)?お知らせ|での?ご注文)"
    )
)
"""What follows a brand's name where a mail speaks to the brand's customers: 平素は…をご利用いただき."""

TITLES = re.compile(
    r"(?:\.(?:com|co\.jp|jp))?\s*(?:$|[:\-|\[【「(/]|"
    + skeleton(
        "カード|アカウント|会員|プライム|ユーザー|サービス|ポイント|口座|からの|より|での?ご?注文|公式|重要|ご利用|ご?請求|お支払|×"
    )
    + ")"
)
"""What follows a brand's name that stands first in a subject and titles it, unlike Amazonギフト券が当たる."""

SIGNED = re.compile(r"(?:©|\(c\)|copyright|発行(?:者|元)?|配信元|発信元|運営会社)[^a-z]{0,20}$")
"""What stands before a brand's name where it signs."""

BRACKETS = re.compile(r"[【「『［\[＜<〈《（(]([^】」』］\]＞>〉》）)]{1,40})[】」』］\]＞>〉》）)]")
LEAD = re.compile(rf"^(?:\s*{BRACKETS.pattern})*[\s!:]*")
"""What may stand before the words of a subject: 【重要】."""

CONVERSATION = re.compile(r"^\s*(?:re|fwd?|転送|返信)\s*(?:\[\d+\])?\s*:", re.IGNORECASE)
"""How the subject of an answer or a forward begins."""

QUOTED = re.compile(r"^[>＞|].*$", re.MULTILINE)

ADDRESS_HOST = re.compile(r"@[a-z0-9.-]+")
WORDS = re.compile(r"[^\W\d_]{2,}")
