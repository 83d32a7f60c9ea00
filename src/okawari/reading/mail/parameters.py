"""`Content-Type` and `Content-Disposition` with their parameters (RFC 2045, RFC 2231)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final
from urllib.parse import unquote_to_bytes

from okawari.reading.mail.charset import decode_text
from okawari.reading.mail.headers import decode_words, unfolded

_VALUE: Final = re.compile(r"\s*([^;\s/]{1,100}(?:/[^;\s]{1,100})?)")
_PARAMETER: Final = re.compile(
    r";\s*([^\s=;\"]{1,60})\s*=\s*(?:\"((?:[^\"\\]|\\.){0,2000})\"?|([^;\r\n]{0,2000}))", re.DOTALL
)
_SECTION: Final = re.compile(r"(.+?)(?:\*(\d{1,3}))?(\*)?")
_LENGTH: Final = 8000


@dataclass(frozen=True, slots=True)
class Parameterised:
    """A header's value, lower-case, and its parameters by lower-case name, decoded."""

    value: str
    parameters: dict[str, str]

    def get(self, name: str) -> str:
        """Return a parameter, "" where it is missing."""
        return self.parameters.get(name, "")


@lru_cache(256)  # the same few in every mail, and the outermost is asked for thrice
def parse_parameters(raw: bytes, hint: str = "") -> Parameterised:
    """Return the value and parameters of a header, also where quotes are missing or names are cut (RFC 2231) oddly."""
    text = unfolded(raw[:_LENGTH], hint)
    value = _VALUE.match(text)
    plain: dict[str, str] = {}
    sections: dict[str, dict[int, tuple[str, bool]]] = {}
    for found in _PARAMETER.finditer(text):
        given = re.sub(r"\\(.)", r"\1", found[2]) if found[2] is not None else found[3].strip(" \t\"'")
        section = _SECTION.fullmatch(found[1].lower())
        if section and (section[2] or section[3]):
            sections.setdefault(section[1], {})[int(section[2] or 0)] = (given, section[3] is not None)
        else:
            plain.setdefault(found[1].lower(), decode_words(given) if "=?" in given else given)
    for name, pieces in sections.items():
        plain[name] = _joined(pieces)
    return Parameterised(value[1].lower() if value else "", plain)


def _joined(pieces: dict[int, tuple[str, bool]]) -> str:
    """Return the text of RFC 2231 sections; the first encoded one names the character set (utf-8'ja'%E3%81%82)."""
    charset, raw = "", b""
    for number in sorted(pieces):
        given, encoded = pieces[number]
        if encoded and not raw and given.count("'") >= 2:
            charset, _, given = given.split("'", 2)
        raw += unquote_to_bytes(given) if encoded else given.encode("utf-8", "replace")
    return decode_text(raw, charset).text
