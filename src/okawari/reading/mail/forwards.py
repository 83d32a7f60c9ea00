"""Mails that were forwarded inside the text of another one, as Gmail, Outlook, Apple Mail and Thunderbird write them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from okawari.reading.mail import limits
from okawari.reading.mail.unseen import UNSEEN, without_unseen

_MARKER: Final = re.compile(
    r"(?:-{2,}|_{2,}|—{2,})\s*(?:Forwarded [Mm]essage|Original [Mm]essage|転送(?:された)?メッセージ|元のメッセージ|"
    r"転送メール|Weitergeleitete Nachricht|Ursprüngliche Nachricht|Message transféré|Message d'origine|"
    r"Messaggio inoltrato|Mensaje reenviado)\s*[-_—]*"
    r"|(?:Begin forwarded message|転送されたメッセージ|開始：転送メッセージ)\s*[:：]?",
    re.IGNORECASE,
)
_LABELS: Final = {
    "from": r"From|差出人|送信者|送信元|Von|De|Da",
    "subject": r"Subject|件名|題名|Betreff|Objet|Oggetto|Asunto",
    "date": r"Date|Sent|日付|日時|送信日時|送信日|Gesendet|Datum|Envoyé|Data|Inviato|Fecha|Enviado(?: el)?",
    "to": r"To|宛先|送信先|An|À|A|Para",
    "other": r"Cc|Bcc|CC|Reply-To|返信先|添付ファイル|重要度|Importance|Attachments?|Message-ID|Kopie",
}
_LABEL: Final = re.compile(
    r"[ \t\u3000>*]*(?:"
    + "|".join(f"(?P<{key}>{words})" for key, words in _LABELS.items())
    + r")[ \t\u3000]*\*?[ \t\u3000]*[:：]\*?[ \t]*(?P<value>.*)",
    re.IGNORECASE,
)
_ANY_FROM: Final = re.compile(
    rf"^[ \t\u3000>*]*(?:{_LABELS['from']})[ \t\u3000]*\*?[ \t\u3000]*[:：]", re.IGNORECASE | re.MULTILINE
)
_FROM_ANYWHERE: Final = re.compile(rf"(?:{_LABELS['from']})[\s*\u200d]{{0,200}}[:：]", re.IGNORECASE)
# A page as written: a colon behind a From label, behind the end of one with a tag, a character reference or something
# unseen in front of it, or behind nothing but these.
_FROM_WORDS: Final = _LABELS["from"].split("|")
_BLANKS: Final = rf"\s*\u200d>;{UNSEEN}"
_EDGES: Final = sorted({f"[>;{UNSEEN}]{word[at:]}" for word in _FROM_WORDS for at in range(1, len(word))})
_BEFORE_COLON: Final = (
    rf"(?<=[{_BLANKS}{''.join(word[-1] for word in _FROM_WORDS)}].)"  # most colons are told by one letter
    rf"(?:{'|'.join(f'(?<={before}.)' for before in (f'[{_BLANKS}]', *_FROM_WORDS, *_EDGES))})"
)
_AFTER_LABEL: Final = tuple(re.compile(colon + _BEFORE_COLON, re.IGNORECASE) for colon in ":：")
_CODED: Final = re.compile(r"&(?:#(?!(?:160|173|847|8199|820[345]|8288|65279);)|colon|(?:nbsp|shy)(?!;))")
_TAG: Final = re.compile("<[A-Za-z/!?]")
_MARKUP_AS_TEXT: Final = re.compile(
    r"<(?:script|textarea|xmp|iframe|noembed|noframes|noscript|plaintext)"
    r"|<(style|title)\b(?![^<>]*>[^<]*</\1[\s>])",
    re.IGNORECASE,
)
_QUOTE: Final = re.compile(r"^>[ ]?", re.MULTILINE)
_LOOKAHEAD: Final = 16


@dataclass(frozen=True, slots=True)
class Forward:
    """One forwarded mail: its headers as the forward shows them, and its text up to the next forward inside it."""

    sender: str
    subject: str
    date: str
    to: str
    text: str


def forwards_in(text: str) -> tuple[Forward, ...]:
    """Return the mails forwarded inside `text`, outermost first.

    A forward is a block of header lines with a From line, right behind a forwarding mark, or without one where the
    block holds an address, a Subject and a Date besides.
    """
    if _ANY_FROM.search(text) is None:
        return ()
    lines = text.split("\n")
    blocks = list(_blocks(lines))[: limits.INNER_MAILS]
    ends = [*(block.marked_at for block in blocks[1:]), len(lines)][: len(blocks)]
    return tuple(
        Forward(
            sender=block.headers["from"],
            subject=block.headers.get("subject", ""),
            date=block.headers.get("date", ""),
            to=block.headers.get("to", ""),
            text=_unquoted("\n".join(lines[block.body_at : end])).strip("\n"),
        )
        for block, end in zip(blocks, ends, strict=True)
    )


def may_hold_forward(words: str) -> bool:
    """Tell whether text whose lines are not known may hold a forwarded mail: without a From label it does not."""
    return _FROM_ANYWHERE.search(without_unseen(words)) is not None


def page_may_hold_forward(html: str) -> bool:
    """Tell, from a page as written, whether the words of its text may hold one; in doubt they may.

    A parser puts the texts between tags together, in another order where tables are broken: so a label counts that stands
    in one text whole, and so does a text that begins with a colon or with the end of a label. Inside a tag none counts.
    """
    if "[CDAT" in html or _CODED.search(html):
        return True
    page = f">{html}"
    places = [found.start() for label in _AFTER_LABEL for found in label.finditer(page)]
    if not places:
        return False
    return not all(_is_inside_tag(page, at) for at in places) or _MARKUP_AS_TEXT.search(page) is not None


def _is_inside_tag(html: str, at: int) -> bool:
    begun = html.rfind("<", 0, at)
    return begun > html.rfind(">", 0, at) and _TAG.match(html, begun) is not None


@dataclass(frozen=True, slots=True)
class _Block:
    marked_at: int
    body_at: int
    headers: dict[str, str]


def _blocks(lines: list[str]) -> Iterator[_Block]:
    at = 0
    while at < len(lines):
        marked = _is_marker(lines[at])
        if marked or _is_from(lines[at]):
            block = _block(lines, at, at + 1 if marked else at)
            if block and (marked or _is_complete(block.headers)):
                yield block
                at = block.body_at
                continue
        at += 1


def _is_complete(headers: dict[str, str]) -> bool:
    return {"subject", "date"} <= headers.keys() and ("@" in headers["from"] or "to" in headers)


def _is_marker(line: str) -> bool:
    bare = line.strip("> \t\u3000*")
    return len(bare) < 100 and _MARKER.fullmatch(bare) is not None


def _is_from(line: str) -> bool:
    found = _LABEL.match(line[:400])
    return found is not None and found["from"] is not None


def _block(lines: list[str], marked_at: int, start: int) -> _Block | None:
    """Return the header lines that start at `start`, empty lines before and single ones between them passed over."""
    headers: dict[str, str] = {}
    at = last = start
    key = ""
    while at < min(len(lines), start + _LOOKAHEAD):
        line = lines[at]
        found = _LABEL.match(line[:2000])
        bare = line.lstrip("> \t\u3000").rstrip()
        if found:
            key = next(name for name in _LABELS if found[name] is not None)
            headers.setdefault(key, found["value"].strip(" \t\u3000*"))
            last = at
        elif bare and key == "to" and at == last + 1 and "@" in bare:
            last = at  # a list of recipients that goes on
        elif bare and headers and not headers[key] and at == last + 1:
            headers[key] = bare  # the value on the line below its label
            last = at
        elif bare or (headers and not _goes_on(lines, at)):
            break
        at += 1
    return _Block(marked_at, last + 1, headers) if headers.get("from") else None


def _goes_on(lines: list[str], at: int) -> bool:
    """Tell whether another header line follows the empty line at `at`, as in forwards made from HTML."""
    following = lines[at + 1] if at + 1 < len(lines) else ""
    return _LABEL.match(following[:2000]) is not None


def _unquoted(text: str) -> str:
    """Return the text without its first level of quoting, where every line has it."""
    written = [line for line in text.split("\n") if line.strip()]
    if written and all(line.startswith(">") for line in written):
        return _QUOTE.sub("", text)
    return text
