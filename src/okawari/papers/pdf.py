"""PDF by WeasyPrint, which fetches nothing: neither from the network nor from the disk."""

from __future__ import annotations

from typing import NoReturn

from okawari.errors import PrintingError

PACKAGES = "libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"
"""The Debian packages that WeasyPrint needs."""


def pdf_of(page: str) -> bytes:
    """Return a page as PDF; whatever it refers to is left out. PrintingError where the system lacks the libraries."""
    try:
        from weasyprint import HTML
        from weasyprint.urls import URLFetcher
    except OSError:
        raise PrintingError(PACKAGES) from None

    class Refusing(URLFetcher):  # type: ignore[misc]
        def fetch(self, url: str, headers: object = None) -> NoReturn:  # noqa: ARG002 - as WeasyPrint calls it
            raise PermissionError(url)

    made: bytes = HTML(string=page, url_fetcher=Refusing()).write_pdf()
    return made
