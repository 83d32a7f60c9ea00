"""The sales ahead as a page shows them."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlencode

from okawari.domain.sales import SaleState
from okawari.i18n import sales as say
from okawari.services.sales import Sales
from okawari.web.views.grounds import GroundsView, grounds_of_rule
from okawari.web.words import Words


@dataclass(frozen=True, slots=True)
class SaleView:
    """One sale: its name, when it is, the grounds of its rule, and the address of a watch about the moment it begins."""

    name: str
    when: str
    grounds: GroundsView | None
    watch: str


@dataclass(frozen=True, slots=True)
class SalesView:
    """The sales with days, those without, and what to do."""

    dated: tuple[SaleView, ...]
    open: tuple[SaleView, ...]
    moves: tuple[str, ...]


def sale_views(found: Sales, url: str, words: Words) -> SalesView:
    """Return the sales in the reader's language; `url` is the page that a watch would look at."""
    views: dict[bool, list[SaleView]] = {True: [], False: []}
    for one in found.sales:
        asked = {"burst": f"{one.opens:%Y-%m-%dT%H:%M}"} if one.opens else {}
        watch = f"/watches?{urlencode(asked | ({'url': url} if url else {}))}#new" if asked else ""
        grounds = grounds_of_rule(one.rule, words) if one.rule else None
        view = SaleView(say.name(one, words.locale), say.when(one, words.locale), grounds, watch)
        views[one.state in {SaleState.RUNNING, SaleState.COMING}].append(view)
    moves = tuple(words.words(f"sales.move_{move}") for move in say.MOVES)
    return SalesView(tuple(views[True]), tuple(views[False]), moves)
