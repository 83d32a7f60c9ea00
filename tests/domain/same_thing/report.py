"""How well titles are told apart, over the labelled pairs: `python -m tests.domain.same_thing.report [--wrong]`."""

import csv
import sys
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from okawari.domain.same_thing import Sameness, Thing, compare

PAIRS = Path(__file__).with_name("pairs.tsv")
SPLITS = ("dev", "held", "fresh", "new", "blind", "last", "next", "after")


@dataclass(frozen=True)
class Pair:
    split: str
    verdict: str
    wanted: str
    offer: str


@dataclass(frozen=True)
class Score:
    """Precision and recall of "same", and how many verdicts are exactly the labelled ones."""

    precision: float
    recall: float
    exact: float
    pairs: int


def pairs(split: str) -> list[Pair]:
    with PAIRS.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        return [pair for pair in (Pair(**row) for row in rows) if pair.split == split]


def verdict(pair: Pair) -> Sameness:
    return compare(Thing(pair.wanted), Thing(pair.offer)).sameness


def score(listed: list[Pair]) -> Score:
    counted = Counter((pair.verdict, verdict(pair).value) for pair in listed)
    hit = counted["same", "same"]
    called = sum(count for (_, given), count in counted.items() if given == "same")
    true = sum(count for (label, _), count in counted.items() if label == "same")
    exact = sum(count for (label, given), count in counted.items() if label == given)
    return Score(hit / max(called, 1), hit / max(true, 1), exact / len(listed), len(listed))


def main(*, wrong: bool) -> None:
    for split in SPLITS:
        listed = pairs(split)
        found = score(listed)
        sys.stdout.write(
            f"{split}: {found.pairs} pairs, same: precision {found.precision:.3f}, recall {found.recall:.3f};"
            f" verdicts as labelled {found.exact:.3f}\n"
        )
        for pair in listed if wrong and split == "dev" else ():
            likeness = compare(Thing(pair.wanted), Thing(pair.offer))
            if likeness.sameness != pair.verdict:
                sys.stdout.write(f"  {pair.verdict}, not {likeness}: {pair.wanted} | {pair.offer}\n")


if __name__ == "__main__":
    main(wrong="--wrong" in sys.argv)
