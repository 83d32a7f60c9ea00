"""A plan for one case: what happened, where the money goes and by when, what to do, where else to get the thing."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from okawari.domain.case import Case
from okawari.domain.message import CauseCode
from okawari.domain.money import Money
from okawari.domain.phrase import Phrase
from okawari.domain.tracking.finding import Trace

if TYPE_CHECKING:  # both are judged from a case with the deadlines of a plan
    from okawari.domain.price_guarantee import PriceGuarantee
    from okawari.domain.wait import Wait


@dataclass(frozen=True, slots=True, kw_only=True)
class CauseCandidate:
    """A cause that fits, with its ground; a guess among others unless it is the shop's own word."""

    code: str
    why: Phrase


@dataclass(frozen=True, slots=True, kw_only=True)
class CauseFinding:
    """The cause in the shop's own words (`code`, `wording`), or `unknown`, and the candidates behind it."""

    code: CauseCode
    wording: str = ""
    candidates: tuple[CauseCandidate, ...] = ()

    @property
    def told(self) -> str:
        """The cause as one tells it: "worded" where the words give one that is none of ours."""
        return "worded" if self.code is CauseCode.UNKNOWN and self.wording else self.code.value


@dataclass(frozen=True, slots=True, kw_only=True)
class SeenRow:
    """A row of an account that shows money: the account's id, the row's own wording, its day and amount."""

    account: str
    wording: str
    on: date
    amount: Money


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """Rows that may be a share of money, as only the person can tell; `keys` are theirs.

    Without rows: `account`'s closed statement holds no charge, and it may be the account that the order was paid with.
    `doubted`: the person said of other money that it is not these rows.
    """

    keys: tuple[str, ...] = ()
    rows: tuple[SeenRow, ...] = ()
    account: str = ""
    doubted: bool = False

    @property
    def name(self) -> str:
        """Sixteen digits by which an answer says which rows it means."""
        return hashlib.sha256("\n".join((*self.keys, self.account)).encode()).hexdigest()[:16]


OWN_WORD = Candidate(account="own_word")
"""The person's own word that a share is back: no row shows it, so it names no account either."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """That a share of money has come back: `ground` says how that is known, `rows` (with their `keys`) show it.

    `ground` is "known" where the person saw all the money of the case, "person" where they recognised the rows, "own_word" where
    they saw this share elsewhere, "no_charge"
    where a closed statement of `account` holds no charge, else a `matching.Ground`. `together_with` are other orders whose
    money the same rows hold.
    """

    ground: str
    rows: tuple[SeenRow, ...] = ()
    together_with: tuple[str, ...] = ()
    keys: tuple[str, ...] = ()
    account: str = ""

    @property
    def candidate(self) -> Candidate:
        """What was found, as the person may say that it is not the money."""
        return Candidate(keys=self.keys, rows=self.rows, account=self.account)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sighting:
    """What accounts show of one share of money: that it has come, or what may be it; `refused` is not, says the person."""

    seen: Seen | None = None
    candidates: tuple[Candidate, ...] = ()
    refused: tuple[Candidate, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class RefundLeg:
    """One share of the money on its way back.

    Dates are days in Japan; None where no rule tells. `rule` is None where there is no rule (say `unknown`).
    `evidence` is the rule's grade (official > mirror > vendor > secondary > article > none), `sources` its source ids.
    `said_back` is the day on which the shop says that it gave all of this share back, where its own balances hold it: its
    word, which no account has shown yet. `or_else` holds what may hold instead for this same share (never a second share). `seen` is set once it has come,
    `candidates` are rows that may be it, `refused` those of which the person said that they are not.
    """

    method: str
    amount: Money | None
    rule: str | None
    destination: str
    earliest: date | None = None
    typical: date | None = None
    latest: date | None = None
    remind_on: date | None = None
    overdue_on: date | None = None
    counted_from: date | None = None
    counted_from_known: bool = True
    statement_hint: Phrase | None = None
    action: Phrase | None = None
    ask: Phrase | None = None
    evidence: str = "none"
    basis: str = ""
    confidence: str = "none"
    sources: tuple[str, ...] = ()
    kind: str | None = None
    condition: Phrase | None = None
    notes: tuple[Phrase, ...] = ()
    or_else: tuple[RefundLeg, ...] = ()
    said_back: date | None = None
    seen: Seen | None = None
    candidates: tuple[Candidate, ...] = ()
    refused: tuple[Candidate, ...] = ()

    @property
    def answerable(self) -> tuple[Candidate, ...]:
        """Everything of which the person can say whether it is this share, or take back what they said."""
        return (*self.candidates, self.seen.candidate if self.seen else OWN_WORD, *self.refused)

    @property
    def name(self) -> str:
        """The share by its way of paying and its kind: `rakuten_points:limited`."""
        return f"{self.method}:{self.kind}" if self.kind else self.method


@dataclass(frozen=True, slots=True, kw_only=True)
class Deadline:
    """A day that matters: `what` is a stable code (words under `deadlines.<what>`), `rule` where it comes from.

    `leg` is the name of the share whose money it is about, "" where it is about the order.
    """

    what: str
    on: date
    rule: str | None = None
    leg: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A message ready to send: to whom (`support`, `seller`, `shop`, `issuer`) and its words.

    Drafts go to people who read Japanese or English; the person chooses, so each is shown in both languages.
    """

    to: str
    body: Phrase


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One thing to do, in order: `code` is stable, `on` the day from which it makes sense (None: now).

    `leg` is the name of the share whose money it is about, "" where it is about the order.
    """

    code: str
    text: Phrase
    on: date | None = None
    rule: str | None = None
    draft: Draft | None = None
    leg: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchLink:
    """A prefilled search for one item in one mall, and what it searches by (`jan`, `isbn`, `asin`, `model`, `title`)."""

    mall: str
    url: str
    by: str
    query: str
    item: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """Everything a shopper is told about one case on one day."""

    case: Case
    on: date
    cause: CauseFinding
    refunds: tuple[RefundLeg, ...] = ()
    deadlines: tuple[Deadline, ...] = ()
    steps: tuple[Step, ...] = ()
    elsewhere: tuple[SearchLink, ...] = ()
    unknowns: tuple[Phrase, ...] = ()
    lost: tuple[Phrase, ...] = ()
    unaffected: tuple[Phrase, ...] = ()
    conflicts: tuple[str, ...] = ()
    traces: tuple[Trace, ...] = ()
    guarantees: tuple[PriceGuarantee, ...] = ()
    wait: Wait | None = None
