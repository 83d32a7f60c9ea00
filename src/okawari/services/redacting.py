"""A copy of a mail without what is personal in it, that reads the same."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from okawari.domain.judge import Trust
from okawari.domain.mail import Mail
from okawari.domain.message import MessageReading
from okawari.domain.named import name_pieces
from okawari.domain.redaction import Change, Personal, Redactor
from okawari.domain.stand_ins import StandIns
from okawari.reading.mail.charset import decode_text
from okawari.reading.mail.encode import encode_text
from okawari.reading.mail.headers import split_head
from okawari.reading.mail.pasted import wrap_pasted
from okawari.reading.mail.rewrite import LayoutError, Rewritten, rewrite_mail
from okawari.services.opening import open_mail
from okawari.services.parcels import examine_parcel
from okawari.services.read import understand
from okawari.sources import registry

_ANY_DAY = date(2000, 1, 1)
"""A pasted text has no day; both readings of it are told the same."""

_HEADERS = frozenset({"from", "subject", "date", "to", "message-id", "received", "mime-version"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Redacted:
    """The copy; what was replaced, which files were taken out, and what to look at before it is handed on.

    `unsure` are (what, line): `long_number`, `stuck` (a line that could not be written again and was blanked),
    `left` (something replaced elsewhere that still shows), `remark` (own words of a person that were not replaced, as the shop
    may be speaking), `own_domain`, `reads_otherwise`.
    """

    raw: bytes
    changes: tuple[Change, ...]
    dropped: tuple[str, ...]
    unsure: tuple[tuple[str, str], ...]


def redact(raw: bytes, file: str, key: bytes, *, titles: bool = False) -> Redacted | None:
    """Return the redacted copy of a mail or of a mail's text; None where not all of it can be reached.

    `key` decides the stand-ins; drawn anew for each copy, nobody can tell originals from them.
    """
    is_mail = bool({name for name, _ in split_head(raw).lines} & _HEADERS)
    mail = _opened(raw, file, is_mail=is_mail)
    reading = understand(mail, Trust())
    tried: list[tuple[str, str]] = []
    for own_words in (True, False):
        redactor = Redactor(StandIns(key, _proof_of), lambda domain: bool(registry.brands().owners(domain)))
        _learn(redactor, mail, reading, titles=titles, own_words=own_words)
        try:
            _rewritten(raw, redactor, is_mail=is_mail)
            redactor.forget_counts()
            done = _rewritten(raw, redactor, is_mail=is_mail)
        except LayoutError:
            return None
        again = _opened(done.raw, file, is_mail=is_mail)
        is_alike = reads_alike(reading, understand(again, Trust()))
        remarks = [("remark", one.original[:200]) for one in redactor.changes if one.kind is Personal.REMARK]
        if is_alike or not remarks:
            break
        tried = remarks  # one of them is what the mail says of the order
    unsure = [*redactor.unsure, *tried, *(("stuck", line.strip()[:200]) for _, line in done.stuck)]
    unsure += _left(again, redactor)
    unsure += [("own_domain", one.domain) for one in mail.to if one.domain and not registry.brands().owners(one.domain)]
    if not is_alike:
        unsure.append(("reads_otherwise", reading.subject))
    return Redacted(
        raw=done.raw,
        changes=redactor.changes,
        dropped=tuple(done.dropped),
        unsure=tuple(dict.fromkeys(unsure)),
    )


def reads_alike(before: MessageReading, after: MessageReading) -> bool:
    """Return whether two readings differ in nothing but the values that a redaction replaces."""
    return _outline(before) == _outline(after)


def _outline(reading: MessageReading) -> tuple[object, ...]:
    said = reading.understood
    orders = tuple(
        (
            tuple((len(item.title), item.quantity, item.price, item.line_total) for item in order.items),
            order.total,
            tuple((one.method, one.amount, one.kind) for one in order.payments),
            order.ordered_on,
            len(order.number),
        )
        for order in said.orders
    )
    cancel = said.cancel and (said.cancel.by, said.cancel.cause)
    refund = said.refund and (said.refund.amount, said.refund.date, said.refund.charged)
    parcels = tuple((one.carrier, len(one.number)) for one in said.parcels)
    return (said.merchant, said.kind, reading.authenticity.verdict, reading.date, orders, cancel, refund, parcels)


def _learn(redactor: Redactor, mail: Mail, reading: MessageReading, *, titles: bool, own_words: bool) -> None:
    said = reading.understood
    patterns = dict.fromkeys(form for shop in registry.merchants().values() for form in shop.order_patterns)
    redactor.learn(Personal.ORDER, "order_number", (order.number for order in said.orders))
    redactor.learn_orders(pattern for pattern in patterns if "-" in pattern)
    redactor.learn(Personal.PARCEL, "parcel", (parcel.number for parcel in said.parcels))
    for one in (*mail.to, *(inner for passed_on in mail.forwarded for inner in passed_on.to)):
        redactor.learn(Personal.NAME, "recipient", name_pieces(one.display) if "@" not in one.display else ())
    for letter in (mail, *mail.forwarded):
        for text in (letter.text, letter.html_text):
            redactor.read(text.split("\n"), remarks=own_words)
    if titles:
        redactor.learn(Personal.TITLE, "title", (item.title for order in said.orders for item in order.items))


def _opened(raw: bytes, file: str, *, is_mail: bool) -> Mail:
    return open_mail(raw if is_mail else wrap_pasted(decode_text(raw).text, _ANY_DAY), file, Trust())


def _rewritten(raw: bytes, redactor: Redactor, *, is_mail: bool) -> Rewritten:
    if is_mail:
        return rewrite_mail(raw, redactor.line)
    decoded = decode_text(raw)
    lines = (redactor.line("text", line) for line in decoded.text.split("\n"))
    return Rewritten(raw=encode_text("\n".join(lines), decoded.charset))


def _left(mail: Mail, redactor: Redactor) -> list[tuple[str, str]]:
    """Return the lines in which something that was replaced can still be read, such as one written in HTML's numbers."""
    lines = [*mail.text.split("\n"), *mail.html_text.split("\n"), *(str(value) for _, value in mail.headers)]
    return [("left", line.strip()[:200]) for line in lines if redactor.holds_known(line)]


def _proof_of(number: str) -> tuple[object, ...]:
    found = examine_parcel(number)
    return found.valid, found.carriers, tuple(one.key for one in found.why)
