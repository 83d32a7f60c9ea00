"""Addresses of From, To and Reply-To as mail programs find them, however broken the header is (RFC 5322, RFC 6532)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from okawari.domain.mail import Address
from okawari.reading.hosts import ascii_domain
from okawari.reading.mail import limits
from okawari.reading.mail.headers import decode_words, unfolded

_PIECE: Final = re.compile(
    r'"(?P<quoted>(?:[^"\\]|\\.){0,1000})"|\((?P<comment>(?:[^()\\]|\\.)*)\)|<(?P<angle>[^<>]*)(?:>|$)|(?P<end>[,;])'
    r'|(?P<plain>[^"(<,;]+|.)',
    re.DOTALL,
)
_BARE: Final = re.compile(r"[^\s@<>＜＞()\[\]\",;:]{1,100}@[^\s@<>＜＞()\",;]{1,255}")
_SPACES: Final = re.compile(r"\s+")
_GROUP: Final = re.compile(r"^[^@\"<]*:")
_EDGES: Final = "\"'<>.,;:()[] \t"
_SHORT: Final = 400
"""Bytes of headers that are remembered with what was read in them."""


@dataclass(slots=True)
class _Mailbox:
    """What was collected of one mailbox so far, encoded words still encoded; `spoken` is `words` without quoted ones."""

    words: str = ""
    spoken: str = ""
    comment: str = ""
    angle: str | None = None
    separator: str = ""


def addresses(raw: bytes, hint: str = "") -> tuple[Address, ...]:
    """Return the addresses of one header value, decoded, in order; `hint` is a character set for raw 8-bit text.

    The address is what stands in angle brackets, the last where there are several; what stands before it is display,
    even where it looks like an address. Where there is none in its proper place, an encoded, quoted or commented one
    is taken.
    """
    return _remembered(raw, hint) if len(raw) <= _SHORT else _read(raw, hint)


def _read(raw: bytes, hint: str) -> tuple[Address, ...]:
    text = unfolded(raw[: limits.HEADER_BYTES], hint)
    found = tuple(_parsed(text))
    if any(address.address for address in found):
        return found
    decoded = decode_words(text)
    if decoded != text:
        found = tuple(_parsed(decoded))
        if any(address.address for address in found):
            return found
    misplaced = _BARE.findall(decoded)
    return (_made(found[0].display if found else "", misplaced[-1]),) if misplaced else found


_remembered = lru_cache(1024)(_read)  # a shop writes under the same name and address in every mail


def _parsed(text: str) -> Iterator[Address]:
    """Yield the addresses; a piece without one belongs to the next one's display (Amazon, Inc. <order@amazon.com>)."""
    before = ""
    count = 0
    for mailbox in _mailboxes(text):
        mailbox.words = before + mailbox.words
        address = _address(mailbox)
        before = "" if address.address else mailbox.words + mailbox.separator
        if address.address:
            count += 1
            yield address
        if count == limits.ADDRESSES:
            return
    left = before.strip(" ,;")
    if left and not left.endswith(":"):
        yield _made(left, "")


def _mailboxes(text: str) -> Iterator[_Mailbox]:
    mailbox = _Mailbox()
    for piece in _pieces(text):
        kind = piece.lastgroup
        value = piece[kind] if kind else ""
        if kind == "end":
            mailbox.separator = value
            yield mailbox
            mailbox = _Mailbox()
        elif kind == "comment":
            mailbox.comment = f"{mailbox.comment} {value}".strip()
        elif kind == "angle":
            if mailbox.angle:
                mailbox.words += f" <{mailbox.angle}> "
            mailbox.angle = value
        elif kind == "quoted":
            # A quoted local part stays glued to its domain: "a b"@example.jp
            glued = piece.string.startswith("@", piece.end())
            mailbox.words += f'"{value}"' if glued else re.sub(r"\\(.)", r"\1", value)
            mailbox.spoken += f'"{value}"' if glued else " "
        else:
            mailbox.words += value
            mailbox.spoken += value
    yield mailbox


def _pieces(text: str) -> Iterator[re.Match[str]]:
    """Yield the pieces of a header; behind a quotation mark that nothing closes, no other one opens a quotation."""
    for piece in _PIECE.finditer(text):
        yield piece
        if piece[0] == '"':
            yield from _PIECE.finditer(text[piece.end() :].replace('"', "'"))
            return


def _address(mailbox: _Mailbox) -> Address:
    words = mailbox.words
    if mailbox.angle is None:
        bare = _last_bare(mailbox.spoken)
        words = words.replace(bare, " ", 1) if bare else words
        words = _GROUP.sub("", words) if bare else words
        return _made(words.strip() or mailbox.comment, bare)
    return _made(words.strip() or mailbox.comment, mailbox.angle)


def _last_bare(words: str) -> str:
    if '"@' in words:
        return words.strip()
    found = _BARE.findall(words)
    return found[-1] if found else ""


def _made(display: str, address: str) -> Address:
    shown = _SPACES.sub(" ", decode_words(display) if "=?" in display else display).strip(" ,;")
    plain = _SPACES.sub("", re.sub(r"\([^()]*\)", "", address))
    if plain.startswith("@") and ":" in plain:  # a source route: <@relay.example:name@example.jp>
        plain = plain.rpartition(":")[2]
    local, at, domain = plain.rpartition("@")
    if not at:
        return Address(shown or plain, "", "")
    bare = domain.strip(_EDGES)
    name = ascii_domain(bare) or (bare.lower() if bare.isascii() and bare.isprintable() else "")
    return Address(shown, f"{local.removeprefix('mailto:').lstrip('<')}@{name or domain}", name)
