"""One case as its page shows it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from urllib.parse import urlsplit

from okawari.domain.authenticity import ADVICE, Authenticity, Verdict
from okawari.domain.case import CaseState, TimelineEntry
from okawari.domain.condition import Benefit, benefit_named
from okawari.domain.contact import Party
from okawari.domain.happened import happened
from okawari.domain.identifiers import identifiers
from okawari.domain.message import Item
from okawari.domain.money import total
from okawari.domain.phrase import phrase
from okawari.domain.plan import Deadline, Plan, SearchLink, Step
from okawari.domain.statement import LineKind, Witness
from okawari.domain.told import is_stand_in
from okawari.i18n import has
from okawari.web.paths import compare_path
from okawari.web.views.grounds import GroundsView, grounds_of_rule
from okawari.web.views.money import LegView, leg_views
from okawari.web.views.state import State, state_of_day
from okawari.web.views.story import StoryView, story_view
from okawari.web.words import Words

_WAITING = frozenset({CaseState.CANCELLED, CaseState.REFUND_PENDING})


@dataclass(frozen=True, slots=True)
class VerdictView:
    """Whether the mails are genuine: the verdict's code, what it means in a sentence, and its reasons.

    `own_file`: there is no mail, but a file that the person fetched from the shop.
    """

    verdict: str
    reasons: tuple[str, ...]
    own_file: bool = False


@dataclass(frozen=True, slots=True)
class Button:
    """Where a step's button leads: into this page, or to the shop's own order history (then `host` is shown)."""

    target: str
    label: str
    host: str


@dataclass(frozen=True, slots=True)
class StepView:
    """One thing to do, from when ("": now), with words to send and the rule behind it; `id` is unique on the page."""

    id: str
    text: str
    on: str
    button: Button | None
    draft: str
    draft_to: str
    grounds: GroundsView | None


@dataclass(frozen=True, slots=True)
class DayView:
    """A day that matters."""

    what: str
    on: str
    left: str
    state: State
    grounds: GroundsView | None


@dataclass(frozen=True, slots=True)
class SearchView:
    """A prefilled search in another mall, and the host that it opens."""

    mall: str
    url: str
    host: str
    by: str


@dataclass(frozen=True, slots=True)
class EntryView:
    """One line of the timeline, with the mail it comes from."""

    at: str
    what: str
    believed: bool
    evidence: str


@dataclass(frozen=True, slots=True)
class ContactView:
    """One contact: the name by which it is deleted, when, with whom, and what was said."""

    name: str
    at: str
    who: str
    said: str


@dataclass(frozen=True, slots=True)
class WitnessView:
    """A line of a statement that names the order; `doubt` says why a refund on it does not settle the case, or ""."""

    on: str
    text: str
    state: State
    doubt: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseView:
    """Everything that the page of a case shows, in the reader's words."""

    merchant: str | None
    order: str
    order_shown: str
    other_orders: tuple[str, ...]
    shop: str
    title: str
    phishing: bool
    verdict: VerdictView
    happened: str
    wording: str
    candidates: tuple[str, ...]
    amount_due: str
    main: StepView | None
    steps: tuple[StepView, ...]
    later: tuple[StepView, ...]
    legs: tuple[LegView, ...]
    lost: tuple[str, ...]
    unaffected: tuple[str, ...]
    waits_for_money: bool
    witnesses: tuple[WitnessView, ...]
    days: tuple[DayView, ...]
    next_day: str
    elsewhere: tuple[tuple[str, tuple[SearchView, ...]], ...]
    compare: tuple[tuple[str, str], ...]
    timeline: tuple[EntryView, ...]
    unknowns: tuple[str, ...]
    problems: tuple[str, ...]
    conflicts: tuple[GroundsView, ...]
    picture: StoryView | None
    contacts: tuple[ContactView, ...]
    may_be_offered_another: bool
    benefits: tuple[tuple[str, str], ...]
    conditions: tuple[tuple[str, str, str], ...]
    parties: tuple[tuple[str, str], ...]


def case_view(plan: Plan, words: Words) -> CaseView:
    """Return the page of a plan."""
    case = plan.case
    steps = [_step(number, step, plan, words) for number, step in enumerate(plan.steps, 1)]
    legs = leg_views(plan, words)
    days = _days(plan, words)
    due = case.amount_due or total([leg.amount for leg in plan.refunds if leg.amount])
    return CaseView(
        merchant=case.merchant,
        order=case.order,
        order_shown="" if is_stand_in(case.order) else case.order,
        other_orders=case.other_orders,
        shop=words.shop(case.merchant),
        title=words.things(case.cancelled_items or case.items),
        phishing=case.authenticity.verdict is Verdict.PHISHING,
        verdict=verdict_view(case.authenticity, words, steps_follow=True),
        happened=words.say(happened(plan, words.shop_named(case.merchant))),
        wording=plan.cause.wording,
        candidates=tuple(words.say(candidate.why) for candidate in plan.cause.candidates),
        amount_due=words.money(due) if due else "",
        main=steps[0] if steps else None,
        steps=tuple(step for step in steps[1:] if not step.on),
        later=tuple(step for step in steps[1:] if step.on),
        legs=legs,
        witnesses=tuple(_witness(witness, case.state, words) for witness in case.witnesses),
        waits_for_money=case.state in _WAITING and any(leg.returns for leg in legs),
        lost=tuple(words.say(lost) for lost in plan.lost),
        unaffected=tuple(words.say(one) for one in plan.unaffected),
        days=days,
        next_day=next(
            (words("day_and_left", day=one.on, left=one.left) for one in days if one.state != State.DONE), ""
        ),
        elsewhere=_elsewhere(plan.elsewhere, words),
        compare=_compare(plan),
        timeline=tuple(_entry(entry, words) for entry in case.timeline),
        unknowns=tuple(words.say(unknown) for unknown in plan.unknowns),
        problems=words.problems(case.problems),
        conflicts=tuple(card for conflict in plan.conflicts if (card := grounds_of_rule(conflict, words))),
        picture=None if case.authenticity.verdict is Verdict.PHISHING else story_view(case, plan.refunds, words),
        contacts=tuple(
            ContactView(one.name, words.told(one.at), words.words(f"contacts.with_{one.party}"), one.said)
            for one in case.contacts
        ),
        may_be_offered_another=case.cancelled_at is None and case.shipped_at is None and not case.refunds,
        benefits=tuple((one.value, words.words(f"refunds.benefit_{one}")) for one in Benefit)
        if case.cancelled_at
        else (),
        conditions=tuple((one.benefit.value, one.name, words.say(benefit_named(one))) for one in case.conditions),
        parties=tuple((party.value, words.words(f"contacts.with_{party}")) for party in Party),
    )


def verdict_view(judged: Authenticity, words: Words, *, steps_follow: bool = False) -> VerdictView:
    """Return a verdict with its reasons; what to do about it is left out where steps say the same."""
    reasons = (
        words.say(phrase(f"authenticity.{reason.code}", detail=reason.detail))
        for reason in judged.reasons
        if has(f"authenticity.{reason.code}") and not (steps_follow and reason.code in ADVICE)
    )
    return VerdictView(judged.verdict.value, tuple(dict.fromkeys(reasons)), judged.own_file)


def _step(number: int, step: Step, plan: Plan, words: Words) -> StepView:
    later = step.on if step.on and step.on > words.today else None
    return StepView(
        id=f"step-{number}",
        text=words.say(step.text),
        on=words("from_day", day=words.day(later), left=words.left(later)) if later else "",
        button=_button(step.code, plan, words),
        draft=words.say(step.draft.body) if step.draft else "",
        draft_to=words.known(f"cases.to_{step.draft.to}", "shop_unknown") if step.draft else "",
        grounds=grounds_of_rule(step.rule, words),
    )


def _button(code: str, plan: Plan, words: Words) -> Button | None:
    if code == "tell_payment":
        return Button("#paid", words("button_tell_payment"), "")
    merchant = words.merchants.get(plan.case.merchant or "")
    if code != "check_history" or merchant is None or not merchant.check_url:
        return None
    return Button(merchant.check_url, words("button_open_history"), urlsplit(merchant.check_url).hostname or "")


def _days(plan: Plan, words: Words) -> tuple[DayView, ...]:
    listed: dict[tuple[str, date], DayView] = {}
    for deadline in plan.deadlines:
        what = _what(deadline, plan, words)
        listed.setdefault(
            (what, deadline.on),
            DayView(
                what=what,
                on=words.day(deadline.on),
                left=words.left(deadline.on),
                state=state_of_day(deadline, words.today, waiting=plan.case.state in _WAITING),
                grounds=grounds_of_rule(deadline.rule, words),
            ),
        )
    return tuple(listed.values())


def _what(deadline: Deadline, plan: Plan, words: Words) -> str:
    """Return what a day is about, and whose share where there are several."""
    what = words.known(f"deadlines.{deadline.what}", "day_that_matters")
    meant = [
        leg
        for leg in plan.refunds
        if leg.rule == deadline.rule and deadline.on in (leg.remind_on, leg.overdue_on) and len(plan.refunds) > 1
    ]
    return words("method_of_kind", method=what, kind=words.method(meant[0].method)) if meant else what


def _witness(witness: Witness, state: CaseState, words: Words) -> WitnessView:
    line = witness.line
    certain = line.kind is not LineKind.REFUND or state is CaseState.REFUNDED
    doubt = "" if certain else words("witness_doubt")
    return WitnessView(words.day(line.on), words.say(witness.said()), State.DONE if certain else State.UNKNOWN, doubt)


def _elsewhere(links: tuple[SearchLink, ...], words: Words) -> tuple[tuple[str, tuple[SearchView, ...]], ...]:
    by_item: dict[str, list[SearchView]] = {}
    for link in links:
        host = urlsplit(link.url).hostname or ""
        by = words.known(f"web.by_{link.by}", "by_title")
        by_item.setdefault(link.item, []).append(
            SearchView(words.known(f"web.mall_{link.mall}", "shop_unknown"), link.url, host, f"{by} {link.query}")
        )
    return tuple((item, tuple(searches)) for item, searches in by_item.items())


def _compare(plan: Plan) -> tuple[tuple[str, str], ...]:
    """Return each thing to get elsewhere with the address that compares what it costs there."""
    wanted = dict.fromkeys(link.item for link in plan.elsewhere)
    items = {item.title: item for item in (*plan.case.items, *plan.case.cancelled_items)}
    return tuple((title, _compare_path(items[title])) for title in wanted if title in items)


def _compare_path(item: Item) -> str:
    number = next((one.value for one in identifiers(item.title, item.identifiers) if one.kind != "model"), "")
    paid = item.line_total or item.price
    return compare_path(item.title, number, paid.plain() if paid and paid.currency == "JPY" else "")


def _entry(entry: TimelineEntry, words: Words) -> EntryView:
    at = words.told(entry.at) if entry.at else words("day_unknown")
    return EntryView(at, words.say(entry.what), entry.believed, "" if entry.own_file else entry.evidence)
