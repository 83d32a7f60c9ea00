"""Authentication-Results as receivers write them (RFC 8601), and as Outlook and Yahoo! write them without following it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from okawari.domain.mail import AuthenticationResult, AuthenticationResults
from okawari.reading.hosts import ascii_domain

_TOKEN: Final = re.compile(r'"(?:[^"\\]|\\.){0,1000}"|[()]|\\.|[^"()\\]+|.', re.DOTALL)
_COMMENT: Final = re.compile(r"\([^()]*\)")
_PIECE: Final = re.compile(r'(?:"(?:[^"\\]|\\.){0,1000}"|[^;"]|")+')
_METHOD: Final = re.compile(r"\s*([a-z][a-z0-9_-]{0,40})(?:\s*/\s*\d+)?\s*=\s*([a-z][a-z0-9_-]{0,40})", re.IGNORECASE)
_PROPERTY: Final = re.compile(
    r'\b(?:(smtp|header|policy|body)\s*\.\s*([a-z0-9_-]{1,40})|(from))\s*=\s*("(?:[^"\\]|\\.){0,1000}"(?:@[^\s;]{1,300})?|[^\s;]{1,400})',
    re.IGNORECASE,
)
_SERVER: Final = re.compile(r"\s*([^\s;=]{1,255})(?=[\s;]|$)(?!\s*=)")
_LENGTH: Final = 16_000
_RESULTS: Final = 50
_SHORT: Final = 400
"""Letters of pieces that are remembered with what they say."""

# The properties that say whom a method's result is about; all that are given must agree.
_SUBJECTS: Final = {
    "dkim": ("header.d", "header.i"),
    "spf": ("smtp.mailfrom", "smtp.mail"),
    "dmarc": ("header.from", "from"),
    "dkim-adsp": ("header.from",),
    "domainkeys": ("header.d", "header.from", "header.sender"),
    "sender-id": ("header.from", "header.sender"),
}


def parse_authentication(values: Iterable[str]) -> tuple[AuthenticationResults, ...]:
    """Return what each Authentication-Results header says, in the order of the headers.

    Comments never count, as a sender chooses some of the words in them. Where a header gives two domains that
    contradict each other for one result, its domain is "".
    """
    return tuple(_parsed(value[:_LENGTH]) for value in values)


def _parsed(value: str) -> AuthenticationResults:
    said = _without_comments(value)
    pieces = [piece for piece in (_PIECE.findall(said) if '"' in said else said.split(";")) if piece.strip()]
    server = ""
    if pieces:
        named = _SERVER.match(pieces[0])
        if named:
            server = named[1].lower().rstrip(".")
            pieces[0] = pieces[0][named.end() :]
    return AuthenticationResults(server, tuple(_results(pieces))[:_RESULTS])


def _without_comments(value: str) -> str:
    """Return the value with every comment, also nested and unclosed ones, as a space; quoted text is kept."""
    if '"' not in value and "\\" not in value:
        plain = _COMMENT.sub(" ", value)
        if "(" not in plain and ")" not in plain:
            return plain
    kept = []
    depth = 0
    for word in _TOKEN.findall(value):
        if word == "(":
            depth += 1
        elif word == ")":
            depth = max(0, depth - 1)
            kept.append(" ")
        elif depth == 0:
            kept.append(word)
    return "".join(kept)


def _results(pieces: list[str]) -> Iterator[AuthenticationResult]:
    """Yield the results; a piece without a method carries properties of the one before it, as Yahoo! writes them."""
    method, result, properties = "", "", dict[str, set[str]]()
    for piece in pieces:
        said = _said(piece) if len(piece) <= _SHORT else _read(piece)
        if said.method:
            if method:
                yield _result(method, result, properties)
            method, result, properties = said.method, said.result, {}
        for name, domain in said.properties:
            properties.setdefault(name, set()).add(domain)
    if method:
        yield _result(method, result, properties)


@dataclass(frozen=True, slots=True)
class _Said:
    """What one piece says: a method ("" for none) with its result, and its properties with the domain of each."""

    method: str
    result: str
    properties: tuple[tuple[str, str], ...]


def _read(piece: str) -> _Said:
    method = result = ""
    found = _METHOD.match(piece)
    if found and found[1].lower() != "from":
        method, result = found[1].lower(), found[2].lower()
        piece = piece[found.end() :]
    named = _PROPERTY.findall(piece)
    return _Said(
        method, result, tuple(((bare or f"{k}.{name}").lower(), _domain(given)) for k, name, bare, given in named)
    )


_said = lru_cache(1024)(_read)  # a receiver writes the same of a sender's mails, but for what is each mail's own


def _result(method: str, result: str, properties: dict[str, set[str]]) -> AuthenticationResult:
    named: set[str] = set()
    for subject in _SUBJECTS.get(method, ()):
        named |= properties.get(subject, set())
    named.discard("")
    if len(named) == 2:
        shorter, longer = sorted(named, key=len)
        # RFC 6376: the identity i= lies in the signing domain d= or below it.
        named = {shorter} if method == "dkim" and longer.endswith("." + shorter) else named
    return AuthenticationResult(method, result, named.pop() if len(named) == 1 else "")


def _domain(given: str) -> str:
    bare = given.strip("\"'<>., \t")
    name = bare.rpartition("@")[2].strip("\"'<>., \t")
    return "" if name.lower() in {"none", "null"} else ascii_domain(name)
