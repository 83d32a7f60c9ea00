"""How a page was read, in words: the way in which a thing was found, and where it stands."""

from __future__ import annotations

from okawari.domain.offer import Ground
from okawari.i18n import has, text


def way_read(ground: Ground, locale: str) -> str:
    """Return in which way a page told a thing; of a shop's own layout with its name."""
    way, _, site = ground.rule.partition(".")
    key = f"pages.way_{way}"
    return text(key, locale).format(site=site) if has(key) else ground.rule


def place_read(ground: Ground, locale: str) -> str:
    """Return where a thing stands in a page: in words, or as a selector of its node."""
    key = f"pages.place_{ground.node.replace(' ', '_')}"
    return text(key, locale) if has(key) else ground.node


def ground_text(ground: Ground, locale: str) -> str:
    """Return the words that say something of a page, with how they were read and where they stand."""
    return text("pages.ground", locale).format(
        said=ground.text, way=way_read(ground, locale), place=place_read(ground, locale)
    )
