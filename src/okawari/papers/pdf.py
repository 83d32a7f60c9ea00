"""PDF by WeasyPrint, which fetches nothing: neither from the network nor from the disk."""

from __future__ import annotations

import io
from collections.abc import Iterable
from typing import NoReturn

from okawari.errors import PrintingError

PACKAGES = "libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"
"""The Debian packages that WeasyPrint needs."""


def pdf_of(page: str, files: Iterable[tuple[str, bytes]] = ()) -> bytes:
    """Return a page as PDF with files attached by their names; whatever it refers to is left out.

    PrintingError where the system lacks the libraries.
    """
    try:
        from weasyprint import HTML, Attachment
        from weasyprint.urls import URLFetcher
    except OSError:
        raise PrintingError(PACKAGES) from None

    class Refusing(URLFetcher):  # type: ignore[misc]
        def fetch(self, url: str, headers: object = None) -> NoReturn:  # noqa: ARG002 - as WeasyPrint calls it
            raise PermissionError(url)

    attached = [Attachment(file_obj=io.BytesIO(raw), name=name) for name, raw in files]
    made: bytes = HTML(string=page, url_fetcher=Refusing()).write_pdf(attachments=attached)
    return made
