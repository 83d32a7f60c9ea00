"""Text back into the bytes of its character set, as mails carry it."""

from __future__ import annotations

import binascii
from typing import Final

from okawari.reading.mail.charset import EUC, JIS, LATIN, SJIS
from okawari.reading.mail.japanese import AS_WINDOWS

_AS_JIS: Final = {windows: jis for jis, windows in AS_WINDOWS.items()}


def encode_text(text: str, charset: str) -> bytes:
    """Return the bytes of text that `decode_text` read by `charset`; UnicodeEncodeError where it has no such letters."""
    if charset == JIS:
        return _jis(text)
    if charset == EUC:
        return text.translate(_AS_JIS).encode("euc_jp")
    return text.encode({SJIS: "cp932", LATIN: "cp1252", "us-ascii": "ascii"}.get(charset, charset))


def encode_quoted(raw: bytes, end: bytes) -> bytes:
    """Return one line as quoted-printable, broken softly with `end`."""
    quoted = binascii.b2a_qp(raw, istext=False)
    return quoted.replace(b"\r\n", b"\n").replace(b"\n", end)


def encode_base64(raw: bytes, width: int, end: bytes) -> bytes:
    """Return bytes as base64 in lines of `width` letters."""
    packed = binascii.b2a_base64(raw, newline=False)
    return b"".join(packed[at : at + width] + end for at in range(0, len(packed), width))


def _jis(text: str) -> bytes:
    """Return ISO-2022-JP by code page 932: its pairs, moved into seven bits, are those of JIS X 0208 and NEC's row 13."""
    pieces, mode = bytearray(), b"(B"
    for letter in text:
        coded = letter.encode("cp932")
        if len(coded) == 2 and coded[0] >= 0xF0:
            raise UnicodeEncodeError(JIS, text, 0, len(text), "no such letter in JIS")
        wanted = b"$B" if len(coded) == 2 else b"(I" if coded[0] >= 0xA1 else b"(B"
        if wanted != mode:
            pieces += b"\x1b" + wanted
            mode = wanted
        pieces += _seven_bits(*coded) if len(coded) == 2 else bytes([coded[0] & 0x7F])
    return bytes(pieces) + (b"\x1b(B" if mode != b"(B" else b"")


def _seven_bits(first: int, second: int) -> bytes:
    row = (first - (0x81 if first < 0xA0 else 0xC1)) * 2
    cell = second - (0x40 if second < 0x7F else 0x41)
    return bytes([row + cell // 94 + 0x21, cell % 94 + 0x21])
