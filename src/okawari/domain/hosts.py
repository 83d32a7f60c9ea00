"""Host names: what belongs to whom."""

from __future__ import annotations

from functools import lru_cache

# Second-level labels under which countries register names; enough to tell organisations apart without the full list.
_REGISTRIES = frozenset(
    ("ac", "ad", "co", "com", "ed", "edu", "go", "gob", "gov", "gr", "lg", "ne", "net", "or", "org")
)


def belongs(host: str, domain: str) -> bool:
    """Return whether `host` is `domain` or below it."""
    return host == domain or host.endswith(f".{domain}")


@lru_cache(1024)  # the same senders come again and again
def organisation(host: str) -> str:
    """Return the part of a host that was registered, as well as it can be told: `amazon.co.jp` of `www.amazon.co.jp`."""
    labels = host.split(".")
    own = 3 if len(labels) > 2 and len(labels[-1]) == 2 and labels[-2] in _REGISTRIES else 2
    return ".".join(labels[-own:])


def registered_name(host: str) -> str:
    """Return the name that was registered, without its endings: `amazon` of `www.amazon.co.jp`; punycode decoded."""
    label = organisation(host).partition(".")[0]
    if not label.startswith("xn--"):
        return label
    try:
        return label.removeprefix("xn--").encode().decode("punycode")
    except UnicodeError:
        return label


@lru_cache(1024)
def parents(host: str) -> tuple[str, ...]:
    """Return the host and every domain above it, the most specific first."""
    labels = host.split(".")
    return tuple(".".join(labels[i:]) for i in range(len(labels)))
