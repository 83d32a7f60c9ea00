"""What a mail of Amazon.co.jp says."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from okawari.domain.mail import Mail
from okawari.domain.merchant import Merchant
from okawari.domain.message import Cancel, CancelBy, CauseCode, Item, MessageKind, OrderPart, Understanding
from okawari.domain.problem import Problem
from okawari.sources.amazon_jp import cancel, seller_message
from okawari.sources.amazon_jp.delivery import parcels_in
from okawari.sources.amazon_jp.kinds import Finding, has_status, kind_of
from okawari.sources.amazon_jp.letter import Letter, letters
from okawari.sources.amazon_jp.orders import Section, read_order, read_shared, sections
from okawari.sources.amazon_jp.products import is_cut
from okawari.sources.amazon_jp.refund import conditions, read_refund
from okawari.sources.amazon_jp.statements import statements

VERSION = 2
_JAPANESE = re.compile(r"[\u3040-\u30ff\u4e00-\u9fff]")
_TITLE_IN_SUBJECT = re.compile(r"[^:：]{2,8}[:：]\s*「(?P<title>.+)」\s*")
_TITLE_IN_SENTENCE = re.compile(r"(?:商品)?「(?P<title>[^」]{4,})」(?:[（(][^）)]{1,12}[）)])?\s*(?:は|が|を|の|につ)")
_NO_TITLE = re.compile(r"注文履歴|アカウント|カスタマー|お問い合わせ|メッセージ|よくある|ヘルプ|出品者")
_CANCELLED_GOODS = re.compile(r"(?:キャンセル(?:された|となった|した|対象の?|する)(?:ご注文)?(?:の?商品|内容)).*")
_KEPT_GOODS = re.compile(
    r"(?:(?:引き続き|このまま)?(?:お届け|発送|配送)(?:する|予定の|される|対象の)|残りの|その他の|キャンセルされ(?:ない|なかった|ていない))(?:ご注文)?(?:の?商品|内容).{0,12}"
)


def read(mail: Mail, merchant: Merchant) -> Understanding | None:
    """Return what the mail says, None where it is not written in Japanese and so none of this shop's."""
    if not _JAPANESE.search(mail.subject + mail.text + mail.html_text):
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
    orders, common = sections(letter)
    shared = read_shared(common, letter.sent)
    read_orders = [read_order(section, letter, shared) for section in orders or (Section("", letter.lines),)]
    said = _said(letter, {item.title for part, _ in read_orders for item in part.items})
    finding = kind_of(letter, said)
    parts = _with_seller(_with_titles([part for part, _ in read_orders], letter, finding), letter)
    problems = [problem for _, found in read_orders for problem in found]
    if not orders and finding.kind in _ABOUT_ORDERS:
        problems.append(Problem("order_number_missing", "orders", letter.subject))
    finding, parts, told_apart = _partially(finding, parts, letter, said)
    if told_apart:
        problems = [problem for problem in problems if problem.code != "several_sellers"]
    refund, refund_problems = read_refund(letter.lines, said, letter.sent)
    with_refund = finding.kind in _WITH_REFUND
    cancelled = _cancel(finding, parts, letter, said)
    return Understanding(
        merchant=merchant.id,
        kind=finding.kind,
        orders=() if finding.kind in _OFFERS else tuple(p for p in parts if p.number or p.items or p.total),
        parcels=parcels_in(letter.text),
        cancel=cancelled,
        refund=refund if with_refund else None,
        problems=(*problems, *(refund_problems if with_refund else ())),
        asks_choice=finding.kind is MessageKind.SELLER_MESSAGE and seller_message.asks_choice(said),
        evidence=(
            *((("kind", finding.wording),) if finding.wording else ()),
            *((("cause", cancelled.wording),) if cancelled and cancelled.wording else ()),
            *(("refund", sentence) for sentence in (conditions(said) if with_refund else ())),
            *(("payment", paid.wording) for part in parts for paid in part.payments),
        ),
        reader="amazon_jp",
        reader_version=VERSION,
    )


_CANCELS = frozenset({MessageKind.CANCELLED, MessageKind.PARTIALLY_CANCELLED, MessageKind.CANCEL_REQUESTED})
_WITH_REFUND = _CANCELS | {MessageKind.REFUND_ISSUED}
_OFFERS = frozenset({MessageKind.PROMOTION, MessageKind.RESTOCK})
_ABOUT_ORDERS = frozenset(MessageKind) - _OFFERS - {MessageKind.OTHER, MessageKind.CARD_USED}
_FROM_SELLERS = frozenset({MessageKind.SELLER_MESSAGE, MessageKind.SUBSTITUTE_OFFERED})


def _said(letter: Letter, titles: set[str]) -> tuple[str, ...]:
    if seller_message.passed_on(letter):
        letter = replace(letter, lines=tuple(seller_message.message_lines(letter.lines)))
    return statements(letter, titles)


def _with_titles(parts: Sequence[OrderPart], letter: Letter, finding: Finding) -> list[OrderPart]:
    """Return the orders; a mail about one order that lists no item names it in its subject or in its main sentence.

    A title that the subject cuts short is not the title, and is left out.
    """
    if len(parts) != 1 or parts[0].items or finding.kind in _FROM_SELLERS:
        return list(parts)
    named = _TITLE_IN_SUBJECT.fullmatch(letter.subject) if has_status(letter.subject) else None
    title = named["title"].strip() if named else ""
    if not title or is_cut(title):
        quoted = _TITLE_IN_SENTENCE.search(finding.wording)
        title = quoted["title"].strip() if quoted and not _NO_TITLE.search(quoted["title"]) else ""
    if not title or is_cut(title) or re.search(r"\d{3}-\d{7}", title):
        return list(parts)
    return [replace(parts[0], items=(Item(title=title),))]


def _with_seller(parts: Sequence[OrderPart], letter: Letter) -> list[OrderPart]:
    """Return the orders; a message that a seller wrote through Amazon names the seller in its sender."""
    seller = seller_message.seller_of(letter)
    return [replace(part, seller=part.seller or seller) for part in parts]


def _partially(
    finding: Finding, parts: list[OrderPart], letter: Letter, said: Sequence[str]
) -> tuple[Finding, list[OrderPart], bool]:
    """Return the finding and the orders, with only the cancelled goods where not the whole order was cancelled.

    The third value tells whether the goods were told apart, so that what was unclear of the whole order is settled.
    """
    if finding.kind is not MessageKind.CANCELLED:
        return finding, parts, False
    kept = next((at for at, line in enumerate(letter.lines) if _KEPT_GOODS.fullmatch(line.strip())), None)
    if kept is None and not cancel.is_partial(said):
        return finding, parts, False
    partial = replace(finding, kind=MessageKind.PARTIALLY_CANCELLED)
    if kept is None or len(parts) != 1:
        return partial, parts, False
    gone = next((at for at, line in enumerate(letter.lines) if _CANCELLED_GOODS.fullmatch(line.strip())), 0)
    own = letter.lines[gone:kept] if gone < kept else letter.lines[gone:]
    part, _ = read_order(Section(parts[0].number, own), letter, read_shared((), letter.sent))
    whole = replace(parts[0], items=part.items, seller=part.seller or parts[0].seller)
    return partial, [whole], True


def _cancel(finding: Finding, parts: Sequence[OrderPart], letter: Letter, said: Sequence[str]) -> Cancel | None:
    if finding.kind not in _CANCELS:
        return None
    stated = tuple(dict.fromkeys((*said, letter.subject)))
    if finding.kind is MessageKind.CANCEL_REQUESTED and seller_message.passed_on(letter):
        cause, wording = cancel.cause_of(stated, ignored=(CauseCode.BUYER_REQUEST,))
        return Cancel(by=CancelBy.SHOP, cause=cause, wording=wording)
    seller = parts[0].seller if parts else None
    shipped_by = parts[0].shipped_by if parts else None
    found = cancel.read_cancel(stated, finding.wording, seller, shipped_by)
    if seller_message.passed_on(letter) and found.by is not CancelBy.BUYER:
        return replace(found, by=CancelBy.SHOP)
    return found
