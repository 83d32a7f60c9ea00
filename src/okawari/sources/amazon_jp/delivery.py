"""When the goods come and in which parcels."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from functools import lru_cache

from okawari.domain.message import Parcel
from okawari.reading.carriers import UNKNOWN, carrier_of
from okawari.reading.dates import date_in, dates_in
from okawari.reading.labels import labelled
from okawari.sources.amazon_jp.blocks import blocks
from okawari.sources.amazon_jp.lines import order_numbers, plain
from okawari.sources.amazon_jp.seller import is_amazon

_EXPECTED = r"(?:新しい|変更後の)?(?:お届け|配達|配送|到着)(?:予定)(?:日(?:時)?)?"
_RELEASE = r"発売(?:予定)?日"
_WEEKDAY_FIRST = re.compile(r"([月火水木金土日])曜日?,? ?(\d{1,2}[/月]\d{1,2}日?)(?![/\d])")
_SAME_MONTH = re.compile(r"((?:\d{4}[年/])?(\d{1,2})(月|/)\d{1,2}日?(?: ?\([^)]{1,4}\))?) ?[-~〜] ?(\d{1,2})日")
_ON_A_LINE = re.compile(
    r"(?P<days>[\d年月日/() ,月火水木金土日曜~〜-]{4,60}?) ?(?:まで)?(?:に|中に)?(?:お届け|配達)予定(?:です)?。?"
)
_UP_TO = re.compile(r"(?:[-~〜]|から)$")
_NUMBER_LABEL = r"お?問い?合わせ(?:伝票)?番号|(?:配送)?伝票番号|(?:荷物)?追跡番号|トラッキング(?:ID|番号)|荷物番号|送り状番号|お荷物番号"
_CARRIER_LABEL = r"配送(?:業者|会社|事業者)(?:名)?|運送会社|配達業者"
_NAMES_NUMBER = re.compile(r"(?:番号|ID)は")  # found quicker than the labels
_NUMBER_IN_SENTENCE = re.compile(rf"(?:{_NUMBER_LABEL})は[「 ]*(?P<number>[A-Z0-9-]{{9,24}})[」 ]*(?:です|に|と)")
_CARRIER_IN_SENTENCE = re.compile(
    r"(?P<carrier>[^\s、。はを]{2,30}?)(?:で|が|から|により)お届け(?:いた|致)?(?:し|予定)"
)
_NUMBER = re.compile(r"[A-Z]{0,4}\d[A-Z0-9]{7,22}")
_AMAZON_NUMBER = re.compile(r"TB[ACM]\d{12}|DA\d{10}")


def window_in(lines: Sequence[str], sent: date | None) -> tuple[date | None, date | None]:
    """Return the first and the last day on which the goods are expected, (None, None) where no date is clear."""
    for said in _expectations(lines):
        value = _SAME_MONTH.sub(r"\1-\2\3\4日", _WEEKDAY_FIRST.sub(r"\2(\1)", plain(said)))
        days = list(dict.fromkeys(dates_in(value, sent)))
        if 0 < len(days) <= 2 and days == sorted(days):
            return days[0], days[-1]
    return None, None


def _expectations(lines: Sequence[str]) -> Iterator[str]:
    """Yield the wordings of when the goods come: behind a label, which can take two lines, or on a line of their own."""
    for block in blocks(lines, _EXPECTED):
        goes_on = bool(block) and _UP_TO.search(plain(block[0]))
        yield " ".join(block[:2] if goes_on else block[:1])
    yield from (days for line in lines if (days := _days_on(line)))


@lru_cache(1024)  # a shop's mails have most lines in common
def _days_on(line: str) -> str:
    """Return the days of a line that is nothing but when the goods come (11月23日にお届け予定), "" for any other."""
    said = plain(line)
    found = _ON_A_LINE.fullmatch(said) if "予定" in said else None
    return found["days"] if found else ""


def release_in(text: str, sent: date | None) -> date | None:
    """Return the day of release of a preorder, None where none is given."""
    return next((day for one in labelled(text, _RELEASE) if (day := date_in(one.value, sent))), None)


def parcels_in(text: str) -> tuple[Parcel, ...]:
    """Return the parcels that the mail names; the carrier is `unknown` where no or several carriers are named."""
    carrier = _carrier(text)
    numbers = dict.fromkeys(number for number in _numbers(text) if number)
    return tuple(Parcel(carrier=_carrier_for(number, carrier), number=number) for number in numbers)


def _numbers(text: str) -> Iterator[str]:
    for one in labelled(text, _NUMBER_LABEL):
        yield _number(one.value)
    said = plain(text)
    if _NAMES_NUMBER.search(said):
        for found in _NUMBER_IN_SENTENCE.finditer(said):
            yield _number(found["number"])


def _number(value: str) -> str:
    """Return the number without its hyphens, "" where the value is none."""
    if order_numbers(value):
        return ""
    found = _NUMBER.fullmatch(re.split(r"[ (（]", plain(value), maxsplit=1)[0].replace("-", ""))
    return found[0] if found else ""


def _carrier(text: str) -> str:
    named = [one.value for label in (_CARRIER_LABEL, _NUMBER_LABEL) for one in labelled(text, label)]
    for line in text.splitlines():
        if "お届け" in line:
            named.extend(found["carrier"] for found in _CARRIER_IN_SENTENCE.finditer(line))
    carriers = {"amazon" if is_amazon(name) else carrier_of(name) for name in named} - {UNKNOWN}
    return carriers.pop() if len(carriers) == 1 else UNKNOWN


def _carrier_for(number: str, carrier: str) -> str:
    return "amazon" if _AMAZON_NUMBER.fullmatch(number) else carrier
