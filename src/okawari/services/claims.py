"""Put together what goes with a claim."""

from __future__ import annotations

from collections.abc import Iterator

from okawari.domain.case import Case
from okawari.domain.claim_file import ClaimAttachment, ClaimFile, ClaimMail
from okawari.domain.doors import doors_of, lacks_of
from okawari.domain.japan_time import japan_day
from okawari.domain.plan import Plan
from okawari.reading.bundle import is_bundle
from okawari.rules.loader import rules
from okawari.services.household import Household
from okawari.services.opening import open_mail
from okawari.sources import registry
from okawari.store import attachments, evidence

MOST_MAILS = 100
LONGEST_TEXT = 6_000
LONGEST_TEXTS = 60_000


def claim_file(household: Household, plan: Plan) -> ClaimFile:
    """Return the claim file of a case that is no forgery: with its mails, the earliest first, and added files."""
    told = [entry.evidence for entry in plan.case.timeline if entry.believed and entry.evidence and not entry.own_file]
    digests = list(dict.fromkeys(told))
    mails = tuple(_mails(household, digests[:MOST_MAILS]))
    return ClaimFile(
        plan=plan,
        doors=doors_of(plan, rules("marketplace"), registry.merchants().get(plan.case.merchant or "")),
        lacks=lacks_of(plan),
        mails=mails,
        left_out=len(digests) - len(mails),
        attachments=tuple(_attachments(household, plan.case)),
    )


def _attachments(household: Household, case: Case) -> Iterator[ClaimAttachment]:
    with household.store.reading() as transaction:
        for number, one in enumerate(attachments.of_orders(transaction, case.merchant, case.numbers), 1):
            raw = attachments.raw(transaction, case.merchant, case.numbers, one.sha256)
            if raw is not None:
                name = f"{number:02}-{japan_day(one.added_at).isoformat()}-{one.sha256[:8]}.{one.media.suffix}"
                yield ClaimAttachment(name=name, file=one, raw=raw)


def _mails(household: Household, digests: list[str]) -> Iterator[ClaimMail]:
    left = LONGEST_TEXTS
    number = 0
    for digest in digests:
        with household.store.reading() as transaction:
            kept = evidence.raw(transaction, digest)
        if kept is None or not kept[1] or is_bundle(kept[1]):
            continue
        source, raw = kept
        mail = open_mail(raw, source, household.trust)
        number += 1
        day = japan_day(mail.date).isoformat() if mail.date else "undated"
        whole = mail.text
        text = whole[: min(LONGEST_TEXT, left)]
        left -= len(text)
        yield ClaimMail(
            name=f"{number:02}-{day}-{digest[:8]}.eml",
            sha256=digest,
            subject=mail.subject,
            sender=mail.from_.address,
            sent_at=mail.date,
            text=text,
            cut=len(text) < len(whole),
            raw=raw,
        )
