"""Read product pages, against extruct and against changedetection.io's reader, in pages per second of processor.

python -m bench.page_read [--pages FOLDER] [--count N] [--peer-count N] [--repeat N] [--first]

FOLDER holds pages (`.html`, `.html.gz`), also in folders below it. In each round we and each of the others read the same pages
right after each other, and how often the other's time is as long as ours is taken from these two; the median of the rounds is told, with the
least and the most. extruct and the peer's reader in process read all pages; as shipped, the peer starts a process for most pages, so it reads the
first N alone, and in every other round. We remember titles, names and the like of pages that were read before, so what the very first reading of each page took is told too,
in each round in a new process that read ten other pages of the folder before.
The peer is installed at its pinned version into an environment of its own (`.make/peers`), once.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
import warnings
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

ROOT = Path(__file__).parents[1]
PEER = "changedetection.io==0.60.10"
BEFORE = 10
"""Pages that are not measured and read before, so that what a process loads when it first needs it is loaded."""
SYNTAXES = ["json-ld", "microdata", "opengraph"]


def main(pages: str = "", count: int = 60, peer_count: int = 24, repeat: int = 5, *, first: bool = False) -> None:
    """Print the ratios; a line says what could not be measured. With `first` print only how long the very first readings took."""
    folder = (
        Path(pages) if pages else Path(os.environ.get("OKAWARI_CORPUS", ROOT.parent / "shared" / "corpus")) / "pages"
    )
    read, before = _pages(folder, count)
    if not read:
        print(f"product pages: no pages in {folder}; name a folder with --pages")
        return
    if first:
        _seconds(_okawari, before)  # what is loaded when first used is no page's cost
        print(_seconds(_okawari, read))
        return
    size = sum(map(len, read)) / len(read) / 1000
    print(f"product pages: {len(read)}, {size:.0f} kB each, pages a second of processor, {repeat} rounds")
    for reader in (_okawari, _extruct):
        _seconds(reader, before)
    firsts: list[float] = []
    with ExitStack() as stack:
        others: list[_Other] = [_Other(f"extruct ({', '.join(SYNTAXES)})", read, partial(_seconds, _extruct, read))]
        python = peer_python() if peer_count else None
        if python:
            for mode, name, some in (
                ("in_process", "its reader in process", read),
                ("shipped", "as shipped", read[:peer_count]),
            ):
                others.append(_Other(f"{PEER} {name}", some, stack.enter_context(_peer(python, mode, some))))
        for number in range(repeat):
            firsts.append(_first_seconds(folder, count))
            for other in others if number % 2 == 0 else others[:2]:
                other.rounds.append((_seconds(_okawari, other.pages), other.read()))
    ours = statistics.median(ours for ours, _ in others[0].rounds)
    extruct = _Other(
        "", read, float, [(one, theirs) for one, (_, theirs) in zip(firsts, others[0].rounds, strict=True)]
    )
    print(
        f"  okawari {1 / ours:.0f}; each page for the first time {1 / statistics.median(firsts):.0f}: {extruct.times()} extruct"
    )
    for other in others:
        print(f"  {other.told()}")


@dataclass
class _Other:
    """Who reads the same pages; `rounds` are the seconds a page that we and the other took, right after each other."""

    name: str
    pages: list[bytes]
    read: Callable[[], float]
    rounds: list[tuple[float, float]] = field(default_factory=list)

    def told(self) -> str:
        """Return its figures in words."""
        each = statistics.median(other for _, other in self.rounds)
        return f"{self.name}, {len(self.pages)} pages: {1 / each:.1f}: {self.times()}"

    def times(self) -> str:
        """Return how often its time is as long as ours: the median, the least and the most of the rounds."""
        times = [other / ours for ours, other in self.rounds]
        return f"{statistics.median(times):.1f} x ({min(times):.1f} to {max(times):.1f})"


@contextmanager
def _peer(python: str, mode: str, pages: list[bytes]) -> Iterator[Callable[[], float]]:
    """Have the peer ready; what is given reads the pages once and returns the seconds a page."""
    with tempfile.TemporaryDirectory() as unpacked:
        for number, page in enumerate(pages):
            (Path(unpacked) / f"{number:04}.html").write_bytes(page)
        with subprocess.Popen(
            [python, str(ROOT / "bench" / "page_peers.py"), mode, unpacked, str(len(pages))],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        ) as process:
            counted: list[dict[str, float]] = []

            def read() -> float:
                assert process.stdin is not None
                assert process.stdout is not None
                process.stdin.write("\n")
                process.stdin.flush()
                told = next(line for line in process.stdout if line.startswith('{"cpu_s"'))
                counted.append(json.loads(told))
                return counted[-1]["cpu_s"] / counted[-1]["pages"]

            yield read
            priced, failed = counted[-1]["priced"], counted[-1]["failed"]
            print(f"  {PEER} ({mode}): {priced} of {len(pages)} priced, {failed} failed")
            assert process.stdin is not None
            process.stdin.close()


def _pages(folder: Path, count: int) -> tuple[list[bytes], list[bytes]]:
    """Return the pages to read, and others that are read before them."""
    found = [path for path in sorted(folder.rglob("*.html*")) if not path.parent.name.startswith("_")]
    chosen = found[:: max(1, len(found) // count)][:count]
    others = [path for path in found if path not in chosen]
    return [_page(path) for path in chosen], [_page(path) for path in others[:BEFORE]]


def _page(path: Path) -> bytes:
    raw = path.read_bytes()
    return gzip.decompress(raw) if raw[:2] == b"\x1f\x8b" else raw


def _seconds(read: Callable[[bytes], object], pages: list[bytes]) -> float:
    begun = time.process_time()
    for page in pages:
        read(page)
    return (time.process_time() - begun) / max(1, len(pages))


def _first_seconds(folder: Path, count: int) -> float:
    """Return the seconds a page of the very first reading of each, in a process of its own."""
    command = [
        sys.executable,
        "-m",
        "bench.page_read",
        "--pages",
        str(folder.resolve()),
        "--count",
        str(count),
        "--first",
    ]
    return float(subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout)


def _okawari(page: bytes) -> object:
    from okawari.reading.page import read_page

    return read_page(page)


def _extruct(page: bytes) -> object:
    import extruct

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            return extruct.extract(page.decode("utf-8", "replace"), syntaxes=SYNTAXES, errors="ignore")
        except Exception:  # noqa: BLE001 - it fails on some pages, which costs time all the same
            return None


def peer_python() -> str | None:
    """Return the Python of the environment that holds the peer, None where it cannot be installed here."""
    python = ROOT / ".make" / "peers" / "bin" / "python"
    uv = str(ROOT / ".make" / "uv" / "bin" / "uv")
    if not python.exists():
        made = [[uv, "venv", "-q", str(python.parents[1])], [uv, "pip", "install", "-q", "--python", str(python), PEER]]
        for command in made:
            done = subprocess.run(command, capture_output=True, text=True, check=False)
            if done.returncode:
                print(f"  {PEER} cannot be installed here: {' '.join(done.stderr.split())[:200]}")
                return None
    return str(python)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", default="")
    parser.add_argument("--count", type=int, default=60)
    parser.add_argument("--peer-count", type=int, default=24)
    parser.add_argument("--repeat", type=int, default=5)
    parser.add_argument("--first", action="store_true")
    options = parser.parse_args()
    main(options.pages, options.count, options.peer_count, options.repeat, first=options.first)
