"""What a mail of Amazon.co.jp says."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from okawari.domain.mail import Mail
from okawari.domain.merchant import Merchant
from okawari.domain.message import Cancel, CancelBy, CauseCode, Item, MessageKind, OrderPart, Understanding
from okawari.domain.problem import Problem
from okawari.sources.amazon_jp import cancel, seller_message
from okawari.sources.amazon_jp.delivery import parcels_in
from okawari.sources.amazon_jp.kinds import Finding, kind_of
from okawari.sources.amazon_jp.letter import Letter, letters
from okawari.sources.amazon_jp.orders import Section, read_order, read_shared, sections
from okawari.sources.amazon_jp.partial import cancelled_lines
from okawari.sources.amazon_jp.refund import conditions, read_refund
from okawari.sources.amazon_jp.statements import statements
from okawari.sources.amazon_jp.titles import named_title

NAME = "amazon_jp"
VERSION = 4

_JAPANESE = re.compile(r"[\u3040-\u30ff\u4e00-\u9fff]")
_CANCELS = frozenset({MessageKind.CANCELLED, MessageKind.PARTIALLY_CANCELLED, MessageKind.CANCEL_REQUESTED})
_WITH_REFUND = _CANCELS | {MessageKind.REFUND_ISSUED}
_OFFERS = frozenset({MessageKind.PROMOTION, MessageKind.RESTOCK})
_ABOUT_ORDERS = frozenset(MessageKind) - _OFFERS - {MessageKind.OTHER, MessageKind.CARD_USED}
_FROM_SELLERS = frozenset({MessageKind.SELLER_MESSAGE, MessageKind.SUBSTITUTE_OFFERED})


class _Orders(NamedTuple):
    """The orders of a mail and what was not clear about them."""

    parts: tuple[OrderPart, ...]
    problems: tuple[Problem, ...]


def read(mail: Mail, merchant: Merchant) -> Understanding | None:
    """Return what the mail says, None where it is not written in Japanese and so none of this shop's."""
    if not (_JAPANESE.search(mail.subject + mail.text) or _JAPANESE.search(mail.html_text)):
        return None
    understood: list[Understanding] = []
    for letter in letters(mail, merchant.mail_domains):
        understood.append(_understand(letter, merchant))
        if _is_whole(understood[-1]):
            return understood[-1]
    return max(understood, key=_richness)


def _is_whole(understood: Understanding) -> bool:
    """Return whether a reading leaves nothing that the mail's other part could add."""
    listed = all(part.number and part.items for part in understood.orders)
    return bool(understood.orders) and listed and understood.kind is not MessageKind.OTHER


def _richness(understood: Understanding) -> tuple[bool, int, bool]:
    """Rank readings of the text and of the HTML: order, items, kind; the text wins a tie because it comes first."""
    items = sum(len(part.items) for part in understood.orders)
    return bool(understood.orders), items, understood.kind is not MessageKind.OTHER


def _understand(letter: Letter, merchant: Merchant) -> Understanding:
    orders = _orders(letter)
    said = _said(letter, {item.title for part in orders.parts for item in part.items})
    finding = kind_of(letter, said)
    if finding.kind is MessageKind.CANCELLED:
        finding, orders = _partially(finding, orders, letter, said)
    parts = _completed(orders.parts, letter, finding)
    problems = [*orders.problems]
    if finding.kind in _ABOUT_ORDERS and not any(part.number for part in parts):
        problems.append(Problem("order_number_missing", "orders", letter.subject))
    refund = None
    if finding.kind in _WITH_REFUND:
        refund, unclear = read_refund(letter.lines, said, letter.sent)
        problems.extend(unclear)
    cancelled = _cancel(finding, parts, letter, said) if finding.kind in _CANCELS else None
    wrote = finding.kind is MessageKind.SELLER_MESSAGE
    chooses = wrote and seller_message.asks_choice(said)
    return Understanding(
        merchant=merchant.id,
        kind=finding.kind,
        orders=() if finding.kind in _OFFERS else tuple(p for p in parts if p.number or p.items or p.total),
        parcels=parcels_in(letter.text),
        cancel=cancelled,
        refund=refund,
        problems=tuple(problems),
        asks_choice=chooses,
        cannot_supply=seller_message.cannot_supply(said) if wrote and not chooses else None,
        evidence=tuple(_evidence(finding, parts, cancelled, said)),
        reader=NAME,
        reader_version=VERSION,
    )


def _orders(letter: Letter) -> _Orders:
    """Return the orders of a mail; one without a number where it names none."""
    found, common = sections(letter)
    shared = read_shared(common, letter.sent)
    both = [read_order(section, letter, shared) for section in found or (Section("", letter.lines),)]
    return _Orders(tuple(part for part, _ in both), tuple(problem for _, problems in both for problem in problems))


def _said(letter: Letter, titles: set[str]) -> tuple[str, ...]:
    """Return the sentences that the mail states; of a seller's message those of the seller."""
    if seller_message.passed_on(letter):
        letter = replace(letter, lines=tuple(seller_message.message_lines(letter.lines)))
    return statements(letter, titles)


def _partially(finding: Finding, orders: _Orders, letter: Letter, said: Sequence[str]) -> tuple[Finding, _Orders]:
    """Return the finding and the orders, with only the cancelled goods where not the whole order was cancelled."""
    own = cancelled_lines(letter)
    if own is None and not cancel.is_partial(said):
        return finding, orders
    finding = finding._replace(kind=MessageKind.PARTIALLY_CANCELLED)
    if own is None or len(orders.parts) != 1:
        return finding, orders
    whole = orders.parts[0]
    part, problems = read_order(Section(whole.number, own), letter, read_shared((), letter.sent))
    return finding, _Orders((replace(whole, items=part.items, seller=part.seller or whole.seller),), problems)


def _completed(parts: Sequence[OrderPart], letter: Letter, finding: Finding) -> tuple[OrderPart, ...]:
    """Return the orders with what stands outside of them: the seller who sent the mail, a title in its subject."""
    seller = seller_message.seller_of(letter)
    completed = [replace(part, seller=part.seller or seller) for part in parts]
    if len(completed) == 1 and not completed[0].items and finding.kind not in _FROM_SELLERS:
        title = named_title(letter, finding)
        completed = [replace(completed[0], items=(Item(title=title),) if title else ())]
    return tuple(completed)


def _cancel(finding: Finding, parts: Sequence[OrderPart], letter: Letter, said: Sequence[str]) -> Cancel:
    stated = tuple(dict.fromkeys((*said, letter.subject)))
    by_seller = seller_message.passed_on(letter)
    if by_seller and finding.kind is MessageKind.CANCEL_REQUESTED:
        cause, wording = cancel.cause_of(stated, ignored=(CauseCode.BUYER_REQUEST,))
        return Cancel(by=CancelBy.SHOP, cause=cause, wording=wording)
    found = cancel.read_cancel(stated, finding.wording, parts[0].seller, parts[0].shipped_by)
    if by_seller and found.by is not CancelBy.BUYER:
        return replace(found, by=CancelBy.SHOP)
    return found


def _evidence(
    finding: Finding, parts: Sequence[OrderPart], cancelled: Cancel | None, said: Sequence[str]
) -> Iterator[tuple[str, str]]:
    """Yield the wordings that a person may want to check: of the kind, the cause, the payments, the money's way back."""
    if finding.wording:
        yield "kind", finding.wording
    if cancelled and cancelled.wording:
        yield "cause", cancelled.wording
    if finding.kind in _WITH_REFUND:
        yield from (("refund", sentence) for sentence in conditions(said))
    yield from (("payment", paid.wording) for part in parts for paid in part.payments)
