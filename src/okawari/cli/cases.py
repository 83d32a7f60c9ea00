"""`okawari cases` and `okawari case`."""

from __future__ import annotations

import json
from datetime import date
from typing import Annotated

import typer

from okawari.domain.payment import UnknownPaymentError, parse_paid_by
from okawari.domain.refund import Asked
from okawari.errors import UnusableInputError

Json = Annotated[bool, typer.Option("--json", help="Print one JSON document and nothing else")]
On = Annotated[str, typer.Option("--on", metavar="DATE", help="Plan as of this day instead of today")]


def cases(*, as_json: Json = False, on: On = "") -> None:
    """List the orders that kept mails speak of, the latest first."""
    from okawari.contract.kept import cases_document
    from okawari.services.cases import list_cases
    from okawari.settings import read_settings
    from okawari.wiring import open_store

    settings = read_settings()
    plans = list_cases(open_store(settings), Asked(on=_day(on)))
    if as_json:
        typer.echo(json.dumps(cases_document(plans), ensure_ascii=False))
        return
    for plan in plans:
        typer.echo(f"{plan.case.order}\t{plan.case.merchant or ''}\t{plan.case.state.value}")


def case(
    order: Annotated[str, typer.Argument(metavar="ORDER")],
    *,
    paid_by: Annotated[list[str] | None, typer.Option("--paid-by", metavar="METHOD", help="How it was paid")] = None,
    on: On = "",
    as_json: Json = False,
) -> None:
    """Show the plan of one kept order."""
    from okawari.contract.rescue import rescue_document
    from okawari.services.cases import get_case
    from okawari.settings import read_settings
    from okawari.wiring import open_store

    settings = read_settings()
    try:
        paid = tuple(parse_paid_by(text) for text in paid_by or ())
    except UnknownPaymentError as error:
        raise UnusableInputError(str(error), "--paid-by", "") from None
    plans = get_case(open_store(settings), order, Asked(on=_day(on), paid_by=paid))
    if not plans:
        raise UnusableInputError("no kept mail speaks of this order", order, "see `okawari cases`")
    document = rescue_document(plans, settings.language)
    typer.echo(json.dumps(document, ensure_ascii=False, indent=None if as_json else 2))


def _day(on: str) -> date:
    try:
        return date.fromisoformat(on) if on else date.today()
    except ValueError:
        raise UnusableInputError(f"{on!r} is no date", "--on", "write it as 2026-11-23") from None
