"""How long a command takes, in seconds of processor and of clock, and how much memory it needs."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from dataclasses import dataclass


@dataclass(frozen=True)
class Cost:
    """One run: processor seconds (children included), clock seconds, peak memory in MB, and what it printed."""

    cpu_s: float
    wall_s: float
    peak_mb: float
    printed: str


def run(*arguments: str, keeps_output: bool = True, **environment: str) -> Cost:
    """Run `python ARGUMENTS` to its end; the whole process counts, start-up included.

    What it prints is kept, or thrown away where it is so much that it would count as our own memory.
    """
    begun = time.perf_counter()
    with subprocess.Popen(
        [sys.executable, *arguments],
        stdout=subprocess.PIPE if keeps_output else subprocess.DEVNULL,
        env=os.environ | environment,
        text=True,
    ) as process:
        printed = process.stdout.read() if process.stdout is not None else ""
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    wall = time.perf_counter() - begun
    if process.returncode:
        raise SystemExit(f"{' '.join(arguments)} ended with {process.returncode}")
    return Cost(used.ru_utime + used.ru_stime, wall, used.ru_maxrss / 1024, printed.strip())
