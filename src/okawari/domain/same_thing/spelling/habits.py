"""What shops write in several ways, each with the one in which it is read: volumes of books, perfumes, keyboards, pets."""

from __future__ import annotations

import re
from typing import Final

from okawari.domain.same_thing.spelling.rewriting import Habit

_IMPRINT: Final = re.compile(
    r"\([^()0-9]{2,20}(?:(コミックス?|comics?)|ブックス)[^()0-9]{0,12}\)|\([^()0-9]{1,20}(kc)\)"
    r"|\([^()0-9]{1,20}(?:ムック|mook|情報版(?:地域)?|傑作集|選書|叢書|ライブラリー|のえほん|の絵本)\)"
)
"""A book's series in brackets, which shops write or leave out; of comics it tells that they are none of a novel."""
_READERS: Final = re.compile("(?<![一-鿿ァ-ー])(?:少年|少女)(?=[ァ-ー]+コミックス)")
"""For whom a series of comics is (少年サンデーコミックス)."""
_ALONG: Final = re.compile("(?<=[一-鿿ァ-ー])(?<!広告)つき(?![ぁ-ゟ一-鿿])")
"""What comes along with a thing, in kana."""
_VOLUMES: Final = re.compile(
    r"(?:全巻(?:セット)?[ (]*)?(?<![\d-])1巻?[-ー](\d+)巻(?:[) ]*(?:最新刊|既刊|完結|全巻|セット))*|全(\d+)[巻冊](?:[) ]*(?:最新刊|既刊|完結|全巻|セット))*"
)
"""All volumes of a work from the first to the last, which shops write as 全45巻 too."""
_AUTHOR: Final = re.compile(r"^(.*)\[ ([^\[\]0-9]{2,40}) \](.*)$")
"""Who wrote a book or plays its music, as a large shop writes it: apart from its brackets, behind the name."""
_ENGLISH: Final = {
    "body only": "ボディ",
    "open box": "open-box",
    "lens kit": "レンズキット",
    "rose gold": "ローズゴールド",
    "pink gold": "ピンクゴールド",
}
"""What shops write in two words of English for one."""
_FOREIGN: Final = re.compile(
    r"(?<![a-z])(?:usa?|uk|eu|north american?|international|global|european|american|asian?) ?(?:version|ver|edition|版|仕様|モデル)(?![a-z])"
)
"""For which other country a thing is made, in English or in letters (US Version, EU仕様)."""
_HIGH: Final = re.compile(
    r"(?<![a-z])high[- ](?:resolution|quality|speed|performance|capacity|power|grade|fidelity)(?![a-z])"
)
_ZOOMS: Final = re.compile(
    "(?:(?<![a-z])w|ダブル|ツイン|double|two) ?(?:ズーム|zoom) ?(?:レンズ|lens)? ?(?:キット|kit)"
)
"""A camera with two lenses, in two ways of counting them."""
_LAMP: Final = re.compile("(?<=[節光灯式用夜元犯書])ライト(?![ァ-ー])")
"""A light that a thing has, and no line (調節ライト)."""
_FOR_WHOM: Final = re.compile("(?:プロ|[ァ-ー]*ショート|[ァ-ー]*ロング)用")
"""For whom or for what hair a thing is, and no line (プロ用)."""
_SHOP_ALONE: Final = re.compile(
    r"(?:amazon(?:[.]co[.]jp)?|楽天|当店|流通|オンライン|ネット|web|店舗|数量|期間) ?限定(?:ブランド|品|商品|パッケージ|モデル)?(?![ァ-ー一-鿿])"
)
"""Where alone or how long a thing is sold."""
_SIDE: Final = re.compile("(?<![a-z一-鿿])([東西])(?:日本(?:専用|用|版|向け?|仕様)?|向け?)(?![一-鿿])")
"""For which half of Japan a thing is made (西日本向け)."""
_RETURNED: Final = re.compile(
    "返品種別 ?[ab]|セルフメディケーション ?(?:税制)? ?(?:控除)?(?:対象)?(?:商品|医薬品|品)?|ゆう(?:パケット|パック|メール)(?:便|対応)?|(?:クール|ポスト|ヤマト)便|(?<![a-z])(?:st|sg|pse|psc|jis|ce|gs)マーク"
)
"""What a shop says of the trade in several words, and the mark of a standard that a thing keeps."""
_PLATFORM: Final = r"(?:iphone|ipad|ipod|macbook(?: pro| air)?|mac|windows|android|ios|(?:nintendo )?switch|ps[345]|xbox|pc|steam ?deck|raspberry pi|alexa|google(?: home)?|siri|homekit|matter|chromebook|galaxy|pixel)"
_FITTING: Final = re.compile(
    rf"(?<![a-z0-9]){_PLATFORM}(?:[ /・,、&]+{_PLATFORM})+ ?(?:等|など)?(?:各種)?(?:に)? ?対応"
)
"""Several systems and devices that a thing works with, where one alone may be what it is for."""
_AND: Final = re.compile("(?<=[ァ-ー])アンド(?=[ァ-ー]{2})(?!ロイド)")
"""A sign that is written out (ママアンドキッズ)."""
_CONNECTOR: Final = re.compile(r"(?<![a-z])(?:(?:usb[ -]?)?type[ -]?|usb ?-?)([ac])(?![a-z])")
"""A connector, which shops write in many ways."""
_FORMER: Final = re.compile(
    r"\(旧(?!型|式|[品版作商製規仕]|モデル|タイプ|パッケ|デザイン|ラベル|ロゴ|カラー)([^()]{2,14})\)"
)
"""How a maker or a thing was called before."""
_OOLONG: Final = re.compile("(?:ウーロン|うーろん|烏竜)茶")
_AGELESS: Final = re.compile(r"(?<![a-z0-9])nv(?![a-z0-9])|ノンエイジ|ノンヴィンテージ|ノンビンテージ")
"""What is said of a spirit whose age its name does not tell; elsewhere these letters are navy blue."""
_SPIRIT: Final = re.compile("ウ[イィ]スキ|whisk|モルト|malt|シャンパ|ワイン")
_SIZE_ALONG: Final = re.compile("(?<![a-z])(?:[23]?[sl]|ss|ll|m)サイズ(?=[一-鿿ァ-ー]{2,6}付)")
"""The size of what comes along with a thing."""
_ORDERED_BY: Final = re.compile("(?<![a-z0-9])b0[0-9a-z]{8}(?![a-z0-9])")
"""A large shop's own number of an article."""
_RETINA: Final = re.compile("(?<![a-z])(?:(?:super|liquid) )?retina(?: hd| xdr)?(?= ?(?:ディスプレイ|display))")
"""What a maker calls the display of most of its things."""
_LABEL: Final = re.compile(
    "(?<![ァ-ー一-鿿])(?:カラー|色|サイズ|内容量|容量|型番|品番|数量|入数|種類|メーカー|ブランド|商品名|規格) ?: ?"
)
"""What a shop writes before what it tells of a thing."""
_BOTH_SIDES: Final = re.compile("左右(?:兼用|共用|共通|両用)")
_READ: Final = re.compile(r"(?<=[一-鿿々])\([ぁ-ゟー]{2,12}\)")
"""How a name in kanji is read."""
_SCENTS: Final = ("et/sp", "edt", "edp", "eau de", "トワレ", "パルファ", "コロン", "edc", "cologne")
_SCENT: Final = re.compile(
    r"(?:(?<![a-z])(?:e(?:d([tpc])|(t)(?= ?/ ?sp))|eau de (t|p|c)[a-z]+|(c)ologne)(?![a-z])|オー[・ ]?[デド]ゥ?[・ ]?(?:(ト)ワレ(?:ット)?|(パ)ルファ[ムン]|(コ)ロン)|(?<![ァ-ー])(コ)ロン(?![ァ-ー]))"
    r"(?:[・( /]*(?:(?:natural )?spray|sp(?![a-z])|(?:ナチュラル)?スプレー|vaporisateur|[ヴバ]ァ?ポリザター)\)?)?"
)
"""How strong a perfume is, in one of three degrees, and that it is sprayed."""
_STRENGTHS: Final = {
    **dict.fromkeys("tト", " オードトワレ "),
    **dict.fromkeys("pパ", " オードパルファム "),
    **dict.fromkeys("cコ", " オーデコロン "),
}
_GROWN_IN: Final = re.compile("(?<=[一-鿿])[県都府](?=産)")
"""What shops write or leave out of where something was grown (新潟県産, 新潟産)."""
_LAYOUT: Final = re.compile("(us|uk|ansi|英字)配列|(?:jis|jp|和文)配列")
"""How the keys of a keyboard are laid out, and so its language."""
_ADULT: Final = re.compile("(?<![ァ-ーa-z])(?:アダルト|adult)(?![ァ-ーa-z])")
"""The age of a pet that is grown up, which shops name in Japanese too (成犬)."""
_ONE_DAY: Final = re.compile("(?<![a-z0-9])1day(?=[a-z])")
"""How long a lens is worn, grown together with its name (1dayPure)."""
_OF_AGE: Final = re.compile(r"(?:生後)?(?:12[かカヶヵ]月齢?|1歳)(?:以上|から|[ー-]) ?[5-9]歳(?:未満|まで)?")
"""From when to when a pet is grown up."""
_PET: Final = re.compile(r"(?<![a-z])(?:(?:(?:dry|wet) )?(cat|dog) food|for (cat|dog)s?|(feline|canine))(?![a-z])")
"""For which pet a thing is, in English."""
_CAT, _DOG = re.compile("猫|キャット|(?<![a-z])(?:cat|feline)"), re.compile("犬|ドッグ|(?<![a-z])(?:dog|canine)")


def _spelled_scent(found: re.Match[str]) -> str:
    return _STRENGTHS[found[found.lastindex or 0]]


def _spelled_imprint(found: re.Match[str]) -> str:
    kind = " コミックス " if found[1] or found[2] else " "
    return f"{kind}電子書籍 " if "digital" in found[0] else kind


def _adult(found: re.Match[str]) -> str:
    title = found.string
    if (_CAT.search(title) is None) == (_DOG.search(title) is None):
        return found[0]
    return " 成犬 " if _CAT.search(title) is None else " 成猫 "


def _pet(found: re.Match[str]) -> str:
    return " 猫用 " if "cat" in found[0] or "feline" in found[0] else " 犬用 "


def _of_spirit(found: re.Match[str]) -> str:
    return " " if _SPIRIT.search(found.string) else found[0]


HABITS: Final[tuple[Habit, ...]] = (
    ("(", _IMPRINT, _spelled_imprint),
    ("コミックス", _READERS, ""),
    ("マーク", _RETURNED, " "),
    ("チョコレート", re.compile("チョコレート"), "チョコ"),
    ("液晶プロ", re.compile("液晶プロテクター"), "液晶保護フィルム"),
    ("交換", re.compile(r"(?<![一-鿿])交換(?!レンズ)(?=[ァ-ヺ])"), "交換用 "),
    ("準", re.compile(r"準(?=\d級)"), " 準 "),
    ("つき", _ALONG, "付き "),
    ("[ ", _AUTHOR, r"\2 \1 \3"),
    ("返品", _RETURNED, " "),
    ("メディケ", _RETURNED, " "),
    ("ゆう", _RETURNED, " "),
    ("便", _RETURNED, " "),
    ("(", _READ, " "),
    ("巻", _VOLUMES, lambda found: f"全{found[1] or found[2]}巻 "),
    *((sign, _SCENT, _spelled_scent) for sign in _SCENTS),
    *((written, re.compile(written), f" {standard} ") for written, standard in _ENGLISH.items()),
    *((sign, _FOREIGN, " 海外版 ") for sign in ("version", "ver", "edition", "版", "仕様", "モデル")),
    ("ライト", _LAMP, " "),
    *((sign, _ZOOMS, " ダブルズームキット ") for sign in ("キット", "kit")),
    ("対応", _FITTING, " "),
    ("アンド", _AND, " & "),
    ("左右", _BOTH_SIDES, " "),
    ("high", _HIGH, " "),
    *((sign, _FOR_WHOM, " ") for sign in ("プロ用", "ショート用", "ロング用")),
    ("限定", _SHOP_ALONE, " "),
    ("有機el", re.compile("有機el"), "oled "),
    *((sign, _SIDE, r" \1 ") for sign in ("日本", "向")),
    ("産", _GROWN_IN, ""),
    (":", _LABEL, " "),
    ("b0", _ORDERED_BY, " "),
    ("retina", _RETINA, " "),
    ("旧", _FORMER, r" \1 "),
    ("茶", _OOLONG, "烏龍茶"),
    ("nv", _AGELESS, _of_spirit),
    ("ノン", _AGELESS, _of_spirit),
    ("サイズ", _SIZE_ALONG, " "),
    ("type", _CONNECTOR, r" usb-\1 "),
    ("usb", _CONNECTOR, r" usb-\1 "),
    ("アダルト", _ADULT, _adult),
    ("adult", _ADULT, _adult),
    ("1day", _ONE_DAY, "1day "),
    ("歳", _OF_AGE, lambda found: f"{found[0]} {_adult(found).removeprefix(found[0])}"),
    ("cat", _PET, _pet),
    ("dog", _PET, _pet),
    ("feline", _PET, _pet),
    ("canine", _PET, _pet),
    ("配列", _LAYOUT, lambda found: " 英語配列 " if found[1] else " 日本語配列 "),
)
