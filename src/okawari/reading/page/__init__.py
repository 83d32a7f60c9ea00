"""A product page's offer from its bytes: what is for sale, at which price, whether it can be had, and why we say so."""

from __future__ import annotations

from okawari.reading.page.reader import read_page

__all__ = ["read_page"]
