"""What a site allows robots to read (RFC 9309)."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import quote, unquote

_LINES = 20_000
_RULE_LENGTH = 2_000


Rules = tuple[tuple[bool, str], ...]
"""Whether each pattern of paths is allowed."""


def rules_for(robots: str, agent: str) -> Rules:
    """Return what a `robots.txt` says to `agent` (its product name): its own group, else that of `*`."""
    groups = list(_groups(robots))
    own = [rules for names, rules in groups if agent.lower() in names]
    return tuple(rule for found in (own or [rules for names, rules in groups if "*" in names]) for rule in found)


def allows(rules: Rules, target: str) -> bool:
    """Tell whether the rules let `target` be read, a path with its query.

    The longest rule that fits counts, and of two equally long ones `Allow`.
    """
    path = _normal(target) if rules else ""
    fitting = [(len(pattern), allow) for allow, pattern in rules if pattern and _fits(pattern, path)]
    return max(fitting)[1] if fitting else True


def _groups(robots: str) -> Iterator[tuple[set[str], list[tuple[bool, str]]]]:
    names: set[str] = set()
    rules: list[tuple[bool, str]] = []
    in_rules = False
    for line in robots.splitlines()[:_LINES]:
        key, _, value = line.partition("#")[0].partition(":")
        word, said = key.strip().lower(), value.strip()
        if word == "user-agent":
            if in_rules:
                yield names, rules
                names, rules, in_rules = set(), [], False
            names.add(said.lower())
        elif word in {"allow", "disallow"} and names:
            in_rules = True
            rules.append((word == "allow", _normal(said[:_RULE_LENGTH])))
    yield names, rules


def _fits(pattern: str, path: str) -> bool:
    """Tell whether a rule fits a path: `*` is any text, `$` at the end the end; in linear time."""
    anchored = pattern.endswith("$")
    first, *others = pattern.removesuffix("$").split("*")
    if not path.startswith(first):
        return False
    at = len(first)
    for index, piece in enumerate(others):
        if anchored and index == len(others) - 1:
            return path.endswith(piece) and len(path) - len(piece) >= at
        found = path.find(piece, at)
        if found < 0:
            return False
        at = found + len(piece)
    return not anchored or at == len(path)


def _normal(path: str) -> str:
    """Return a path with one spelling of its percent signs."""
    return quote(unquote(path), safe="/?&=*$:@!'()+,;~-._")
