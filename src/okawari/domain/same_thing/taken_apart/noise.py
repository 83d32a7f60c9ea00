"""What of a run of Japanese tells nothing, and what sets sisters apart within one."""

from __future__ import annotations

import re
from typing import Final

from okawari.domain.same_thing.vocabulary import words
from okawari.domain.same_thing.vocabulary.idle import NOISE

KIND_NAMES: Final = re.compile("|".join(words.longest_first(words.KIND_OF)))
FOUND_WITHIN: Final = (
    (
        "choice",
        words.longest_first(
            {word for choice in words.CHOICES for word in choice} - words.VOLUMES.keys() - words.THICKNESSES
        ),
    ),
    ("edition", words.longest_first(words.EDITIONS)),
    ("line", words.longest_first(words.LINES)),
)
HOLDS_ONE: Final = re.compile("|".join(word for _, listed in FOUND_WITHIN for word in listed))
"""Tells in one look whether a run holds any of them, as few do."""
_NOISE_FROM: Final = {
    first: tuple(word for word in NOISE if word[0] == first) for first in dict.fromkeys(word[0] for word in NOISE)
}
"""What tells nothing by its first sign, the longest first: one look for each sign of a run, however many words there are."""
_USED_FOR: Final = "用"
"""What ends a word also where another one follows (床用樹脂ワックス)."""
_PARTICLES: Final = ("の", "を")
_HELD: Final = re.compile(
    "|".join(word for _, listed in FOUND_WITHIN for word in listed if len(word) > 1 and not "ァ" <= word[0] <= "ー")
)
"""What sets sisters apart, also within words that would tell nothing (電子書籍版)."""


def without_noise(token: str) -> str:
    """Return what is left of a run of Japanese; of katakana, whose words have no gaps, all or nothing (マインクラフト)."""
    if "ァ" <= token[:1] <= "ー":
        return token
    left = ""
    at = 0
    while at < len(token):
        noise = _noise_at(token, at)
        if len(noise) == 1 and noise != _USED_FOR and token[at + 1 :] and not _noise_at(token, at + 1):
            noise = ""  # One sign amid a run is a part of a word more often than a word (鮮度, 付録).
        left += "" if noise else token[at]
        at += len(noise) or 1
    # What joined the rest to a word that tells nothing tells nothing either (トイレの消臭力).
    is_joint = left[:1] in _PARTICLES and len(token) > 1 and (left[0] != token[0] or _noise_at(token, 1))
    return left[1:] if is_joint else left


def _noise_at(token: str, at: int) -> str:
    return next((word for word in _NOISE_FROM.get(token[at], ()) if token.startswith(word, at)), "")


def as_noise(token: str) -> tuple[str, ...] | None:
    """Return the words that tell nothing and make up a whole run of Japanese, None where something is left."""
    kind = KIND_NAMES.search(token)
    if _HELD.search(token) or (kind and not "ァ" <= kind[0][0] <= "ー"):
        return None
    reached: dict[int, tuple[str, ...]] = {0: ()}
    for at in range(len(token)):
        if at in reached:
            for word in _NOISE_FROM.get(token[at], ()):
                if token.startswith(word, at):
                    reached.setdefault(at + len(word), (*reached[at], word))
    return reached.get(len(token))
