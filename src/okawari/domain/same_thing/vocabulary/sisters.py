"""Words that name one of several sisters wherever they stand: tastes, scents, what is in it, for whom, how large, how strong.

A title that alone has one leaves the pair unsure, also where a description would tell nothing.
"""

from __future__ import annotations

import re
from typing import Final

from okawari.domain.same_thing.vocabulary.words import longest_first, words_in

SAVOURS: Final = re.compile(
    "|".join(
        longest_first(
            words_in("""
いちご イチゴ 苺 ストロベリー ブルーベリー ラズベリー バニラ ショコラ 抹茶 モカ キャラメル レモン ライム りんご リンゴ アップル グレープ ぶどう ブドウ ピーチ 白桃 マンゴー メロン バナナ パイン
ヨーグルト コーラ ソーダ ミント メンソール シトラス ローズ ラベンダー フローラル ハーブ ジャスミン サボン 石鹸の せっけんの ムスク ココナッツ シナモン はちみつ ハチミツ 黒糖 きなこ
うめ 柚子 ゆず しそ わさび 体重管理 避妊 去勢 厚手 薄手 極厚 超厚 極薄 しょうが 生姜 味 濃い コク 深い まろやか 贅沢 味噌 みそ とんこつ 豚骨 担々 チリ チーズ バター ガーリック にんにく 明太子 たらこ 海苔 しらす サーモン まぐろ マグロ かつお ささみ チキン ビーフ ポーク ターキー
えび エビ 帆立 ホタテ 黒豆 ごま ゴマ アーモンド ピスタチオ ナッツ ココア 紅茶 烏龍 ほうじ 玄米 麦茶 キリマンジャロ ブラジル コロンビア グアテマラ
グレープフルーツ マスカット ライチ アセロラ カシス クランベリー ざくろ ザクロ アロエ キウイ さくらんぼ チェリー パイナップル レモネード ジンジャー ミルクティー ストレートティー アールグレイ ダージリン
アッサム カモミール ルイボス カフェオレ カフェラテ エスプレッソ ティラミス 杏仁 あずき 小豆 くるみ ヘーゼルナッツ カシューナッツ マカダミア 豚骨 煮干し 魚介 海老 うに いわし ラム肉 馬肉 鹿肉 ベーコン コンソメ のりしお うすしお
からし マスタード 黒胡椒 山椒 キムチ 麻婆 トマト コーン かぼちゃ ほうれん草 枝豆 さつまいも 紫いも いちじく ひのき 檜 ヒノキ 金木犀 キンモクセイ ゼラニウム ユーカリ ティーツリー ベルガモット サンダルウッド フリージア
ピオニー ミモザ グリーンティー ハーバル 無香 微香 温感 冷感 初期型 後期型 乱視 遠近両用 マルチフォーカル 極暖
grape orange melon pineapple cinnamon ginger vetiver eucalyptus bergamot sandalwood unscented scented decaffeinated
vanilla chocolate strawberry lemon lime mint rose lavender cherry mango berry coconut peach apple caramel mocha citrus jasmine
""")
        )
    )
)
"""What a sister tastes or smells of or is made for, also in a longer word."""
SISTERS: Final = frozenset(
    words_in("""
小児 大人の 子供の こどもの 男の 女の パピー シニア ジュニア キッズ ベビー用 子供用 こども用 大人用 女性用 男性用 左利き 右利き 初級 中級 上級
ビッグ ビンテージ ニオイ カレー カフェインゼロ カフェインレス デカフェ charcoal sensitive decaf
小さめ ふつう 大きめ 低め 高め かため やわらかめ 硬め 軟らかめ 濃いめ 薄め 浅煎り 中煎り 深煎り シングル ダブル セミダブル クイーン キング ハード ミディアム ライト ダーク
桃 梅 栗 桜 塩 鮭 鯛 蟹 醤油 しょうゆ しお 黒 白 クール ホット ひんやり あったか モノクロ モノクローム クラシック ネオ ナノ ラージ スモール トール グランデ ロング ショート ショートサイズ ロングサイズ ペア 旧型 旧モデル 前期 後期 復刻 ライトニング lightning
エクストラ エキストラ エクストリーム プロフェッショナル アドバンス アブソルート スーパー ハイパー アクティブ ジャンボ リッチ マイルド モイスト スムース active extreme professional absolute rebuild remake remaster remastered
""")
)
"""Words of which one sister is called so: for whom, how large, how strong."""
