"""Labels, publishers and smaller makers as shops write them, in Japanese and in Latin letters; NFKC and lower case."""

from __future__ import annotations

from typing import Final

MORE_BRANDS: Final = """
leatherman レザーマン
redwing レッドウィング レッドウイング
whitehousecox ホワイトハウスコックス
goldwin ゴールドウイン ゴールドウィン
silvercross シルバークロス
bluebottle ブルーボトル
whitemountaineering ホワイトマウンテニアリング
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
daiichisankyo 第一三共 第一三共ヘルスケア
ssp エスエス製薬
shionogi シオノギ シオノギヘルスケア
satoseiyaku 佐藤製薬
zeria ゼリア新薬
ikeda 池田模範堂
taiho 大鵬薬品
menicon メニコン
coopervision クーパービジョン
saraya サラヤ
fumakilla フマキラー
stco エステー
sunstar サンスター
oillio 日清オイリオ
ebara エバラ エバラ食品
nagatanien 永谷園
marukome マルコメ
yamaki ヤマキ
kubara 久原本家
kameda 亀田製菓
fujiya 不二家
uha uha味覚糖
nissui ニッスイ
maruhanichi マルハニチロ
keycoffee キーコーヒー
twinings トワイニング
lipton リプトン
megmilk 雪印メグミルク
wakodo 和光堂
beanstalk ビーンスターク
icreo アイクレオ
doggyman ドギーマン
petio ペティオ
marukan マルカン
merrell メレル
teva テバ
skechers スケッチャーズ
moonstar ムーンスター
clarks クラークス
hanes ヘインズ
triumph トリンプ
manhattanportage マンハッタンポーテージ マンハッタン ポーテージ
anello アネロ
evernew エバニュー
victas ヴィクタス
babolat バボラ
spalding スポルディング
gamakatsu がまかつ
kyocera 京セラ
olfa オルファ
asahipen アサヒペン
kanpe カンペハピオ
washin 和信ペイント
cemedine セメダイン
soft99 ソフト99
surluster シュアラスター
carmate カーメイト
comtec コムテック
taiwanyuasa 台湾ユアサ
gsyuasa gsユアサ ジーエスユアサ
maruman マルマン
faber ファーバーカステル faber-castell
okamura オカムラ
itoki イトーキ
ergohuman エルゴヒューマン
yamazaki 山崎実業
noda 野田琺瑯 ノダホーロー
kaico 貝印
pearlmetal パール金属
henckels ヘンケルス
iwaki イワキ
iittala イッタラ
skater スケーター
brita ブリタ
vitantonio ビタントニオ
kalita カリタ
haier ハイアール
hisense ハイセンス
toyotomi トヨトミ
salonia サロニア
aviot アビオット
jabra ジャブラ
fiio フィーオ
thermaltake サーマルテイク
coolermaster クーラーマスター
deepcool ディープクール
lexar レキサー
hori ホリ
8bitdo エイトビットドゥ
hobbyjapan ホビージャパン
tomytec トミーテック
daddario ダダリオ
ernieball アーニーボール
epiphone エピフォン
strymon ストライモン
behringer ベリンガー
anua アヌア
mediheal メディヒール
cosrx コスアールエックス
missha ミシャ
etude エチュード
tirtir ティルティル
larocheposay ラロッシュポゼ
avene アベンヌ
addiction アディクション
decorte コスメデコルテ
isehan 伊勢半
attenir アテニア
kneipp クナイプ
maxicosi マキシコシ
graco グレコ
edwin エドウィン
dickies ディッキーズ
oakley オークリー
tissot ティソ
"""
