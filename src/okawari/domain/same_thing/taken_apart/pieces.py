"""What one token of a title means, the same in every title."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from fractions import Fraction
from functools import lru_cache
from typing import Final

from okawari.domain.same_thing.language.numerals import LONGEST_NUMBER, ORDERED, ROMAN, bare, code_in_digits, in_kanji
from okawari.domain.same_thing.spelling.media import CREDIT, LIGHT, PUBLISHERS, SERIES
from okawari.domain.same_thing.taken_apart.listed import FIXED, LETTER_SIZES, LISTED, LOOSE, Piece
from okawari.domain.same_thing.taken_apart.noise import FOUND_WITHIN, HOLDS_ONE, KIND_NAMES, as_noise, without_noise
from okawari.domain.same_thing.taken_apart.standards import measure_of
from okawari.domain.same_thing.taken_apart.tokens import COUNTED, QUANTITY, SPAN, is_model, squashed
from okawari.domain.same_thing.vocabulary import states, units, words
from okawari.domain.same_thing.vocabulary.goods import GOODS, HEADS, THINGS
from okawari.domain.same_thing.vocabulary.idle import LATIN_GOODS, LATIN_NOISE, LONG_WORKS, NOISE
from okawari.domain.same_thing.vocabulary.makers import BRANDS
from okawari.domain.same_thing.vocabulary.parts import LATIN_PARTS, NO_PARTS, PARTS, part_of, same_part

_RANGE: Final = re.compile(r"\d{1,3}-\d{1,3}|\d{4}-\d{4}")
_YEAR: Final = re.compile(r"(?:19|20)\d\d")
_JOINTS: Final = re.compile("[-/.'&]")
_FRACTION: Final = re.compile(r"\d+/\d")
_REGION: Final = re.compile(r"/(?:[aj]|[a-z]{2})$|(?<=[a-z]\d)-?jp$|(?<=\dj)a$")
"""A market behind a maker's number (MTJV3J/A, SSD8JP); any other single letter is that of a colour (KHD-9210/N)."""
_CONSONANTS: Final = re.compile(r"(?!gtx|rtx|hdr|dvd|lcd|ssd|spf|vsr|ddr)[b-df-hj-np-tv-xz]{3,}\d\d")
"""How a maker's number begins that holds no word (FGNT17)."""
_GLUED: Final = re.compile(r"([a-z]{3,})(\d{1,2}[a-z]?)")
_GLUED_LINE: Final = re.compile(r"([a-z]{2})(\d)")
_GLUED_BEFORE: Final = re.compile(r"(\d{1,4})([a-z]{3,})")
_GLUED_END: Final = re.compile(r"([a-z]{1,3}\d{1,3}[a-z]?)([a-z]{3,})")
"""A short number with the line of its article behind it (S24Ultra)."""
_WIFI: Final = re.compile(r"wi-?fi\d[a-z]?")
_GLUED_BETWEEN: Final = re.compile(r"([a-z]{3,})(\d{1,2})([a-z]{2,})")
_APERTURE: Final = re.compile(r"(f/?\d\d?(?:\.\d)?)([a-z])")
"""How wide a lens opens, with the letter of its line behind it (F4L)."""
_STORED: Final = re.compile(r"([a-z]{3,})(\d{1,4}(?:[gt]b|ml))")
_DISCS: Final = re.compile(r"(\d{1,2})(cd|dvd|bd|lp)")
"""How many discs an edition has, which shops write or leave out (4CD)."""
_PART_NUMBER: Final = re.compile(r"[a-z]{2,4}-[a-z]-[a-z]{4,6}")
_INITIALS: Final = re.compile(r"[a-z](?:\.[a-z])+")
"""Initials, which shops write with points or without (P.O.P)."""
_PIECES: Final = re.compile(r"(?!480p|720p|1080p|1440p|2160p)(\d{1,4})p")
"""How many there are in a pack or a puzzle (3P, 1000P), and no lines of a picture."""
_STANDARD: Final = re.compile(r"11(?:n|ac|ax|be)|(?:bluetooth|android|ios|win(?:dows)?)\d{1,2}(?:\.\d)?")
"""A standard or a system that a thing keeps or runs with, with its version."""
_ROMAN_BEHIND: Final = re.compile("([a-z]{2,})(iii|(?<![aeiuwd])ii)")
"""A name with a number that no word ends with behind it (GRIII)."""
_RACKET: Final = re.compile("([2-6])ug?([3-6])")
"""How heavy a racket is, and how thick its grip (4U5, 4UG5)."""
_SHORT_CODE: Final = re.compile(r"[a-z]+\d+")
_NUMBERED: Final = re.compile(r"no\.?(?=\d+[a-z])")
"""How a maker's number is told to be one (No.220USB-P1)."""
_IN_ONE: Final = re.compile(r"(\d+)-?in-?1")
_BEHIND_NUMBER: Final = words.LINES | {"ver"}
_LEAST_CATALOGUED: Final = 100
"""Our own choice: a number from which on a range that does not begin with one is none."""
_SHORT_NAME: Final = 2
"""Our own choice: letters that stand at the ends of words by chance."""
_IMPRINTED: Final = "コミックス"
"""What ends the name of a series of comics, which shops write or leave out."""
_KATAKANA: Final = tuple(
    enumerate(dict.fromkeys(key for table in (BRANDS, words.SPELLINGS) for key in table if "ァ" <= key[0] <= "ー"))
)
_FIRST_TWO, _LAST_TWO = slice(2), slice(-2, None)
_BY_FIRST, _BY_LAST = (
    {signs: tuple(one for one in _KATAKANA if one[1][end] == signs) for signs in {name[end] for _, name in _KATAKANA}}
    for end in (_FIRST_TWO, _LAST_TWO)
)
"""Names by their first and by their last two signs, each with its rank: of several that fit the first of the tables counts."""
_COLOURS: Final = tuple(name for name in words.COLOURS if len(name) > 1)
_BROWN: Final = "ブラウン"
"""A colour at the end of a longer word alone, as it is a maker's name too."""
_SPELLED_LINES: Final = tuple(
    (word, line) for word, line in words.SPELLINGS.items() if line in words.LINES and not word.isascii()
)
_SPELT: Final = tuple(word for word, _ in _SPELLED_LINES)
_KANJI_BRANDS: Final = tuple(name for name in BRANDS if name[0] >= "一" and len(name) > 1)
_SIGNED: Final = {"@": "aimed", words.SHADE: "shade", "+": "joined", CREDIT: "credit"}
_MERE_CODE: Final = re.compile(r"(?!no|us|uk|eu|x\d|[a-z]\d000$)[a-z]{1,2}\d{2,8}")
_LEADING: Final = tuple(word for word in (*BRANDS, *words.SPELLINGS) if "ァ" <= word[0] <= "ー")
_MARKS: Final = re.compile(
    f"(?P<imitated>{states.IMITATED})|(?P<used>{'|'.join(states.USED)})|(?P<imported>{states.IMPORTED})"
)


@lru_cache(maxsize=65536)
def meaning(token: str) -> tuple[Piece, ...]:
    """Return what one token means, for it is the same in every title."""
    if token in FIXED:
        return FIXED[token]
    token = words.SPELLINGS.get(token, token)
    for listed, kind in ((words.LINES, "line"), (words.EDITIONS, "edition")):
        if token in listed:
            return (Piece(kind, token),)
    if token[0] in _SIGNED:
        return (Piece(_SIGNED[token[0]], token[1:] if token[0] == CREDIT else squashed(token)),)
    if token[0] in "x×*" and token[1:].strip().isdigit():
        return _counted(token[1:].strip())
    if token[0] == "第" and token[1:].isdigit():
        return (Piece("number", str(int(token[1:]))),)
    if token[0].isdigit() and (told := _told_by_unit(token)) is not None:
        return told
    if token[0].isascii():
        return _latin(token)
    return _japanese(token)


def is_mere_code(token: str) -> bool:
    """Return whether a token is a code at first sight, so that nothing else needs to be tried on it."""
    return _MERE_CODE.fullmatch(token) is not None and token not in LISTED


def _told_by_unit(token: str) -> tuple[Piece, ...] | None:
    """Return what a number and its unit tell: a quantity, a number in a series, or of any other unit only that (48時間)."""
    if quantity := QUANTITY.fullmatch(token):
        return _quantity(quantity[1].replace(",", ""), quantity[2])
    if span := SPAN.fullmatch(token):
        return (Piece("measure", f"{units.UNITS.get(span[3], (span[3],))[0]}-span:{span[1]}-{span[2]}"),)
    if told := COUNTED.fullmatch(token):
        number = str(int(told[1]))
        if told[2] == "日" and number == "1":
            return ()
        return (Piece("number", number) if told[2] in units.NUMERALS else Piece("measure", f"{told[2]}-told:{number}"),)
    return None


def _counted(number: str) -> tuple[Piece, ...]:
    return (Piece("count", number),) if int(number[:9]) > 1 else ()


def _quantity(number: str, unit: str) -> tuple[Piece, ...]:
    if unit in units.UNITS:
        dimension, size = units.UNITS[unit]
        if number == "1" and dimension == "servings":
            return ()
        try:
            return (Piece("measure", f"{dimension}:{Fraction(number) * size}"),)
        except ValueError:
            return ()
    if unit in units.IDLE_UNITS:
        return ()
    if unit == units.DOZEN:
        return _counted(str(12 * int(number))) if number.isdigit() else ()
    pieces = _counted(number) if number.isdigit() else ()
    if unit in units.DOSES or unit in units.VESSELS:
        return (*pieces, Piece("kind", unit))
    return (*pieces, Piece("line", unit)) if unit in words.LINES else pieces


def _latin(token: str) -> tuple[Piece, ...]:
    if token.endswith(("'s", "+")) and not token.startswith("spf"):
        plus = (Piece("line", "plus"),) if token.endswith("+") else ()
        return (*meaning(token.removesuffix("'s").rstrip("+")), *plus)
    if token in LATIN_NOISE or token.startswith("spf"):
        return (Piece("lone", LATIN_GOODS[token]),) if token in LATIN_GOODS else ()
    if racket := _RACKET.fullmatch(token):
        return (Piece("size", f"{racket[1]}u{racket[2]}"),)
    if token in LETTER_SIZES:
        return (Piece("size", token.replace("/", "")),)
    if (shaped := _shaped(token)) is not None:
        return shaped
    if token in ROMAN or (not token.isalpha() and any(map(str.isdigit, token))):
        return _numbered(token)
    if token in LATIN_PARTS:
        return (Piece("part", same_part(LATIN_PARTS[token])),)
    if token in states.USED_LATIN:
        return (Piece("mark", "used"),)
    parts = _JOINTS.split(token)
    if len(parts) == 1:
        return (Piece("word", token),)
    numerals = {} if "&" in token else ROMAN
    return tuple(_part_of_latin(part, numerals) for part in parts if part and part not in LATIN_NOISE)


def _part_of_latin(part: str, numerals: Mapping[str, str]) -> Piece:
    """Return what stands between hyphens or points: a colour, a number in Roman numerals (GR-XII, but no two parts: I&II), or a word."""
    if part in words.COLOURS:
        return Piece("colour", words.COLOURS[part])
    if (disc := words.SPELLINGS.get(part, part)) in words.EDITIONS:
        return Piece("edition", disc)
    return Piece("number", numerals[part]) if part in numerals else Piece("word", part)


def _shaped(token: str) -> tuple[Piece, ...] | None:
    """Return what the form of a token tells, None where it has none of these."""
    if _PART_NUMBER.fullmatch(token):
        return (Piece("code", squashed(token)),)
    if discs := _DISCS.fullmatch(token):
        return (*meaning(discs[2]), Piece("measure", f"{discs[2]}s-told:{discs[1]}"))
    if _STANDARD.fullmatch(token):
        return ()
    if measure := measure_of(token):
        return (Piece("measure", measure),)
    if roman := _ROMAN_BEHIND.fullmatch(token):
        return (*meaning(roman[1]), Piece("number", ROMAN[roman[2]]))
    return (Piece("word", token.replace(".", "")),) if _INITIALS.fullmatch(token) else None


def _numbered(token: str) -> tuple[Piece, ...]:
    """Return a bare number, the ends of a range, a word with a number behind it, or else a code."""
    if number := bare(token):
        return (Piece("number", number),)
    if _RANGE.fullmatch(token):
        ends = token.split("-")
        if all(map(_YEAR.fullmatch, ends)):
            return tuple(Piece("number", number) for number in ends)
        if not _is_range(*map(int, ends)) or ends[1][0] == "0":
            catalogued = "".join(ends)
            return (Piece("number" if len(catalogued) == LONGEST_NUMBER else "code", catalogued),)
        if ends[0] != "1":
            return (Piece("measure", f"range-span:{token}"),)
        return tuple(Piece("count", number) for number in ends)
    if pieces := _PIECES.fullmatch(token):
        return _counted(pieces[1])
    if glued := _glued(token):
        return glued
    token = _NUMBERED.sub("", token)
    if token.isalnum():
        return (Piece("code", code_in_digits(_REGION.sub("", token))),)
    if "/" in token and (told := _slashed(token)):
        return told
    code = token.split(" ", maxsplit=1)[0] if _FRACTION.match(token) else _REGION.sub("", token)
    return (Piece("code", code_in_digits(squashed(code))),)


def _slashed(token: str) -> tuple[Piece, ...]:
    """Return what stands on both sides of a slash where it tells several things (ET/SP/100ml), nothing of a code."""
    head, _, tail = token.partition("/")
    parts = token.split("/")
    if any(map(QUANTITY.fullmatch, parts)) or (head.isalpha() and is_model(squashed(tail))):
        return tuple(piece for part in parts if part for piece in meaning(part))
    return tuple(Piece("code", part) for part in parts) if all(map(_SHORT_CODE.fullmatch, parts)) else ()


def _is_range(start: int, end: int) -> bool:
    """Return whether two numbers tell from where to where: what grows by a power of ten is a number of a catalogue (30-751)."""
    return start < end and (start == 1 or len(str(start)) == len(str(end)) or end < _LEAST_CATALOGUED)


def _glued(token: str) -> tuple[Piece, ...]:
    """Return what a number and what has grown together with it tell, nothing of a code."""
    if _WIFI.fullmatch(token):
        return (Piece("word", "wifi"),)
    if (glued := _GLUED.fullmatch(token)) and not _CONSONANTS.match(token):
        rest = glued[2]
        return (*meaning(glued[1]), Piece("number", str(int(rest))) if rest.isdigit() else Piece("code", rest))
    if (before := _GLUED_BEFORE.fullmatch(token)) and before[2] in _BEHIND_NUMBER:
        return Piece("number", str(int(before[1]))), *meaning(before[2])
    if (ended := _GLUED_END.fullmatch(token)) and ended[2] in words.LINES:
        return *meaning(ended[1]), Piece("line", ended[2])
    if (line := _GLUED_LINE.fullmatch(token)) and line[1] in words.LINES:
        return Piece("line", line[1]), Piece("number", line[2])
    if in_one := _IN_ONE.fullmatch(token):
        return (Piece("measure", f"in-one-told:{in_one[1]}"),)
    split = _STORED.fullmatch(token) or _APERTURE.fullmatch(token) or _GLUED_BETWEEN.fullmatch(token)
    if split and (split.re is not _GLUED_BETWEEN or split[3] in words.LINES):
        return tuple(piece for part in split.groups() for piece in meaning(part))
    return ()


def _japanese(token: str) -> tuple[Piece, ...]:
    if (marked := _MARKS.search(token)) and marked.lastgroup:
        return (Piece("mark", marked.lastgroup),)
    if not token.endswith(NO_PARTS) and (part := part_of(token.removesuffix("セット"))):
        rest = token.removesuffix("セット").removesuffix(part)
        in_set = (Piece("line", words.SET),) if token.endswith(words.SET) else ()
        return (Piece("part", part), _modifier(part, rest), *in_set) if rest else (Piece("part", part), *in_set)
    if _said_of_sale(token):
        return ()
    if token.endswith(_IMPRINTED):
        return (Piece("kind", words.KIND_OF[_IMPRINTED]),)
    if (noise := as_noise(token)) is not None:
        kinds = (Piece("kind", words.KIND_OF[word]) for word in noise if word in words.KIND_OF)
        return (*kinds, *(Piece("lone", GOODS[word]) for word in noise if word in GOODS))
    if told := _compound(token):
        return told
    if told := _coloured(token):
        return told
    if at := _seam(token):
        return (*meaning(token[:at]), *meaning(token[at:]))
    return tuple(_phrases(token))


def _coloured(token: str) -> tuple[Piece, ...]:
    """Return what a run tells that begins or ends with a colour."""
    if token.endswith(_BROWN):
        brown = words.COLOURS["茶"]
        return Piece("colour", brown), _modifier(brown, token.removesuffix(_BROWN))
    if not (token.startswith(_COLOURS) or token.endswith(_COLOURS)):
        return ()
    if token.startswith(words.NO_COLOURS) or token.endswith(words.NO_COLOURS):
        return ()
    for name in _COLOURS:
        colour = words.COLOURS[name]
        told = Piece("colour", colour), _modifier(colour, token.replace(name, "").replace("自然な", "ナチュラル"))
        if token.endswith(name):
            return told
        if token.startswith(name):
            return (*told, *meaning(token.removeprefix(name)))
    return ()


def _compound(token: str) -> tuple[Piece, ...]:
    """Return what a run is told by its end: a set, a kind of goods, which describes (スチームトースター), or a series."""
    if token.removesuffix(SERIES).endswith(("セット", "キット", "福袋", "まとめ売り")) and not token.endswith(
        (*HEADS, *words.NO_SETS)
    ):
        rest = token.removesuffix(SERIES).removesuffix(words.SET)
        told = "ァ" <= token[0] <= "ー" and rest not in ("", token) and as_noise(rest) is None
        told_set = Piece("line", words.SET)
        return (Piece("aside", rest), told_set, _modifier(words.SET, rest)) if told else (told_set,)
    if not "ァ" <= token[0] <= "ー":
        return ()
    if work := next(filter(token.startswith, LONG_WORKS), ""):
        return (*meaning(work), *meaning(token[len(work) :]))
    if token.endswith(HEADS) and not token.startswith(_LEADING):
        head = next(filter(token.endswith, HEADS))
        return (Piece("aside", token), Piece("lone", token), _modifier(THINGS[head], token.removesuffix(head)))
    return (Piece("aside", token),) if token.endswith(SERIES) else ()


def _modifier(head: str, rest: str) -> Piece:
    """Return what a compound says of its head, by which sisters differ (マットブラック, コバルトブラック)."""
    return Piece("modifier", f"{head}:{rest.translate(LOOSE)}")


def _said_of_sale(token: str) -> bool:
    """Return whether a run of Japanese speaks of the sale, or of whom the thing is meant for (新生児から)."""
    return token.endswith("から") or (words.TRADE.search(token) is not None and words.KEPT.search(token) is None)


def _seam(token: str) -> int:
    """Return where a known name at an end of a run of Japanese meets the rest, 0 where there is none."""
    if token.startswith(_KANJI_BRANDS):
        return len(next(filter(token.startswith, _KANJI_BRANDS)))
    for _, name in sorted({*_BY_FIRST.get(token[_FIRST_TWO], ()), *_BY_LAST.get(token[_LAST_TWO], ())}):
        short = len(name) <= _SHORT_NAME
        if len(name) < len(token):
            if not short and token.startswith(name) and (name in BRANDS or token[len(name) :] in LISTED):
                return len(name)
            rest = token.removesuffix(name)
            if rest != token and name != LIGHT and (rest in LISTED or (name not in BRANDS and len(rest) > _SHORT_NAME)):
                return len(rest)
    return 0


def _phrases(token: str) -> Iterator[Piece]:
    """Yield what is known in a run of Japanese, and the rest of it as a word."""
    left = token
    kinds = KIND_NAMES.findall(token)
    if kinds:
        left = KIND_NAMES.sub("", token)
        yield from (Piece("kind", words.KIND_OF[word]) for word in kinds)
    yield from (Piece("choice", word[-1]) for word in kinds if word[-1] in words.PETS)
    if ordered := ORDERED.search(left):
        yield Piece("number", str(in_kanji(ordered[0].removeprefix("第"))))
        left = left.replace(ordered[0], "")
    for kind, listed in FOUND_WITHIN if HOLDS_ONE.search(left) else ():
        for word in listed:
            if kind == "choice" and left.endswith(("付き", "付")):
                continue
            if kind == "line" and left.startswith(words.NO_LINES):
                continue
            if word in left and (
                len(word) > 1 or (kind == "choice" and (left[0] == word or left.removesuffix("用")[-1:] == word))
            ):
                left = left.replace(word, "")
                yield Piece(kind, word)
    for word, standard in _SPELLED_LINES if left.startswith(_SPELT) or left.endswith(_SPELT) else ():
        if (left.startswith(word) and not left.startswith(words.NO_LINES)) or (word != LIGHT and left.endswith(word)):
            left = left.replace(word, "")
            yield Piece("line", standard)
    yield from _rest(left)


def _rest(left: str) -> Iterator[Piece]:
    """Yield what is left of a run of Japanese once all that is known is taken out; what comes along as such, but for parts."""
    if left.endswith(("付き", "付")):
        along = left.removesuffix("き").removesuffix("付")
        if not along or not (along.endswith(PARTS) or without_noise(along) == ""):
            yield Piece("with", same_part(along))
        return
    rest = without_noise(left)
    if rest in {"犬", "猫"}:
        yield Piece("choice", rest)
    if len(left) == 1 and "一" <= left <= "鿿" and left not in (*units.COUNTS, *NOISE):
        yield Piece("lone", left)
    elif len(rest) > 1 and words.TELLING.search(left):
        yield Piece("with", left)
    elif len(rest) > 1 and rest not in words.PARTICLES:
        is_credit = PUBLISHERS.search(left) is not None
        yield Piece("credit" if is_credit else "aside" if words.DESCRIBES.search(left) else "word", rest)
        if left.endswith(words.SIZED):
            yield Piece("lone", left)
