"""What is measured and counted in titles: units, what they measure, and what a number of them is not."""

from __future__ import annotations

import re
from typing import Final

from okawari.domain.same_thing.words import words_in

UNITS: Final = {
    "tb": ("bytes", 1_000_000),
    "gb": ("bytes", 1_000),
    "mb": ("bytes", 1),
    "l": ("volume", 1_000),
    **dict.fromkeys(("リットル", "litre", "litres", "liter", "liters"), ("volume", 1_000)),
    "ml": ("volume", 1),
    "cl": ("volume", 10),
    "iu": ("iu", 1),
    "kg": ("mass", 1_000_000),
    "g": ("mass", 1_000),
    "mg": ("mass", 1),
    "cm": ("length", 10),
    "mm": ("length", 1),
    "m": ("length", 1_000),
    "mm輪": ("tyre", 1),
    "cm辺": ("side", 10),
    "mm辺": ("side", 1),
    "インチ": ("inch", 1),
    **dict.fromkeys(("inch", "inches"), ("inch", 1)),
    "型": ("inch", 1),
    "v型": ("inch", 1),
    "レングス": ("leg", 1),
    "合": ("rice", 1),
    "升": ("rice", 10),
    "オンス": ("ounce", 1),
    "fl oz": ("ounce", 1),
    **dict.fromkeys(("oz", "ounce", "ounces"), ("ounce", 1)),
    **dict.fromkeys(("lb", "lbs", "pound", "pounds"), ("pound", 1)),
    "年製": ("year", 1),
    "年発売": ("year", 1),
    "年モデル": ("year", 1),
    "年版": ("year", 1),
    "年": ("year", 1),
    "qt": ("quart", 1),
    "quart": ("quart", 1),
    "mah": ("charge", 1),
    "ah": ("charge", 1_000),
    **dict.fromkeys(("lm", "ルーメン", "lumen", "lumens"), ("light", 1)),
    **dict.fromkeys(("hz", "ヘルツ"), ("rate", 1)),
    "ω": ("impedance", 1),
    "mhz": ("clock", 1),
    "ghz": ("clock", 1_000),
    "w": ("power", 1),
    "kw": ("power", 1_000),
    "v": ("voltage", 1),
    "dpi": ("dpi", 1),
    **dict.fromkeys(("人用", "名用", "人", "名"), ("persons", 1)),
    "畳": ("mats", 1),
    "鍵盤": ("keys", 1),
    **dict.fromkeys(("鍵", "key", "keys"), ("keys", 1)),
    **dict.fromkeys(("食分", "人前"), ("servings", 1)),
    "回分": ("servings", 1),
    "杯分": ("servings", 1),
    **dict.fromkeys(("日分", "days"), ("days", 1)),
    "servings": ("servings", 1),
    **dict.fromkeys(("週間分", "週間", "ウィーク", "week", "weeks"), ("days", 7)),
    "mcg": ("microgram", 1),
    "か月分": ("days", 30),
    "ヶ月分": ("days", 30),
    "ヵ月分": ("days", 30),
    "カ月分": ("days", 30),
    "か月頃": ("months-from", 1),
    "か月": ("months", 1),
    "カ月": ("months", 1),
    "ヵ月齢": ("months", 1),
    "か月齢": ("months", 1),
    "カ月齢": ("months", 1),
    "ヶ月": ("months", 1),
    "ヵ月": ("months", 1),
    "歳頃": ("years-from", 1),
    "歳": ("years", 1),
    "キロ": ("mass", 1_000_000),
    **dict.fromkeys(("色", "カラー", "color", "colors", "colour", "colours"), ("colours", 1)),
    **dict.fromkeys(("%", "パーセント", "percent"), ("percent", 1)),
    "倍": ("times", 1),
    "円": ("yen", 1),
    **dict.fromkeys(("ピース", "pieces", "片"), ("pieces-told", 1)),
    **dict.fromkeys(("種", "種類"), ("kinds-told", 1)),
    **dict.fromkeys(("枚羽根", "枚羽"), ("blades-told", 1)),
    "枚刃": ("edges-told", 1),
    **dict.fromkeys(("本編み", "本編"), ("strands-told", 1)),
    **{f"本{part}": (f"{part}-told", 1) for part in "糸針指骨爪脚弦継"},
    **dict.fromkeys(("杯用", "カップ"), ("cups-told", 1)),
    "枚撮": ("exposures-told", 1),
    **dict.fromkeys(("ポート", "port", "ports"), ("ports", 1)),
    **dict.fromkeys(("コア", "core", "cores"), ("cores", 1)),
    **dict.fromkeys(("スレッド", "thread", "threads"), ("threads", 1)),
    **dict.fromkeys(("ベイ", "bay", "bays"), ("bays", 1)),
    **dict.fromkeys(("段変速", "速", "スピード", "speed", "speeds"), ("speeds", 1)),
    **dict.fromkeys(("ボタン", "button", "buttons"), ("buttons", 1)),
    **dict.fromkeys(("ドア", "door", "doors"), ("doors", 1)),
    **dict.fromkeys(("枚裁断", "枚とじ", "枚綴じ", "枚綴"), ("sheets-told", 1)),
    "枚プレート": ("plates-told", 1),
    **dict.fromkeys(("枚焼き", "枚焼"), ("toasts-told", 1)),
    **dict.fromkeys(("両編成", "両", "car", "cars"), ("cars-told", 1)),
    "番台": ("subclass", 1),
    "系": ("class", 1),
    **dict.fromkeys(("周年記念", "周年"), ("anniversary-told", 1)),
    **dict.fromkeys(("センチメートル", "センチ"), ("length", 10)),
    "グラム": ("mass", 1_000),
    "ミリリットル": ("volume", 1),
    "ギガ": ("bytes", 1_000),
    "テラ": ("bytes", 1_000_000),
    "ミリメートル": ("length", 1),
    "メートル": ("length", 1_000),
}
"""Units that tell articles apart, with what they measure and their size in the smallest of it."""
NUMERALS: Final = frozenset(words_in("巻 号 話 弾 章 部 期 作 代 代目 世代 版 集 編 回"))
"""What a number counts on in a series."""
ASIDE: Final = frozenset({"servings", "days"})
"""What shops reckon out for the buyer where the pieces are counted too."""
DOZEN: Final = "ダース"
IDLE_UNITS: Final = (
    "mb/s",
    "gb/s",
    "mbps",
    "gbps",
    "%off",
    "年保証",
    "年間保証",
    "ヶ月保証",
    "か月保証",
    "時間限定",
    "次",
)
"""What a number of these counts is not in the box."""
RANGED: Final = ("人用", "畳", "歳", "か月", "カ月", "ヶ月", "ヵ月", "kg", "cm", "名")
"""Units that are told from one number to another, for whom a thing is meant."""
DOSES: Final = frozenset({"錠", "包"})
"""Counts by which a medicine is told to be a tablet or a powder."""
VESSELS: Final = {"缶": "缶", "瓶": "瓶", "びん": "瓶", "pet": "ペットボトル"}
"""In what a drink is sold; of other goods too one of them tells it from the others."""
COUNTS: Final = words_in(
    "ダース 食 本 個 客 脚 枚 冊 袋 缶 台 足 組 箱 パック セット box ケース 点 錠 粒 包 膳 球 巻セット 種セット 種類セット 入 杯 束 瓶 丁 パウチ カプセル ロール ピペット ソフトジェル pc pcs ct count pack packs tablet tablets capsule capsules softgels packet packets sachet sachets sheet sheets pod pods piece pair pairs roll rolls bottle bottles can cans bag bags pouches sticks patch patches lens lenses pipettes ampoules vials bars blades balls tires pads wipes masks towels diapers pens ペア"
)
SHOE: Final = re.compile(r"(us|uk|eu)r?(\d{1,2}(?:\.5)?)|m(\d{1,2})/?w\d{1,2}")
"""A size of shoes as other countries count."""
LENS: Final = re.compile(r"(bc|pwr)([mp]?)(\d{1,2}\.\d{1,2})")
"""What a contact lens is made for, in standard spelling."""
MEMORY: Final = re.compile(r"ddr(\d)(?:-\d{4})?")
"""A standard of memory that sets sisters apart, with its clock."""
