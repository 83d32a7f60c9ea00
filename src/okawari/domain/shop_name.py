"""Names of shops and sellers, which each page and mail writes in its own width, case and spacing."""

from __future__ import annotations

import unicodedata


def folded(name: str | None) -> str:
    """Return a name as it is compared, "" for none."""
    return "".join(unicodedata.normalize("NFKC", name or "").casefold().split())
