"""Whole checks of product pages, against changedetection.io as shipped, in milliseconds of processor a page.

python -m bench.watch_peer [--pages N] [--peer-pages N]

Both ask the same shop in another process for pages of 41 kB: once to get to know them, once unchanged, once with another state of
stock. The peer is started with its own program and empty settings, and asked through its API; what its processes use counts,
as does what our one process uses. It answers no sooner than it wants to, so the clock is not compared.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench.page_read import PEER, peer_python
from bench.watching import Watched

PROCESSOR = "restock_diff"
_PATIENCE_S = 600
_BEHIND_S = 15
_TICK = os.sysconf("SC_CLK_TCK")


def main(pages: int = 2000, peer_pages: int = 100) -> None:
    """Print the ratios; a line says what could not be measured."""
    theirs: dict[str, float] = {}
    with shop() as port, tempfile.TemporaryDirectory() as folder:
        ours = _ours(port, Path(folder), pages)
        turn(port, "out")
        if peer_pages:
            theirs = _theirs(port, Path(folder), peer_pages)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"whole checks of pages of 41 kB, ms of processor a page: ours of {pages}, {PEER} of {peer_pages}")
    for what in ("first", "unchanged", "changed"):
        told = f"; {PEER} {theirs[what]:.1f}: {theirs[what] / ours[what]:.1f} x" if what in theirs else ""
        print(f"  {what}: {ours[what]:.2f}{told}")
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


def _wait(port: int, asked: int) -> None:
    """Wait until so many pages were asked for, and a little for what is done behind."""
    give_up = time.monotonic() + _PATIENCE_S
    while _asked(port) < asked:
        if time.monotonic() > give_up:
            raise SystemExit(f"{PEER} did not ask for its pages within {_PATIENCE_S} s")
        time.sleep(2)
    time.sleep(_BEHIND_S)


def _ours(port: int, folder: Path, pages: int) -> dict[str, float]:
    watched = Watched(port, folder, f"sqlite:///{folder / 'okawari.db'}")
    watched.add(range(pages))
    found = {"first": watched.cost(pages), "unchanged": watched.cost(pages)}
    turn(port, "in")
    found["changed"] = watched.cost(pages)
    watched.store.close()
    return found


def _theirs(port: int, folder: Path, pages: int) -> dict[str, float]:
    python = peer_python()
    if python is None:
        return {}
    with _running(Path(python).parent / "changedetection.io", folder / "peer") as peer:
        found: dict[str, float] = {}
        for own in peer.ask("GET", "/watch"):  # it begins with pages of its own
            peer.ask("DELETE", f"/watch/{own}")
        urls = "\n".join(f"http://127.0.0.1:{port}/{number}" for number in range(pages))
        asked, begun = _asked(port), peer.used()
        peer.ask("POST", f"/import?processor={PROCESSOR}", urls.encode())
        _wait(port, asked + pages)
        found["first"] = (peer.used() - begun) * 1000 / pages
        for what, stock in (("unchanged", "out"), ("changed", "in")):
            turn(port, stock)
            before, asked, begun = time.time(), _asked(port), peer.used()
            peer.ask("GET", "/watch?recheck_all=1")
            _wait(port, asked + pages)
            found[what] = (peer.used() - begun) * 1000 / pages
            print(f"  {PEER}, {what}: {peer.changed_since(int(before))} of {pages} called changed")
    return found


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

    def changed_since(self, moment: int) -> int:
        """Return how many pages it calls changed."""
        return sum(one["last_changed"] > moment for one in self.ask("GET", "/watch").values())

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
    parser.add_argument("--peer-pages", type=int, default=100)
    options = parser.parse_args()
    main(options.pages, options.peer_pages)
