"""Which ways of paying a refund mail says that money went back to."""

from __future__ import annotations

import re
import unicodedata

from okawari.domain.message import PaymentPart
from okawari.domain.money import Money, yen
from okawari.reading.amounts import bare_yen, money_in
from okawari.reading.payments import payment_methods

_LEFT_OPEN = re.compile(r"または|又は|もしくは|あるいは|いずれか|場合|\bor\b", re.IGNORECASE)
_POINTS = re.compile(r"(?<![\d,.])(\d{1,3}(?:,\d{3})+|\d{1,7})(?:ポイント|pt\b|点)", re.IGNORECASE)
_LIMITED = re.compile(r"期間(?:・用途)?限定")


def refund_parts(wording: str, whole: Money | None) -> tuple[PaymentPart, ...]:
    """Return each way of paying that the wording of a destination names, with its amount where that is told.

    `whole` is the refund's amount: it is that of the only destination. Nothing at all where a line leaves open which it is.
    """
    lines = [line for line in unicodedata.normalize("NFKC", wording).splitlines() if line.strip()]
    parts: list[PaymentPart] = []
    for line in lines:
        methods = payment_methods(line)
        if len(methods) != 1 or _LEFT_OPEN.search(line):
            return ()
        amount = _amount(line) or (whole if len(lines) == 1 else None)
        kind = "limited" if _LIMITED.search(line) else None
        parts.append(PaymentPart(method=methods[0], amount=amount, wording=line.strip(), kind=kind))
    return tuple(parts)


def _amount(line: str) -> Money | None:
    points = {int(found.replace(",", "")) for found in _POINTS.findall(line)}
    if points:
        return yen(points.pop()) if len(points) == 1 else None
    return money_in(line) or bare_yen(line.rpartition(":")[2])
