"""How long a command takes, in seconds of processor and of clock, and how much memory it needs."""

from __future__ import annotations

import atexit
import os
import shutil
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from functools import cache


@dataclass(frozen=True)
class Cost:
    """One run: processor seconds (children included), clock seconds, peak memory in MB, and what it printed."""

    cpu_s: float
    wall_s: float
    peak_mb: float
    printed: str


@cache
def _environment() -> dict[str, str]:
    """Return an environment in which Python keeps what it compiled, as an installed program's files are compiled."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    folder = tempfile.mkdtemp(prefix="okawari-bench-pyc-")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return kept | {"PYTHONPYCACHEPREFIX": folder}


def run(*arguments: str, keeps_output: bool = True, usual: tuple[int, ...] = (0,), **environment: str) -> Cost:
    """Run `python ARGUMENTS` to its end; the whole process counts, start-up included. Only `usual` exit codes will do.

    What it prints is kept, or thrown away where it is so much that it would count as our own memory.
    """
    begun = time.perf_counter()
    with subprocess.Popen(
        [sys.executable, *arguments],
        stdout=subprocess.PIPE if keeps_output else subprocess.DEVNULL,
        env=_environment() | environment,
        text=True,
    ) as process:
        printed = process.stdout.read() if process.stdout is not None else ""
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    wall = time.perf_counter() - begun
    if process.returncode not in usual:
        raise SystemExit(f"{' '.join(arguments)} ended with {process.returncode}")
    return Cost(used.ru_utime + used.ru_stime, wall, used.ru_maxrss / 1024, printed.strip())
