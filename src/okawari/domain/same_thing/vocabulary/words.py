"""What shops write into titles beside the name: colours, editions, conditions, parts and units.

A word stands here in NFKC and lower case. The lists are ours, from how shops in Japan write; a word that is missing makes a
pair unsure, never the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final


def spellings(table: str) -> dict[str, str]:
    """Return word → first word of its line."""
    lines = (line.split() for line in table.strip().splitlines())
    return {word: words[0] for words in lines for word in words}


def words_in(text: str) -> tuple[str, ...]:
    """Return the words of a table."""
    return tuple(text.split())


def longest_first(words: Iterable[str]) -> tuple[str, ...]:
    """Return words in the order they are looked for: the longest first, and the same in every process."""
    return tuple(sorted(words, key=lambda word: (-len(word), word)))


COLOURS: Final = spellings("""
black ブラック 黒 blk くろ ブラックチタニウム
white ホワイト 白 wht ホワイトチタニウム
silver シルバー 銀
gray グレー グレイ grey グラファイト graphite 灰
navy ネイビー 紺
blue ブルー 青 ブルーチタニウム
red レッド 赤
pink ピンク 桃 pnk
rose ローズ
green グリーン 緑
yellow イエロー 黄
rosegold ローズゴールド ピンクゴールド
gold ゴールド 金
purple パープル 紫 ラベンダー lavender
brown ブラウン色 茶 褐色
beige ベージュ
orange オレンジ
clear クリア 透明
obsidian オブシディアン
porcelain ポーセリン
midnight ミッドナイト
starlight スターライト
titanium チタニウム
deserttitanium デザートチタニウム
khaki カーキ
ivory アイボリー
greige グレージュ
charcoal チャコール
turquoise ターコイズ
burgundy バーガンディ バーガンディー
bronze ブロンズ
""")
"""Names of colours; a longer name such as ディープネイビー counts as the one in it."""

ALONE_COLOURS: Final = {
    **{f"{sign}色": COLOURS[sign] for sign in "黒白銀灰紺青赤桃緑黄金紫茶"},
    **spellings("""
black bk
white wh wt
gray gry
navy nvy nv
pink pk
red rd
yellow yel ylw
green grn
brown brn
cyan シアン
magenta マゼンタ
white しろ
smoke スモーク
black noir ノワール nero
bordeaux ボルドー
camel キャメル
taupe トープ ニュートープ
teal ティール
lilac ライラック
mauve モーヴ モーブ
ecru エクリュ 生成 生成り
copper カッパー
gunmetal ガンメタ ガンメタル ガンメタリック
coyote コヨーテ
terracotta テラコッタ
camo 迷彩 カモ カモフラージュ カモフラ
walnut ウォールナット ウォルナット
mahogany マホガニー
natural ナチュラル nat
slate スレート
coral コーラル
lightblue 水色 サックス
"""),
}
"""Names of colours that begin and end other words too, and so must stand alone."""
COLOUR_NAMES: Final = {
    standard: tuple(name for table in (COLOURS, ALONE_COLOURS) for name, one in table.items() if one == standard)
    for standard in {*COLOURS.values(), *ALONE_COLOURS.values()}
}
"""Every spelling of a colour."""
NO_COLOURS: Final = words_in(
    "ブルーレイ ホワイトニング ブルーライト ブルートゥース ブラックフライデー ブラックライト ステインクリア スキンクリア オレンジページ ゴールドカード グリーンティー グレープ ブレッド スレッド クローズ メルローズ プリムローズ 透明水彩 ブロンズ新社 アールグレイ アールグレー レディグレイ レディグレー"
)
"""Words that begin or end as a colour does and name none."""
NO_LINES: Final = words_in(
    "ミニッツ プロダクション プラスチック プロテクター プロテクト プロテイン プロジェクター プログラム プロダクト プロビオ プロバイオ プロポリス プロペラ プロフィット プロセス プロミス ミニチュア ライトニング ショートケーキ ロングセラー マックスファクトリー マックスファクター スリムフィット ゲームパッド ゲームショップ ゲームセンター ベストアルバム"
)
"""Words that begin as a line is called and name none."""
NO_SETS: Final = words_in(
    "カセット ドラムセット リセット オフセット プリセット コルセット チップセット サーキット リペア スペア コンペア"
)
"""Words that end as a set is called and name none."""
COLOUR_SUFFIXES: Final = {
    "w": "white",
    "wh": "white",
    "wt": "white",
    "k": "black",
    "bk": "black",
    "rd": "red",
    "pk": "pink",
    "nv": "navy",
    "nb": "navy",
}
"""Letters that makers agree on for a colour behind their numbers; others differ from maker to maker."""
SPELLINGS: Final = spellings("""
switch スイッチ
wifi wi-fi
ワンデー 1day 1-day oneday one-day
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
lite ライト light
blizzak ブリザック
evolta エボルタ
neo ネオ
digital デジタル
edition エディション
jacket ジャケット
nuptse ヌプシ
astrox アストロクス
bluray blu-ray ブルーレイ ブルーレイディスク bd
lp アナログ盤 アナログレコード レコード盤 vinyl ヴァイナル
初回限定盤 初回限定版 初回出荷限定盤 初回限定 初回生産限定盤 初回生産限定版 初回生産限定 初回盤
完全生産限定盤 完全生産限定版 完全生産限定
mic microsdカード microsdxc microsdhc microsd マイクロsd
ferrari フェラーリ
orchid 胡蝶蘭 オーキッド
realforce リアルフォース
soundcore サウンドコア
liberty リバティ
icons アイコン
広告つき 広告あり
広告なし 広告無し
kindle キンドル
paperwhite ペーパーホワイト
refill 詰め替え つめかえ 詰替 詰替え つめ替え つめ替 つけかえ 付け替え 付替え レフィル リフィル システムパック
ポケカ ポケモンカードゲーム ポケモンカード
seven セブン
biore ビオレ
kate ケイト
curel キュレル
sofina ソフィーナ
dove ダヴ
lux ラックス
nars ナーズ
ipsa イプサ
visee ヴィセ
gatsby ギャツビー
quart qt クォート
ボディ ボディー
カフェインレス デカフェ decaf
パンツ パンツタイプ pants
コレクターズ collector collectors
メンズ men mens
レディース women womens
slim スリム
signature シグニチャー シグネチャー
premium プレミアム
deluxe デラックス
standard スタンダード
wide ワイド
long ロング
short ショート
special スペシャル
""")
"""Other words that are written in two ways."""

LINES: Final = frozenset(
    words_in("""
pro plus max mini lite ultra slim air se nc dex hd redux combo creator edition cellular absolute origin fluffy signature mid
low high digital 改修型 ボディ ベスト ジェル ローション マイルドミルク ラベルレス 極暖 部屋干し 超 改 真 極 続 refill ドラム式専用 ドラムユニット
premium deluxe wide long short ストロング シグニチャーエディション anywhere はじめて 新生児 デスクトップ用 ノート 大容量 増量 tkl テンキーレス xbox kindle box
""")
)
"""Words that set one article of a line apart from its sisters: one title has it, the other has not, so they differ."""
PRAISING: Final = frozenset(words_in("premium deluxe special air 新生児 ローション ノート 大容量 増量 部屋干し"))
"""Those of them that only describe where they stand behind a closed name (720ml プレミアム焼酎)."""
SHAPING: Final = frozenset(words_in("long short wide slim mini ボディ ジェル"))
"""Those that do so as a part of a longer word alone (80g ベリーショート)."""
EDITIONS: Final = frozenset(
    words_in("""
初回限定盤 完全生産限定盤 レンズキット ズームキット ダブルズームキット 限定 特装版 同梱版 豪華版 コレクターズ ダウンロード版 メガジャケ kindle版 特典 完全版 新装版 愛蔵版 新版 朗読 オーディオブック 小説版 漫画版 コミック版 実写版 アニメ版 小型版 大活字版 机上版 カラー版 ノベライズ 改訂版 増補版 廉価版 dvd bluray lp レンタル 全巻 電子書籍 電子版 バルク oem 強化版 拡張版 拡張セット 増補改訂版 総集編 お試し トライアル サンプル 試供品 トラベルサイズ
""")
)
"""As `LINES`, and not even a model number settles them."""
OPTIONS: Final = frozenset({"選べる", "各色", "選択", "お選び"})
"""What tells that a buyer has to choose yet."""
FIGURES: Final = spellings("""
ねんどろいど nendoroid
figma フィグマ
figuarts s.h.figuarts shfiguarts フィギュアーツ
popupparade ポップアップパレード
figure-rise フィギュアライズ
metalbuild
robot魂
""")
"""Lines of figures, of which each character comes in several."""
GRADES: Final = spellings("""
hg hguc hgce hgac hgfc hgbf hgbd ハイグレード
rg リアルグレード
mg マスターグレード
pg パーフェクトグレード
eg エントリーグレード
""")
"""Grades of kits of plastic, in which each machine comes in several, with the one that stands for all of one sort."""
THICKNESSES: Final = frozenset({"超極薄", "極薄", "薄", "中厚", "厚", "特厚", "超特厚"})
"""Of what sisters come in several thicknesses, written as a word of its own."""
CARRIERS: Final = spellings("""
docomo ドコモ
au
softbank ソフトバンク
ymobile ワイモバイル
""")
"""By whom a telephone is sold."""
CHOICES: Final = (
    frozenset(CARRIERS.values()),
    OPTIONS,
    frozenset(FIGURES.values()),
    frozenset(GRADES.values()),
    frozenset({"輸入盤", "国内盤"}),
    frozenset({"メンズ", "レディース", "キッズ"}),
    frozenset({"右", "左"}),
    frozenset({"犬", "猫"}),
    frozenset({"英語配列", "日本語配列"}),
    frozenset({"多言語", "国内専用", "日本語専用"}),
    frozenset({"広告つき", "広告なし"}),
    frozenset({"テープ", "パンツ"}),
    frozenset({"男の子", "女の子"}),
    frozenset({"上", "中", "下"}),
    frozenset({"東", "西"}),
    frozenset({"しっとり", "さっぱり"}),
    frozenset({"甘口", "中辛", "辛口", "大辛"}),
    frozenset({"微糖", "加糖"}),
    frozenset({"薄口", "濃口"}),
    frozenset({"硬式", "軟式"}),
    frozenset({"夜用", "昼用"}),
    frozenset({"極細", "細字", "中細", "中字", "太字"}),
    frozenset({"オードトワレ", "オードパルファム", "オーデコロン"}),
    frozenset({"英語版", "中国語版", "韓国語版", "日本語版"}),
    THICKNESSES,
)
"""Sets of which an article is one: two different ones differ, one that only one title names leaves it open."""
BOTH: Final = (frozenset({"左", "右"}), frozenset({"男の子", "女の子"}), frozenset({"メンズ", "レディース"}))
"""Choices that name both say none."""
KINDS: Final = tuple(
    spellings(kinds.replace(" ", "\n").replace("=", " "))
    for kinds in (
        "化粧水 乳液 美容液 洗顔 化粧下地 ファンデーション 口紅 チーク アイシャドウ マスカラ アイライナー ネイル 香水",
        "シャンプー コンディショナー トリートメント ボディソープ ハンドソープ",
        "長袖=長そで 半袖=半そで",
        "文庫 コミックス=コミック 新書 単行本",
        "無罫=無地 横罫=罫線 方眼=方眼罫 ドット方眼",
        "春夏 秋冬 オールシーズン",
        "アルカリ マンガン リチウム",
        "自動巻き=自動巻 手巻き=手巻 クオーツ=クォーツ",
        "家庭用 業務用",
        "全自動 半自動",
        "インスタントコーヒー レギュラーコーヒー=ドリップコーヒー",
        "ドライフード ウェットフード=ウエットフード",
        "有線=wired 無線=ワイヤレス=wireless=bluetooth",
        "水性 油性 乳性",
        "都市ガス=都市 プロパンガス=プロパン",
        "電球色 昼白色 昼光色 温白色",
        "つや消し=艶消し=ツヤ消し=ツヤ消 ツヤあり=つやあり=艶あり=ツヤ有",
        "単1形=単1=単一 単2形=単2=単二 単3形=単3=単三 単4形=単4=単四 単5形=単5=単五",
        "男性 女性",
        "大人 子供=子ども=こども",
        "縦型 ドラム式",
        "冷蔵 冷凍 常温",
        "紙パック ペットボトル",
        "左開き 右開き",
        "卓上 壁掛け=壁掛=壁かけ",
        "本革=牛革=レザー 合皮=合成皮革",
        "綿=コットン ウール カシミヤ シルク リネン",
        "厚手 薄手",
        "プラスチック ガラス 陶器 木製",
        "ハードカバー ソフトカバー",
        "ハイカット ローカット ミッドカット",
        "クルーネック=丸首=丸首半袖 vネック ハイネック モックネック タートルネック",
        "電動 手動",
        "充電式 電池式",
        "密閉型 開放型",
        "半光沢 光沢 マット=matte",
        "深型 浅型",
        "幅狭=ナロー=ナロー幅=narrow 幅広=幅広タイプ",
        "角型 丸型",
        "nゲージ=n-gauge=n-scale hoゲージ=ho-gauge=ho-scale zゲージ=z-gauge=z-scale",
        "基本 増結",
        "usb-c usb-a",
        "シングルモルト シングルグレーン=グレーンウイスキー シングルブレンデッド=ブレンデッドウイスキー",
        "成犬 子犬=仔犬 老犬=高齢犬=シニア犬",
        "成猫 子猫=仔猫 老猫=高齢猫=シニア猫",
        "超小型犬 小型犬 中型犬 大型犬",
        "新潮文庫 角川文庫 講談社文庫 集英社文庫 文春文庫 幻冬舎文庫 双葉文庫 朝日文庫 ハヤカワ文庫 ちくま文庫 岩波文庫 光文社文庫 中公文庫 河出文庫",
    )
)
"""Kinds of goods, each spelling with its standard. Titles that name two differ; one that only one names tells nothing."""
KIND_OF: Final = {word: standard for kinds in KINDS for word, standard in kinds.items()}
PAIRED: Final = tuple(frozenset(kinds.values()) for kinds in KINDS[:2])
"""Kinds that are sold together too."""
TOLD_APART: Final = frozenset(
    words_in("""
usb-a 水性 油性 乳性 都市ガス プロパンガス 電球色 昼白色 昼光色 温白色 つや消し ツヤあり 単1形 単2形 単3形 単4形 単5形 幅狭
""")
)
"""Kinds that no shop leaves out, so that a title which names one is of another thing than one which names none."""
ASKED: Final = TOLD_APART | frozenset(
    words_in("""
本革 合皮 綿 ウール カシミヤ シルク リネン プラスチック ガラス 陶器 木製 無罫 横罫 方眼 ドット方眼 クルーネック vネック 左開き 右開き 冷凍 長袖 半袖 光沢 半光沢 深型 浅型 角型 丸型 卓上 壁掛け 成犬 子犬 老犬 成猫 子猫 老猫
""")
)
"""Kinds that a buyer asks for, so that an offer which leaves them out may be of another."""
WEARERS: Final = frozenset({"メンズ", "レディース", "キッズ"})
"""For whom shoes and perfumes are, which goes without saying beside their length and their volume."""
USUAL: Final = frozenset({"メンズ", "国内盤", "右", "日本語版", "日本語配列", "国内専用", "日本語専用"})
"""Choices that go without saying in Japan; an offer may name them all the same."""

TRADE: Final = re.compile(
    "送料|返品|[pPｐＰ][0-9]+倍|最大[0-9]+|残債|一括購入|ロック解除|利用制限|同梱可|ケースまで|配送|直送|発送|発売済|納期|在庫|即納|即購入|ポイント\\d|クーポン|メール便|ゆうパケット|代引|不可|適合|レビュー|ラッピング|取扱|正規品|正規輸入|保証|楽天1位"
)
"""Stems of the trade: what holds one of them speaks of the sale and not of the thing."""
KEPT: Final = re.compile(
    "(?<![0-9])限定(?!配送|価格|特価|クーポン|全品)|(?<!レビュー)特典|付|つき|セット|互換|並行|中古|訳あり|わけあり|箱|美品|開封|展示|難|のみ|用|版|盤|再生|整備|[0-9]+ ?(?:個|本|枚|袋|缶|冊)(?!まで)|サイズ"
)
"""Words beside which what a bracket holds is read all the same."""
DESCRIBES: Final = re.compile(
    "(?:[でにを][^でにを]{1,6}る用?|[一-鿿][済器]|済み|サイズ|イヤホン|イヤフォン|ヘッドホン|スピーカー|コスメ|パック|スニーカー|シューズ|レンズ|カメラ|キーボード|マウス|おもちゃ|楽器|出版|書店|書房|レコード|エンタテインメント|エンターテインメント|パブリッシング|酒造|酒類|醸造|製菓|物産|産業|化成|協会|プロダクション|コスメティクス|ホールディングス|アルバム|療法食|(?:殺虫|除草|発毛|育毛|消臭|芳香|除湿|乾燥|漂白|接着|整髪|染毛|制汗|洗浄)剤|肥料|絆創膏|機関車|[一-鿿ぁ-ヺ]{3}(?:訳|著|監修|編著|ほか編))$"
)
"""Ends of a run of Japanese that make it tell the kind of goods or how it is made: the head of a compound stands last."""
SERIES_ENDS: Final = ("パック", "シリーズ", "訳", "著", "監修")
"""What ends the name of a series or of who worked at a book, which shops leave out."""
SIZED: Final = "サイズ"
"""What ends the name of a size, of which titles that each name another are of two things."""
TELLING: Final = re.compile(
    "^(?:初回|限定|特別|有機|無(?:糖|塩|香|添加|着色|洗米)|減(?:塩|糖)|低(?:糖|脂|塩)|微(?:糖|炭酸))|(?:同梱|仕様|不使用|なし|無し|[新完全抄対]訳)$|(?:同梱|限定|特別|記念)版$"
)
"""What an edition or a recipe is told by, wherever it stands (砂糖不使用, 初回特別仕様)."""
MARKING: Final = frozenset(words_in("mark mk dx gt ex wifi special limited anniversary bundle kit"))
"""What sets an article apart from the one whose short code it shares (OM-5 Mark II)."""
ALONG: Final = words_in(
    "チャック カートン クロス 筆 乳首 取っ手 持ち手 袋 箱 冊子 攻略書 ブック レシピ シール 説明書 保証書 しおり テープ 洗浄器 洗浄機 リボン タグ ショッパー リモコン パフ 帯 外箱"
)
"""Ends of words for what comes along with a thing (付) and makes it no other."""
BESIDES: Final = "+"
"""What stands before another thing in the same box (本体 + マイクロSD)."""
SHADE: Final = "#"
"""What marks the number of a colour that is told by its name too (09 BLACK)."""
EDITION: Final = "edition"
"""What tells nothing behind a colour (White Edition)."""
SET, KIT = "セット", "kit"
"""What titles with several things in one say."""
TASTES: Final = frozenset({"味", "風味", "香り", "の香り", "ver", "ver.", "version"})
"""What stands behind the name of a taste, a scent or a version, which tells sisters apart wherever it stands."""
ITEMS: Final = "点"
"""What counts the different things that a set holds or that go into a thing; what is sold in several is counted otherwise."""
WHOLE: Final = "全"
"""What stands before the number of all volumes of a work (全14巻)."""
VOLUMES: Final = {"上": "上", "上巻": "上", "中": "中", "中巻": "中", "下": "下", "下巻": "下", "東": "東", "西": "西"}
"""What a book in several volumes writes as a word of its own, as does what is made for one half of Japan."""

PARTICLES: Final = frozenset(words_in("まで から より など との です ます くらい ほど にも でも 入り"))
CHILDREN: Final = ("男の子", "女の子")
PETS: Final = ("犬", "猫")
BOOKS: Final = words_in("コミックス コミック 巻 文庫 新書 単行本")
PROSE: Final = words_in("文庫 新書 単行本 絵本 書店 書房 出版")
"""Words of a book's title, beside which shops write authors and series as they like."""
