"""The state of a thing in a shop's words."""

from __future__ import annotations

import re
from typing import Final

from okawari.domain.candidate import Condition
from okawari.reading.page.candidate import condition_of

_OWN: Final = frozenset(Condition)
_STATES: Final = {
    "new": Condition.NEW,
    "used": Condition.USED,
    "refurbished": Condition.VERY_GOOD,
    "damaged": Condition.ACCEPTABLE,
    "新品": Condition.NEW,
    "ほぼ新品": Condition.LIKE_NEW,
    "非常に良い": Condition.VERY_GOOD,
    "良い": Condition.GOOD,
    "可": Condition.ACCEPTABLE,
    "中古": Condition.USED,
    "中古品": Condition.USED,
}


def condition_in(said: str) -> Condition:
    """Return the state that a shop's words tell: 中古品 - 非常に良い, used_like_new, NewCondition."""
    word = said.strip().lower().removeprefix("used_").removeprefix("used-")
    if word in _OWN:
        return Condition(word)
    last = re.split(r"[\s\-－:：]+", word)[-1]
    return _STATES.get(condition_of(said) or "") or _STATES.get(word) or _STATES.get(last) or Condition.UNKNOWN
