"""The judgement whether a mail is genuine."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from okawari.domain.authenticity import Authenticity, Reason, Verdict
from okawari.domain.claim import belongs
from okawari.domain.mail import Mail
from okawari.domain.merchant import Merchant
from okawari.domain.message import Understanding


@dataclass(frozen=True, slots=True, kw_only=True)
class Trust:
    """What the person's own set-up proves: receivers by authserv-id (else the topmost), and the orders they know of."""

    authserv_ids: tuple[str, ...] = ()
    known_orders: frozenset[str] = frozenset()
    history_complete: bool = False


def judge(mail: Mail, understood: Understanding, merchants: Mapping[str, Merchant], trust: Trust) -> Authenticity:
    """Return the verdict on a mail with its reasons; `UNPROVEN` whenever there is doubt."""
    merchant = merchants.get(understood.merchant or "")
    if mail.pasted and not mail.from_.domain:
        return Authenticity(Verdict.UNPROVEN, (Reason("pasted"),))
    if merchant is None:
        return Authenticity(Verdict.UNPROVEN, (Reason("unknown_sender", mail.from_.domain),))
    if not any(belongs(mail.from_.domain, domain) for domain in merchant.mail_domains):
        return Authenticity(Verdict.PHISHING, (Reason("brand_not_in_domain", mail.from_.domain),))
    trusted = [r for r in mail.authentication if not trust.authserv_ids or r.authserv_id in trust.authserv_ids]
    for results in trusted[:1]:
        for result in results.results:
            if (
                result.method in {"dkim", "dmarc"}
                and result.result == "pass"
                and belongs(result.domain, merchant.mail_domains[0])
            ):
                return Authenticity(Verdict.GENUINE, (Reason("aligned_pass", result.domain),))
    return Authenticity(Verdict.UNPROVEN, (Reason("no_trusted_result"),))
