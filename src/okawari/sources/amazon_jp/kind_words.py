"""How mails of Amazon.co.jp say what they are about. All patterns are for text in the form of `lines.plain`."""

from __future__ import annotations

from okawari.domain.message import MessageKind
from okawari.sources.amazon_jp.lines import any_of

STATUS = {
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
"""The status of an order: at the head of a subject (`発送済み: 「…」`), or alone on a line."""

_NOT_KNOWN = r"(?:未定|決まって(?:い|お)り?ません|確定(?:でき|し)て?(?:い|お)?り?ません|わかって(?:い|お)り?ません|お知らせできません)"
_DONE = r"ました(?!ら)"
_WAITS_FOR_GOODS = r"入荷(?:次第|待ち)"

WORDINGS = {
    MessageKind.PAYMENT_FAILED: any_of(
        r"お?支払い?(?:い)?(?:方法|情報|が|の|は|を)?[^。]{0,24}(?:問題が(?:あ|発生|ござ)|失敗し|エラー|お手続きができません)",
        r"お?支払い?(?:い)?(?:方法|情報|が|の|は|を)?[^。]{0,24}承認(?:され(?:ません|て(?:い|お)り?ません)|(?:が|を)(?:得|受け|いただけ)[^。]{0,6}ません)",
        r"お?支払い?(?:い)?(?:方法|情報|が|の|は|を)?[^。]{0,24}(?:処理でき(?:ません|なかった)|確認でき(?:ません|ておりません|ていません))",
        r"お?支払い?(?:い)?(?:方法|情報|が|の|は|を)?[^。]{0,24}完了(?:できません|し(?:ません|て(?:い|お)り?ません))",
        r"お?支払い?(?:い)?(?:方法|情報)(?:の|を|が)?ご?(?:更新|変更|修正|確認|訂正)"
        r"(?:して(?:ください|下さい)|が必要|(?:の|を)お願い|ください|下さい)",
        r"カード[^。]{0,16}(?:承認され|有効期限が切れ|ご利用いただけ(?:ません|ない)|お取り?扱いできません|拒否)",
    ),
    MessageKind.BACKORDERED: any_of(
        _WAITS_FOR_GOODS,
        r"入荷まで[^。]{0,20}(?:お待ち|かか|要し)|入荷(?:が|に)?(?:遅れ|予定より遅|時間が)|入荷時期[^。]{0,8}(?:未定|不明)",
        rf"お届け(?:予定)?日(?:時)?(?:は|が)?(?:まだ|現在|現時点では)?[^。]{{0,6}}{_NOT_KNOWN}",
        r"在庫(?:切れ|がな)[^。]{0,20}(?:入荷|お待ち)",
    ),
    MessageKind.DELAYED: any_of(
        r"(?:お届け|配達|配送|発送|到着|出荷)(?:予定日?)?(?:が|に|の|は)?[^。]{0,12}(?:遅れ(?:て|が|る|ま|ており|の)|遅延)",
        r"お届け予定日?(?:が|の|を)?(?:変更(?:に|と|され|が|のお知らせ|いた|し)|更新され)|お届け(?:予定)?日の?変更|発売日(?:が|の)?[^。]{0,8}(?:変更|延期)",
        r"予定(?:日)?(?:どおり|通り)に(?:お届け|配達)でき",
    ),
    MessageKind.DELIVERED: any_of(
        rf"(?:配達|お届け|配送)(?:が)?(?:いた|致)?(?:し|され|完了し|完了いたし|が完了){_DONE}",
        r"(?:配達|配送|お届け)(?:が)?(?:完了(?!し)|済み)|宅配ボックスに(?:お届け|配達)",
    ),
    MessageKind.OUT_FOR_DELIVERY: any_of(
        r"配達中(?:です|で)|本日(?:中に)?(?:お届け|配達)(?:予定|いたし|し)ます|配達に(?:出|向か)|配達員|まもなく(?:お届け|到着|配達)(?!する(?:商品|内容|定期)|予定の)",
    ),
    MessageKind.SHIPPED: any_of(
        rf"(?:発送|出荷)(?:いた|致)?(?:し(?:{_DONE}|、ご注文の処理)|され{_DONE})",
        r"(?:発送|出荷)(?:の|を)?(?:お知らせ|ご連絡|完了|確認)|ご注文の発送",
    ),
    MessageKind.ORDER_PLACED: any_of(
        r"ご(?:注文|購入)(?:いただき)?(?:、|を)?(?:誠に)?ありがとうございます|ご予約(?:いただき|の確認|を承)",
        r"ご注文(?:の|を)?(?:確認|承り|承った|受け付け|受付)|ご注文を?承(?:り|っ)|ご注文内容(?:は以下|の確認)",
        r"Amazon\.co\.jp ?での?ご注文|Amazon ?Pay[^。]{0,12}(?:お支払い|ご利用|ご注文)",
    ),
    MessageKind.RESTOCK: any_of(
        r"再入荷|入荷(?:しました|のお知らせ)|在庫(?:が)?(?:復活|あり(?:に|と)なり|戻り)",
        r"再び(?:購入|ご注文)|購入できるようになりました",
    ),
    MessageKind.PROMOTION: any_of(
        r"セール|キャンペーン|クーポン(?:を|プレゼント)|お買い得|ポイントアップ|% ?OFF|新着のおすすめ",
    ),
}
"""The wordings of each kind; the first kind that a mail has a wording of is the mail's."""

WAITS_FOR_GOODS = any_of(_WAITS_FOR_GOODS)
"""The order waits for goods: it is backordered, whatever delay the subject speaks of."""

SUPPOSED = any_of(
    r"場合|際(?:は|に|、)|(?:れ|し|な)ましたら|次第[、,]?(?:改めて|E ?メール|お知らせ|ご連絡)|たら[、,]",
)
"""The sentence supposes something and states nothing."""

PROMOTERS = any_of(r"^(?:store[-_]news|promotion|deals|marketing|vfe-campaign|p-?campaign)[\w.+-]*@")
"""Addresses that write advertising only."""

SENDERS = {
    "auto-confirm": MessageKind.ORDER_PLACED,
    "digital-no-reply": MessageKind.ORDER_PLACED,
    "shipment-tracking": MessageKind.SHIPPED,
    "ship-confirm": MessageKind.SHIPPED,
    "payments-messages": MessageKind.PAYMENT_FAILED,
}
"""What an address of Amazon.co.jp writes about where no wording tells (PHI-AMZ-02)."""
