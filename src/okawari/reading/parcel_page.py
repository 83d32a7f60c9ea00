"""What carriers' tracking pages have in common: how they are opened, and what stands there instead of a record."""

from __future__ import annotations

import re
import unicodedata
from datetime import date, datetime, time, timedelta
from typing import Final

from selectolax.lexbor import LexborHTMLParser, LexborNode

from okawari.domain.japan_time import JAPAN, in_japan
from okawari.domain.tracking.look import Outcome
from okawari.domain.tracking.tracker import Answer, NotSeenError
from okawari.reading.mail.charset import decode_text

_LONGEST: Final = 1_000_000
_META: Final = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE)
_SPACES: Final = re.compile(r"\s+")
_MAINTENANCE: Final = re.compile(r"メンテナンス|\bmaintenance\b", re.IGNORECASE)
_CAPTCHA: Final = re.compile(r"captcha|画像認証|ロボットではありません|not a robot", re.IGNORECASE)
_DENIED: Final = re.compile(r"access denied|アクセスが(?:拒否|制限)", re.IGNORECASE)
_DAY: Final = re.compile(
    r"(?:(?P<year>\d{4})[年/])?(?P<month>\d{1,2})[月/](?P<day>\d{1,2})日?(?:\s*(?P<hour>\d{1,2})[:時](?P<minute>\d{2}))?"
)


def opened(answer: Answer) -> LexborHTMLParser:
    """Return a page to be searched; NotSeenError for one that is too large to be a record."""
    if len(answer.body) > _LONGEST:
        raise NotSeenError(Outcome.PAGE_CHANGED, "size")
    found = _META.search(answer.body[:5000])
    declared = answer.charset or (found[1].decode("ascii", "replace") if found else "")
    return LexborHTMLParser(decode_text(answer.body, declared).text)


def words_in(node: LexborNode | None) -> str:
    """Return a node's words on one line, in full-width and half-width as we keep them; "" for no node."""
    if node is None:
        return ""
    plain = unicodedata.normalize("NFKC", node.text()).replace("(", "（").replace(")", "）")
    return _SPACES.sub(" ", plain).strip()[:200]


def instead_of_record(tree: LexborHTMLParser) -> NotSeenError:
    """Return why a page shows no record of the known form: a wall, works, else a change."""
    text = tree.body.text()[:20_000] if tree.body else ""
    scripts = tree.html or ""
    if _MAINTENANCE.search(text):
        return NotSeenError(Outcome.MAINTENANCE)
    if _CAPTCHA.search(text) or "g-recaptcha" in scripts or "h-captcha" in scripts:
        return NotSeenError(Outcome.CAPTCHA)
    if _DENIED.search(text):
        return NotSeenError(Outcome.BLOCKED)
    return NotSeenError(Outcome.PAGE_CHANGED)


def written_at(text: str, now: datetime) -> tuple[datetime | None, bool]:
    """Return when a line of a record was written, and whether it names a time of day.

    A day without a year is the last such day that was not after tomorrow. None for what is no day.
    """
    found = _DAY.search(unicodedata.normalize("NFKC", text))
    if found is None:
        return None, False
    today = in_japan(now).date()
    years = [int(found["year"])] if found["year"] else [today.year + 1, today.year, today.year - 1]
    day = next((one for year in years if (one := _day(year, found)) and one <= today + timedelta(days=1)), None)
    if day is None:
        return None, False
    clock = _clock(found)
    return datetime.combine(day, clock or time(12), JAPAN), clock is not None


def _day(year: int, found: re.Match[str]) -> date | None:
    try:
        return date(year, int(found["month"]), int(found["day"]))
    except ValueError:
        return None


def _clock(found: re.Match[str]) -> time | None:
    try:
        return time(int(found["hour"]), int(found["minute"])) if found["hour"] else None
    except ValueError:
        return None
