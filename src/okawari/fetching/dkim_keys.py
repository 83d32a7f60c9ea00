"""Public DKIM keys from the DNS (RFC 6376, section 3.6.2): TXT records below `_domainkey`, nothing else."""

from __future__ import annotations

import re
from collections import OrderedDict
from collections.abc import Callable
from threading import Lock
from time import monotonic

_KEY_NAME = re.compile(r"[a-z0-9](?:[a-z0-9._-]{0,190}[a-z0-9])?\._domainkey(?:\.[a-z0-9-]{1,63}){2,8}", re.IGNORECASE)
_LONGEST_RECORD = 8_192
_KEPT = 500
_KEPT_SECONDS = 3_600.0

Ask = Callable[[str], bytes | None]
"""Asks the DNS for the TXT record of a name: its text, None where there is none; `DnsUnavailableError` without answer."""


class DnsUnavailableError(OSError):
    """The DNS gave no answer in time, or cannot be reached."""


class DkimKeys:
    """Looks up DKIM keys, each name once an hour."""

    def __init__(self, ask: Ask | None = None) -> None:
        """Ask the system's resolvers, or `ask`."""
        self._ask = ask or _ask_system
        self._found: OrderedDict[str, tuple[float, bytes | None]] = OrderedDict()
        self._lock = Lock()

    def __call__(self, name: str) -> bytes | None:
        """Return the key record at `selector._domainkey.domain`, None where there is none.

        A name of any other form is never asked for. Raises DnsUnavailableError where no answer comes.
        """
        wanted = name.rstrip(".").lower()
        if not _KEY_NAME.fullmatch(wanted):
            return None
        with self._lock:
            kept = self._found.get(wanted)
        if kept and monotonic() - kept[0] < _KEPT_SECONDS:
            return kept[1]
        record = self._ask(wanted)
        with self._lock:
            self._found[wanted] = (monotonic(), record)
            while len(self._found) > _KEPT:
                self._found.popitem(last=False)
        return record


def _ask_system(name: str) -> bytes | None:
    from dns.exception import DNSException
    from dns.resolver import NXDOMAIN, NoAnswer, Resolver

    try:
        resolver = Resolver()
        resolver.timeout, resolver.lifetime = 2.0, 4.0
        answer = resolver.resolve(f"{name}.", "TXT", search=False)
    except (NXDOMAIN, NoAnswer):
        return None
    except (DNSException, OSError) as error:
        raise DnsUnavailableError(name) from error
    records = [b"".join(record.strings) for record in answer]
    # RFC 6376 leaves several records undefined; one of them might be anybody's.
    return records[0] if len(records) == 1 and len(records[0]) <= _LONGEST_RECORD else None
