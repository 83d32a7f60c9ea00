"""Domain names and hosts of links in one comparable form: lower-case ASCII."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Final

_PLAIN: Final = re.compile(r"[a-z0-9.\-_]{1,253}")
_DOTS: Final = re.compile("[\u3002\uff0e\uff61]")
_LABEL_LIMIT: Final = 63


@lru_cache(1024)  # a mail names the same few again and again
def ascii_domain(name: str) -> str:
    """Return a domain name in lower-case ASCII without a trailing dot (日本.jp → xn--wgv71a.jp), "" where it is none.

    Letters outside ASCII go through Unicode compatibility forms first, as browsers do (UTS 46), so ａｍａｚｏｎ.co.jp is
    amazon.co.jp.
    """
    lowered = name.strip().lower().rstrip(".")
    if _PLAIN.fullmatch(lowered):
        return "" if ".." in lowered or lowered.startswith(".") else lowered
    if len(lowered) > 253 or lowered.isascii():
        return ""
    folded = unicodedata.normalize("NFKC", _DOTS.sub(".", lowered)).lower()
    try:
        labels = [_ascii_label(label) for label in folded.rstrip(".").split(".")]
    except UnicodeError:
        return ""
    joined = ".".join(labels)
    return joined if all(labels) and _PLAIN.fullmatch(joined) else ""


def _ascii_label(label: str) -> str:
    if label.isascii():
        return label
    try:
        return label.encode("idna").decode("ascii")
    except UnicodeError:
        # Letters newer than the table of RFC 3490.
        encoded = "xn--" + "".join(c for c in label if c.isprintable()).encode("punycode").decode("ascii")
        if len(encoded) > _LABEL_LIMIT:
            raise
        return encoded
