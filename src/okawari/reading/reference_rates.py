"""The European Central Bank's euro reference rates of a day (`eurofxref-daily.xml`), as what one unit costs in yen."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Final

from okawari.domain.profile import Rate
from okawari.reading.answers import UnreadableAnswerError

_DAY: Final = re.compile(rb"""<Cube time=['"](\d{4}-\d\d-\d\d)['"]""")
_RATE: Final = re.compile(rb"""<Cube currency=['"]([A-Z]{3})['"] rate=['"]([0-9.]{1,12})['"]""")
_EXACT: Final = Decimal("0.000001")


def read_reference_rates(raw: bytes) -> Mapping[str, Rate]:
    """Return the rates by their currency, the euro too; UnreadableAnswerError for anything else."""
    day = _DAY.search(raw)
    try:
        on = date.fromisoformat(day[1].decode()) if day else None
        per_euro = {name.decode(): Decimal(rate.decode()) for name, rate in _RATE.findall(raw)}
    except (ValueError, InvalidOperation):
        raise UnreadableAnswerError from None
    yen = per_euro.get("JPY")
    if on is None or not yen or not all(per_euro.values()):
        raise UnreadableAnswerError
    of_others = {name: (yen / rate).quantize(_EXACT) for name, rate in per_euro.items() if name != "JPY"}
    return {name: Rate(yen=cost, on=on) for name, cost in {"EUR": yen, **of_others}.items()}
