"""`okawari serve`."""

from __future__ import annotations

from typing import Annotated

import typer

from okawari.i18n import text

Host = Annotated[str, typer.Option("--host", metavar="ADDRESS", help="Loopback address to listen on")]
Port = Annotated[int, typer.Option("--port", help="Port to listen on; the next free one where it is taken")]


def serve(*, host: Host = "", port: Port = 0) -> None:
    """Show the pages in a browser on this machine."""
    from okawari.settings import read_settings
    from okawari.web.app import create_app
    from okawari.web.serving import listen
    from okawari.web.serving import serve as serve_pages
    from okawari.wiring import household

    chosen = read_settings()
    listener = listen(host or chosen.host, port or chosen.port)
    kept = household(chosen)
    serve_pages(
        listener,
        lambda hosts: create_app(kept, hosts, language_shown=chosen.language),
        lambda: typer.echo(text("serving.listening", chosen.language).format(url=listener.url), err=True),
    )
