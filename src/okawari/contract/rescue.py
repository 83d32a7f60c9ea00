"""The document `okawari.rescue/1`."""

from __future__ import annotations

from collections.abc import Iterable

from okawari.contract import values
from okawari.contract.contact import contacts
from okawari.contract.money import candidates, refused, seen
from okawari.contract.statement import row
from okawari.contract.tracking import trace
from okawari.contract.values import Document
from okawari.domain.case import Again
from okawari.domain.phrase import Phrase
from okawari.domain.plan import Draft, Plan, RefundLeg, Step
from okawari.domain.refund.wording import look_phrase
from okawari.domain.substitute import SeenOffer, Substitute
from okawari.i18n import LOCALES, say, text
from okawari.i18n.conflicts import settled_conflict

SCHEMA = "okawari.rescue/1"


def rescue_document(plans: Iterable[Plan], locale: str) -> Document:
    """Return the document of `okawari rescue`, its texts in the language."""
    return {"schema": SCHEMA, "cases": [case(plan, locale) for plan in plans]}


def case(plan: Plan, locale: str) -> Document:
    """Return one case of the document."""
    known = plan.case
    return {
        "order": known.order or None,
        "other_orders": list(known.other_orders),
        "merchant": known.merchant,
        "state": known.state.value,
        "authenticity": values.authenticity(known.authenticity),
        "cause": _cause(plan, locale),
        "refunds": [_leg(leg, locale) for leg in plan.refunds],
        "deadlines": [
            {
                "what": one.what,
                "on": values.day(one.on),
                "rule": one.rule,
                "text": text(f"deadlines.{one.what}", locale),
            }
            for one in plan.deadlines
        ],
        "next_steps": [_step(step, locale) for step in plan.steps],
        "elsewhere": [
            {"mall": link.mall, "url": link.url, "by": link.by, "query": link.query, "item": link.item}
            for link in plan.elsewhere
        ],
        "unknowns": [_coded(phrase, locale) for phrase in plan.unknowns],
        "lost": [_coded(phrase, locale) for phrase in plan.lost],
        "unaffected": [_coded(phrase, locale) for phrase in plan.unaffected],
        "conflicts": [{"code": code, "text": settled_conflict(code, locale)} for code in plan.conflicts],
        **_story(plan, locale),
    }


def _story(plan: Plan, locale: str) -> Document:
    known = plan.case
    return {
        "on": values.day(plan.on),
        "partial": known.partial,
        "items": values.items(known.items),
        "cancelled_items": values.items(known.cancelled_items),
        "total": values.money(known.total),
        "amount_due": values.money(known.amount_due),
        "payment_methods": values.payments(known.payments),
        "captured": known.captured,
        "seller": known.seller,
        "shipped_by": known.shipped_by,
        "ordered_on": values.day(known.ordered_on),
        "cancelled_at": values.moment(known.cancelled_at),
        "shipped_at": values.moment(known.shipped_at),
        "delivered_at": values.moment(known.delivered_at),
        "parcels": values.parcels(known.parcels),
        "tracked": [trace(one, locale) for one in plan.traces],
        "timeline": [
            {
                "at": values.moment(entry.at),
                "text": say(entry.what, locale),
                "file": entry.file,
                "believed": entry.believed,
            }
            for entry in known.timeline
        ],
        "substitute": _substitute(known.substitute),
        "offered_again": _again(known.offered_again),
        "contacts": contacts(known),
        "witnesses": [{**row(one.line), "text": say(one.said(), locale)} for one in known.witnesses],
        "problems": values.problems(known.problems, locale),
    }


def _again(found: Again | None) -> Document | None:
    if found is None:
        return None
    return {
        "at": values.moment(found.at),
        "then": values.money(found.then),
        "now": values.money(found.now),
        "url": found.url or None,
    }


def _substitute(found: Substitute | None) -> Document | None:
    if found is None:
        return None
    return {
        "title": found.item.title,
        "price": values.money(found.item.price),
        "ordered": found.ordered.title if found.ordered else None,
        "likeness": found.likeness.sameness.value if found.likeness else None,
        "reasons": list(found.likeness.reasons) if found.likeness else [],
        "dearer_by": values.money(found.dearer_by),
        "seen": _seen_offer(found.same),
        "ordered_seen": _seen_offer(found.original),
    }


def _seen_offer(found: SeenOffer | None) -> Document | None:
    return None if found is None else {"url": found.url, "price": values.money(found.price), "on": values.day(found.on)}


def _cause(plan: Plan, locale: str) -> Document:
    return {
        "code": plan.cause.code.value,
        "wording": plan.cause.wording,
        "candidates": [{"code": one.code, "why": say(one.why, locale)} for one in plan.cause.candidates],
    }


def _leg(leg: RefundLeg, locale: str) -> Document:
    return {
        "method": leg.method,
        "amount": values.money(leg.amount),
        "rule": leg.rule,
        "destination": leg.destination,
        "earliest": values.day(leg.earliest),
        "typical": values.day(leg.typical),
        "latest": values.day(leg.latest),
        "remind_on": values.day(leg.remind_on),
        "overdue_on": values.day(leg.overdue_on),
        "statement_hint": values.words(leg.statement_hint, locale),
        "evidence": leg.evidence,
        "or_else": [_leg(other, locale) for other in leg.or_else],
        "kind": leg.kind,
        "condition": values.words(leg.condition, locale),
        "counted_from": values.day(leg.counted_from),
        "counted_from_known": leg.counted_from_known,
        "action": values.words(leg.action, locale),
        "look": values.words(look_phrase(leg), locale),
        "ask": values.words(leg.ask, locale),
        "notes": [say(note, locale) for note in leg.notes],
        "basis": leg.basis or None,
        "confidence": leg.confidence,
        "sources": list(leg.sources),
        "said_back": values.day(leg.said_back),
        "seen": seen(leg.seen, locale),
        "candidates": candidates(leg.candidates, locale),
        "refused": refused(leg.refused, locale),
    }


def _step(step: Step, locale: str) -> Document:
    return {
        "code": step.code,
        "text": say(step.text, locale),
        "draft": _draft(step.draft, locale) if step.draft else None,
        "on": values.day(step.on),
        "rule": step.rule,
    }


def _draft(draft: Draft, locale: str) -> Document:
    return {"to": draft.to, "body": say(draft.body, locale), **{tongue: say(draft.body, tongue) for tongue in LOCALES}}


def _coded(phrase: Phrase, locale: str) -> Document:
    return {"code": phrase.key.partition(".")[2], "text": say(phrase, locale)}
