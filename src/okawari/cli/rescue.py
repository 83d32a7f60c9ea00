"""`okawari rescue`: a plan from mails, or from five answers without any mail."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Annotated

import typer

from okawari.cli import options
from okawari.cli.options import Captured, CardClosing, CardPayment, Issuer, Json, Lang, On, PaidByOption, locale_of
from okawari.cli.words import unusable, words

if TYPE_CHECKING:  # the command line starts without what only one command needs
    from okawari.domain.plan import Plan
    from okawari.domain.refund import Asked
    from okawari.domain.told import Told

NEEDS_THE_PERSON, UNUSABLE = 1, 2


def rescue(
    paths: Annotated[list[str] | None, typer.Argument(metavar="[PATH…]", help=words("help_paths"))] = None,
    *,
    paid_by: PaidByOption = None,
    captured: Captured = "",
    card_closing: CardClosing = "",
    card_payment: CardPayment = "",
    issuer: Issuer = "",
    on: On = "",
    shop: Annotated[str, typer.Option("--shop", metavar="SHOP", help=words("help_shop"))] = "",
    sold_by: Annotated[str, typer.Option("--sold-by", metavar="SELLER", help=words("help_sold_by"))] = "",
    what: Annotated[str, typer.Option("--what", metavar="WHAT", help=words("help_what"))] = "",
    when: Annotated[str, typer.Option("--when", metavar="DATE", help=words("help_when"))] = "",
    amount: Annotated[str, typer.Option("--amount", metavar="AMOUNT", help=words("help_amount"))] = "",
    title: Annotated[str, typer.Option("--title", metavar="TITLE", help=words("help_title"))] = "",
    order: Annotated[str, typer.Option("--order", metavar="ORDER", help=words("help_order"))] = "",
    keep: Annotated[bool, typer.Option("--keep", help=words("help_keep"))] = False,
    lang: Lang = "",
    as_json: Json = False,
) -> None:
    """Plan what to do about an order: where the money goes and by when, what to send, where else to look."""
    from okawari.cli.answers import Answers, ask, told

    locale = locale_of(lang)
    answers = Answers(
        shop=shop, sold_by=sold_by, what=what, when=when, amount=amount, title=title, order=order, paid_by=paid_by or ()
    )
    given = any((shop, sold_by, what, when, amount, title, order))
    if not paths and not given:
        if not on_terminal():
            raise unusable("nothing_given", "", locale)
        answers = ask(locale)
    asked = options.asked(
        locale, on, answers.paid_by, captured=captured, closing=card_closing, payment=card_payment, issuer=issuer
    )
    if paths and keep:
        raise unusable("keep_mails", "--keep", locale)
    if paths and given:
        raise unusable("mail_and_answers", "", locale)
    if paths:
        plans, unreadable = _from_mails(paths, asked, locale)
    else:
        from okawari.domain.told import facts_told
        from okawari.services.rescue import plan_facts

        story = told(answers, asked, locale)
        plans, unreadable = plan_facts(facts_told(story), asked), False
        if keep:
            _keep(story)
    options.show_plans(plans, locale, as_json=as_json)
    if unreadable:
        raise typer.Exit(UNUSABLE)
    if not plans:
        typer.echo(words("no_order", locale), err=True)
    if not plans or any(needs_the_person(plan) for plan in plans):
        raise typer.Exit(NEEDS_THE_PERSON)


def _keep(story: Told) -> None:
    from okawari.services.telling import keep_told
    from okawari.settings import read_settings
    from okawari.wiring import household

    keep_told(household(read_settings()), story, datetime.now(UTC))


def on_terminal() -> bool:
    """Return whether somebody is there to answer questions."""
    return sys.stdin.isatty()


def needs_the_person(plan: Plan) -> bool:
    """Return whether the plan waits for something that only the person can tell or look up."""
    from okawari.domain.authenticity import Verdict
    from okawari.domain.case import CaseState

    open_states = {CaseState.UNKNOWN, CaseState.CONTRADICTORY}
    case = plan.case
    return bool(plan.unknowns) or case.authenticity.verdict is Verdict.PHISHING or case.state in open_states


def _from_mails(paths: Sequence[str], asked: Asked, locale: str) -> tuple[tuple[Plan, ...], bool]:
    from okawari.cli.unreadable import Readable
    from okawari.domain.facts import facts_of
    from okawari.services.read import read_paths
    from okawari.services.rescue import plan_facts
    from okawari.settings import read_settings
    from okawari.wiring import trust

    readings = Readable(read_paths(paths, trust(read_settings())), paths, locale)
    facts = [fact for reading in readings for fact in facts_of(reading)]
    return plan_facts(facts, asked), readings.unusable
