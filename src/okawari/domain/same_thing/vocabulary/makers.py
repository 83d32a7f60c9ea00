"""Makers and brands as shops write them, in Japanese and in Latin letters; NFKC and lower case."""

from __future__ import annotations

from typing import Final

from okawari.domain.same_thing.vocabulary.more_makers import MORE_BRANDS
from okawari.domain.same_thing.vocabulary.words import spellings

BRANDS: Final = spellings(
    MORE_BRANDS
    + """
nintendo 任天堂 ニンテンドー
sony ソニー sie
panasonic パナソニック
apple アップル
samsung サムスン サムスン電子
sharp シャープ
toshiba 東芝
hitachi 日立
mitsubishi 三菱 三菱電機
zojirushi 象印 象印マホービン
tiger タイガー タイガー魔法瓶
canon キヤノン キャノン
nikon ニコン
fujifilm 富士フイルム フジフイルム 富士フィルム フジフィルム
sigma シグマ
tamron タムロン
crucial クルーシャル
wd ウエスタンデジタル westerndigital western
buffalo バッファロー
elecom エレコム
epson エプソン セイコーエプソン
brother ブラザー ブラザー工業 ブラザー用
suntory サントリー
asahi アサヒ アサヒビール アサヒグループ食品
kirin キリン
sapporo サッポロ
kao 花王
lion ライオン
p&g pg
pampers パンパース
shiseido 資生堂
anessa アネッサ
skii sk2 sk-ii エスケーツー
bandai バンダイ バンダイスピリッツ spirits バンダイスピリット
lego レゴ
nike ナイキ
adidas アディダス
newbalance ニューバランス
uniqlo ユニクロ
northface ノースフェイス ザノースフェイス
irisohyama アイリスオーヤマ アイリスフーズ iris ohyama
dyson ダイソン
thermos サーモス
tfal ティファール t-fal
tombow トンボ トンボ鉛筆
pilot パイロット
kokuyo コクヨ
anker アンカー
logicool ロジクール logitech logicoolg ロジクールg logitechg
topre 東プレ
dji ディージェイアイ
insta360 インスタ360
gopro ゴープロ
braun ブラウン
philips フィリップス
google グーグル
amazon アマゾン
bose ボーズ
kitchenaid キッチンエイド
hario ハリオ
delonghi デロンギ
royalcanin ロイヤルカナン
inaba いなば いなばペットフード
ciao チャオ
bridgestone ブリヂストン ブリジストン
yonex ヨネックス
taylormade テーラーメイド
capcom カプコン
squareenix スクウェアエニックス スクウェア エニックス
xiaomi シャオミ
asus エイスース
lenovo レノボ
dell デル
casio カシオ
citizen シチズン
seiko セイコー
olympus オリンパス
ricoh リコー
pentax ペンタックス
yamaha ヤマハ
roland ローランド
kawai カワイ
denon デノン
marantz マランツ
onkyo オンキヨー オンキョー
pioneer パイオニア
kenwood ケンウッド
victor ビクター
audiotechnica オーディオテクニカ audio-technica
sennheiser ゼンハイザー
shure シュア
jbl ジェイビーエル
huawei ファーウェイ
oppo オッポ
motorola モトローラ
fujitsu 富士通
nec 日本電気
acer エイサー
gigabyte ギガバイト
corsair コルセア
razer レイザー
hyperx ハイパーエックス
steelseries スティールシリーズ
kingston キングストン
sandisk サンディスク
seagate シーゲイト
iodata アイオーデータ
sanwa サンワサプライ サンワダイレクト
balmuda バルミューダ
cuisinart クイジナート
russellhobbs ラッセルホブス
siroca シロカ
koizumi コイズミ
yamazen 山善
doshisha ドウシシャ
daikin ダイキン
fujitsugeneral 富士通ゼネラル
rinnai リンナイ
noritz ノーリツ
makita マキタ
hikoki ハイコーキ
bosch ボッシュ
irobot アイロボット
shark シャーク
roborock ロボロック
ecovacs エコバックス
karcher ケルヒャー
omron オムロン
tanita タニタ
terumo テルモ
oralb オーラルb
kose コーセー
kanebo カネボウ
albion アルビオン
pola ポーラ
fancl ファンケル
dhc ディーエイチシー
orbis オルビス
rohto ロート ロート製薬
kobayashi 小林製薬
unicharm ユニチャーム
daio 大王製紙 エリエール
nepia ネピア
pigeon ピジョン
aprica アップリカ
meiji 明治
morinaga 森永 森永乳業
glico グリコ 江崎グリコ
nissin 日清 日清食品
ajinomoto 味の素
kagome カゴメ
kikkoman キッコーマン
itoen 伊藤園
cocacola コカコーラ coca-cola
nestle ネスレ ネスカフェ
ucc 上島珈琲 ユーシーシー
asics アシックス
mizuno ミズノ
puma プーマ
reebok リーボック
converse コンバース
vans ヴァンズ
crocs クロックス
patagonia パタゴニア
columbia コロンビア
montbell モンベル
coleman コールマン
snowpeak スノーピーク
shimano シマノ
daiwa ダイワ
garmin ガーミン
fitbit フィットビット
takaratomy タカラトミー
goodsmile グッドスマイルカンパニー グッドスマイル グッスマ
kotobukiya コトブキヤ 壽屋
tamiya タミヤ
hasegawa ハセガワ
aoshima アオシマ 青島文化教材社
megahouse メガハウス
segatoys セガトイズ セガフェイブ
honey &honey アンドハニー
3mjapan スリーエム スリーエムジャパン
konami コナミ コナミデジタルエンタテインメント
sega セガ
koei コーエーテクモ コーエーテクモゲームス
atlus アトラス
zebra ゼブラ
pentel ぺんてる
mitsubishipencil 三菱鉛筆
stabilo スタビロ
lamy ラミー
hp ヒューレットパッカード
lancome ランコム
clinique クリニーク
esteelauder エスティローダー
dior ディオール
chanel シャネル
ysl イヴサンローラン
clarins クラランス
kiehls キールズ
loccitane ロクシタン
shuuemura シュウウエムラ
neutrogena ニュートロジーナ
nivea ニベア
unilever ユニリーバ
johnson ジョンソン ジョンソンエンドジョンソン
earthco アース製薬
kincho 大日本除虫菊 キンチョー
otsuka 大塚製薬
taisho 大正製薬
takeda 武田薬品
santen 参天製薬 サンテン
hisamitsu 久光製薬
kowa 興和
calbee カルビー
lotte ロッテ
bourbon ブルボン
housefoods ハウス食品
sbfoods エスビー食品
maruchan マルちゃん 東洋水産
mizkan ミツカン
kewpie キユーピー キューピー
nipponham 日本ハム ニッポンハム
itoham 伊藤ハム
hagoromo はごろもフーズ
yakult ヤクルト
dydo ダイドー
pokka ポッカサッポロ
levis リーバイス levi levi's
leeco リー
championco チャンピオン
carhartt カーハート
gramicci グラミチ
ralphlauren ラルフローレン
lacoste ラコステ
burberry バーバリー
coachco コーチ
guco ジーユー
muji 無印良品
wacoal ワコール
gunze グンゼ
underarmour アンダーアーマー
salomon サロモン
timberland ティンバーランド
birkenstock ビルケンシュトック
drmartens ドクターマーチン dr.martens
onitsuka オニツカタイガー
mammut マムート
arcteryx アークテリクス
gregory グレゴリー
samsonite サムソナイト
aceco エース
amd エーエムディー
intel インテル
nvidia エヌビディア
msi エムエスアイ
asrock アスロック
kuroutoshikou 玄人志向
palit パリット
zotac ゾタック
noctua ノクチュア
benq ベンキュー
eizo ナナオ
iiyama イーヤマ
wacom ワコム
microsoft マイクロソフト
tplink ティーピーリンク tp-link
ugreen ユーグリーン
belkin ベルキン
transcend トランセンド
kioxia キオクシア
leica ライカ
hasselblad ハッセルブラッド
zeiss ツァイス カールツァイス
tokina トキナー
voigtlander フォクトレンダー
manfrotto マンフロット
velbon ベルボン
hakuba ハクバ
kenko ケンコー ケンコートキナー
vixen ビクセン
aladdinco アラジン
vermicular バーミキュラ
staub ストウブ
lecreuset ルクルーゼ
iwatani イワタニ 岩谷産業
coronaco コロナ
dainichi ダイニチ
mitsubishiheavy 三菱重工
tescom テスコム
refaco リファ
yaman ヤーマン
maxell マクセル
twinbird ツインバード
recolte レコルト
brunoco ブルーノ bruno
toffyco トフィー
stanleyco スタンレー
hydroflask ハイドロフラスク
yetico イエティ
logosco ロゴス
captainstag キャプテンスタッグ
dodco ディーオーディー
uniflame ユニフレーム
sotoco ソト
nalgene ナルゲン
combico コンビ
richell リッチェル
stokke ストッケ
ergobaby エルゴベビー
fisherprice フィッシャープライス
epoch エポック エポック社
bornelund ボーネルンド
hasbro ハズブロ
mattel マテル
banpresto バンプレスト
maxfactory マックスファクトリー
furyu フリュー
alterco アルター
medicomtoy メディコムトイ
kaiyodo 海洋堂
waveco ウェーブ
fromsoftware フロムソフトウェア
levelfive レベルファイブ
spikechunsoft スパイクチュンソフト
nihonfalcom 日本ファルコム
ubisoft ユービーアイソフト
arcsystem アークシステムワークス
kingco キングジム kingjim
staedtler ステッドラー
sakuraco サクラクレパス
midorico ミドリ
carlco カール事務器
nakabayashi ナカバヤシ
hillsco ヒルズ
purina ピュリナ
marsco マースジャパン
gex ジェックス
tetraco テトラ
michelin ミシュラン
yokohama ヨコハマ 横浜ゴム
dunlop ダンロップ
toyotires トーヨータイヤ
denso デンソー
yupiteru ユピテル
carrozzeria カロッツェリア
alpineco アルパイン
ibanez アイバニーズ
fender フェンダー
gibson ギブソン
korg コルグ
bossco ボス
zoomco ズーム
titleist タイトリスト
callaway キャロウェイ
pingco ピン
srixon スリクソン
molten モルテン
mikasa ミカサ
butterflyco バタフライ
"""
)
"""Every spelling of a brand, with the one that stands for all."""
