"""`okawari import` of a mailbox against two pipelines of common parts, rows written to SQLite.

python -m bench.mail_import --count 100000 --sample 2000 --repeat 3

Costs are per mail, start-up of the process taken off. `processor` counts all processes of a run, `clock` is what a person waits.
The first pipeline is measured on the first mails of the same mailbox, as it would take a quarter of an hour for all.
"""

from __future__ import annotations

import argparse
import json
import statistics
import tempfile
from dataclasses import dataclass
from pathlib import Path

from bench.mailbox import write_mbox
from bench.measure import Cost, run


@dataclass(frozen=True)
class PerMail:
    """Microseconds for one mail (medians over the runs) and the peak memory in MB."""

    cpu_us: float
    wall_us: float
    peak_mb: float
    rows: str


def main(count: int, sample: int, repeat: int) -> None:
    with tempfile.TemporaryDirectory(prefix="okawari-bench-") as folder:
        whole, part = Path(folder) / "whole.mbox", Path(folder) / "part.mbox"
        shops = write_mbox(whole, count)
        write_mbox(part, sample)
        size = whole.stat().st_size
        print(
            f"{count} mails, {size / 1e6:.0f} MB, {shops} from a shop; peers on the first {sample}; {repeat} runs each"
        )
        runs: dict[str, list[Cost]] = {"okawari": [], "part": [], "gated": [], "plain": []}
        for turn in range(repeat):
            runs["okawari"].append(_okawari(whole, Path(folder) / f"{turn}.db"))
            runs["part"].append(_okawari(part, Path(folder) / f"{turn}-part.db"))
            runs["gated"].append(_peer("gated", part, sample))
            runs["plain"].append(_peer("plain", part, sample))
        start = {
            "okawari": _okawari(_empty(folder), Path(folder) / "empty.db"),
            "peer": _peer("gated", _empty(folder), 1),
        }
    ours = _per_mail(runs["okawari"], start["okawari"], count)
    gated = _per_mail(runs["gated"], start["peer"], sample)
    plain = _per_mail(runs["plain"], start["peer"], sample)
    for name, cost in (("okawari import", ours), ("gated compat32", gated), ("EmailMessage + bs4", plain)):
        print(
            f"{name:20} {cost.cpu_us:8.0f} µs processor {cost.wall_us:8.0f} µs clock {cost.peak_mb:6.0f} MB  {cost.rows}"
        )
    print(
        f"against EmailMessage + bs4: {plain.cpu_us / ours.cpu_us:.1f} × processor, {plain.wall_us / ours.wall_us:.1f} × clock"
    )
    print(
        f"against gated compat32:     {gated.cpu_us / ours.cpu_us:.1f} × processor, {gated.wall_us / ours.wall_us:.1f} × clock"
    )
    print(f"peak memory: {ours.peak_mb:.0f} MB for {count} mails, {runs['part'][0].peak_mb:.0f} MB for {sample}")


def _okawari(path: Path, database: Path) -> Cost:
    return run("-m", "okawari", "import", "--json", str(path), OKAWARI_DATABASE_URL=f"sqlite:///{database}")


def _peer(name: str, path: Path, count: int) -> Cost:
    return run("-m", "bench.peers", name, str(path), str(count))


def _empty(folder: str) -> Path:
    path = Path(folder) / "one.mbox"
    if not path.exists():
        write_mbox(path, 1)
    return path


def _per_mail(costs: list[Cost], start: Cost, count: int) -> PerMail:
    last = costs[-1].printed
    rows = f"{len(json.loads(last)['orders'])} orders" if last.startswith("{") else f"{last} rows"
    return PerMail(
        (statistics.median(cost.cpu_s for cost in costs) - start.cpu_s) / count * 1e6,
        (statistics.median(cost.wall_s for cost in costs) - start.wall_s) / count * 1e6,
        max(cost.peak_mb for cost in costs),
        rows,
    )


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=100_000)
    parser.add_argument("--sample", type=int, default=2_000)
    parser.add_argument("--repeat", type=int, default=3)
    asked = parser.parse_args()
    main(asked.count, asked.sample, asked.repeat)
