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
from collections import defaultdict
from collections.abc import Iterable
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
    orders: int

    def __str__(self) -> str:
        return f"{self.cpu_us:7.0f} µs processor {self.wall_us:7.0f} µs clock {self.peak_mb:5.0f} MB {self.orders:6} orders"


def main(count: int, sample: int, repeat: int) -> None:
    with tempfile.TemporaryDirectory(prefix="okawari-bench-") as folder:
        whole, part, one = (Path(folder) / f"{name}.mbox" for name in ("whole", "part", "one"))
        shops = write_mbox(whole, count)
        write_mbox(part, sample)
        write_mbox(one, 1)
        size = whole.stat().st_size / 1e6
        print(
            f"{count} mails, {size:.0f} MB, {shops} from a shop; peers on the first {sample}; {repeat} runs, interleaved"
        )
        _okawari(one)  # compiles, as an installation does
        runs: defaultdict[str, list[Cost]] = defaultdict(list)
        for _ in range(repeat):
            runs["nothing, okawari"].append(_okawari(one))
            runs["nothing, peer"].append(_peer("gated", one, 1))
            runs["okawari import"].append(_okawari(whole))
            runs["okawari import, few"].append(_okawari(part))
            runs["gated compat32"].append(_peer("gated", part, sample))
            runs["EmailMessage + bs4"].append(_peer("plain", part, sample))
    costs = {
        "okawari import": _per_mail(runs["okawari import"], runs["nothing, okawari"], count),
        "gated compat32": _per_mail(runs["gated compat32"], runs["nothing, peer"], sample),
        "EmailMessage + bs4": _per_mail(runs["EmailMessage + bs4"], runs["nothing, peer"], sample),
    }
    ours = costs.pop("okawari import")
    print(f"{'okawari import':20} {ours}")
    for name, theirs in costs.items():
        cpu, wall = theirs.cpu_us / ours.cpu_us, theirs.wall_us / ours.wall_us
        print(f"{name:20} {theirs}  {cpu:.1f} × processor, {wall:.1f} × clock")
    few = max(cost.peak_mb for cost in runs["okawari import, few"])
    print(f"peak memory of the largest process: {ours.peak_mb:.0f} MB for {count} mails, {few:.0f} MB for {sample}")


def _okawari(path: Path) -> Cost:
    with tempfile.TemporaryDirectory(prefix="okawari-bench-db-") as folder:
        url = f"sqlite:///{folder}/okawari.db"
        return run("-m", "okawari", "import", "--json", str(path), OKAWARI_DATABASE_URL=url)


def _peer(name: str, path: Path, count: int) -> Cost:
    return run("-m", "bench.peers", name, str(path), str(count))


def _per_mail(costs: list[Cost], start: list[Cost], count: int) -> PerMail:
    last = costs[-1].printed
    return PerMail(
        (_median(cost.cpu_s for cost in costs) - _median(cost.cpu_s for cost in start)) / count * 1e6,
        (_median(cost.wall_s for cost in costs) - _median(cost.wall_s for cost in start)) / count * 1e6,
        max(cost.peak_mb for cost in costs),
        len(json.loads(last)["orders"]) if last.startswith("{") else int(last),
    )


def _median(seconds: Iterable[float]) -> float:
    return statistics.median(seconds)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=100_000)
    parser.add_argument("--sample", type=int, default=2_000)
    parser.add_argument("--repeat", type=int, default=3)
    asked = parser.parse_args()
    main(asked.count, asked.sample, asked.repeat)
