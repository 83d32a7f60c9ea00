"""How titles of books, records, discs, models and cards are written, in one spelling."""

from __future__ import annotations

import re
from typing import Final

from okawari.domain.same_thing.spelling.rewriting import Habit
from okawari.domain.same_thing.vocabulary.words import ALONE_COLOURS, COLOURS, GRADES

CREDIT: Final = "§"
"""What stands before the name of whom a work is by, which shops write or leave out."""
SERIES: Final = "シリーズ"
LIGHT: Final = "ライト"
"""What ends the name of a light (ペンライト), and begins that of something small."""
PUBLISHERS: Final = re.compile("[一-鿿ぁ-ゟ]{2}(?:出版|書店|書房|新聞社|(?<![会神商])社)$")
"""Ends of the name of who brings out a book, which shops write or leave out."""
_NO_NAME: Final = frozenset((*COLOURS, *ALONE_COLOURS))
_ROLE: Final = "共?著者?|訳|編著?|監修|原作|作画|作|絵|文|画|イラスト|監督|主演|出演"
_BY: Final = re.compile(
    rf"(?<![^ /)\]】』」])([^ /()\[\]【】「」『』,、\d]{{2,20}}) ?/ ?(?:{_ROLE})(?![a-z一-鿿ぁ-ヺ])"
)
"""Whom a book is by, with what they did (山田太郎/著)."""
_BY_WHOM: Final = re.compile(
    r"(?<![^ /)\]】』」])([^ /()\[\]【】「」『』,、\d]{2,16}?)(?:ほか|他)? ?(?:共?著|(?<![新全完対語名意和通])訳|(?<=ほか)編|(?<=他)編|監督)(?=$|[ /(\[【、,)\]】])"
)
"""The same in one (山田太郎訳)."""
_INITIALS: Final = re.compile(r"(?<![a-z0-9.・])(?:(?:[a-z][.・] ?){2,3}|[a-z][.] ?)(?=[ァ-ヶ][ァ-ー])")
"""Initials before a name in katakana, which shops write or leave out (J.K.ローリング)."""
_ALONG: Final = re.compile(r"(?<![a-z])(?:音声)?(?:cd|dvd) ?\d枚付き?")
"""Discs that come along with a book."""
_IN_LINE: Final = re.compile(r"(ねんどろいど|nendoroid|figma|フィグマ) ?(?:no\.? ?)?\d{3,4}(?![\d/])")
"""Which of its line a figure is, which shops write or leave out."""
_NUMBERED_SERIES: Final = re.compile(r"[ァ-ー]+・[ァ-ー・]*シリーズ ?(?:no\.|0)\d(?!\d)")
"""A series of figures, and which of it one belongs to (キャラクター・シリーズ01)."""
_YEARS: Final = re.compile(r"(20\d\d[-ー]20\d\d)年度?版?")
"""The years of a guide (2025-2026年版)."""
_DISCS: Final = re.compile(r"(?<![a-z])(cd|dvd|bd|ray|lp)(?=\d枚)")
_SCALED: Final = re.compile(r"(?<![\d/])(1/\d{2,3})(?=[a-z])")
"""A scale that has grown together with a word (1/10RC)."""
_VERSION: Final = re.compile(r"(?<![a-z])ver\.? ?(\d{1,2})(?:\.0)?(?![\d.a-z])")
_ANNIVERSARY: Final = re.compile(r"(\d+)(?:st|nd|rd|th)[ -]?anniversary(?: edition)?")
_FIRST: Final = re.compile("(?<=学)i(?![a-z0-9])")
"""A Roman one behind what is taught in parts (数学I)."""
_ALBUM: Final = re.compile(r"(?<![a-z0-9])(?:best|mini|full|original|debut|\d(?:st|nd|rd|th)) ?(album|アルバム)")
"""What sort of album one is."""
_IN_ENGLISH: Final = re.compile("(?<![a-z])english(?![a-z])")
_SINGLE: Final = re.compile(r"(?<![ァ-ー])(?:マキシ)?シングル(?![ァ-ー])")
"""What sort of record one is, whose edition is told too."""
_FILM: Final = re.compile("劇場版(?=[一-鿿])")
"""What shops write before the name of a film or leave out, run together with it."""
_FOR_EDITION: Final = re.compile("版(?:完全)?(?:対応|準拠)")
"""What is made for an edition of a textbook."""
_LIMITED: Final = re.compile(r"(?<![a-z])limited[ -]?edition(?![a-z])")
_GRADE: Final = re.compile(rf"^(.*?(?<![a-z0-9])(?:{'|'.join(filter(str.isascii, GRADES))})(?![a-z0-9]))(.*)")
"""A grade of kits of plastic, what stands before it and what behind it."""
_PRIZE: Final = re.compile(r"(?<![a-z0-9])([a-z]|ラストワン|last ?one) ?賞(?![一-鿿])")
"""Which prize of a lottery a figure is (A賞)."""
_COMMEMORATED: Final = re.compile(r"(?<![a-z0-9])[a-z]+\d+(?=記念)")
"""What a thing was brought out for, and no maker's number (WT100記念)."""
_BUILT: Final = re.compile("(?<![未半])完成品")
"""What makes a kit one that somebody has put together."""
_NUMBER_OF_KIT: Final = re.compile(
    r"^ *(?:no\.? ?)?\d{1,3}(?![\d/.])|(?<![a-z])no\.? ?\d{1,3}(?!\d)|(?<= )0\d\d?(?= |$)"
)
"""Which of its grade or series a kit is, which shops write or leave out."""


def _credit(found: re.Match[str]) -> str:
    return found[0] if found[1] in _NO_NAME else f" {CREDIT}{found[1]} "


def _graded(found: re.Match[str]) -> str:
    return _BUILT.sub("組立済", found[1]) + _BUILT.sub("組立済", _NUMBER_OF_KIT.sub(" ", found[2]))


_LINES: Final = ("ねんど", "nendo", "figma", "フィグマ")
RESPELT: Final[tuple[Habit, ...]] = (
    ("/", _BY, _credit),
    ("著", _BY_WHOM, _credit),
    ("訳", _BY_WHOM, _credit),
    ("編", _BY_WHOM, _credit),
    ("監", _BY_WHOM, _credit),
    ("賞", _PRIZE, lambda found: f" prize-{found[1] if len(found[1]) == 1 else 'last'} "),
    ("記念", _COMMEMORATED, ""),
    (SERIES, _NUMBERED_SERIES, " "),
    ("版", _YEARS, r"\1 "),
    (".", _INITIALS, " "),
    ("・", _INITIALS, " "),
    ("枚", _ALONG, " cd付き "),
    *((sign, _IN_LINE, r"\1 ") for sign in _LINES),
    ("学i", _FIRST, "1"),
    ("枚", _DISCS, r"\1 "),
    ("1/", _GRADE, _graded),
    ("ガン", _GRADE, _graded),
    ("1/", _SCALED, r"\1 "),
    ("anniversary", _ANNIVERSARY, r"\1周年"),
    ("盤", _SINGLE, " "),
    ("劇場版", _FILM, " "),
    ("album", _ALBUM, r" \1"),
    ("アルバム", _ALBUM, r" \1"),
    ("booster", _IN_ENGLISH, " 英語版 "),
    ("版", _FOR_EDITION, r"版 完全準拠"),
    ("limited", _LIMITED, "limitededition"),
    ("ver", _VERSION, r" 第\1 "),
)
"""What is written anew, each with a sign without which it need not be looked for."""
