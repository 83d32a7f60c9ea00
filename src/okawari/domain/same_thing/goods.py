"""Kinds of goods, which shops name or leave out; titles that each name another are of two things all the same."""

from __future__ import annotations

from typing import Final

from okawari.domain.same_thing.words import spellings

THINGS: Final = spellings("""
スマートフォン スマホ smartphone 携帯電話 白ロム 赤ロム
タブレット tablet
ノートパソコン laptop
パソコン computer デスクトップパソコン
イヤホン イヤフォン earphone earphones earbud ワイヤレスイヤホン
ヘッドホン ヘッドフォン ヘッドセット headphone headphones headset
スピーカー speaker サウンドバー
キーボード keyboard メカニカルキーボード
マウス mouse トラックボール ゲーミングマウス
コントローラー コントローラ controller ゲームパッド
プリンター printer 複合機 インクジェット
ルーター router
ディスプレイ モニター monitor ゲーミングモニター
テレビ
冷蔵庫 refrigerator 冷凍庫
洗濯乾燥機 洗濯機 乾燥機
オーブンレンジ オーブン レンジ oven スチームオーブンレンジ
トースター オーブントースター
加湿器 加湿機
空気清浄機 空気清浄器
扇風機 サーキュレーター リビングファン
照明 シーリングライト デスクライト
腕時計 時計 watch ウオッチ リストウォッチ スマートウォッチ smartwatch 活動量計 トラッカー tracker
フィギュア figure アクションフィギュア スタチュー
プラモデル プラモ ガンプラ
ブロック
カードゲーム トレーディングカード トレカ tcg
ぬいぐるみ
シューズ 靴 shoes スニーカー sneakers ランニングシューズ ウォーキングシューズ スポーツシューズ
サンダル スポーツサンダル
ブーツ
かばん バッグ bag カバン
リュック バックパック リュックサック デイパック ザック backpack
ショルダーバッグ ショルダー
トートバッグ トート
財布 長財布 二つ折り財布
レンズ lens カメラレンズ ズームレンズ
鉛筆
シャープペンシル シャーペン
ボールペン ジェルボールペン
万年筆
マーカー マーカーペン ラインマーカー
手帳 ダイアリー
カメラ デジカメ デジタルカメラ camera コンデジ デジタル一眼 ミラーレスカメラ コンパクトデジタルカメラ インスタントカメラ アクションカメラ
ビデオ
ゲームソフト
console
ドライヤー ヘアードライヤー ヘアドライヤー
ヘアアイロン ストレートアイロン
ハードディスク
シャワーヘッド
リングノート
ナプキン
トイレットペーパー トイレットティシュー トイレットロール
ティッシュペーパー ティッシュ ティシュー
カレールウ カレールー ルウ
フェイスパウダー
乾電池 電池
洗濯洗剤 洗剤
柔軟剤
台所用洗剤 食器洗剤 食器用洗剤
日焼け止め
水筒 bottle マグボトル
タンブラー tumbler
マグカップ マグ mug
弁当箱 ランチボックス
シェーバー 髭剃り ひげそり メンズシェーバー
モバイルバッテリー
ジンバルカメラ
掃除機 クリーナー cleaner vacuum スティッククリーナー コードレスクリーナー
ロボットクリーナー
ケトル 湯沸かし
ドリッパー
コーヒーメーカー エスプレッソマシン
タイヤ クリンチャータイヤ
ラケット
スポーツバンド
書籍
漫画 マンガ まんが
絵本
アルバム album ベストアルバム
雑誌 ムック
ミニカー
人形
電車 新幹線
パズル ジグソーパズル
三脚
炊飯器 cooker
ホットプレート
ミキサー ブレンダー blender ジューサー ハンドブレンダー
フードプロセッサー
ホームベーカリー
圧力鍋 電気圧力鍋 電気鍋
フライパン
両手鍋
片手鍋
包丁 三徳包丁
まな板
エアコン ルームエアコン
除湿機 除湿器 衣類乾燥除湿機
ストーブ
ファンヒーター
こたつ
電気毛布
アイロン スチームアイロン
体重計 体組成計
血圧計
体温計
食器洗い乾燥機 dishwasher
マザーボード
グラフィックボード グラフィックカード グラボ ビデオカード
cpu プロセッサー プロセッサ
ピアノ デジタルピアノ キーボードピアノ
ギター エレキギター
エフェクター
インパクトドライバー
フェイスクリーム
歯磨き粉 歯みがき粉 ハミガキ 歯磨剤
カップラーメン 即席めん
ジーンズ ジーパン デニムパンツ
ズボン
上着 アウター
ティーシャツ
スウェット トレーナー
パーカー フーディー
帽子 キャップ
靴下 ソックス
チェア 椅子 chair イス いす
アウトドアチェア キャンプチェア
デスク 学習机
テーブル
ファイル
ベビーカー
チャイルドシート
抱っこ紐 抱っこひも
テント
タープ
寝袋 シュラフ
ランタン
クーラーボックス
マイク
ウェブカメラ
双眼鏡
望遠鏡 天体望遠鏡
哺乳瓶 哺乳びん
オムツ おむつ 紙おむつ
おしりふき
猫砂
ペットシーツ
コンタクトレンズ
ssd
hdd
ペダル
ヘルメット
ロードバイク
クロスバイク
atx
micro-atx microatx
mini-itx
e-atx
釣り竿 ロッド
リール スピニングリール
""")
"""Things, whose names close compounds that describe (コードレスブレンダー)."""
_LEAST_HEAD: Final = 3
"""Our own choice: letters of a kind of goods by which a compound is known."""
HEADS: Final = tuple(word for word in THINGS if "ァ" <= word[0] <= "ー" and len(word) >= _LEAST_HEAD)
"""Those of them in katakana."""
_USED_UP: Final = spellings("""
ドッグフード
キャットフード
おやつ お菓子 菓子 スナック
ビール
日本酒 清酒
焼酎
ウイスキー ウヰスキー whisky whiskey
ワイン wine
チューハイ
飲料水 ミネラルウォーター 天然水
インク カートリッジ インクカートリッジ
トナー トナーカートリッジ
コーヒー coffee 珈琲 レギュラーコーヒー インスタントコーヒー
お茶 緑茶 緑茶飲料
リップ リップスティック ルージュ
フェイスマスク フェイスパック シートマスク
入浴剤
マウスウォッシュ
サプリ サプリメント
プロテイン ホエイプロテイン
ジュース 果汁飲料
ウインナー ソーセージ
お米 白米 精米
袋麺
シリアル グラノーラ
""")
"""Goods that are used up, where what stands before sets sisters apart (アイスコーヒー)."""
SUPPLIES: Final = frozenset({"インク", "トナー"})
"""What is used up in a thing that has the same number in its title."""
GOODS: Final = {**THINGS, **_USED_UP}
"""Every name of a kind of goods, with the one that stands for all; names that may stand for one thing share a line."""
