"""How a name looks to the eye, whatever characters it is written with.

Brand names are compared in two foldings: `plain` takes away what the eye cannot see, `skeleton` also what it takes for
the same. Only look-alikes of Latin letters and the well-known pairs of kana and kanji are folded; Japanese text as
such is never suspicious.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_LATIN_LOOKALIKES = {
    "a": "аɑαᴀΑ", "b": "вЬьʙβΒ", "c": "сϲᴄ", "d": "ԁᴅđ", "e": "еεᴇΕє", "f": "ƒϝ", "g": "ɡɢց", "h": "һнʜΗħ", "i": "іιıɪɩΙ",
    "j": "јᴊϳ", "k": "кκᴋΚ", "l": "ӏʟłⅼ", "m": "мᴍΜ", "n": "ոɴηΝп", "o": "оοօσᴏøΟ", "p": "рρᴘΡ", "q": "ԛզ", "r": "ʀгᴦ",
    "s": "ѕꜱ", "t": "тτᴛΤ", "u": "υսᴜц", "v": "ѵνᴠ", "w": "ԝωᴡш", "x": "хχΧ", "y": "уγʏΥ", "z": "ᴢζΖ",
}  # fmt: skip
_KANA_LOOKALIKES = {
    "ー": "一―─━‐–—",
    "カ": "力",
    "ニ": "二",
    "エ": "工",
    "ロ": "口",
    "ハ": "八",
    "タ": "夕",
    "ト": "卜",
    "ヘ": "へ",
}


def _lookalikes() -> dict[int, str]:
    """Pair each variant with the letter it shows; capitals follow their small letter unless listed themselves."""
    every = (_LATIN_LOOKALIKES | _KANA_LOOKALIKES).items()
    table = {ord(variant): shown for shown, variants in every for variant in variants}
    capitals = {ord(chr(code).upper()): shown for code, shown in table.items() if len(chr(code).upper()) == 1}
    return capitals | table


_LOOKALIKES = _lookalikes()
_INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u2800\u3164"
    "\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffb\U000e0000-\U000e0fff]"
)
_MARKS = re.compile("[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]")
_WITHOUT_MARKS = re.compile(
    r"[\x00-\x7f\u2010-\u2027\u2500-\u26ff\u3001-\u3029\u3041-\u3096\u30a1-\u30fa\u30fc\u4e00-\u9fff]*"
)
"""Text in which there is nothing invisible and no accent, as most is; voiced kana are letters of their own."""
_EMOJI_JOINERS = frozenset("\u200d\ufe0e\ufe0f")
_CJK = "\u3040-\u30ff\u3400-\u9fff々〆"
_GAP_IN_JAPANESE = re.compile(rf"(?<=[{_CJK}]) (?=[{_CJK}])")
_SPACED_OUT = re.compile(r"(?<![^\W\d_])[^\W\d_](?: [^\W\d_]){2,}(?![^\W\d_])")
_LATIN_IN_HOSTS = str.maketrans({"1": "l", "i": "l", "|": "l", "0": "o", "5": "s", "3": "e", "4": "a"})


@lru_cache(32)  # several judgements look at the same names, subject and body
def plain(text: str) -> str:
    """Return the text as the eye reads it: compatibility forms folded, lower case, nothing invisible, no accents.

    Spaces inside Japanese words and between single letters ("三 井 住 友", "E T C") are closed.
    """
    folded = unicodedata.normalize("NFKC", text).casefold()
    if _WITHOUT_MARKS.fullmatch(folded) is None:
        bare = _MARKS.sub("", unicodedata.normalize("NFD", _INVISIBLE.sub("", folded)))
        folded = unicodedata.normalize("NFC", bare)
    spaced = " ".join(folded.split())
    if " " not in spaced:
        return spaced
    closed = spaced if spaced.isascii() else _GAP_IN_JAPANESE.sub("", spaced)
    return _SPACED_OUT.sub(lambda found: found[0].replace(" ", ""), closed)


@lru_cache(32)
def skeleton(text: str) -> str:
    """Return `plain` text with each look-alike letter replaced by the one it imitates."""
    if text.isascii():
        return plain(text)
    once = plain(unicodedata.normalize("NFKC", text).translate(_LOOKALIKES))
    # Twice: a capital that imitates one letter may be the small form of another ("Ν" shows N, "ν" shows v).
    return once if once.isascii() else plain(once.translate(_LOOKALIKES))


def latin_skeleton(word: str) -> str:
    """Return a host label with digits and letters that look alike folded too: `amaz0n`, `ekl-net`, `rnercari`."""
    return skeleton(word).translate(_LATIN_IN_HOSTS).replace("rn", "m").replace("vv", "w")


def hidden_characters(text: str) -> tuple[str, ...]:
    """Return the invisible characters inside a header's text, as `U+2064`; joiners of emoji are not counted."""
    found = (
        f"U+{ord(text[at]):04X}"
        for at in (match.start() for match in _INVISIBLE.finditer(text))
        if text[at] not in _EMOJI_JOINERS or (text[at - 1 : at].isalpha() and text[at + 1 : at + 2].isalpha())
    )
    return tuple(dict.fromkeys(found))
