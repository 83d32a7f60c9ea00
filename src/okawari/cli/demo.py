"""`okawari demo`: the pages over a made-up mailbox, and one of its plans in the terminal."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, time
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from okawari.cli.options import On, day
from okawari.cli.serve import Host, Port, listen_at, show_pages
from okawari.cli.words import words

if TYPE_CHECKING:  # the command line starts without what only one command needs
    from okawari.services.household import Household
    from okawari.settings import Settings

NoServe = Annotated[bool, typer.Option("--no-serve", help=words("help_no_serve"))]


def demo(*, host: Host = "", port: Port = 0, on: On = "", no_serve: NoServe = False) -> None:
    """Show a made-up mailbox in a database of its own, which is deleted at the end; what the person keeps is not touched."""
    from okawari.settings import read_settings
    from okawari.wiring import household

    settings = read_settings()
    now = _clock(on, settings)
    listener = None if no_serve else listen_at(host, port, settings)
    with tempfile.TemporaryDirectory(prefix="okawari-demo-") as folder:
        own = replace(settings, data_dir=Path(folder), database_url="")
        sample = household(own)
        try:
            _tell(sample, now(), settings)
            if listener:
                show_pages(sample, listener, own, now=now, demo=True)
        finally:
            sample.store.close()


def _tell(sample: Household, now: datetime, settings: Settings) -> None:
    from okawari.cli.letter import print_plan
    from okawari.domain.japan_time import japan_day
    from okawari.domain.refund import Asked
    from okawari.sandbox.answers import FIRST_SHOWN
    from okawari.sandbox.opening import open_demo
    from okawari.services.cases import get_case

    open_demo(sample, now)
    (plan,) = get_case(sample.store, FIRST_SHOWN, Asked(on=japan_day(now)))
    print_plan(plan, settings.language)
    typer.echo("")


def _clock(on: str, settings: Settings) -> Callable[[], datetime]:
    """Return today's clock, or one that stands still at noon of the day of the story."""
    from okawari.domain.japan_time import JAPAN

    if not on:
        return lambda: datetime.now(UTC)
    noon = datetime.combine(day(on, "--on", settings.language), time(12), JAPAN)
    return lambda: noon
