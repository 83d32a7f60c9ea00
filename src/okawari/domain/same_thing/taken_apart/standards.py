"""What a token tells in a form of its own that is no number and its unit: sockets, memory, shoes, lenses, oils, films."""

from __future__ import annotations

import re
from collections.abc import Callable
from fractions import Fraction
from typing import Final

_FORMS: Final[tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], str]], ...]] = (
    (re.compile(r"am\d|lga\d{4}"), lambda found: f"socket:{found[0]}"),
    # Memory keeps a standard that sets sisters apart, with its clock.
    (re.compile(r"ddr(\d)(?:-\d{4})?"), lambda found: f"ddr:{found[1]}"),
    (re.compile(r"pc(\d)l?-(\d{4,5})"), lambda found: f"bandwidth:{found[1]}-{found[2]}"),
    # With a gap before them these letters are a colour's or a number's.
    (re.compile(r"(\d{3,5})(wh|pa|pin)"), lambda found: f"{found[2]}:{found[1]}"),
    (re.compile(r"(\d{1,3}(?:\.\d)?)mp"), lambda found: f"pixels:{Fraction(found[1]) * 100}"),
    (re.compile(r"(\d\.\d{1,2})x"), lambda found: f"times:{Fraction(found[1])}"),
    (re.compile(r"([2-5])e|(e{2,4})"), lambda found: f"width:{found[1] or len(found[2])}"),
    # Less than one is measured (Q-MAX0.5).
    (re.compile(r"([a-z]-?[a-z]+)(0\.\d{1,2})"), lambda found: f"{found[1].replace('-', '')}:{Fraction(found[2])}"),
    (
        re.compile(r"(us|uk|eu)r?(\d{1,2}(?:\.5)?)|m(\d{1,2})/?w\d{1,2}"),
        lambda found: f"{found[1] or 'us'}:{Fraction(found[2] or found[3])}",
    ),
    (re.compile(r"(bc|pwr)([mp]?)(\d{1,2}\.\d{1,2})"), lambda found: f"{found[1]}{found[2]}:{Fraction(found[3])}"),
    (re.compile(r"prize-([a-z]+)"), lambda found: f"prize:{found[1]}"),
    (re.compile(r"sae(\d+w\d+)"), lambda found: f"viscosity:{found[1]}"),
    # How many lines a film has, and how many pictures a second of so many thousand.
    (re.compile(r"(480|720|1080|1440|2160)p(?:/?\d{2,3}(?:fps|p)?)?"), lambda found: f"lines:{found[1]}"),
    (re.compile(r"\d(?:\.\d)?k/?\d{2,3}(?:fps|p)?"), lambda found: f"film:{found[0]}"),
)


def measure_of(token: str) -> str:
    """Return the measure that the form of a token tells, with its size, "" where it has none of these."""
    for form, told in _FORMS:
        if found := form.fullmatch(token):
            return told(found)
    return ""
