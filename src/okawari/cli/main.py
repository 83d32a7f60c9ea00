"""The `okawari` command."""

from __future__ import annotations

import io
import sys
from difflib import get_close_matches
from importlib import import_module
from typing import Any

import typer
from typer.core import TyperGroup
from typer.main import get_group

from okawari.cli.misuse import USAGE_ERROR, language_in, misuse
from okawari.cli.no_room import no_room
from okawari.cli.words import language, unusable
from okawari.cycles import look_seldom
from okawari.errors import UnusableInputError
from okawari.i18n import text

COMMANDS = {
    "rescue": ("rescue", "rescue"),
    "read": ("read", "read"),
    "export": ("export", "export"),
    "import": ("import_", "import_"),
    "read-again": ("import_", "read_again"),
    "cases": ("cases", "cases"),
    "case": ("cases", "case"),
    "answer": ("answer", "answer"),
    "contact": ("contact", "contact"),
    "substitute": ("substitute", "substitute"),
    "condition": ("condition", "condition"),
    "claim": ("claim", "claim"),
    "preorder": ("preorder", "preorder"),
    "support": ("support", "support"),
    "record": ("record", "record"),
    "redact": ("redact", "redact"),
    "backup": ("backup", "backup"),
    "restore": ("backup", "restore"),
    "money": ("money", "money"),
    "due": ("money", "due"),
    "calendar": ("money", "calendar"),
    "serve": ("serve", "serve"),
    "work": ("work", "work"),
    "demo": ("demo", "demo"),
    "statement": ("statement", "statement"),
    "parcel": ("parcel", "parcel"),
    "page": ("page", "page"),
    "offers": ("offers", "offers"),
    "rank": ("rank", "rank"),
    "seller": ("seller", "seller"),
    "sales": ("sales", "sales"),
    "schema": ("schema", "schema"),
    "mailbox": ("mailbox", "app"),
    "key": ("key", "app"),
    "tracking": ("tracking", "app"),
    "evidence": ("evidence", "app"),
    "watch": ("seek", "app"),
    "alerts": ("alerts", "app"),
    "history": ("history", "app"),
}
"""Every command, in the order in which the help lists them: the module of this package that holds it, and its name there.

Only the command that is asked for is imported."""

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
            names = self.list_commands(ctx)
            near = ", ".join(get_close_matches(args[0], names)) or ", ".join(names)
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
            from okawari.cli.output import let_go

            let_go()
            raise _told(full) from None


def _told(error: Exception) -> Exception:
    """Return what ends the command: what is unusable is told now, anything else tells itself."""
    if not isinstance(error, UnusableInputError):
        return error
    typer.echo(" ".join(str(error).split()), err=True)
    return typer.Exit(UNUSABLE)


class Commands(OneLineErrors):
    """The commands of `COMMANDS`, each imported when it is asked for."""

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ARG002 - Typer calls it so
        """Return the names of all commands, in the order of the help."""
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """Return a command by its name, None where there is none."""
        if cmd_name in COMMANDS and cmd_name not in self.commands:
            self.commands[cmd_name] = _loaded(cmd_name)
        return super().get_command(ctx, cmd_name)


def _loaded(name: str) -> Any:
    module, attribute = COMMANDS[name]
    found = getattr(import_module(f"okawari.cli.{module}"), attribute)
    alone = typer.Typer(rich_markup_mode=None)
    if isinstance(found, typer.Typer):
        alone.add_typer(found, name=name, cls=OneLineErrors)
    else:
        alone.command(name, help=text(f"cli.command_{name.replace('-', '_')}", language()))(found)
    return get_group(alone).commands[name]


app = typer.Typer(
    cls=Commands,
    callback=lambda: None,
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    help=text("cli.help", language()),
)


def run() -> None:
    """Run the command line; documents are UTF-8 whatever the terminal is."""
    look_seldom()
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")
    app()
