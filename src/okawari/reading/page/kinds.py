"""What a page is where it is no product's: a test for robots, a waiting line, a login, a page that is gone."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from functools import cache, lru_cache
from importlib import resources
from typing import Any, Final

from okawari.domain.offer import Ground, PageKind
from okawari.reading.literals import Guarded
from okawari.reading.page.candidate import Candidate
from okawari.reading.page.document import Document
from okawari.reading.page.lexicon import folded
from okawari.reading.page.places import NEAR_THE_TITLE
from okawari.reading.page.visible import Visible

# Letters that are looked at, and those of a ground that are shown: our own choice.
_TITLE: Final = 200
_BODY: Final = 2_000
_TEXT: Final = 160


def other_kind(
    document: Document, told: Sequence[Candidate], visible: Visible
) -> tuple[PageKind, tuple[Ground, ...]] | None:
    """Return what the page is instead of a product's, and its ground; None where nothing says so.

    Title and heading count unless the markup names a product by just these words; the text counts where nothing is for
    sale.
    """
    named = any(one.matched and one.title and (one.prices or one.availabilities) for one in told)
    if not named:
        for node, title in (("h1", document.heading), ("title", document.head_title)):
            kind = _kind_by_title(title)
            if kind:
                return kind, (Ground("page_kind", "title", node, title[:_TEXT]),)
    if not any(one.matched or one.prices for one in told) and visible.is_list:
        return PageKind.LISTING, (Ground("page_kind", "list", NEAR_THE_TITLE, " ".join(visible.lines)[:_TEXT]),)
    if any(one.prices or one.availabilities for one in told) or visible.buttons:
        return None
    text = " ".join(visible.lines)
    kind = _kind(text, "body") if len(text) <= _BODY else None
    if kind:
        return kind, (Ground("page_kind", "text", "body", text[:_TEXT]),)
    if visible.asks_password and not visible.prices and not visible.states:
        return PageKind.LOGIN, (Ground("page_kind", "form", 'input[type="password"]', ""),)
    return None


@lru_cache(1000)
def _kind_by_title(title: str) -> PageKind | None:
    """Return what a page calls itself; a page that is looked at again does so in the same words."""
    return _kind(folded(title[:_TITLE]), "title")


def _kind(text: str, where: str) -> PageKind | None:
    found = _patterns(where).search(text)
    return PageKind(str(found.lastgroup)) if found else None


@cache
def _kinds() -> list[dict[str, Any]]:
    kinds: list[dict[str, Any]] = tomllib.loads((resources.files(__package__) / "kinds.toml").read_text("utf-8"))[
        "kind"
    ]
    return kinds


@cache
def _patterns(where: str) -> Guarded:
    named = {one["name"]: "|".join(f"(?:{pattern})" for pattern in one[where]) for one in _kinds()}
    return Guarded("|".join(f"(?P<{name}>{patterns})" for name, patterns in named.items() if patterns))
