"""`okawari work`: a worker without pages."""

from __future__ import annotations

import contextlib
import signal
import threading

import typer

from okawari.cli.words import words


def work() -> None:
    """Do jobs until Ctrl-C: look after mailboxes and watched pages, and finish imports."""
    from okawari.cli.watch import opened
    from okawari.services.rounds import look_in_background
    from okawari.settings import read_settings
    from okawari.wiring import mail_access, worker

    settings = read_settings()
    doing = worker(settings, mail_access(settings), "worker")
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # so that jobs are put down orderly after a kill too
    doing.start()
    look_in_background(opened(settings.language))
    typer.echo(words("working", settings.language), err=True)
    with contextlib.suppress(KeyboardInterrupt):
        threading.Event().wait()
    doing.stop()
