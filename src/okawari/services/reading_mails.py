"""Read mails, in this process or in any other one."""

from __future__ import annotations

from collections.abc import Sequence

from okawari.domain.facts import facts_of
from okawari.domain.judge import Trust
from okawari.reading.mail.intake import RawMail
from okawari.reading.mail.same import same_mail_key
from okawari.services.opening import open_mail
from okawari.services.read import understand
from okawari.store.found import FoundMail, found_mail


def read_mails(mails: Sequence[RawMail], trust: Trust) -> tuple[FoundMail, ...]:
    """Return each mail with what it says, ready to be kept."""
    return tuple(_read(mail, trust) for mail in mails)


def _read(mail: RawMail, trust: Trust) -> FoundMail:
    reading = understand(open_mail(mail.raw, mail.file, trust, mail.sha256), trust)
    return found_mail(mail.raw, same_mail_key(mail.raw), reading, facts_of(reading))
