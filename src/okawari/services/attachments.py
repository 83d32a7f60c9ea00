"""Add files to a case as evidence for its claim, list them, and take them away again."""

from __future__ import annotations

import hashlib
from datetime import datetime

from okawari.domain.attachment import LARGEST, MOST, MOST_BYTES, Attachment, plain_name
from okawari.domain.case import Case
from okawari.reading.attachments import media_of
from okawari.store import attachments
from okawari.store.engine import Store

__all__ = ["LARGEST", "LIMITS", "Attachment", "AttachmentError", "attach", "attached", "detach"]

LIMITS = {"each": LARGEST // 1_000_000, "all": MOST_BYTES // 1_000_000}
"""How much a file and all files of a case may hold, in megabytes, as people are told."""


class AttachmentError(Exception):
    """A file that is not taken; `code` says why: `empty`, `too_large`, `no_media`, `too_many`."""

    def __init__(self, code: str, name: str) -> None:
        """Name the reason and the file."""
        super().__init__(f"{name}: {code}")
        self.code = code
        self.name = name


def attach(store: Store, case: Case, name: str, raw: bytes, now: datetime) -> Attachment:
    """Keep a file of a case as it came, and return it; one of the same bytes is kept once.

    AttachmentError where it is empty, larger than `LARGEST`, no PNG, JPEG, PDF or HTML, or more than a case may hold.
    """
    named = plain_name(name)
    if not raw:
        raise AttachmentError("empty", named)
    if len(raw) > LARGEST:
        raise AttachmentError("too_large", named)
    media = media_of(raw)
    if media is None:
        raise AttachmentError("no_media", named)
    digest = hashlib.sha256(raw).hexdigest()
    one = Attachment(sha256=digest, name=named, media=media, size=len(raw), added_at=now)
    with store.writing() as transaction:
        kept = attachments.of_orders(transaction, case.merchant, case.numbers)
        known = next((other for other in kept if other.sha256 == digest), None)
        if known is not None:
            return known
        if len(kept) >= MOST or sum(other.size for other in kept) + one.size > MOST_BYTES:
            raise AttachmentError("too_many", named)
        attachments.add(transaction, case.merchant, case.order, one, raw)
    return one


def attached(store: Store, case: Case) -> tuple[Attachment, ...]:
    """Return the files of a case, the first added first."""
    with store.reading() as transaction:
        return attachments.of_orders(transaction, case.merchant, case.numbers)


def detach(store: Store, case: Case, start: str) -> Attachment | None:
    """Delete the one file of a case whose SHA-256 begins so (six digits or more); None where there is none, or several."""
    found = [one for one in attached(store, case) if len(start) >= 6 and one.sha256.startswith(start)]
    if len(found) != 1:
        return None
    with store.writing() as transaction:
        attachments.remove(transaction, case.merchant, case.numbers, found[0].sha256)
    return found[0]
