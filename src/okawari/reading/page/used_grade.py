"""How a page grades the used thing that it sells, where its markup says no more than that it is used."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from okawari.domain.candidate import Condition
from okawari.reading.page.conditions import condition_in

_USED: Final = "中古"
_LABEL: Final = re.compile(r"(?:商品の?|本体の?)?(?:状態|コンディション)(?: ?: ?| |$)(?P<said>.*)")
_GRADES: Final = frozenset((Condition.LIKE_NEW, Condition.VERY_GOOD, Condition.GOOD, Condition.ACCEPTABLE))


def is_used(condition: str | None, title: str | None) -> bool:
    """Return whether the thing is used, by the page's markup or, where that is silent, by its title."""
    said = condition_in(condition or "")
    return said is Condition.USED or (said is Condition.UNKNOWN and _USED in (title or ""))


def used_grade(lines: Iterable[str]) -> Condition | None:
    """Return the grade behind a label, or in the line below it; None where none or several stand there."""
    found: set[Condition] = set()
    label = False
    for line in lines:
        named = _LABEL.match(line)
        grade = condition_in(named["said"] if named else line) if named or label else Condition.UNKNOWN
        label = named is not None and not named["said"]
        if grade in _GRADES:
            found.add(grade)
    return found.pop() if len(found) == 1 else None
