"""Quantities in one spelling: how shops write one and the same count, size, strength, date or power in many ways."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from okawari.domain.same_thing.spelling.rewriting import Habit
from okawari.domain.same_thing.vocabulary import units
from okawari.domain.same_thing.vocabulary.words import longest_first

_RANGED: Final = "|".join(longest_first(units.RANGED))
_ROMAN: Final = re.compile("[Ⅰ-Ⅻ](?<![A-Za-z0-9].)(?![A-Za-z0-9Ⅰ-Ⅻ])")
"""A number of one sign, which is none of the letters it looks like."""
_COUNTER: Final = "[本個枚袋缶食箱粒包錠]"
_CLASS: Final = re.compile(r"(?:指定)?第\(?[123一二三]\)?類(?:医薬(?:部外)?品)?|動物用医薬品")
"""How a medicine may be sold by law, which tells nothing of it (第2類医薬品, 第(2)類医薬品)."""
_STRENGTH: Final = re.compile(r"(?<=\d)(?:度(?![数目])|°(?!c))")
_VOLUME: Final = re.compile(r"\d ?(?:ml|l|cc)(?![a-z])")
_UNIT_TWICE: Final = re.compile(rf"(?<=\d)({_RANGED})(?=[ー-]\d+(?:\.\d+)? ?\1)")
"""A unit that both ends of a range have (1歳ー6歳)."""
_RANGE_BEHIND: Final = re.compile(f"[{''.join(sorted({unit[-1] for unit in units.RANGED}))}][ー-]\\d")
"""The end of such a unit before the second number; hardly any title has one."""
_SHOE: Final = re.compile(r"(?<![a-z0-9])(us|uk|eur?)[ :.](?=\d{1,2}(?:\.[05])?(?![\d.%a-z]))")
_LANES: Final = re.compile(
    r"(pcie|pci-express)[ -]?(?:(?:gen ?)?(\d)(?:\.0)?)?(?: ?[x×] ?\d\d?)?(?![\d.])|(?<![a-z])gen ?(\d)(?:\.0)? ?[x×] ?\d\d?(?!\d)"
)
"""A standard of slots with its version and how many lanes it has (PCIe Gen 4.0 x4)."""
_GRADE: Final = re.compile(r"(?<![a-z0-9])sae[ -]?(?=\d{1,2}w-?\d\d(?![a-z0-9.]))")
_VISCOSITY: Final = re.compile(r"(\d(?:(?<![a-z0-9]\d)|\d(?<![a-z0-9]\d\d))w)-?(\d\d)(?![a-z0-9.])")
"""How thick an oil is (5W-30), and no power."""
_CUBIC: Final = re.compile(r"(?<![a-z\d.])(\d{2,3}|[1-3]\d{3})cc(?![a-z\d-])")
_MONTH: Final = re.compile(r"((?:19|20)\d\d)(?<![\d/.]\d{4})[/.](1[0-2]|0?[1-9])(?:月?号)?(?![\d/.])")
"""The month of a magazine in figures (2024/12)."""
_COLOUR_NUMBER: Final = re.compile(r"(?<![a-z0-9])(?:c/no|col|color no|colour no)\.? ?(?=\d)")
_CASE: Final = re.compile(
    rf"(?<!\d)[×x*/]? ?1 ?ケース(?=[(/ ×]*\d+{_COUNTER})|(?<={_COUNTER})[ /(×x]*1 ?ケース(?![ァ-ー])"
)
"""One case beside how many it holds (1ケース(24本))."""
_RANK: Final = re.compile(r"第?\d{1,3}(?:位(?!置)|冠)(?:達成|獲得)?")
_QUOTE: Final = re.compile('(?<!\\d)["”]')
"""A sign that does not stand for inches, wherever it stands beside others."""
_SIZE: Final = re.compile(r"(?<![a-z\d])(x{1,2})-?(small|large)(?![a-z])")
"""A size in words (X-Large)."""
_INCH: Final = re.compile('(?<=\\d)(?:"|”|″|′′)(?![a-z0-9])')
_IN: Final = re.compile(r"(?<=\d) ?in\.(?![a-z0-9])")
_LETTERS: Final = re.compile(r"(?<![a-z0-9])(?!s・m|m・l)[a-z](?:・[a-z]){2,}(?![a-z0-9])")
"""A maker's letters with points between them (G・U・M)."""
_SHAPE: Final = re.compile(r"(?<![a-z0-9])([a-z]) ?型")
"""A letter that tells a shape or a system, and no size (L型)."""
_SIZES: Final = re.compile(r"(?<![a-z0-9/])(s|m|l|ll)[-ー](m|l|ll)(?![a-z0-9/-])")
"""From one size to another (M-L, M~L), which is one too."""
_AGE: Final = re.compile(r"(?:対象年齢[ :]*)?(?<![\d.-])(\d{1,2}) ?歳(?:(?:以上|頃?から)(?:向け)?|向け|ー(?![ \d]))")
"""From which age on a thing is used (6歳以上, 3歳から)."""
_AGED: Final = re.compile(r"(?<=\d)才")
"""An age in its simpler sign (3才)."""
_LABEL: Final = r"(?: ?約?(?:幅|奥行き?|高さ?|縦|横|丈|厚さ?|[wdh]) ?)?"
_SIDE: Final = rf"{_LABEL}(\d+(?:\.\d+)?) ?(?:cm|mm)?"
_SIDES: Final = re.compile(
    rf"(?<![a-z\d.])(?<!\d-){_SIDE} ?× ?(?:{_SIDE} ?× ?)?{_LABEL}(\d+(?:\.\d+)?)(?:/\d+)? ?(cm|mm)(?![a-z])"
)
"""Two or three sides, of which shops name each or give the figures alone (幅26×奥行37×高さ17cm)."""
_SHEET: Final = re.compile(
    rf"(?<![\d.×-])(?:(\d{{2,3}}) ?× ?(\d{{3}})|(\d{{3}}) ?× ?([5-9]\d)|([4-9]\d) ?× ?(\5))(?![\d.]| ?[a-z×]|[一-鿿]| {_COUNTER})"
    r"|(?<![\d.×-])(\d{2,3}(?:\.\d)?)×(\d{2,3}(?:\.\d)?)×(\d{1,3}(?:\.\d)?)(?![\d.×]| ?[a-z一-鿿])"
)
"""Two or three sides without their unit, in centimetres."""
_CURTAIN: Final = re.compile(
    r"(?<![\d.×x])(?:幅 ?)?(\d{2,3}) ?(?:cm)? ?[×x] ?(?:丈 ?)?(\d{2,3}) ?(?:cm)? ?[×x] ?(\d)(?![\d.])(?: ?枚)?(?:組|入り?)?"
)
"""How wide and how long a curtain is, and how many there are (100×200×2)."""
_PAIR: Final = re.compile(r"(?<![ァ-ー\d])ペア(?:セット)?(?![ァ-ー])")
"""Two that belong together, told in a word (マグカップ ペアセット)."""
_IN_ALL: Final = re.compile(r"(?:合計|総計|(?<![一-鿿])[計約]|(?<![a-z])alc\.?|×(?=\d{1,2} ?ポート)) ?(?=\d)")
"""What only says of a number that it is the whole or about the whole, how strong a drink is or how many ports there are (計24本, Alc.7%)."""
_WITH: Final = re.compile(r"(?<![a-z0-9])w/(?=[ a-z])")
"""What comes along, told in short, behind a number no power (HKS410 w/ Case)."""
_NIBS: Final = {"ef": "極細", "f": "細字", "fm": "中細", "mf": "中細", "m": "中字", "b": "太字"}
_NIB: Final = re.compile(r"(?:(?<=\d)(?=ef)|(?<![a-z0-9.&'-])|(?<=\d-))(?:ef|fm|mf|[fmb])(?![a-z0-9.&'-])")
"""How thick a pen writes, in letters."""
_LENS: Final = re.compile(
    r"(?<![a-z0-9+./-])(?:([a-z]{1,3}) ?)?(\d{2,3}(?:-\d{2,3})?)(?:mm)?"
    r"(?:(?:(?<=mm) ?f/?(\d\d?)| ?f/?([1-8]\.\d))|/(0\.95|1\.[2478]|2\.8|3\.5|4\.5|5\.6))(?![\d./])"
)
"""How far and how wide a lens sees, in one with its mount before it or its motor behind it (RF50F1.8STM, EF50/1.8)."""
_CELL: Final = re.compile("単([1-5])形?|(?<=単[一二三四五])形")
_KANJI: Final = "一二三四五六七八九"
_TAKES: Final = re.compile(
    r"単[1-5一二三四五]形?(?:アルカリ|マンガン)?(?:乾|充)?電池(?:[×x ]*\d{1,2}[本個])?(?:付属|付き?|式|駆動|使用|対応|別売り?)"
)
"""Which cells a thing takes that is none (単3電池2本付)."""
_COUNTED: Final = re.compile(f"(?<![一-鿿])([{_KANJI}])(?=[個枚本袋箱缶足冊点](?:入|組|セット|パック|詰))")
"""A count in kanji (三枚組)."""
_TYRE: Final = re.compile(
    r"(?<!\d)([12]\d5|3[0-4]5)(?:/([2-9][05])(?: ?z?r ?|[ -])|-([2-9][05])-)(1[2-9]|2[0-4])(?!\d)"
)
"""The size of a tyre (205/55R16, 205-55-16)."""
_BULB: Final = re.compile("(?<=\\d)(?:w|ワット)?(?:[形型](?:相当)?|相当)")
_WATT: Final = re.compile(r"(?<=\d)ワット")
_SCREEN: Final = re.compile(r"(?<![\d.])([2-9]\d)v(?![a-z0-9型])")
_SCALE: Final = re.compile(r"(?<![\d:])1:(\d{2,3})(?![\d:])|(?<!\d)(\d{2,3})分の1(?!\d)")
_PLIES: Final = re.compile(r"(?<=\d\d\d)w(?![a-z0-9])")
_WHOLE_FIGURE: Final = re.compile(r"(?<=\d)\.0(?=号|[ー-]\d+(?:\.\d)?cm)|(?<=\d[ー-]\d\d)\.0(?=cm)")
_VOLUMES: Final = re.compile(
    r"全巻?(?:セット)? ?(\d+)[巻冊](?:[) ]*(?:完結|全巻|セット))*|(?<![\d-])(\d+)[巻冊][) ]*完結[) ]*(?:全巻|セット)+"
)
"""All volumes of a work, told by their number (全24冊, 全巻 24冊セット, 24巻 完結セット)."""
_TERMS: Final = re.compile(r"\d+ ?(?:[本個枚袋箱缶冊点]|ケース|セット)(?:まで|以上|ごと)に?(?:で?[1一]個口)?|[1一]個口")
"""For how many pieces a term of sale holds (6本まで1個口)."""
_FROM: Final = re.compile(r"(\d+) ?[かカヵヶケ]月(?:頃|ごろ|齢)?(?: ?ー ?\d{1,2}歳頃?|から|以上|ー(?!\d)|頃|ごろ)")
"""From which month of its life on a child uses a thing (8ヵ月頃から)."""
_IN_KANJI: Final = re.compile(
    f"(?:(?<![一-鿿])|(?<=割))([{_KANJI}])(?=[日本割分合人枚個杯](?![一-鿿]|の)|段(?!階)|分袖|月の|割[{_KANJI}]|つ折|合炊|人用|本指)"
)
"""A number in kanji before what it counts (三割九分, 一日これ一本)."""
_WEARER: Final = re.compile(r"(?<![a-z0-9])[mw]'s(?![a-z])")
"""For whom clothes are, in a letter (M's)."""
_MEN_AND_WOMEN: Final = re.compile(
    r"(?<![a-z0-9])(?:us ?)?m(?:en)?(?:'?s)? ?(\d{1,2}) ?/? ?(?:us ?)?w(?:omen)?(?:'?s)? ?\d{1,2}(?![\d.])"
)
"""A size of shoes for both (M9/W11)."""
_TROUSERS: Final = re.compile(r"(?<![\d.×-])(?:w ?)?([23]\d|4[0-4]) ?[×x/] ?l? ?([23]\d)(?![\d.×-]| ?cm)")
"""How wide and how long trousers are (32×30)."""
_WEEKS: Final = re.compile("(?<=\\d)ウ[ィイ]ーク")
_EXPOSED: Final = re.compile(r"(?<!\d)(?:135-)?(?:(\d\d) ?枚撮り?|(12|24|27|36|39) ?exp(?:osures?)?\.?(?![a-z]))")
"""How many pictures a film holds (135-36枚撮, 36 exp)."""
_CYCLE: Final = re.compile(r"(?<!\d)700 ?[×x] ?(\d\d)(?:[/-](\d\d))?c?(?![a-z0-9-])")
"""The size of a bicycle's tyre (700×25C)."""
_GAUGE: Final = re.compile(r"(?<![\d.])\.0(\d\d)-\.0(\d\d)(?!\d)")
"""The gauges of strings in inches (.010-.046)."""
_FIRST: Final = re.compile(r"i(?<=[一-鿿]i)(?![a-z0-9.'])|i(?<![a-z0-9].)(?=・ii)")
"""A Roman numeral that is a letter too (数学I, I・II)."""
_TIMES_BEFORE: Final = re.compile(r"(?<![\d.×a-z])(\d{1,3}) ?[x×] ?(\d+(?:\.\d+)?) ?(gb|tb|ml|l|kg|g)(?![a-z0-9])")
"""How many there are before how much one holds (2x16GB)."""
_BUS: Final = re.compile("uhs[ -]?(?:i{1,3}|[123])(?![a-z0-9])")
"""How fast a card of memory is, which shops write or leave out."""
_ACROSS_ROUND: Final = re.compile(r"φ ?(\d+(?:\.\d+)?)(?![\d.]| ?[cm]m)|(?<![\d.])(\d+(?:\.\d+)?)φ")
_SIZED: Final = re.compile(r"(?<![a-z])size[ :.]?(?=\d)|サイズ[ :](?=\d)")
_DISCS: Final = re.compile("(?<=\\d)[ -]?discs?(?![a-z])")
_BOTTLE: Final = re.compile("(?:[一1]升|[四五45]合)瓶(?:入り?)?")
_SOFTGEL: Final = re.compile(
    r"(?<=\d)ソフト(?=カプセル)|(?<=\d)ソフト(?:ジェル|ゲル)|(?<=ソフト)(?:ジェル|ゲル)(?![ァ-ー])"
)
_FLUID: Final = re.compile(r"(?<![a-z])fl\.? ?oz\.?|(?<=\d)fl\.? ?oz\.?")
_SPEEDS: Final = re.compile(r"\d{2,5}(?:\+\d{2,5})+ ?mbps")
"""How fast a router is on each of its bands (4804+574Mbps)."""
_FRAME: Final = re.compile(r"(ラケット.*)フレームのみ")
"""A racket as it is sold, without strings."""
_CHOICE: Final = re.compile(r"全 ?\d{1,3} ?(?:色|カラー|サイズ)(?!セット|組| セット)|\d{1,2} ?(?:色|カラー|サイズ)展開")
"""How many colours there are to choose from."""
_CARTON: Final = re.compile("(?<![ァ-ー紙])パック(?![ァ-ー入])")
"""In what a strong drink is sold."""
_TWIN: Final = re.compile(r"(?<![ァ-ー])(ツイン|トリプル)パック")
_SET_OF: Final = re.compile(
    r"(?<![a-z])(?:set|pack|box|lot|bundle) of (\d{1,4})(?![\d.])|\((\d{1,4}) (?!pieces)[a-z]{3,}s\)"
)
"""A count in English (Set of 4, pair (2 tires))."""
_ONE_DOZEN: Final = re.compile("(?<![a-z])(?:one|a) dozen(?![a-z])")
_DOZEN: Final = re.compile(r"(?<=\d)[ -]?dozens?(?![a-z])")
_PIECES: Final = re.compile(r"(?<=\d)[コケヶ](?=入|口|パック|セット|組|[×x) /・】\]』」《【(]|$)")
"""A counter in katakana (8コ入)."""
_ROLLS: Final = re.compile(r"(?<=\d)r(?:ol)?(?![a-z0-9])")
_TABLETS: Final = re.compile(r"(?<=\d)t(?:ab)?(?![a-z0-9])")
"""Tablets of a medicine in a letter (24T)."""
_AGAIN: Final = re.compile(r"(\d+)(本|個|枚|袋|缶|箱|組)(入り?)?\(\1(?!\d)[^\d()]{1,6}\)")
"""A count told once more in other words (6本(6ピペット))."""
_ZERO: Final = "pwrp0.00"
_POWER: Final = re.compile(
    r"(?<![\d.])0\.00(?!\d)|度(?:数)?なし|(?:(?<![a-z])(?:pwr|sph|power|度数|d|p|s)[ :=]*\(?|(?<![\d.a-z]))([-+±ー])(\d\d?\.(?:00|25|50|75))(?!\d)\)?d?(?![a-z])"
)
"""The power of a contact lens: shops name it or give the bare figure, whose sign tells."""
_CURVE: Final = re.compile(
    r"(?:(?<![a-z])bc[ :=】\])]*|ベースカーブ[ :]*)(\d+\.\d)(?:mm)?(?!\d)|(?<![\d.a-z])([89]\.\d)(?=(?!\d)[ ,/]*(?:pwr|power|sph|度数|d|p|s)?[ :=]*[-+±]\d)"
)
"""How round a contact lens is."""
_ACROSS: Final = re.compile(r"(?<![a-z])dia[ :=.]*\d\d\.\d(?!\d)(?:mm)?")
"""How wide a contact lens is, which one article has in one size."""
_LENSES: Final = re.compile(r"\d ?枚|コンタクト|bc|(?<![a-z])(?:lens|pack)")


def _power(found: re.Match[str]) -> str:
    return f" pwr{'m' if found[1] in '-ー' else 'p'}{found[2]} " if found[2] else f" {_ZERO} "


def _sides(found: re.Match[str]) -> str:
    return " ".join(("", *(f"{side}{found[4]}辺" for side in found.groups()[:3] if side), ""))


def _lens(found: re.Match[str]) -> str:
    return f"{found[1] or ''} {found[2]}mm f{found[3] or found[4] or found[5]} "


def _digit(found: re.Match[str]) -> str:
    return str(_KANJI.index(found[1]) + 1)


def _bare_sides(found: re.Match[str]) -> str:
    return " ".join(("", *(f"{side}cm辺" for side in found.groups() if side), ""))


def _lanes(found: re.Match[str]) -> str:
    return f"{found[1]} {found[2]}.0" if found[2] else found[1] or f"gen{found[3]}"


_WAIST: Final = re.compile(r"(?<![a-z0-9/])w(2[3-9]|3\d|4[0-6])(?:[ ×x/]*(?:l|レングス ?)(\d\d))?(?![a-z0-9])")
_LEG: Final = re.compile(r"(?<![ァ-ー])(?:レングス|股下) ?(\d\d)(?!\d)")
"""How wide and how long trousers are, in inches (W32 L34, レングス34)."""


def _waist(found: re.Match[str]) -> str:
    return f" {found[1]}インチ {found[2]}レングス " if found[2] else f" {found[1]}インチ "


QUANTITIES: Final[tuple[Habit, ...]] = (
    ("w/", _WITH, "with"),
    ("類", _CLASS, " 医薬品 "),
    ("動物用医薬品", _CLASS, " 医薬品 "),
    ("us", _SHOE, r"\1"),
    ("uk", _SHOE, r"\1"),
    ("eu", _SHOE, r"\1"),
    ("pci", _LANES, _lanes),
    ("gen", _LANES, _lanes),
    ("sae", _GRADE, " "),
    ("w", _VISCOSITY, r" sae\1\2 "),
    ("cc", _CUBIC, r"\1ml"),
    ("/", _MONTH, r"\1年\2月号"),
    (".", _MONTH, r"\1年\2月号"),
    ("col", _COLOUR_NUMBER, "no."),
    ("c/no", _COLOUR_NUMBER, "no."),
    ("1ケース", _CASE, " "),
    ("1 ケース", _CASE, " "),
    ("位", _RANK, " "),
    ("冠", _RANK, " "),
    ("small", _SIZE, lambda found: f"{found[1]}{found[2][0]}"),
    ("large", _SIZE, lambda found: f"{found[1]}{found[2][0]}"),
    ("カーテン", _CURTAIN, r" \1cm辺 \2cm辺 ×\3 "),
    ("×", _SIDES, _sides),
    ("×", _SHEET, _bare_sides),
    ("計", _IN_ALL, " "),
    ("約", _IN_ALL, " "),
    ("alc", _IN_ALL, " "),
    ("ポート", _IN_ALL, " "),
    ("つ折", _IN_KANJI, _digit),
    ("ペア", _PAIR, " 2個 "),
    ("f", _LENS, _lens),
    ("/", _LENS, _lens),
    ("電池", _TAKES, " "),
    ("単", _CELL, lambda found: f"単{_KANJI[int(found[1]) - 1]}" if found[1] else ""),
    ("組", _COUNTED, _digit),
    ("入", _COUNTED, _digit),
    ("セット", _COUNTED, _digit),
    ("5", _TYRE, lambda found: f"{found[1]}/{found[2] or found[3]}r{found[4]}"),
    ("電球", _BULB, "w"),
    ("ワット", _WATT, "w"),
    ("テレビ", _SCREEN, r"\1型"),
    (":", _SCALE, r"1/\1\2"),
    ("分の1", _SCALE, r"1/\1\2"),
    ("ティ", _PLIES, "組"),
    (".0", _WHOLE_FIGURE, ""),
    ("冊", _VOLUMES, lambda found: f"全{found[1] or found[2]}巻 "),
    ("巻", _VOLUMES, lambda found: f"全{found[1] or found[2]}巻 "),
    ("まで", _TERMS, " "),
    ("以上", _TERMS, " "),
    ("ごと", _TERMS, " "),
    ("個口", _TERMS, " "),
    ("ケ月", re.compile(r"(?<=\d)ケ月"), "ヶ月"),
    ("月", _FROM, r"\1か月頃 "),
    ("日", _IN_KANJI, _digit),
    ("本", _IN_KANJI, _digit),
    ("割", _IN_KANJI, _digit),
    ("合", _IN_KANJI, _digit),
    ("人", _IN_KANJI, _digit),
    ("段", _IN_KANJI, _digit),
    ("分袖", _IN_KANJI, _digit),
    ("月の", _IN_KANJI, _digit),
    ("'s", _WEARER, lambda found: "men" if found[0][0] == "m" else "women"),
    ("w", _MEN_AND_WOMEN, r"us\1 "),
    ("パンツ", _TROUSERS, r" w\1 l\2 "),
    ("ジーンズ", _TROUSERS, r" w\1 l\2 "),
    ("デニム", _TROUSERS, r" w\1 l\2 "),
    ("pants", _TROUSERS, r" w\1 l\2 "),
    ("jeans", _TROUSERS, r" w\1 l\2 "),
    ("w", _WAIST, _waist),
    ("レングス", _LEG, r" \1レングス "),
    ("股下", _LEG, r" \1レングス "),
    ("ウィーク", _WEEKS, "week "),
    ("ウイーク", _WEEKS, "week "),
    ("撮", _EXPOSED, lambda found: f"{found[1] or found[2]}枚撮 "),
    ("exp", _EXPOSED, lambda found: f"{found[1] or found[2]}枚撮 "),
    ("700", _CYCLE, lambda found: f" {found[1]}mm輪 {found[2] or found[1]}mm輪 "),
    (".0", _GAUGE, r"\1-\2"),
    ("i", _FIRST, "1"),
    ("x", _TIMES_BEFORE, r"\2\3×\1"),
    ("×", _TIMES_BEFORE, r"\2\3×\1"),
    ("uhs", _BUS, " "),
    ("・", _LETTERS, lambda found: found[0].replace("・", ".")),
    ("型", _SHAPE, r" \1-type "),
    *((f"{sign}{size}", _SIZES, r"\1/\2") for sign in "-ー" for size in "ml"),
    ("in.", _IN, "インチ"),
    ("才", _AGED, "歳"),
    ("歳", _AGE, r" \1歳頃 "),
    ("φ", _ACROSS_ROUND, lambda found: f" {found[1] or found[2]}mm "),
    ("size", _SIZED, " "),
    ("サイズ", _SIZED, " "),
    ("disc", _DISCS, "枚組"),
    ("合瓶", _BOTTLE, "瓶"),
    ("升瓶", _BOTTLE, "瓶"),
    ("ソフト", _SOFTGEL, lambda found: "" if found[0] == "ソフト" else "カプセル"),
    ("oz", _FLUID, "oz"),
    ("万年筆", _NIB, lambda found: _NIBS[found[0]]),
    ("細字", _NIB, lambda found: _NIBS[found[0]]),
    ("中字", _NIB, lambda found: _NIBS[found[0]]),
    ("太字", _NIB, lambda found: _NIBS[found[0]]),
    ("fountain pen", _NIB, lambda found: _NIBS[found[0]]),
    ("のみ", _FRAME, r"\1"),
    ("mbps", _SPEEDS, " "),
    ("全", _CHOICE, " 各色 "),
    ("展開", _CHOICE, " 各色 "),
    ("パック", _TWIN, lambda found: "2p" if found[1] == "ツイン" else "3p"),
    (" of ", _SET_OF, lambda found: f" {found[1] or found[2]}個 "),
    ("s)", _SET_OF, lambda found: f" {found[1] or found[2]}個 "),
    ("dozen", _ONE_DOZEN, f"1{units.DOZEN}"),
    ("dozen", _DOZEN, units.DOZEN),
    ("コ", _PIECES, "個"),
    ("ケ", _PIECES, "個"),
    ("ヶ", _PIECES, "個"),
    *((sign, _ROLLS, "ロール") for sign in ("トイレット", "キッチンタオル", "キッチンペーパー")),
    ("医薬品", _TABLETS, "錠"),
    (")", _AGAIN, r"\1\2\3"),
)
"""What is written anew, each with a sign without which it need not be looked for."""


def _strengths(text: str) -> str:
    """Return a text with degrees in one spelling; those of a drink are per cent, and its pack is a carton."""
    if _VOLUME.search(text) is None:
        return _STRENGTH.sub("度", text)
    return _CARTON.sub("紙パック", _STRENGTH.sub("%", text))


def in_digits(text: str) -> str:
    """Return a text as it was written, but for Roman numerals of one sign in digits."""
    return _ROMAN.sub(lambda found: f" {int(unicodedata.numeric(found[0]))} ", text)


def in_one_spelling(text: str) -> str:
    """Return a rewritten text with those quantities in one spelling of which it decides as a whole how they are read."""
    if "度" in text or "°" in text:
        text = _strengths(text)
    if ('"' in text or "”" in text or "′" in text) and _QUOTE.search(text) is None:
        text = _INCH.sub("インチ", text)
    if _RANGE_BEHIND.search(text) is not None:
        text = _UNIT_TWICE.sub("", text)
    if ("." in text or "なし" in text) and _LENSES.search(text):
        text = _CURVE.sub(lambda found: f" bc{found[1] or found[2]} ", _ACROSS.sub(" ", text))
        text = _POWER.sub(_power, text)
    return text
