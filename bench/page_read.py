"""Read product pages, against extruct and against changedetection.io's reader, in pages per second of processor.

python -m bench.page_read [--pages FOLDER] [--count N] [--peer-count N] [--repeat N]

FOLDER holds pages (`.html`, `.html.gz`), also in folders below it. The peer is installed at its pinned version into an environment of its
own (`.make/peers`), once.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import statistics
import subprocess
import tempfile
import time
import warnings
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).parents[1]
PEER = "changedetection.io==0.60.10"
SYNTAXES = ["json-ld", "microdata", "opengraph"]


def main(pages: str = "", count: int = 60, peer_count: int = 24, repeat: int = 5) -> None:
    """Print the ratios; a line says what could not be measured."""
    folder = (
        Path(pages) if pages else Path(os.environ.get("OKAWARI_CORPUS", ROOT.parent / "shared" / "corpus")) / "pages"
    )
    read = _pages(folder, count)
    if not read:
        print(f"product pages: no pages in {folder}; name a folder with --pages")
        return
    ours, extruct = _interleaved(read, repeat)
    print(
        f"product pages: {len(read)}, {sum(map(len, read)) / len(read) / 1000:.0f} kB each, pages a second of processor"
    )
    print(f"  okawari {1 / ours:.0f}, extruct ({', '.join(SYNTAXES)}) {1 / extruct:.0f}: {extruct / ours:.1f} x")
    python = peer_python() if peer_count else None
    if python is None:
        return
    with tempfile.TemporaryDirectory() as unpacked:
        for number, page in enumerate(read[:peer_count]):
            (Path(unpacked) / f"{number:04}.html").write_bytes(page)
        own = statistics.median(_seconds(_okawari, read[:peer_count]) for _ in range(repeat))
        for mode, name in (("in_process", "its reader in process"), ("shipped", "as shipped")):
            told = subprocess.run(
                [python, str(ROOT / "bench" / "page_peers.py"), mode, unpacked, str(peer_count)],
                capture_output=True,
                text=True,
                check=True,
            )
            found = json.loads(told.stdout.splitlines()[-1])
            each = found["cpu_s"] / found["pages"]
            print(
                f"  {PEER} {name} {1 / each:.1f} ({found['priced']} of {found['pages']} priced, {found['failed']} failed): {each / own:.0f} x"
            )


def _pages(folder: Path, count: int) -> list[bytes]:
    found = [path for path in sorted(folder.rglob("*.html*")) if not path.parent.name.startswith("_")]
    step = max(1, len(found) // count)
    return [
        gzip.decompress(raw) if (raw := path.read_bytes())[:2] == b"\x1f\x8b" else raw for path in found[::step][:count]
    ]


def _interleaved(pages: list[bytes], repeat: int) -> tuple[float, float]:
    """Return the median seconds a page of ours and of extruct, taken in turns."""
    _seconds(_okawari, pages[:2])
    _seconds(_extruct, pages[:2])
    runs = [(_seconds(_okawari, pages), _seconds(_extruct, pages)) for _ in range(repeat)]
    return statistics.median(one for one, _ in runs), statistics.median(other for _, other in runs)


def _seconds(read: Callable[[bytes], object], pages: list[bytes]) -> float:
    begun = time.process_time()
    for page in pages:
        read(page)
    return (time.process_time() - begun) / len(pages)


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
    options = parser.parse_args()
    main(options.pages, options.count, options.peer_count, options.repeat)
