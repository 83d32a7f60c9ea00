"""What belongs to a thing and is not the thing: spares, what is used up in it, what is put on it."""

from __future__ import annotations

from typing import Final

from okawari.domain.same_thing.vocabulary.words import spellings, words_in

PARTS: Final = words_in("""
ケース カバー フィルム フィルター スタンド ポーチ 収納バッグ バッテリー イヤーパッド イヤーチップ イヤピース パッキン 部品 替刃 替芯 替えブラシ
内釜 内なべ 内ぶた 洗浄液 除石灰剤 攻略本 ガイドブック パンフレット シューレース レンズフード ストラップ バンド 充電グリップ ドックセット
アダプター ヒートシンク ハウジング デカール ライトキット ユニット 拡張パーツ デッキシールド ステッカー アクリルスタンド 液晶保護 のみ
バッテリ 片耳 片側 交換用 グリップテープ キーホルダー ケーブル 充電器 ろ過材 ろ材 説明書 空箱 リモコン スプール
アダプタ アタッチメント ブラケット ホルダー クレードル 充電台 充電スタンド ドングル イヤーピース イヤークッション イヤホンカバー プロテクター
レンズキャップ ボディキャップ アイカップ アイピース ケージ シリコンジャケット スキンシール グランドシート インナーシート フットプリント インナーマット ランディングギア プロペラ
カスタムパーツ 補修パーツ 交換パーツ リペアパーツ パーツのみ 表情パーツ 補修部品 スペアパーツ スペア ライティングキット カスタムキット リペアキット メンテナンスキット クリーニングキット
替え刃 替えベルト 替ベルト 替えゴム 替えバンド 替えスプール 替え芯 替ブラシ 替ヘッド 外刃 内刃 内鍋 中蓋 内蓋 中ぶた 上ぶた 中栓 止水栓 飲み口 鉄板 遮熱板 焼網 替網 角皿 丸皿 底板 棚板 炭床 風防 糸くず
集じん袋 集塵袋 ダストパック ダストバッグ ダストカップ メンテナンスボックス ドラムカートリッジ 廃トナーボックス 給水タンク ミルクジャグ エアフィルター エアエレメント
せんユニット 洗浄充電ステーション 交換ブラシ 交換ヘッド 交換ノズル 交換バンド 交換ベルト 替えイヤーパッド ブラケットフード ホットシュー 完全ガイド マスターガイド 公式ガイド 設定資料集
完全準拠 壁掛け金具 取付金具 補修テープ 補修キット 化粧箱のみ 外箱のみ 空き箱 空缶
""")
"""Endings of words that name what belongs to a thing and is not the thing, unless the title says that it comes with it (付)."""
ALONE: Final = frozenset(
    words_in("""
ノブ ハンドルノブ ホース 延長ホース 高圧ホース ノズル ベゼル メタルベルト ラバーベルト レザーベルト ウレタンベルト ナイロンベルト シリコンベルト ドック タンク ふた フタ 蓋 網 プレート 焼肉プレート たこ焼プレート 平面プレート ポール フック エレメント アシストレバー
クリーナーヘッド ローラーヘッド モーターヘッド フロアヘッド ローラーブラシ サイドブラシ メインブラシ 回転ブラシ ダストボックス 延長管 芯 栓 脚 バルブ リング 液晶パネル 基板 クリート ガイド 替え 替 予備
""")
)
"""The same for words that end the names of things as well, and so must stand alone."""
_ALIKE: Final = spellings("""
替え 替
替刃 替え刃
替芯 替え芯
バッテリー バッテリ
イヤーチップ イヤーピース イヤピース
イヤーパッド イヤークッション
内釜 内鍋 内なべ
内ぶた 内蓋 中蓋 中ぶた
ふた フタ 蓋
グランドシート フットプリント
カバー ケース
充電器 アダプター アダプタ
""")
"""Names of one part."""
_BY_LAST: Final = {
    last: tuple(part for part in PARTS if part[-1] == last) for last in dict.fromkeys(part[-1] for part in PARTS)
}
SPARE: Final = "交換用"
"""What goes without saying of a part."""
PUT_ON: Final = frozenset({"ケース", "カバー", "フィルム", "液晶保護", "のみ", "ステッカー", "ポーチ", "ケーブル"})
"""What is sold beside a thing more often than it is told of it."""
OF_ITSELF: Final = frozenset(
    words_in("""
バンド メタルベルト ラバーベルト レザーベルト ウレタンベルト ナイロンベルト シリコンベルト ベゼル リング ポール フック 脚 ふた 網 プレート ノブ スタンド
""")
)
"""What a description tells of a thing that is made with it; spares (内釜) are sold under the whole name of what they fit."""
NEVER_SAID: Final = frozenset({"のみ", "片耳", "片側", "空箱", "空き箱", "空缶", "替え", "替刃", "替芯"})
"""What is never told of the thing that has it."""
LATIN_PARTS: Final = spellings("""
ケース case cases
カバー cover covers
フィルム film
プロテクター protector
イヤーパッド pads pad earpads earpad
イヤーチップ eartips eartip
テープ tape
交換用 replacement spare
basket
パッキン gasket
bowl
ストラップ strap
バンド band
充電器 charger
フィルター filter filters
ホルダー holder
ブラケット bracket
ケーブル cable
アダプター adapter adaptor
ステッカー sticker stickers decal
ノズル nozzle
ホース hose
替刃 blade blades
説明書 manual
リモコン remote
部品 parts
スタンド stand
lid
sleeve
skin
""")
"""The same in English, each with the ending above that means the same."""
NO_PARTS: Final = words_in(
    "ドラムユニット 電源ユニット モバイルバッテリー スポーツバンド マルチバンド デスクスタンド ledスタンド 電気スタンド フロアスタンド ブックカバー 文庫カバー スーツケース キャリーケース ペンケース アタッシュケース ランプスタンド ボディのみ スマートリモコン 学習リモコン フルカバー 消毒ケース アルミニウムケース チタニウムケース デュアルバンド トライバンド リケーブル パッケージ マスコットキーホルダー 旅行ガイド 観光ガイド 旅行ガイドブック 観光ガイドブック コンタクト用洗浄液 コンタクト洗浄液 レンズ用洗浄液 レンズ洗浄液 つけおき洗浄液"
)
"""Words that end as a part does and are none."""


def same_part(word: str) -> str:
    """Return the name that stands for all of one part, any other word as it is."""
    return _ALIKE.get(word, word)


def part_of(word: str) -> str:
    """Return the part that a word in Japanese names, "" where it names none."""
    found = word if word in ALONE else next(filter(word.endswith, _BY_LAST.get(word[-1:], ())), "")
    return same_part(found)
