"""A mail of an Amazon as the words to read: the forwarded one where it was passed on, without addresses of links."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from okawari.domain.hosts import belongs
from okawari.domain.mail import Mail
from okawari.domain.merchant import Merchant
from okawari.reading.causes import sentences
from okawari.sources.amazon_world.language import Language, language_of

_INVISIBLE = re.compile(r"[\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]")
_LINK = re.compile(r"<?https?://[^\s<>]*>?")
_QUOTE = re.compile(r"^(?:> ?)+", re.MULTILINE)
_PASSED_ON = re.compile(r"^\s*(?:(?:fwd?|wg|tr|rv|re|aw|i)\s*:\s*)+", re.IGNORECASE)
_TITLE = re.compile(r"[\"“„«‟][^\"“”„«»]*[\"”“»]?")
_TITLE_LINE = re.compile(r"^[ \t]*\* .*$|\[image:[^\]]{1,600}\]", re.MULTILINE)
_LONGEST_TEXT = 60_000  # characters; the orders of a mail stand in its first few thousand
_TELLING_TEXT = 6_000
_HEAD = re.compile(r"(?P<head>[^:]{2,40}?)\s?:")


@dataclass(frozen=True)
class Letter:
    """What of a mail is read.

    `head` is the subject's first words ("Ordered"), `subject` is without the goods' title. `goods` is the whole text
    up to the advertising, `text` the same without the lines of titles, which state nothing about the order.
    """

    sender: str
    subject: str
    head: str
    title_in_subject: str
    goods: str
    text: str
    sent: date | None
    language: Language

    @cached_property
    def statements(self) -> tuple[str, ...]:
        """Return the sentences that state something, without those that only suppose (if, falls, si)."""
        supposed = self.language.wordings["supposed"]
        return tuple(said for said in sentences(self.text) if not supposed.search(said))

    def states(self, wording: str) -> bool:
        """Return whether a statement has the wording of that name."""
        return any(self.language.wordings[wording].search(said) for said in self.statements)


def letter_of(mail: Mail, merchant: Merchant) -> Letter:
    """Return the words of the mail, or of the merchant's mail inside it where it was forwarded."""
    told = _told(mail, merchant)
    subject = _PASSED_ON.sub("", _INVISIBLE.sub("", told.subject)).strip()
    goods = _plain(told.text[:_LONGEST_TEXT])
    head = _HEAD.match(subject)
    rest = subject[head.end() :].strip() if head else subject
    language = language_of(f"{subject}\n{goods[:_TELLING_TEXT]}", merchant.id)
    advertising = re.search(language.labels["advertising"], goods, re.IGNORECASE | re.MULTILINE)
    goods = goods[: advertising.start()] if advertising else goods
    return Letter(
        sender=told.from_.address.lower(),
        subject=_TITLE.sub(" ", subject),
        head=head["head"] if head else "",
        title_in_subject=rest.strip('"“”„«»‟ '),
        goods=goods,
        text=without_titles(goods),
        sent=told.date.date() if told.date else None,
        language=language,
    )


def without_titles(goods: str) -> str:
    """Return the text with blanks in place of titles, so that every other word stays where it was."""
    return _TITLE_LINE.sub(lambda found: " " * len(found[0]), goods)


def _told(mail: Mail, merchant: Merchant) -> Mail:
    inside = (one for one in reversed(mail.forwarded) if one.text)
    return next((one for one in inside if any(belongs(one.from_.domain, d) for d in merchant.mail_domains)), mail)


def _plain(text: str) -> str:
    unquoted = _QUOTE.sub("", text) if text.lstrip().startswith(">") else text
    return _LINK.sub("", _INVISIBLE.sub("", unquoted).replace("\u00a0", " ").replace("\u202f", " "))
