"""Signs that a mail is not what it says it is. Each function looks at one thing and yields reasons, or none."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from okawari.domain.authenticity import Reason
from okawari.domain.brands import Brands
from okawari.domain.claim import Claim, Place, author
from okawari.domain.hosts import organisation
from okawari.domain.lookalike import hidden_characters
from okawari.domain.lure import asks_for_secret, simplified_chinese
from okawari.domain.mail import Link, Mail
from okawari.domain.merchant import Merchant

_SHOWN_HOST = re.compile(r"^\s*(?:https?://)?([a-z0-9][a-z0-9.-]*\.[a-z]{2,})(?:[/?#:\s]|$)", re.IGNORECASE)
_SHOWN_ADDRESS = re.compile(r"[\w.+-]{1,64}@([\w-]+(?:\.[\w-]+)+)")
_SHOWN = 3
"""At most this many examples go into one reason."""


def imitated_domain(mail: Mail, brands: Brands) -> Iterator[Reason]:
    """Yield where the sender's domain is another's in disguise."""
    domain = author(mail).domain
    if brands.imitated(domain):
        yield Reason("lookalike_domain", domain)


def imitating_links(mail: Mail, brands: Brands) -> Iterator[Reason]:
    """Yield where links lead to hosts that are a merchant's in disguise."""
    hosts = [host for host in _hosts(mail.links) if brands.imitated(host)]
    if hosts:
        yield Reason("lookalike_link", ", ".join(hosts[:_SHOWN]))


def other_address_shown(mail: Mail, brands: Brands) -> Iterator[Reason]:
    """Yield where the From shows a merchant's address beside the one that is somebody else's, or the other way round."""
    if author(mail) is not mail.from_:
        return
    hosts = {found[1].lower(): found[0] for found in _SHOWN_ADDRESS.finditer(mail.header("from") or mail.from_.display)}
    others = [host for host in hosts if organisation(host) != organisation(mail.from_.domain)]
    if others and any(brands.owners(host) for host in (*others, mail.from_.domain)):
        yield Reason("other_address_shown", hosts[others[0]])


def several_senders(mail: Mail) -> Iterator[Reason]:
    """Yield where a mail has more than one From."""
    if sum(1 for _ in mail.header_values("from")) > 1:
        yield Reason("several_senders")


def hidden_in_headers(mail: Mail) -> Iterator[Reason]:
    """Yield the invisible characters in the sender's name or the subject; bodies of genuine mail are full of them."""
    found = hidden_characters(f"{mail.from_.display}\n{mail.subject}")
    if found:
        yield Reason("hidden_characters", ", ".join(found[:_SHOWN]))


def disguised_name(claim: Claim) -> Iterator[Reason]:
    """Yield where the brand is written with letters that only look like its own."""
    if claim.disguised and claim.place in {Place.DISPLAY, Place.TITLE}:
        yield Reason("disguised_name", claim.merchant.name_ja)


def links_elsewhere(mail: Mail, brands: Brands) -> Iterator[Reason]:
    """Yield the hosts of links that lead neither to the merchant nor to any merchant known, nor to the sender's own."""
    hosts = foreign_hosts(mail, brands)
    if hosts:
        yield Reason("links_elsewhere", ", ".join(hosts[:_SHOWN]))


def foreign_hosts(mail: Mail, brands: Brands) -> tuple[str, ...]:
    """Return the hosts of links that lead neither to a known merchant's pages nor to the sender's own domain."""
    own = organisation(author(mail).domain)
    return tuple(h for h in _hosts(mail.links) if not brands.leads_to(h) and organisation(h) != own)


def disguised_link(mail: Mail, merchant: Merchant, brands: Brands) -> Iterator[Reason]:
    """Yield a link whose text shows the merchant's address while it leads to somebody else."""
    for link in mail.links:
        shown = _SHOWN_HOST.match(link.text)
        if not shown or not link.host or organisation(shown[1].lower()) == organisation(link.host):
            continue
        if merchant in brands.leads_to(shown[1].lower()) and not brands.leads_to(link.host):
            yield Reason("disguised_link", f"{shown[1]} → {link.host}")
            return


def reply_elsewhere(mail: Mail, brands: Brands) -> Iterator[Reason]:
    """Yield a Reply-To at a domain that is neither the sender's nor any known merchant's."""
    reply = mail.reply_to
    if not reply or not reply.domain or author(mail) is not mail.from_ or brands.owners(reply.domain):
        return
    if organisation(reply.domain) != organisation(mail.from_.domain):
        yield Reason("reply_elsewhere", reply.address)


def secret_asked(mail: Mail) -> Iterator[Reason]:
    """Yield the words that ask for a password or card number (PHI-AMZ-04)."""
    words = asks_for_secret(mail.text)
    if words:
        yield Reason("asks_for_secret", words)


def foreign_writing(mail: Mail) -> Iterator[Reason]:
    """Yield characters of simplified Chinese in a Japanese mail (PHI-AMZ-06); one alone may be a product's name."""
    found = simplified_chinese(f"{mail.subject}\n{mail.text}")
    if len(found) > 1:
        yield Reason("foreign_writing", "".join(found[:10]))


def malformed_order(mail: Mail, merchant: Merchant) -> Iterator[Reason]:
    """Yield a number that stands like an order number of the merchant but cannot be one."""
    words = f"{mail.subject}\n{mail.text[:20_000]}"
    for like in merchant.order_like_patterns:
        for found in re.finditer(like, words):
            if not any(re.fullmatch(pattern, found[0]) for pattern in merchant.order_patterns):
                yield Reason("malformed_order", found[0])
                return


def _hosts(links: Sequence[Link]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(link.host for link in links if link.host))
