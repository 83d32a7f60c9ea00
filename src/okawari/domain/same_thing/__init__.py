"""Whether an offer is the thing that is wanted: by its numbers first, then by what the two titles say."""

from okawari.domain.same_thing.compare import Likeness, Sameness, Thing, compare
from okawari.domain.same_thing.judge import Judge, judge_of

__all__ = ["Judge", "Likeness", "Sameness", "Thing", "compare", "judge_of"]
