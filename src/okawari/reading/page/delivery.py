"""Promises of delivery as shops write them: 3月5日にお届け, 1〜2か月以内に発送, 最短 11/30."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import Final

from okawari.domain.business_day import IsHoliday, add_business_days
from okawari.domain.delivery import Promise
from okawari.reading.dates import nearest_year
from okawari.reading.page.lexicon import folded

_LONGEST: Final = 120
_SHORT: Final = 24
_FURTHEST: Final = timedelta(days=730)
_WIDEST: Final = timedelta(days=92)

PROMISING: Final = ("届", "到着", "配達", "配送", "発送", "出荷", "最短")
"""Words of which each line that promises something holds one."""
_TELLING: Final = re.compile("|".join(PROMISING))
_ARRIVES: Final = r"お?届け|お?届く|到着|配達|配送"
_SHIPS: Final = r"発送|出荷"
_DAY: Final = (
    r"(?:(?P<year{n}>20\d\d) ?[年/.-] ?)?(?P<month{n}>\d{{1,2}}) ?(?:月|/) ?(?P<day{n}>\d{{1,2}})(?!\d) ?日?"
    r" ?(?:\([月火水木金土日][^)]{{0,6}}\))?"
)
_TO: Final = r" ?(?:[~〜～-]|から) ?"
_DATES: Final = re.compile(
    rf"(?<![\d/.-]){_DAY.format(n=1)}"
    rf"(?:{_TO}(?:{_DAY.format(n=2)}|(?P<day3>\d{{1,2}}) ?日 ?(?:\([月火水木金土日]\))?))?"
    r" ?(?P<bound>まで|以降|より|から|頃|ごろ)?"
)
_THIRDS: Final = re.compile(
    r"(?:(?P<year>20\d\d) ?年 ?)?(?P<month>\d{1,2}) ?月(?: ?(?P<third>上旬|中旬|下旬|末))?(?! ?\d)"
)
_SPAN: Final = re.compile(
    r"(?<![\d,./月年])(?P<least>\d{1,3}) ?(?:日|週間?|[かヶカケヵ]月)?(?:[~〜～-] ?(?P<most>\d{1,3}))? ?(?P<unit>営業日|日|週間?|[かヶカケヵ]月)間?"
    r" ?(?P<bound>以内|以降|後|程度|前後|ほど|くらい|ぐらい)?"
)
_NEAR: Final = re.compile(r"(?P<word>本日|当日|即日|明日|翌日|明後日)(?:中)?(?:に|の)?(?:無料で)?")
_NEAR_DAYS: Final = {"本日": 0, "当日": 0, "即日": 0, "明日": 1, "翌日": 1, "明後日": 2}
_THIRD_DAYS: Final = {"上旬": (1, 10), "中旬": (11, 20), "下旬": (21, 31), "末": (21, 31), None: (1, 31)}

_DONE: Final = r"(?!し?まし|済|いたしまし|されまし|完了|状況|方法|先|元|料|手数料|不可|でき|指定|希望|時間帯|業者|会社|通知|連絡|の目安は?$)"
_PROMISED: Final = re.compile(
    rf"(?:に|中に|で|より|から|頃|ごろ|の|予定|順次|、| |:)*(?:順次|無料で?)?(?P<verb>{_ARRIVES}|{_SHIPS}){_DONE}"
)
_LABEL: Final = re.compile(
    rf"^[\W_]*(?:最短|通常|商品)?(?:の)?(?P<verb>{_ARRIVES}|{_SHIPS})(?:の)?(?:予定|可能|目安|見込み?)?(?:日|時期)?(?:の)?(?:予定|目安)?(?:は|:|：| )*$"
)
_SOONEST: Final = re.compile(r"最短(?:で|では|での)?(?P<label>(?:お届け|配送|発送|出荷)(?:予定)?日?)?[: ]*$")
_NO_PROMISE: Final = re.compile(
    r"場合|ご?希望|指定|遅れ|遅延|延期|休業|休み|ポイント|クーポン|レビュー|ご注文の方|目的|返品|交換|返送|キャンセル|発売日から|"
    r"(?:には|にお届けするには)|(?:ました|でした)(?!ら)"
)


def promise_in(text: str, seen_on: date, is_holiday: IsHoliday) -> Promise | None:
    """Return what a line promises to somebody who reads it on a day; None where it promises nothing, or a day gone by.

    A date without a year is that nearest to the day. Days, weeks and months count from the day, 営業日 by the calendar of
    banks; of "within" only the last day is known, of 最短 and 以降 only the first.
    """
    line = folded(text[:_LONGEST])
    if _NO_PROMISE.search(line):
        return None
    for pattern, read in ((_DATES, _of_dates), (_SPAN, _of_span), (_THIRDS, _of_month), (_NEAR, _of_near)):
        for found in pattern.finditer(line):
            verb = _verb(line, found)
            days = read(found, seen_on, is_holiday) if verb else None
            if days is None or (days[0] is None and days[1] is None):
                continue
            first, last = days
            if _SOONEST.search(line[: found.start()]):
                first, last = first or last, None
            gone = (last or first or seen_on) < seen_on
            far = (first or last or seen_on) - seen_on > _FURTHEST
            if gone or far or (first and last and first > last):
                return None
            return Promise(
                first=first, last=last, ships=verb in _SHIPS.split("|"), wording=" ".join(text.split())[:_LONGEST]
            )
    return None


def promise_line(lines: Iterable[str]) -> str:
    """Return the first line that promises something, with the one beside it where it is split; "" where none does."""
    listed = [line for line in lines if line]
    if not _TELLING.search("\n".join(listed)):
        return ""
    for number, line in enumerate(listed):
        if len(line) > _LONGEST or not _TELLING.search(line):
            continue
        for words in _readings(listed, number, line):
            if _promises(words):
                return words
    return ""


def _readings(listed: Sequence[str], number: int, line: str) -> Iterable[str]:
    yield line
    if len(line) <= _SHORT:
        behind = listed[number + 1] if number + 1 < len(listed) else ""
        before = listed[number - 1] if number else ""
        if _LABEL.match(line) and behind:
            yield f"{line} {behind}"
        elif before:
            yield f"{before}{line}"


def _promises(line: str) -> bool:
    """Tell whether a line promises something on some day: dates without a year are read as of their own."""
    months = [int(found["month1"]) for found in _DATES.finditer(folded(line)) if not found["year1"]]
    years = [int(found[1]) for found in re.finditer(r"(20\d\d) ?[年/.-]", line)]
    day = date(years[0] if years else 2024, min(max(months[0], 1), 12) if months else 1, 1)
    return promise_in(line, day, lambda _: False) is not None


def _verb(line: str, found: re.Match[str]) -> str:
    """Return the word of arriving or shipping that the days belong to, "" where there is none."""
    behind = _PROMISED.match(line, found.end())
    if behind:
        return behind["verb"]
    before = line[: found.start()].rstrip(" :")
    soonest = _SOONEST.search(before)
    if soonest:
        label = soonest["label"] or ""
        return next((verb for verb in _SHIPS.split("|") if verb in label), "届け")
    label_before = _LABEL.match(re.split(r"[。、!]", before)[-1].strip())
    return label_before["verb"] if label_before else ""


Days = tuple[date | None, date | None]


def _of_dates(found: re.Match[str], seen_on: date, _: IsHoliday) -> Days | None:
    first = _date(found["year1"], int(found["month1"]), int(found["day1"]), seen_on)
    if first is None:
        return None
    if found["day2"] or found["day3"]:
        month = int(found["month2"] or first.month)
        last = _date(found["year2"] or f"{first.year}", month, int(found["day2"] or found["day3"]), seen_on)
        if last and last < first and not found["year2"]:
            last = _date(f"{first.year + 1}", month, last.day, seen_on)
        return (first, last) if last and last - first <= _WIDEST else None
    bound = found["bound"] or ""
    if bound in {"以降", "より", "から"}:
        return first, None
    return (None, first) if bound == "まで" else (first, first)


def _of_month(found: re.Match[str], seen_on: date, _: IsHoliday) -> Days | None:
    begin, end = _THIRD_DAYS[found["third"]]
    first = _date(found["year"], int(found["month"]), begin, seen_on)
    if first is None:
        return None
    return first, first.replace(day=min(end, calendar.monthrange(first.year, first.month)[1]))


def _of_span(found: re.Match[str], seen_on: date, is_holiday: IsHoliday) -> Days | None:
    least, most, bound = int(found["least"]), int(found["most"] or found["least"]), found["bound"] or ""
    first, last = (_after(seen_on, count, found["unit"], is_holiday) for count in (least, most))
    if bound == "以降":
        return first, None
    return (first if found["most"] or bound not in {"以内", ""} else None), last


def _of_near(found: re.Match[str], seen_on: date, _: IsHoliday) -> Days:
    day = seen_on + timedelta(days=_NEAR_DAYS[found["word"]])
    return day, day


def _after(day: date, count: int, unit: str, is_holiday: IsHoliday) -> date:
    if unit == "営業日":
        return add_business_days(day, count, is_holiday)
    if unit.endswith("月"):
        months = day.month - 1 + count
        year, month = day.year + months // 12, months % 12 + 1
        return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))
    return day + timedelta(days=count * (7 if unit.startswith("週") else 1))


def _date(year: str | None, month: int, day: int, seen_on: date) -> date | None:
    if not year:
        return nearest_year(month, day, seen_on)
    try:
        return date(int(year), month, day)
    except ValueError:
        return None
