"""The claim file as a page to print, and as a zip with the mails."""

from __future__ import annotations

import io
import json
import re
import zipfile
from collections.abc import Iterator
from datetime import date, datetime
from functools import cache
from importlib import resources
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from okawari.contract.claim import claim_document
from okawari.domain.case import Case
from okawari.domain.claim_file import ClaimAttachment, ClaimFile, ClaimMail
from okawari.domain.doors import Door
from okawari.domain.happened import happened
from okawari.domain.phrase import PhraseValue, phrase
from okawari.domain.plan import RefundLeg
from okawari.domain.told import is_stand_in
from okawari.i18n import formats, has, say, shown
from okawari.i18n.money import seen_text
from okawari.papers import pdf
from okawari.services.rule_cards import card_of
from okawari.services.shops import shop_named

SHEETS = ("tokens", "claim")
_UNSAFE = re.compile(r"[^A-Za-z0-9_-]+")
_ANSWERED = "timeline.person_said"
"""That the person answered a question of ours is no part of a claim; what they answered stands among the facts."""
_EPOCH = (1980, 1, 1, 0, 0, 0)


def file_name(file: ClaimFile, suffix: str) -> str:
    """Return a name of letters, digits and hyphens for the claim file, whatever the order is called."""
    order = _UNSAFE.sub("-", file.plan.case.order).strip("-")[:40] or "order"
    return f"claim-{order}-{file.plan.on.isoformat()}.{suffix}"


def claim_page(file: ClaimFile, locale: str, *, linked: bool = False) -> str:
    """Return the claim file as HTML: its styles inside, or `linked` as a site serves them (`/static/css`)."""
    case = file.plan.case

    def words(entry: str, **values: PhraseValue) -> str:
        return say(phrase(f"claims.{entry}", **values), locale)

    return (
        _environment()
        .get_template("claim.html")
        .render(
            locale=locale,
            t=words,
            sheets=SHEETS if linked else (),
            style="" if linked else _style(),
            shop=shown(shop_named(case.merchant), locale),
            order="" if is_stand_in(case.order) else case.order,
            on=formats.day(file.plan.on, locale, year=True),
            happened=say(happened(file.plan, shop_named(case.merchant)), locale),
            facts=tuple(_facts(file, locale)),
            doors=tuple(_door(door, locale) for door in file.doors),
            days=tuple(
                (formats.day(one.on, locale, year=True), say(phrase(f"deadlines.{one.what}"), locale), one.rule or "")
                for one in file.plan.deadlines
            ),
            money=tuple(_leg(leg, locale) for leg in file.plan.refunds),
            lacks=file.lacks,
            contacts=tuple(
                (formats.told(one.at, locale, year=True), say(phrase(f"contacts.with_{one.party}"), locale), one.said)
                for one in case.contacts
            ),
            timeline=tuple(
                (formats.told(one.at, locale, year=True) if one.at else words("no_day"), say(one.what, locale))
                for one in case.timeline
                if one.believed and one.what.key != _ANSWERED
            ),
            mails=tuple(_mail(mail, locale) for mail in file.mails),
            left_out=file.left_out,
            attachments=tuple(_attachment(one, locale) for one in file.attachments),
        )
    )


def claim_pdf(file: ClaimFile, locale: str) -> bytes:
    """Return the page as PDF, with each mail and each of the person's files attached as it came; PrintingError as `pdf_of`."""
    packed: tuple[ClaimMail | ClaimAttachment, ...] = (*file.mails, *file.attachments)
    return pdf.pdf_of(claim_page(file, locale), ((one.name, one.raw) for one in packed))


def claim_zip(file: ClaimFile, locale: str, printed: bytes | None) -> bytes:
    """Return a zip of the page, the same `printed` as PDF where there is one, the document, each mail as it came, and the person's files."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:

        def put(name: str, content: bytes) -> None:
            archive.writestr(zipfile.ZipInfo(name, _EPOCH), content, zipfile.ZIP_DEFLATED)

        put("claim.html", claim_page(file, locale).encode("utf-8", "replace"))
        if printed is not None:
            put("claim.pdf", printed)
        document = json.dumps(claim_document(file, locale), ensure_ascii=False, indent=2)
        put("claim.json", document.encode("utf-8", "replace"))
        for mail in file.mails:
            put(f"mails/{mail.name}", mail.raw)
        for one in file.attachments:
            put(f"attachments/{one.name}", one.raw)
    return packed.getvalue()


def _paid(case: Case, locale: str) -> str | None:
    """Return the ways of paying by name, in the person's words before the mails'; None where nobody told any."""
    methods = dict.fromkeys(one.method for one in case.paid_by or case.payments)
    names = [say(phrase(f"payments.{one}"), locale) for one in methods if has(f"payments.{one}") and one != "unknown"]
    return say(phrase("web.comma"), locale).join(names) or None


def _facts(file: ClaimFile, locale: str) -> Iterator[tuple[str, str]]:
    case = file.plan.case
    state = phrase(f"cases.state_{case.state}")
    unknown = phrase("claims.not_known")
    items: tuple[tuple[str, PhraseValue | None], ...] = (
        ("fact_state", state),
        ("fact_seller", case.seller or unknown),
        ("fact_shipped_by", case.shipped_by or unknown),
        ("fact_ordered_on", case.ordered_on or unknown),
        ("fact_delivery_latest", case.delivery_latest),
        ("fact_cancelled", case.cancelled_at),
        ("fact_total", case.total or unknown),
        ("fact_due", case.amount_due),
        ("fact_paid", _paid(case, locale)),
    )
    for entry, value in items:
        if value is not None:
            yield say(phrase(f"claims.{entry}"), locale), _dated(value, locale)
    for item in case.items or case.cancelled_items:
        price = item.line_total or item.price
        count = f" × {item.quantity}" if item.quantity and item.quantity > 1 else ""
        cost = f"  {formats.money(price, locale)}" if price else ""
        yield say(phrase("claims.fact_item"), locale), f"{item.title}{count}{cost}"
    for parcel in case.parcels:
        carrier = say(phrase(f"carriers.{parcel.carrier}"), locale)
        yield say(phrase("claims.fact_parcel"), locale), f"{carrier} {parcel.number}"


def _dated(value: PhraseValue, locale: str) -> str:
    """Return a value as it stands in a file that is read later: days with their year."""
    match value:
        case datetime():
            return formats.told(value, locale, year=True)
        case date():
            return formats.day(value, locale, year=True)
        case _:
            return shown(value, locale)


def _door(door: Door, locale: str) -> dict[str, Any]:
    rules = [(rule, _grade(rule, locale)) for rule in door.rules]
    return {
        "name": say(phrase(f"claims.way_{door.way}"), locale),
        "stand": door.stand.value,
        "says": say(phrase(f"claims.stand_{door.stand}"), locale),
        "opens": formats.day(door.opens, locale, year=True) if door.opens else "",
        "closes": formats.day(door.closes, locale, year=True) if door.closes else "",
        "cap": formats.money(door.cap, locale) if door.cap else "",
        "notes": [say(note, locale) for note in door.notes],
        "rules": ", ".join(f"{rule} ({grade})" for rule, grade in rules),
    }


def _grade(rule: str, locale: str) -> str:
    card = card_of(rule)
    return say(card.evidence if card and card.evidence else phrase("rules.evidence_none"), locale)


def _leg(leg: RefundLeg, locale: str) -> dict[str, str]:
    name = f"payments.{leg.method}"
    latest = formats.day(leg.latest, locale, year=True) if leg.latest else say(phrase("claims.not_known"), locale)
    return {
        "method": say(phrase(name), locale) if has(name) else say(phrase("claims.not_known"), locale),
        "amount": formats.money(leg.amount, locale) if leg.amount else say(phrase("claims.not_known"), locale),
        "to": say(phrase(f"refunds.to_{leg.destination}"), locale),
        "when": seen_text(leg.seen, locale) if leg.seen else latest,
        "rule": f"{leg.rule} ({_grade(leg.rule, locale)})" if leg.rule else "",
    }


def _mail(mail: ClaimMail, locale: str) -> dict[str, Any]:
    return {
        "name": mail.name,
        "subject": _printable(mail.subject),
        "sender": _printable(mail.sender),
        "at": formats.moment(mail.sent_at, locale, year=True) if mail.sent_at else "",
        "sha256": mail.sha256,
        "text": _printable(mail.text),
        "cut": mail.cut,
    }


def _attachment(one: ClaimAttachment, locale: str) -> dict[str, str]:
    return {
        "name": one.name,
        "original": _printable(one.file.name),
        "media": say(phrase(f"claims.media_{one.file.media}"), locale),
        "at": formats.moment(one.file.added_at, locale, year=True),
        "sha256": one.file.sha256,
    }


def _printable(text: str) -> str:
    return "".join(char if char.isprintable() or char == "\n" else " " for char in text)


def _style() -> str:
    css = resources.files("okawari") / "web" / "static" / "css"
    return "\n".join((css / f"{sheet}.css").read_text(encoding="utf-8") for sheet in SHEETS)


@cache
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("okawari.papers"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
