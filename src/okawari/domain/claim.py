"""In whose name a mail speaks."""

from __future__ import annotations

from collections.abc import Iterable

from okawari.domain.mail import Mail
from okawari.domain.merchant import Merchant


def claimed_merchant(mail: Mail, merchants: Iterable[Merchant]) -> Merchant | None:
    """Return the merchant in whose name the mail speaks: by its From domain, else by the brand it shows.

    A pasted text shows its brand anywhere, since it seldom holds a From line.
    """
    listed = tuple(merchants)
    for merchant in listed:
        if any(belongs(mail.from_.domain, domain) for domain in merchant.mail_domains):
            return merchant
    shown = f"{mail.from_.display} {mail.subject} {mail.text if mail.pasted else ''}".lower()
    return next((m for m in listed if any(word in shown for word in m.brand_words)), None)


def belongs(host: str, domain: str) -> bool:
    """Return whether `host` is `domain` or below it."""
    return host == domain or host.endswith(f".{domain}")
