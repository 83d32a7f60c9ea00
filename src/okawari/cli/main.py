"""The `okawari` command."""

from __future__ import annotations

import json
import sys
from datetime import date
from typing import Annotated

import typer

from okawari.cli.cases import case, cases
from okawari.cli.import_ import import_, read_again
from okawari.cli.serve import serve
from okawari.contract.documents import read_document, rescue_document
from okawari.domain.facts import facts_of
from okawari.domain.judge import Trust
from okawari.domain.message import MessageReading
from okawari.domain.payment import parse_paid_by
from okawari.domain.refund import Asked
from okawari.errors import UnusableInputError
from okawari.services.read import read_paths
from okawari.services.rescue import plan_facts

app = typer.Typer(no_args_is_help=True, add_completion=False)


@app.command()
def read(paths: list[str], *, as_json: Annotated[bool, typer.Option("--json")] = False) -> None:
    """Read mails and say what they are."""
    readings = [r for r in read_paths(paths, Trust()) if isinstance(r, MessageReading)]
    typer.echo(json.dumps(read_document(readings), ensure_ascii=False, indent=None if as_json else 2))


@app.command()
def rescue(
    paths: list[str],
    *,
    paid_by: Annotated[list[str] | None, typer.Option("--paid-by")] = None,
    on: str = "",
    as_json: Annotated[bool, typer.Option("--json")] = False,
) -> None:
    """Read mails and plan what to do."""
    readings = [r for r in read_paths(paths, Trust()) if isinstance(r, MessageReading)]
    day = date.fromisoformat(on) if on else date.today()
    asked = Asked(on=day, paid_by=tuple(parse_paid_by(text) for text in paid_by or ()))
    plans = plan_facts([fact for reading in readings for fact in facts_of(reading)], asked)
    typer.echo(json.dumps(rescue_document(plans, "ja"), ensure_ascii=False, indent=None if as_json else 2))


app.command("import")(import_)
app.command("read-again")(read_again)
app.command()(cases)
app.command()(case)
app.command()(serve)


def run() -> None:
    """Run the command line; unusable input is one line on stderr and exit code 2."""
    try:
        app()
    except UnusableInputError as error:
        typer.echo(str(error), err=True)
        sys.exit(2)
