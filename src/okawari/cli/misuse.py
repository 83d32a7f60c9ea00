"""What is wrong with a command line, in one line and in the language that was asked for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

import typer

from okawari.cli.words import language, unusable
from okawari.errors import UnusableInputError
from okawari.i18n import LOCALES

USAGE_ERROR: type[Any] = typer.BadParameter.__mro__[1]
"""What the parser raises; Typer hands on only this one of its children."""
_HELP = "NoArgsIsHelpError"
_BOUND = re.compile(r"(greater|less) than or equal to (\d+)")
_LANGUAGE = re.compile(rf"--lang=({'|'.join(LOCALES)})")


def language_in(args: Sequence[str]) -> str:
    """Return the language that a command line asks for, that of the settings where it asks for none."""
    joined = " ".join(args).replace("--lang ", "--lang=")
    found = _LANGUAGE.search(joined)
    return found[1] if found else language()


def misuse(error: Any, command: str, locale: str) -> UnusableInputError | None:
    """Return what a usage error of a command means, None where it only shows the help."""
    kind = type(error).__name__
    if kind == _HELP:
        return None
    command = error.ctx.command_path if error.ctx else command
    match kind:
        case "MissingParameter":
            return unusable("misuse_missing", command, locale, name=_name(error.param), command=command)
        case "NoSuchOption":
            return unusable("misuse_option", command, locale, name=error.option_name, command=command)
        case "BadParameter":
            bound = _BOUND.search(error.message)
            if bound:
                entry = "misuse_least" if bound[1] == "greater" else "misuse_most"
                return unusable(entry, command, locale, name=_name(error.param), command=command, bound=bound[2])
            return unusable("misuse_value", command, locale, name=_name(error.param), command=command)
        case "BadOptionUsage":
            entry = "misuse_valueless" if "requires" in error.message else "misuse_valued"
            return unusable(entry, command, locale, name=error.option_name, command=command)
    extra = re.search(r"\(([^()]*)\)$", error.message)
    return unusable("misuse_extra", command, locale, name=extra[1] if extra else error.message, command=command)


def _name(param: Any) -> str:
    if param is None:
        return "?"
    return str(next((one for one in param.opts if one.startswith("--")), param.metavar or param.name.upper()))
