"""How a page grades the used thing that it sells, where its markup says no more than that it is used."""

from __future__ import annotations

import re
from typing import Final

from okawari.domain.candidate import Condition
from okawari.reading.conditions import condition_in
from okawari.reading.page.document import Document
from okawari.reading.page.source import PageSource
from okawari.reading.page.visible import Visible

_LABEL: Final = re.compile(r"(?:商品の?|本体の?)?(?:状態|コンディション)(?: ?: ?| |$)(?P<said>.*)")
_GRADES: Final = frozenset((Condition.LIKE_NEW, Condition.VERY_GOOD, Condition.GOOD, Condition.ACCEPTABLE))


def used_grade(html: bytes, url: str | None, charset: str = "") -> Condition:
    """Return the grade behind a label near the product's title, or in the line below it; UNKNOWN where none or several stand there."""
    found: set[Condition] = set()
    label = False
    for line in Visible(Document(PageSource(html, charset), url), "").lines:
        named = _LABEL.match(line)
        grade = condition_in(named["said"] if named else line) if named or label else Condition.UNKNOWN
        label = bool(named) and not (named and named["said"])
        if grade in _GRADES:
            found.add(grade)
    return found.pop() if len(found) == 1 else Condition.UNKNOWN
