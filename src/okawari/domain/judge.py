"""The judgement whether a mail is genuine: proofs, signs, and one table that decides."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto

from okawari.domain import signs
from okawari.domain.authenticity import Authenticity, Reason, Verdict
from okawari.domain.brands import Brands
from okawari.domain.claim import Claim, Place, author
from okawari.domain.hosts import belongs, registered_name
from okawari.domain.institution import institution_named
from okawari.domain.japan_time import japan_day
from okawari.domain.lookalike import latin_skeleton
from okawari.domain.lure import presses
from okawari.domain.mail import Mail
from okawari.domain.merchant import Merchant
from okawari.domain.message import MessageKind, Understanding
from okawari.domain.order_history import OrderHistory, is_unknown
from okawari.domain.receiver import Checked, aligned, passed_on, trusted_results

_COUNCIL = "info@antiphishing.jp"  # PHI-REP-01


@dataclass(frozen=True, slots=True, kw_only=True)
class Trust:
    """What the person's own set-up proves: receivers by authserv-id (else the topmost), and records of their orders.

    With `check_dkim` mails are opened with their own signatures checked.
    """

    authserv_ids: tuple[str, ...] = ()
    check_dkim: bool = False
    histories: tuple[OrderHistory, ...] = ()


class Sender(Enum):
    """How the sender's address stands to the merchant in whose name the mail speaks, where it is not plainly proven."""

    RELAYED = auto()
    FORGED = auto()
    UNCHECKED = auto()
    FOREIGN = auto()
    NAMESAKE = auto()


def judge(mail: Mail, understood: Understanding, claim: Claim | None, brands: Brands, trust: Trust) -> Authenticity:
    """Return the verdict on a mail with its reasons, the weightiest first; `UNPROVEN` whenever there is doubt."""
    if claim is None:
        return _of_nobody_known(mail, brands)
    checked = None if mail.pasted else trusted_results(mail, trust.authserv_ids)
    proofs = tuple(_proofs(mail, claim, checked))
    if proofs and not _relayed(mail, claim.merchant):
        # Signs are found in genuine mail too; a proof outweighs them all.
        return Authenticity(Verdict.GENUINE, proofs)
    lured = _lured(mail, brands)
    sender = _sender(mail, claim, checked, proven=bool(proofs), foreign=bool(signs.foreign_hosts(mail, brands)))
    telling = (
        *signs.other_address_shown(mail, brands),
        *signs.imitated_domain(mail, brands),
        *signs.imitating_links(mail, brands),
    )
    hints = tuple(_hints(mail, understood, claim, brands, trust))
    verdict = _decide(sender, claim.place, telling=bool(telling), lured=lured, hints=len(hints))
    standing = tuple(_standing(mail, sender, checked))
    if verdict is Verdict.GENUINE:
        return Authenticity(verdict, (*proofs, *standing))
    grounds = (*standing, *telling, *hints, *signs.links_elsewhere(mail, brands))
    return Authenticity(verdict, (*grounds, *_advice(claim.merchant, verdict)))


def _of_nobody_known(mail: Mail, brands: Brands) -> Authenticity:
    """Return the verdict on a mail that speaks for no merchant we know."""
    domain = author(mail).domain
    if mail.pasted:
        return Authenticity(Verdict.UNPROVEN, (Reason("pasted"),))
    institution = institution_named(mail)
    if institution and not domain.endswith(".jp") and _lured(mail, brands):
        grounds = (Reason("institution_elsewhere", f"{institution} ≠ {domain}"), *signs.links_elsewhere(mail, brands))
        return Authenticity(Verdict.PHISHING, (*grounds, Reason("report_council", _COUNCIL)))
    return Authenticity(Verdict.UNPROVEN, (Reason("unknown_sender", domain),))


def _decide(sender: Sender, place: Place, *, telling: bool, lured: bool, hints: int) -> Verdict:
    """Return the verdict. Each line is one case; the first that fits decides. Without a proof nothing is genuine."""
    table = (
        (sender is Sender.RELAYED and not telling and not lured, Verdict.GENUINE),
        (sender is Sender.RELAYED, Verdict.UNPROVEN),
        (sender is Sender.FORGED, Verdict.PHISHING),
        (telling, Verdict.PHISHING),
        (sender is Sender.FOREIGN and place is Place.DISPLAY, Verdict.PHISHING),
        (sender is Sender.FOREIGN and lured, Verdict.PHISHING),
        (lured and hints > 1, Verdict.PHISHING),
    )
    return next((verdict for fits, verdict in table if fits), Verdict.UNPROVEN)


def _proofs(mail: Mail, claim: Claim, checked: Checked | None) -> Iterator[Reason]:
    if claim.place is not Place.DOMAIN or mail.pasted or any(signs.several_senders(mail)):
        return
    domain, official = mail.from_.domain, claim.merchant.mail_domains
    if checked:
        yield from (Reason(f"{r.method}_aligned", r.domain) for r in checked.passes(domain, official))
    for check in mail.dkim:
        if check.result == "pass" and aligned(check.domain, domain, official):
            yield Reason("own_dkim", check.domain)


def _relayed(mail: Mail, merchant: Merchant) -> bool:
    return any(belongs(mail.from_.domain, domain) for domain in merchant.relay_domains)


def _sender(mail: Mail, claim: Claim, checked: Checked | None, *, proven: bool, foreign: bool) -> Sender:
    if proven:
        return Sender.RELAYED
    if claim.place in {Place.DOMAIN, Place.TEXT}:
        # Where a merchant does not sign, forwarding alone breaks its only proof; then foreign links must come along.
        told = claim.merchant.signs_dkim or foreign
        return Sender.FORGED if checked and checked.failures() and told and not passed_on(mail) else Sender.UNCHECKED
    sender = author(mail).domain
    passed = checked is not None and any(aligned(domain, sender, (sender,)) for domain in checked.passed_for())
    return Sender.NAMESAKE if passed and _namesake(sender, claim.merchant) else Sender.FOREIGN


def _namesake(domain: str, merchant: Merchant) -> bool:
    """Return whether a domain may be the merchant's though not listed: one it shares with others, or a subsidiary's.

    A subsidiary's bears the merchant's name below a registry that only takes companies and bodies in Japan.
    """
    if any(belongs(domain, shared) for shared in merchant.shared_domains):
        return True
    name = latin_skeleton(registered_name(domain))
    own = {latin_skeleton(registered_name(listed)) for listed in merchant.mail_domains}
    return domain.endswith((".co.jp", ".go.jp", ".or.jp")) and any(part in own for part in (name, *name.split("-")))


def _hints(mail: Mail, understood: Understanding, claim: Claim, brands: Brands, trust: Trust) -> Iterator[Reason]:
    yield from signs.disguised_name(claim)
    yield from signs.several_senders(mail)
    yield from signs.hidden_in_headers(mail)
    yield from signs.malformed_order(mail, claim.merchant)
    yield from signs.secret_asked(mail)
    yield from signs.disguised_link(mail, claim.merchant, brands)
    yield from signs.reply_elsewhere(mail, brands)
    yield from signs.foreign_writing(mail)
    yield from _unknown_order(mail, understood, claim.merchant, trust)


def _unknown_order(mail: Mail, understood: Understanding, merchant: Merchant, trust: Trust) -> Iterator[Reason]:
    """Yield the first order that the person's own records lack; one hint however many, for a family has more accounts."""
    sent = japan_day(mail.date) if mail.date and understood.kind is MessageKind.ORDER_PLACED else None
    for order in understood.orders:
        on = order.ordered_on or sent
        if on and order.number and is_unknown(trust.histories, merchant.id, order.number, on):
            yield Reason("unknown_order", order.number)
            return


def _lured(mail: Mail, brands: Brands) -> bool:
    """Return whether the mail presses its reader to act, and not on the merchant's or the sender's own pages."""
    return presses(f"{mail.subject}\n{mail.text}") and (not mail.links or bool(signs.foreign_hosts(mail, brands)))


def _standing(mail: Mail, sender: Sender, checked: Checked | None) -> Iterator[Reason]:
    domain = author(mail).domain
    if sender is Sender.FORGED:
        yield Reason("sender_forged", domain)
    elif sender is Sender.FOREIGN:
        yield Reason("brand_not_in_domain", domain)
    elif sender is Sender.RELAYED:
        yield Reason("relayed", domain)
    elif sender is Sender.NAMESAKE:
        yield Reason("domain_not_listed", domain)
    if sender is Sender.UNCHECKED:
        yield _why_unchecked(mail, checked)
    elif sender is Sender.FOREIGN and checked and checked.passed_for():
        yield Reason("pass_for_other", ", ".join(checked.passed_for()))


def _why_unchecked(mail: Mail, checked: Checked | None) -> Reason:
    if mail.pasted:
        return Reason("pasted")
    if mail.inline_forward:
        return Reason("inline_forward")
    if checked is None:
        return Reason("no_trusted_result")
    if passed_on(mail):
        return Reason("passed_on")
    if checked.doubted and checked.by:
        return Reason("receiver_unknown", checked.by)
    return Reason("no_aligned_pass", mail.from_.domain)


def _advice(merchant: Merchant, verdict: Verdict) -> Iterator[Reason]:
    if merchant.check_url:
        place = merchant.check_url.split("/")[2].removeprefix("www.")
        yield Reason("check_orders", place) if merchant.kind == "shop" else Reason("check_notices", place)
    if verdict is Verdict.PHISHING:
        if merchant.report_to:
            yield Reason("report_to", merchant.report_to)
        yield Reason("report_council", _COUNCIL)
