"""Labels, publishers and smaller makers as shops write them, in Japanese and in Latin letters; NFKC and lower case."""

from __future__ import annotations

from typing import Final

MORE_BRANDS: Final = """
sonymusic ソニーミュージック ソニーミュージックエンタテインメント
aniplex アニプレックス
ponycanyon ポニーキャニオン
avex エイベックス
universalmusic ユニバーサルミュージック
warnermusic ワーナーミュージック
kingrecords キングレコード
bandainamco バンダイナムコ バンダイナムコフィルムワークス バンダイナムコエンターテインメント
kadokawa カドカワ
bushiroad ブシロード
taito タイトー
rement リーメント re-ment
kenelephant ケンエレファント
sailorpen セーラー万年筆
platinumpen プラチナ万年筆
kuretake 呉竹
chacott チャコット
bvlgari ブルガリ
canmake キャンメイク
cezanne セザンヌ
romand ロムアンド rom&nd
laneige ラネージュ
innisfree イニスフリー
kerastase ケラスターゼ
botanist ボタニスト
mandom マンダム
kracie クラシエ
loreal ロレアル ロレアルパリ
maybelline メイベリン
guerlain ゲラン
givenchy ジバンシイ ジバンシー
hermes エルメス
gucci グッチ
prada プラダ
armani アルマーニ
karrimor カリマー
helinox ヘリノックス
deuter ドイター
millet ミレー
yamasa ヤマサ ヤマサ醤油
kureha クレハ
nichiban ニチバン
orihiro オリヒロ
sassy サッシー
babybjorn ベビービョルン
cybex サイベックス
katoji カトージ
dretec ドリテック
zwilling ツヴィリング
vessel ベッセル
keychron キークロン
elgato エルガト
soundpeats サウンドピーツ
edifier エディファイア
beyerdynamic ベイヤーダイナミック
spigen スピゲン シュピゲン
casetify ケースティファイ
smallrig スモールリグ
netgear ネットギア
switchbot スイッチボット
moleskine モレスキン
rollbahn ロルバーン
brio ブリオ
ravensburger ラベンスバーガー
nutro ニュートロ
naturemade ネイチャーメイド
oculus オキュラス
agf エージーエフ
starbucks スターバックス
tullys タリーズ
haagendazs ハーゲンダッツ
godiva ゴディバ
lindt リンツ
"""
