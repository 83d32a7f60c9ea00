"""A mail with other words in it and its layout intact: the same parts, character sets, transfer encodings and lines."""

from __future__ import annotations

import binascii
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final

from okawari.reading.mail.body import is_text
from okawari.reading.mail.charset import codec_of, decode_text
from okawari.reading.mail.encode import encode_base64, encode_quoted, encode_text
from okawari.reading.mail.headers import decode_words, mail_start, split_head
from okawari.reading.mail.mime import Budget, Part, parts_of

_HEADER: Final = re.compile(rb"([!-9;-~]{1,200}[ \t]*:[ \t]*)((?:[^\n]*)(?:\n[ \t][^\n]*)*)(\n|\Z)")
_FOLD: Final = re.compile(r"\r?\n(?=[ \t])")
_WORD: Final = re.compile(rb"=\?([^?\s]{1,80})\?([bBqQ])\?[^?\r\n]*\?=(?:[ \t\r\n]+(?==\?))?")
_WORDS: Final = re.compile(rb"(?:=\?[^?\s]{1,80}\?[bBqQ]\?[^?\r\n]*\?=(?:[ \t\r\n]+(?==\?))?)+")
_NAME: Final = re.compile(rb'((?:file)?name\*?\d?\*?=\s*"?)([^";\r\n]+)', re.IGNORECASE)
_UNREACHED: Final = frozenset({"too_deep", "too_many_parts"})
_WORD_LETTERS: Final = 12
_DEPTH: Final = 4

Words = Callable[[str, str], str]
"""Returns what stands in the place of a line: (where, line) → line. `where` is "text", "html" or a header's name."""


@dataclass(slots=True)
class Rewritten:
    """The mail, the names of the files that were taken out, and the lines that could not be rewritten as (where, line)."""

    raw: bytes = b""
    dropped: list[str] = field(default_factory=list)
    stuck: list[tuple[str, str]] = field(default_factory=list)


class LayoutError(ValueError):
    """A mail with more parts, or deeper ones, than are read: some of its words would stay as they are."""


def rewrite_mail(raw: bytes, words: Words) -> Rewritten:
    """Return the mail with every line of its headers and texts as `words` gives it; attached files are emptied.

    LayoutError where not all of it can be reached.
    """
    done = Rewritten()
    done.raw = _mail(raw, words, done, 0)
    return done


def _mail(raw: bytes, words: Words, done: Rewritten, depth: int) -> bytes:
    start = mail_start(raw)
    head = split_head(raw, start)
    found = parts_of(raw, head, Budget())
    if depth > _DEPTH or any(code in _UNREACHED for code, _ in found.problems) or head.problem == "head_too_large":
        raise LayoutError("not every part is read")
    pieces = [raw[:start], _headers(raw[start : head.body], words, done)]
    at = head.body
    for leaf in found.leaves:
        pieces += [_between(raw[at : leaf.start], words, done), _leaf(leaf, words, done, depth)]
        at = max(at, leaf.end)
    return b"".join([*pieces, _between(raw[at:], words, done)])


def _between(raw: bytes, words: Words, done: Rewritten) -> bytes:
    """Return what stands between texts: boundaries and the headers of parts stay, names of files and stray lines do not."""
    lines = raw.split(b"\n")
    return b"\n".join(
        line
        if line.startswith(b"--") or not line.strip()
        else _NAME.sub(lambda found: found[1] + _masked(found[2]), line)
        if re.match(rb"[!-9;-~]+:|[ \t]", line)
        else _line(line, "", "text", words, done)
        for line in lines
    )


def _masked(name: bytes) -> bytes:
    stem, dot, ending = name.rpartition(b".")
    return re.sub(rb"[A-Za-z0-9\x80-\xff]", b"x", stem or ending) + (dot + ending if stem else b"")


def _headers(raw: bytes, words: Words, done: Rewritten) -> bytes:
    pieces, at = [], 0
    while at < len(raw):
        found = _HEADER.match(raw, at)
        if found is None:
            end = raw.find(b"\n", at) + 1 or len(raw)
            pieces.append(_line(raw[at:end].rstrip(b"\r\n"), "", "text", words, done))
            pieces.append(raw[at:end][len(raw[at:end].rstrip(b"\r\n")) :])
            at = end
            continue
        name = found[1].split(b":")[0].strip().decode("ascii").lower()
        pieces += [found[1], _value(found[2], name, words, done), found[3]]
        at = found.end()
    return b"".join(pieces)


def _value(raw: bytes, name: str, words: Words, done: Rewritten) -> bytes:
    pieces, at = [], 0
    for found in _WORDS.finditer(raw):
        pieces += [_lines(raw[at : found.start()], name, words, done), _words(found[0], name, words)]
        at = found.end()
    return b"".join([*pieces, _lines(raw[at:], name, words, done)])


def _lines(raw: bytes, name: str, words: Words, done: Rewritten) -> bytes:
    return b"\n".join(_line(line, "", name, words, done) for line in raw.split(b"\n"))


def _words(raw: bytes, name: str, words: Words) -> bytes:
    """Return a run of encoded words, in the character set and encoding of the first, where its text changed."""
    first = _WORD.match(raw)
    said = decode_words(_FOLD.sub("", raw.decode("ascii", "replace")))
    new = words(name, said)
    if first is None or new == said:
        return raw
    charset, encoding = first[1].decode("ascii", "replace"), first[2].upper()
    codec = codec_of(charset.partition("*")[0]) or "utf-8"
    separator = raw[len(raw.rstrip()) :]
    fold = re.search(rb"\?=([ \t\r\n]+)=\?", raw)
    packed = []
    for at in range(0, len(new), _WORD_LETTERS):
        piece = encode_text(new[at : at + _WORD_LETTERS], codec)
        coded = encode_base64(piece, 10_000, b"") if encoding == b"B" else _in_q(piece)
        packed.append(b"=?" + first[1] + b"?" + first[2] + b"?" + coded + b"?=")
    return (fold[1] if fold else b"\n ").join(packed) + separator


def _in_q(raw: bytes) -> bytes:
    return b"".join(bytes([c]) if chr(c).isalnum() and c < 128 else b"=%02X" % c for c in raw)


def _leaf(leaf: Part, words: Words, done: Rewritten, depth: int) -> bytes:
    body = leaf.raw[leaf.start : leaf.end]
    if leaf.content.value in {"message/rfc822", "message/global"} and leaf.encoding in {"", "7bit", "8bit", "binary"}:
        return _mail(body, words, done, depth + 1)
    if not is_text(leaf):
        done.dropped.append(leaf.name or leaf.content.value)
        return b""
    where = "html" if "html" in leaf.content.value else "text"
    charset = leaf.content.get("charset")
    end = b"\r\n" if b"\r\n" in body else b"\n"
    content, _ = leaf.content_bytes(len(body) + 1)
    if leaf.encoding == "base64":
        width = max((len(line.strip()) for line in body.splitlines()), default=76)
        new = _plain(content, charset, where, words, done)
        packed = encode_base64(new, max(4, width), end)
        return body if new == content else packed if body.endswith(end) else packed[: -len(end)]
    if leaf.encoding == "quoted-printable" or content != body:
        return _quoted(body, charset, where, words, done)
    return _plain(body, charset, where, words, done)


def _plain(raw: bytes, charset: str, where: str, words: Words, done: Rewritten) -> bytes:
    declared = charset if raw.isascii() else decode_text(raw, charset).charset
    if declared.startswith("utf-16"):
        done.stuck.append((where, declared))
        return b""
    return b"\n".join(_line(line, declared, where, words, done) for line in raw.split(b"\n"))


def _quoted(body: bytes, charset: str, where: str, words: Words, done: Rewritten) -> bytes:
    """Return quoted-printable whose lines are only packed anew where their words changed."""
    end = b"\r\n" if b"\r\n" in body else b"\n"
    logical = list(_logical(body))
    contents = [_unquoted(line) for line in logical]
    declared = decode_text(b"\n".join(contents), charset).charset if contents else charset
    new = [_line(content, declared, where, words, done) for content in contents]
    pairs = zip(logical, contents, new, strict=True)
    return b"\n".join(line if old == changed else _packed(changed, line, end) for line, old, changed in pairs)


def _packed(line: bytes, before: bytes, end: bytes) -> bytes:
    """Return a changed line as quoted-printable, broken where it was before, where it is as long as it was."""
    stripped = line.removesuffix(b"\r")
    whole = encode_quoted(stripped, end)
    rows = [row.rstrip(b" \t\r").removesuffix(b"=") for row in before.split(b"\n")]
    flat = whole.replace(b"=" + end, b"")
    if len(rows) > 1 and len(flat) == sum(map(len, rows)):
        starts = [sum(map(len, rows[:number])) for number in range(len(rows) + 1)]
        whole = (b"=" + end).join(flat[a:b] for a, b in pairwise(starts))
    return whole + line[len(stripped) :]


def _logical(body: bytes) -> Iterator[bytes]:
    """Yield the lines, each with its soft breaks in it."""
    kept: list[bytes] = []
    for line in body.split(b"\n"):
        kept.append(line)
        if not line.rstrip(b" \t\r").endswith(b"="):
            yield b"\n".join(kept)
            kept = []
    if kept:
        yield b"\n".join(kept)


def _unquoted(line: bytes) -> bytes:
    ending = b"\r" if line.endswith(b"\r") else b""
    return binascii.a2b_qp(line.removesuffix(b"\r")) + ending


def _line(raw: bytes, charset: str, where: str, words: Words, done: Rewritten) -> bytes:
    """Return one line in its character set; one that cannot be written again as it was is put among the stuck ones."""
    if not raw:
        return raw
    decoded = decode_text(raw, charset)
    new = words(where, decoded.text)
    if new == decoded.text:
        return raw
    try:
        if encode_text(decoded.text, decoded.charset) == raw:
            return encode_text(new, decoded.charset)
    except (UnicodeError, LookupError):
        pass
    done.stuck.append((where, decoded.text))
    return re.sub(rb"[^\s\x1b]", b"?", raw) if b"\x1b" not in raw else b"?"
