"""Whole checks of product pages, against changedetection.io as shipped, in milliseconds of processor a page.

python -m bench.watch_peer [--pages N] [--peer-pages N] [--rounds N]

Both watch pages of 41 kB of the same shop, which is another process, and take turns. In each round both get to know further
pages (adding them included), check all that they know while nothing changed, and check them after they came into stock; a
check after they went out of stock again is not counted. A side's figure is its median over the rounds.

Both are measured under one rule: processor time from before a check begins till it is over, divided by the pages, every one of
which must have been asked for since the shop last said how its pages stand. What counts is what our one process uses, and what
all processes of the peer use. The peer is started with its own program and empty settings and asked through its API; its check is over when
its API tells that every page was checked since, and its processors have come to rest, for which a second at a time is waited. What the API takes for that
answer is not counted. How many pages it calls changed is printed. It answers no sooner than it wants to, so the clock is not compared.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from abc import ABC, abstractmethod
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench.page_read import PEER, peer_python
from bench.watching import Watched

PROCESSOR = "restock_diff"
CHECKS = ("first", "unchanged", "changed")
_PATIENCE_S = 300
_REST_S = 0.02
"""Processor seconds of a second in which the peer does nothing but wait; it was seen to take 0.002 to 0.004."""
_TICK = os.sysconf("SC_CLK_TCK")


def main(pages: int = 2000, peer_pages: int = 200, rounds: int = 5) -> None:
    """Print the ratios; a line says what could not be measured."""
    with ExitStack() as stack:
        port = stack.enter_context(shop())
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        sides: list[_Side] = [_Ours(port, folder, pages // rounds)]
        python = peer_python() if peer_pages else None
        if python:
            program = Path(python).parent / "changedetection.io"
            peer = stack.enter_context(_running(program, folder / "peer"))
            sides.append(_Theirs(port, peer, peer_pages // rounds))
        for number in range(rounds):
            for what, stock in zip((*CHECKS, ""), ("out", "out", "in", "out"), strict=True):
                for side in sides:
                    turn(port, stock)
                    cost = side.first(number) if what == "first" else side.again()
                    side.costs.setdefault(what, []).append(cost)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"whole checks of pages of 41 kB, ms of processor a page, medians of {rounds} rounds (the least, the most)")
    for what in CHECKS:
        told = [f"{name} {side.told(what)}" for name, side in zip(("ours", PEER), sides, strict=False)]
        medians = [statistics.median(side.costs[what]) for side in sides]
        print(f"  {what}: {', '.join(told)}" + (f": {medians[1] / medians[0]:.1f} x" if python else ""))
    print(f"  peak memory of ours {peak:.0f} MB")


@contextmanager
def shop() -> Iterator[int]:
    """Run the shop; give its port."""
    with subprocess.Popen([sys.executable, "-m", "bench.watched_shop"], stdout=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout is not None
            yield int(process.stdout.readline())
        finally:
            process.kill()


def turn(port: int, stock: str) -> None:
    """Give every page of the shop another state of stock."""
    urllib.request.urlopen(f"http://127.0.0.1:{port}/stock/{stock}").close()


def _asked(port: int) -> int:
    with urllib.request.urlopen(f"http://127.0.0.1:{port}/asked") as told:
        return int(told.read())


class _Side(ABC):
    """One of the two that are compared: `step` pages more with each round; `costs` are ms of processor a page, by the kind of check."""

    def __init__(self, port: int, step: int) -> None:
        self.port = port
        self.step = step
        self.known = 0
        self.costs: dict[str, list[float]] = {}

    def first(self, number: int) -> float:
        """Return what a page costs that is added and checked for the first time."""
        self.known += self.step
        return self._cost(self.step, range(number * self.step, self.known))

    def again(self) -> float:
        """Return what a page costs of those that are known."""
        return self._cost(self.known)

    def told(self, what: str) -> str:
        """Return the figures of one kind of check in words."""
        found = self.costs[what]
        return f"{statistics.median(found):.2f} ({min(found):.2f}, {max(found):.2f})"

    def _cost(self, pages: int, added: range = range(0)) -> float:
        used = self.check(pages, added)
        if (asked := _asked(self.port)) != pages:
            raise SystemExit(f"{asked} pages were asked for instead of {pages}")
        return used * 1000 / pages

    @abstractmethod
    def check(self, pages: int, added: range) -> float:
        """Return the processor seconds for adding pages and checking so many, those that are known where none is added."""


class _Ours(_Side):
    def __init__(self, port: int, folder: Path, step: int) -> None:
        super().__init__(port, step)
        self._watched = Watched(port, folder, f"sqlite:///{folder / 'okawari.db'}")

    def check(self, pages: int, added: range) -> float:
        begun = time.process_time()
        if added:
            self._watched.add(added)
        self._watched.look(pages, ahead=not added)
        return time.process_time() - begun


class _Theirs(_Side):
    def __init__(self, port: int, peer: _Peer, step: int) -> None:
        super().__init__(port, step)
        self._peer = peer
        for own in peer.ask("GET", "/watch"):  # it begins with pages of its own
            peer.ask("DELETE", f"/watch/{own}")

    def check(self, pages: int, added: range) -> float:
        peer = self._peer
        time.sleep(1.01 - time.time() % 1)  # it tells moments in whole seconds
        since, give_up = int(time.time()), time.monotonic() + _PATIENCE_S
        begun = peer.used()
        if added:
            urls = "\n".join(f"http://127.0.0.1:{self.port}/{number}" for number in added)
            peer.ask("POST", f"/import?processor={PROCESSOR}", urls.encode())
        else:
            peer.ask("GET", "/watch?recheck_all=1")
        while time.monotonic() < give_up:
            used = self._at_rest()
            if _asked(self.port) < pages:
                continue
            told = peer.ask("GET", "/watch").values()
            asking = self._at_rest() - used
            if sum(one["last_checked"] >= since for one in told) == pages:
                changed = sum(one["last_changed"] >= since for one in told)
                print(f"  {PEER} checked {pages} pages and calls {changed} changed", flush=True)
                return used - begun
            begun += asking
        raise SystemExit(f"{PEER} did not check its pages within {_PATIENCE_S} s")

    def _at_rest(self) -> float:
        """Return the processor seconds of the peer when it has come to rest."""
        used = self._peer.used()
        while True:
            time.sleep(1)
            before, used = used, self._peer.used()
            if used - before <= _REST_S:
                return used


@dataclass(frozen=True)
class _Peer:
    """The peer's program, running: `pid` is its first process."""

    pid: int
    port: int
    key: str

    def ask(self, method: str, path: str, body: bytes | None = None) -> Any:
        """Return what its API answers."""
        request = urllib.request.Request(f"http://127.0.0.1:{self.port}/api/v1{path}", body, method=method)
        request.add_header("x-api-key", self.key)
        request.add_header("Content-Type", "text/plain")
        with urllib.request.urlopen(request, timeout=60) as response:
            told = response.read()
        return json.loads(told) if told.strip() else None

    def used(self) -> float:
        """Return the processor seconds of its processes and of those that they waited for."""
        return sum(_used(pid) for pid in _tree(self.pid))


@contextmanager
def _running(program: Path, folder: Path) -> Iterator[_Peer]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    settings = {"ALLOW_IANA_RESTRICTED_ADDRESSES": "true", "DISABLE_VERSION_CHECK": "true", "LOGGER_LEVEL": "ERROR"}
    process = subprocess.Popen(
        [program, "-C", "-h", "127.0.0.1", "-p", str(port), "-d", folder],
        env={**os.environ, **settings},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        yield _Peer(process.pid, port, _key(folder, port))
    finally:
        process.terminate()
        process.wait(60)


def _key(folder: Path, port: int) -> str:
    """Return the key to its API from its own file, as soon as it answers."""
    for _ in range(120):
        try:
            urllib.request.urlopen(f"http://127.0.0.1:{port}/", timeout=5).close()
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            time.sleep(1)
            continue
        for file in folder.glob("*.json"):
            settings = json.loads(file.read_text()).get("settings", {}).get("application", {})
            if settings.get("api_access_token"):
                return str(settings["api_access_token"])
        time.sleep(1)
    raise SystemExit(f"{PEER} did not start")


def _tree(pid: int) -> list[int]:
    found, tasks = [pid], Path(f"/proc/{pid}/task")
    if tasks.exists():
        for task in tasks.iterdir():
            children = task / "children"
            for child in children.read_text().split() if children.exists() else ():
                found += _tree(int(child))
    return found


def _used(pid: int) -> float:
    try:
        told = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return 0.0
    return sum(map(int, told[11:15])) / _TICK


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", type=int, default=2000)
    parser.add_argument("--peer-pages", type=int, default=200)
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args()
    main(options.pages, options.peer_pages, options.rounds)
