"""How mails of Amazon.co.jp speak of a cancellation. All patterns are for text in the form of `lines.plain`."""

from __future__ import annotations

from okawari.sources.amazon_jp.lines import any_of

CANCEL = r"(?:(?<!ノイズ)(?<!エコー)キャンセル(?!リング|ラー)|お?取り?消し?)"
_HUMBLE = r"(?:致し|いたし|させて(?:いただき|頂き|戴き)|と(?:させて(?:いただき|頂き)|いたし|致し))"
_PAST = rf"(?:し|され|と(?:なり|し)|になり|済みとなり|{_HUMBLE})"
_OF_IT = rf"{CANCEL}(?:の?(?:手続き?|お手続き|処理)(?:を|が|は)?)?(?:を|が|は)?(?:既に|すでに)?"

DONE = any_of(
    rf"{_OF_IT}{_PAST}(?:ました(?!ら)|た(?=ため|ので|ことを)|ております|ています)",
    rf"{_OF_IT}{_HUMBLE}ます",
    rf"{_OF_IT}(?:完了|実施)(?:いた|致)?し(?:ました(?!ら)|ております)",
    rf"{_OF_IT}(?:行い|行われ|おこない|実行し|進め|処理し)ました(?!ら)",
    rf"{CANCEL}を承りました",
    rf"{CANCEL}済み",
    rf"{CANCEL}(?:を|と)?(?:(?:いた|致)?し|させて(?:いただき|頂き))、(?=[^。]{{0,40}}返金[^。]{{0,30}}ま(?:した(?!ら)|す))",
    r"(?:have|has been|was|were|been) cancel+ed",
)
"""The cancellation has happened, or the one who writes does it now (キャンセルさせていただきます)."""

REQUESTED = any_of(
    rf"{CANCEL}の?(?:リクエスト|お?手続き?|ご?(?:依頼|申請|要請|希望|申し出))(?:を|が|は)?"
    r"(?:送信|受け?付け|受付|受け取り|受領|承り|お預かり|いただき|提出)",
)
"""A request for a cancellation has arrived; nothing is decided."""

REFUSED = any_of(
    rf"{CANCEL}(?:の?(?:リクエスト|ご依頼))?(?:を|は|が|に)?(?:することが?)?"
    r"(?:でき(?:ません|ない|かねます)|(?:お受け|承る)(?:することが?)?(?:でき|いたしかね)|承れません)",
    rf"{CANCEL}(?:は|が)?(?:され(?:ません|て(?:い|お)りません|ていません)|して(?:い|お)り?ません)",
)
"""A cancellation was not possible or has not taken place."""

WITHHELD = any_of(
    r"お届け(?:すること)?が?でき(?:ません|なくなりました|かねます)",
    r"返送のうえ.{0,20}返金(?:し|いたし|させて(?:いただき|頂き))ます",
)
"""The delivery is given up."""

MONEY_BACK = any_of(r"(?:返送|代金|全額).{0,24}返金(?:いた|致)?(?:し|させて(?:いただき|頂き))ます")
"""The money is promised back."""

HEADLINE = any_of(
    rf"(?:^|[\s】\]:：]|(?:注文|予約|商品|内容|一部)の?){CANCEL}"
    r"(?:(?:(?:と|および|及び|ならびに|・|、)ご?返金)?(?:完了)?の?(?:お知らせ|ご連絡|ご案内|通知|完了|確認)|済み|[:：]|$)",
)
"""A subject announces a cancellation by the noun alone."""

NOT_AN_ORDER = any_of(
    r"(?:定期(?:購入|おトク便)|会員(?:資格|登録)?|メンバーシップ|サブスクリプション|無料体験|アカウント)"
    rf"(?:(?!注文)[^。]){{0,12}}{CANCEL}",
)
"""Something else than an order is cancelled."""

SUPPOSED = any_of(
    r"場合|際(?:は|に|、)|(?:れ|し|な)ましたら|過ぎると|ますと",
    r"たい(?:とき|時|方)|ご希望(?:の(?!通り|とおり)|され)|可能性|ことがあり|ことがござい",
    r"でしょうか|ですか|ませんか|[?？]$|いずれか|か、",
)
"""The sentence supposes or asks and states nothing."""

BY_BUYER = any_of(
    r"お客様(?:ご自身)?(?:の|から|より|からの|よりの)?(?:ご)?(?:都合|依頼|希望|要望|申し出|リクエスト|要請|申請|指示|操作)",
    r"お客様(?:が|により|によって|ご自身で)[^。]{0,12}(?:キャンセル|取り?消)|購入者(?:様)?(?:の|から|により|都合)",
    rf"{CANCEL}の?(?:リクエスト|ご?(?:依頼|希望|要望|申請))(?:を|に|により|いただ|どおり|通り|があ)",
    r"ご?(?:依頼|要望|希望|リクエスト)(?:により|に基づ|に応じ|のとおり|どおり|いただいた)",
    rf"{CANCEL}(?:の?お?手続き?)?を(?:承(?:り|って)|受け?付け)",
)
BY_PLATFORM = any_of(
    r"(?:Amazon(?:\.co\.jp)?|アマゾン|当サイト)(?:に(?:より|よって)|が|では?|側で|の判断で)[^。]{0,24}(?:キャンセル|取り?消)",
)
_NOT_AMAZON = r"(?:(?!Amazon|アマゾン|当サイト)[^。])"
BY_SELLER = any_of(
    rf"(?:出品者|販売元)(?:様)?{_NOT_AMAZON}{{0,40}}?"
    rf"(?:(?:に(?:より|よって)|が|は|側で){_NOT_AMAZON}{{0,60}}(?:キャンセル|取り?消)|都合)",
)
DENIED = any_of(r"^.{0,8}(?:では|じゃ)(?:な|あり|ござ)")
"""What follows a wording that is denied (お客様のご都合 + ではなく)."""

HUMBLE = any_of(r"いたし|致し|させて")
"""The one who writes is the one who cancels."""

PART = any_of(
    r"ご?注文の一部|一部(?:の|を|が)?(?:商品|キャンセル|ご注文)|一部キャンセル",
    r"(?:ご?注文(?:内容|商品)?)の?(?:うち|中から|内)[、,]?[^。]{0,20}(?:商品|点)",
    r"(?<!\d)(\d{1,3}) ?点の?(?:うち|中)(?!、? ?(?:\1 ?点|すべて|全))",
    r"(?:残り|その他|ほか|他|それ以外|キャンセルされなかった)の(?:商品|ご注文|アイテム)(?:は|に|も)",
    r"(?:次|下記|以下)の商品のみ",
)
REST_TOO = any_of(r"(?:残り|その他|ほか|他|以外)の(?:商品|ご注文)[^。]{0,40}(?:キャンセル|お届けできません)")
"""The rest of the goods is cancelled as well."""

REASON = any_of(r"^.{0,12}(?:理由|原因).{0,6}:")
"""A line that gives the reason behind a label."""
