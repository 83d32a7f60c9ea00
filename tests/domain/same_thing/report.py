"""How well titles are told apart, over the labelled pairs: `python -m tests.domain.same_thing.report [--wrong]`."""

import csv
import sys
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from okawari.domain.same_thing import Sameness, Thing, compare

PAIRS = Path(__file__).with_name("pairs.tsv")
SISTERS = Path(__file__).with_name("sisters.tsv")
"""Pairs of which none is the same thing, made up to look like it."""
SPLITS = (
    "dev",
    "held",
    "fresh",
    "new",
    "blind",
    "last",
    "next",
    "after",
    "wide",
    "late",
    "more",
    "later",
    "latest",
    "apart",
    "named",
    "known",
    "broad",
    "fair",
    "close",
    "plain",
    "open",
    "control",
    "guard",
    "device",
    "consumed",
    "worn",
    "shelved",
    "device_more",
    "consumed_more",
    "worn_more",
    "housed",
    "eaten",
    "cared",
    "wired",
    "played",
    "dressed",
    "ridden",
    "english",
    "near",
    "powered",
    "leisure",
    "pantry",
    "closet",
    "plugged",
    "hobby",
    "basket",
    "home",
    "gadget",
    "larder",
    "drawer",
    "workshop",
)
EARLIER = SPLITS[: SPLITS.index("device")]
BEFORE = SPLITS[: SPLITS.index("housed")]
"""The sets up to `guard`, and up to `worn_more`; those behind were mended from for an hour or two."""
EVERYDAY = SPLITS[SPLITS.index("powered") :]
"""What many people buy, in the titles that a search for it shows, no harder and no easier than these are."""
CONTROLS = ("outer", "final", "unmet", "sought", "daily", "popular")
"""Pairs that no rule was mended from, and whose misses nobody looked at: what to expect of goods never seen."""


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


def sisters() -> list[Pair]:
    with SISTERS.open(encoding="utf-8", newline="") as file:
        return [Pair("sisters", **row) for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)]


def verdict(pair: Pair) -> Sameness:
    return compare(Thing(pair.wanted), Thing(pair.offer)).sameness


def score(listed: list[Pair]) -> Score:
    counted = Counter((pair.verdict, verdict(pair).value) for pair in listed)
    hit = counted["same", "same"]
    called = sum(count for (_, given), count in counted.items() if given == "same")
    true = sum(count for (label, _), count in counted.items() if label == "same")
    exact = sum(count for (label, given), count in counted.items() if label == given)
    return Score(hit / max(called, 1), hit / max(true, 1), exact / len(listed), len(listed))


def turned(listed: list[Pair]) -> list[Pair]:
    """Return each offer of the wanted thing held against each of what is not the wanted thing: none of them is the same."""
    same = [pair for pair in listed if pair.verdict == "same"]
    others = [pair for pair in listed if pair.verdict in {"variant", "accessory"}]
    return [
        Pair(one.split, one.verdict, ours.offer, one.offer)
        for ours in same
        for one in others
        if ours.wanted == one.wanted
    ]


def main(*, wrong: bool) -> None:
    for split in (*SPLITS, *CONTROLS):
        listed = pairs(split)
        found = score(listed)
        sys.stdout.write(
            f"{split}: {found.pairs} pairs, same: precision {found.precision:.3f}, recall {found.recall:.3f};"
            f" verdicts as labelled {found.exact:.3f};"
            f" turned: {sum(verdict(pair) is Sameness.SAME for pair in turned(listed))} of {len(turned(listed))} wrongly the same\n"
        )
        for pair in listed if wrong and split == "dev" else ():
            likeness = compare(Thing(pair.wanted), Thing(pair.offer))
            if likeness.sameness != pair.verdict:
                sys.stdout.write(f"  {pair.verdict}, not {likeness}: {pair.wanted} | {pair.offer}\n")
    made_up = sisters()
    wrong_ones = [pair for pair in made_up if verdict(pair) is Sameness.SAME]
    sys.stdout.write(f"sisters: {len(wrong_ones)} of {len(made_up)} wrongly the same\n")
    for pair in wrong_ones if wrong else ():
        sys.stdout.write(f"  {pair.verdict}: {pair.wanted} | {pair.offer}\n")


if __name__ == "__main__":
    main(wrong="--wrong" in sys.argv)
