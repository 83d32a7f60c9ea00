"""Preorders in words."""

from __future__ import annotations

from collections.abc import Iterator

from okawari.domain.advice.preorders import spare_name
from okawari.domain.phrase import Phrase, PhraseValue, phrase
from okawari.domain.preorder import Reservation
from okawari.domain.price_guarantee import Kept, PriceGuarantee
from okawari.i18n import say, text


def spare_line(one: Reservation, locale: str) -> str:
    """Return a second reservation, where it stands, and until when it can be cancelled for nothing."""
    until = phrase("preorders.until", day=one.cancel_by) if one.cancel_by else phrase("preorders.until_unknown")
    standing = phrase(f"preorders.standing_{one.standing}")
    return say(phrase("preorders.spare_line", spare=spare_name(one), standing=standing, until=until), locale)


def guarantee_lines(one: PriceGuarantee, locale: str) -> Iterator[str]:
    """Yield what the price guarantee of a thing is, and how it stands."""
    if one.kept is Kept.ENDED:
        yield text("preorders.guarantee_ended", locale)
        return
    yield say(_window(one), locale)
    values: dict[str, PhraseValue] = {}
    if one.lowest and one.charged:
        values = {"price": one.lowest.price, "day": one.lowest.on, "charged": one.charged}
    if one.difference:
        values["difference"] = one.difference
    asked_only = one.kept is Kept.LOWER and not one.charge_known
    yield say(phrase(f"preorders.guarantee_{'lower_if' if asked_only else one.kept}", **values), locale)
    if one.outside:
        yield say(phrase("preorders.guarantee_outside", count=one.outside), locale)
    if one.kept is not Kept.NOT_COVERED:
        yield text("preorders.guarantee_mark", locale)


def _window(one: PriceGuarantee) -> Phrase:
    if one.since is None:
        return phrase("preorders.guarantee_window_open", item=one.item)
    return phrase("preorders.guarantee_window", since=one.since, until=one.until, item=one.item)
