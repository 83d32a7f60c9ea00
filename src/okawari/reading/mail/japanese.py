"""The three Japanese character sets as Windows programs write them: with ①㈱髙 and half-width kana.

All three map JIS X 0208 as the WHATWG Encoding Standard does (～ is U+FF5E, － is U+FF0D), so that the same text has the
same characters whichever set it came by.
"""

from __future__ import annotations

import re
from codecs import register_error
from functools import lru_cache, partial
from typing import Final, Literal

Losses = Literal["strict", "replace"]

_HIGH: Final = bytes(b | 0x80 for b in range(256))
AS_WINDOWS: Final = str.maketrans("\u301c\u2016\u2212\u00a2\u00a3\u00ac", "\uff5e\u2225\uff0d\uffe0\uffe1\uffe2")
_ROMAN: Final = str.maketrans("\\~", "\u00a5\u203e")
_ESCAPE: Final = re.compile(rb"\x1b(\$[@B]|\$\([@BDOPQ]|\([BJHI]|&@)|([\r\n])|([\x0e\x0f])")
_SHORT: Final = 200  # bytes
_EUC_UNIT: Final = re.compile(rb"[\x00-\x7f]+|\x8e[\xa1-\xdf]|\x8f[\xa1-\xfe]{2}|[\xa1-\xfe]{2}|[\x80-\xff]")


def decode_sjis(raw: bytes, errors: Losses = "strict") -> str:
    """Return Shift_JIS text by code page 932; UnicodeDecodeError where strict and it is none."""
    return raw.decode("cp932", errors)


def decode_eucjp(raw: bytes, errors: Losses = "strict") -> str:
    """Return EUC-JP text by code page 51932 with JIS X 0212; UnicodeDecodeError where strict and it is none."""
    text = raw.decode("euc_jp", _BY_UNIT[errors])
    # None of them is what another one becomes, and to look for each is far quicker than to look each letter up.
    for letter, as_windows in AS_WINDOWS.items():
        text = text.replace(chr(letter), chr(as_windows))
    return text


def decode_jis(raw: bytes, errors: Losses = "strict") -> str:
    """Return ISO-2022-JP text by code page 50221, and 50222 (shifts); UnicodeDecodeError where strict and it is none.

    Every line starts in ASCII, as RFC 1468 asks, so a lost escape sequence costs one line.
    """
    pieces: list[str] = []
    mode, shifted, start = b"(B", False, 0
    for mark in _ESCAPE.finditer(raw):
        if mark.start() > start:
            pieces.append(_jis_run(raw[start : mark.start()], b"(I" if shifted else mode, errors))
        start = mark.end()
        if mark[1]:
            mode = mode if mark[1] == b"&@" else mark[1]
        elif mark[2]:
            pieces.append(mark[2].decode("ascii"))
            mode, shifted = b"(B", False
        else:
            shifted = mark[3] == b"\x0e"
    pieces.append(_jis_run(raw[start:], b"(I" if shifted else mode, errors))
    return "".join(pieces)


def ends_inside_two_bytes(raw: bytes) -> bool:
    """Tell whether ISO-2022-JP bytes stop in the middle of a two-byte character."""
    mode, start = b"(B", 0
    for mark in _ESCAPE.finditer(raw):
        mode, start = (mark[1] or b"(B"), mark.end()
    return mode.startswith(b"$") and (len(raw) - start) % 2 == 1


def _jis_run(run: bytes, mode: bytes, errors: Losses) -> str:
    """Return what stands between two escape sequences; most lines of a shop's mails are those of its last ones."""
    return _remembered_run(run, mode, errors) if len(run) <= _SHORT else _decode_run(run, mode, errors)


def _decode_run(run: bytes, mode: bytes, errors: Losses) -> str:
    if mode in {b"(B", b"(H"}:
        # Half-width kana sent as bare 8-bit bytes, as old Windows programs do.
        return run.decode("ascii") if run.isascii() else run.decode("cp932", errors)
    if mode == b"(J":
        return run.decode("cp932", errors).translate(_ROMAN)
    if mode == b"(I":
        return run.translate(_HIGH).decode("cp932", errors)
    high = run.translate(_HIGH)
    if mode == b"$(D":
        pairs = (b"\x8f" + high[i : i + 2] for i in range(0, len(high), 2))
        return b"".join(pairs).decode("euc_jp", errors)
    if mode in {b"$(O", b"$(Q"}:
        return high.decode("euc_jis_2004", errors)
    if mode == b"$(P":
        pairs = (b"\x8f" + high[i : i + 2] for i in range(0, len(high), 2))
        return b"".join(pairs).decode("euc_jis_2004", errors)
    return decode_eucjp(high, errors)


_remembered_run = lru_cache(1024)(_decode_run)


def _euc_unit(unit: bytes, errors: Losses) -> str:
    if len(unit) == 2 and unit[0] >= 0xA1:
        try:
            return _as_sjis(unit).decode("cp932")
        except UnicodeDecodeError:
            return unit.decode("euc_jis_2004", errors)
    return unit.decode("euc_jp", errors)


def _by_unit(error: UnicodeError, errors: Losses) -> tuple[str, int]:
    """Return what stands for bytes that EUC-JP itself does not know, and where the next ones begin."""
    unit = _EUC_UNIT.match(error.object, error.start) if isinstance(error, UnicodeDecodeError) else None
    if unit is None:
        raise error
    return _euc_unit(unit[0], errors), unit.end()


_BY_UNIT: Final[dict[Losses, str]] = {"strict": "okawari-euc-strict", "replace": "okawari-euc-replace"}
for _losses, _name in _BY_UNIT.items():
    register_error(_name, partial(_by_unit, errors=_losses))


def _as_sjis(pair: bytes) -> bytes:
    """Return the Shift_JIS bytes of one EUC-JP pair of JIS X 0208 or its vendor rows."""
    row, cell = pair[0] - 0xA1, pair[1] - 0xA1
    lead = row // 2 + (0x81 if row < 62 else 0xC1)
    if row % 2:
        return bytes((lead, cell + 0x9F))
    return bytes((lead, cell + (0x40 if cell < 63 else 0x41)))
