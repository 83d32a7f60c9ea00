"""Literal texts that a pattern cannot do without."""

import random
import re
from re import _parser

import pytest

from okawari.reading.literals import Guarded, _first_letters, led


def some(chance, letters, longest):
    return "".join(chance.choice(letters) for _ in range(chance.randint(1, longest)))


def a_pattern(chance, depth=3):
    """Return a pattern of any kind that the room's patterns are made of."""
    if not depth:
        return chance.choice(["a", "b", "ab", "bab", "在庫", "[ab]", "[^a]", ".", r"\w", "^", "$", r"\b"])
    one, other = a_pattern(chance, depth - 1), a_pattern(chance, depth - 1)
    return chance.choice(
        (
            f"{one}{other}",
            f"{one}{other}",
            f"(?:{one}|{other})",
            f"({one}|{other}|)",
            f"(?P<n{chance.randrange(10**9)}>{one}){other}",
            f"(?:{one})?{other}",
            f"(?:{one}){{1,3}}{other}",
            f"(?:{one})*?",
            f"(?>{one}){other}",
            f"(?={one}){other}",
            f"(?!{one}){other}",
            f"(?i:{one}){other}",
        )
    )


def test_a_guarded_pattern_finds_what_the_pattern_finds():
    chance = random.Random(0)
    spared = 0
    for _ in range(3_000):
        pattern = a_pattern(chance)
        guarded, text = Guarded(pattern), some(chance, "abAB 在庫", 8)
        found, expected = guarded.search(text), re.search(pattern, text)
        assert (found and found.span()) == (expected and expected.span()), (pattern, text)
        spared += bool(guarded.needs) and not any(literal in text for literal in guarded.needs)
    assert spared > 100


@pytest.mark.parametrize(
    ("pattern", "needs"),
    [
        ("(?:page|file) (?:not found|is gone)", ("not found", "is gone")),
        ("are you (?:over|at least)? ?(?:18|20)", ("are you ",)),
        ("販売(?:を)?(?:休止|停止)", ("販売",)),
        ("(?:x+)?|abc", ()),
        ("(?i)abc", ()),
    ],
)
def test_what_a_pattern_cannot_do_without(pattern, needs):
    assert Guarded(pattern).needs == needs


@pytest.mark.parametrize("flags", [0, re.IGNORECASE])
def test_a_pattern_led_by_its_first_letters_finds_what_the_pattern_finds(flags):
    chance = random.Random(1)
    found_any = spared = 0
    for _ in range(3_000):
        pattern, text = a_pattern(chance), some(chance, "abAB 在庫ſK", 8)
        plain, quick = re.compile(pattern, flags), led(pattern, flags)
        expected = [(found.span(), found.groups(), found.lastgroup) for found in plain.finditer(text)]
        assert [(one.span(), one.groups(), one.lastgroup) for one in quick.finditer(text)] == expected, (pattern, text)
        assert bool(quick.match(text)) is bool(plain.match(text))
        assert bool(quick.fullmatch(text)) is bool(plain.fullmatch(text))
        found_any += bool(expected)
        letters = _first_letters(_parser.parse(pattern, flags))
        spared += bool(letters) and not expected
    assert found_any > 1_000
    assert spared > 300
