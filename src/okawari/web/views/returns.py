"""The page of money: sums, and each share with the day on which it is expected."""

from __future__ import annotations

from dataclasses import dataclass

from okawari.domain.returns import Return, Returns, Sum
from okawari.web.paths import case_path
from okawari.web.views.money import AnswersView, answers_view, look_shown, method_shown
from okawari.web.views.state import State, state_of_leg
from okawari.web.views.story import StoryView, story_view
from okawari.web.words import Words


@dataclass(frozen=True, slots=True)
class SumView:
    """A sum under its name: amounts by currency, how many shares, how many of them without a known amount ("")."""

    name: str
    amount: str
    count: str
    open: str


@dataclass(frozen=True, slots=True)
class ReturnView:
    """One share of one order's money, leading to the order's page; `action` is where its answers go. `said_back`: the shop says that it is there."""

    path: str
    action: str
    answers: AnswersView
    state: State
    what: str
    shop: str
    method: str
    amount: str
    on: str
    left: str
    look: str
    said_back: bool
    picture: StoryView | None


@dataclass(frozen=True, slots=True)
class ReturnsView:
    """Everything that the page of money shows."""

    owed: SumView | None
    standings: tuple[SumView, ...]
    methods: tuple[SumView, ...]
    months: tuple[SumView, ...]
    all: tuple[ReturnView, ...]


def returns_view(returns: Returns, words: Words) -> ReturnsView:
    """Return the page of all money."""
    return ReturnsView(
        owed=_sum(returns.owed, words.words("money.owed"), words) if returns.owed.count else None,
        standings=tuple(_sum(one, words.words(f"money.standing_{one.name}"), words) for one in returns.by_standing),
        methods=tuple(_sum(one, _method(one.name, words), words) for one in returns.by_method),
        months=tuple(_sum(one, _month(one.name, words), words) for one in returns.by_month),
        all=tuple(_return(one, words) for one in returns.all),
    )


def _sum(one: Sum, name: str, words: Words) -> SumView:
    amounts = words("comma").join(words.money(amount) for amount in one.amounts)
    return SumView(
        name=name,
        amount=amounts or words("amount_unknown"),
        count=words.words("money.count", count=one.count),
        open=words.words("money.open", open=one.open) if one.open and one.amounts else "",
    )


def _method(name: str, words: Words) -> str:
    return words("paid_unknown") if name == "unknown" else words.method(name)


def _month(name: str, words: Words) -> str:
    year, _, month = name.partition("-")
    return words.words("money.month", year=year, month=str(int(month))) if month else words.words("money.month_unknown")


def _return(one: Return, words: Words) -> ReturnView:
    case = one.plan.case
    return ReturnView(
        path=case_path(case.merchant, case.order) + "#money",
        action=case_path(case.merchant, case.order),
        answers=answers_view(one.leg, words),
        state=state_of_leg(one.leg, words.today),
        what=words.things(case.cancelled_items or case.items),
        shop=words.shop(case.merchant),
        method=method_shown(one.leg, words),
        amount=words.money(one.leg.amount) if one.leg.amount else words("amount_unknown"),
        on=words.day(one.on) if one.on else words("when_unknown"),
        left=words.left(one.on) if one.on and not one.leg.seen and not one.leg.said_back else "",
        look=look_shown(one.leg, words),
        said_back=one.leg.said_back is not None,
        picture=story_view(case, (one.leg,), words),
    )
