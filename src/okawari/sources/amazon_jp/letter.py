"""A mail of Amazon.co.jp as lines to read: quotes, advertising and footers cut away, invisible characters removed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta, timezone
from functools import cached_property
from itertools import islice

from okawari.domain.mail import Link, Mail
from okawari.sources.amazon_jp.lines import is_amount, is_quantity, mended

_JST = timezone(timedelta(hours=9))
_INVISIBLE = re.compile(
    r"[\u00ad\u034f\u061c\u180e\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]"
)
_FORWARDED_SUBJECT = re.compile(r"^(?:\s*(?:fwd?|fw|re|転送|返信)\s*[:：])+\s*", re.IGNORECASE)
_PASTED_SUBJECT = re.compile(r"^[>\s]*(?:件名|題名|subject)\s*[:：]\s*(?P<subject>\S.*)$", re.IGNORECASE)
_PASTED_SENDER = re.compile(r"^[>\s]*(?:差出人|送信者|from)\s*[:：].*?(?P<address>[\w.+-]+@[\w.-]+)", re.IGNORECASE)
_HEAD_LINES = 15
_LONGEST_LINE = 1_000  # letters; these three bound the work on a hostile mail, a real one stays far below
_MOST_LINES = 4_000
_MOST_LINKS = 400
_EARLIER = re.compile(
    r"-{2,} ?(?:original message|元のメッセージ|元のメール|ここから元のメール|返信元)"
    r"|on .{6,120} wrote:$"
    r"|.{6,120}(?:のメール|のメッセージ|に書きました|wrote)[:：]$",
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

    `lines` keep their wording and their indentation; `sender` is the lower-case address, "" for a pasted text.
    `sent` is the day of the mail in Japan. `questions` is the line where a list of usual questions begins.
    """

    subject: str
    sender: str
    display: str
    lines: tuple[str, ...]
    links: tuple[Link, ...]
    sent: date | None

    @cached_property
    def text(self) -> str:
        """The lines as one text."""
        return "\n".join(self.lines)

    @cached_property
    def statements_end(self) -> int:
        """The number of the line after the last one that can state something about this order."""
        return next((at for at, line in enumerate(self.lines) if _QUESTIONS.match(line)), len(self.lines))


def letters(mail: Mail) -> Iterator[Letter]:
    """Yield the ways to look at a mail, the best first: its text, then its HTML where that says something else."""
    inner = _inner(mail)
    yield _letter(mail, inner, inner.text)
    if inner.html_text and inner.html_text != inner.text:
        yield _letter(mail, inner, inner.html_text)


def _inner(mail: Mail) -> Mail:
    """Return the mail that the shop wrote: the last one forwarded inside, or the mail itself."""
    return next((inner for inner in reversed(mail.forwarded) if inner.text.strip() or inner.html_text.strip()), mail)


def _letter(mail: Mail, inner: Mail, text: str) -> Letter:
    short = (line[:_LONGEST_LINE].rstrip() for line in islice(_clean(mended(text)).splitlines(), _MOST_LINES))
    lines = _with_whole_images(_unquoted(tuple(short)))
    head = lines[:_HEAD_LINES]
    subject = inner.subject or next((found["subject"] for line in head if (found := _PASTED_SUBJECT.match(line))), "")
    sender = inner.from_.address or next(
        (found["address"] for line in head if (found := _PASTED_SENDER.match(line))), ""
    )
    sent = inner.date or mail.date
    return Letter(
        subject=_clean(_FORWARDED_SUBJECT.sub("", subject)).strip(),
        sender=sender.lower(),
        display=inner.from_.display,
        lines=tuple(_without_advertising(_wanted(lines))),
        links=(inner.links or mail.links)[:_MOST_LINKS],
        sent=sent.astimezone(_JST).date() if sent and sent.tzinfo else sent.date() if sent else None,
    )


def _clean(text: str) -> str:
    return _INVISIBLE.sub("", text).replace("\t", "  ")


def _unquoted(lines: Sequence[str]) -> Sequence[str]:
    """Return the lines of a text that stands in quotes as a whole, as some programs forward it; else the lines."""
    filled = [line for line in lines if line]
    quoted = sum(line.startswith(">") for line in filled)
    if quoted * 3 < len(filled) * 2:
        return lines
    return [re.sub(r"^(?:> ?)+", "", line) for line in lines]


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
        opened = _IMAGE_BEGINS.search(whole[-1])
        balance = whole[-1].count("[", opened.start()) - whole[-1].count("]", opened.start()) if opened else 0
        begun = begun + 1 if balance > 0 and begun < _IMAGE_LINES else 0
    return whole


def _wanted(lines: Iterable[str]) -> Iterator[str]:
    """Yield the lines up to an earlier message below, without the quoted ones."""
    for line in lines:
        if _EARLIER.match(line.strip()):
            return
        if not line.startswith(">") and not _PASTED_SUBJECT.match(line):
            yield line


def _without_advertising(lines: Iterable[str]) -> Sequence[str]:
    kept = list(lines)
    for at, line in enumerate(kept):
        short = line.strip()
        if len(short) <= _ADVERTISING_LENGTH and _ADVERTISING.match(short) and not _is_item(kept, at):
            return kept[:at]
    return kept


def _is_item(lines: Sequence[str], at: int) -> bool:
    following = next((line for line in lines[at + 1 : at + 4] if line.strip()), "")
    return is_quantity(following) or is_amount(following)
