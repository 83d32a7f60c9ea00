"""PDF by WeasyPrint, which fetches nothing: neither from the network nor from the disk."""

from __future__ import annotations

import io
from collections.abc import Iterable
from typing import Final, NoReturn

from okawari.errors import PrintingError

PACKAGES: Final = "libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"
"""The Debian packages that WeasyPrint needs."""
FONTS: Final = "fonts-noto-cjk"
"""The Debian package of a font with Japanese letters."""


def pdf_of(page: str, files: Iterable[tuple[str, bytes]] = ()) -> bytes:
    """Return a page as PDF with files attached by their names; whatever it refers to is left out.

    PrintingError where the system lacks the libraries, or a font with the letters of the page.
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
    document = HTML(string=page, url_fetcher=Refusing()).render()
    made: bytes = document.write_pdf(attachments=attached)
    if has_boxes(code for font in document.fonts.values() for code in font.missing):
        raise PrintingError(FONTS)
    return made


def has_boxes(missing: Iterable[int]) -> bool:
    """Return whether letters that every Japanese font has are among those that no font here has; others may be boxes on paper (emoji)."""
    return any(len(chr(code).encode("shift_jis", "ignore")) > 1 for code in missing)
