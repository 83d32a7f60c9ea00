"""Read many broken mails: `python -m tests.fuzz_mail --count 100000 [--start 0] [--mails FOLDER]`."""

import argparse
import sys
from pathlib import Path

from tests.reading.fuzz.run import Outcome, read_mutated
from tests.reading.fuzz.samples import corpus_samples, samples

CHUNK = 1000
CORPUS_MAILS = 200


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--count", type=int, default=100_000)
    options.add_argument("--start", type=int, default=0)
    options.add_argument("--mails", type=Path, help="real mails to break besides the own samples")
    asked = options.parse_args()
    mails = [*samples(), *(corpus_samples(asked.mails, CORPUS_MAILS) if asked.mails else ())]
    total = Outcome()
    for start in range(asked.start, asked.start + asked.count, CHUNK):
        outcome = read_mutated(mails, start, min(CHUNK, asked.start + asked.count - start))
        total.read += outcome.read
        total.crashed |= outcome.crashed
        total.slowest = sorted([*total.slowest, *outcome.slowest], reverse=True)[:10]
        for number, trace in outcome.crashed.items():
            sys.stdout.write(f"mail {number} crashed:\n{trace}\n")
        sys.stdout.write(f"{total.read} read, {len(total.crashed)} crashed, slowest {total.slowest[0][0]:.2f} s\n")
        sys.stdout.flush()
    sys.stdout.write("slowest: " + ", ".join(f"{took:.2f} s (mail {number})" for took, number in total.slowest) + "\n")
    return 1 if total.crashed or total.too_long() else 0


if __name__ == "__main__":
    sys.exit(main())
