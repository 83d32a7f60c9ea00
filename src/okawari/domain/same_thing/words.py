"""What shops write into titles beside the name: brands, colours, editions, conditions, parts and praise.

A word stands here in NFKC and lower case. The lists are ours, from how shops in Japan write; a word that is missing makes a
pair unsure, never the same.
"""

from __future__ import annotations

from typing import Final


def _spellings(table: str) -> dict[str, str]:
    """Return word → first word of its line."""
    lines = (line.split() for line in table.strip().splitlines())
    return {word: words[0] for words in lines for word in words}


def _words(listed: str) -> tuple[str, ...]:
    return tuple(listed.split())


def _longest_first(listed: str) -> tuple[str, ...]:
    return tuple(sorted(listed.split(), key=len, reverse=True))


BRANDS: Final = _spellings("""
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
fujifilm 富士フイルム フジフイルム
sigma シグマ
tamron タムロン
crucial クルーシャル
wd ウエスタンデジタル western digital
buffalo バッファロー
elecom エレコム
epson エプソン セイコーエプソン
brother ブラザー ブラザー工業 ブラザー用
suntory サントリー
asahi アサヒ アサヒビール
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
irisohyama アイリスオーヤマ iris ohyama
dyson ダイソン
thermos サーモス
tfal ティファール t-fal
tombow トンボ トンボ鉛筆
pilot パイロット
kokuyo コクヨ
anker アンカー
logicool ロジクール logitech
topre 東プレ
dji ディージェイアイ
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
ucc 上島珈琲
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
goodsmile グッドスマイルカンパニー グッドスマイル
kotobukiya コトブキヤ 壽屋
tamiya タミヤ
hasegawa ハセガワ
aoshima アオシマ
megahouse メガハウス
segatoys セガトイズ
konami コナミ
sega セガ
koei コーエーテクモ コーエーテクモゲームス
atlus アトラス
zebra ゼブラ
pentel ぺんてる
mitsubishipencil 三菱鉛筆
stabilo スタビロ
lamy ラミー
hp ヒューレットパッカード
""")
"""Every spelling of a brand, with the one that stands for all."""

COLOURS: Final = _spellings("""
black ブラック 黒 blk くろ
white ホワイト 白 wht
silver シルバー 銀
gray グレー グレイ grey グラファイト graphite 灰
navy ネイビー 紺
blue ブルー 青
red レッド 赤
pink ピンク 桃
green グリーン 緑
yellow イエロー 黄
gold ゴールド 金
purple パープル 紫 ラベンダー lavender
brown ブラウン色 茶
beige ベージュ
orange オレンジ
clear クリア 透明
obsidian オブシディアン
porcelain ポーセリン
midnight ミッドナイト
starlight スターライト
titanium チタニウム
""")
"""Names of colours; a longer name such as ディープネイビー counts as the one in it."""

SPELLINGS: Final = _spellings("""
switch スイッチ
zero ゼロ
playstation プレイステーション プレステ
watch ウォッチ
series シリーズ
master マスター
mono モノ
pro プロ
plus プラス
max マックス
mini ミニ
lite ライト
blizzak ブリザック
evolta エボルタ
neo ネオ
digital デジタル
edition エディション
jacket ジャケット
nuptse ヌプシ
astrox アストロクス
bluray blu-ray ブルーレイ bd
first 初回限定盤 初回限定版 初回限定 初回生産限定盤 初回生産限定 初回盤
full 完全生産限定盤 完全生産限定
mic microsdカード microsdxc microsdhc microsd マイクロsd
ferrari フェラーリ
orchid 胡蝶蘭 オーキッド
realforce リアルフォース
soundcore サウンドコア
liberty リバティ
icons アイコン
oz オンス
refill 詰め替え つめかえ 詰替 詰替え
ポケモンカードゲーム ポケカ
seven セブン
quart qt クォート
""")
"""Other words that are written in two ways."""

LINES: Final = frozenset(
    _words("""
pro plus max mini lite ultra slim air se nc dex hd redux combo creator edition cellular absolute origin fluffy signature mid
low high digital ゲーム 改修型 改 ボディ ベスト パンツ ジェル ローション マイルドミルク ラベルレス 極暖 部屋干し refill ドラム式専用 ドラムユニット
シグニチャーエディション earbuds anywhere はじめて 新生児 デスクトップ用 ノート 大容量 増量 tkl テンキーレス xbox for kindle box
""")
)
"""Words that set one article of a line apart from its sisters: one title has it, the other has not, so they differ."""
EDITIONS: Final = frozenset(
    _words("""
first full 限定 特装版 豪華版 コレクターズ ダウンロード版 メガジャケ kindle版 特典 dvd bluray レンタル 全巻
""")
)
"""As `LINES`, and not even a model number settles them."""
CHOICES: Final = (
    frozenset({"メンズ", "レディース", "キッズ"}),
    frozenset({"右", "左"}),
    frozenset({"犬", "猫"}),
    frozenset({"英語配列", "日本語配列"}),
    frozenset({"多言語", "国内専用", "日本語専用"}),
    frozenset({"広告つき", "広告なし"}),
    frozenset({"テープ", "パンツタイプ"}),
)
"""Sets of which an article is one: two different ones differ, one that only one title names leaves it open."""
USUAL: Final = frozenset({"メンズ", "右", "日本語配列", "国内専用", "日本語専用"})
"""Choices that go without saying in Japan; an offer may name them all the same."""

USED: Final = _words("""
中古 訳あり わけあり ワケアリ アウトレット 展示品 開封済 再生品 リファービッシュ 整備済 箱なし 古着 レンタル落 ジャンク used
refurbished renewed シュリンクなし 期限間近 本体のみ 美品 動作確認済 組立済 難あり 極上品
""")
IMPORTED: Final = _words("並行輸入 海外版 輸入版 北米版 アジア版 逆輸入")
IMITATED: Final = _words("互換 リサイクルトナー 再生トナー 汎用 ノーブランド 類似品 レプリカ")
PARTS: Final = _words("""
ケース カバー フィルム フィルター スタンド ポーチ 収納バッグ バッテリー イヤーパッド イヤーチップ イヤピース パッキン 部品 替刃 替芯 替えブラシ
内釜 内なべ 内ぶた 洗浄液 除石灰剤 攻略本 ガイドブック パンフレット シューレース レンズフード ストラップ バンド 充電グリップ ドックセット
アダプター ヒートシンク ハウジング デカール ライトキット ユニット 拡張パーツ デッキシールド ステッカー アクリルスタンド 液晶保護 のみ
片耳 片側 交換用 グリップテープ キーホルダー ケーブル 充電器 説明書 空箱 リモコン
""")
"""Endings of words that name what belongs to a thing and is not the thing, unless the title says that it comes with it (付)."""
LATIN_PARTS: Final = frozenset(
    _words("case cover film kit pads pad tape bowl strap band charger filter lid sleeve skin")
)
NO_PARTS: Final = _words("ドラムユニット モバイルバッテリー スポーツバンド ブックカバー 文庫カバー")

NOISE: Final = _longest_first("""
コードレス 工業 鉛筆 電機 魔法瓶 製作所 産業 化学 製薬 スマートフォン スマホ タブレット ノートパソコン パソコン イヤフォン ヘッドフォン ヘッドセット スピーカー キーボード プリンター ルーター テレビ 冷蔵庫
洗濯機 電子レンジ オーブン トースター 加湿器 空気清浄機 扇風機 照明 時計 腕時計 フィギュア ブロック カードゲーム ぬいぐるみ ドッグフード ペットフード
おやつ お菓子 ビール 飲料水 シャンプー スキンケア シューズ 靴 かばん バッグ バドミントン テニス ゴルフ 文具 マウント レンズ 交換レンズ 電気 充電
インク カートリッジ トナー 容器 ボトル 台所 寝具 家電 生活用品 日用品 雑貨 玩具 知育 模型 キット 工具 園芸 自動車 用品 食器 調理 器具
デジカメ ビデオ 録画 再生 対応品 正規輸入品 並行 特価 激安 新発売 予約 限定価格 ギフト プレゼント 贈り物 誕生日 クリスマス 父の日 母の日
付属品 パッケージ フリー ゲームソフト ソフト ミラーレス 一眼 圧力 ジャー 内蔵 外付け 外付 デジタルカメラ カメラ 充電式 有線 無線 防水 軽量 男性 女性
化粧品 美容 食品 飲料 まとめ買い 通販 正規 国内 全自動 マシン メーカー 炊き 組立 大型 小型 家庭用 業務用 人気 限定特価 詰合せ 新品 未開封 未使用 送料無料 国内正規 正規品 正規代理店 純正 公式 即納 在庫あり 本体 セミ simフリー パッケージ版 通常版 コミック スケール プラモデル
ヘッドホン イヤホン ヘアードライヤー ドライヤー 炊飯 圧力ih ミラーレス一眼 ハードディスク ノイズキャンセリング ノイキャン ワイヤレス 乾電池 アルカリ
洗濯洗剤 洗剤 液体 化粧水 日焼け止め スニーカー おもちゃ 水筒 マウス アドバンスド シェーバー 電動歯ブラシ モバイルバッテリー ジンバルカメラ
アクションカメラ 掃除機 クリーナー ケトル コーヒー ドリッパー コーヒーメーカー エスプレッソマシン キャットフード スタッドレス タイヤ ラケット
ボールペン 消せる 消しゴム ペットボトル ゲーム機 認証済 新製品 最新 モデル 版 付 対応 入 用 缶 日本製 認定 保証 サイズ シュリンク コミックス 文庫 新書 スポーツバンド 価格 単品 単体 本格 静音 首振り 畳
首 高浸透 国内版 長袖 半袖 型 モード 限定特価 セール あす楽 ポイント お急ぎ便 書籍 漫画 本 巻 第 世代 代目 度 罫 荷重 ワイズ フレックス
完全 左右分離型 カナル型 オープン型 オーバーイヤー ポータブル ブルートゥース リニア スチーム 蒸気 コンパクト 高画質 薄型
家電量販店 公式ストア 取扱説明書 メーカー保証 保証付 年保証 翌日配送 当日発送 送料込 代引き 後払い お歳暮 お中元 内祝い 敬老の日 新生活
お茶 菓子 洗顔
ランニング ジョギング ウォーキング アウトドア キャンプ 登山 釣り 車用 カー用品 文房具 筆記具 ノートpc モニター
ディスプレイ 無線ルーター ミニカー プラレール トミカ 集英社 講談社 小学館 角川
シャッター テレビ録画 アクティブ 搭載 電子 増設 パック シュリンク付 テクノロジー 楽天 amazon ケース
""")
"""Parts of words that say nothing about which article it is."""
PARTICLES: Final = frozenset(_words("まで から より など との です ます くらい ほど にも でも から"))
LATIN_NOISE: Final = frozenset(
    _words("""
new sealed gaming brand cd sim pa mount mouse keyboard headset camera console machine kitchen toy figure game games
headphones speaker portable earphones earbud laptop monitor printer sneakers vacuum cleaner authentic original retail
headphone bluetooth compatible smartphone tablet  free shipping gift fast us ver genuine official the and with wireless building set black-friday sale series in of by model version ver japan
jp lightspeed noise cancelling uhs u3 u1 a2 v30 psn pcie nvme wifi wi-fi usb-c magsafe sodimm car botanical spf50 spf pse
shaft up pack usb led bm sc type ih no spirits mac
""")
)
UNITS: Final = {
    "tb": ("bytes", 1_000_000),
    "gb": ("bytes", 1_000),
    "mb": ("bytes", 1),
    "l": ("volume", 1_000),
    "リットル": ("volume", 1_000),
    "ml": ("volume", 1),
    "kg": ("mass", 1_000_000),
    "g": ("mass", 1_000),
    "mg": ("mass", 1),
    "cm": ("length", 10),
    "mm": ("length", 1),
    "m": ("length", 1_000),
    "インチ": ("inch", 1),
    "inch": ("inch", 1),
    "型": ("inch", 1),
    "合": ("rice", 1),
    "升": ("rice", 10),
    "qt": ("quart", 1),
    "quart": ("quart", 1),
    "mah": ("charge", 1),
    "mhz": ("clock", 1),
    "w": ("power", 1),
    "v": ("voltage", 1),
    "dpi": ("dpi", 1),
}
"""Units that tell articles apart, with what they measure and their size in the smallest of it."""
COUNTS: Final = _words("本 個 枚 冊 袋 缶 台 足 組 箱 色 パック セット box ケース 点 錠 粒 包 膳 球 巻セット ピース")
BOOKS: Final = _words("コミックス コミック 巻 文庫 新書 単行本")
"""Words of a book's title, beside which shops write authors and series as they like."""
