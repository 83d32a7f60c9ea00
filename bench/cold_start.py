"""`okawari rescue` of one mail from a cold start, against a Python that does nothing.

python -m bench.cold_start --repeat 7
"""

from __future__ import annotations

import argparse
import statistics
import tempfile
from pathlib import Path

from bench.mailbox import mails
from bench.measure import run


def main(repeat: int) -> None:
    with tempfile.TemporaryDirectory(prefix="okawari-bench-") as folder:
        mail = Path(folder) / "order.eml"
        mail.write_bytes(next(raw for shop, raw in mails(1000) if shop))
        command = ("-m", "okawari", "rescue", str(mail), "--json")
        run(*command, usual=(0, 1))  # compiles, as an installation does
        rescued, nothing = [], []
        for _ in range(repeat):
            rescued.append(run(*command, usual=(0, 1)).wall_s)
            nothing.append(run("-c", "pass").wall_s)
    ours, floor = statistics.median(rescued), statistics.median(nothing)
    print(
        f"okawari rescue one.eml: {ours:.2f} s (worst {max(rescued):.2f} s), python -c pass: {floor:.3f} s, {ours / floor:.0f} ×"
    )


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--repeat", type=int, default=7)
    main(parser.parse_args().repeat)
