"""The five questions: where, sold by whom, what happened and when, how paid, how much."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass

import typer

from okawari.cli import options
from okawari.cli.words import unusable, words
from okawari.domain.payment import METHODS
from okawari.domain.refund import Asked
from okawari.domain.told import Happened, Told
from okawari.i18n import text
from okawari.services.shops import merchant_called

_LEADING_METHODS = METHODS[:6]


@dataclass(frozen=True, slots=True, kw_only=True)
class Answers:
    """The answers as they were typed; "" where the person said nothing."""

    shop: str = ""
    sold_by: str = ""
    what: str = ""
    when: str = ""
    amount: str = ""
    title: str = ""
    order: str = ""
    paid_by: Sequence[str] = ()


def told(answers: Answers, asked: Asked, locale: str) -> Told:
    """Return the story that the answers tell; UnusableInputError names the first that cannot be understood."""
    if not answers.shop:
        raise unusable("no_shop", "--shop", locale)
    if answers.what not in set(Happened):
        raise unusable("unknown_what", "--what", locale, given=answers.what, known=", ".join(Happened))
    merchant = merchant_called(answers.shop)
    currency = merchant.currency if merchant else "JPY"
    return Told(
        merchant=merchant.id if merchant else None,
        happened=Happened(answers.what),
        on=options.day(answers.when, "--when", locale) if answers.when else asked.on,
        seller=answers.sold_by,
        paid_by=asked.paid_by,
        captured=asked.captured,
        total=options.amount(answers.amount, "--amount", currency, locale),
        order=answers.order,
        item=answers.title,
    )


def ask(locale: str) -> Answers:
    """Ask the five questions on the terminal; an empty answer is "I do not know"."""
    shop = _prompt("ask_shop", locale)
    sold_by = _prompt("ask_sold_by", locale)
    what = _choose("ask_what", [(one.value, words(f"happened_{one.value}", locale)) for one in Happened], locale)
    when = _prompt("ask_when", locale)
    methods = [(method, text(f"payments.{method}", locale)) for method in _LEADING_METHODS]
    paid_by = _choose("ask_paid_by", methods, locale)
    return Answers(
        shop=shop,
        sold_by=sold_by,
        what=what,
        when=when,
        amount=_prompt("ask_amount", locale),
        title=_prompt("ask_title", locale),
        paid_by=[one.strip() for one in paid_by.split(",") if one.strip()],
    )


def _prompt(entry: str, locale: str) -> str:
    """Ask on standard error: standard output is for the document alone."""
    typer.echo(f"{words(entry, locale)}: ", nl=False, err=True)
    return sys.stdin.readline().strip()


def _choose(entry: str, choices: Sequence[tuple[str, str]], locale: str) -> str:
    """Return the value of the number that was typed, or the answer itself."""
    for number, (_, label) in enumerate(choices, 1):
        typer.echo(f"  {number}. {label}", err=True)
    answer = _prompt(entry, locale)
    if answer.isascii() and answer.isdigit() and 1 <= int(answer[:3]) <= len(choices):
        return choices[int(answer) - 1][0]
    return answer
