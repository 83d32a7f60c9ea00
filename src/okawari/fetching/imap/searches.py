"""Searches that a server runs over a folder: by senders' domains in few bounded commands, and by words of subjects."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

AT_ONCE = 24
"""Keys of one command. Servers bound a command to some 8,000 bytes (RFC 7162, section 4) and may read the folder for each."""


def senders(domains: Iterable[str]) -> tuple[str, ...]:
    """Return search keys that find every mail whose From names one of the domains.

    FROM finds parts of words, so a domain in which another one stands needs no key of its own.
    """
    known = sorted({domain.lower() for domain in domains if domain.isascii()}, key=lambda domain: (len(domain), domain))
    shortest: list[str] = []
    for domain in known:
        if not any(kept in domain for kept in shortest):
            shortest.append(domain)
    return _keys("FROM", sorted(shortest))


def subjects(words: Iterable[str]) -> tuple[str, ...]:
    """Return search keys for the ASCII ones of the words in subjects."""
    return _keys("SUBJECT", [word for word in words if word.isascii()])


def _keys(field: str, values: Sequence[str]) -> tuple[str, ...]:
    quoted = [f'{field} "{_quoted(value)}"' for value in values]
    return tuple(_any_of(quoted[start : start + AT_ONCE]) for start in range(0, len(quoted), AT_ONCE))


def _any_of(keys: Sequence[str]) -> str:
    """Return the OR of keys as a balanced tree: OR takes two, and servers bound how deep they nest."""
    if len(keys) == 1:
        return keys[0]
    middle = len(keys) // 2
    return f"OR {_any_of(keys[:middle])} {_any_of(keys[middle:])}"


def _quoted(value: str) -> str:
    return value.replace("\\", "\\\\").replace('"', '\\"')


def uid_set(uids: Iterable[int]) -> str:
    """Return UIDs as a sequence set: `1:3,7`."""
    runs: list[list[int]] = []
    for uid in sorted(set(uids)):
        if runs and uid == runs[-1][1] + 1:
            runs[-1][1] = uid
        else:
            runs.append([uid, uid])
    return ",".join(str(first) if first == last else f"{first}:{last}" for first, last in runs)
