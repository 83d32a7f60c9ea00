"""Our own check of a mail's DKIM signatures (RFC 6376), stricter than the standard asks.

A signature counts only where it covers what a person is shown: the one From and Subject, the way the body is written,
and the body to its end.
"""

from __future__ import annotations

import logging
import re
from collections import Counter
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from okawari.domain.hosts import organisation
from okawari.domain.mail import DkimCheck

if TYPE_CHECKING:
    from dkim import DKIM

KeyLookup = Callable[[str], bytes | None]
"""Gives the key record of a name such as `selector._domainkey.example.jp`, None for no such key, OSError for no answer."""

_AT_MOST = 5
_SMALLEST_KEY_BITS = 1024
_SHOWN = (b"from", b"subject", b"content-type", b"content-transfer-encoding")
_ALGORITHMS = frozenset((b"rsa-sha256", b"ed25519-sha256"))
_TESTING = re.compile(rb"(?:^|;)\s*t\s*=[^;]*\by\b", re.IGNORECASE)
_SILENT = logging.getLogger(f"{__name__}.dkim")
_SILENT.setLevel(logging.CRITICAL + 1)


def check_signatures(raw: bytes, sender_domain: str, key: KeyLookup) -> tuple[DkimCheck, ...]:
    """Return what our check of each signature gave that could speak for the sender's domain, in the mail's order.

    Results: `pass`; `fail` where it does not hold or leaves something shown uncovered; `unavailable` without its key.
    """
    from dkim import DKIM, DKIMException

    try:
        message = DKIM(raw, logger=_SILENT, minkey=_SMALLEST_KEY_BITS)
    except (DKIMException, IndexError):
        return ()
    names = Counter(name.lower() for name, _ in message.headers)
    checks = []
    for index in range(min(names[b"dkim-signature"], _AT_MOST)):
        try:
            fields = message.verify_headerprep(index)[0]
        except DKIMException:
            continue
        domain = fields[b"d"].decode("ascii", "replace").lower()
        if organisation(domain) == organisation(sender_domain):
            covered = _covers_all_shown(fields, names)
            checks.append(DkimCheck(domain, _verified(message, index, key) if covered else "fail"))
    return tuple(checks)


def _covers_all_shown(fields: Mapping[bytes, bytes], names: Counter[bytes]) -> bool:
    """Return whether a signature leaves nothing that is shown open to change: `l=` would leave the body's end."""
    signed = {name.lower() for name in re.split(rb"\s*:\s*", fields[b"h"].strip())}
    once = all(names[name] <= 1 and (name in signed or not names[name]) for name in _SHOWN)
    return once and b"from" in signed and b"l" not in fields and fields[b"a"] in _ALGORITHMS


def _verified(message: DKIM, index: int, key: KeyLookup) -> str:
    from dkim import DKIMException, NaClNotFoundError

    found: list[bytes | None] = []

    def ask(name: bytes, timeout: float = 0) -> bytes | None:  # noqa: ARG001 (the gate keeps its own time)
        found.append(key(name.decode("ascii", "replace")))
        return found[-1]

    try:
        valid = message.verify(index, ask)
    except (OSError, NaClNotFoundError):
        return "unavailable"
    except (DKIMException, ValueError, ArithmeticError, IndexError):
        valid = False
    record = found[0] if found else None
    if not record:
        return "unavailable"
    return "pass" if valid and not _TESTING.search(record) else "fail"
