"""Uses of a card or wallet in its issuer's notice: labelled day, amount and shop, one block a use."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from okawari.domain.mail import Mail
from okawari.domain.merchant import Merchant
from okawari.domain.message import CardStage, CardUse, MessageKind, Refund, Understanding
from okawari.domain.money import Money, total
from okawari.reading.amounts import CURRENCIES, money_in
from okawari.reading.dates import date_in, moment_in
from okawari.reading.labels import labelled

_DAY = r"(?:(?:カード)?ご?利用|お?支払い?|お?取引|決済|ご?返金|ご?返品|取消|キャンセル)?(?:日時|日|年月日)(?:[（(]日本時間[)）])?"
_AMOUNT = r"(?:ご?利用|お?支払い?|お?取引|決済|ご?返金|取消|キャンセル)?金?額(?:[（(](?:円|税込)[)）])?"
_SHOP = r"(?:ご?利用|お?支払い?|お?取引)(?:先|店名?|店舗名?|加盟店名?)(?:[・／/]商品名)?|加盟店名?|お?取引内容"
_LABELS = (("day", _DAY), ("amount", _AMOUNT), ("shop", _SHOP))
_SIGNED = re.compile(r"^\s*(?P<minus>[-−▲△‐ー－]?)\s*(?P<rest>.+)$", re.DOTALL)
_WHOLE_VALUE = re.compile(
    r"(?:[A-Z]{3}|US\$|[¥\\$€£])? ?\d[\d,.]{0,15} ?(?:円|[A-Z]{3}|US\$|[$€£])?(?P<more> ?\([^()]{0,40}\))?",
    re.IGNORECASE,
)
_REVERSED = re.compile(r"取り?消し?|返金|返品|キャンセル|払い?戻し")
_LONGEST_TEXT = 60_000
_MOST_USES = 200


Stages = tuple[tuple[str, CardStage], ...]


@dataclass(slots=True)
class _Block:
    """The labelled values of one use, as far as they have come."""

    day: str = ""
    amount: str = ""
    shop: str = ""


def read_card_mail(
    mail: Mail, merchant: Merchant, *, reader: str, version: int, stages: Stages, text: str | None = None
) -> Understanding | None:
    """Return the uses that a notice tells of, as read by `reader`; None where it tells of none.

    `stages` are the subjects of such notices with what each tells of a use, the first that fits counts. `text` is the
    mail's, where the reader had to put labels into it.
    """
    subject = unicodedata.normalize("NFKC", mail.subject)
    stage = next((stage for wording, stage in stages if re.search(wording, subject)), None)
    if stage is None:
        return None
    uses = read_uses(mail.text if text is None else text, mail.date.date() if mail.date else None, stage)
    if not uses:
        return None
    back = [use.amount for use in uses if use.stage is CardStage.REVERSED]
    amounts = [amount for amount in back if amount is not None]
    return Understanding(
        merchant=merchant.id,
        kind=MessageKind.CARD_USED,
        uses=uses,
        refund=Refund(amount=total(amounts) if len(amounts) == len(back) else None) if back else None,
        reader=reader,
        reader_version=version,
    )


def read_uses(text: str, sent: date | None, stage: CardStage) -> tuple[CardUse, ...]:
    """Return the uses in the text, in its order.

    A use needs a day and an amount of its own; advertising, points and sums have no day. A negative amount, or one that is
    said to be cancelled or refunded, is a reversed use. An amount that is not clear is None.
    """
    uses = [use for block in _blocks(text[:_LONGEST_TEXT]) if (use := _use(block, sent, stage))]
    alike: Counter[CardUse] = Counter()
    numbered = []
    for use in uses[:_MOST_USES]:
        numbered.append(replace(use, nth=alike[use]))
        alike[use] += 1
    return tuple(numbered)


def _blocks(text: str) -> Iterator[_Block]:
    """Yield the uses: a new one begins with a label that the one under way has already."""
    found = sorted((one.line, kind, one.value) for kind, label in _LABELS for one in labelled(text, rf"(?:{label})"))
    block = _Block()
    for _, kind, value in found:
        if getattr(block, kind):
            yield block
            block = _Block()
        setattr(block, kind, value)
    yield block


def _use(block: _Block, sent: date | None, stage: CardStage) -> CardUse | None:
    on = date_in(block.day, sent) if block.day else None
    if on is None or not block.amount:
        return None
    minus, amount = _amount(block.amount)
    back = minus or bool(_REVERSED.search(block.amount))
    return CardUse(
        amount=amount,
        on=on,
        at=moment_in(block.day, sent),
        merchant=" ".join(unicodedata.normalize("NFKC", block.shop).split()),
        stage=CardStage.REVERSED if back else stage,
    )


def _amount(value: str) -> tuple[bool, Money | None]:
    """Return whether the amount is negative, and the amount without its sign; None where the value holds more than it."""
    signed = _SIGNED.match(unicodedata.normalize("NFKC", value))
    if signed is None:
        return False, None
    rest = signed["rest"].strip()
    whole = _WHOLE_VALUE.fullmatch(rest)
    if whole is None:
        return bool(signed["minus"]), None
    bare = rest[: whole.start("more")] if whole["more"] else rest
    known = [money for currency in CURRENCIES if (money := money_in(bare, currency)) is not None]
    only = known[0] if len({money.currency for money in known}) == 1 else None
    return bool(signed["minus"]), only if only is None or only.amount >= Decimal(0) else None
