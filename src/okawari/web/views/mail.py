"""One kept mail as its page shows it: always as text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from okawari.domain.plan import Plan
from okawari.i18n.witnesses import parcel_text, use_text
from okawari.services.evidence import KeptMail
from okawari.web.paths import case_path
from okawari.web.views.case import CaseView, VerdictView, case_view, verdict_view
from okawari.web.words import Words

_SHOWN_CHARACTERS = 20_000


@dataclass(frozen=True, slots=True, kw_only=True)
class MailView:
    """Who wrote, what, and where links lead (hosts only); `cases` are the pages of its orders as (address, number).

    `uses` and `parcels` are what an issuer of cards, a carrier or a shop tells of, a line each. `plan` is what to do where the
    mail names no order.
    """

    digest: str
    pasted: bool
    sender: str
    subject: str
    date: str
    kind: str
    verdict: VerdictView
    text: str
    cut: bool
    problems: tuple[str, ...]
    hosts: tuple[str, ...]
    cases: tuple[tuple[str, str], ...]
    uses: tuple[str, ...]
    parcels: tuple[str, ...]
    plan: CaseView | None


def mail_view(kept: KeptMail, plans: Sequence[Plan], words: Words) -> MailView:
    """Return the page of a mail; `plans` are those that its own words give."""
    mail, said = kept.mail, kept.reading.understood
    orderless = next((plan for plan in plans if not plan.case.order), None)
    return MailView(
        digest=mail.sha256,
        pasted=mail.pasted,
        sender=f"{mail.from_.display} <{mail.from_.address}>" if mail.from_.address else words("sender_unknown"),
        subject=mail.subject,
        date=words.moment(mail.date) if mail.date else words("day_unknown"),
        kind=words.known(f"cases.kind_{said.kind.value}", "mail_text"),
        verdict=verdict_view(kept.reading.authenticity, words),
        text=mail.text[:_SHOWN_CHARACTERS],
        cut=len(mail.text) > _SHOWN_CHARACTERS,
        problems=words.problems((*mail.problems, *said.problems)),
        hosts=tuple(dict.fromkeys(link.host for link in mail.links if link.host))[:20],
        cases=tuple((case_path(key.merchant, key.order), key.order) for key in kept.orders if key.order),
        uses=tuple(use_text(use, words.locale) for use in said.uses),
        parcels=tuple(parcel_text(parcel, words.locale) for parcel in said.parcels),
        plan=case_view(orderless, words) if orderless else None,
    )
