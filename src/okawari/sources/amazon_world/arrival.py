"""The days on which a mail of an Amazon says the goods arrive."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from okawari.reading.dates import nearest_year
from okawari.sources.amazon_world.letter import Letter


def days_of_arrival(text: str, letter: Letter) -> list[date]:
    """Return the days named behind the label of the arrival, in order; none where the mail's own day is not known."""
    found = re.search(rf"{letter.language.labels['arriving']}\s*:?\s*(?P<when>[^\n]{{3,60}})", text, re.IGNORECASE)
    if found is None or letter.sent is None:
        return []
    months = _names(letter.language.months)
    near = (nearest_year(month, day, letter.sent) for month, day in _named(found["when"], months, letter.language.name))
    return sorted(day for day in near if day)


def _named(text: str, months: Mapping[str, int], language: str) -> Iterator[tuple[int, int]]:
    """Yield month and day. Only English puts the month first: the French "mar. 24 nov." is a Tuesday in November."""
    month = "|".join(sorted(months, key=len, reverse=True))
    pattern = rf"(?P<day>\d{{1,2}})\.? (?:de )?(?P<month>{month})(?![^\W\d_])"
    if language == "en":
        pattern = rf"{pattern}|(?<![^\W\d_])(?P<first>{month})\.? (?P<second>\d{{1,2}})(?!\d)"
    for found in re.finditer(pattern, text, re.IGNORECASE):
        named = found.groupdict()
        name, day = named["month"] or named["first"], named["day"] or named["second"]
        yield months[name.lower()], int(day)


def _names(months: Sequence[str]) -> dict[str, int]:
    """Return every month by its name, and by its first three letters where no other month begins with them."""
    names = {month: number for number, month in enumerate(months, 1)}
    short = {month[:3]: number for month, number in names.items()}
    single = {name: number for name, number in short.items() if sum(month.startswith(name) for month in months) == 1}
    return {**single, **names}
