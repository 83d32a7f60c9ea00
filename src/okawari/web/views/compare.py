"""A comparison as its page shows it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlsplit

from okawari.domain.money import yen
from okawari.domain.plan import SearchLink
from okawari.domain.price.effective import Line
from okawari.domain.ranking import Group, Ranked
from okawari.domain.risk import UNBELIEVED, Level
from okawari.i18n import ranking as say
from okawari.i18n.services import service_text
from okawari.services.comparing import Comparison
from okawari.services.offers import PriceAccess, kept_keys, services
from okawari.services.ranking import RankedOffers
from okawari.services.stores import stock_page_of
from okawari.web.views.chart import SparkView
from okawari.web.views.grounds import GroundsView, grounds_of_rule
from okawari.web.words import Words

SORTS: Final = ("sure", "best", "risk")
_ASIDE: Final = frozenset({Group.VARIANT, Group.ACCESSORY})
_NO_RATE: Final = "rate_missing"
_STATES: Final = {Level.LOW: "done", Level.MEDIUM: "due", Level.HIGH: "late"}


@dataclass(frozen=True, slots=True)
class ServiceView:
    """A price service to tick: whether it is on, what it lacks, and what to know before."""

    id: str
    name: str
    on: bool
    missing: str
    notice: str


@dataclass(frozen=True, slots=True)
class SearchView:
    """A search that a person can open."""

    mall: str
    url: str
    host: str


@dataclass(frozen=True, slots=True)
class LineView:
    """One line of a price with its reasons and the grounds of its rule."""

    name: str
    amounts: str
    notes: str
    grounds: GroundsView | None


@dataclass(frozen=True, slots=True, kw_only=True)
class OfferView:
    """One offer: its price in effect, the risk in words and as a number, and everything to be opened below it.

    Its `place` is by the certain price, where that is the order; `odd_price` calls by name a price that is too good to be
    true, or a premium; `no_rate` names currencies without an exchange rate.
    """

    place: int | None
    price: str
    best: str
    level: str
    level_state: str
    risk: str
    shop: str
    title: str
    url: str
    state: str
    seen: str
    lines: tuple[LineView, ...]
    odd_price: tuple[str, ...]
    abroad: tuple[str, ...]
    notes: tuple[str, ...]
    no_rate: tuple[str, ...]
    is_buy: bool
    spark: SparkView | None
    stores: str


@dataclass(frozen=True, slots=True)
class GroupView:
    """The offers of one group: those to look at, those that others outdo in every way, and whether the group is aside."""

    heading: str
    shown: tuple[OfferView, ...]
    folded: tuple[OfferView, ...]
    aside: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparisonView:
    """All of a comparison: the advice, the offers by group, and what each service said, with its credit."""

    title: str
    advice: str
    against: str
    buy: OfferView | None
    groups: tuple[GroupView, ...]
    said: tuple[str, ...]
    credits: tuple[tuple[str, str], ...]
    made_at: str


def comparison_view(
    found: Comparison, ranked: RankedOffers, sort: str, words: Words, sparks: Mapping[str, SparkView]
) -> ComparisonView:
    """Return a comparison in the reader's language, the offers of each group in the order asked for.

    `sparks` are small pictures of past prices by the addresses of the offers.
    """
    ranking = ranked.ranking
    groups = []
    for group in Group:
        members = [one for one in ranking.offers if one.group is group]
        if group is Group.RANKED:
            members.sort(key=lambda one: _sort_key(one, sort))
        if members:
            views = [(one, _offer(one, words, sparks, sort, is_buy=one is ranking.buy)) for one in members]
            key = f"compare.ranked_{sort}" if group is Group.RANKED else f"ranking.group_{group.value}"
            shown = tuple(view for one, view in views if not _is_folded(one, ranking.buy))
            folded = tuple(view for one, view in views if _is_folded(one, ranking.buy))
            groups.append(GroupView(words.words(key), shown, folded, group in _ASIDE))
    against = ""
    if ranking.extra_cost is not None:
        key = "saves" if ranking.extra_cost < 0 else "costs"
        against = words.words(f"ranking.{key}", amount=yen(abs(ranking.extra_cost)))
    return ComparisonView(
        title=found.wanted.title or next((one.value for one in found.wanted.identifiers), ""),
        advice=say.advice(ranking, words.locale),
        against=against,
        buy=_offer(ranking.buy, words, sparks, sort, is_buy=True) if ranking.buy else None,
        groups=tuple(groups),
        said=tuple(_said(found, words)),
        credits=tuple(
            (answer.terms.credit, answer.terms.credit_url)
            for answer in found.answers
            if answer.offers and answer.terms.needs_credit
        ),
        made_at=words.moment(found.made_at),
    )


def service_views(access: PriceAccess | None, values: Mapping[str, str], words: Words) -> tuple[ServiceView, ...]:
    """Return the price services with what each lacks; none where the pages have no access to them."""
    if access is None:
        return ()
    kept = kept_keys(access.secrets)
    views = []
    for name, terms in services().items():
        missing = ", ".join(key for key in terms.keys if key not in kept)
        on = f"ask_{name}" in values or (terms.default_on and not missing and "title" not in values)
        notice = terms.notice_ja if words.locale == "ja" else terms.notice_en
        views.append(ServiceView(name, service_text(name, words.locale), on, missing, notice))
    return tuple(views)


def search_views(links: Iterable[SearchLink], words: Words) -> tuple[SearchView, ...]:
    """Return searches with the name and host of each mall."""
    return tuple(
        SearchView(words.known(f"web.mall_{one.mall}", "shop_unknown"), one.url, urlsplit(one.url).hostname or "")
        for one in links
    )


def _sort_key(one: Ranked, sort: str) -> tuple[int, int]:
    keys = {"sure": one.price.sure, "best": one.price.best, "risk": one.risk.number}
    return keys[sort] or 0, one.rank or 0


def _is_folded(one: Ranked, buy: Ranked | None) -> bool:
    """Return whether another offer is better in every way; a store is not, as the nearest may be the best."""
    return one.dominated_by is not None and one is not buy and not one.offer.pickup


def _said(found: Comparison, words: Words) -> Iterable[str]:
    for answer in found.answers:
        name = service_text(answer.terms.id, words.locale)
        if answer.missing:
            yield words.words("offers.no_key", name=name, missing=", ".join(answer.missing))
        elif answer.problem:
            yield from words.problems((answer.problem,))
        else:
            yield words.words("offers.found", name=name, count=len(answer.offers))


def _offer(one: Ranked, words: Words, sparks: Mapping[str, SparkView], sort: str, *, is_buy: bool) -> OfferView:
    offer, price, locale = one.offer, one.price, words.locale
    sure, best = price.sure, price.best
    condition = words.words(f"ranking.condition_{offer.condition.value}")
    stock = say.stock(offer, locale)
    odd = [say.ground(ground, locale) for ground in one.risk.grounds if ground.code in UNBELIEVED]
    usual = [say.ground(ground, locale) for ground in one.risk.grounds if ground.code not in UNBELIEVED]
    likeness = [say.likeness(one.likeness, code, locale) for code in one.likeness.reasons]
    return OfferView(
        place=one.rank if sort == "sure" else None,
        price=words.money(yen(sure)) if sure is not None else words.words("ranking.no_price"),
        best=words.words("ranking.at_best", price=yen(best))
        if sure is not None and best is not None and best < sure
        else "",
        level=words.words(
            "compare.risk", level=words.words(f"ranking.level_{one.risk.level.value}"), number=one.risk.number
        ),
        level_state=_STATES[one.risk.level],
        risk=words.words("ranking.comma").join(usual),
        shop=say.shop(one, locale),
        title=offer.title,
        url=offer.url if offer.url.startswith(("https://", "http://")) else "",
        state=f"{condition} · {stock}",
        seen=words.words("compare.seen", day=offer.seen_on) if offer.seen_on else "",
        lines=tuple(_line(line, words) for line in price.lines),
        odd_price=(*odd, *([words.words("ranking.premium", amount=yen(one.premium))] if one.premium else ())),
        abroad=tuple(say.warning(code, locale) for code in one.price.warnings),
        notes=(*likeness, *words.problems(found for found in one.problems if found.code != _NO_RATE)),
        no_rate=tuple(found.detail for found in one.problems if found.code == _NO_RATE),
        is_buy=is_buy,
        spark=sparks.get(offer.url),
        stores=stock_page_of(offer.url),
    )


def _line(line: Line, words: Words) -> LineView:
    notes = [say.open_reason(line, words.locale)] if line.open else []
    notes += [words.words("ranking.full")] if line.full else []
    return LineView(
        say.line_name(line, words.locale),
        say.line_amounts(line, words.locale),
        " · ".join(notes),
        grounds_of_rule(line.rule, words) if line.rule else None,
    )
