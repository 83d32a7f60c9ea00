"""Whether an offer is the thing that is wanted: by its numbers first, then by what the two titles say.

Each title is written in one spelling (`spelling`), cut up and read by itself (`taken_apart`, by the tables of `vocabulary`
and `language`), once. Then `compare` asks in turn: does a number settle it, is the offer a part, what differs, what is open
(`verdicts`, which rest on `traits` and `scripts`); and where nothing does, what words only one of them has (`names`). Each folder imports
only from those named before it.
"""

from okawari.domain.same_thing.compare import Likeness, Sameness, Thing, compare, compare_each
from okawari.domain.same_thing.taken_apart.title import take_in

__all__ = ["Likeness", "Sameness", "Thing", "compare", "compare_each", "take_in"]
