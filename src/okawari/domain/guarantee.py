"""Until when the mall's guarantee can be claimed, should neither goods nor money come."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta

from okawari.domain.authenticity import Verdict
from okawari.domain.case import Case
from okawari.domain.contact import Party, first_with
from okawari.domain.japan_time import in_japan, japan_day
from okawari.domain.order_history import is_digital
from okawari.domain.plan import Deadline
from okawari.domain.rule import Rule

LAST_CALL_DAYS = 10
"""Our own choice: the second warning comes this long before the window closes (day 80 of 90)."""

_MALL_NAMES = ("amazon", "アマゾンジャパン")


def claim_window(case: Case, rules: Sequence[Rule], messaged_at: datetime | None = None) -> tuple[Deadline, ...]:
    """Return the days of the guarantee that may cover this order, in order; empty where none does or none is known.

    `what` is `atoz_claim_from` (48 hours after `messaged_at`, the shopper's message to the seller), `atoz_opens`,
    `atoz_warn`, `atoz_last_call`, `atoz_closes`, and the same with `anshin_` for Rakuten, where nothing opens.
    A chargeback closes Amazon's. `rules` are those of the domain `marketplace`. Source: MKT-ATOZ-01 to -06, MKT-RAK-ANSHIN-01.
    """
    if case.authenticity.verdict is Verdict.PHISHING:
        return ()
    by_id = {rule.id: rule for rule in rules}
    if case.merchant == "amazon_jp" and is_by_seller(case) and not is_digital(case.order) and not chargeback_at(case):
        return _ordered(_atoz(case, by_id, messaged_at))
    if case.merchant == "rakuten" and case.ordered_on:
        return _ordered(_closing("anshin", by_id["MKT-RAK-ANSHIN-01"], case.ordered_on + timedelta(days=1)))
    return ()


def chargeback_at(case: Case) -> datetime | None:
    """Return when the shopper disputed the payment with the card's issuer, None where they did not."""
    return first_with(case.contacts, Party.CHARGEBACK)


def claim_from(messaged_at: datetime, rules: Iterable[Rule]) -> datetime:
    """Return the moment from which a seller who was written to at `messaged_at` has had its time. MKT-ATOZ-02."""
    wait = next(rule.time for rule in rules if rule.id == "MKT-ATOZ-02" and rule.time)
    return in_japan(messaged_at) + timedelta(hours=wait.max)


def _atoz(case: Case, by_id: dict[str, Rule], messaged_at: datetime | None) -> list[Deadline]:
    deadlines = []
    if messaged_at:
        first = japan_day(claim_from(messaged_at, by_id.values()))
        deadlines.append(Deadline(what="atoz_claim_from", on=first, rule="MKT-ATOZ-02"))
    if case.delivery_latest:
        opening = by_id["MKT-ATOZ-03"]
        opens = case.delivery_latest + timedelta(days=opening.time.min if opening.time else 0)
        if case.delivered_at:
            opens = min(opens, japan_day(case.delivered_at))
        deadlines.append(Deadline(what="atoz_opens", on=opens, rule=opening.id))
        deadlines += _closing("atoz", by_id["MKT-ATOZ-04"], case.delivery_latest)
    return deadlines


def _closing(scheme: str, rule: Rule, start: date) -> list[Deadline]:
    if rule.time is None:
        return []
    closes = start + timedelta(days=rule.time.max)
    warn_after = rule.time.remind_after_days
    deadlines = [Deadline(what=f"{scheme}_closes", on=closes, rule=rule.id)]
    deadlines.append(Deadline(what=f"{scheme}_last_call", on=closes - timedelta(days=LAST_CALL_DAYS), rule=rule.id))
    if warn_after is not None:
        deadlines.append(Deadline(what=f"{scheme}_warn", on=start + timedelta(days=warn_after), rule=rule.id))
    return deadlines


def is_by_seller(case: Case) -> bool:
    """Return whether a seller of Amazon's sold it, and ships it as far as anybody says (MKT-ATOZ-01)."""
    return bool(case.seller) and not is_mall(case.seller) and not is_mall(case.shipped_by)


def is_mall(name: str | None) -> bool:
    """Return whether the one who sold or shipped is Amazon itself."""
    plain = unicodedata.normalize("NFKC", name or "").strip().lower()
    return plain.startswith(_MALL_NAMES) or plain == "アマゾン"


def _ordered(deadlines: Iterable[Deadline]) -> tuple[Deadline, ...]:
    return tuple(sorted(deadlines, key=lambda deadline: deadline.on))
