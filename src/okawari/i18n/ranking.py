"""The words of a ranking: its lines, grounds, reasons and advice."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import islice

from okawari.domain.candidate import AS_NEW, Candidate
from okawari.domain.money import yen
from okawari.domain.price.effective import Line
from okawari.domain.price.sale_days import SaleDay
from okawari.domain.ranking import Ranked, Ranking
from okawari.domain.risk import UNBELIEVED, Ground, Level
from okawari.domain.same_thing import Likeness, Sameness
from okawari.domain.seller_tier import Tier
from okawari.i18n import formats, has, text

_NAMED = 3
"""Our own choice: more reasons than these are not read in a sentence."""
_LOOKED_AT = 20
"""Our own choice: among the cheapest of these the reasons are found."""
_NUMBERS = frozenset({"jan", "isbn", "asin"})
_SIDES = {Sameness.SAME: "agrees", Sameness.UNSURE: "open"}


def line_name(line: Line, locale: str) -> str:
    """Return what a line is; the person's own campaigns carry their own name."""
    key = f"ranking.line_{line.code}"
    return text(key, locale) if has(key) else line.code


def line_amounts(line: Line, locale: str) -> str:
    """Return what a line adds or takes off; both ends, the smaller one first, where it is not certain."""
    both = sorted({line.sure, line.best}, key=abs)
    told = [("−" if one < 0 else "") + formats.money(yen(abs(one)), locale) for one in both]
    return told[0] if len(told) == 1 else text("ranking.range", locale).format(least=told[0], most=told[1])


def open_reason(line: Line, locale: str) -> str:
    """Return why a line is not certain, "" for one that is."""
    return text(f"ranking.open_line_{line.open}", locale) if line.open else ""


def ground(one: Ground, locale: str) -> str:
    """Return a ground of a risk in words."""
    return text(f"ranking.ground_{one.code}", locale).format(found=one.found)


def likeness(found: Likeness, code: str, locale: str) -> str:
    """Return one reason of a verdict in words."""
    return text(f"ranking.{_SIDES.get(found.sameness, 'differs')}_{code}", locale)


def warning(code: str, locale: str) -> str:
    """Return what to look at before buying abroad."""
    return text(f"ranking.warning_{code}", locale)


def shop(one: Ranked, locale: str) -> str:
    """Return the shop and its mall as a person names them."""
    return shop_of(one.offer, locale, one.risk.tier)


def shop_of(offer: Candidate, locale: str, tier: Tier | None = None) -> str:
    """Return the shop of an offer and its mall as a person names them; of a shop that is its own mall, once.

    `tier` is who stands behind the offer, where that was judged.
    """
    mall, seller = mall_name(offer.mall, locale), offer.seller
    is_own = seller == mall or (tier is Tier.OWN_SHOP and seller.startswith(mall))
    parts = (seller,) if is_own else (mall, seller)
    return " / ".join(part for part in parts if part) or text("ranking.nameless", locale)


def stock(offer: Candidate, locale: str) -> str:
    """Return the state of stock in words; of a piece in a store, that it lies there."""
    said = text(f"ranking.stock_{offer.availability.value}", locale)
    return text("ranking.in_store", locale).format(stock=said) if offer.pickup else said


def mall_name(mall: str, locale: str) -> str:
    """Return the mall's name, its id where no catalogue has one."""
    key = f"ranking.mall_{mall}"
    return text(key, locale) if mall and has(key) else mall


def advice(ranking: Ranking, locale: str) -> str:
    """Return which offer to buy, why, that its price is a premium where it is one, why no cheaper one, and that a name alone is no proof."""
    buy = ranking.buy
    if not ranking.offers:
        return text("ranking.no_offers", locale)
    if buy is None or buy.price.sure is None:
        return text(f"ranking.why_{ranking.why}", locale)
    said = text(f"ranking.why_{ranking.why}", locale).format(
        shop=shop(buy, locale),
        price=formats.money(yen(buy.price.sure), locale),
        risk=text(f"ranking.level_{buy.risk.level.value}", locale),
    )
    if buy.premium:
        said += text("ranking.premium_chosen", locale).format(amount=formats.money(yen(buy.premium), locale))
    cheaper = [one for one in ranking.cheaper if one.price.sure is not None and one.price.sure < buy.price.sure]
    said += "".join(_passed_over(cheaper, buy, locale))
    return said if _NUMBERS.issuperset(buy.likeness.reasons) else said + text("ranking.by_name", locale)


def coming(days: Sequence[SaleDay], on: date, locale: str) -> tuple[str, ...]:
    """Return when malls give more points next, and what to mind until then; nothing where no such day is known."""
    lines = []
    for one in days:
        key = f"ranking.line_{one.benefit}"
        what = text(key, locale) if has(key) else one.benefit
        said = text("ranking.coming_today" if one.on == on else "ranking.coming_on", locale).format(
            mall=mall_name(one.mall, locale), what=what, day=formats.day(one.on, locale)
        )
        lines.append(said + (text("ranking.coming_entry", locale) if one.entry else ""))
    return (*lines, text("ranking.coming_moves", locale)) if lines else ()


def _passed_over(cheaper: Sequence[Ranked], buy: Ranked, locale: str) -> Iterator[str]:
    """Yield why each of the cheapest was not chosen, of several for the same reason the first, and how many more were not."""
    named: dict[str, Ranked] = {}
    for one in cheaper[:_LOOKED_AT]:
        named.setdefault(_against(one, buy, locale), one)
    for place, (ground_, one) in enumerate(islice(named.items(), _NAMED)):
        less = formats.money(yen((buy.price.sure or 0) - (one.price.sure or 0)), locale)
        key = "ranking.cheaper_too" if place else "ranking.cheaper"
        yield text(key, locale).format(shop=shop(one, locale), less=less, ground=ground_)
    if left := len(cheaper) - min(len(named), _NAMED):
        yield text("ranking.cheaper_more", locale).format(count=left)


def _against(one: Ranked, chosen: Ranked, locale: str) -> str:
    """Return what speaks most against an offer beside the chosen one: its state, a price too good to be true, or its heaviest ground.

    A ground that the chosen one has too is none, unless there is no other.
    """
    if one.likeness.sameness is Sameness.VARIANT:
        return likeness(one.likeness, one.likeness.reasons[0], locale)
    if one.risk.level is not Level.HIGH and one.risk.is_believed:
        condition = text(f"ranking.condition_{one.offer.condition.value}", locale)
        is_as_new = one.offer.condition in AS_NEW
        return condition if is_as_new else text("ranking.not_new", locale).format(condition=condition)
    shared = {found.code for found in chosen.risk.grounds}
    own = [found for found in one.risk.grounds if found.code not in shared] or one.risk.grounds
    return ground(next((found for found in own if found.code in UNBELIEVED), own[0]), locale)
