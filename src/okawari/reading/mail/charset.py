"""Text from bytes whose declared character set may be missing, too narrow or wrong."""

from __future__ import annotations

import re
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE
from functools import lru_cache
from typing import Final, NamedTuple

from okawari.reading.mail.japanese import Losses, decode_eucjp, decode_jis, decode_sjis

JIS: Final = "iso-2022-jp"
EUC: Final = "euc-jp"
SJIS: Final = "cp932"
UTF8: Final = "utf-8"
LATIN: Final = "cp1252"

_UNDECLARED = frozenset(
    {"", "us-ascii", "ascii", "ansi_x3.4-1968", "7bit", "8bit", "unknown", "unknown-8bit", "x-unknown"}
)
_REFUSED = re.compile(r"utf-?7|unicode-1-1-utf-7|csunicode11utf7")
_FAMILIES: tuple[tuple[str, str], ...] = (
    (r"(?:unicode-1-1-)?utf-?8.*|cesu-8", UTF8),
    (r"(?:cs)?iso-?2022-?jp.*|cp5022[012]|jis|_iso-2022-jp.*", JIS),
    (r"(?:x-|cs)?s(?:hift)?[-_]?jis.*|cp932|ms_?932|windows-31j|(?:cs)?windows31j|ms_kanji|x-ms-cp932", SJIS),
    (r"(?:x-)?euc-?_?jp.*|ujis|cp51932|cseucpkdfmtjapanese", EUC),
    (r"(?:hz-)?gb-?_?(?:2312|18030|k)(?:[-_]80)?|cp936|ms936|euc-?cn|x-gbk|chinese", "gb18030"),
    (r"(?:x-x-)?big-?5(?:-hkscs)?|cp950|cn-big5", "big5hkscs"),
    (r"(?:cs)?euc-?kr|ks_c_5601.*|ksc5601|korean|cp949|uhc|windows-949", "cp949"),
    (r"iso-?8859-?1|latin-?1|l1|cp1252|windows-?1252|ansi|iso8859_1|ibm819", LATIN),
    (r"iso-?8859-?9|latin-?5|windows-?1254", "cp1254"),
    (r"iso-?8859-?11|tis-?620|windows-?874", "cp874"),
    (r"iso-?8859-?8(?:-[ei])?", "iso8859_8"),
    (r"utf-?16", "utf-16"),
    (r"utf-?16-?le", "utf-16-le"),
    (r"utf-?16-?be", "utf-16-be"),
    (r"koi8-?r", "koi8_r"),
    (r"koi8-?u", "koi8_u"),
    (r"(?:x-)?mac(?:intosh|roman)?", "mac_roman"),
)
_FAMILY_PATTERNS = tuple((re.compile(pattern), codec) for pattern, codec in _FAMILIES)
_NUMBERED = re.compile(r"(iso-?8859-?(?:[2-7]|1[03456])|(?:windows-?|cp)(?:125[0135678]|437|850|852|866))")
_WIDE = frozenset({"utf-16", "utf-16-le", "utf-16-be"})
_MARKS = {BOM_UTF8: UTF8, BOM_UTF16_LE: "utf-16-le", BOM_UTF16_BE: "utf-16-be"}
_JUNK = re.compile(r"[\"'\s]*([^\"'\s;,<>()$]{0,40})")
_HIGH_RUN = re.compile(rb"[\x80-\xff]{3}")
_UTF8_KANA_OR_KANJI = re.compile(rb"[\xe3-\xe9][\x80-\xbf]{2}")
_KANA = re.compile("[\u3041-\u3096\u30a1-\u30fc]")
_HALF_KANA = re.compile("[\uff61-\uff9f]")
_LATIN_LETTER = re.compile("[A-Za-z]")
_NAME_LENGTH = 100
_RARE_KANJI = 0x98  # the first byte from which Shift_JIS has the kanji of JIS level 2
_LOST = "\ufffd"


class Decoded(NamedTuple):  # made for every encoded word; a frozen dataclass takes four times as long to make
    """Text, the character set it was read by, and the code of what was wrong ("" where nothing was)."""

    text: str
    charset: str
    problem: str = ""


@lru_cache(1024)
def codec_of(declared: str) -> str | None:
    """Return the codec that a declared character set stands for: "" for none declared, None for an unknown one.

    Names are those of the WHATWG Encoding Standard and what mail programs write beside them; Windows supersets stand in
    for the sets they extend. Anything else is unknown, whatever codecs Python may have by that name.
    """
    found = _JUNK.match(declared.lower())
    name = found[1] if found else ""
    if name in _UNDECLARED:
        return ""
    for pattern, codec in _FAMILY_PATTERNS:
        if pattern.fullmatch(name):
            return codec
    if _NUMBERED.fullmatch(name):
        return name.replace("windows-", "cp").replace("windows", "cp")
    return None


def keeps_ascii(raw: bytes, declared: str) -> bool:
    """Tell whether what is ASCII in the text of `raw` stands as the same bytes in it: in all sets but UTF-16 and JIS."""
    shifted = b"\x1b" in raw or b"\x0e" in raw
    return not (shifted or raw.startswith(tuple(_MARKS)) or codec_of(declared[:_NAME_LENGTH]) in _WIDE)


def decode_text(raw: bytes, declared: str = "") -> Decoded:
    """Return `raw` as text without NUL characters, by the declared character set where it fits, else by what fits.

    Problems: `charset_unknown`, `charset_refused` (UTF-7 hides text from every filter), `charset_wrong` (the bytes are
    something else), `characters_lost` (some bytes are no characters in any of them).
    """
    decoded = _decode(raw, declared[:_NAME_LENGTH])
    return decoded._replace(text=decoded.text.replace("\0", _LOST)) if "\0" in decoded.text else decoded


def _decode(raw: bytes, declared: str) -> Decoded:
    codec = codec_of(declared)
    if raw.isascii() and b"\x1b" not in raw and b"\x0e" not in raw and codec not in _WIDE:
        return Decoded(raw.decode("ascii"), "us-ascii", _refusal(declared))
    for mark, marked in _MARKS.items() if raw.startswith(tuple(_MARKS)) else ():
        if raw.startswith(mark):
            return _by(marked, raw[len(mark) :]) or _guessed(raw[len(mark) :])
    if codec != JIS and raw.isascii() and (b"\x1b$" in raw or b"\x1b(" in raw):
        by_escapes = _by(JIS, raw)
        if by_escapes is not None:
            return Decoded(by_escapes.text, JIS, _refusal(declared) or ("charset_wrong" if codec else ""))
    if not codec:
        found = _guessed(raw)
        unknown = "charset_unknown" if codec is None else ""
        return Decoded(found.text, found.charset, found.problem or _refusal(declared) or unknown)
    return _declared(raw, codec)


def _declared(raw: bytes, codec: str) -> Decoded:
    """Return the text by the declared codec, unless another one fits clearly better."""
    by_declared = _by(codec, raw)
    if by_declared is not None and not _doubtful(raw, by_declared):
        return by_declared
    if codec == UTF8 and _is_utf8_cut_short(raw):
        return _with_losses(UTF8, raw)
    found = _guessed(raw)
    if found.charset == codec and not found.problem:
        return found
    if found.problem or (codec == UTF8 and _barely_damaged(raw)):
        return _with_losses(codec, raw)
    if found.charset == LATIN and codec not in {UTF8, LATIN}:
        return by_declared or _with_losses(codec, raw)
    return Decoded(found.text, found.charset, "charset_wrong")


def _refusal(declared: str) -> str:
    return "charset_refused" if declared and _REFUSED.match(declared.lower().strip("\"' ")) else ""


def _read(codec: str, raw: bytes, errors: Losses = "strict") -> str:
    if codec == JIS:
        return decode_jis(raw, errors)
    if codec == EUC:
        return decode_eucjp(raw, errors)
    if codec == SJIS:
        return decode_sjis(raw, errors)
    return _latin(raw) if codec == LATIN else raw.decode(codec, errors)


def _by(codec: str, raw: bytes) -> Decoded | None:
    """Return the text by one codec, None where it does not fit."""
    try:
        return Decoded(_read(codec, raw), codec)
    except UnicodeError:
        return None


def _doubtful(raw: bytes, declared: Decoded) -> bool:
    """Tell whether bytes that fit the declared codec are more likely something else.

    One-byte sets fit everything, and the bytes of Japanese in UTF-8 often happen to fit an older Asian set too.
    """
    codec = declared.charset
    if codec != JIS and codec.startswith(("cp12", "iso", "koi8", "mac")):
        return _HIGH_RUN.search(raw) is not None or _is_utf8(raw)
    if codec == UTF8 or _UTF8_KANA_OR_KANJI.search(raw) is None or not _is_utf8(raw):
        return False
    return _commonness(raw.decode(UTF8)) > _commonness(declared.text)


def _is_utf8(raw: bytes) -> bool:
    try:
        raw.decode(UTF8)
    except UnicodeDecodeError:
        return False
    return True


def _is_utf8_cut_short(raw: bytes) -> bool:
    """Tell whether `raw` is UTF-8 whose last character was cut."""
    return any(raw[-cut] >= 0xC0 and _is_utf8(raw[:-cut]) for cut in range(1, min(4, len(raw) + 1)))


def _guessed(raw: bytes) -> Decoded:
    """Return the text by the set that fits best: UTF-8, then the Japanese sets, then Latin."""
    by_utf8 = _by(UTF8, raw)
    if by_utf8 is not None:
        return by_utf8
    if _HIGH_RUN.search(raw) is None:
        by_sjis = _by(SJIS, raw)
        return by_sjis if by_sjis and _is_mostly_japanese(by_sjis.text) else Decoded(_latin(raw), LATIN)
    candidates = [found for codec in (SJIS, EUC) if (found := _by(codec, raw)) is not None]
    if candidates:
        return max(candidates, key=lambda found: _japaneseness(found.text))
    if _barely_damaged(raw):
        return _with_losses(UTF8, raw)
    return _with_losses(SJIS if _japaneseness(raw.decode(SJIS, "replace")) > 0 else LATIN, raw)


def _is_mostly_japanese(text: str) -> bool:
    """Tell whether a text that could also be Latin with a few accents and curly quotes is Japanese."""
    latin = len(_LATIN_LETTER.findall(text))
    return _KANA.search(text) is not None or sum(letter > "\u2fff" for letter in text) > latin


def _japaneseness(text: str) -> float:
    """Return more for text with kana, less for the half-width kana and lost characters that a wrong set makes."""
    sample = text[:20_000]
    return len(_KANA.findall(sample)) - 2 * len(_HALF_KANA.findall(sample)) - 3 * sample.count(_LOST)


def _commonness(text: str) -> int:
    """Return more for kana and the kanji of everyday use, less for rare kanji and letters that Japanese lacks."""
    score = 0
    for letter in text[:200]:
        coded = letter.encode("cp932", "ignore")
        if not letter.isascii():
            score += -2 if len(coded) != 2 else 1 if coded[0] < _RARE_KANJI else -1
    return score


def _barely_damaged(raw: bytes) -> bool:
    """Tell whether `raw` is UTF-8 but for a few bytes, such as a character cut at the end."""
    text = raw[:100_000].decode(UTF8, "replace")
    lost = text.count(_LOST)
    foreign = len(text) - len(text.encode("ascii", "ignore"))
    return lost <= 2 + (foreign - lost) // 20 and foreign > lost


def _with_losses(codec: str, raw: bytes) -> Decoded:
    """Return the text with U+FFFD where bytes are no characters."""
    text = _read(codec, raw, "replace")
    return Decoded(text, codec, "characters_lost" if _LOST in text else "charset_wrong")


def _latin(raw: bytes) -> str:
    """Return windows-1252 text; its five undefined bytes become the C1 controls, as in the Encoding Standard."""
    try:
        return raw.decode("cp1252")
    except UnicodeDecodeError:
        return "".join(_LATIN_BYTES[byte] for byte in raw)


_LATIN_BYTES = tuple(bytes([b]).decode("cp1252", "ignore") or chr(b) for b in range(256))
