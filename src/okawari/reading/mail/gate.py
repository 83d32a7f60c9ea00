"""Which mails of a whole mailbox can matter for an order, told from their header alone.

A mail passes that comes from the domain of a known merchant, that names one in From or Subject (be it disguised), whose
subject speaks of ordering, paying or delivering, or whose header leaves any doubt. What does not pass is not read: a mail
that names a shop nowhere but in its body stays outside when a whole mailbox is imported. A mail given as a single file
is always read whole.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from functools import lru_cache

from okawari.domain.brands import Brands
from okawari.domain.lookalike import latin_skeleton, skeleton
from okawari.reading.mail.headers import blank_line, decode_value

HEADER_BYTES = 64 * 1024
SENDERS_REMEMBERED = 8_192
SUBJECTS_REMEMBERED = 1_024

ORDER_WORDS = (
    # 日本語
    "注文", "購入", "落札", "発送", "出荷", "配送", "配達", "配信手配", "お届", "荷物", "納品", "納期", "キャンセル", "取消", "取り消",
    "返金", "払戻", "払い戻", "返品", "在庫", "欠品", "品切", "完売", "入荷", "予約", "支払", "決済", "請求", "代引", "領収", "明細",
    "ご利用のお知らせ", "利用通知", "受付", "取引", "遅延", "遅れ", "再開", "お買い上げ", "お買上",
    # English
    "order", "shipped", "shipment", "shipping", "dispatch", "deliver", "parcel", "package", "tracking", "cancel", "refund",
    "receipt", "invoice", "payment", "purchase", "out of stock", "delay", "pre-order", "return",
    # Deutsch, français, italiano, español
    "bestell", "versand", "versend", "zustell", "liefer", "storn", "erstatt", "rechnung", "commande", "expedi", "livr", "annul",
    "rembours", "ordine", "spedi", "consegn", "rimbors", "pedido", "envio", "enviad", "entrega", "reembols", "pago",
)  # fmt: skip
"""Words of subjects that any shop may write, known or not; folded as `domain.lookalike.skeleton` folds."""

_FIELD = re.compile(rb"\n(from|subject|reply-to)", re.IGNORECASE)
_DOMAIN = re.compile(r"@([A-Za-z0-9.-]+)")


class _Folds(dict[int, str]):
    """Each character as `skeleton` folds it, blanks to nothing; worked out when first seen."""

    def __missing__(self, code: int) -> str:
        folded = self[code] = skeleton(chr(code))
        return folded


class Gate:
    """The gate for the merchants that are known."""

    def __init__(self, brands: Brands) -> None:
        """Prepare the look-up of names and words."""
        self._brands = brands
        self._folds = _Folds()
        merchants = brands.merchants.values()
        names = {self._folded(name) for merchant in merchants for name in merchant.brand_words}
        words = names | {self._folded(word) for word in ORDER_WORDS}
        self._whole_names = {
            self._folded(name) for merchant in merchants for name in merchant.brand_words_exact
        } - words
        self._by_start: defaultdict[str, list[str]] = defaultdict(list)
        for word in words | self._whole_names:
            self._by_start[word[:2]].append(word)
        self._sender_passes = lru_cache(SENDERS_REMEMBERED)(self._from_passes)
        # One name comes with many addresses, and no word goes over the sign between the two.
        self._sender_speaks = lru_cache(SUBJECTS_REMEMBERED)(
            lambda piece: self._speaks_of_shopping(piece, latin_skeleton(piece))
        )
        self._subject_passes = lru_cache(SUBJECTS_REMEMBERED)(
            lambda value: self._speaks_of_shopping(decode_value(value))
        )
        self._host_passes = lru_cache(SENDERS_REMEMBERED)(self._is_merchants)

    def passes(self, raw: bytes) -> bool:
        """Return whether the mail can matter; in doubt it can."""
        end, _ = blank_line(raw, 0, HEADER_BYTES)
        if end < 0:
            return True
        fields = _fields(b"\n" + raw[: end + 1])
        sender, subject = fields.get(b"from"), fields.get(b"subject")
        if sender is None or subject is None:
            return True
        if b" via " in sender:
            # A mailing list put itself into From; whoever wrote the mail stands in Reply-To.
            sender += fields.get(b"reply-to") or b""
        return self._sender_passes(sender) or self._subject_passes(subject)

    def _from_passes(self, value: bytes) -> bool:
        text = decode_value(value)
        hosts = [host.lower() for host in _DOMAIN.findall(text)]
        return not hosts or any(map(self._host_passes, hosts)) or any(map(self._sender_speaks, text.partition("<")))

    def _is_merchants(self, host: str) -> bool:
        """Return whether a host is a merchant's, or one in disguise."""
        return bool(self._brands.owners(host) or self._brands.imitated(host))

    def _speaks_of_shopping(self, *readings: str) -> bool:
        """Return whether a text does in one of the ways to read it."""
        folded = "\n".join(map(self._folded, readings))
        starts = self._by_start.keys() & set(map(str.__add__, folded, folded[1:]))
        found = [word for start in starts for word in self._by_start[start] if word in folded]
        if not found:
            return False
        # A name such as `au` stands inside many words, so it must be named as one.
        return any(word not in self._whole_names for word in found) or any(map(any, map(self._brands.named, readings)))

    def _folded(self, text: str) -> str:
        return unicodedata.normalize("NFKC", text).translate(self._folds)


def _fields(head: bytes) -> dict[bytes, bytes | None]:
    """Return the values of fields with their folds, None of one that is doubled or oddly written."""
    fields: dict[bytes, bytes | None] = {}
    for found in _FIELD.finditer(head):
        name, colon = found[1].lower(), found.end()
        if name in fields or not head.startswith(b":", colon):
            fields[name] = None
            continue
        end = head.find(b"\n", colon)
        while head[end + 1 : end + 2] in (b" ", b"\t"):
            end = head.find(b"\n", end + 1)
        fields[name] = head[colon + 1 : end]
    return fields
