"""A mail of Amazon.co.jp as lines to read: quotes, earlier messages and advertising cut away."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta, timezone
from functools import cached_property, lru_cache
from itertools import chain, islice

from okawari.domain.hosts import belongs
from okawari.domain.mail import Link, Mail, WhenAsked
from okawari.sources.amazon_jp.lines import is_amount, is_quantity, mended
from okawari.sources.amazon_jp.tables import cells_of

_JST = timezone(timedelta(hours=9))
_INVISIBLE = re.compile(r"[\u00ad\u034f\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
_FORWARDED_SUBJECT = re.compile(r"^(?:\s*(?:fwd?|fw|re|転送|返信)\s*[:：])+\s*", re.IGNORECASE)
_HEADER = re.compile(r"[>\s*]*(?:from|差出人|送信者)\s*[:：]", re.IGNORECASE)
_HEADERS_GO_ON = re.compile(r"[>\s*]*(?:subject|件名|date|sent|日付|日時|送信日時?)\s*[:：]", re.IGNORECASE)
_HEAD_LINES = 12
_LONGEST_TEXT = 120_000  # letters; these four bound the work on a hostile mail, a real one stays far below
_LONGEST_LINE = 1_000
_MOST_LINES = 4_000
_MOST_LINKS = 400
_EARLIER = re.compile(
    r"-{2,} ?(?:original message|元のメッセージ|元のメール|ここから元のメール|返信元)"
    r"|on .{6,120} wrote:$"
    r"|.{6,120}(?:のメール|(?<!から)のメッセージ|に書きました|wrote)[:：]$",
    re.IGNORECASE,
)
_ADVERTISING = re.compile(
    r"(?:あなたに)?(?:イチオシ|おすすめ)|お客様(?:へ|に)の?おすすめ|(?:最近|よく)(?:見た|チェックした|購入した)商品|関連商品"
    r"|セール商品のお買い物を続ける|タイムセール|(?:この|これらの)商品を(?:買った|購入した|見た|チェックした)|お買い物を続ける"
    r"|こちらもいかが|人気の商品|閲覧履歴に基づ|スポンサー"
)
_ADVERTISING_LENGTH = 40
_IMAGE_BEGINS = re.compile(r"\[(?:image|画像):", re.IGNORECASE)
_IMAGE_LINES = 6
_QUESTIONS = re.compile(r"[■●◆▼【・\s]*(?:よくある(?:ご)?質問|FAQ|Q&A)")


@dataclass(frozen=True)
class Letter:
    """What of a mail is read.

    `lines` keep their wording and their indentation; `sender` is the lower-case address, "" where none is known.
    `pages` is the HTML in which the `links` stand. `sent` is the day of the mail in Japan.
    """

    subject: str
    sender: str
    display: str
    lines: tuple[str, ...]
    links: Sequence[Link]
    pages: Sequence[bytes]
    sent: date | None

    @cached_property
    def text(self) -> str:
        """The lines as one text."""
        return "\n".join(self.lines)

    @cached_property
    def statements_end(self) -> int:
        """The number of the line after the last one that can state something about this order."""
        return next((at for at, line in enumerate(self.lines) if _QUESTIONS.match(line)), len(self.lines))


def letters(mail: Mail, domains: Sequence[str]) -> Iterator[Letter]:
    """Yield the ways to look at a mail, the best first: its text, then its HTML where that says something else.

    Of a forward the mail inside is read: the outermost that comes from one of the shop's `domains`, else the innermost.
    """
    inner = _inner(mail, domains)
    yield _letter(mail, inner, inner.text)
    if inner.html_text and inner.html_text != inner.text:
        yield _letter(mail, inner, inner.html_text)


def _inner(mail: Mail, domains: Sequence[str]) -> Mail:
    innermost = mail
    # The mails inside come last: looking for them costs, and mostly the mail itself is the shop's.
    for one in chain((mail,), mail.forwarded):
        if one.text.strip() or one.html_text.strip():
            innermost = one
            if any(belongs(one.from_.domain, domain) for domain in domains):
                break
    return innermost


def _letter(mail: Mail, inner: Mail, text: str) -> Letter:
    sent = inner.date or mail.date
    return Letter(
        subject=_FORWARDED_SUBJECT.sub("", _INVISIBLE.sub("", inner.subject[:_LONGEST_LINE])).strip(),
        sender=inner.from_.address.lower(),
        display=inner.from_.display,
        lines=_lines(text),
        links=WhenAsked(lambda: tuple((inner.links or mail.links)[:_MOST_LINKS])),
        pages=WhenAsked(lambda: (*inner.pages, *mail.pages) if inner is not mail else tuple(mail.pages)),
        sent=sent.astimezone(_JST).date() if sent and sent.tzinfo else sent.date() if sent else None,
    )


def _lines(text: str) -> tuple[str, ...]:
    """Return the lines of a text that are the shop's about the order."""
    rows = [row[:_LONGEST_LINE].rstrip() for row in mended(text[:_LONGEST_TEXT]).splitlines()]
    if all(map(_is_plain, rows)):
        return tuple(rows[:_MOST_LINES])
    lines = islice(cells_of(rows), _MOST_LINES)
    return tuple(_without_advertising(_own(_with_whole_images(lines))))


@lru_cache(1024)  # a shop's mails have most lines in common
def _is_plain(row: str) -> bool:
    """Return whether a row stands for itself: no cells, picture, quotation, header of an earlier mail or advertising."""
    special = "\t" in row or row.startswith(">") or _IMAGE_BEGINS.search(row) or _HEADER.match(row)
    return not (special or _introduces_earlier(row) or _advertises(row.strip()))


def _with_whole_images(lines: Iterable[str]) -> list[str]:
    """Return the lines with `[image: title]` on one line, where a program broke it."""
    whole: list[str] = []
    begun = 0
    for line in lines:
        if begun:
            between = " " if whole[-1][-1:].isascii() and line[:1].isascii() else ""
            whole[-1] += between + line.strip()
        else:
            whole.append(line)
        opened = _IMAGE_BEGINS.search(whole[-1]) if "[" in whole[-1] else None
        balance = whole[-1].count("[", opened.start()) - whole[-1].count("]", opened.start()) if opened else 0
        begun = begun + 1 if balance > 0 and begun < _IMAGE_LINES else 0
    return whole


def _own(lines: Sequence[str]) -> Iterator[str]:
    """Yield the lines up to an earlier message that stands below, without quoted ones."""
    for at, line in enumerate(lines):
        if _introduces_earlier(line) or (at > _HEAD_LINES and _is_head(lines, at)):
            return
        if not line.startswith(">"):
            yield line


@lru_cache(1024)  # a shop's mails have most lines in common
def _introduces_earlier(line: str) -> bool:
    return _EARLIER.match(line.strip()) is not None


@lru_cache(1024)
def _advertises(line: str) -> bool:
    return len(line) <= _ADVERTISING_LENGTH and _ADVERTISING.match(line) is not None


def _is_head(lines: Sequence[str], at: int) -> bool:
    """Return whether the header lines of another mail begin here."""
    return bool(_HEADER.match(lines[at])) and any(_HEADERS_GO_ON.match(line) for line in lines[at + 1 : at + 4])


def _without_advertising(lines: Iterable[str]) -> Sequence[str]:
    kept = list(lines)
    for at, line in enumerate(kept):
        if _advertises(line.strip()) and not _is_item(kept, at):
            return kept[:at]
    return kept


def _is_item(lines: Sequence[str], at: int) -> bool:
    following = next((line for line in lines[at + 1 : at + 4] if line.strip()), "")
    return is_quantity(following) or is_amount(following)
