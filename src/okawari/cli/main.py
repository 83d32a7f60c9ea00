"""The `okawari` command."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable
from difflib import get_close_matches
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
from okawari.cli.misuse import USAGE_ERROR, language_in, misuse
from okawari.cli.money import calendar, due, money
from okawari.cli.no_room import no_room
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
from okawari.cli.words import language, unusable
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
_LOCALE = "okawari.locale"


class OneLineErrors(TyperGroup):
    """Commands whose unusable input, be it a file or the command line itself, is told in one line on stderr, with exit code 2."""

    def make_context(self, info_name: Any, args: Any, parent: Any = None, **extra: Any) -> Any:
        """Read the options of the group itself, and note the language that is asked for."""
        locale = language_in(args)
        try:
            ctx = super().make_context(info_name, args, parent, **extra)
        except USAGE_ERROR as error:
            raise _told(misuse(error, "okawari", locale) or error) from None
        ctx.meta.setdefault(_LOCALE, locale)
        return ctx

    def resolve_command(self, ctx: Any, args: Any) -> Any:
        """Find the command that was named."""
        try:
            return super().resolve_command(ctx, args)
        except USAGE_ERROR:
            near = ", ".join(get_close_matches(args[0], self.commands)) or ", ".join(self.commands)
            raise unusable("misuse_command", ctx.command_path, ctx.meta[_LOCALE], name=args[0], near=near) from None

    def invoke(self, ctx: Any) -> Any:
        """Run the command that was named."""
        try:
            return super().invoke(ctx)
        except UnusableInputError as error:
            raise _told(error) from None
        except USAGE_ERROR as error:
            command = f"{ctx.command_path} {ctx.invoked_subcommand or ''}".strip()
            raise _told(misuse(error, command, ctx.meta[_LOCALE]) or error) from None
        except Exception as error:
            full = no_room(error, ctx.meta[_LOCALE])
            if full is None:
                raise
            raise _told(full) from None


def _told(error: Exception) -> Exception:
    """Return what ends the command: what is unusable is told now, anything else tells itself."""
    if not isinstance(error, UnusableInputError):
        return error
    typer.echo(" ".join(str(error).split()), err=True)
    return typer.Exit(UNUSABLE)


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
app.add_typer(mailbox, name="mailbox", cls=OneLineErrors)
app.add_typer(key, name="key", cls=OneLineErrors)
app.add_typer(tracking, name="tracking", cls=OneLineErrors)
app.add_typer(evidence, name="evidence", cls=OneLineErrors)
app.add_typer(watch, name="watch", cls=OneLineErrors)
app.add_typer(alerts, name="alerts", cls=OneLineErrors)
app.add_typer(history, name="history", cls=OneLineErrors)


def run() -> None:
    """Run the command line; documents are UTF-8 whatever the terminal is."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")
    app()
