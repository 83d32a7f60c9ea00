"""What the verdicts on a watched page rest on, as its page shows it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from okawari.domain.offer import Availability, Ground
from okawari.i18n.grounds import place_read, way_read
from okawari.i18n.watching import seen_text, snapshot_text
from okawari.services.verdicts import KeptVerdict, key_of
from okawari.web.words import Words

_STATES = frozenset(Availability)


@dataclass(frozen=True, slots=True)
class GroundView:
    """What one thing is said by: its name, the words, the way they were read, and where they stand."""

    fact: str
    text: str
    rule: str
    node: str


@dataclass(frozen=True, slots=True, kw_only=True)
class VerdictView:
    """One verdict with its moment: its grounds, where its page can be had as text, and how large that was."""

    said: str
    grounds: tuple[GroundView, ...]
    text: str
    size: str


def verdict_views(id_: str, listed: Iterable[KeptVerdict], words: Words) -> tuple[VerdictView, ...]:
    """Return the verdicts of a watch."""
    return tuple(
        VerdictView(
            said=seen_text(one.verdict.seen, one.verdict.seen, words.locale),
            grounds=tuple(_ground(ground, words) for ground in one.verdict.why),
            text=f"/watches/{id_}/read/{key_of(one)}",
            size=snapshot_text(one.kept, one.size, words.locale),
        )
        for one in listed
    )


def _ground(ground: Ground, words: Words) -> GroundView:
    fact = words.known(f"pages.fact_{ground.fact}", "grounds")
    # Where a page marks its stock without a word, the ground is the state itself.
    said = words.words(f"pages.{ground.text}") if ground.text in _STATES else ground.text
    return GroundView(fact, said, way_read(ground, words.locale), place_read(ground, words.locale))
