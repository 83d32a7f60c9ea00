"""`okawari serve`: the pages, for a browser on this machine."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Annotated

import typer

from okawari.cli.words import words

if TYPE_CHECKING:  # the command line starts without what only one command needs
    from okawari.services.household import Household
    from okawari.services.work import Background
    from okawari.settings import Settings
    from okawari.web.serving import Listener

Host = Annotated[str, typer.Option("--host", metavar="ADDRESS", help=words("help_host"))]
Port = Annotated[
    int, typer.Option("--port", metavar="PORT", help=words("help_port"), show_default=False, min=0, max=65535)
]


NoWorker = Annotated[bool, typer.Option("--no-worker", help=words("help_no_worker"))]


def serve(*, host: Host = "", port: Port = 0, no_worker: NoWorker = False) -> None:
    """Show the pages over what is kept, and do what is asked of the background on the way."""
    from okawari.cli.watch import opened
    from okawari.services.rounds import look_in_background
    from okawari.services.work import Background
    from okawari.settings import read_settings
    from okawari.wiring import jobs, mail_access, uploads, worker

    settings = read_settings()
    listener = listen_at(host, port, settings)
    access, handed_in = mail_access(settings), jobs(settings)
    doing = None if no_worker else worker(settings, access, "web", handed_in)
    if doing:
        doing.start()
        look_in_background(opened(settings.language))
    background = Background(access, handed_in, uploads(settings))
    show_pages(access.household, listener, settings, background=background)
    if doing:
        doing.stop()


def listen_at(host: str, port: int, settings: Settings) -> Listener:
    """Return a listener at the address given, else at that of the settings; UnusableInputError where others reach it."""
    from okawari.web.serving import listen

    return listen(host or settings.host, port or settings.port, settings.language)


def show_pages(
    household: Household,
    listener: Listener,
    settings: Settings,
    *,
    now: Callable[[], datetime] = lambda: datetime.now(UTC),
    demo: bool = False,
    background: Background | None = None,
) -> None:
    """Serve the pages until Ctrl-C, and say where they are."""
    from okawari.web.app import create_app
    from okawari.web.serving import serve as serve_pages
    from okawari.wiring import price_access, tracking_access

    app = create_app(
        household,
        listener.hosts,
        language_shown=settings.language,
        now=now,
        demo=demo,
        background=background,
        prices=None if demo else price_access(settings, household.store),
        tracking=None if demo else tracking_access(settings, household.store),
        profile=settings.profile(),
        proxy=settings.proxy,
    )
    typer.echo(words("listening", settings.language, url=listener.url), err=True)
    serve_pages(app, listener)
