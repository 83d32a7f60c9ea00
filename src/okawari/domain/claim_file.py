"""What goes with a claim: the plan of the case, the doors, what lacks, the mails as they came, and the person's files."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from okawari.domain.attachment import Attachment
from okawari.domain.doors import Door
from okawari.domain.plan import Plan


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimMail:
    """One mail as it came (`raw`), by a file name that is safe anywhere, and what it says as text, perhaps cut short."""

    name: str
    sha256: str
    subject: str
    sender: str
    sent_at: datetime | None
    text: str
    cut: bool
    raw: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimAttachment:
    """One file that the person added (`raw`), by a file name that is safe anywhere."""

    name: str
    file: Attachment
    raw: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimFile:
    """A claim, ready to be written; `left_out` counts mails that were too many or are kept no more."""

    plan: Plan
    doors: tuple[Door, ...]
    lacks: tuple[str, ...]
    mails: tuple[ClaimMail, ...] = ()
    left_out: int = 0
    attachments: tuple[ClaimAttachment, ...] = ()
