"""The `okawari` command."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable
from typing import Any

import typer
from typer.core import TyperGroup

from okawari.cli.alerts import app as alerts
from okawari.cli.backup import backup, restore
from okawari.cli.cases import case, cases
from okawari.cli.claim import claim
from okawari.cli.contact import contact
from okawari.cli.demo import demo
from okawari.cli.evidence import app as evidence
from okawari.cli.export import export
from okawari.cli.history import app as history
from okawari.cli.import_ import import_, read_again
from okawari.cli.key import app as key
from okawari.cli.mailbox import app as mailbox
from okawari.cli.money import calendar, due, money
from okawari.cli.offers import offers
from okawari.cli.page import page
from okawari.cli.parcel import parcel
from okawari.cli.preorder import preorder
from okawari.cli.rank import rank
from okawari.cli.read import read
from okawari.cli.record import record
from okawari.cli.redact import redact
from okawari.cli.rescue import rescue
from okawari.cli.schema import schema
from okawari.cli.seller import seller
from okawari.cli.serve import serve
from okawari.cli.statement import statement
from okawari.cli.support import support
from okawari.cli.tracking import app as tracking
from okawari.cli.watch import app as watch
from okawari.cli.words import language
from okawari.cli.work import work
from okawari.errors import UnusableInputError
from okawari.i18n import has, text

COMMANDS: tuple[tuple[str, Callable[..., None]], ...] = (
    ("rescue", rescue),
    ("read", read),
    ("export", export),
    ("import", import_),
    ("read-again", read_again),
    ("cases", cases),
    ("case", case),
    ("contact", contact),
    ("claim", claim),
    ("preorder", preorder),
    ("support", support),
    ("record", record),
    ("redact", redact),
    ("backup", backup),
    ("restore", restore),
    ("money", money),
    ("due", due),
    ("calendar", calendar),
    ("serve", serve),
    ("work", work),
    ("demo", demo),
    ("statement", statement),
    ("parcel", parcel),
    ("page", page),
    ("offers", offers),
    ("rank", rank),
    ("seller", seller),
    ("schema", schema),
)
"""Every command, in the order in which the help lists them. Their modules import what is heavy only when they run."""

UNUSABLE = 2


class OneLineErrors(TyperGroup):
    """Commands whose unusable input is told in one line on stderr, with exit code 2."""

    def invoke(self, ctx: Any) -> Any:
        """Run the command that was named."""
        try:
            return super().invoke(ctx)
        except UnusableInputError as error:
            typer.echo(" ".join(str(error).split()), err=True)
            raise typer.Exit(UNUSABLE) from None


app = typer.Typer(
    cls=OneLineErrors,
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    help=text("cli.help", language()),
)
for _name, _command in COMMANDS:
    _key = f"cli.command_{_name.replace('-', '_')}"
    app.command(_name, help=text(_key, language()) if has(_key) else None)(_command)
app.add_typer(mailbox, name="mailbox")
app.add_typer(key, name="key")
app.add_typer(tracking, name="tracking")
app.add_typer(evidence, name="evidence")
app.add_typer(watch, name="watch")
app.add_typer(alerts, name="alerts")
app.add_typer(history, name="history")


def run() -> None:
    """Run the command line; documents are UTF-8 whatever the terminal is."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")
    app()
