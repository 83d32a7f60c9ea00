"""Where a link leads: the host behind tricks of writing and behind the redirects that mail systems wrap around links."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final
from urllib.parse import parse_qsl, unquote

from okawari.reading.hosts import ascii_domain

_SCHEME: Final = re.compile(r"([a-z][a-z0-9+.\-]{0,20}):", re.IGNORECASE)
_REMOVED: Final = re.compile(r"[\t\r\n\0]")
_AUTHORITY: Final = re.compile(r"[/\\]*([^/\\?#]*)([^?#]*)(?:\?([^#]*))?")
_PORT: Final = re.compile(r":\d*$")
_NUMBER: Final = re.compile(r"0x[0-9a-f]{0,8}|\d{1,10}", re.IGNORECASE)
_URL: Final = re.compile(r"https?://[^\s<>\"'`{}|\u3000-\u30ff\u3400-\u9fff\uff00-\uffef]{1,4000}", re.IGNORECASE)
_TRAILING: Final = ".,;:!?)]}*"
_URL_LENGTH: Final = 8000
_UNWRAPPED: Final = 5
_HOSTS_REMEMBERED: Final = 1024

# Redirects whose target stands in the address: host, path, the parameter that holds it.
_REDIRECTS: Final = tuple(
    (re.compile(host), re.compile(path), parameter)
    for host, path, parameter in (
        (r"(?:.+\.)?amazon\.(?:co\.jp|co\.uk|com\.[a-z]{2}|[a-z]{2,3})", r"/gp/[rf]\.html", "U"),
        (r"(?:.+\.)?safelinks\.protection\.outlook\.com", r"/.*", "url"),
        (r"(?:www\.)?google\.(?:com|co\.jp|[a-z.]{2,6})", r"/url", "q"),
        (r"(?:www\.)?google\.(?:com|co\.jp|[a-z.]{2,6})", r"/url", "url"),
        (r"(?:www\.)?youtube\.com", r"/redirect", "q"),
        (r"l[m]?\.facebook\.com", r"/l\.php", "u"),
        (r"l\.instagram\.com", r"/", "u"),
        (r"(?:.+\.)?urldefense\.com", r"/v1/url", "u"),
    )
)
_AMP: Final = re.compile(r"/amp/(s/)?(.+)")
_PROOFPOINT_2: Final = re.compile(r"(?:^|&)u=([^&]*)")
_PROOFPOINT_3: Final = re.compile(r"/v3/__(.+?)(?:__;|$)")


def link_host(href: str) -> str:
    r"""Return the host that a browser ends up at, redirects unwrapped: lower-case ASCII, "" where it leads to no web page.

    Read as browsers read it (WHATWG URL): `https://amazon.co.jp@evil.cn` and `https:\\evil.cn` lead to evil.cn,
    `http://0x7f.1` to 127.0.0.1. A bare `//host` counts as https. `mailto:`, `tel:` and places inside the page have none.
    """
    return link_target(href)[0]


def link_target(href: str) -> tuple[str, str]:
    """Return the host that a browser ends up at, as `link_host` does, and the query of that address."""
    url = href
    host = query = ""
    for _ in range(_UNWRAPPED):
        found = _split(url)
        if found is None:
            return host, query
        host, path, query = found
        target = _target(host, path, query)
        if target is None or _split(target) is None:
            return host, query
        url = target
    return host, query


def urls_in(text: str) -> list[str]:
    """Return the web addresses that stand in plain text, without the punctuation behind them."""
    if "://" not in text:
        return []
    return [found.rstrip(_TRAILING) for found in _URL.findall(text)]


def _split(href: str) -> tuple[str, str, str] | None:
    """Return host, path and query of a web address, None where `href` is none."""
    url = _REMOVED.sub("", href[:_URL_LENGTH]).strip(" \x0b\x0c\xa0\u3000")
    scheme = _SCHEME.match(url)
    if scheme and scheme[1].lower() in {"http", "https"}:
        rest = url[scheme.end() :]
    elif url.startswith(("//", "\\\\")) or url.lower().startswith("www."):
        rest = url
    else:
        return None
    found = _AUTHORITY.match(rest)
    if found is None or not found[1]:
        return None
    host = _host(found[1].rpartition("@")[2])
    return (host, found[2], found[3] or "") if host else None


@lru_cache(_HOSTS_REMEMBERED)
def _host(written: str) -> str:
    if written.startswith("["):
        return written.partition("]")[0] + "]" if re.fullmatch(r"\[[0-9a-fA-F:.]{2,45}\](?::\d*)?", written) else ""
    name = ascii_domain(unquote(_PORT.sub("", written)))
    return _ipv4(name) or name


def _ipv4(name: str) -> str:
    """Return the dotted form of an IPv4 address in any way of writing that browsers take, "" for a name."""
    pieces = name.split(".")
    if len(pieces) > 4 or not all(_NUMBER.fullmatch(piece) for piece in pieces):
        return ""
    numbers = [_number(piece) for piece in pieces]
    if None in numbers:
        return ""
    *leading, last = [number for number in numbers if number is not None]
    if any(number > 255 for number in leading) or last >= 256 ** (4 - len(leading)):
        return ""
    value = last + sum(number << (8 * (3 - place)) for place, number in enumerate(leading))
    return ".".join(str(value >> shift & 255) for shift in (24, 16, 8, 0))


def _number(piece: str) -> int | None:
    try:
        if piece.lower().startswith("0x"):
            return int(piece[2:] or "0", 16)
        return int(piece, 8) if len(piece) > 1 and piece.startswith("0") else int(piece)
    except ValueError:
        return None


def _target(host: str, path: str, query: str) -> str | None:
    """Return the address that a known redirect leads to."""
    if host.endswith(("google.com", "google.co.jp")):
        amp = _AMP.match(path)
        if amp:
            return ("https://" if amp[1] else "http://") + amp[2]
    if host.endswith(("urldefense.com", "urldefense.proofpoint.com")):
        return _proofpoint(path, query)
    for of_path, parameter in _redirects(host):
        if of_path.fullmatch(path):
            target = next((value for key, value in parse_qsl(query) if key == parameter), None)
            if target:
                return target
    return None


@lru_cache(_HOSTS_REMEMBERED)
def _redirects(host: str) -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((path, parameter) for of_host, path, parameter in _REDIRECTS if of_host.fullmatch(host))


def _proofpoint(path: str, query: str) -> str | None:
    wrapped = _PROOFPOINT_3.match(path)
    if wrapped:
        return wrapped[1]
    coded = _PROOFPOINT_2.search(query)
    if coded is None:
        return None
    return unquote(coded[1].replace("-", "%").replace("_", "/")) if path.startswith("/v2/") else unquote(coded[1])
