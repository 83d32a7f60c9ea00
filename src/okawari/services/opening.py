"""Open a kept or found mail: read it, and check its own signatures where the person allows that."""

from __future__ import annotations

from functools import cache

from okawari.domain.judge import Trust
from okawari.domain.mail import DkimCheck, Mail
from okawari.fetching.dkim_keys import DkimKeys
from okawari.reading.mail.parse import parse_mail, unchecked
from okawari.reading.mail.signatures import check_signatures
from okawari.sources import registry


def open_mail(raw: bytes, file: str, trust: Trust, sha256: str = "") -> Mail:
    """Return the mail in `raw`, its DKIM signatures checked where `trust` says so; `sha256` is that of `raw` where known."""
    return parse_mail(raw, file, _checked if trust.check_dkim else unchecked, sha256)


def _checked(raw: bytes, sender_domain: str) -> tuple[DkimCheck, ...]:
    """Check signatures of merchants' mails only: nobody else's key is ever asked for."""
    return check_signatures(raw, sender_domain, _keys()) if registry.brands().owners(sender_domain) else ()


@cache
def _keys() -> DkimKeys:
    return DkimKeys()
