"""Institutions of Japan that forgers impersonate without our knowing each: banks, brokers, utilities, authorities.

Their own domains end in .jp; a foreign domain that speaks for one and presses for something is a forger's.
"""

from __future__ import annotations

import re

from okawari.domain.claim import author
from okawari.domain.lookalike import plain
from okawari.domain.mail import Mail
from okawari.domain.sender_words import BRACKETS, GENERIC

_KINDS = "銀行|信用金庫|信用組合|労働金庫|信託|証券|證券|年金機構|税務署|国税局|電力|ガス|水道局|裁判所|警察署|警察庁|市役所|区役所"
_INSTITUTION = re.compile(rf"^(?:株式会社)?[\w・ー]{{1,12}}(?:{_KINDS})(?:株式会社)?$")


def institution_named(mail: Mail) -> str:
    """Return the institution that a mail calls itself by, in its sender's name or in brackets in its subject; or ""."""
    display = plain(author(mail).display)
    bracketed = [found[1] for found in BRACKETS.finditer(plain(mail.subject))]
    # A sender with a name of its own only speaks of what stands in its subject.
    shown = [display] if GENERIC.sub("", display) else bracketed
    return next((name for name in shown if _INSTITUTION.match(name)), "")
