"""Leases on what one process does alone: of a process that is gone, on this machine, nobody need wait for the end."""

from __future__ import annotations

import hashlib
import os
import re
import secrets
import socket

_FORM = re.compile(r"([0-9a-f]{8})([0-9a-f]{8})[0-9a-f]{16}")


def new_lease(pid: int | None = None) -> str:
    """Return a lease of a process of this machine, of this one unless told: no other bears the same text."""
    return f"{_machine()}{os.getpid() if pid is None else pid:08x}{secrets.token_hex(8)}"


def is_gone(lease: str) -> bool:
    """Tell whether the process that has a lease runs no more; of other machines that cannot be known."""
    found = _FORM.fullmatch(lease)
    if found is None or found[1] != _machine() or os.name != "posix":
        return False
    try:
        os.kill(int(found[2], 16), 0)
    except ProcessLookupError:
        return True
    except OSError:  # it runs, as somebody else
        return False
    return False


def _machine() -> str:
    return hashlib.sha256(socket.gethostname().encode()).hexdigest()[:8]
