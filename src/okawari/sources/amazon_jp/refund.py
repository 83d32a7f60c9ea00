"""Refunds: how much, where to, when, and whether anything was charged at all."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from itertools import takewhile

from okawari.domain.message import Refund
from okawari.domain.money import Money
from okawari.domain.problem import Problem
from okawari.reading.amounts import bare_yen, money_in
from okawari.reading.dates import only_date_in
from okawari.reading.labels import labelled
from okawari.reading.refund_parts import refund_parts
from okawari.sources.amazon_jp.blocks import blocks
from okawari.sources.amazon_jp.lines import any_of, is_amount, order_numbers, plain

_WHOLE = r"ご?返金(?:合計(?:金?額)?|総額|額?の?合計)"
_AMOUNT = r"ご?返金(?:予定)?(?:金?額)"
_DESTINATION = r"ご?返金(?:予定)?(?:方法|先)|ご?返金(?:の)?お?受け?取り?方法"
_DAY = (r"ご?返金処理日|返金日|返金手続き?日", r"ご?入金予定日|返金予定日")
_DONE = r"ました(?!ら)"
_NONE = r"(?:ません|て(?:い|おり)?ません)"
_PLACE = r"(?:残高|カード|口座|ポイント|お支払い方法|ギフト券)"
_BACK = r"(?:返金|戻り|戻され|返還)"
_NOT_CHARGED = any_of(
    rf"(?:ご?請求|代金|お支払い|課金|引き落とし)(?:は|も)?(?:一切|まだ)?(?:は|が)?(?:行われ{_NONE}|され{_NONE}|発生(?:し{_NONE}|いたしません))",
    r"ご?請求(?:は|も)?(?:一切|まだ)?(?:いたしません|いたしておりません|ございません|ありません)",
    r"請求されることはありません",
)
_SUPPOSED = any_of(r"場合|際(?:は|に)|でしたら|可能性|ことがあり")
_OF_IT = r"返金(?:の?(?:手続き|お手続き|処理))?(?:を|が|は)?(?:処理|手配|実行|実施)?(?:を|が|は)?"
_ISSUED = any_of(
    rf"{_OF_IT}(?:(?:いた|致)?し|行い|行われ|され|させて(?:いただき|頂き)){_DONE}",
    rf"{_OF_IT}(?:されています|完了(?:いた|致)?し(?:{_DONE}|ております))",
)
_RETURNED = any_of(r"返金(?:額は|(?:いた|致)?し(?:ました|ます)|され|させて|の?手続き|を行|を処理)")
_SENT_TO = any_of(rf"{_BACK}[^。]{{0,40}}{_PLACE}", rf"{_PLACE}[^。]{{0,30}}(?:へ|に|で|として)[^。]{{0,12}}{_BACK}")
_HEADLINE = any_of(
    r"返金(?:処理)?(?:(?:完了)?の?(?:お知らせ|ご連絡|完了|ご案内|通知|確認)|済み|[:：]|(?:を|が)?(?:処理|完了))",
)


def issued(said: Sequence[str]) -> str | None:
    """Return the sentence that says that money was sent back, None where none does."""
    return next((s for s in said if _ISSUED.search(plain(s)) and not _SUPPOSED.search(plain(s))), None)


def headline(subject: str) -> bool:
    """Return whether a subject announces a refund (ご返金のお知らせ)."""
    return _HEADLINE.search(plain(subject)) is not None


def read_refund(
    lines: Sequence[str], said: Sequence[str], sent: date | None
) -> tuple[Refund | None, tuple[Problem, ...]]:
    """Return the refund that the mail announces, None where it says nothing of one, and what was not clear."""
    text = "\n".join(lines)
    amount, problems = _amount(text)
    if amount is None and not problems:
        amount = _amount_in_sentences(said)
    destination = _destination(lines, said)
    refund = Refund(
        amount=amount,
        destination_wording=destination,
        parts=refund_parts(destination, amount),
        date=next(
            (day for label in _DAY for one in labelled(text, label) if (day := only_date_in(one.value, sent))), None
        ),
        charged=False if any(_states_no_charge(sentence) for sentence in said) else None,
    )
    return (refund if refund != Refund() else None), problems


def _amount(text: str) -> tuple[Money | None, tuple[Problem, ...]]:
    for label in (_WHOLE, _AMOUNT):
        values = [one.value for one in labelled(text, label)]
        amounts = {amount for value in values if (amount := money_in(value) or bare_yen(value)) is not None}
        if len(amounts) == 1:
            return amounts.pop(), ()
        if values:
            return None, (Problem("refund_amount_unclear", "refund", " / ".join(values)),)
    return None, ()


def _amount_in_sentences(said: Sequence[str]) -> Money | None:
    """Return the amount that the sentences about the refund name, None where they name none or different ones."""
    amounts = [money_in(plain(s)) for s in said if _RETURNED.search(plain(s)) and not _SUPPOSED.search(plain(s))]
    named = {amount for amount in amounts if amount is not None}
    return named.pop() if len(named) == 1 else None


def _destination(lines: Sequence[str], said: Sequence[str]) -> str:
    """Return the wording behind the label, or the sentence that says where the money goes; "" where neither does."""
    for block in blocks(lines, _DESTINATION):
        if block:
            return "\n".join([block[0], *takewhile(_names_a_share, block[1:])])
    return next((s for s in said if _SENT_TO.search(plain(s)) and not _SUPPOSED.search(plain(s))), "")


def _names_a_share(line: str) -> bool:
    """Return whether a line names a further destination with its amount (`クレジットカード: ¥2,000`)."""
    place, _, amount = plain(line).rpartition(":")
    return bool(place) and is_amount(amount) and re.match(_AMOUNT, place) is None and not order_numbers(line)


def conditions(said: Sequence[str]) -> tuple[str, ...]:
    """Return the sentences that say where the money goes in one case or another (コンビニ払いの場合は…)."""
    return tuple(s for s in said if _SENT_TO.search(plain(s)) and _SUPPOSED.search(plain(s)))


def _states_no_charge(sentence: str) -> bool:
    text = plain(sentence)
    return bool(_NOT_CHARGED.search(text)) and not _SUPPOSED.search(text)
