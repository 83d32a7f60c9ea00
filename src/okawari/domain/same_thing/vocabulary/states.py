"""Words for the state of a thing: used, imported, an imitation; NFKC and lower case."""

from __future__ import annotations

from typing import Final

from okawari.domain.same_thing.vocabulary.words import words_in

USED: Final = words_in("""
中古 訳あり 訳アリ 訳有 わけあり わけ有 ワケアリ アウトレット 展示(?:品|機|処分) (?<!未)開封(?:済|品) 再生品 リファービッシュ 整備済 整備品 リコンディション 古着 レンタル落 ジャンク used
refurbished renewed シュリンク(?:なし|無) 期限(?:間近|切れ|短) 本体のみ (?<!未使用)美品 (?<!無印)良品(?!計画) 動作(?:確認済|未確認|品) 組立済 難(?:あり|有) 極上品
(?<!輸送)箱(?:なし|無|痛|傷|潰|つぶれ|難) (?:付属品?|保証書|説明書|帯|ケース)(?:なし|無し|欠) 欠品(?!中|時|の) [傷汚](?:れ)?(?:あり|有) (?<!初期|消化)不良(?!品?交換|対応|時) 現状(?:品|渡|販売) 部品取り
未使用に近い 使用済 使用感 使用少 のみ使用 試着のみ 級品 新古 ユーズド リユース プレイ用 読み古し 書き?込み?(?:あり|有) 裁断済 使い(?:かけ|さし) (?:試し|ためし)(?:塗り|書き|履き) (?:[一1]|数)[度回](?:だけ|のみ|着用|使用|試)
""")
"""How an offer is told to be no new one; patterns."""
USED_LATIN: Final = frozenset(
    words_in("used refurbished renewed preowned pre-owned open-box openbox unboxed damaged untested junk defective")
)
FOREIGN: Final = (
    "輸入版|(?:海外|北米|米国|アメリカ|欧州|英国|韓国|香港|台湾|中国|アジア|グローバル|国際)(?:版|仕様|モデル|向け)"
)
"""How a thing is told to be made for another country, where another one is made for this."""
IMPORTED: Final = f"[並平]行(?:輸入|品)|逆輸入|{FOREIGN}"
IMITATED: Final = "互換|リサイクルトナー|再生トナー|汎用|ノーブランド|類似品|同等|レプリカ|リプロダクト|ジェネリック"
