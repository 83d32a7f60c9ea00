"""The options that several commands share, and what their texts mean."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from typing import Annotated

import typer

from okawari.cli.words import unusable, words
from okawari.domain.japan_time import JAPAN
from okawari.domain.money import Money
from okawari.domain.payment import KINDS, METHODS, CardCycle, PaidBy, UnknownPaymentError, parse_paid_by
from okawari.domain.plan import Plan
from okawari.domain.refund import Asked
from okawari.i18n import formats

LAST_DAY = 99
_LAST_DAY_WORDS = ("末", "月末", "末日", "end", "99")

Json = Annotated[bool, typer.Option("--json", help=words("help_json"))]
On = Annotated[str, typer.Option("--on", metavar="DATE", help=words("help_on"))]
Lang = Annotated[str, typer.Option("--lang", metavar="ja|en", help=words("help_lang"))]
PaidByOption = Annotated[
    list[str] | None, typer.Option("--paid-by", metavar="METHOD[:KIND][@EXPIRY][=AMOUNT]", help=words("help_paid_by"))
]
Order = Annotated[str, typer.Argument(metavar="ORDER", help=words("help_order"))]
Captured = Annotated[str, typer.Option("--captured", metavar="yes|no", help=words("help_captured"))]
CardClosing = Annotated[str, typer.Option("--card-closing", metavar="DAY", help=words("help_card_closing"))]
CardPayment = Annotated[str, typer.Option("--card-payment", metavar="DAY", help=words("help_card_payment"))]
Issuer = Annotated[str, typer.Option("--issuer", metavar="ISSUER", help=words("help_issuer"))]


def locale_of(lang: str) -> str:
    """Return the language to answer in; UnusableInputError for one that there is not."""
    from okawari.cli.words import language
    from okawari.i18n import LOCALES

    if lang and lang not in LOCALES:
        raise unusable("unknown_language", "--lang", given=lang)
    return lang or language()


def asked(
    locale: str,
    on: str,
    paid: Sequence[str] | None,
    *,
    captured: str,
    closing: str,
    payment: str,
    issuer: str,
) -> Asked:
    """Return what the person told by the options of a plan; UnusableInputError names the first that is not understood."""
    return Asked(
        on=today(on, locale),
        paid_by=tuple(_paid_by(text, locale) for text in paid or ()),
        captured=_captured(captured, locale),
        card=_card_cycle(closing, payment, locale),
        issuer=_issuer(issuer, locale),
    )


def _issuer(given: str, locale: str) -> str | None:
    """Return the issuer as it was given; one that no rule and no statement knows changes no day, and that is said."""
    if given:
        from okawari.services.shops import card_families

        known = sorted(card_families())
        if given not in known:
            typer.echo(words("unknown_issuer", locale, given=given[:40], known=", ".join(known)), err=True)
    return given or None


def show_plans(plans: Sequence[Plan], locale: str, *, as_json: bool) -> None:
    """Print plans as one document, or as letters."""
    if as_json:
        from okawari.cli.output import put_document
        from okawari.contract.rescue import rescue_document

        put_document(rescue_document(plans, locale))
        return
    from okawari.cli.letter import print_plan

    for plan in plans:
        print_plan(plan, locale)


def today(on: str, locale: str) -> date:
    """Return the day for which a command is asked (`--on`), and let its words be read on that day."""
    asked_for = day(on, "--on", locale)
    formats.read_on(asked_for)
    return asked_for


def day(given: str, option: str, locale: str) -> date:
    """Return the day that is meant, today in Japan where none is given."""
    if not given:
        return datetime.now(JAPAN).date()
    try:
        return date.fromisoformat(given)
    except ValueError:
        raise unusable("bad_date", option, locale, given=given) from None


def printable(given: str, longest: int) -> str:
    """Return a line of text without controls, cut to its length."""
    return "".join(char for char in given if char.isprintable()).strip()[:longest]


def amount(given: str, option: str, currency: str, locale: str, *, least: int = 0) -> Money | None:
    """Return the amount (1010, 1,010円, ¥1,010) from `least` on, None where nothing is given."""
    plain = unicodedata.normalize("NFKC", given).strip().strip("¥\\円").replace(",", "").strip()
    if not plain:
        return None
    try:
        number = Decimal(plain)
    except InvalidOperation:
        raise unusable("bad_amount", option, locale, given=given) from None
    if not number.is_finite() or number < least or abs(number.adjusted()) > 12:
        raise unusable("bad_amount", option, locale, given=given)
    return Money(number, currency)


def _captured(given: str, locale: str) -> bool | None:
    """Return whether the card was charged, None where nothing is given."""
    if not given:
        return None
    answers = {"yes": True, "no": False}
    if given not in answers:
        raise unusable("bad_captured", "--captured", locale, given=given)
    return answers[given]


def _card_cycle(closing: str, payment: str, locale: str) -> CardCycle | None:
    """Return the card's closing day and payment day, None where neither is given."""
    if not closing and not payment:
        return None
    if not closing or not payment:
        raise unusable("half_card_cycle", "--card-closing" if payment else "--card-payment", locale)
    return CardCycle(
        closing_day=_day_of_month(closing, "--card-closing", locale),
        payment_day=_day_of_month(payment, "--card-payment", locale),
    )


def _paid_by(given: str, locale: str) -> PaidBy:
    try:
        return parse_paid_by(given)
    except UnknownPaymentError:
        method = re.split("[:@=]", given.strip())[0]
        if method not in METHODS:
            return _paid_as_shops_say(given, method, locale)
        kinds = ", ".join(KINDS.get(method, ("-",)))
        raise unusable("bad_payment", "--paid-by", locale, given=given, method=method, kinds=kinds) from None


def _paid_as_shops_say(given: str, name: str, locale: str) -> PaidBy:
    """Return the way of paying by the name that shops give it, if that leaves no doubt."""
    from okawari.services.payments import named_method

    if method := named_method(name):
        return _paid_by(given.replace(name, method, 1), locale)
    alike = [one for one in METHODS if name and one.startswith(name.lower())]
    raise unusable("unknown_payment", "--paid-by", locale, given=given, methods=", ".join(alike or METHODS))


def _day_of_month(given: str, option: str, locale: str) -> int:
    plain = unicodedata.normalize("NFKC", given).strip().removesuffix("日")
    if plain in _LAST_DAY_WORDS or given in _LAST_DAY_WORDS:
        return LAST_DAY
    if plain.isascii() and plain.isdigit() and 1 <= int(plain[:3]) <= 31:
        return int(plain)
    raise unusable("bad_day_of_month", option, locale, given=given)
