"""One mail from its bytes."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import datetime
from functools import partial
from typing import NamedTuple

from okawari.domain.mail import Address, Attachment, DkimCheck, Mail, WhenAsked
from okawari.domain.problem import Problem
from okawari.reading.hosts import ascii_domain
from okawari.reading.mail import limits
from okawari.reading.mail.addresses import addresses
from okawari.reading.mail.authentication import parse_authentication
from okawari.reading.mail.body import Body, is_text, read_body
from okawari.reading.mail.dates import parse_date
from okawari.reading.mail.forwards import Forward, forwards_in
from okawari.reading.mail.headers import Head, decode_value, mail_start, split_head
from okawari.reading.mail.mime import Budget, Part, parts_of
from okawari.reading.mail.parameters import parse_parameters
from okawari.reading.mail.pasted import PASTED_HEADER

_ATTACHED_MAIL_BYTES = 8 * 1024 * 1024


SignatureCheck = Callable[[bytes, str], tuple[DkimCheck, ...]]
"""Checks the DKIM signatures of a mail's bytes that could speak for the domain of its sender."""


def unchecked(_raw: bytes, _sender_domain: str) -> tuple[DkimCheck, ...]:
    """Leave signatures alone: that needs keys from outside."""
    return ()


def parse_mail(raw: bytes, file: str, check: SignatureCheck = unchecked, sha256: str = "") -> Mail:
    """Return the mail in `raw`; what is broken stands in its `problems`, nothing is raised.

    Mails attached to it and mails forwarded inside its text stand in `forwarded`; none of them carries the results of
    a receiver, as whoever sent the outer mail could have written them. Signatures of attached mails are checked too.
    `sha256` is that of `raw` where it is known.
    """
    budget = Budget(ample=len(raw) <= limits.TEXT_BYTES)
    digest = sha256 or hashlib.sha256(raw).hexdigest()
    return _parsed(_with_plain_line_ends(raw), file, budget, 0, check, sha256=digest)


def header_hint(head: Head) -> str:
    """Return the character set that the mail declares for its body, the best guess for raw 8-bit headers."""
    declared = head.first("content-type")
    return parse_parameters(declared).get("charset") if b"charset" in declared.lower() else ""


def _headers(head: Head, hint: str) -> tuple[tuple[str, WhenAsked[str]], ...]:
    """Return every header as (lower-case name, decoded value), in the order of the mail."""
    return tuple((name, WhenAsked(partial(decode_value, value, hint))) for name, value in head.lines)


def _with_plain_line_ends(raw: bytes) -> bytes:
    """Return the mail with the line ends of old Macs and of twice converted files mended."""
    start = raw[:4096]
    if b"\r\r\n" in start:
        return raw.replace(b"\r\r\n", b"\r\n")
    if b"\r" in start and b"\n" not in start:
        return raw.replace(b"\r", b"\n")
    return raw


def _parsed(raw: bytes, file: str, budget: Budget, depth: int, check: SignatureCheck, *, sha256: str) -> Mail:
    head = split_head(raw, mail_start(raw))
    hint = header_hint(head)
    headers = _headers(head, hint)
    topmost = dict(reversed(headers))
    parts = parts_of(raw, head, budget)
    texts = [part for part in parts.leaves if is_text(part)]
    body = read_body(texts, budget)
    senders = _addresses(head, "from", hint)
    when = _date(topmost)
    pasted = PASTED_HEADER.lower() in topmost

    def problems() -> Iterator[Problem]:
        if len(raw) > limits.MAIL_BYTES - limits.SNIFFED_BYTES:
            yield Problem("mail_too_large", file)
        if head.problem:
            yield Problem(head.problem, file)
        yield from (Problem(code, path) for code, path in parts.problems)
        yield from body.problems
        yield from _sender_problems(head, senders)
        yield from when.problems

    def forwarded() -> Iterator[Mail]:
        yield from _attached_mails(parts.leaves, file, budget, depth, check)
        yield from _inline_mails(body, file)

    return Mail(
        file=file,
        sha256=sha256,
        headers=headers,
        message_id=str(topmost.get("message-id", "")),
        date=when.at,
        subject=str(topmost.get("subject", "")),
        from_=senders[0] if senders else Address("", "", ""),
        reply_to=next(iter(_addresses(head, "reply-to", hint)), None),
        return_path=str(topmost.get("return-path", "")).strip("<> "),
        to=WhenAsked(lambda: _addresses(head, "to", hint)),
        text=body.text,
        html=body.html,
        pages=body.pages,
        links=body.links,
        attachments=tuple(
            Attachment(part.name, part.content.value or "text/plain", part.size())
            for part in (parts.leaves if len(texts) < len(parts.leaves) else ())
            if not is_text(part)
        ),
        authentication=()
        if depth or pasted
        else WhenAsked(lambda: parse_authentication(_values(headers, "authentication-results"))),
        dkim=() if pasted or not senders else check(raw, senders[0].domain),
        forwarded=WhenAsked(lambda: tuple(forwarded())[: limits.INNER_MAILS]),
        pasted=pasted,
        problems=WhenAsked(lambda: tuple(dict.fromkeys(problems()))[: limits.PROBLEMS]),
    )


def _values(headers: Iterable[tuple[str, WhenAsked[str]]], name: str) -> Iterator[str]:
    return (str(value) for key, value in headers if key == name)


def _addresses(head: Head, name: str, hint: str) -> tuple[Address, ...]:
    value = head.first(name)
    return addresses(value, hint) if value else ()


def _sender_problems(head: Head, senders: tuple[Address, ...]) -> Iterator[Problem]:
    lines = sum(name == "from" for name, _ in head.lines)
    if lines > 1:
        yield Problem("from_repeated", "from")
    if not senders or not senders[0].address:
        yield Problem("from_missing", "from")
    elif len({sender.address for sender in senders}) > 1:
        yield Problem("from_several", "from", ", ".join(sender.address for sender in senders[:5]))
    elif not ascii_domain(senders[0].domain):
        yield Problem("from_invalid", "from", senders[0].address)


class _Dated(NamedTuple):
    at: datetime | None
    problems: tuple[Problem, ...] = ()


def _date(topmost: Mapping[str, WhenAsked[str]]) -> _Dated:
    """Return the time of the Date header, else that of the topmost Received line."""
    written = str(topmost.get("date", ""))
    when = parse_date(written) if written else None
    if when:
        return _Dated(when.at, () if when.zoned else (Problem("date_without_zone", "date", written[:80]),))
    problem = Problem("date_unreadable", "date", written[:80]) if written else Problem("date_missing", "date")
    received = parse_date(str(topmost.get("received", "")).rpartition(";")[2])
    return _Dated(received.at if received else None, (problem,))


def _attached_mails(
    leaves: Iterable[Part], file: str, budget: Budget, depth: int, check: SignatureCheck
) -> Iterator[Mail]:
    """Yield the mails that are attached, each followed by those inside it."""
    if depth >= limits.MAILS_DEPTH:
        return
    for part in leaves:
        if part.content.value not in {"message/rfc822", "message/global"} and not part.name.lower().endswith(".eml"):
            continue
        if budget.parts <= 0:
            return
        raw, _ = part.content_bytes(_ATTACHED_MAIL_BYTES)
        digest = hashlib.sha256(raw).hexdigest()
        mail = _parsed(raw.lstrip(b"\r\n"), file, budget, depth + 1, check, sha256=digest)
        yield replace(mail, forwarded=())
        yield from mail.forwarded


def _inline_mails(body: Body, file: str) -> Iterator[Mail]:
    """Yield the mails forwarded in the text, with their HTML reading where the HTML part holds the same ones."""
    plain = forwards_in(body.text)
    html = forwards_in(str(body.html)) if body.html_may_forward() and str(body.html) != body.text else ()
    for number, forward in enumerate(plain or html):
        seen = html[number].text if len(html) == len(plain or html) else ""
        yield _inline_mail(forward, seen, body, file)


def _inline_mail(forward: Forward, html_text: str, body: Body, file: str) -> Mail:
    senders = addresses(forward.sender.encode())
    when = parse_date(forward.date)
    shown = (("from", forward.sender), ("date", forward.date), ("subject", forward.subject), ("to", forward.to))
    return Mail(
        file=file,
        sha256=hashlib.sha256(f"{shown}\n{forward.text}".encode()).hexdigest(),
        headers=tuple((name, value) for name, value in shown if value),
        date=when.at if when else None,
        subject=forward.subject,
        from_=senders[0] if senders else Address("", "", ""),
        to=addresses(forward.to.encode()),
        text=forward.text,
        html=html_text,
        pages=body.pages,
        links=body.links,
        inline_forward=True,
    )
