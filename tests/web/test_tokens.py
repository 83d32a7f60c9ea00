"""Colours can be told from what they stand on, in light and dark (WCAG AA)."""

import re
from importlib import resources

import pytest

TOKENS = (resources.files("okawari.web") / "static" / "css" / "tokens.css").read_text(encoding="utf-8")
LIGHT, DARK = TOKENS.split("@media (prefers-color-scheme: dark)")
SCHEMES = {"light": LIGHT, "dark": DARK}
TEXT = 4.5
EDGE = 3.0
STATES = ("done", "planned", "due", "late", "unknown")
PAIRS = [
    *((ink, ground, TEXT) for ink in ("ink", "ink-soft", "accent", "late") for ground in ("ground", "paper", "sunken")),
    *((state, f"{state}-soft", TEXT) for state in STATES),
    *(("ink", f"{state}-soft", TEXT) for state in ("done", "due", "late")),
    ("on-accent", "accent", TEXT),
    ("on-accent", "accent-deep", TEXT),
    ("accent-deep", "accent-soft", TEXT),
    ("line-firm", "paper", EDGE),
    ("line-firm", "ground", EDGE),
]


def colours(scheme):
    return dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6});", SCHEMES[scheme]))


def luminance(colour):
    parts = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one, other):
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize(("ink", "ground", "least"), PAIRS)
def test_the_contrast_is_enough(scheme, ink, ground, least):
    named = colours(scheme)
    assert contrast(named[ink], named[ground]) >= least


def test_light_and_dark_name_the_same_colours():
    assert colours("light").keys() == colours("dark").keys()


def test_every_token_that_is_used_is_defined():
    folder = resources.files("okawari.web") / "static" / "css"
    used = {
        name
        for sheet in folder.iterdir()
        for name in re.findall(r"var\(--([a-z0-9-]+)\)", sheet.read_text(encoding="utf-8"))
    }
    assert used <= set(re.findall(r"--([a-z0-9-]+):", TOKENS))
