"""The document `okawari.claim/1`."""

from __future__ import annotations

from okawari.contract import values
from okawari.contract.contact import contacts
from okawari.contract.values import Document
from okawari.domain.claim_file import ClaimFile
from okawari.domain.doors import Door
from okawari.i18n import say, text

SCHEMA = "okawari.claim/1"


def claim_document(file: ClaimFile, locale: str, written: str | None = None) -> Document:
    """Return what a claim file holds; `written` is where it was written."""
    case = file.plan.case
    return {
        "schema": SCHEMA,
        "on": values.day(file.plan.on),
        "merchant": case.merchant,
        "order": case.order,
        "file": written,
        "doors": [_door(door, locale) for door in file.doors],
        "lacks": [{"code": code, "text": text(f"claims.lacks_{code}", locale)} for code in file.lacks],
        "contacts": contacts(case),
        "mails": [
            {"name": mail.name, "sha256": mail.sha256, "subject": mail.subject, "sent_at": values.moment(mail.sent_at)}
            for mail in file.mails
        ],
        "left_out": file.left_out,
        "attachments": [
            {
                "name": one.name,
                "sha256": one.file.sha256,
                "original": one.file.name,
                "media": one.file.media.value,
                "size": one.file.size,
                "added_at": values.moment(one.file.added_at),
            }
            for one in file.attachments
        ],
    }


def _door(door: Door, locale: str) -> Document:
    return {
        "way": door.way.value,
        "name": text(f"claims.way_{door.way}", locale),
        "stand": door.stand.value,
        "opens": values.day(door.opens),
        "closes": values.day(door.closes),
        "cap": values.money(door.cap),
        "rules": list(door.rules),
        "notes": [say(note, locale) for note in door.notes],
    }
