"""Whether an offer is the thing that is wanted: by its numbers first, then by what the two titles say."""

from okawari.domain.same_thing.compare import Likeness, Sameness, Thing, compare, compare_each
from okawari.domain.same_thing.title import take_in

__all__ = ["Likeness", "Sameness", "Thing", "compare", "compare_each", "take_in"]
