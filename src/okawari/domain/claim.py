"""In whose name a mail speaks.

Naming a brand is not speaking in its name: shops name ways of paying, carriers and malls, newsletters promise gift
cards, people ask about mails they got. A mail speaks for a brand when it comes from its domain, when it calls its
sender by the brand's name, or when it puts the brand into its title or greeting and no name of its own.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from enum import StrEnum
from typing import NamedTuple

from okawari.domain.brands import Brands, Mention
from okawari.domain.hosts import belongs
from okawari.domain.lookalike import skeleton
from okawari.domain.mail import Address, Mail
from okawari.domain.merchant import Merchant
from okawari.domain.sender_words import (
    ADDRESS_HOST,
    ADDRESSED,
    ANOTHERS,
    BRACKETS,
    CONVERSATION,
    GENERIC,
    LEAD,
    OUTLET,
    QUOTED,
    SIGNED,
    TITLES,
    WORDS,
)

_LINE = 400
_BODY_HEAD = 2_500
_BODY_END = 1_500
_LABEL_REACH = 24
"""Our own choice, like the eight letters below: how far behind its label a carrier or a way of paying is looked for."""
_MEANS_LABEL = re.compile(
    r"(?:配送|運送|発送|お届け|お?支払い?|決済|ご?返金)(?:会社|業者|方法|手段|先)[:はが]?[^:。]{0,8}$"
)
_VOUCHER = re.compile(r" ?(?:ギフト|ポイント|残高|pay|ペイ)")
_KANA = re.compile("[\u3041-\u30fa]")


class Place(StrEnum):
    """Where a mail speaks in a brand's name, the weightiest first."""

    DOMAIN = "domain"
    DISPLAY = "display"
    TITLE = "title"
    GREETING = "greeting"
    ADDRESS = "address"
    TEXT = "text"


class Claim(NamedTuple):
    """The merchant in whose name a mail speaks, and by what; `disguised` in letters that only look like the name's."""

    merchant: Merchant
    place: Place
    disguised: bool = False


def find_claim(mail: Mail, brands: Brands) -> Claim | None:
    """Return in whose name the mail speaks; None where it names brands without speaking for them, or none at all."""
    if len(mail.subject) > _LINE or len(mail.from_.display) > _LINE:
        shown = replace(mail.from_, display=mail.from_.display[:_LINE])
        mail = replace(mail, subject=mail.subject[:_LINE], from_=shown)
    sender = author(mail)
    owners = brands.owners(sender.domain)
    if owners:
        return Claim(_likeliest(owners, mail, brands), Place.DOMAIN)
    if mail.pasted and not sender.domain:
        return _text_claim(mail, brands)
    return _display_claim(sender, mail, brands) or _spoken_claim(sender, mail, brands) or _address_claim(sender, brands)


def author(mail: Mail) -> Address:
    """Return who wrote the mail: its From, or its Reply-To where a mailing list put itself into the From."""
    rewritten = " via " in mail.from_.display and any(name in {"list-id", "list-post"} for name, _ in mail.headers)
    if rewritten and mail.reply_to and mail.reply_to.domain:
        return Address(mail.from_.display.rpartition(" via ")[0], mail.reply_to.address, mail.reply_to.domain)
    return mail.from_


def _display_claim(sender: Address, mail: Mail, brands: Brands) -> Claim | None:
    mentions = tuple(brands.named(sender.display))
    if not mentions or not _is_whole_name(skeleton(sender.display), mentions):
        return None
    return _claim(mentions, Place.DISPLAY, mail)


def _is_whole_name(name: str, mentions: Sequence[Mention]) -> bool:
    """Return whether a sender's name is the brand's, not that of somebody who has to do with it."""
    if ANOTHERS.search(name) or any(OUTLET.match(name, mention.end) for mention in mentions):
        return False
    return not _own_words(name, mentions)


def _own_words(name: str, mentions: Sequence[Mention]) -> tuple[str, ...]:
    """Return the words of a name that are neither a brand nor what anybody calls himself."""
    for mention in mentions:
        name = name[: mention.start] + " " * (mention.end - mention.start) + name[mention.end :]
    return tuple(WORDS.findall(GENERIC.sub(" ", ADDRESS_HOST.sub(" ", name))))


def _spoken_claim(sender: Address, mail: Mail, brands: Brands) -> Claim | None:
    """Return the brand that titles or greets, in a mail that starts a conversation and has no name of its own."""
    subject = skeleton(mail.subject)
    if CONVERSATION.match(subject):
        return None
    titled = tuple(m for m in brands.named(mail.subject) if _is_title(subject, m))
    body = QUOTED.sub("", f"{mail.text[:_BODY_HEAD]}\n{mail.text[_BODY_HEAD:][-_BODY_END:]}")
    shown = skeleton(body)
    greeted = tuple(m for m in brands.named(body) if _speaks(shown, m))
    own = _own_words(skeleton(sender.display), tuple(brands.named(sender.display)))
    if titled and (not own or _share(titled, greeted)):
        return _claim(titled, Place.TITLE, mail)
    if greeted and not any(word in f"{subject} {shown}" for word in own):
        return _claim(greeted, Place.GREETING, mail)
    return None


def _is_title(subject: str, mention: Mention) -> bool:
    """Return whether a brand titles the subject: as its customer is spoken to, standing first, or alone in brackets."""
    if ADDRESSED.match(subject, mention.end):
        return True
    lead = LEAD.match(subject)
    if lead and mention.start <= lead.end() <= mention.end and TITLES.match(subject, mention.end):
        return True
    return any(
        found.start(1) <= mention.start < found.end(1)
        and not _own_words(found[1], [_shifted(mention, found.start(1))])
        and not OUTLET.match(found[1], mention.end - found.start(1))
        for found in BRACKETS.finditer(subject)
    )


def _shifted(mention: Mention, by: int) -> Mention:
    return Mention(mention.start - by, mention.end - by, mention.merchants)


def _speaks(body: str, mention: Mention) -> bool:
    """Return whether a body speaks to its reader as the brand's customer, or signs with the brand."""
    before = body[max(mention.start - 60, 0) : mention.start]
    return bool(ADDRESSED.match(body, mention.end) or SIGNED.search(before))


def _text_claim(mail: Mail, brands: Brands) -> Claim | None:
    """Return the brand a pasted text names most, since it seldom holds a From line; not as a carrier or a way of paying."""
    text = f"{mail.subject}\n{mail.text[: _BODY_HEAD + _BODY_END]}"
    mentions, shown = tuple(brands.named(text)), skeleton(text)
    whole = [
        one for one in mentions if not any(_holds(other, one) for other in mentions) and not _is_a_means(shown, one)
    ]
    counted = Counter(mention.merchants for mention in sorted(whole, key=lambda m: m.start))
    return Claim(_nearest(counted.most_common(1)[0][0], mail), Place.TEXT) if counted else None


def _is_a_means(shown: str, mention: Mention) -> bool:
    """Return whether a name is what a shop sends or is paid with: behind such a label (配送会社：ヤマト運輸), or as a voucher."""
    before = shown[max(mention.start - _LABEL_REACH, 0) : mention.start]
    return bool(_MEANS_LABEL.search(before) or _VOUCHER.match(shown, mention.end))


def _holds(longer: Mention, one: Mention) -> bool:
    """Return whether a name is only part of a longer one (Yahoo! in Yahoo!ショッピング)."""
    return longer.start <= one.start and one.end <= longer.end and (longer.start, longer.end) != (one.start, one.end)


def _address_claim(sender: Address, brands: Brands) -> Claim | None:
    imitated = brands.imitated(sender.domain)
    return Claim(imitated, Place.ADDRESS, disguised=True) if imitated else None


def _claim(mentions: Sequence[Mention], place: Place, mail: Mail) -> Claim:
    longest = max(mentions, key=lambda m: m.end - m.start)
    return Claim(_nearest(longest.merchants, mail), place, longest.disguised)


def _share(some: Sequence[Mention], others: Sequence[Mention]) -> bool:
    return bool({m.id for s in some for m in s.merchants} & {m.id for o in others for m in o.merchants})


def _likeliest(owners: Sequence[Merchant], mail: Mail, brands: Brands) -> Merchant:
    """Return which of several merchants on one domain the mail comes from.

    It is the one whose known address wrote it, else the one that it names, else the one whose main domain it is.
    """
    if len(owners) == 1:
        return owners[0]
    known = [m for m in owners if any(address == mail.from_.address.lower() for address, _ in m.senders)]
    if known:
        return known[0]
    named = [m for mention in brands.named(f"{mail.from_.display} {mail.subject}") for m in mention.merchants]
    main = [m for m in owners if belongs(mail.from_.domain, m.mail_domains[0])]
    return _nearest([m for m in owners if m in named] or main or owners, mail)


def _nearest(merchants: Sequence[Merchant], mail: Mail) -> Merchant:
    """Return the merchant of the reader's country where several bear one name: kana tell Japan."""
    japanese = bool(_KANA.search(f"{mail.subject}{mail.text[:500]}"))
    return next((m for m in merchants if (m.currency == "JPY") == japanese), merchants[0])
