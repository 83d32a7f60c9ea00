"""Addresses of From, To and Reply-To as mail programs find them, however broken the header is (RFC 5322, RFC 6532)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
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
_BARE: Final = re.compile(r"[^\s@<>()\[\]\",;:]+@[^\s@<>()\",;]+")
_SPACES: Final = re.compile(r"\s+")
_GROUP: Final = re.compile(r"[^@\"<]*:")
_EDGES: Final = "\"'<>.,;:()[] \t"


@dataclass(slots=True)
class _Mailbox:
    """What was collected of one mailbox so far, encoded words still encoded."""

    words: str = ""
    comment: str = ""
    angle: str | None = None
    separator: str = ""


def addresses(raw: bytes, hint: str = "") -> tuple[Address, ...]:
    """Return the addresses of one header value, decoded, in order; `hint` is a character set for raw 8-bit text.

    The address is what stands in angle brackets, the last where there are several; what stands before it is display,
    even where it looks like an address. A value that is one encoded word with an address inside is read decoded.
    """
    text = unfolded(raw[: limits.ADDRESSES_BYTES], hint)
    found = tuple(_parsed(text))
    if "=?" in text and not any(address.address for address in found):
        return tuple(_parsed(decode_words(text))) or found
    return found


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
    for piece in _PIECE.finditer(text):
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
            glued = text.startswith("@", piece.end())
            mailbox.words += f'"{value}"' if glued else re.sub(r"\\(.)", r"\1", value)
        else:
            mailbox.words += value
    yield mailbox


def _address(mailbox: _Mailbox) -> Address:
    words = mailbox.words
    if mailbox.angle is None:
        bare = _last_bare(words)
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
    shown = _SPACES.sub(" ", decode_words(display) if "=?" in display else display).strip()
    plain = _SPACES.sub("", re.sub(r"\([^()]*\)", "", address))
    if plain.startswith("@") and ":" in plain:  # a source route: <@relay.example:name@example.jp>
        plain = plain.rpartition(":")[2]
    local, at, domain = plain.rpartition("@")
    if not at:
        return Address(shown or plain, "", "")
    name = ascii_domain(domain.strip(_EDGES))
    return Address(shown, f"{local.removeprefix('mailto:').lstrip('<')}@{name or domain}", name)
