"""A title cut up: its words, numbers and quantities in one spelling, and which of them belong together."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from okawari.domain.same_thing.language.sound import without_accents
from okawari.domain.same_thing.spelling.habits import HABITS
from okawari.domain.same_thing.spelling.media import CREDIT, RESPELT
from okawari.domain.same_thing.spelling.options import OFFERED
from okawari.domain.same_thing.spelling.quantities import QUANTITIES, in_digits, in_one_spelling
from okawari.domain.same_thing.spelling.rewriting import Habit, Rewriting
from okawari.domain.same_thing.vocabulary import units, words
from okawari.domain.same_thing.vocabulary.goods import GOODS
from okawari.domain.same_thing.vocabulary.idle import GAMES_OF_TWO, LATIN_NOISE, WORKS
from okawari.domain.same_thing.vocabulary.makers import BRANDS

_UNIT: Final = "|".join(words.longest_first((*units.UNITS, *units.COUNTS, *units.IDLE_UNITS)))
_RANGED: Final = "|".join(words.longest_first(units.RANGED))
_COUNTER: Final = "(?:番(?![台目手組])|月(?=始)|段(?!階)|(?![付専対搭限以未]|新品|純正|国内|本体|単品|通常|発売|予約|送料|公式|正規)[一-鿿](?:(?![入以超未一二三四五六七八九])[一-鿿])?)"
"""What a number counts, where it is no listed unit (48時間, 第2類) and not what is said of the thing (2付属)."""
_WORD: Final = r"[a-z0-9]+(?:[-/.'&][a-z0-9]+)*(?:\+(?![a-z0-9+一-鿿ぁ-ヺ]))?"
_IN_TWO_SCRIPTS: Final = "|".join(
    words.longest_first(
        name for name in (*WORKS, *GOODS, *words.SPELLINGS) if len({"ァ" <= letter <= "ー" for letter in name}) > 1
    )
)
"""Works and goods whose names are one word though each half looks like one (機動戦士ガンダム)."""
_TOKEN: Final = re.compile(
    rf"[^\da-zぁ-ゟァ-ヺー一-鿿々〇×*+{CREDIT}]*+({CREDIT}[^ {CREDIT}]+|第\d+(?![\d類種])|{_IN_TWO_SCRIPTS}|[一-鿿々〇ぁ-ゟ]+|[ァ-ヺー]+|(?=\d)(?:\d{{3}}/\d{{2}}z?r\d{{2}}(?: \d{{2,3}}[a-z](?![a-z0-9]))?"
    rf"|\d+(?:\.\d+)?[-ー]\d+(?:\.\d+)?(?: ?(?:{_RANGED})|{_COUNTER})(?![a-z])"
    rf"|(?!0\d)\d+(?:[.,]\d+)*(?:(?:{_UNIT})(?:(?=pet)|(?!(?<=[ァ-ー])(?<!インチ)(?!パック|セット|ブーツ|シューズ)[ァ-ー]|(?<=[a-z])[a-z]|体|格|み?立|同時|(?<=\d[mvw])\d+[a-z]))|(?<![ァ-ヺーぁ-ゟ一-鿿]\d)(?<![ァ-ヺーぁ-ゟ一-鿿]\d\d)(?<![ァ-ヺーぁ-ゟ一-鿿]\d\d\d)[ -](?!ケース)(?:{_UNIT})(?!(?<=[ァ-ー])(?<!インチ)(?!パック|セット|ブーツ|シューズ)[ァ-ー]|[a-z0-9]|-[a-z0-9]|体|格|み?立|サイ))|(?<![ァ-ヺーぁ-ゟa-z0-9一-\u7b2b\u7b2d-鿿])\d+{_COUNTER}|{_WORD})"
    rf"|[a-z]{{2,4}}-[a-z]-[a-z]{{4,6}}(?![a-z0-9])|(?:n|ho|z)[ -]?(?:ゲージ|gauge|scale)(?![a-z])|[x×*](?! (?:19|20)\d\d(?!\d)) ?\d+(?![\d.,a-z])|{_WORD}|(?<= )\+(?= )|\+(?=[ァ-ヶ]))"
)
"""Told apart by their first sign where they can be, and signs with which none begins are passed over in one go, which is quicker."""
_SIGNS: Final = {"〜": "ー", "~": "ー", "―": "ー", "‐": "-", "–": "-", "−": "-", "ν": "nu", "ヱ": "エ", "’": "'"}
"""Signs that shops write one for the other."""
_MARK: Final = re.compile(r"(?<![a-z0-9])(mark|mk)[.-]?(ii|iii|iv|vi|[2-9])(?![a-z0-9])")
"""A maker's count of models, which shops write in one (MarkII)."""
_READING: Final = re.compile(r"([ぁ-ヺー]{2,20})\([ぁ-ゟ]{1,20}\1\)")
"""How a name is read, which ends as the name does: 茅乃舎だし(かやのやだし)."""
_PLUS: Final = re.compile(r"\+(?<=[ァ-ー一-鿿]\+)(?![a-z0-9一-鿿ぁ-ー])")
"""A plus behind a name in Japanese (エマルジョン+)."""
_TEA: Final = re.compile("(?<=[ァ-ー])茶")
"""A tea named by what it is of, and no colour (ブレンド茶)."""
_TIMES: Final = re.compile(
    r"x(?=\d)(?:(?<=\d(?:g|l)x)|(?<=\d(?:kg|ml|cm|mm|gb|tb|oz)x)|(?<=(?<![a-z0-9])(?<![a-z]-)\dx)|(?<=(?<![a-z0-9])(?<![a-z]-)\d\dx)|(?<=(?<![a-z0-9])(?<![a-z]-)\d\d\dx))"
)
"""A product written with a letter (58x35cm); the letter comes first, as most titles have none."""
_WIDE_DASH: Final = re.compile("(?<=[ァ-ヶ])－")
"""A long vowel, as old tills write it (カレ－)."""
_STARS: Final = "★☆◆◇■●♪"
_BRACKETED: Final = re.compile(
    rf"([【\[［《≪<＜(（「『{_STARS}])(?:(?<![{_STARS}])[^【】\[\]［］《》≪≫<>＜＞()（）「」『』]{{1,40}}[】\]］》≫>＞)）」』]"
    rf"|(?<=[{_STARS}])[^{_STARS}]{{1,30}}\1)"
)
"""Begins with one set of signs, which is looked for several times as fast as one pattern or the other."""
_NO_EXTRA: Final = re.compile(
    r"(?:特典|名入れ|おまけ|輸送箱|ショッパー|景品|店印|書き込み|書込み?|汚れ|オウンネーム)(?:なし|無し|無|は?付きません)"
)
_TWO_NAMES: Final = re.compile("([ァ-ー]+)・(?=([ァ-ー]++)(?!・))")
"""A name that ends as a maker is called (ジェスタ・キャノン)."""
_SERIES_OF_TWO: Final = re.compile("|".join(f"{one} ?& ?{other}" for one, other in GAMES_OF_TWO))
"""Two games whose names together are those of a series of cards, which each title of it may leave out."""
_CHECKED: Final = re.compile("(?<=[a-z0-9ァ-ー])動作確認済み?")
"""What a thing was tried with, which makes it no used one (PS5動作確認済み)."""
_INITIAL: Final = re.compile(r"(?<=[ァ-ー])・[a-z]・(?=[ァ-ー])")
"""The middle name of a person."""
_DOTTED: Final = re.compile(r"(?<=[ぁ-ゟ])・(?=[ぁ-ゟ])")
_NO_LETTERS: Final = bytes(sorted({*range(128)} - {*b"abcdefghijklmnopqrstuvwxyz0123456789"}))
_CATALOGUED: Final = r"\d{3}(?:[1-9]\d|\d[1-9])[a-z]$"
"""Our own choice: five digits that are not round with a letter behind are a number in a catalogue, and no amount (33412W)."""
_NO_MODEL: Final = re.compile(
    rf"(?!{_CATALOGUED})(?:"
    r"\d+x\d+|\d{1,4}[a-z]{1,3}|\d+(?:[cm]?m|ml|k?g|w|v|hz|k)|\d{5}z?r\d\d|usb.*|sae.*|ddr\d+|wi-?fi.*|bluetooth.*|hdmi.*|type-?c.*|pcie.*|ver.*|vol.*|\d+-?in-?\d+"
    r"|[abhxz]\d{3}[a-z]?|[a-z]\d000|\d[a-z]{4,}|f\d{2,4}|[rg]tx\d+[a-z]*)"
)
"""Sizes, standards and chipsets, which many articles share."""
LEAST_MODEL, _LEAST_DIGITS = 5, 2
"""A shorter number (RX-93) is the name of a figure as well as of a kit."""
SPAN: Final = re.compile(rf"(\d+(?:\.\d+)?)[-ー](\d+(?:\.\d+)?) ?({_RANGED}|{_COUNTER})")
COUNTED: Final = re.compile(rf"(\d+)({_COUNTER})")
_AND: Final = re.compile(r"(?<![a-z0-9])([a-z]) & ([a-z])(?![a-z0-9])")
"""Two letters that belong together (L & R)."""
_COLOUR_BEHIND: Final = re.compile(r"(?<=[a-z0-9])#[a-z0-9]+(?:-\d+)?(?![a-z0-9])")
"""What makers write behind a number for a colour or a nib (PGB-1000#21)."""
_MEDIUM: Final = re.compile(r"(blu-ray|dvd|cd|lp)(?=\d{1,2}枚)")
"""A medium that has grown together with how many there are (Blu-ray2枚組)."""
_GLUED_NUMBER: Final = re.compile(r"0(?<=[ァ-ヺー]0)(\d)(?!\d)")
"""A number that ends a name, and is none of a colour (テナジー05)."""
_SHELF: Final = re.compile(
    r"(?<=文庫)(?:[a-z]{2,3}(?![a-z0-9])| *[ぁ-ヶ][ -]?\d{1,3}-\d{1,3}(?: +[a-z]{2,3}(?![a-z0-9]))?)"
)
"""A sort within a series of pocket books, and where a book of it stands on the shelf (新潮文庫 す-31-2 nex)."""
_REIWA: Final = re.compile(r"令和 ?(\d{1,2})年|(?<![a-z0-9])r ?(\d{1,2})年(?=産|度|版)|(?<![\d.])(\d)年(?=産)")
_BEFORE_REIWA: Final = 2018
"""A year as the emperor's are counted, of a harvest also without his name (令和8年, R8年産, 8年産)."""
_MILLIMETRES: Final = re.compile(r"(?<=\d)ミリ(?![ァ-ー])")
_ULTRA_HD: Final = re.compile("(?<![a-z])ultra ?hd(?![a-z])")
_LETTERS: Final = {"α": "アルファ", "β": "ベータ", "δ": "デルタ"}
_GREEK: Final = re.compile("(?<!コミックス)[αβδ](?:(?! ?[0-9])|(?<=[ァ-ー][αβδ])(?= ))")
"""A Greek letter that is a name or ends one (スゴカルα, ゴールドα 160錠); before a number it is left out (α7)."""
_DENIED: Final = re.compile(r"(?:中古|アウトレット|訳あり)品?では(?:ない|なく|ありません|ございません)")
"""What an offer says that it is not."""
_TAKEN_BACK: Final = re.compile(r"使用済み?[^\s\d]{0,8}?(?:引き?取|回収|処分)[^\s\d]{0,6}")
"""What a shop takes back from the buyer."""
_READER: Final = re.compile("電子書籍リーダー")
"""A thing to read books with, and no edition."""
_HANDS: Final = re.compile(r"\(([lr])\)")
_HABITS: Final[tuple[Habit, ...]] = (
    ("(r)", _HANDS, lambda found: " 左 " if found[1] == "l" else " 右 "),
    *((written, re.compile(written), standard) for written, standard in _SIGNS.items()),
    ("(", _READING, r"\1"),
    *HABITS,
    *OFFERED,
    ("mk", _MARK, r"mark \2"),
    ("mark", _MARK, r"mark \2"),
    ("茶", _TEA, " お茶 "),
    ("+", _PLUS, " プラス "),
    ("認", _CHECKED, "対応"),
    ("籍", _READER, " "),
    ("&", _AND, r"\1&\2"),
    ("&", _SERIES_OF_TWO, " "),
    ("文庫", _SHELF, " "),
    ("枚", _MEDIUM, r"\1 "),
    ("0", _GLUED_NUMBER, r"no.\1"),
    ("#", _COLOUR_BEHIND, " "),
    ("年", _REIWA, lambda found: f" {_BEFORE_REIWA + int(found[1] or found[2] or found[3])}年"),
    ("では", _DENIED, " "),
    ("ミリ", _MILLIMETRES, "mm"),
    ("ultra", _ULTRA_HD, "uhd"),
    ("α", _GREEK, lambda found: _LETTERS[found[0]]),
    ("β", _GREEK, lambda found: _LETTERS[found[0]]),
    ("δ", _GREEK, lambda found: _LETTERS[found[0]]),
    ("使用済", _TAKEN_BACK, " "),
    ("・", _INITIAL, "・"),
    ("・", _TWO_NAMES, lambda found: found[0] if found[1] in BRANDS or found[2] not in BRANDS else found[1]),
    ("・", _DOTTED, ""),
    *RESPELT,
    *QUANTITIES,
)
_rewritten: Final = Rewriting(_HABITS)
"""Returns a text in standard spelling."""
_AIMED: Final = ("対応", "用", "専用", "互換", "後継", "の後継")
_FITS, _SUFFIXED, _BRAND, _COLOUR, _VERSION, _CUT = 1, 2, 4, 8, 16, 32
"""How two neighbours belong together: a number and what it fits, a number and its suffix, a brand cut in two, a colour
and its number, a standard and its version, a number and its end (FD2722 002)."""
_FITTED: Final = re.compile(r"\d{4,6}|\d{4}[a-z]{1,3}|(?!hdr|ip|wi)[a-z]{2,3}-?\d{2,3}[a-z]?")
"""A number of a catalogue or of a series by which a part says what it fits (35216, 2500SHG, VJ-16)."""
_HEAD, _TAIL = re.compile(r"[a-z]+\d{4,}|\d{5,}"), re.compile(r"0\d\d?")
_LEAST_HEAD: Final = 4
"""Digits behind the letters of a number that goes on."""
_STANDARDS: Final = frozenset({"bluetooth", "pcie", "hdmi", "displayport", "thunderbolt", "m.2", "wi-fi", "wifi"})
_VERSIONED: Final = re.compile(r"(?:gen|ver\.?|v)?\d(?:\.\d)?(?:x\d)?|2280")
"""The version of a standard that a thing keeps, which sets no sisters apart (Bluetooth 5.3, PCIe 4.0)."""
_LEADING_ZERO: Final = re.compile(r"0\d")
_NAMES: Final = frozenset((*BRANDS, *filter(str.isascii, WORKS)))
_BRAND_STARTS: Final = frozenset(name[:at] for name in _NAMES for at in range(1, len(name)))
_BRAND_ENDS: Final = frozenset(name[at:] for name in _NAMES for at in range(1, len(name)))
_MOST_SUFFIX, _MOST_CONSONANTS, _VOWEL = 3, 4, re.compile("[aeiouy]")
"""Letters of a suffix: four without a vowel are no word (MTBK)."""
_TECHNICAL: Final = frozenset(
    words.words_in("ac dc mc pd usb hdd ssd lcd led ips hdr hd fhd qhd uhd wqhd lte nfc gps anc")
)
_NO_SUFFIX: Final = words.LINES | LATIN_NOISE | _TECHNICAL | frozenset(unit for unit in units.UNITS if len(unit) > 1)
QUANTITY: Final = re.compile(rf"(?!{_CATALOGUED})(\d+(?:[.,]\d+)*)[ -]?({_UNIT})")
AIMING: Final = frozenset(("用", "専用"))
"""What a part is meant for stands before it, whatever comes along with the part (用 ライトキット リモコン付)."""
FOR: Final = "for"
"""What a part is meant for stands behind it in English."""
HAD: Final = (
    *("付き", "付属", "つき", "内蔵", "搭載", "込", "一式", "同梱", "装備", "標準装備", "装着済", "貼", "あり", "有り"),
    *("交換可", "交換式", "交換不要", "included"),
)
"""How words begin that say behind a part that the thing has it."""
_GOES_ON: Final = re.compile("(?!モデル|タイプ|カラー|色)[ァ-ヺ一-鿿]")
_LONGEST: Final = 300
"""Our own choice: letters of a title that are read."""


def without_bait(title: str) -> str:
    """Return the title without what stands in brackets or between stars and speaks of the trade alone (【送料無料 沖縄除く】)."""
    title = title[:_LONGEST]
    if "無" in title or "なし" in title or "ません" in title:
        title = _NO_EXTRA.sub(" ", title)
    return _BRACKETED.sub(_unless_bait, title)


def _unless_bait(found: re.Match[str]) -> str:
    text = found[0]
    return " " if _is_bait(text) else text


@lru_cache(maxsize=4096)
def _is_bait(text: str) -> bool:
    return words.TRADE.search(text) is not None and words.KEPT.search(text) is None


def plain(title: str) -> str:
    """Return the title in one width and case, waves and dashes in one form."""
    text = title[:_LONGEST].strip()
    if "  " in text or not text.isprintable():
        text = " ".join(text.split())
    if not text.isascii():
        if "－" in text and "ー" not in text:
            text = _WIDE_DASH.sub("ー", text)
        text = without_accents(unicodedata.normalize("NFKC", in_digits(text)))
    text = text.lower()
    if "x" in text:
        text = _TIMES.sub("×", text)
    return in_one_spelling(_rewritten(text))


def cut(text: str) -> list[str]:
    """Return the tokens of a plain text."""
    return _TOKEN.findall(text)


def joined(text: str, found: list[str], sides: list[tuple[int, int]]) -> list[str]:
    """Return the tokens of a text with what neighbours tell only together; `sides` are their edges."""
    for index in range(len(found) - 1, 0, -1):
        meet = sides[index][0] & sides[index - 1][1]
        if not meet:
            continue
        before, token = found[index - 1 : index + 1]
        if meet & _FITS and (_FITTED.fullmatch(before) or _has_number(before)) and not is_own(found, index):
            found.insert(index + 1, f"@{before}")
        if (
            meet & _SUFFIXED
            and found[index + 1 : index + 2] != ["シリーズ"]
            and _is_number(f"{before}{token}")
            and not _is_apart(before, token, text)
        ):
            found.insert(index + 1, f"+{before}{token}")
        elif meet & _BRAND and before + token in _NAMES:
            found[index - 1 : index + 1] = [before + token]
            sides[index - 1] = edges_of(before + token)
        elif meet & _COLOUR and _LEADING_ZERO.fullmatch(before) and not _is_cut(sides, index - 1):
            found[index - 1] = f"{words.SHADE}{before}"
            sides[index - 1] = 0, 0
        elif meet & _CUT:
            found[index - 1 : index + 1] = [f"{before}-{token}"]
            sides[index - 1] = edges_of(found[index - 1])
        elif meet & _VERSION:
            del found[index]
    return found


def _is_apart(number: str, letters: str, text: str) -> bool:
    """Return whether a bracket closes between a number and the letters behind it, or these begin a word in Japanese (JBA検定球)."""
    between, _, behind = text.partition(number)[2].partition(letters)
    return between in (") ", "] ", "】 ") or (between == " " and _GOES_ON.match(behind) is not None)


def is_own(tokens: Sequence[str], index: int) -> bool:
    """Return whether a token says of the part behind it, which comes along, that it is made for the thing (専用ケース付)."""
    return tokens[index] == "専用" and any(one == "付" or one.startswith(HAD) for one in tokens[index + 2 : index + 3])


def _is_cut(sides: list[tuple[int, int]], index: int) -> bool:
    """Return whether a token is the end of a number that stands before it (588978 01)."""
    return index > 0 and sides[index][0] & sides[index - 1][1] & _CUT != 0


def edges_of(token: str) -> tuple[int, int]:
    """Return how a token may belong together with the one before it, and with the one behind it, as bits."""
    left = _COLOUR if token in words.COLOURS else 0
    right = _BRAND if token in _BRAND_STARTS else 0
    if token in _BRAND_ENDS:
        left |= _BRAND
    if token in _STANDARDS:
        right |= _VERSION
    if not token.isascii():
        if token.startswith(_AIMED):
            left |= _FITS
    elif not token.isalpha() and token not in BRANDS:
        if token[0] in "0123456789gv" and _VERSIONED.fullmatch(token):
            left |= _VERSION
        right |= _FITS | _SUFFIXED | _COLOUR if token[0] == "0" else _FITS | _SUFFIXED
        if _HEAD.fullmatch(token):
            right |= _CUT
        elif _TAIL.fullmatch(token):
            left |= _CUT
    elif len(token) <= (_MOST_SUFFIX if _VOWEL.search(token) else _MOST_CONSONANTS) and token not in _NO_SUFFIX:
        left |= _SUFFIXED
    return left, right


def edges_of_code(code: str) -> tuple[int, int]:
    """Return the edges of a mere code (see `is_mere_code`), as `edges_of` would."""
    right = _FITS | _SUFFIXED | _CUT if code[-_LEAST_HEAD:].isdigit() else _FITS | _SUFFIXED
    return (_BRAND if code in _BRAND_ENDS else 0), (right | _BRAND if code in _BRAND_STARTS else right)


@lru_cache(maxsize=65536)
def _is_number(token: str) -> bool:
    """Return whether a token is a maker's number, letters first."""
    return token[0].isalpha() and "." not in token and _has_number(token)


@lru_cache(maxsize=65536)
def _has_number(token: str) -> bool:
    """Return whether a token is long and mixed enough for a maker's number, and no quantity."""
    mixed = token.isascii() and any(map(str.isdigit, token)) and QUANTITY.fullmatch(token) is None
    return mixed and is_model(squashed(token))


def run_together(text: str) -> str:
    """Return the Latin letters and digits of a text, in lower case and run together."""
    return text.lower().encode("ascii", "ignore").translate(None, _NO_LETTERS).decode()


squashed: Final = lru_cache(maxsize=65536)(run_together)
"""The same of a word or a number, which many titles share."""


@lru_cache(maxsize=65536)
def is_model(code: str) -> bool:
    """Return whether a code is a maker's number rather than a name's part such as 16e or M3, a size or a standard."""
    digits = sum(map(str.isdigit, code))
    long = len(code) > LEAST_MODEL or (len(code) == LEAST_MODEL and digits >= _LEAST_DIGITS)
    return long and digits < len(code) and _NO_MODEL.fullmatch(code) is None
