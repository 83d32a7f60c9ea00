"""Whether an offer is the thing that is wanted: by its numbers first, then by what the two titles say."""

from okawari.domain.same_thing.compare import Likeness, Sameness, Thing, compare
from okawari.domain.same_thing.judge import Judge, judge_of
from okawari.domain.same_thing.title import FEW, take_in

__all__ = ["FEW", "Judge", "Likeness", "Sameness", "Thing", "compare", "judge_of", "take_in"]
