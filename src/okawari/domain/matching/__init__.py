"""Expected against seen: which rows of cards, banks and balances are the money that was owed."""

from okawari.domain.matching.ledger import Charge, Expected, Ground, Match, Matched, Question, Row
from okawari.domain.matching.matching import match_ledger
from okawari.domain.matching.voids import Covered, Held, Hold, look_for_charges

__all__ = [
    "Charge",
    "Covered",
    "Expected",
    "Ground",
    "Held",
    "Hold",
    "Match",
    "Matched",
    "Question",
    "Row",
    "look_for_charges",
    "match_ledger",
]
