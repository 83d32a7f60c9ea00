"""`okawari schema`."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from okawari.cli.words import unusable, words


def schema(name: Annotated[str, typer.Argument(metavar="NAME", help=words("help_schema_name"))]) -> None:
    """Print the JSON Schema of a command's document."""
    from okawari.contract.schemas import NAMES, schema_text

    if name not in NAMES:
        raise unusable("unknown_schema", name, known=", ".join(NAMES))
    sys.stdout.write(schema_text(name))
